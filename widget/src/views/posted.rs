//! After posting: what happens next and how soon, and below it an address to be told at, the private link and the tags, which
//! are loaded on demand.

mod keep;

pub(super) use keep::{asked, below, keep};

use super::cx::Cx;
use super::list::{button, heading};
use super::state::Screen;
use crate::draw::{all, el};
use crate::locale::Msg;
use crate::parts::icon;
use yew::{AttrValue, Html};

/// What happens next.
pub(super) fn screen(cx: &Cx) -> Html {
    let held = cx.state.opened.as_ref().is_some_and(|opened| opened.held);
    let show = |screen| {
        cx.click(move |cx| {
            cx.set(move |state| {
                state.choosing = None;
                state.show(screen);
            });
        })
    };
    let actions = el("div", "ch-actions").put(button(cx, "ch-btn", Msg::SeeThread, show(Screen::Thread))).put(button(
        cx,
        "ch-btn ch-quiet",
        Msg::ToList,
        show(Screen::List),
    ));
    let done = el("div", "ch-done")
        .put(icon::icon(icon::TICK))
        .put(heading(cx, cx.say(Msg::PostedTitle)))
        .put(el("p", "").put(crate::draw::text(if held { cx.text(Msg::HeldNew) } else { soon(cx) })))
        .put(actions);
    all(vec![done.into(), cx.rest().map(|rest| (rest.keep)(cx)).unwrap_or_default()])
}

/// How soon an answer comes, told honestly or said to be unknown.
fn soon(cx: &Cx) -> AttrValue {
    let Some(minutes) = cx.state.keeping.first_answer else { return cx.text(Msg::FirstAnswerUnknown) };
    let words = cx.words();
    let time = match minutes {
        0..100 => words.count(Msg::WithinMinutes, minutes.max(1)),
        100..2_880 => words.count(Msg::WithinHours, minutes.div_ceil(60)),
        _ => words.count(Msg::WithinDays, minutes.div_ceil(1_440)),
    };
    words.fill(Msg::FirstAnswer, &[("time", &time)])
}
