//! A thread: the opening post, the box with the three answers that stand side by side, the conversation, and a place to
//! reply. What belongs to the visitor is filled into places that were there before.

mod act;
mod answers;
mod reply;

use super::list::{failed, heading, load_thread};
use super::state::{Cx, Fetch, Opened, Screen};
use crate::locale::Msg;
use crate::parts::status::{self, Around};
use crate::parts::{author, icon, markup};
use crate::scene::Look;
use chie_domain::api::view::{ReplyView, ThreadRow, ThreadView};
use chie_domain::thread::{Kind, Status};
use yew::{Html, classes, html};

/// The thread.
pub(super) fn screen(cx: &Cx, opened: &Opened) -> Html {
    html! {
        <>
            { head(cx, opened) }
            {
                match (&opened.view, opened.fetch) {
                    (Some(view), _) => whole(cx, view, opened.fetch),
                    (None, Fetch::Failed) => {
                        let id = opened.id.clone();
                        failed(cx, cx.click(move |cx| {
                            let id = id.clone();
                            cx.set(|state| {
                                if let Some(opened) = &mut state.opened {
                                    opened.fetch = Fetch::Busy;
                                }
                            });
                            load_thread(cx, id);
                        }))
                    }
                    (None, _) => html! {
                        <div class="ch-body ch-late" aria-busy="true"><span class="ch-sr">{ cx.text(Msg::Loading) }</span><i class="ch-bone"></i><i class="ch-bone"></i><i class="ch-bone"></i></div>
                    },
                }
            }
        </>
    }
}

fn head(cx: &Cx, opened: &Opened) -> Html {
    let row = &opened.row;
    let around = match cx.look_of_thread(opened) {
        Look::Official(_) => Around::Official,
        Look::FanMade | Look::Pending => Around::FanMade,
    };
    let name = opened.view.as_ref().filter(|view| view.row.product != cx.state.product.key);
    let name = name.map_or(cx.state.product.name.as_str(), |view| view.product_name.as_str());
    let id = row.id.clone();
    let back = cx.click(move |cx| {
        let id = id.clone();
        cx.set(move |state| {
            state.screen = Screen::List;
            // Back to where the visitor was: the thread's line, or the title where it is not in the list.
            let listed = state.list.page.rows.iter().any(|row| row.id == id);
            state.focus_on(if listed { ["[data-thread=\"", id.as_str(), "\"]"].concat() } else { "[data-ch-head]".to_owned() });
        });
    });
    html! {
        <div class="ch-head">
            <a class="ch-back" href={cx.scene.product_page(&row.product)} data-live="" onclick={back}>
                { icon::icon(icon::BACK) }<span>{ cx.words().nodes(Msg::BackToList, &[("product", html! { <bdi>{ name }</bdi> })]) }</span>
            </a>
            { heading(cx, html! { <bdi>{ row.title.as_str() }</bdi> }) }
            <p class="ch-meta">
                <span class="ch-kind">{ icon::kind(row.kind) }{ cx.text(status::kind_name(row.kind)) }</span>
                { status::status(cx.words(), row, around) }
                if row.me_too > 0 { <span>{ cx.words().count(status::same_count(row.kind), row.me_too) }</span> }
            </p>
            { reason(cx, row) }
        </div>
    }
}

fn reason(cx: &Cx, row: &ThreadRow) -> Html {
    let Status::Official(status) = &row.status else { return Html::default() };
    let Some(reason) = status.reason() else { return Html::default() };
    let brand = html! { <b><bdi>{ cx.scene.brand_name() }</bdi></b> };
    let reason = html! { <span dir="auto">{ reason.as_str() }</span> };
    html! { <p class="ch-reason">{ cx.words().nodes(Msg::StatusReason, &[("brand", brand), ("reason", reason)]) }</p> }
}

