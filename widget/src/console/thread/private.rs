//! Private notes of a thread: what the brand asked whoever began it, and what they answered. Colleagues read it; those who answer
//! officially ask.

use super::super::browser;
use super::super::client;
use super::super::front::{Front, Remote, use_front};
use super::super::loaded::use_loaded;
use super::super::locale::{Msg, Work};
use super::super::parts::{Button, Field, Weight, waiting};
use super::super::sign_in::{submitted, typed_into};
use super::super::trouble::Trouble;
use crate::parts::{icon, time};
use chie_domain::api::ask_privately::Request;
use chie_domain::api::error::ApiError;
use chie_domain::api::get_private_notes::{PrivateNoteView, Response};
use chie_domain::api::route::Route;
use chie_domain::brand::BrandDomain;
use chie_domain::id::ThreadId;
use chie_domain::private::{PrivateStanding, Side, Wanted};
use chie_domain::text::Body;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct PrivateProps {
    pub(super) brand: BrandDomain,
    pub(super) id: ThreadId,
}

const fn name(wanted: Wanted) -> Work {
    match wanted {
        Wanted::Serial => Work::WantSerial,
        Wanted::Address => Work::WantAddress,
        Wanted::Receipt => Work::WantReceipt,
        Wanted::Photo => Work::WantPhoto,
        Wanted::Other => Work::WantOther,
    }
}

/// The private notes of an official thread.
#[component]
pub(super) fn Private(props: &PrivateProps) -> Html {
    let front = use_front();
    let (body, wanted) = (use_state(String::new), use_state(|| Wanted::Serial));
    let wrong = use_state(|| None::<Trouble>);
    let busy = use_state(|| false);
    let (state, load) = use_loaded::<Response>(&front, Route::SeePrivateNotes(props.brand.clone(), props.id.clone()), true, &busy);
    let ask = {
        let (front, state, body, wrong, busy) = (front.clone(), state.clone(), body.clone(), wrong.clone(), busy.clone());
        let (route, wanted) = (Route::AskPrivately(props.brand.clone(), props.id.clone()), *wanted);
        Callback::from(move |()| {
            if *busy {
                return;
            }
            let words = match Body::parse(&body) {
                Ok(words) => words,
                Err(error) => {
                    wrong.set(Some(ApiError::from_value(&error, "body").into()));
                    return browser::focus("#private-words");
                }
            };
            wrong.set(None);
            let (route, told, state, body, key) = (route.clone(), front.clone(), state.clone(), body.clone(), browser::fresh_key());
            let work = async move { client::write::<_, Response>(&route, &Request { wanted, body: words }, &key).await };
            front.run(&busy, work, move |outcome| match outcome {
                Ok(exchange) => {
                    body.set(String::new());
                    state.set(Remote::Ready(exchange));
                    told.tell_done(Work::PrivateAsked);
                }
                Err(trouble) if trouble.code() == "asker_unconfirmed" => told.tell_wrong(Work::PrivateNoAddress),
                Err(trouble) => told.tell_trouble(&trouble),
            });
        })
    };
    let onchange = {
        let wanted = wanted.clone();
        Callback::from(move |event: Event| {
            let chosen = event.target_dyn_into::<HtmlSelectElement>().and_then(|it| Wanted::from_code(&it.value()));
            wanted.set(chosen.unwrap_or(Wanted::Other));
        })
    };
    let form = match &*state {
        Remote::Ready(it) if it.standing == PrivateStanding::Open => html! {
            <>
                <div class="entry">
                    <label for="private-wanted">{ front.work(Work::PrivateWanted) }</label>
                    <select id="private-wanted" class="field" {onchange}>
                        { for Wanted::ALL.into_iter().map(|one| html! {
                            <option value={one.code()} selected={*wanted == one}>{ front.work(name(one)) }</option>
                        }) }
                    </select>
                </div>
                <Field id="private-words" rows={3} label={front.work(Work::PrivateWords)} hint={front.work(Work::PrivateHint)}
                    wrong={wrong.as_ref().map(|it| it.say(front.locale))} value={(*body).clone()} typed={typed_into(&body)} />
                <p class="actions"><Button label={front.work(Work::PrivateAsk)} weight={Weight::Quiet} rest={*busy} /></p>
            </>
        },
        Remote::Ready(it) if it.standing == PrivateStanding::NoAddress => {
            html! { <p class="hint">{ front.work(Work::PrivateNoAddress) }</p> }
        }
        Remote::Ready(_) | Remote::Loading | Remote::Failed(_) => html! {},
    };
    html! {
        <form class="status notes private" onsubmit={submitted(ask)} novalidate=true>
            <h2>{ icon::icon(icon::LOCK) }{ front.work(Work::PrivateTitle) }</h2>
            <p class="hint">{ front.work(Work::PrivateLead) }</p>
            { waiting(&state, front.say(Msg::Loading), &load) }
            if let Remote::Ready(it) = &*state {
                <ul class="lines">{ for it.notes.iter().map(|note| one(&front, props, note)) }</ul>
            }
            { form }
        </form>
    }
}

fn one(front: &Front, props: &PrivateProps, it: &PrivateNoteView) -> Html {
    let who = match it.side {
        Side::Brand => it.who.clone().unwrap_or_else(|| props.brand.to_string()),
        Side::Asker => front.work(Work::PrivateAsker).to_string(),
    };
    let photo = |id: &chie_domain::id::PhotoId| {
        let address = Route::SeePrivatePhoto(props.brand.clone(), props.id.clone(), id.clone()).path();
        html! {
            <a href={address.clone()} target="_blank" rel="noopener"><img src={address} alt={front.work(Work::PrivatePhoto)} loading="lazy" /></a>
        }
    };
    html! {
        <li><div>
            if let Some(wanted) = it.wanted { <p><b>{ front.work(name(wanted)) }</b></p> }
            <p dir="auto">{ it.body.clone() }</p>
            { for it.photos.iter().map(photo) }
            <div class="meta">
                <bdi>{ who }</bdi>
                { time::ago(&front.words, front.clock(), it.at) }
                <span>{ front.work_of(Work::PrivateUntil, &[&front.day(it.until)]) }</span>
            </div>
        </div></li>
    }
}
