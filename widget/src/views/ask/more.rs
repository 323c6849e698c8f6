//! What somebody may add to a question: how they feel, and facts about their device. Nothing of the device is looked up before
//! they ask for it; then every line is shown in full and can be struck out before anything is sent.

pub(super) mod facts;

use super::super::cx::Cx;
use super::super::list::button;
use super::{change, wrong_of};
use crate::draw::{bdi, el};
use crate::locale::Msg;
use crate::parts::face;
use crate::parts::field::{Entry, Field, field};
use chie_domain::mood::Face;
use yew::{AttrValue, Html};

/// What nobody has to say, folded: how they feel, a name, their device. What was chosen is named on the fold; it opens by itself
/// only where something in it is wrong.
pub(super) fn folded(cx: &Cx, name: Html) -> Html {
    let (state, draft) = (&cx.state.ask, &cx.state.ask.draft);
    let wrong = ["name", "mood_words"].iter().any(|field| wrong_of(&state.wrong, field).is_some());
    let said = |words: AttrValue| Html::from(el("span", "").put(bdi(&words)));
    let named = !draft.name.trim().is_empty();
    let summary = el("summary", "")
        .put(el("span", "").put(cx.say(Msg::AskMore)))
        .put_if(named.then(|| said(draft.name.clone().into())))
        .put_if(draft.mood.map(|one| said(cx.text(face::name(one)))));
    let inside = el("div", "ch-form").put(mood(cx)).put(name).put(facts(cx));
    el("details", "ch-fold").set_if(wrong, "open", "").put(summary).put(inside).into()
}

/// The faces, and a few words once one is chosen.
fn mood(cx: &Cx) -> Html {
    let draft = &cx.state.ask.draft;
    let choices = Face::ALL.iter().fold(el("div", ""), |choices, one| choices.put(choice(cx, *one, draft.mood)));
    let words = draft.mood.map(|_| {
        let it = Field {
            name: "mood-words",
            entry: Entry::Line,
            label: cx.text(Msg::MoodWordsLabel),
            hint: None,
            value: draft.mood_words.clone().into(),
            wrong: wrong_of(&cx.state.ask.wrong, "mood_words"),
        };
        field(&it, cx.typed(|cx, text| change(cx, |draft| draft.mood_words = text)))
    });
    let legend = el("legend", "").put(cx.say(Msg::MoodLegend));
    el("fieldset", "ch-kinds ch-moods").put(legend).put(choices).put_if(words).into()
}

fn choice(cx: &Cx, one: Face, now: Option<Face>) -> Html {
    // The same face again is taken back.
    let chosen = cx.chosen(move |cx, _| change(cx, move |draft| draft.mood = (draft.mood != Some(one)).then_some(one)));
    let input =
        el("input", "").set("type", "checkbox").value(AttrValue::Static(one.code())).checked(now == Some(one)).on_change(chosen);
    el("label", "").put(input).put(face::sign(one)).put(cx.say(face::name(one))).into()
}

/// Facts about the device: a button, then every line.
fn facts(cx: &Cx) -> Html {
    if !cx.state.facts.is_empty() {
        return cx.rest().map(|rest| (rest.ask_facts)(cx)).unwrap_or_default();
    }
    let add = cx.click(|cx| {
        cx.with_rest(|cx, rest| {
            if let Some(rest) = rest {
                return (rest.add_facts)(cx);
            }
            let failed = (AttrValue::default(), cx.text(Msg::LoadFailed));
            cx.set(move |state| state.ask.wrong = vec![failed]);
        });
    });
    button(cx, "ch-btn ch-bare ch-add-facts", Msg::FactsAdd, add)
}

/// What is sent: the lines that were not struck out.
pub(super) fn told(cx: &Cx) -> String {
    let lines = cx.state.facts.iter().filter(|(_, struck)| !struck);
    lines.map(|(fact, _)| [fact.name.code(), "=", &fact.value].concat()).collect::<Vec<_>>().join("\n")
}