fn whole(cx: &Cx, view: &ThreadView, fetch: Fetch) -> Html {
    let count = u32::try_from(view.replies.len()).unwrap_or(u32::MAX);
    html! {
        <div class="ch-body">
            <article class="ch-post">
                { author::byline(cx.words(), cx.state.clock, &view.author, view.row.at, None) }
                { markup::post(cx.words(), &view.post) }
                <div class="ch-actions">{ me_too(cx, view) }</div>
            </article>
            { answers::answers(cx, view) }
            <h3 class="ch-sr">{ cx.text(Msg::Conversation) }</h3>
            if count == 0 { <p class="ch-hint ch-noreply">{ cx.text(Msg::NoReplies) }</p> }
            { for view.replies.iter().map(|reply| one_reply(cx, view, reply)) }
            if fetch == Fetch::Failed {
                { failed(cx, cx.click(act::more)) }
            } else if view.next.is_some() {
                <div class="ch-more"><button type="button" class="ch-btn ch-quiet" aria-busy={(fetch == Fetch::Busy).then_some("true")} onclick={cx.click(act::more)}>{ cx.text(Msg::MoreReplies) }</button></div>
            }
            { reply::compose(cx, view) }
        </div>
    }
}

fn me_too(cx: &Cx, view: &ThreadView) -> Html {
    let row = &view.row;
    if row.kind == Kind::Update {
        return Html::default();
    }
    if cx.state.mine.asked.contains(&row.id) {
        return html! { <span class="ch-tag">{ cx.text(Msg::YouAsked) }</span> };
    }
    let on = cx.state.mine.me_too.contains(&row.id);
    let id = row.id.clone();
    html! {
        <button type="button" class="ch-btn ch-quiet ch-press" aria-pressed={if on { "true" } else { "false" }} onclick={cx.click(move |cx| act::set_me_too(cx, id.clone(), !on))}>
            { icon::icon(icon::TICK) }{ cx.text(status::me_too(row.kind)) }
            if row.me_too > 0 { <span class="ch-num">{ row.me_too }</span> }
        </button>
    }
}

fn one_reply(cx: &Cx, view: &ThreadView, reply: &ReplyView) -> Html {
    let official = matches!(reply.author.voice, chie_domain::api::view::Voice::Official(_));
    let asked = (reply.author.member == view.author.member).then_some(Msg::AskedThis);
    let gone = matches!(reply.post, chie_domain::api::view::Post::Removed(_));
    html! {
        <article key={reply.id.as_str()} id={reply.id.as_str().to_owned()} tabindex="-1" class={classes!("ch-reply", official.then_some("ch-rep"), reply.accepted.is_some().then_some("ch-accepted"))}>
            { author::byline(cx.words(), cx.state.clock, &reply.author, reply.at, asked) }
            if reply.accepted.is_some() {
                <p class="ch-st ch-ok ch-solved"><i aria-hidden="true"></i>{ cx.text(Msg::SolvedIt) }</p>
            }
            { markup::post(cx.words(), &reply.post) }
            if !gone { <div class="ch-actions">{ star(cx, reply) }{ accept(cx, view, reply) }</div> }
        </article>
    }
}

fn star(cx: &Cx, reply: &ReplyView) -> Html {
    let mine = cx.state.mine.me.as_ref().is_some_and(|me| me.member == reply.author.member);
    let label = if reply.stars > 0 { cx.words().count(Msg::HelpfulCount, reply.stars) } else { cx.text(Msg::Helpful) };
    if mine {
        return html! { <span class="ch-tag">{ cx.text(Msg::Yours) }</span> };
    }
    let on = cx.state.mine.stars.contains(&reply.id);
    let id = reply.id.clone();
    html! {
        <button type="button" class="ch-btn ch-quiet ch-press" aria-pressed={if on { "true" } else { "false" }} onclick={cx.click(move |cx| act::set_star(cx, id.clone(), !on))}>
            { icon::icon(icon::TICK) }{ label }
        </button>
    }
}

fn accept(cx: &Cx, view: &ThreadView, reply: &ReplyView) -> Html {
    let asker = cx.state.mine.asked.contains(&view.row.id);
    let solvable = matches!(view.row.kind, Kind::Question | Kind::Problem | Kind::Idea);
    if !asker || !solvable {
        return Html::default();
    }
    let on = reply.accepted.is_some();
    let id = reply.id.clone();
    html! {
        <button type="button" class="ch-btn ch-bare" onclick={cx.click(move |cx| act::set_accepted(cx, id.clone(), !on))}>
            { cx.text(if on { Msg::Unaccept } else { Msg::Accept }) }
        </button>
    }
}

