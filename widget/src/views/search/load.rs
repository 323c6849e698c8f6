//! Asking for what a search finds. An answer about other words or filters than the present ones is dropped, and the request
//! that it would have answered is cancelled.

use super::NAMES;
use crate::client::{Call, Failure};
use crate::views::address;
use crate::views::cx::Cx;
use crate::views::list::selector;
use crate::views::state::{Fetch, Screen, Search};
use chie_domain::api::route::Route;
use chie_domain::api::search_threads::Response;
use js_sys::encode_uri_component;
use yew::AttrValue;

/// The address of a search on a page of its own.
pub(in super::super) fn page(cx: &Cx, search: &Search) -> String {
    let mut address = [&cx.scene.product_page(&cx.state.product.key), "&find=1"].concat();
    let chosen = search.chosen.iter().map(AttrValue::as_str);
    for (name, value) in std::iter::once(("q", search.q.as_str())).chain(NAMES.into_iter().zip(chosen)) {
        if !value.is_empty() {
            address.push_str(&["&", name, "=", &escaped(value)].concat());
        }
    }
    address
}

/// A value in an address; on the server there is no browser to ask, and all that could break out is written as a number.
pub(super) fn escaped(value: &str) -> String {
    if cfg!(target_arch = "wasm32") && web_sys::window().is_some() {
        return String::from(encode_uri_component(value));
    }
    let mut text = String::new();
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.') {
            text.push(char::from(byte));
        } else {
            text.push('%');
            for digit in [byte >> 4, byte & 15] {
                text.push(char::from_digit(u32::from(digit), 16).unwrap_or('0').to_ascii_uppercase());
            }
        }
    }
    text
}

/// Opens a search.
pub(in super::super) fn open(cx: &Cx, search: Search) {
    seek(cx, search);
    cx.set(|state| state.show(Screen::Search));
}

/// Back to the list, to the line that was typed.
pub(super) fn leave(cx: &Cx) {
    address::list(cx);
    cx.set(|state| {
        state.screen = Screen::List;
        state.focus_on("#ch-line");
    });
}

/// Looks for what the line says now.
pub(super) fn again(cx: &Cx) {
    let Some(search) = &cx.state.search else { return };
    let q: AttrValue = cx.state.line.trim().to_owned().into();
    seek(cx, Search { q, found: None, ..(**search).clone() });
}

/// Chooses a value of a filter.
pub(super) fn choose(cx: &Cx, place: usize, value: AttrValue) {
    let Some(search) = &cx.state.search else { return };
    let mut search = (**search).clone();
    if let Some(chosen) = search.chosen.get_mut(place) {
        *chosen = value;
    }
    seek(cx, search);
}

/// Takes all filters away.
pub(super) fn clear(cx: &Cx) {
    let Some(search) = &cx.state.search else { return };
    let (q, round) = (search.q.clone(), search.round + 1);
    seek(cx, Search { q, round, ..Search::default() });
    cx.set(|state| state.focus_on("#ch-find"));
}

/// Shows the next ones.
pub(super) fn more(cx: &Cx) {
    if let Some(search) = &cx.state.search {
        let next = search.found.as_ref().and_then(|found| found.next.clone());
        ask(cx, &(**search).clone(), next);
    }
}

fn seek(cx: &Cx, search: Search) {
    address::go(cx, &page(cx, &search), None);
    let asked = search.clone();
    cx.set(move |state| state.search = Some(std::rc::Rc::new(search)));
    ask(cx, &asked, None);
}

fn ask(cx: &Cx, search: &Search, cursor: Option<String>) {
    cx.set(|state| state.with_search(|search| search.fetch = Fetch::Busy));
    // What was about to be looked for beneath the line would cancel this.
    cx.scene.typed.set(cx.scene.typed.get().wrapping_add(1));
    let mut call = Call::new(Route::SearchThreads(cx.scene.embed.community.brand.clone())).cancelled_by(cx.scene.renew_search());
    let chosen = search.chosen.iter().map(AttrValue::as_str);
    for (name, value) in std::iter::once(("q", search.q.as_str())).chain(NAMES.into_iter().zip(chosen)) {
        if !value.is_empty() {
            call = call.query(name, value);
        }
    }
    let following = cursor.is_some();
    if let Some(cursor) = cursor {
        call = call.query("cursor", &cursor);
    }
    let (q, chosen) = (search.q.clone(), search.chosen.clone());
    cx.ask::<Response>(call, move |cx, answer| {
        cx.set(move |state| {
            // An answer about other words or filters is dropped.
            let is_asked = state.search.as_ref().is_some_and(|search| search.q == q && search.chosen == chosen);
            if is_asked && answer != Err(Failure::Cancelled) {
                let first = arrive(state, following, answer);
                if let Some(first) = first {
                    state.focus_on(first);
                }
            }
        });
    });
}

/// Puts what was found into its place; gives the first new line of a later part.
fn arrive(state: &mut crate::views::state::State, following: bool, answer: Result<Response, Failure>) -> Option<String> {
    let mut first = None;
    state.with_search(|search| {
        let Ok(mut answer) = answer else {
            search.fetch = Fetch::Failed;
            return;
        };
        search.fetch = Fetch::Idle;
        if let (true, Some(found)) = (following, &mut search.found) {
            answer.matches.retain(|new| found.matches.iter().all(|old| old.row.id != new.row.id));
            first = answer.matches.first().map(|new| selector(&new.row.id));
            found.matches.append(&mut answer.matches);
            found.next = answer.next;
        } else {
            search.found = Some(answer);
        }
    });
    first
}
