//! What one does in a thread besides writing: me-too, stars, accepting, reading on. A mark is set at once and taken back if
//! the server says no.

use super::super::cx::Cx;
use super::super::follow;
use super::super::outbox::signed_out;
use super::super::state::Fetch;
use crate::client::{Call, Failure};
use crate::draw::el;
use chie_domain::api::route::Route;
use chie_domain::api::view::ThreadView;
use chie_domain::api::{set_accepted, set_me_too, set_star};
use chie_domain::id::{ReplyId, ThreadId};
use std::rc::Rc;
use yew::{AttrValue, Html};

/// "I have this too", or not any more.
pub(super) fn set_me_too(cx: &Cx, id: ThreadId, on: bool) {
    cx.set(|state| state.slip = Default::default());
    mark_me_too(cx, id.clone(), on, None);
    let call = Call::new(Route::SetMeToo(cx.scene.embed.community.brand.clone(), id.clone())).flag("on", on);
    cx.ask::<set_me_too::Response>(call, move |cx, answer| match answer {
        Ok(answer) => {
            cx.keep(answer.session);
            follow::mark(cx, id.clone(), on);
            mark_me_too(cx, id, on, Some(answer.me_too));
        }
        Err(failure) => {
            say_there(cx, id.as_str(), &failure);
            mark_me_too(cx, id, !on, None);
        }
    });
}

fn mark_me_too(cx: &Cx, id: ThreadId, on: bool, count: Option<u32>) {
    cx.set(move |state| {
        let mine = Rc::make_mut(&mut state.mine);
        let had = mine.me_too.contains(&id);
        mine.me_too.retain(|other| *other != id);
        if on {
            mine.me_too.push(id.clone());
        }
        state.with_thread(&id, |opened| {
            if let Some(view) = opened.view.as_mut() {
                let row = &mut Rc::make_mut(view).row;
                row.me_too = count.unwrap_or_else(|| shifted(row.me_too, had, on));
                opened.row.me_too = row.me_too;
            }
        });
    });
}

const fn shifted(count: u32, had: bool, has: bool) -> u32 {
    match (had, has) {
        (false, true) => count.saturating_add(1),
        (true, false) => count.saturating_sub(1),
        (true, true) | (false, false) => count,
    }
}

/// "This helped", or not any more.
pub(super) fn set_star(cx: &Cx, id: ReplyId, on: bool) {
    cx.set(|state| state.slip = Default::default());
    mark_star(cx, id.clone(), on, None);
    let call = Call::new(Route::SetStar(cx.scene.embed.community.brand.clone(), id.clone())).flag("on", on);
    cx.ask::<set_star::Response>(call, move |cx, answer| match answer {
        Ok(answer) => {
            cx.keep(answer.session);
            mark_star(cx, id, on, Some(answer.stars));
        }
        Err(failure) => {
            say_there(cx, id.as_str(), &failure);
            mark_star(cx, id, !on, None);
        }
    });
}

fn mark_star(cx: &Cx, id: ReplyId, on: bool, count: Option<u32>) {
    cx.set(move |state| {
        let mine = Rc::make_mut(&mut state.mine);
        let had = mine.stars.contains(&id);
        mine.stars.retain(|other| *other != id);
        if on {
            mine.stars.push(id.clone());
        }
        let Some(view) = state.opened.as_mut().and_then(|opened| opened.view.as_mut()) else { return };
        if let Some(reply) = Rc::make_mut(view).replies.iter_mut().find(|reply| reply.id == id) {
            reply.stars = count.unwrap_or_else(|| shifted(reply.stars, had, on));
        }
    });
}

/// "This solved it", or not after all.
pub(super) fn set_accepted(cx: &Cx, id: ReplyId, on: bool) {
    let about = id.clone();
    let call = Call::new(Route::SetAccepted(cx.scene.embed.community.brand.clone(), id.clone())).flag("on", on);
    cx.ask::<set_accepted::Response>(call, move |cx, answer| match answer {
        Ok(answer) => {
            if on {
                cx.tell("resolved", &answer.thread.row);
            }
            cx.set(move |state| {
                let (thread, at) = (answer.thread.row.id.clone(), answer.thread.row.active);
                state.replace_thread(answer.thread);
                state.with_thread(&thread, |opened| {
                    let Some(view) = opened.view.as_mut() else { return };
                    if let Some(reply) = Rc::make_mut(view).replies.iter_mut().find(|reply| reply.id == id) {
                        reply.accepted = on.then_some(reply.accepted.unwrap_or(at));
                    }
                });
                state.focus_on(["#", id.as_str()].concat());
            });
        }
        Err(failure) => say_there(cx, about.as_str(), &failure),
    });
}

