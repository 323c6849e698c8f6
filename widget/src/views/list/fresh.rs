//! What happened since a list or a thread was drawn, and what this device has seen of each thread. Nothing is put into what
//! somebody reads: a bar says what is new, and only whoever asks for it gets it.

use super::{filtered, sign};
use crate::client::Call;
use crate::draw::el;
use crate::locale::Msg;
use crate::session::{storage, storage_name};
use crate::views::cx::Cx;
use crate::views::reading;
use crate::views::state::{Fetch, Fresh, Screen, State};
use crate::views::thread::{look_for_private_within, private_bar};
use chie_domain::api::route::Route;
use chie_domain::api::view::{ThreadPage, ThreadRow, ThreadView};
use std::rc::Rc;
use yew::{AttrValue, Html};

/// Of how many threads this device remembers what it has seen.
const SEEN: usize = 300;

/// Asks whether there is anything new, unless nobody would see it.
pub(in super::super) fn look(cx: &Cx) {
    reading::purge(cx);
    cx.set_and(|cx, state| {
        if web_sys::window().and_then(|window| window.document()).is_none_or(|document| document.hidden()) {
            return;
        }
        sign::look(cx);
        match (state.screen, &state.opened) {
            (Screen::List, _) if state.list.fetch == Fetch::Idle => look_at_list(cx, state),
            (Screen::Thread, Some(opened)) if opened.view.is_some() && opened.fetch == Fetch::Idle => {
                let id = opened.id.clone();
                let call = Call::new(Route::GetThread(cx.scene.embed.community.brand.clone(), id.clone()));
                cx.ask::<ThreadView>(call, move |cx, answer| {
                    let Ok(view) = answer else { return };
                    cx.set_and(move |cx, state| {
                        let known = state.opened.as_ref().filter(|opened| opened.id == id && state.screen == Screen::Thread);
                        let replies = known.map_or(0, |opened| view.row.replies.saturating_sub(opened.row.replies));
                        let private = view.private_notes;
                        if known.and_then(|opened| opened.view.as_ref()).is_some_and(|view| view.private_notes != private) {
                            look_again(cx, state, private);
                        }
                        if replies > 0 {
                            tell(cx, state, Fresh { replies, threads: 0, page: None, view: Some(Rc::new(view)) });
                        }
                    });
                });
            }
            _ => {}
        }
    });
}

/// Another number of private notes than before: whoever they are for reads them anew, unless they are writing one.
fn look_again(cx: &Cx, state: &mut State, private: u32) {
    if let Some(view) = state.opened.as_mut().and_then(|opened| opened.view.as_mut()) {
        Rc::make_mut(view).private_notes = private;
    }
    if state.private.as_ref().is_none_or(|it| it.writing.draft.body.is_empty()) {
        state.private = None;
        look_for_private_within(cx, state);
    }
}

fn look_at_list(cx: &Cx, state: &State) {
    let filter = state.list.filter;
    cx.ask::<ThreadPage>(filtered(cx, filter), move |cx, answer| {
        let Ok(page) = answer else { return };
        cx.set_and(move |cx, state| {
            if state.list.filter != filter || state.screen != Screen::List || state.list.fetch != Fetch::Idle {
                return;
            }
            let old = &state.list.page.rows;
            let known = |row: &ThreadRow| old.iter().find(|old| old.id == row.id);
            let newest = old.iter().map(|row| row.at).max();
            // A line that only moved up from below is not new.
            let is_new = |row: &&ThreadRow| known(row).is_none() && newest.is_none_or(|newest| row.at > newest);
            let threads = u32::try_from(page.rows.iter().filter(is_new).count()).unwrap_or(u32::MAX);
            let more = |row: &ThreadRow| known(row).map_or(0, |old| row.replies.saturating_sub(old.replies));
            let replies = page.rows.iter().map(more).sum();
            if threads + replies > 0 {
                tell(cx, state, Fresh { replies, threads, page: Some(page), view: None });
            }
        });
    });
}

