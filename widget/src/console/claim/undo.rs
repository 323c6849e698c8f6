//! What was claimed a few minutes ago: nobody was mailed yet, and all of it can be undone.

use super::super::client;
use super::super::front::use_front;
use super::super::locale::Work;
use super::super::parts::{Button, Mood, Note, Weight};
use super::super::triage::minutes_left;
use chie_domain::api::get_triage::Undoable;
use chie_domain::api::route::Route;
use chie_domain::brand::BrandDomain;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct UndoProps {
    pub(super) brand: BrandDomain,
    pub(super) acts: Vec<Undoable>,
    pub(super) changed: Callback<()>,
}

/// The notes about acts that can be undone.
#[component]
pub(super) fn Undo(props: &UndoProps) -> Html {
    let front = use_front();
    let busy = use_state(|| false);
    let one = |it: &Undoable| {
        let press = {
            let (front, busy, changed) = (front.clone(), busy.clone(), props.changed.clone());
            let route = Route::UndoClaim(props.brand.clone(), it.act.clone());
            Callback::from(move |()| {
                let (route, told, changed) = (route.clone(), front.clone(), changed.clone());
                front.run(&busy, async move { client::act_only(&route).await }, move |outcome| {
                    match outcome {
                        Ok(()) => told.tell_done(Work::Undone),
                        Err(trouble) if trouble.code() == "too_late" => told.tell_wrong(Work::UndoTooLate),
                        Err(trouble) => told.tell_trouble(&trouble),
                    }
                    changed.emit(());
                });
            })
        };
        let (threads, minutes) = (it.threads.to_string(), minutes_left(it.until).to_string());
        html! {
            <Note key={it.act.as_str()} mood={Mood::Good} title={front.work_of(Work::UndoTitle, &[&threads])}>
                <p>{ front.work_of(Work::UndoLead, &[&minutes]) }</p>
                <p class="actions"><Button label={front.work(Work::Undo)} weight={Weight::Quiet} rest={*busy} {press} /></p>
            </Note>
        }
    };
    html! { <>{ for props.acts.iter().map(one) }</> }
}