/// Reads on in a long thread.
pub(super) fn more(cx: &Cx) {
    let Some(view) = cx.state.opened.as_ref().and_then(|opened| opened.view.clone()) else { return };
    let id = view.row.id.clone();
    let busy = id.clone();
    cx.set(move |state| state.with_thread(&busy, |opened| opened.fetch = Fetch::Busy));
    let call = Call::new(Route::GetThread(cx.scene.embed.community.brand.clone(), id.clone()));
    let call = call.query("cursor", view.next.as_deref().unwrap_or_default());
    cx.ask::<ThreadView>(call, move |cx, answer| {
        cx.set(move |state| {
            let mut first = None;
            state.with_thread(&id, |opened| match (answer, opened.view.as_mut()) {
                (Ok(part), Some(view)) => {
                    let view = Rc::make_mut(view);
                    first = part.replies.first().map(|reply| ["#", reply.id.as_str()].concat());
                    view.replies.extend(part.replies);
                    view.events.extend(part.events);
                    view.next = part.next;
                    opened.fetch = Fetch::Idle;
                }
                _ => opened.fetch = Fetch::Failed,
            });
            if let Some(first) = first {
                state.focus_on(first);
            }
        });
    });
}

/// Jumps to a reply: where it is not here yet, the part in which it stands takes the place of what is shown.
pub(super) fn jump(cx: &Cx, id: &ThreadId, reply: &ReplyId) {
    let here = cx.state.opened.as_ref().and_then(|opened| opened.view.as_ref());
    let anchor = ["#", reply.as_str()].concat();
    if here.is_some_and(|view| view.replies.iter().any(|other| other.id == *reply)) {
        return cx.set(move |state| state.focus_on(anchor));
    }
    let call = Call::new(Route::GetThread(cx.scene.embed.community.brand.clone(), id.clone())).query("around", reply.as_str());
    cx.ask::<ThreadView>(call, move |cx, answer| match answer {
        Ok(part) => cx.set(move |state| {
            let id = part.row.id.clone();
            state.with_thread(&id, |opened| {
                opened.row = part.row.clone();
                opened.view = Some(Rc::new(part));
                opened.fetch = Fetch::Idle;
            });
            state.focus_on(anchor);
        }),
        Err(failure) => say(cx, &failure),
    });
}

/// Reads what stands before a part in the middle.
pub(super) fn earlier(cx: &Cx) {
    let Some(view) = cx.state.opened.as_ref().and_then(|opened| opened.view.clone()) else { return };
    let id = view.row.id.clone();
    let call = Call::new(Route::GetThread(cx.scene.embed.community.brand.clone(), id.clone()));
    let call = call.query("cursor", view.before.as_deref().unwrap_or_default());
    cx.ask::<ThreadView>(call, move |cx, answer| match answer {
        Ok(part) => cx.set(move |state| {
            let last = part.replies.last().map(|reply| ["#", reply.id.as_str()].concat());
            state.with_thread(&id, |opened| {
                let Some(view) = opened.view.as_mut().map(Rc::make_mut) else { return };
                view.before = part.before;
                view.replies.splice(..0, part.replies);
                view.events.splice(..0, part.events);
            });
            if let Some(last) = last {
                state.focus_on(last);
            }
        }),
        Err(failure) => say(cx, &failure),
    });
}

/// Says what went wrong with a mark, beside its button.
fn say_there(cx: &Cx, post: &str, failure: &Failure) {
    if *failure == Failure::SignedOut {
        signed_out(cx);
    }
    let said = cx.explain(failure).into_iter().map(|(_, text)| text).next().unwrap_or_default();
    let post = AttrValue::from(post.to_owned());
    cx.set(move |state| state.slip = (post, said));
}

/// What went wrong with a mark on a post.
pub(super) fn slip(cx: &Cx, about: &str) -> Option<Html> {
    let (post, said) = &cx.state.slip;
    (post == about).then(|| el("span", "ch-error").set("role", "alert").says(said.clone()).into())
}

/// Says what went wrong where there is no form to say it in.
pub(super) fn say(cx: &Cx, failure: &Failure) {
    let said = cx.explain(failure).into_iter().map(|(_, text)| text).next().unwrap_or_default();
    cx.set(move |state| {
        state.reply.wrong = vec![(AttrValue::default(), said.clone())];
        state.said = said;
    });
}
