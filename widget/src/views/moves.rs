//! What happens by itself in a browser: time passes, what is the visitor's arrives, the focus follows the screen. Nothing of
//! it runs while drawing on the server.

use super::app::Wish;
use super::cx::{Cx, LIVE};
use super::list::fresh;
use super::list::look_for;
use super::listening::Listening;
use super::state::{Found, Screen};
use super::warn::heed;
use crate::draft::{Draft, kept};
use crate::locale::when::{Clock, Zone};
use crate::session::storage_name;
use chie_domain::time::Timestamp;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::HtmlElement;
use yew::{AttrValue, Event, hook, use_effect_with};

/// How long the times of the first drawing stand, in milliseconds.
const TICK: i32 = 30_000;

/// Begins what goes on by itself, and afterwards moves the focus whenever a change sent it somewhere.
#[hook]
pub(super) fn use_moves(cx: &Cx, wish: Option<&Wish>) {
    let (cx, asker, watcher) = (cx.clone(), cx.clone(), cx.clone());
    use_effect_with((), move |()| {
        let watching = (LIVE && watcher.scene.client.is_some()).then(|| watch(watcher));
        move || drop(watching)
    });
    use_effect_with(wish.cloned(), move |wish| wish.iter().filter(|_| LIVE).for_each(|wish| grant(&asker, wish.text.clone())));
    use_effect_with(cx.state.moved, move |moved| match *moved {
        _ if !LIVE => {}
        0 => begin(&cx),
        _ => focus(&cx),
    });
}

fn begin(cx: &Cx) {
    let Some(client) = &cx.scene.client else { return };
    if let Some(line) = kept(&line_draft(cx)).map(AttrValue::from) {
        look_for(cx, line.clone());
        cx.set(move |state| {
            if state.line.is_empty() {
                state.line = line;
            }
        });
    }
    let mut more = kept(&facts_draft(cx)).is_some();
    if let Some(draft) = Draft::load(&ask_draft(cx)) {
        heed(cx, &[&draft.title, &draft.body]);
        more |= draft.mood.is_some();
        cx.set(move |state| {
            // Whoever has typed a new line already is not taken back to the old one.
            if state.line.is_empty() {
                state.line = draft.title.clone().into();
                state.likely = Some(Rc::new(Found::Draft));
            }
            state.ask.draft = draft;
        });
    }
    let opened = cx.state.opened.as_ref();
    if let Some(draft) = opened.and_then(|opened| Draft::load(&reply_draft(cx, &opened.id))) {
        cx.set(move |state| {
            if state.reply.draft.body.is_empty() {
                state.reply.draft = draft;
            }
        });
    }
    if more || cx.scene.placed || client.session.token().is_some() {
        cx.with_rest(|cx, rest| rest.into_iter().for_each(|rest| (rest.load_mine)(cx)));
    }
    // The exact times are one pause away: they may change at once. Days that stand in the open wait for the first tick.
    cx.set(|state| state.clock.exact = Zone::Local);
    fresh::read_seen(cx);
    tick(cx, 1);
}

/// Goes to the line with what the page put into it.
fn grant(cx: &Cx, text: AttrValue) {
    look_for(cx, text.clone());
    cx.set(move |state| {
        state.line = text;
        state.screen = Screen::List;
        state.focus_on("#ch-line");
    });
}

fn focus(cx: &Cx) {
    let root = cx.root.cast::<HtmlElement>();
    let target = root.and_then(|root| root.query_selector(&cx.state.focus).ok().flatten());
    if let Some(target) = target.and_then(|target| target.dyn_into::<HtmlElement>().ok()) {
        // An element that left in the same moment needs no focus.
        let _ = target.focus();
    }
}

/// Lets time pass.
fn tick(cx: &Cx, turn: u32) {
    cx.later(
        TICK,
        Box::new(move |cx| {
            // Nobody looks at a widget that was taken off its page.
            if cx.root.get().is_none() {
                return;
            }
            let now = Timestamp::from_millis(now_millis());
            cx.set(move |state| state.clock = Clock { now, zone: Zone::Local, exact: Zone::Local });
            if turn.is_multiple_of(2) {
                look(cx);
            }
            tick(cx, turn.wrapping_add(1));
        }),
    );
}

fn look(cx: &Cx) {
    cx.with_rest(|cx, rest| {
        if let Some(rest) = rest {
            (rest.look)(cx);
        }
    });
}

/// Whoever comes back to the page wants to know what is new.
fn watch(cx: Cx) -> Listening {
    Listening::to(&["focus"], Closure::new(move |_: Event| look(&cx)))
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the clock gives whole milliseconds after 1970")]
pub(super) fn now_millis() -> u64 {
    js_sys::Date::now() as u64
}

/// The name that the draft of a question is kept under.
pub(super) fn ask_draft(cx: &Cx) -> String {
    of_product(cx, "draft:")
}

/// The name that the line to search or ask is kept under, as long as it is no draft of a question.
pub(super) fn line_draft(cx: &Cx) -> String {
    of_product(cx, "line:")
}

/// The name under which is kept which facts of the device somebody struck out.
pub(super) fn facts_draft(cx: &Cx) -> String {
    of_product(cx, "facts:")
}

fn of_product(cx: &Cx, what: &str) -> String {
    let embed = &cx.scene.embed;
    storage_name(embed, &[what, embed.product.key.as_str()].concat())
}

/// The name that the draft of a reply is kept under.
pub(super) fn reply_draft(cx: &Cx, thread: &chie_domain::id::ThreadId) -> String {
    storage_name(&cx.scene.embed, &["reply:", thread.as_str()].concat())
}