/// Says it once, to those who see and to those who hear.
fn tell(cx: &Cx, state: &mut State, fresh: Fresh) {
    let words = sentence(cx, &fresh);
    if state.fresh.as_ref().is_none_or(|old| (old.replies, old.threads) != (fresh.replies, fresh.threads)) {
        state.tell(words);
    }
    state.fresh = Some(Rc::new(fresh));
}

fn sentence(cx: &Cx, fresh: &Fresh) -> AttrValue {
    let mut parts = Vec::new();
    for (msg, n) in [(Msg::NewReplies, fresh.replies), (Msg::NewThreads, fresh.threads)] {
        if n > 0 {
            parts.push(cx.words().count(msg, n).to_string());
        }
    }
    parts.join(" · ").into()
}

/// The bar, where something is new. It lies over what is read and moves nothing.
pub(in super::super) fn bar(cx: &Cx) -> Option<Html> {
    let fresh = cx.state.fresh.as_ref();
    let show = |fresh| el("button", "ch-btn").set("type", "button").on_click(cx.click(show)).says(sentence(cx, fresh)).into();
    let asked = private_bar(cx).map(Html::from);
    (fresh.is_some() || asked.is_some()).then(|| el("div", "ch-fresh").put_if(asked).put_if(fresh.map(|it| show(it))).into())
}

fn show(cx: &Cx) {
    cx.set(|state| {
        let Some(fresh) = state.fresh.take() else { return };
        if let Some(page) = &fresh.page {
            state.list.page = page.clone();
            state.focus_on("[data-ch-head]");
        }
        if let Some(view) = &fresh.view {
            let before = state.opened.as_ref().and_then(|opened| opened.view.as_ref()).map_or(0, |view| view.replies.len());
            // The button goes away with the bar: the focus has to go somewhere.
            let first = view.replies.get(before).map_or("[data-ch-head]".to_owned(), |reply| ["#", reply.id.as_str()].concat());
            state.replace_thread((**view).clone());
            state.focus_on(first);
        }
    });
}

/// Reads what this device has seen; nothing where storage is denied, so that nothing is marked there.
pub(in super::super) fn read_seen(cx: &Cx) {
    let text = storage().and_then(|storage| storage.get_item(&seen_name(cx)).ok().flatten()).unwrap_or_default();
    let seen: Vec<(AttrValue, u64)> = text
        .split(';')
        .filter_map(|entry| entry.split_once('=').and_then(|(id, at)| Some((id.to_owned().into(), at.parse().ok()?))))
        .collect();
    cx.set(move |state| state.seen = Rc::new(seen));
}

/// Remembers that the visitor has seen a thread as it is now.
pub(in super::super) fn note_seen(cx: &Cx, view: &ThreadView) {
    let at = view.replies.iter().map(|reply| reply.at).max().unwrap_or(view.row.active).max(view.row.active).millis();
    let id = AttrValue::from(view.row.id.to_string());
    let name = seen_name(cx);
    cx.set(move |state| {
        let Some(storage) = storage() else { return };
        let seen = Rc::make_mut(&mut state.seen);
        seen.retain(|(other, _)| *other != id);
        seen.insert(0, (id, at));
        seen.truncate(SEEN);
        let text: Vec<String> = seen.iter().map(|(id, at)| [id.as_str(), "=", &at.to_string()].concat()).collect();
        // A full or denied storage forgets with the page.
        let _ = storage.set_item(&name, &text.join(";"));
    });
}

fn seen_name(cx: &Cx) -> String {
    storage_name(&cx.scene.embed, "seen")
}

/// Whether somebody wrote in a thread since this device saw it.
pub(super) fn is_unread(cx: &Cx, row: &ThreadRow) -> bool {
    cx.state.seen.iter().any(|(id, at)| id == row.id.as_str() && row.active.millis() > *at)
}
