//! The list of what waits, the most pressing first; one takes a thread, or hands it back.

use super::super::client;
use super::super::desk::{Desk, Standing};
use super::super::front::{Front, Remote, use_front};
use super::super::locale::{Msg, Work};
use super::super::parts::{Button, Mood, Note, Weight, waiting};
use super::super::row;
use super::{Arrivals, use_work};
use crate::parts::{face, icon};
use chie_domain::api::get_work::WorkRow;
use chie_domain::api::route::Route;
use chie_domain::api::set_taken::Request;
use serde::de::IgnoredAny;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct WaitingProps {
    pub(crate) desk: Desk,
    /// What stands in the third tab.
    pub(crate) all: Html,
    /// How many these are.
    pub(crate) official: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tab {
    Waiting,
    Arrivals,
    All,
}

/// What waits for the company.
#[component]
pub(crate) fn Waiting(props: &WaitingProps) -> Html {
    let front = use_front();
    let WaitingProps { desk, all, official } = props;
    let tab = use_state(|| Tab::Waiting);
    let work = use_work(&front, desk.brand(), true);
    let Remote::Ready(data) = &work.state else {
        return html! { <><h1 tabindex="-1">{ front.work(Work::WaitingTitle) }</h1>{ waiting(&work.state, front.say(Msg::Loading), &work.again) }</> };
    };
    let choose = |which: Tab, word: Work, n: usize| {
        let press = {
            let tab = tab.clone();
            move |()| tab.set(which)
        };
        html! { <Button label={front.work_of(word, &[&n.to_string()])} weight={Weight::Quiet} pressed={*tab == which} {press} /> }
    };
    let shown = match *tab {
        Tab::Waiting if data.waiting.is_empty() => {
            html! { <Note mood={Mood::Good} title={front.work(Work::NobodyWaits)}></Note> }
        }
        Tab::Waiting => html! {
            <ul class="rows work">
                { for data.waiting.iter().map(|it| html! {
                    <One key={it.row.id.as_str()} desk={desk.clone()} it={it.clone()} again={work.again.clone()} />
                }) }
            </ul>
        },
        Tab::Arrivals => html! { <Arrivals desk={desk.clone()} rows={data.arrivals.clone()} again={work.again.clone()} /> },
        Tab::All => all.clone(),
    };
    html! {
        <>
            <h1 tabindex="-1">{ front.work(Work::WaitingTitle) }</h1>
            <p class="lead">{ front.work(Work::WaitingLead) }</p>
            <div class="tabs" role="group" aria-label={front.say(Msg::FilterLabel)}>
                { choose(Tab::Waiting, Work::TabWaiting, usize::try_from(data.total).unwrap_or(0)) }
                { choose(Tab::Arrivals, Work::TabArrivals, data.arrivals.len()) }
                { choose(Tab::All, Work::TabAll, *official) }
            </div>
            { shown }
        </>
    }
}

#[derive(Properties, PartialEq)]
struct OneProps {
    desk: Desk,
    it: WorkRow,
    again: Callback<()>,
}

/// One thread that waits.
#[component]
fn One(props: &OneProps) -> Html {
    let front = use_front();
    let OneProps { desk, it, again } = props;
    let busy = use_state(|| false);
    let row = &it.row;
    let mine = it.taken.as_ref().is_some_and(|taken| taken.me);
    let press = {
        let (front, busy, again) = (front.clone(), busy.clone(), again.clone());
        let route = Route::SetTaken(desk.brand().clone(), row.id.clone());
        Callback::from(move |()| {
            let (route, told, again) = (route.clone(), front.clone(), again.clone());
            let work = async move { client::write::<_, IgnoredAny>(&route, &Request { on: !mine }, "").await };
            front.run(&busy, work, move |outcome| {
                match outcome {
                    Ok(_) => {}
                    Err(trouble) if trouble.code() == "already_taken" => told.tell_wrong(Work::AlreadyTaken),
                    Err(trouble) => told.tell_trouble(&trouble),
                }
                again.emit(());
            });
        })
    };
    let taken = it.taken.as_ref().map(|taken| match (taken.me, &taken.by) {
        (true, _) => front.work(Work::TakenByMe),
        (false, by) => front.work_of(Work::TakenBy, &[by.as_deref().unwrap_or("…")]),
    });
    let free = it.taken.is_none() || mine;
    html! {
        <li>
            <div>
                <a href={row::in_console(desk.brand(), &row.id)}>{ icon::kind(row.kind) }<bdi>{ row.title.clone() }</bdi></a>
                <div class="meta">
                    if row.danger.is_some() { <b class="late">{ front.words.text(crate::locale::Msg::DangerTag) }</b> }
                    if let Some(mood) = it.mood { { face::face(&front.words, mood) } }
                    if it.late { <b class="late">{ front.work(Work::Late) }</b> }
                    <span>{ waited(&front, it.waited) }</span>
                    { row::state(&front, row) }
                    <span><bdi>{ it.product_name.clone() }</bdi></span>
                    { row::me_too(&front, row) }
                    if it.notes > 0 { <span>{ front.work_of(Work::NotesCount, &[&it.notes.to_string()]) }</span> }
                    if let Some(taken) = taken { <b><bdi>{ taken }</bdi></b> }
                </div>
            </div>
            if desk.standing == Standing::Acts && free {
                <Button label={front.work(if mine { Work::HandBack } else { Work::Take })} weight={Weight::Quiet} rest={*busy} {press}
                    spoken={(!mine).then(|| front.work_of(Work::TakeWhat, &[&row.title]))} />
            }
        </li>
    }
}

fn waited(front: &Front, minutes: u32) -> AttrValue {
    let time = front.work_of(Work::HoursMinutes, &[&(minutes / 60).to_string(), &(minutes % 60).to_string()]);
    front.work_of(Work::WaitedFor, &[&time])
}
