//! How somebody feels about what they ask, and the way to facts about their device.

use super::super::super::cx::Cx;
use super::super::super::list::button;
use super::super::{change, wrong_of};
use super::facts;
use crate::draw::{bdi, el};
use crate::locale::Msg;
use crate::parts::face;
use crate::parts::field::{Entry, Field, field};
use chie_domain::mood::Face;
use yew::{AttrValue, Html};

/// What the fold names, the faces, and the facts.
pub(in super::super::super) fn more(cx: &Cx) -> [Html; 3] {
    let chosen = cx.state.ask.draft.mood.map(|one| el("span", "").put(bdi(&cx.text(face::name(one)))).into());
    let facts = if cx.state.facts.is_empty() {
        button(cx, "ch-btn ch-bare ch-add-facts", Msg::FactsAdd, cx.click(facts::add))
    } else {
        facts::facts(cx)
    };
    [chosen.unwrap_or_default(), mood(cx), facts]
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
