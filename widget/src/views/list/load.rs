//! Fetching lines and opening a thread.

use super::super::address;
use super::super::cx::Cx;
use super::super::moves::reply_draft;
use super::super::state::{Desk, Fetch, Filter, Opened, Screen, State, Writing};
use super::query;
use crate::client::{Call, Failure};
use crate::draft::Draft;
use chie_domain::api::route::Route;
use chie_domain::api::view::{ThreadPage, ThreadRow};
use chie_domain::id::ThreadId;
use chie_domain::tag::Tag;

/// Shows the threads of a filter.
pub(super) fn choose(cx: &Cx, filter: Filter) {
    if let Some(menu) = cx.root.cast::<web_sys::Element>().and_then(|root| root.query_selector("details[open]").ok().flatten()) {
        // The menu closes once something was chosen from it.
        let _ = menu.remove_attribute("open");
        // What was chosen is out of sight now: the focus goes to what opened it.
        cx.set(|state| state.focus_on(".ch-menu > summary"));
    }
    cx.set(move |state| {
        state.list.filter = filter;
        state.list.page.next = None;
    });
    begin(cx, filter, None);
}

/// Shows the next lines.
pub(super) fn more(cx: &Cx) {
    begin(cx, cx.state.list.filter, cx.state.list.page.next.clone());
}

/// Shows the threads with a tag, or all again.
pub(in super::super) fn show_tag(cx: &Cx, tag: Option<Tag>) {
    cx.set(move |state| {
        state.list.filter = Filter::All;
        state.list.tag = tag;
        state.list.page.next = None;
        state.show(Screen::List);
    });
    // The change stands before what follows it is asked for.
    cx.later(0, Box::new(|cx| begin(cx, Filter::All, None)));
}

fn begin(cx: &Cx, filter: Filter, cursor: Option<String>) {
    cx.set(|state| state.list.fetch = Fetch::Busy);
    cx.with_rest(move |cx, rest| match rest {
        Some(rest) => (rest.load_list)(cx, filter, cursor),
        None => cx.set(|state| state.list.fetch = Fetch::Failed),
    });
}

/// Fetches the lines of a filter, from a cursor on.
pub(in super::super) fn load_list(cx: &Cx, filter: Filter, cursor: Option<String>) {
    let call = filtered(cx, filter);
    let following = cursor.is_some();
    if !following {
        address::go(cx, &address_of(cx, filter), None);
    }
    let call = match cursor {
        Some(cursor) => call.query("cursor", &cursor),
        None => call,
    };
    // A button beside which nothing stood goes away with the lines that come.
    let pressed =
        cx.root.cast::<web_sys::Element>().and_then(|root| root.query_selector(".ch-none :focus").ok().flatten()).is_some();
    cx.ask::<ThreadPage>(call, move |cx, answer| {
        cx.set(move |state| {
            arrive(state, filter, following, answer);
            if pressed {
                state.focus_on(".ch-tabs [aria-current]");
            }
        });
    });
}

/// The address of a filter's lines on the product's own page.
pub(in super::super) fn address_of(cx: &Cx, filter: Filter) -> String {
    let page = cx.scene.product_page(&cx.state.product.key) + query(filter);
    match &cx.state.list.tag {
        Some(tag) => [&page, "&tag=", tag.as_str()].concat(),
        None => page,
    }
}

/// Asks for the lines of a filter.
pub(in super::super) fn filtered(cx: &Cx, filter: Filter) -> Call {
    let embed = &cx.scene.embed;
    let call = Call::new(Route::ListThreads(embed.community.brand.clone())).query("product", embed.product.key.as_str());
    let call = match filter {
        Filter::All | Filter::Other => call,
        Filter::Solved => call.query("phase", "resolved"),
        Filter::Waiting => call.query("phase", "open"),
        Filter::Kind(kind) => call.query("kind", kind.code()),
    };
    match &cx.state.list.tag {
        Some(tag) => call.query("tag", tag.as_str()),
        None => call,
    }
}

fn arrive(state: &mut State, filter: Filter, following: bool, answer: Result<ThreadPage, Failure>) {
    let list = &mut state.list;
    // An answer about a filter that is no longer chosen is dropped.
    if list.filter != filter {
        return;
    }
    let Ok(page) = answer else {
        list.fetch = Fetch::Failed;
        return;
    };
    list.fetch = Fetch::Idle;
    list.page.next = page.next;
    if !following {
        list.page.rows = page.rows;
        return;
    }
    // What somebody posted meanwhile shifts the parts: no line stands here twice.
    let fresh: Vec<ThreadRow> = page.rows.into_iter().filter(|row| list.page.rows.iter().all(|old| old.id != row.id)).collect();
    let first = fresh.first().map(|row| selector(&row.id));
    list.page.rows.extend(fresh);
    if let Some(first) = first {
        state.focus_on(first);
    }
}

/// What finds a thread's line.
pub(in super::super) fn selector(id: &ThreadId) -> String {
    ["[data-thread=\"", id.as_str(), "\"]"].concat()
}

/// Opens a thread whose line is known.
pub(in super::super) fn open_thread(cx: &Cx, row: ThreadRow) {
    let id = row.id.clone();
    let draft = Draft::load(&reply_draft(cx, &id)).unwrap_or_default();
    cx.set(move |state| {
        if matches!(state.screen, Screen::List | Screen::Search | Screen::Helping) {
            state.came_from = state.screen;
        }
        state.opened = Some(Opened { id: row.id.clone(), row, view: None, fetch: Fetch::Busy, held: false });
        state.reply = Writing::of(draft);
        state.desk = Desk::default();
        state.show(Screen::Thread);
    });
    load_thread(cx, id);
}

/// Fetches the open thread, and what it takes to show it, side by side.
pub(in super::super) fn load_thread(cx: &Cx, id: ThreadId) {
    let call = Call::new(Route::GetThread(cx.scene.embed.community.brand.clone(), id.clone()));
    cx.ask_for_bytes(call, Box::new(move |cx, answer| show_thread(cx, id, answer.ok())));
    cx.with_rest(|_, _| {});
}

/// Shows a thread that arrived; where nothing did, what is shown already stays as it is.
pub(in super::super) fn show_thread(cx: &Cx, id: ThreadId, answer: Option<Vec<u8>>) {
    cx.with_rest(move |cx, rest| match (rest, answer) {
        (Some(rest), Some(bytes)) => (rest.thread_arrived)(cx, &id, &bytes),
        _ => cx.set(move |state| state.with_thread(&id, Opened::fail)),
    });
}
