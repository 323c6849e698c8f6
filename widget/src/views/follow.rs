//! Following a thread: the button, and what comes after it: an address to write to, and for a guest's own thread the private
//! link.

use super::cx::Cx;
use super::list::button;
use super::posted;
use super::state::Keeping;
use crate::client::Call;
use crate::draw::{El, el};
use crate::locale::Msg;
use chie_domain::api::route::Route;
use chie_domain::api::view::ThreadView;
use chie_domain::api::{make_keep_link, set_follow};
use chie_domain::id::ThreadId;
use std::rc::Rc;
use yew::{AttrValue, Html};

/// Follow, or not any more; and where no mail can reach a follower yet, the way to change that.
pub(super) fn buttons(cx: &Cx, view: &ThreadView, press: impl FnOnce(bool, &Cx, ThreadId) -> El, into: El) -> El {
    let id = &view.row.id;
    let on = cx.state.mine.following.contains(id);
    let mail = on && cx.state.mine.address.is_none() && cx.state.keeping.offered.as_ref() != Some(id);
    let offered = id.clone();
    let offer = mail.then(|| {
        button(
            cx,
            "ch-btn ch-bare",
            Msg::TellMe,
            cx.click(move |cx| {
                let id = offered.clone();
                cx.set(move |state| {
                    state.keeping.offered = Some(id);
                    state.focus_on("#ch-email");
                });
            }),
        )
    });
    into.put(press(on, cx, id.clone()).put(cx.say(if on { Msg::Following } else { Msg::Follow }))).put_if(offer)
}

/// The form for an address, once somebody wants mail about this thread.
pub(super) fn offer(cx: &Cx, view: &ThreadView) -> Option<Html> {
    let asked = cx.state.keeping.offered.as_ref() == Some(&view.row.id) && cx.state.mine.following.contains(&view.row.id);
    asked.then(|| el("div", "ch-offer").put(posted::keep(cx)).put_if(link(cx, view)).into())
}

/// Follows, or ends it: set at once and taken back if the server says no.
pub(super) fn set(cx: &Cx, id: ThreadId, on: bool) {
    mark(cx, id.clone(), on);
    let call = Call::new(Route::SetFollow(cx.scene.embed.community.brand.clone(), id.clone())).flag("on", on);
    cx.ask::<set_follow::Response>(call, move |cx, answer| match answer {
        Ok(answer) => {
            cx.keep(answer.session);
            mark(cx, id, answer.on);
        }
        Err(_) => mark(cx, id, !on),
    });
}

/// Notes that the visitor follows a thread, and offers mail where none can reach them.
pub(super) fn mark(cx: &Cx, id: ThreadId, on: bool) {
    cx.set(move |state| {
        let mine = Rc::make_mut(&mut state.mine);
        mine.following.retain(|other| *other != id);
        if on {
            mine.following.push(id.clone());
            if mine.address.is_none() {
                state.keeping.offered = Some(id);
            }
        }
    });
}

/// The private link to a guest's own thread.
pub(super) fn link(cx: &Cx, view: &ThreadView) -> Option<Html> {
    let id = &view.row.id;
    if cx.state.mine.address.is_some() || !cx.state.mine.asked.contains(id) {
        return None;
    }
    let keeping = &cx.state.keeping;
    let make = {
        let id = id.clone();
        cx.click(move |cx| make(cx, id.clone()))
    };
    let row = el("div", "ch-link").put(el("h3", "").put(cx.say(Msg::LinkTitle))).put(el("p", "ch-hint").put(cx.say(Msg::LinkText)));
    let wrong = keeping.link_wrong.then(|| el("p", "ch-note ch-alert").set("role", "alert").put(cx.say(Msg::WrongOther)).into());
    if keeping.link.is_empty() {
        return Some(row.put_if(wrong).put(button(cx, "ch-btn ch-quiet", Msg::LinkMake, make)).into());
    }
    let field = el("input", "ch-input")
        .set("id", "ch-keep-link")
        .set("readonly", "")
        .set("dir", "ltr")
        .attr("aria-label", cx.text(Msg::LinkTitle))
        .value(keeping.link.clone());
    let copy = cx.click(|cx| {
        let done = super::thread::tell::copy(&cx.state.keeping.link);
        let said = cx.text(Msg::LinkCopied);
        cx.set(move |state| {
            if done {
                state.said = said;
                state.keeping.copied = true;
            } else {
                state.focus_on("#ch-keep-link");
            }
        });
    });
    let revoke = {
        let id = id.clone();
        cx.click(move |cx| revoke(cx, id.clone()))
    };
    let actions = el("div", "ch-actions")
        .put(button(cx, "ch-btn ch-quiet", if keeping.copied { Msg::LinkCopied } else { Msg::LinkCopy }, copy))
        .put(button(cx, "ch-btn ch-bare", Msg::LinkRenew, make))
        .put(button(cx, "ch-btn ch-bare", Msg::LinkRevoke, revoke));
    Some(row.put(field).put_if(wrong).put(actions).into())
}

fn make(cx: &Cx, id: ThreadId) {
    let call = Call::new(Route::MakeKeepLink(cx.scene.embed.community.brand.clone(), id)).query("lang", cx.words().lang());
    cx.ask::<make_keep_link::Response>(call, |cx, answer| {
        cx.set(move |state| match answer {
            Ok(answer) => {
                state.keeping = Keeping { link: answer.link.into(), link_wrong: false, copied: false, ..state.keeping.clone() };
                state.focus_on("#ch-keep-link");
            }
            Err(_) => state.keeping.link_wrong = true,
        });
    });
}

fn revoke(cx: &Cx, id: ThreadId) {
    let call = Call::new(Route::RevokeKeepLink(cx.scene.embed.community.brand.clone(), id));
    let said = cx.text(Msg::LinkRevoked);
    cx.ask::<()>(call, move |cx, answer| {
        cx.set(move |state| {
            state.keeping.link_wrong = answer.is_err();
            if answer.is_ok() {
                state.keeping.link = AttrValue::default();
                state.said = said;
                // The button went away with the link.
                state.focus_on(".ch-link .ch-btn");
            }
        });
    });
}
