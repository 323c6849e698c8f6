//! What colleagues tell one another on a thread. Nobody else ever sees it.

use super::super::browser;
use super::super::client;
use super::super::front::{Remote, use_front};
use super::super::loaded::use_loaded;
use super::super::locale::{Msg, Work};
use super::super::parts::{Button, Field, Weight, waiting};
use super::super::sign_in::{submitted, typed_into};
use super::super::trouble::Trouble;
use crate::parts::time;
use chie_domain::api::error::ApiError;
use chie_domain::api::get_notes::Response;
use chie_domain::api::post_note::Request;
use chie_domain::api::route::Route;
use chie_domain::brand::BrandDomain;
use chie_domain::id::ThreadId;
use chie_domain::text::Body;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct NotesProps {
    pub(super) brand: BrandDomain,
    pub(super) id: ThreadId,
}

/// The notes of a thread.
#[component]
pub(super) fn Notes(props: &NotesProps) -> Html {
    let front = use_front();
    let body = use_state(String::new);
    let wrong = use_state(|| None::<Trouble>);
    let busy = use_state(|| false);
    let (state, load) = use_loaded::<Response>(&front, Route::GetNotes(props.brand.clone(), props.id.clone()), true, &busy);
    let add = {
        let (front, state, body, wrong, busy) = (front.clone(), state.clone(), body.clone(), wrong.clone(), busy.clone());
        let route = Route::PostNote(props.brand.clone(), props.id.clone());
        Callback::from(move |()| {
            let words = match Body::parse(&body) {
                Ok(words) => words,
                Err(error) => return wrong.set(Some(ApiError::from_value(&error, "body").into())),
            };
            wrong.set(None);
            let (route, told, state, body, key) = (route.clone(), front.clone(), state.clone(), body.clone(), browser::fresh_key());
            let work = async move { client::write::<_, Response>(&route, &Request { body: words }, &key).await };
            front.run(&busy, work, move |outcome| match outcome {
                Ok(notes) => {
                    body.set(String::new());
                    state.set(Remote::Ready(notes));
                    told.tell_done(Work::NoteAdded);
                }
                Err(trouble) => told.tell_trouble(&trouble),
            });
        })
    };
    html! {
        <form class="status notes" onsubmit={submitted(add)} novalidate=true>
            <h2>{ front.work(Work::NotesTitle) }</h2>
            <p class="hint">{ front.work(Work::NotesLead) }</p>
            { waiting(&state, front.say(Msg::Loading), &load) }
            if let Remote::Ready(it) = &*state {
                <ul class="lines">
                    { for it.notes.iter().map(|note| html! {
                        <li><div><p dir="auto">{ note.body.clone() }</p><div class="meta"><bdi>{ note.by.clone().unwrap_or_default() }</bdi>{ time::ago(&front.words, front.clock(), note.at) }</div></div></li>
                    }) }
                </ul>
            }
            <Field id="note" rows={3} label={front.work(Work::NoteLabel)} wrong={wrong.as_ref().map(|it| it.say(front.locale))}
                value={(*body).clone()} typed={typed_into(&body)} />
            <p class="actions"><Button label={front.work(Work::NoteAdd)} weight={Weight::Quiet} rest={*busy} /></p>
        </form>
    }
}
