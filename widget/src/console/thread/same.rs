//! Whether a thread is the same as another one: what trusted members or the asker said, which a representative can take back, and
//! what looks alike, for a representative to say it.

use super::super::client;
use super::super::front::{Remote, use_front};
use super::super::locale::{Insight, Msg};
use super::super::parts::{Button, Weight, waiting};
use super::super::row;
use crate::parts::author;
use chie_domain::api::route::Route;
use chie_domain::api::set_duplicate::{Request, Response};
use chie_domain::api::suggest_threads;
use chie_domain::api::view::{ThreadRow, ThreadView};
use chie_domain::brand::BrandDomain;
use chie_domain::id::ThreadId;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct SameProps {
    pub(super) brand: BrandDomain,
    pub(super) view: ThreadView,
    pub(super) changed: Callback<ThreadView>,
}

/// Whether it is the same as another one.
#[component]
pub(super) fn Same(props: &SameProps) -> Html {
    let front = use_front();
    let SameProps { brand, view, changed } = props;
    let alike = use_state(|| Remote::<Vec<ThreadRow>>::Loading);
    // What is shown now: answers about anything else come too late.
    let shown = use_mut_ref(|| (view.row.id.clone(), view.row.title.clone()));
    *shown.borrow_mut() = (view.row.id.clone(), view.row.title.clone());
    let busy = use_state(|| false);
    let settle = {
        let (front, brand, id, changed) = (front.clone(), brand.clone(), view.row.id.clone(), changed.clone());
        let (busy, alike) = (busy.clone(), alike.clone());
        Callback::from(move |of: Option<ThreadId>| {
            if *busy {
                return;
            }
            let done = if of.is_some() { Insight::SameDone } else { Insight::SameUndone };
            let (route, told, changed) = (Route::SettleDuplicate(brand.clone(), id.clone()), front.clone(), changed.clone());
            let alike = alike.clone();
            let work = async move { client::write::<_, Response>(&route, &Request { of }, "").await };
            front.run(&busy, work, move |outcome| match outcome {
                Ok(answer) => {
                    alike.set(Remote::Loading);
                    changed.emit(answer.thread);
                    told.tell(Msg::Insight(done));
                }
                Err(trouble) => told.tell_trouble(&trouble),
            });
        })
    };
    let load = {
        let (brand, product, alike, shown) = (brand.clone(), view.row.product.to_string(), alike.setter(), shown);
        let asked = (view.row.id.clone(), view.row.title.clone());
        Callback::from(move |()| {
            let (route, product) = (Route::SuggestThreads(brand.clone()), product.clone());
            let (alike, shown, asked) = (alike.clone(), shown.clone(), asked.clone());
            alike.set(Remote::Loading);
            wasm_bindgen_futures::spawn_local(async move {
                let (own, title) = &asked;
                let query = [("q", title.as_str()), ("product", product.as_str())];
                let found = client::read::<suggest_threads::Response>(&route, &query).await;
                if *shown.borrow() == asked {
                    let others =
                        |found: suggest_threads::Response| found.likely.into_iter().map(|one| one.row).filter(|row| row.id != *own);
                    alike.set(found.map_or_else(Remote::Failed, |found| Remote::Ready(others(found).collect())));
                }
            });
        })
    };
    // Looked for as soon as the thread is open; while none is there it is the same as no other one.
    use_effect_with((view.row.id.clone(), view.row.title.clone(), view.duplicate.is_some()), {
        let load = load.clone();
        move |&(.., settled)| {
            if !settled {
                load.emit(());
            }
        }
    });
    let line = |other: &ThreadRow| {
        html! {
            <>
                <a href={row::in_console(brand, &other.id)}>{ crate::parts::icon::kind(other.kind) }<bdi>{ other.title.clone() }</bdi></a>
                <div class="meta">{ row::state(&front, other) }{ row::me_too(&front, other) }{ row::age(&front, other) }</div>
            </>
        }
    };
    let body = match (&view.duplicate, &*alike) {
        (Some(mark), _) => {
            let who = author::name(&front.words, &mark.by);
            html! {
                <>
                    <p>{ front.say(Msg::Insight(Insight::SameSaid { who: &who, day: &front.day(mark.at) })) }</p>
                    <div class="one">{ line(&mark.thread) }</div>
                    <p class="actions"><Button label={front.say(Msg::Insight(Insight::NotSame))} weight={Weight::Quiet} rest={*busy} press={settle.reform(|()| None)} /></p>
                </>
            }
        }
        (None, Remote::Loading | Remote::Failed(_)) => waiting(&alike, front.say(Msg::Loading), &load),
        (None, Remote::Ready(rows)) if rows.is_empty() => {
            html! { <p role="status">{ front.say(Msg::Insight(Insight::SameNone)) }</p> }
        }
        (None, Remote::Ready(rows)) => html! {
            <>
            <p class="hint">{ front.say(Msg::Insight(Insight::SameLead)) }</p>
            <ul class="alike">
                { for rows.iter().map(|other| {
                    let (id, spoken) = (other.id.clone(), front.say(Msg::Insight(Insight::SameAs(&other.title))));
                    html! {
                        <li key={other.id.as_str()}>{ line(other) }
                            <Button label={front.say(Msg::Insight(Insight::SameThis))} {spoken} weight={Weight::Quiet} rest={*busy} press={settle.reform(move |()| Some(id.clone()))} /></li>
                    }
                }) }
            </ul>
            </>
        },
    };
    html! {
        <section class="status same" id="same">
            <h2>{ front.say(Msg::Insight(Insight::SameTitle)) }</h2>
            { body }
        </section>
    }
}
