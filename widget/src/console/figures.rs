//! Figures about the community, each with how it is counted beside it. Everybody may read them; none ranks people.

use super::brand_room::RoomProps;
use super::care::Moods;
use super::client;
use super::front::{Front, Remote, use_front};
use super::locale::{Insight, Msg};
use super::parts::waiting;
use super::trouble::Trouble;
use chie_domain::api::get_figures;
use chie_domain::api::route::Route;
use chie_domain::api::search_threads::{self, Answered};
use chie_domain::brand::BrandDomain;
use yew::prelude::*;

/// What is read for the room.
#[derive(Debug, Clone, PartialEq)]
struct Read {
    figures: get_figures::Response,
    threads: search_threads::Response,
}

async fn fetch(brand: BrandDomain) -> Result<Read, Trouble> {
    let figures = client::read(&Route::GetFigures(brand.clone()), &[]).await?;
    let threads = client::read(&Route::SearchThreads(brand), &[("limit", "1")]).await?;
    Ok(Read { figures, threads })
}

/// The room of figures.
#[component]
pub(crate) fn Figures(props: &RoomProps) -> Html {
    let front = use_front();
    let state = use_state(|| Remote::<Read>::Loading);
    let load = {
        let (state, brand) = (state.clone(), props.desk.brand().clone());
        Callback::from(move |()| {
            let (setter, brand) = (state.setter(), brand.clone());
            wasm_bindgen_futures::spawn_local(async move {
                setter.set(match fetch(brand).await {
                    Ok(read) => Remote::Ready(read),
                    Err(trouble) => Remote::Failed(trouble),
                });
            });
        })
    };
    use_effect_with(front.epoch, {
        let load = load.clone();
        move |_| load.emit(())
    });
    let body = match &*state {
        Remote::Ready(read) => html! { <>{ left(&front, &read.figures) }{ threads(&front, &read.threads) }</> },
        Remote::Loading | Remote::Failed(_) => waiting(&state, front.say(Msg::Loading), &load),
    };
    html! {
        <>
            <h1 tabindex="-1">{ front.say(Msg::Insight(Insight::FiguresTitle)) }</h1>
            <p class="lead">{ front.say(Msg::Insight(Insight::FiguresLead)) }</p>
            { body }
            <Moods desk={props.desk.clone()} />
            if props.desk.is_owner() || front.is_operator() {
                { carry(&front, props.desk.brand()) }
            }
        </>
    }
}

fn table(caption: AttrValue, rows: &[(AttrValue, u32)]) -> Html {
    html! {
        <table>
            <caption class="hidden">{ caption }</caption>
            <tbody>
                { for rows.iter().map(|(name, number)| html! { <tr><th scope="row">{ name.clone() }</th><td class="n">{ *number }</td></tr> }) }
            </tbody>
        </table>
    }
}

/// How many left with an answer.
fn left(front: &Front, figures: &get_figures::Response) -> Html {
    let say = |it: Insight<'_>| front.say(Msg::Insight(it));
    let rows = [
        (say(Insight::LeftLately), figures.left_with_answer),
        (say(Insight::LeftEver), figures.left_with_answer_ever),
        (say(Insight::LeftOpen), figures.still_open),
    ];
    html! {
        <section class="care" id="left">
            <h2>{ say(Insight::LeftTitle) }</h2>
            { table(say(Insight::LeftTitle), &rows) }
            <p class="hint">{ say(Insight::LeftMethod) }</p>
        </section>
    }
}

/// How many threads have an answer.
fn threads(front: &Front, found: &search_threads::Response) -> Html {
    let say = |it: Insight<'_>| front.say(Msg::Insight(it));
    let with = |wanted: Answered| found.counts.answered.iter().find(|count| count.value == wanted).map_or(0, |count| count.threads);
    let rows = [
        (say(Insight::ThreadsAll), found.threads),
        (say(Insight::ThreadsAnswered), with(Answered::Any)),
        (say(Insight::ThreadsAccepted), with(Answered::Accepted)),
        (say(Insight::ThreadsOfficial), with(Answered::Official)),
    ];
    html! {
        <section class="care" id="answered">
            <h2>{ say(Insight::AnsweredTitle) }</h2>
            { table(say(Insight::AnsweredTitle), &rows) }
            <p class="hint">{ say(Insight::AnsweredMethod) }</p>
        </section>
    }
}

/// The whole community as a file.
fn carry(front: &Front, brand: &BrandDomain) -> Html {
    let say = |it: Insight<'_>| front.say(Msg::Insight(it));
    html! {
        <section class="care" id="carry">
            <h2>{ say(Insight::CarryTitle) }</h2>
            <p>{ say(Insight::CarryLead) }</p>
            <p class="actions"><a class="btn quiet" href={Route::ExportCommunity(brand.clone()).path()} download="">{ say(Insight::CarryButton) }</a></p>
        </section>
    }
}
