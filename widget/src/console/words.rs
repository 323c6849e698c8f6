//! What the brand's customers call things: words that mean the same, other names of products, and a line to try them with.

use super::brand_room::{RoomProps, gate};
use super::browser;
use super::client;
use super::desk::{Desk, Standing};
use super::front::{Remote, use_front};
use super::loaded::use_loaded;
use super::locale::{Insight, Msg};
use super::parts::{Button, Field, Mood, Note, Weight, waiting};
use super::row;
use super::sign_in::{submitted, typed_into};
use super::trouble::Trouble;
use chie_domain::api::get_search_words::Response;
use chie_domain::api::route::Route;
use chie_domain::api::search_threads;
use chie_domain::api::set_search_words::Request;
use chie_domain::brand::BrandDomain;
use chie_domain::text::WordLines;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// How many threads a trial shows.
const TRIED: usize = 5;

/// The room of words.
#[component]
pub(crate) fn SearchWords(props: &RoomProps) -> Html {
    let front = use_front();
    let desk = &props.desk;
    let may = desk.standing == Standing::Acts;
    let reading = use_state(|| false);
    let (state, load) = use_loaded::<Response>(&front, Route::GetSearchWords(desk.brand().clone()), may, &reading);
    let title = html! { <h1 tabindex="-1">{ front.say(Msg::Insight(Insight::WordsTitle)) }</h1> };
    if let Some(gate) = gate(&front, desk) {
        return html! { <>{ title }{ gate }</> };
    }
    if !may {
        return html! { <>{ title }<Note mood={Mood::Care}><p>{ front.say(Msg::DoubtfulNoPosts) }</p></Note></> };
    }
    let body = match &*state {
        Remote::Ready(words) => html! { <Lists desk={desk.clone()} words={words.clone()} /> },
        Remote::Loading | Remote::Failed(_) => waiting(&state, front.say(Msg::Loading), &load),
    };
    html! {
        <>
            { title }
            <p class="lead">{ front.say(Msg::Insight(Insight::WordsLead)) }</p>
            { body }
            <Trial brand={desk.brand().clone()} />
        </>
    }
}

#[derive(Properties, PartialEq)]
struct ListsProps {
    desk: Desk,
    words: Response,
}

/// The line of a list that a refusal is about.
fn line_of(trouble: &Trouble) -> usize {
    let Trouble::Refused(error) = trouble else { return 0 };
    error.message.split_whitespace().find_map(|word| word.parse().ok()).unwrap_or(0)
}

/// What is wrong with a list, in words.
fn wrong_with(trouble: &Trouble) -> Option<Msg<'static>> {
    let line = line_of(trouble);
    Some(Msg::Insight(match trouble.code() {
        "synonym_line" => Insight::SynonymLine(line),
        "alias_line" => Insight::AliasLine(line),
        "unknown_product" => Insight::UnknownProduct(line),
        "too_long" => Insight::TooManyLines,
        _ => return None,
    }))
}

