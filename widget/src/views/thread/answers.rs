//! The box of answers: the brand's, the asker's and the crowd's side by side, the first one open and the others as one line;
//! each is an excerpt that leads to its reply, and none hides another.

use super::super::cx::Cx;
use crate::draw::{bdi, el, written};
use crate::locale::Msg;
use crate::parts::{author, icon};
use chie_domain::api::view::{AnswerView, ThreadView};
use chie_domain::reply::AnswerBy;
use yew::{AttrValue, Html};

/// The box, where there is any answer.
pub(super) fn answers(cx: &Cx, view: &ThreadView) -> Option<Html> {
    let mut answers = view.answers.iter();
    let first = one(cx, view, answers.next()?, "ch-open");
    let shelf = el("section", "ch-best").attr("aria-label", cx.text(Msg::Answers)).put(first);
    Some(answers.fold(shelf, |shelf, answer| shelf.put(one(cx, view, answer, ""))).into())
}

fn one(cx: &Cx, view: &ThreadView, answer: &AnswerView, open: &'static str) -> Html {
    let words = cx.words();
    let said = el("span", "");
    let (mark, sign, said) = match answer.by {
        AnswerBy::Brand => {
            let name = bdi(&author::name(words, &answer.author));
            let said = said.put(cx.say(Msg::OfficialAnswer)).says(AttrValue::Static(" · ")).put(name);
            ("ch-by-brand", icon::seal(), said)
        }
        AnswerBy::Asker => {
            let asker = bdi(&author::name(words, &view.author));
            ("ch-by-asker", icon::icon(icon::TICK), said.put(words.nodes(Msg::AskersAnswer, &[("name", asker)])))
        }
        AnswerBy::Crowd => ("ch-by-crowd", icon::icon(icon::PEOPLE), said.says(words.count(Msg::CrowdAnswer, answer.stars))),
    };
    let label = el("b", "").put(sign).put(said);
    let anchor = ["#", answer.reply.as_str()].concat();
    let link = el("a", "")
        .classes(&["ch-answer", mark, open])
        .attr("href", cx.scene.thread_page(&view.row.product, &view.row.id) + &anchor)
        .put(label)
        .put(el("span", "").set("dir", "auto").put(written(&answer.excerpt, words.lang())));
    // A reply of a later part is not drawn yet: then the public page leads to it.
    if view.replies.iter().all(|reply| reply.id != answer.reply) {
        return link.into();
    }
    let go = cx.click(move |cx| {
        let anchor = anchor.clone();
        cx.set(move |state| state.focus_on(anchor));
    });
    link.set("data-live", "").on_click(go).into()
}
