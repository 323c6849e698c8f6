//! The threads that wait, those that wait longest first.

use super::brand_room::{RoomProps, gate};
use super::care::{Emergency, Moods};
use super::client;
use super::desk::{Desk, Standing, waits};
use super::front::{Front, Remote, use_front};
use super::locale::Msg;
use super::parts::{Button, Mood, Note, Weight, waiting};
use super::row;
use super::screen::{Room, Screen};
use super::work::Waiting;
use chie_domain::api::route::Route;
use chie_domain::api::view::{ThreadPage, ThreadRow};
use chie_domain::brand::BrandDomain;
use yew::prelude::*;

/// The threads that wait.
#[component]
pub(crate) fn Threads(props: &RoomProps) -> Html {
    let front = use_front();
    let desk = &props.desk;
    if !desk.can_claim() && front.is_operator() {
        return html! { <Everybodys brand={desk.brand().clone()} /> };
    }
    if let Some(gate) = gate(&front, desk) {
        return html! { <><h1 tabindex="-1">{ front.say(Msg::AllThreadsTitle) }</h1>{ gate }</> };
    }
    let official: Vec<&ThreadRow> = desk.official().collect();
    if official.is_empty() && desk.data.threads.next.is_none() {
        let href = Screen::Brand(desk.brand().clone(), Room::Claim).href();
        return html! {
            <>
                <h1 tabindex="-1">{ front.say(Msg::AllThreadsTitle) }</h1>
                <Note mood={Mood::Plain} title={front.say(Msg::NothingClaimed)}>
                    <p>{ front.say(Msg::NothingClaimedLead) }</p>
                    <p class="actions"><a class="btn" {href}>{ front.say(Msg::GoToClaim) }</a></p>
                </Note>
            </>
        };
    }
    let all = html! {
        <>
            { list(&front, desk.brand(), &official, &|row| product(desk, row)) }
            if desk.data.threads.next.is_some() {
                <p class="actions"><Button label={front.say(Msg::LoadMore)} weight={Weight::Quiet} press={desk.more.clone()} /></p>
            }
        </>
    };
    html! {
        <>
            <Waiting desk={desk.clone()} official={official.len()} {all} />
            if desk.standing == Standing::Acts { <Emergency desk={desk.clone()} /> }
            <Moods desk={desk.clone()} />
        </>
    }
}

fn product(desk: &Desk, row: &ThreadRow) -> String {
    desk.product(&row.product).map_or_else(|| row.product.to_string(), |product| product.name.clone())
}

fn list(front: &Front, brand: &BrandDomain, rows: &[&ThreadRow], product: &dyn Fn(&ThreadRow) -> String) -> Html {
    html! {
        <ul class="rows">
            { for rows.iter().map(|row| html! {
                <li key={row.id.as_str()}>
                    <a href={row::in_console(brand, &row.id)}>{ crate::parts::icon::kind(row.kind) }<bdi>{ row.title.clone() }</bdi></a>
                    <div class="meta">
                        { row::state(front, row) }
                        if row.danger.is_some() { <b class="late">{ front.words.text(crate::locale::Msg::DangerTag) }</b> }
                        <span><bdi>{ product(row) }</bdi></span>
                        <span>{ front.words.count(crate::locale::Msg::Replies, row.replies) }</span>
                        { row::me_too(front, row) }
                        { row::age(front, row) }
                    </div>
                </li>
            }) }
        </ul>
    }
}

#[derive(Properties, PartialEq)]
struct EverybodysProps {
    brand: BrandDomain,
}

/// What everybody sees, for the operator, who governs by the published rules and speaks for no brand.
#[component]
fn Everybodys(props: &EverybodysProps) -> Html {
    let front = use_front();
    let state = use_state(|| Remote::<ThreadPage>::Loading);
    let busy = use_state(|| false);
    let load = {
        let (front, state, busy, brand) = (front.clone(), state.clone(), busy.clone(), props.brand.clone());
        Callback::from(move |before: Option<ThreadPage>| {
            let route = Route::ListThreads(brand.clone());
            let cursor = before.as_ref().and_then(|page| page.next.clone());
            let work = async move {
                let mut query = vec![("order", "active")];
                query.extend(cursor.as_deref().map(|cursor| ("cursor", cursor)));
                client::read::<ThreadPage>(&route, &query).await
            };
            let state = state.clone();
            front.run(&busy, work, move |outcome| match outcome {
                Ok(mut page) => {
                    let mut rows = before.map(|it| it.rows).unwrap_or_default();
                    rows.append(&mut page.rows);
                    // What speaks of danger and is not solved leads, however long ago somebody wrote there.
                    rows.sort_by_key(|row| !(row.danger.is_some() && waits(row)));
                    state.set(Remote::Ready(ThreadPage { rows, next: page.next }));
                }
                Err(trouble) => state.set(Remote::Failed(trouble)),
            });
        })
    };
    use_effect_with(props.brand.clone(), {
        let load = load.clone();
        move |_| load.emit(None)
    });
    let again = load.reform(|()| None);
    let body = match &*state {
        Remote::Ready(page) => {
            let rows: Vec<&ThreadRow> = page.rows.iter().collect();
            let more = {
                let page = page.clone();
                load.reform(move |()| Some(page.clone()))
            };
            html! {
                <>
                    { list(&front, &props.brand, &rows, &|row| row.product.to_string()) }
                    if page.next.is_some() {
                        <p class="actions"><Button label={front.say(Msg::LoadMore)} weight={Weight::Quiet} rest={*busy} press={more} /></p>
                    }
                </>
            }
        }
        Remote::Loading | Remote::Failed(_) => waiting(&state, front.say(Msg::Loading), &again),
    };
    html! { <><h1 tabindex="-1">{ front.say(Msg::AllThreadsTitle) }</h1>{ body }</> }
}
