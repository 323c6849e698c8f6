//! One matter: the thing itself, why it waits, what stands around it, what was decided before.

use super::super::client;
use super::super::front::{Front, Remote, use_front};
use super::super::guard::GuardSwitch;
use super::super::locale::{House, Msg, asked_word, verdict_words, waits_word};
use super::super::parts::{Button, Mood, Note, Weight, waiting};
use super::super::screen::Screen;
use super::decide::Decide;
use super::queue::kind;
use crate::parts::markup::{self, ground_text};
use crate::parts::{author, photos};
use chie_domain::api::get_matter::{Response, Sight};
use chie_domain::api::route::Route;
use chie_domain::api::view::PhotoView;
use chie_domain::brand::BrandDomain;
use chie_domain::id::PostId;
use chie_domain::matter::{Matter, Verdict};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct OneProps {
    pub(super) brand: BrandDomain,
    pub(super) about: Matter,
    /// The decision that is being made.
    pub(super) deciding: Option<Verdict>,
    pub(super) decide: Callback<Option<Verdict>>,
    /// Something was decided.
    pub(super) done: Callback<()>,
}

/// What can be decided about it.
pub(super) fn fitting(about: &Matter) -> &'static [Verdict] {
    match about {
        Matter::Post(PostId::Opening(_)) => {
            &[Verdict::Kept, Verdict::Hidden, Verdict::Removed, Verdict::AuthorHeld, Verdict::Merged, Verdict::Moved]
        }
        Matter::Post(PostId::Reply(_)) | Matter::Photo(_) | Matter::Name(_) => {
            &[Verdict::Kept, Verdict::Hidden, Verdict::Removed, Verdict::AuthorHeld]
        }
        Matter::Badge => &[Verdict::Kept],
        Matter::Community => &[Verdict::Kept, Verdict::TakenDown],
    }
}

/// A matter.
#[component]
pub(super) fn One(props: &OneProps) -> Html {
    let front = use_front();
    let OneProps { brand, about, deciding, decide, done } = props;
    let state = use_state(|| Remote::<Response>::Loading);
    let turn = use_state(|| 0_u32);
    use_effect_with((*turn, front.epoch), {
        let (state, route) = (state.setter(), Route::GetMatter(brand.clone(), about.clone()));
        move |_| {
            wasm_bindgen_futures::spawn_local(async move {
                state.set(match client::read::<Response>(&route, &[]).await {
                    Ok(found) => Remote::Ready(found),
                    Err(trouble) => Remote::Failed(trouble),
                });
            });
        }
    });
    let again = {
        let turn = turn.clone();
        Callback::from(move |()| turn.set(turn.wrapping_add(1)))
    };
    let back = html! { <p class="back house-back"><a href={Screen::House(None).href()}>{ front.house(House::Back) }</a></p> };
    let Remote::Ready(it) = &*state else {
        return html! { <>{ back }{ waiting(&state, front.say(Msg::Loading), &again) }</> };
    };
    let decided = {
        let (state, done, decide) = (state.setter(), done.clone(), decide.clone());
        Callback::from(move |matter: Response| {
            state.set(Remote::Ready(matter));
            decide.emit(None);
            done.emit(());
        })
    };
    let fits = deciding.filter(|verdict| fitting(about).contains(verdict));
    html! {
        <article class="matter">
            { back }
            { head(&front, it) }
            { appeal(&front, it) }
            { thing(&front, it) }
            { buttons(&front, it, decide) }
            { flags(&front, it) }
            { around(&front, it) }
            { history(&front, it) }
            if *about == Matter::Community { <GuardSwitch brand={brand.clone()} /> }
            <Decide brand={brand.clone()} about={about.clone()} verdict={fits} leave={decide.reform(|()| None)} {decided} />
        </article>
    }
}

fn head(front: &Front, it: &Response) -> Html {
    let sight = front.house(match it.sight {
        Sight::Public => House::SightPublic,
        Sight::Hidden => House::SightHidden,
        Sight::Removed => House::SightRemoved,
        Sight::Gone => House::SightGone,
    });
    let page = it.place.as_ref().map(|place| format!("{}/c/{}/{}/{}", front.home, it.brand, place.product, place.thread));
    html! {
        <div class="head">
            <h2>{ kind(front, &it.about) }{ " · " }<bdi>{ it.brand.as_str() }</bdi></h2>
            if let Some(place) = &it.place { <p><bdi>{ place.title.clone() }</bdi></p> }
            <p class="meta">
                <b>{ sight }</b>
                if let Some(waits) = it.waits { <b class="late">{ front.house(waits_word(waits)) }</b> }
                if it.place.as_ref().is_some_and(|place| place.official) { <span>{ front.house(House::Official) }</span> }
                if let Some(page) = page { <a href={page} target="_blank" rel="noopener">{ front.house(House::PublicPage) }</a> }
                <a href={format!("{}/record/{}", front.home, it.brand)} target="_blank" rel="noopener">{ front.house(House::Record) }</a>
                if it.about != Matter::Community {
                    <a href={Screen::House(Some((it.brand.clone(), Matter::Community))).href()}>{ front.house(House::Community) }</a>
                }
            </p>
            if let Some(ground) = it.ground { <p class="reason">{ ground_text(&front.words, ground) }</p> }
        </div>
    }
}

