//! After posting: what happens next, and below it the form that [`keep`]s the post under an address, which is loaded on demand.

mod keep;

pub(super) use keep::keep;

use super::cx::Cx;
use super::list::{button, heading};
use super::state::Screen;
use crate::draw::{all, el};
use crate::locale::Msg;
use crate::parts::icon;
use yew::Html;

/// What happens next.
pub(super) fn screen(cx: &Cx) -> Html {
    let held = cx.state.opened.as_ref().is_some_and(|opened| opened.held);
    let show = |screen| cx.click(move |cx| cx.set(move |state| state.show(screen)));
    let actions = el("div", "ch-actions").put(button(cx, "ch-btn", Msg::SeeThread, show(Screen::Thread))).put(button(
        cx,
        "ch-btn ch-quiet",
        Msg::ToList,
        show(Screen::List),
    ));
    let done = el("div", "ch-done")
        .put(icon::icon(icon::TICK))
        .put(heading(cx, cx.say(Msg::PostedTitle)))
        .put(el("p", "").put(cx.say(if held { Msg::HeldNew } else { Msg::PostedNext })))
        .put(actions);
    all(vec![done.into(), cx.rest().map(|rest| (rest.keep)(cx)).unwrap_or_default()])
}
