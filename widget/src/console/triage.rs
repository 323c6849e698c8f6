//! The threads that customers run, fetched with what decides whether to claim them; one table of them serves claiming and the arrival tray.

use super::browser;
use super::client;
use super::front::{Front, Remote, use_front};
use super::locale::{Msg, Work};
use super::row;
use crate::parts::{author, face};
use chie_domain::api::get_triage::{Response, TriageRow};
use chie_domain::api::route::Route;
use chie_domain::brand::BrandDomain;
use chie_domain::id::ThreadId;
use std::collections::BTreeSet;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// What was fetched, and asking again or for more.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Triage {
    pub(crate) state: Remote<Response>,
    pub(crate) again: Callback<()>,
    pub(crate) more: Callback<()>,
}

/// The triage of a brand.
#[hook]
pub(crate) fn use_triage(front: &Front, brand: &BrandDomain, acts: bool) -> Triage {
    let state = use_state(|| Remote::<Response>::Loading);
    let busy = use_state(|| false);
    let load = {
        let (front, state, busy, brand) = (front.clone(), state.clone(), busy, brand.clone());
        Callback::from(move |before: Option<Response>| {
            let route = Route::GetTriage(brand.clone());
            let cursor = before.as_ref().and_then(|it| it.next.clone());
            let state = state.clone();
            let work = async move {
                let query: Vec<_> = cursor.as_deref().map(|cursor| ("cursor", cursor)).into_iter().collect();
                client::read::<Response>(&route, &query).await
            };
            front.run(&busy, work, move |outcome| match outcome {
                Ok(mut triage) => {
                    let mut rows = before.map(|it| it.rows).unwrap_or_default();
                    rows.append(&mut triage.rows);
                    triage.rows = rows;
                    state.set(Remote::Ready(triage));
                }
                Err(trouble) => state.set(Remote::Failed(trouble)),
            });
        })
    };
    use_effect_with((brand.clone(), front.epoch, acts), {
        let load = load.clone();
        move |(_, _, acts)| {
            if *acts {
                load.emit(None);
            }
        }
    });
    let more = {
        let (load, state) = (load.clone(), state.clone());
        Callback::from(move |()| {
            if let Remote::Ready(it) = &*state {
                load.emit(Some(it.clone()));
            }
        })
    };
    Triage { state: (*state).clone(), again: load.reform(|()| None), more }
}

#[derive(Properties, PartialEq)]
pub(crate) struct TriageTableProps {
    pub(crate) brand: BrandDomain,
    pub(crate) rows: Vec<TriageRow>,
    pub(crate) selected: UseStateHandle<BTreeSet<ThreadId>>,
}

/// The table: kind, state, mood, how many have it too, age; beneath the title what should not be overlooked.
#[component]
pub(crate) fn TriageTable(props: &TriageTableProps) -> Html {
    let front = use_front();
    let TriageTableProps { brand, rows, selected } = props;
    let all = rows.iter().all(|it| selected.contains(&it.row.id));
    let every: BTreeSet<ThreadId> = rows.iter().map(|it| it.row.id.clone()).collect();
    let toggle_all = {
        let selected = selected.clone();
        move |_| selected.set(if all { BTreeSet::new() } else { every.clone() })
    };
    html! {
        <>
        <p class="all"><label><input type="checkbox" checked={all} onchange={toggle_all.clone()} />{ front.say(Msg::SelectAll) }</label></p>
        <table class="threads triage">
            <thead><tr>
                <th scope="col" class="pick"><input type="checkbox" checked={all} onchange={toggle_all} aria-label={front.say(Msg::SelectAll)} /></th>
                <th scope="col">{ front.say(Msg::ColThread) }</th>
                <th scope="col">{ front.say(Msg::ColState) }</th>
                <th scope="col">{ front.work(Work::ColMood) }</th>
                <th scope="col" class="n">{ front.say(Msg::ColSame) }</th>
                <th scope="col" class="n">{ front.say(Msg::ColAge) }</th>
            </tr></thead>
            <tbody>{ for rows.iter().map(|it| line(&front, brand, it, selected)) }</tbody>
        </table>
        </>
    }
}

fn line(front: &Front, brand: &BrandDomain, it: &TriageRow, selected: &UseStateHandle<BTreeSet<ThreadId>>) -> Html {
    let row = &it.row;
    let onchange = {
        let (selected, id) = (selected.clone(), row.id.clone());
        Callback::from(move |event: Event| {
            let mut next = (*selected).clone();
            if event.target_unchecked_into::<HtmlInputElement>().checked() {
                next.insert(id.clone());
            } else {
                next.remove(&id);
            }
            selected.set(next);
        })
    };
    let mood = it.mood_after.or(it.mood).map(|one| face::face(&front.words, one));
    html! {
        <tr key={row.id.as_str()}>
            <td class="pick"><input type="checkbox" checked={selected.contains(&row.id)} {onchange} aria-label={front.say(Msg::SelectThread(&row.title))} /></td>
            <td class="title">
                <a href={row::public_page(front, brand, row)} target="_blank" rel="noopener"><bdi>{ row.title.clone() }</bdi></a>
                if !it.danger_words.is_empty() {
                    <p><b class="late">{ front.work_of(Work::DangerWords, &[&it.danger_words.join(", ")]) }</b></p>
                }
                if let Some(by) = &it.accepted {
                    <p class="hint">{ front.work_of(Work::AcceptedOf, &[&author::called(&front.words, by)]) }</p>
                }
                if it.old { <p class="hint">{ front.work(Work::OldThread) }</p> }
                <div class="meta">{ row::kind(front, row) }<span><bdi>{ it.product_name.clone() }</bdi></span><span>{ front.words.count(crate::locale::Msg::Replies, row.replies) }</span><a href={row::in_console(brand, &row.id)} aria-label={front.say(Msg::ReadHereTitle(&row.title))}>{ front.say(Msg::ReadHere) }</a></div>
            </td>
            <td class="state">{ row::state(front, row) }</td>
            <td class="mood">{ mood }</td>
            <td class="n same" data-label={front.say(Msg::ColSame)}>if row.me_too > 0 { { row.me_too } }</td>
            <td class="n">{ row::age(front, row) }</td>
        </tr>
    }
}

/// The clock of a moment, for those who only need the minute.
pub(crate) fn minutes_left(until: chie_domain::time::Timestamp) -> u64 {
    until.since(browser::now()).millis().div_ceil(60_000)
}
