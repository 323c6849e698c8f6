//! A private fact in a question that is about to become public: shown, with one tap to take it out. The server looks for it too,
//! so that this part can come when something was found.

use super::super::cx::Cx;
use super::super::state::Writing;
use super::super::warn;
use super::{change, send_it};
use yew::Html;

/// Looks for one; says whether there is any.
pub(in super::super) fn stops(writing: &mut Writing) -> bool {
    let (title, body) = (writing.draft.title.clone(), writing.draft.body.clone());
    !warn::may_go(writing, &[("title", &title), ("body", &body)])
}

/// The warning.
pub(in super::super) fn private(cx: &Cx) -> Option<Html> {
    warn::private(cx, &cx.state.ask, cx.click(take_out), cx.click(|cx| send_it(cx, true)))
}

/// Takes the private fact out that was found.
fn take_out(cx: &Cx) {
    let title = cx.state.ask.warned.as_ref().is_some_and(|warned| warned.field == "title");
    change(cx, move |draft| {
        let text = if title { &mut draft.title } else { &mut draft.body };
        if let Some(plain) = warn::without(text) {
            *text = plain;
        }
    });
    cx.set(move |state| state.focus_on(if title { "#ch-title" } else { "#ch-body" }));
}
