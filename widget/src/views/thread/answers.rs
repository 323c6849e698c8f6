//! The box of answers: the brand's, the asker's and the crowd's side by side, the first one open and the others as one line;
//! each is an excerpt that leads to its reply, and none hides another.

use super::super::state::Cx;
use crate::locale::Msg;
use crate::parts::{author, icon};
use chie_domain::api::view::{AnswerView, ThreadView};
use chie_domain::reply::AnswerBy;
use yew::{Html, classes, html};

/// The box, where there is any answer.
pub(super) fn answers(cx: &Cx, view: &ThreadView) -> Html {
    if view.answers.is_empty() {
        return Html::default();
    }
    html! {
        <section class="ch-best" aria-label={cx.text(Msg::Answers)}>
            { for view.answers.iter().enumerate().map(|(place, answer)| one(cx, view, answer, place == 0)) }
        </section>
    }
}

fn one(cx: &Cx, view: &ThreadView, answer: &AnswerView, open: bool) -> Html {
    let words = cx.words();
    let name = author::name(words, &answer.author);
    let (mark, label) = match answer.by {
        AnswerBy::Brand => {
            ("ch-by-brand", html! { <>{ icon::seal() }{ cx.text(Msg::OfficialAnswer) }{ " · " }<bdi>{ name }</bdi></> })
        }
        AnswerBy::Asker => {
            let asker = html! { <bdi>{ author::name(words, &view.author) }</bdi> };
            ("ch-by-asker", html! { <>{ icon::icon(icon::TICK) }{ words.nodes(Msg::AskersAnswer, &[("name", asker)]) }</> })
        }
        AnswerBy::Crowd => ("ch-by-crowd", html! { <>{ icon::icon(icon::PEOPLE) }{ words.count(Msg::CrowdAnswer, answer.stars) }</> }),
    };
    let anchor = ["#", answer.reply.as_str()].concat();
    let href = cx.scene.thread_page(&view.row.product, &view.row.id) + &anchor;
    // A reply of a later part is not drawn yet: then the public page leads to it.
    let drawn = view.replies.iter().any(|reply| reply.id == answer.reply);
    let go = drawn.then(|| cx.click(move |cx| {
        let anchor = anchor.clone();
        cx.set(move |state| state.focus_on(anchor));
    }));
    html! {
        <a href={href} class={classes!("ch-answer", mark, open.then_some("ch-open"))} data-live={drawn.then_some("")} onclick={go}>
            <b>{ label }</b>
            <span dir="auto">{ answer.excerpt.as_str() }</span>
        </a>
    }
}
