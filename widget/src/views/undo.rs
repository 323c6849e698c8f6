//! Taking back what was posted a moment ago: for a few seconds a bar offers it, over what is read, so that nothing moves when it
//! goes. The post is deleted like any other, and its words stand in their field again, as a wish of their own.

use super::address;
use super::cx::Cx;
use super::list::button;
use super::moves::{ask_draft, reply_draft};
use super::state::{Desk, Doing, Screen, State, Writing};
use super::thread::{forget_thread, gone, route};
use crate::client::{Call, new_key};
use crate::draft::Draft;
use crate::draw::el;
use crate::locale::Msg;
use chie_domain::api::delete_post::{Left, Response};
use chie_domain::api::route::Route;
use chie_domain::id::{ReplyId, ThreadId};
use std::rc::Rc;
use yew::{AttrValue, Html};

/// What was posted a moment ago and can be taken back.
#[derive(Debug, Clone)]
pub struct Undo {
    /// The post: its identifier.
    pub post: AttrValue,
    /// What it was.
    pub was: Posted,
    /// Its words, as they were sent.
    pub draft: Draft,
    /// Whether it is being taken back.
    pub sending: bool,
    /// Why it could not be.
    pub wrong: Option<AttrValue>,
}

/// What somebody posts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Posted {
    /// A thread.
    Thread,
    /// A reply in a thread.
    Reply(ThreadId),
    /// A comment under a reply.
    Comment(ReplyId),
}

/// For how long it is offered, in milliseconds.
const OFFERED: i32 = 10_000;

/// Offers it.
pub(super) fn offer(cx: &Cx, undo: Undo) {
    let post = undo.post.clone();
    cx.set(move |state| state.undo = Some(Rc::new(undo)));
    end_later(cx, post);
}

/// The offer ends by itself, but not under somebody's finger.
fn end_later(cx: &Cx, post: AttrValue) {
    cx.later(
        OFFERED,
        Box::new(move |cx| {
            let root = cx.root.cast::<web_sys::Element>();
            let held = root.is_some_and(|root| root.query_selector(".ch-undo:is(:focus-within, :hover)").ok().flatten().is_some());
            if held {
                return end_later(cx, post);
            }
            cx.set(move |state| {
                if state.undo.as_ref().is_some_and(|undo| undo.post == post && !undo.sending) {
                    state.undo = None;
                }
            });
        }),
    );
}

/// The bar.
pub(super) fn bar(cx: &Cx, undo: &Undo) -> Html {
    let said = match undo.was {
        Posted::Thread => Msg::PostedTitle,
        Posted::Reply(_) => Msg::ReplyPosted,
        Posted::Comment(_) => Msg::CommentPosted,
    };
    let said: Html = match &undo.wrong {
        Some(wrong) => el("span", "ch-error").set("role", "alert").says(wrong.clone()).into(),
        None => el("span", "").put(cx.say(said)).into(),
    };
    let take = button(cx, "ch-btn ch-quiet", Msg::Undo, cx.click(take_back));
    el("div", "ch-undo").put(el("div", "").put(said).put(take)).into()
}

fn with_undo(state: &mut State, change: impl FnOnce(&mut Undo)) {
    if let Some(undo) = &mut state.undo {
        change(Rc::make_mut(undo));
    }
}

fn take_back(cx: &Cx) {
    let Some(undo) = cx.state.undo.clone().filter(|undo| !undo.sending) else { return };
    let Some(route) = route(cx, &undo.post, Route::DeletePost) else { return };
    cx.set(|state| with_undo(state, |undo| undo.sending = true));
    cx.ask::<Response>(Call::new(route), move |cx, answer| match answer {
        Ok(answer) => give_back(cx, &undo, answer.left),
        Err(failure) => {
            let wrong = cx.explain(&failure).into_iter().map(|(_, text)| text).next();
            cx.set(|state| {
                with_undo(state, |undo| {
                    undo.sending = false;
                    undo.wrong = wrong;
                });
            });
            end_later(cx, undo.post.clone());
        }
    });
}

/// The words stand in their field again.
fn give_back(cx: &Cx, undo: &Rc<Undo>, left: Left) {
    let said = cx.text(Msg::Undone);
    let undo = undo.clone();
    cx.set_and(move |cx, state| {
        state.undo = None;
        match &undo.was {
            Posted::Thread => {
                forget_thread(state, &undo.post);
                state.choosing = None;
                state.line = undo.draft.title.clone().into();
                state.likely = None;
                put(&mut state.ask, &ask_draft(cx), &undo.draft);
                state.show(Screen::Ask);
                state.focus_on("#ch-body");
                address::list(cx);
            }
            Posted::Reply(thread) => {
                gone(state, &undo.post, left);
                let name = reply_draft(cx, thread);
                if state.opened.as_ref().is_some_and(|opened| opened.id == *thread) {
                    put(&mut state.reply, &name, &undo.draft);
                    state.focus_on("#ch-reply");
                } else {
                    put(&mut Writing::default(), &name, &undo.draft);
                }
            }
            Posted::Comment(reply) => {
                gone(state, &undo.post, left);
                let writing = Writing::of(Draft { key: new_key(), ..undo.draft.clone() });
                state.desk = Desk { post: reply.to_string().into(), doing: Some(Doing::Comment), writing, ..Desk::default() };
                state.focus_on("#ch-comment");
            }
        }
        state.tell(said);
    });
}

/// What was typed since then is one step away.
fn put(writing: &mut Writing, name: &str, draft: &Draft) {
    let back = Writing::of(Draft { key: new_key(), ..draft.clone() });
    let since = std::mem::replace(writing, back).draft;
    writing.other = (!since.is_empty()).then_some(since);
    writing.change(name, |_| {});
}
