//! What somebody may add to a question: a name, how they feel, and facts about their device. Nothing of the device is looked up
//! before they ask for it; then every line is shown in full and can be struck out before anything is sent.

pub(super) mod facts;
pub(super) mod mood;

use super::super::cx::{Cx, LIVE};
use super::wrong_of;
use crate::draw::{bdi, el};
use crate::locale::Msg;
use yew::{AttrValue, Callback, Html};

/// What nobody has to say, folded: a name, how they feel, their device. What was chosen is named on the fold; it opens by itself
/// only where something in it is wrong. All but the name comes with the second part.
pub(super) fn folded(cx: &Cx, name: Html) -> Html {
    let (state, draft) = (&cx.state.ask, &cx.state.ask.draft);
    let wrong = ["name", "mood_words"].iter().any(|field| wrong_of(&state.wrong, field).is_some());
    let named = !draft.name.trim().is_empty();
    let [chosen, mood, facts] = cx.rest().map(|rest| (rest.ask_more)(cx)).unwrap_or_default();
    let live = cx.clone();
    // What a click does here the browser does.
    let opening = if LIVE { Callback::from(move |_| fetch(&live)) } else { Callback::noop() };
    let summary = el("summary", "")
        .set("data-live", "")
        .on_click(opening)
        .put(el("span", "").put(cx.say(Msg::AskMore)))
        .put_if(named.then(|| el("span", "").put(bdi(&draft.name)).into()))
        .put(chosen);
    let inside = el("div", "ch-form").put(name).put(mood).put(facts);
    el("details", "ch-fold").set_if(wrong, "open", "").put(summary).put(inside).into()
}

fn fetch(cx: &Cx) {
    cx.with_rest(|cx, rest| {
        if rest.is_none() {
            let failed = (AttrValue::default(), cx.text(Msg::LoadFailed));
            cx.set(move |state| state.ask.wrong = vec![failed]);
        }
    });
}

/// What is sent: the lines that were not struck out.
pub(super) fn told(cx: &Cx) -> String {
    let lines = cx.state.facts.iter().filter(|(_, struck)| !struck);
    lines.map(|(fact, _)| [fact.name.code(), "=", &fact.value].concat()).collect::<Vec<_>>().join("\n")
}