/// The two lists.
#[component]
fn Lists(props: &ListsProps) -> Html {
    let front = use_front();
    let ListsProps { desk, words } = props;
    let synonyms = use_state(|| words.synonyms.clone());
    let aliases = use_state(|| words.aliases.clone());
    let shipped = use_state(|| words.shipped);
    let wrong = use_state(|| None::<Trouble>);
    let busy = use_state(|| false);
    let save = {
        let (front, brand) = (front.clone(), desk.brand().clone());
        let (synonyms, aliases, shipped) = (synonyms.clone(), aliases.clone(), shipped.clone());
        let (wrong, busy) = (wrong.clone(), busy.clone());
        Callback::from(move |()| {
            if *busy {
                return;
            }
            let mut lists = [None, None];
            for ((text, field), list) in [(&synonyms, "synonyms"), (&aliases, "aliases")].into_iter().zip(&mut lists) {
                match WordLines::parse(text) {
                    Ok(lines) => *list = Some(lines),
                    Err(_) if text.trim().is_empty() => {}
                    Err(error) => {
                        wrong.set(Some(chie_domain::api::error::ApiError::from_value(&error, field).into()));
                        return browser::focus(&format!("#{field}"));
                    }
                }
            }
            wrong.set(None);
            let [synonyms, aliases] = lists;
            let (route, told, wrong) = (Route::SetSearchWords(brand.clone()), front.clone(), wrong.clone());
            let asked = Request { synonyms, aliases, shipped: *shipped };
            let work = async move { client::write::<_, Response>(&route, &asked, "").await };
            front.run(&busy, work, move |outcome| match outcome {
                Ok(_) => told.tell(Msg::Insight(Insight::WordsDone)),
                Err(trouble) if wrong_with(&trouble).is_some() => {
                    let field = format!("#{}", trouble.field());
                    wrong.set(Some(trouble));
                    browser::soon(move || browser::focus(&field));
                }
                Err(trouble) => told.tell_trouble(&trouble),
            });
        })
    };
    let about = |field: &str| {
        let trouble = wrong.as_ref().filter(|it| it.field() == field)?;
        Some(wrong_with(trouble).map_or_else(|| trouble.say(front.locale), |msg| front.say(msg)))
    };
    let keys: Vec<&str> = desk.data.community.products.iter().take(12).map(|product| product.key.as_str()).collect();
    let groups = words.shipped_synonyms.lines().count();
    let toggle = {
        let shipped = shipped.clone();
        move |event: Event| shipped.set(event.target_unchecked_into::<HtmlInputElement>().checked())
    };
    html! {
        <form class="lists" onsubmit={submitted(save)} novalidate=true>
            <Field id="synonyms" rows={8} label={front.say(Msg::Insight(Insight::SynonymsLabel))}
                hint={front.say(Msg::Insight(Insight::SynonymsHint))} wrong={about("synonyms")}
                value={(*synonyms).clone()} typed={typed_into(&synonyms)} />
            <p><label class="check"><input type="checkbox" id="shipped" checked={*shipped} onchange={toggle} />
                { front.say(Msg::Insight(Insight::ShippedLabel)) }</label></p>
            <details>
                <summary>{ front.say(Msg::Insight(Insight::ShippedShow(groups))) }</summary>
                <pre class="groups" tabindex="0" role="region" aria-label={front.say(Msg::Insight(Insight::ShippedShow(groups)))}>{ words.shipped_synonyms.clone() }</pre>
            </details>
            <Field id="aliases" rows={5} label={front.say(Msg::Insight(Insight::AliasesLabel))}
                hint={front.say(Msg::Insight(Insight::AliasesHint(&keys.join(", "))))} wrong={about("aliases")}
                value={(*aliases).clone()} typed={typed_into(&aliases)} />
            <p class="actions"><Button label={front.say(Msg::Insight(Insight::WordsSave))} rest={*busy} /></p>
        </form>
    }
}

#[derive(Properties, PartialEq)]
struct TrialProps {
    brand: BrandDomain,
}

/// What customers find now, as they find it.
#[component]
fn Trial(props: &TrialProps) -> Html {
    let front = use_front();
    let words = use_state(String::new);
    let found = use_state(|| None::<search_threads::Response>);
    let busy = use_state(|| false);
    let look = {
        let (front, brand, words, found, busy) = (front.clone(), props.brand.clone(), words.clone(), found.clone(), busy.clone());
        Callback::from(move |()| {
            let q = words.trim().to_owned();
            if *busy || q.is_empty() {
                return;
            }
            let (told, found, route) = (front.clone(), found.clone(), Route::SearchThreads(brand.clone()));
            let work = async move { client::read::<search_threads::Response>(&route, &[("q", &q), ("limit", "5")]).await };
            front.run(&busy, work, move |outcome| match outcome {
                Ok(answer) => found.set(Some(answer)),
                Err(trouble) => told.tell_trouble(&trouble),
            });
        })
    };
    let result = found.as_ref().map(|found| {
        let says = if found.matches.is_empty() { Insight::TriedNone } else { Insight::Tried(found.threads) };
        html! {
            <>
                <p role="status">{ front.say(Msg::Insight(says)) }</p>
                <ul class="rows">
                    { for found.matches.iter().take(TRIED).map(|one| html! {
                        <li key={one.row.id.as_str()}><a href={row::in_console(&props.brand, &one.row.id)}>{ crate::parts::icon::kind(one.row.kind) }<bdi>{ one.row.title.clone() }</bdi></a>
                            <div class="meta">{ row::state(&front, &one.row) }<span><bdi>{ one.product_name.clone() }</bdi></span></div></li>
                    }) }
                </ul>
            </>
        }
    });
    html! {
        <section class="care">
            <h2>{ front.say(Msg::Insight(Insight::TryTitle)) }</h2>
            <form onsubmit={submitted(look)} role="search">
                <Field id="try" label={front.say(Msg::Insight(Insight::TryLabel))} value={(*words).clone()} typed={typed_into(&words)} />
                <p class="actions"><Button label={front.say(Msg::Insight(Insight::TryButton))} weight={Weight::Quiet} rest={*busy} /></p>
            </form>
            { result.unwrap_or_default() }
        </section>
    }
}
