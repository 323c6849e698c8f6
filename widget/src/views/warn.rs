//! What somebody is told while they write: that words of danger call for something to be done first, and that a private fact is
//! about to become public. Neither keeps anybody from posting.

use super::cx::Cx;
use super::state::{State, Warned, Writing};
use crate::draw::{bdi, el};
use crate::locale::Msg;
use crate::parts::status;
use chie_domain::danger;
use chie_domain::personal::{self, Private};
use yew::{Callback, Html, MouseEvent};

/// What to do first, where a text speaks of danger. Its place is there from the beginning, so that readers hear it once.
pub(super) fn danger(cx: &Cx, texts: &[&str]) -> Html {
    let rest = cx.rest().filter(|_| texts.iter().any(|text| danger::may_hold(text)));
    el("div", "ch-warn").set("role", "status").put_if(rest.and_then(|rest| (rest.danger)(cx, texts))).into()
}

/// What to do first, if texts speak of danger.
pub(super) fn found(cx: &Cx, texts: &[&str]) -> Option<Html> {
    texts.iter().any(|text| danger::find(text).is_some()).then(|| first_aid(cx))
}

/// The words of danger come when a text may hold one.
pub(super) fn heed(cx: &Cx, texts: &[&str]) {
    if cx.rest().is_none() && texts.iter().any(|text| danger::may_hold(text)) {
        cx.with_rest(|_, _| {});
    }
}

/// What to do first, and where the maker is reached.
pub(super) fn first_aid(cx: &Cx) -> Html {
    let brand = bdi(&cx.scene.brand_name());
    let community = &cx.scene.embed.community;
    let (href, name) = match &community.emergency {
        Some(link) => (link.clone(), Msg::DangerDesk),
        None => (cx.scene.makers_site(), Msg::DangerMaker),
    };
    let desk = el("a", "").attr("href", href).set("target", "_blank").set("rel", "noopener");
    let desk = desk.put(cx.words().nodes(name, &[("brand", brand)]));
    el("div", "ch-note ch-alert")
        .put(status::danger_sign())
        .put(el("p", "").put(el("b", "").put(cx.say(Msg::DangerNow))).says(cx.between()).put(desk))
        .into()
}

/// Looks for private facts before a text is sent; says whether it may go.
pub(super) fn may_go(writing: &mut Writing, texts: &[(&'static str, &str)]) -> bool {
    if writing.private_ok {
        return true;
    }
    writing.warned = texts.iter().find_map(|(field, text)| {
        let found = personal::find(text)?;
        Some(Warned { field, what: found.what, words: found.words(text).to_owned().into() })
    });
    writing.warned.is_none()
}

/// The warning, with one tap to take the fact out and one to publish it all the same.
pub(super) fn private(cx: &Cx, writing: &Writing, take_out: Callback<MouseEvent>, leave_in: Callback<MouseEvent>) -> Option<Html> {
    let warned = writing.warned.as_ref()?;
    let msg = match warned.what {
        Private::Card => Msg::PrivateCard,
        Private::Phone => Msg::PrivatePhone,
        Private::Address => Msg::PrivateAddress,
        Private::Email => Msg::PrivateEmail,
    };
    let words = el("b", "").put(bdi(&warned.words)).into();
    let buttons = el("div", "ch-actions")
        .put(el("button", "ch-btn").set("type", "button").set("data-ch-private", "").on_click(take_out).put(cx.say(Msg::TakeOut)))
        .put(el("button", "ch-btn ch-quiet").set("type", "button").on_click(leave_in).put(cx.say(Msg::LeaveIn)));
    let said = el("p", "").put(cx.words().nodes(msg, &[("words", words)]));
    Some(el("div", "ch-note ch-alert ch-private").set("role", "alert").put(el("div", "").put(said).put(buttons)).into())
}

/// The text without the fact that was found in it.
pub(super) fn without(text: &str) -> Option<String> {
    personal::find(text).map(|found| found.taken_out(text))
}

/// Sends the focus to the warning.
pub(super) fn show(state: &mut State) {
    state.focus_on("[data-ch-private]");
}
