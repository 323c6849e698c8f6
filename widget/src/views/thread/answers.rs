//! The box of answers: what to do first where there is danger, then the brand's, the asker's and the crowd's side by side, the first one open and the others as one line;
//! each is an excerpt that leads to its reply, and none hides another.

use super::super::cx::Cx;
use super::super::warn;
use super::act;
use crate::draw::{bdi, el, written};
use crate::locale::Msg;
use crate::parts::{author, icon};
use chie_domain::api::route::Route;
use chie_domain::api::view::{AnswerView, Introduction, ThreadView};
use chie_domain::reply::AnswerBy;
use yew::{AttrValue, Html};

/// The box, where there is any answer.
pub(super) fn answers(cx: &Cx, view: &ThreadView) -> Option<Html> {
    let safety = view.row.danger.map(|_| warn::first_aid(cx));
    if safety.is_none() && view.answers.is_empty() {
        return None;
    }
    let shelf = el("section", "ch-best").attr("aria-label", cx.text(Msg::Answers)).put_if(safety);
    let answers = view.answers.iter().enumerate();
    Some(answers.fold(shelf, |shelf, (place, it)| shelf.put(one(cx, view, it, if place == 0 { "ch-open" } else { "" }))).into())
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
    let caution = (answer.cautions > 0).then(|| el("span", "ch-tag ch-danger").put(cx.say(Msg::CautionTag)).into());
    let label = el("b", "").put(sign).put(said).put_if(caution);
    let anchor = ["#", answer.reply.as_str()].concat();
    let link = el("a", "")
        .classes(&["ch-answer", mark, open])
        .attr("href", [&cx.scene.thread_page(&view.row.product, &view.row.id), "&at=", answer.reply.as_str(), &anchor].concat())
        .put(label)
        .put_if(answer.introduction.as_ref().map(|it| introduced(&cx.scene.embed.home, it)))
        .put(el("span", "").set("dir", "auto").put(written(&answer.excerpt, words.lang())));
    let (id, reply) = (view.row.id.clone(), answer.reply.clone());
    link.set("data-live", "").on_click(cx.click(move |cx| act::jump(cx, &id, &reply))).into()
}

/// Who gave the official answer, as they show themselves: their name stands above it.
fn introduced(home: &str, it: &Introduction) -> Html {
    let face = it.face.as_ref().map(|id| {
        let address = [home, &Route::GetPhoto(id.clone()).path()].concat();
        el("img", "").attr("src", address).set("alt", "").set("width", "40").set("height", "40").set("loading", "lazy").into()
    });
    el("span", "ch-who").put_if(face).put_if(it.line.as_deref().map(bdi)).into()
}
