//! Where somebody is signed in on the console, and ending it from here.

use super::super::client;
use super::super::front::{Remote, use_front};
use super::super::loaded::use_loaded;
use super::super::locale::{Msg, Work};
use super::super::parts::{Button, Weight, waiting};
use chie_domain::api::get_sessions::{Response, SessionView};
use chie_domain::api::route::Route;
use yew::prelude::*;

/// The sessions.
#[component]
pub(super) fn Sessions() -> Html {
    let front = use_front();
    let busy = use_state(|| false);
    let (state, load) = use_loaded::<Response>(&front, Route::GetSessions, true, &busy);
    let line = |session: &SessionView| {
        let press = {
            let (front, busy, load, id) = (front.clone(), busy.clone(), load.clone(), session.id.clone());
            Callback::from(move |()| {
                let (route, told, load) = (Route::EndSession(id.clone()), front.clone(), load.clone());
                front.run(&busy, async move { client::act_only(&route).await }, move |outcome| {
                    match outcome {
                        Ok(()) => told.tell_done(Work::SessionEnded),
                        Err(trouble) => told.tell_trouble(&trouble),
                    }
                    load.emit(());
                });
            })
        };
        let since = front.minute(session.since);
        html! {
            <li key={session.id.as_str()}>
                <div><b>{ front.work_of(Work::ActsSince, &[&since]) }</b><div class="meta"><bdi>{ session.program.chars().take(80).collect::<String>() }</bdi></div></div>
                if session.this {
                    <span class="hint">{ front.work(Work::SessionThis) }</span>
                } else {
                    <Button label={front.work(Work::SessionEnd)} spoken={front.work_of(Work::SessionEndWhat, &[&since])} weight={Weight::Quiet} {press} />
                }
            </li>
        }
    };
    html! {
        <section>
            <h2>{ front.work(Work::SessionsTitle) }</h2>
            { waiting(&state, front.say(Msg::Loading), &load) }
            if let Remote::Ready(it) = &*state { <ul class="lines">{ for it.sessions.iter().map(line) }</ul> }
        </section>
    }
}
