//! On Chie's own pages the address follows what is shown, so that it can be kept, passed on and gone back from. In somebody
//! else's page, and in a frame, the address is that page's and nothing here touches it.

use super::cx::Cx;
use super::list::{address_of, selector};
use super::listening::Listening;
use super::state::Screen;
use std::cell::RefCell;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use web_sys::{Location, Window};
use yew::Event;

/// Where a thread was opened from: the address and the title of the page.
struct Before {
    address: String,
    title: String,
}

thread_local! {
    /// What the address shows, without what stands behind `#`.
    static SHOWN: RefCell<String> = const { RefCell::new(String::new()) };
    static BEFORE: RefCell<Option<Before>> = const { RefCell::new(None) };
    static BACK: RefCell<Option<Listening>> = const { RefCell::new(None) };
}

/// The window, where its page is one of a community on Chie's own site.
pub(super) fn own(cx: &Cx) -> Option<(Window, Location)> {
    let window = web_sys::window()?;
    let location = window.location();
    let ours = location.origin().ok()? == cx.scene.embed.home && location.pathname().ok()?.starts_with("/c/");
    ours.then_some((window, location))
}

/// This is shown from now on: the address of a thread with its title, or of a list.
pub(super) fn go(cx: &Cx, address: &str, title: Option<&str>) {
    let Some((window, location)) = own(cx) else { return };
    let Some(document) = window.document() else { return };
    let now = location.href().unwrap_or_default();
    if let Some(title) = title {
        let in_thread = now.split('/').any(|part| part.starts_with("t_"));
        let place = address.split('?').next().unwrap_or_default();
        if in_thread && location.pathname().is_ok_and(|path| place.ends_with(&path)) {
            return;
        }
        if !in_thread {
            BEFORE.set(Some(Before { address: now, title: document.title() }));
        }
        document.set_title(&[title, " · Chie"].concat());
    }
    push(cx, &window, address);
}

/// A list is shown again.
pub(super) fn list(cx: &Cx) {
    go(cx, &address_of(cx, cx.state.list.filter), None);
}

/// The thread is left for what was shown before it.
pub(super) fn back(cx: &Cx) {
    let Some((window, _)) = own(cx) else { return };
    match BEFORE.take() {
        Some(before) => {
            if let Some(document) = window.document() {
                document.set_title(&before.title);
            }
            push(cx, &window, &before.address);
        }
        None => list(cx),
    }
}

fn place(location: &Location) -> String {
    [location.pathname().unwrap_or_default(), location.search().unwrap_or_default()].concat()
}

fn push(cx: &Cx, window: &Window, address: &str) {
    let Ok(history) = window.history() else { return };
    // A browser that has had enough of addresses keeps the last one.
    let _ = history.push_state_with_url(&JsValue::NULL, "", Some(address));
    SHOWN.set(place(&window.location()));
    if BACK.with_borrow(Option::is_none) {
        let cx = cx.clone();
        BACK.set(Some(Listening::to(&["popstate"], Closure::new(move |_: Event| popped(&cx)))));
    }
}

/// Somebody went back or forth. From a thread back to where it was opened from nothing has to be fetched; every other address
/// is drawn anew by the server, and what was typed is kept.
fn popped(cx: &Cx) {
    let Some((window, location)) = own(cx) else { return };
    let href = location.href().unwrap_or_default();
    let here = place(&location);
    if SHOWN.with_borrow(|shown| *shown == here) {
        // Only another place in the same page.
        return;
    }
    SHOWN.set(here);
    cx.set_and(move |_, state| {
        let known = BEFORE.with_borrow(|before| before.as_ref().is_some_and(|before| before.address == href));
        if let (true, Screen::Thread, Some(opened)) = (known, state.screen, &state.opened) {
            if let (Some(before), Some(document)) = (BEFORE.take(), window.document()) {
                document.set_title(&before.title);
            }
            let line = selector(&opened.id);
            state.fresh = None;
            state.screen = state.came_from;
            state.focus_on(line);
            return;
        }
        // A page that cannot be loaded again stays.
        let _ = location.reload();
    });
}
