//! The arrival tray: threads that were old when they were claimed, settled many at once.

use super::super::browser;
use super::super::client;
use super::super::desk::{Desk, Standing};
use super::super::front::use_front;
use super::super::locale::{Msg, Work};
use super::super::parts::{Button, Field, Mood, Note, Weight};
use super::super::sign_in::typed_into;
use super::super::triage::TriageTable;
use super::super::trouble::Trouble;
use chie_domain::api::error::ApiError;
use chie_domain::api::get_triage::TriageRow;
use chie_domain::api::route::Route;
use chie_domain::api::settle_arrivals::{Request, Response, Settle};
use chie_domain::claim::ThreadIds;
use chie_domain::id::ThreadId;
use chie_domain::text::{Body, DisplayName};
use std::collections::BTreeSet;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct ArrivalsProps {
    pub(crate) desk: Desk,
    pub(crate) rows: Vec<TriageRow>,
    pub(crate) again: Callback<()>,
}

const WAYS: [(Settle, Work, Work); 3] = [
    (Settle::Thank, Work::SettleThank, Work::ThankWords),
    (Settle::Ask, Work::SettleAsk, Work::AskWords),
    (Settle::Close, Work::SettleClose, Work::CloseWords),
];

/// The tray.
#[component]
pub(crate) fn Arrivals(props: &ArrivalsProps) -> Html {
    let front = use_front();
    let ArrivalsProps { desk, rows, again } = props;
    let selected = use_state(BTreeSet::<ThreadId>::new);
    let way = use_state(|| Settle::Ask);
    let words = use_state(|| front.work(Work::AskWords).to_string());
    let name_key = format!("name.{}", desk.brand());
    let name = use_state(|| browser::kept(&name_key).unwrap_or_default());
    let wrong = use_state(|| None::<Trouble>);
    let busy = use_state(|| false);
    if rows.is_empty() {
        return html! { <Note mood={Mood::Good} title={front.work(Work::ArrivalsNone)}><p>{ front.work(Work::ArrivalsLead) }</p></Note> };
    }
    let chosen: Vec<ThreadId> = rows.iter().map(|it| it.row.id.clone()).filter(|id| selected.contains(id)).collect();
    let send = {
        let (front, brand, again, chosen) = (front.clone(), desk.brand().clone(), again.clone(), chosen.clone());
        let (way, words, name, wrong, busy, selected) =
            (way.clone(), words.clone(), name.clone(), wrong.clone(), busy.clone(), selected.clone());
        Callback::from(move |()| {
            let Ok(threads) = ThreadIds::of(&chosen) else { return front.tell(Msg::SelectFirst) };
            let said = !words.trim().is_empty();
            let (body, name) = match (Body::parse(&words), DisplayName::parse(&name)) {
                _ if !said && *way == Settle::Thank => (None, None),
                (Ok(body), Ok(name)) => (Some(body), Some(name)),
                (Err(error), _) => return wrong.set(Some(ApiError::from_value(&error, "body").into())),
                (_, Err(error)) => {
                    wrong.set(Some(ApiError::from_value(&error, "name").into()));
                    return browser::focus("#settle-name");
                }
            };
            if let Some(name) = &name {
                browser::keep(&name_key, name.as_str());
            }
            wrong.set(None);
            let route = Route::SettleArrivals(brand.clone());
            let asked = Request { threads, what: *way, body, name };
            let (told, again, selected, key) = (front.clone(), again.clone(), selected.clone(), browser::fresh_key());
            let work = async move { client::write::<_, Response>(&route, &asked, &key).await };
            front.run(&busy, work, move |outcome| match outcome {
                Ok(answer) => {
                    selected.set(BTreeSet::new());
                    told.tell_done_of(Work::Settled, &[&answer.settled.to_string()]);
                    again.emit(());
                }
                Err(trouble) => told.tell_trouble(&trouble),
            });
        })
    };
    let choose = |(which, label, offered): (Settle, Work, Work)| {
        let press = {
            let (front, way, words) = (front.clone(), way.clone(), words.clone());
            move |()| {
                way.set(which);
                words.set(front.work(offered).to_string());
            }
        };
        html! { <Button label={front.work(label)} weight={Weight::Quiet} pressed={*way == which} {press} /> }
    };
    let at = |field: &str| wrong.as_ref().filter(|it| it.field() == field).map(|it| it.say(front.locale));
    html! {
        <>
            <p class="lead">{ front.work(Work::ArrivalsLead) }</p>
            <TriageTable brand={desk.brand().clone()} rows={rows.clone()} selected={selected.clone()} />
            if desk.standing == Standing::Acts {
                <section class="narrow">
                    <div class="tabs" role="group">{ for WAYS.into_iter().map(choose) }</div>
                    <Field id="settle-words" rows={4} label={front.work(Work::SettleWords)} wrong={at("body")} value={(*words).clone()} typed={typed_into(&words)} />
                    <Field id="settle-name" label={front.say(Msg::YourName)} wrong={at("name")} autocomplete="given-name" value={(*name).clone()} typed={typed_into(&name)} />
                    <p class="actions"><Button label={front.work(WAYS.iter().find(|(which, ..)| which == &*way).map_or(Work::SettleAsk, |(_, label, _)| *label))} rest={*busy} press={send} /></p>
                </section>
            }
        </>
    }
}