fn appeal(front: &Front, it: &Response) -> Html {
    let Some(appeal) = it.appeal.as_ref().filter(|appeal| !appeal.decided) else { return Html::default() };
    let when = match appeal.from {
        None => Some(front.house(House::AppealByOther)),
        Some(from) if from > front.clock().now => Some(front.house_of(House::AppealFrom, &[&front.minute(from)])),
        Some(_) => None,
    };
    html! {
        <Note mood={Mood::Care} title={front.house(House::Appeal)}>
            <p><bdi>{ appeal.words.clone() }</bdi></p>
            <p class="hint">{ front.minute(appeal.at) }</p>
            if let Some(when) = when { <p class="hint">{ when }</p> }
        </Note>
    }
}

fn thing(front: &Front, it: &Response) -> Html {
    let nothing_below = |_: &PhotoView| None;
    html! {
        <section class="thing">
            if let Some(who) = &it.author {
                { it.place.as_ref().map(|place| author::byline(&front.words, front.clock(), who, place.at, None)).unwrap_or_default() }
                <p class="meta">
                    <span>{ front.house_of(House::Posts, &[&it.posts.to_string()]) }</span>
                    if it.removed > 0 { <b>{ front.house_of(House::RemovedBefore, &[&it.removed.to_string()]) }</b> }
                    if let Some((since, _)) = it.author_held { <b>{ front.house_of(House::AuthorIsHeld, &[&front.day(since)]) }</b> }
                </p>
            }
            if let Some(name) = &it.name { <p class="name"><bdi>{ name.clone() }</bdi></p> }
            if let Some(words) = &it.words { { markup::whole(&front.words, words) } }
            { photos::album(&front.words, &front.home, &it.photos, &nothing_below) }
        </section>
    }
}

fn buttons(front: &Front, it: &Response, decide: &Callback<Option<Verdict>>) -> Html {
    let one = |verdict: &Verdict| {
        let (verdict, place) = (*verdict, Verdict::ALL.iter().position(|other| other == verdict).map_or(0, |place| place + 1));
        let (name, _) = verdict_words(verdict);
        let name = if verdict == Verdict::Kept && it.about == Matter::Community && it.sight == Sight::Removed {
            House::OpenAgain
        } else {
            name
        };
        let weight = if verdict == Verdict::Removed || verdict == Verdict::TakenDown { Weight::Danger } else { Weight::Quiet };
        html! { <Button label={format!("{place} {}", front.house(name))} {weight} press={decide.reform(move |()| Some(verdict))} /> }
    };
    html! { <div class="actions verdicts" role="group" aria-label={front.house(House::Decide)}>{ for fitting(&it.about).iter().map(one) }</div> }
}

fn flags(front: &Front, it: &Response) -> Html {
    html! {
        <section>
            <h3>{ front.house(House::Flags) }</h3>
            if it.flags.is_empty() { <p class="hint">{ front.house(House::NoFlags) }</p> }
            <ul class="told-list">
                { for it.flags.iter().map(|flag| html! {
                    <li>
                        <span class="meta"><b>{ front.house(asked_word(flag.asked)) }</b><span>{ front.house_of(House::Weight, &[&flag.weight.to_string()]) }</span><span>{ front.minute(flag.at) }</span></span>
                        <span>{ ground_text(&front.words, flag.ground) }</span>
                        if let Some(words) = &flag.words { <q><bdi>{ words.clone() }</bdi></q> }
                    </li>
                }) }
            </ul>
        </section>
    }
}

fn around(front: &Front, it: &Response) -> Html {
    if it.around.is_empty() {
        return Html::default();
    }
    html! {
        <details>
            <summary>{ front.house(House::Around) }</summary>
            { for it.around.iter().map(|near| html! {
                <div class="near">{ author::byline(&front.words, front.clock(), &near.author, near.at, None) }<p><bdi>{ near.excerpt.clone() }</bdi></p></div>
            }) }
        </details>
    }
}

fn history(front: &Front, it: &Response) -> Html {
    if it.decisions.is_empty() {
        return Html::default();
    }
    html! {
        <section>
            <h3>{ front.house(House::History) }</h3>
            <ol class="told-list">
                { for it.decisions.iter().map(|one| html! {
                    <li>
                        <span class="meta">
                            <b>{ front.house(verdict_words(one.verdict).0) }</b>
                            <span>{ front.minute(one.at) }</span>
                            <span>{ front.house(asked_word(one.asked)) }</span>
                            if one.on_appeal { <span>{ front.house(House::OnAppeal) }</span> }
                            if one.mine { <span>{ front.house(House::ByMe) }</span> }
                        </span>
                        if let Some(ground) = one.ground { <span>{ ground_text(&front.words, ground) }</span> }
                        if let Some(words) = &one.words { <q><bdi>{ words.clone() }</bdi></q> }
                    </li>
                }) }
            </ol>
        </section>
    }
}
