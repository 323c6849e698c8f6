//! A draft that another tab changed: the newer text stands in the form, and what stood there is one step away.

use super::cx::Cx;
use super::list::button;
use super::state::{State, Writing};
use crate::draw::el;
use crate::locale::Msg;
use yew::{Callback, Html, MouseEvent};

/// Beside a form: that another tab changed it.
pub(super) fn note(cx: &Cx, writing: &Writing, put_back: Callback<MouseEvent>) -> Html {
    if writing.other.is_none() {
        return Html::default();
    }
    let note = el("p", "ch-note").set("role", "status").put(el("span", "").put(cx.say(Msg::OtherTab)));
    note.put(button(cx, "ch-btn ch-bare", Msg::PutBack, put_back)).into()
}

/// Puts back what stood here before another tab changed it; what the other tab wrote is one step away then.
pub(super) fn put_back(cx: &Cx, name: String, which: fn(&mut State) -> &mut Writing) {
    cx.set(move |state| {
        let writing = which(state);
        let Some(other) = writing.other.take() else { return };
        let now = std::mem::replace(&mut writing.draft, other);
        writing.other = Some(now);
        writing.change(&name, |_| {});
    });
}
