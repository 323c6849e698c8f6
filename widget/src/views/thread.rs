//! A thread: the opening post, the box with the three answers that stand side by side, the conversation, and a place to
//! reply. What belongs to the visitor is filled into places that were there before.

mod act;
mod answers;
mod change;
mod comments;
mod reply;
mod tell;
mod told;

pub(super) use told::{danger_mark, danger_sign, fact_name};

use super::cx::Cx;
use super::list::{button, failed, heading, load_thread, selector};
use super::photos;
use super::state::{Doing, Fetch, Opened, Screen};
use crate::draw::{El, all, bdi, el, written};
use crate::locale::Msg;
use crate::parts::status::{self, Around};
use crate::parts::{author, icon, markup};
use crate::scene::Look;
use chie_domain::api::view::{Post, ReplyView, ThreadRow, ThreadView, Voice};
use chie_domain::id::ThreadId;
use chie_domain::thread::{Kind, Status};
use yew::{Callback, Html, MouseEvent};

/// The thread.
pub(super) fn screen(cx: &Cx, opened: &Opened) -> Html {
    let rest = match (&opened.view, opened.fetch) {
        (Some(view), fetch) => whole(cx, view, fetch),
        (None, Fetch::Failed) => {
            let id = opened.id.clone();
            failed(cx, cx.click(move |cx| again(cx, id.clone())))
        }
        (None, _) => {
            let bones = el("div", "ch-body ch-late").set("aria-busy", "true").put(el("span", "ch-sr").put(cx.say(Msg::Loading)));
            bones.put(el("i", "ch-bone")).put(el("i", "ch-bone")).put(el("i", "ch-bone")).into()
        }
    };
    all(vec![head(cx, opened), rest])
}

fn again(cx: &Cx, id: ThreadId) {
    let busy = id.clone();
    cx.set(move |state| state.with_thread(&busy, |opened| opened.fetch = Fetch::Busy));
    load_thread(cx, id);
}

fn head(cx: &Cx, opened: &Opened) -> Html {
    let row = &opened.row;
    let around = match cx.look_of_thread(opened) {
        Look::Official(_) => Around::Official,
        Look::FanMade | Look::Pending => Around::FanMade,
    };
    let id = row.id.clone();
    let back = el("a", "ch-back")
        .attr("href", cx.scene.product_page(&cx.state.product.key))
        .set("data-live", "")
        .on_click(cx.click(move |cx| back_to_list(cx, id.clone())))
        .put(icon::icon(icon::BACK))
        .put(el("span", "").put(cx.words().nodes(Msg::BackToList, &[("product", bdi(&cx.state.product.name))])));
    let other = opened.view.as_ref().filter(|view| view.row.product != cx.state.product.key);
    let same = (row.me_too > 0).then(|| el("span", "").says(cx.words().count(status::same_count(row.kind), row.me_too)).into());
    let meta = el("p", "ch-meta")
        .put(el("span", "ch-kind").put(icon::kind(row.kind)).put(cx.say(status::kind_name(row.kind))))
        .put(status::status(cx.words(), row, around))
        .put_if(danger_mark(cx, row))
        .put_if(same)
        .put_if(other.map(|view| el("span", "").put(bdi(&view.product_name)).into()));
    el("div", "ch-head").put(back).put(heading(cx, written(&row.title, cx.words().lang()))).put(meta).put_if(reason(cx, row)).into()
}

/// Back to where the visitor was: the thread's line, or the title where it is not in the list.
fn back_to_list(cx: &Cx, id: ThreadId) {
    cx.set(move |state| {
        state.screen = Screen::List;
        let listed = state.list.page.rows.iter().any(|row| row.id == id);
        state.focus_on(if listed { selector(&id) } else { "[data-ch-head]".to_owned() });
    });
}

fn reason(cx: &Cx, row: &ThreadRow) -> Option<Html> {
    let Status::Official(status) = &row.status else { return None };
    let reason = el("span", "").set("dir", "auto").says(status.reason()?.to_string()).into();
    let brand = el("b", "").put(bdi(&cx.scene.brand_name())).into();
    Some(el("p", "ch-reason").put(cx.words().nodes(Msg::StatusReason, &[("brand", brand), ("reason", reason)])).into())
}

fn whole(cx: &Cx, view: &ThreadView, fetch: Fetch) -> Html {
    let post = opening(cx, view);
    let body = el("div", "ch-body")
        .put(post)
        .put_if(answers::answers(cx, view))
        .put(el("h3", "ch-sr").put(cx.say(Msg::Conversation)))
        .put_if(view.replies.is_empty().then(|| el("p", "ch-hint ch-noreply").put(cx.say(Msg::NoReplies)).into()))
        .put_if(view.before.as_ref().map(|_| earlier(cx, view)))
        .put(conversation(cx, view));
    let rest = if fetch == Fetch::Failed {
        Some(failed(cx, cx.click(act::more)))
    } else if view.next.is_some() {
        let turn = turn(cx, view, view.next.as_deref(), Msg::MoreReplies, cx.click(act::more));
        Some(el("div", "ch-more").put(turn).into())
    } else {
        None
    };
    body.put_if(rest).put(reply::compose(cx, view)).into()
}

/// The opening post, with what its asker tells and what can be done to it.
fn opening(cx: &Cx, view: &ThreadView) -> Html {
    let id = view.row.id.as_str();
    let own = cx.state.mine.asked.contains(&view.row.id);
    let gone = matches!(view.post, Post::Removed(_) | Post::Deleted);
    let words =
        if change::is_open(cx, id, Doing::Change) { change::form(cx, id, Some(())) } else { markup::post(cx.words(), &view.post) };
    let actions = el("div", "ch-actions")
        .put_if(me_too(cx, view))
        .put_if((own && !gone).then(|| change::buttons(cx, id)))
        .put(tell::share(cx, view));
    el("article", "ch-post")
        .attr("id", id.to_owned())
        .set("tabindex", "-1")
        .put(author::byline(cx.words(), cx.state.clock, &view.author, view.row.at, None))
        .put_if(told::mood(cx, view))
        .put(words)
        .put_if(told::edited(cx, id, view.edited, None))
        .put_if(photos::under(cx, view, &view.photos))
        .put_if(told::facts(cx, view))
        .put(actions)
        .put_if(change::below(cx, id))
        .put_if(told::changed(cx, view))
        .put_if(told::not_solved(cx, view))
        .put_if(tell::tell(cx, view))
        .into()
}

/// Replies and the lines between them, by time.
fn conversation(cx: &Cx, view: &ThreadView) -> Html {
    let mut parts = Vec::with_capacity(view.replies.len() + view.events.len());
    let mut events = view.events.iter().peekable();
    for reply in &view.replies {
        while let Some(event) = events.next_if(|event| event.at < reply.at) {
            parts.push(told::event(cx, view, event));
        }
        parts.push(one_reply(cx, view, reply));
    }
    parts.extend(events.map(|event| told::event(cx, view, event)));
    all(parts)
}

/// A way to what stands before a part in the middle.
fn earlier(cx: &Cx, view: &ThreadView) -> Html {
    el("div", "ch-more").put(turn(cx, view, view.before.as_deref(), Msg::EarlierReplies, cx.click(act::earlier))).into()
}

/// A link to another part: here where the widget lives, on a page of its own elsewhere.
fn turn(cx: &Cx, view: &ThreadView, part: Option<&str>, name: Msg, then: Callback<MouseEvent>) -> Html {
    let page = cx.scene.thread_page(&view.row.product, &view.row.id);
    let link = el("a", "ch-btn ch-quiet").attr("href", [&page, "&part=", part.unwrap_or_default()].concat());
    link.set("data-live", "").on_click(then).put(cx.say(name)).into()
}

fn me_too(cx: &Cx, view: &ThreadView) -> Option<Html> {
    let row = &view.row;
    if row.kind == Kind::Update {
        return None;
    }
    if cx.state.mine.asked.contains(&row.id) {
        return Some(el("span", "ch-tag").put(cx.say(Msg::YouAsked)).into());
    }
    let on = cx.state.mine.me_too.contains(&row.id);
    let id = row.id.clone();
    let count = (row.me_too > 0).then(|| el("span", "ch-num").says(cx.words().number(row.me_too)).into());
    let press = press(on, cx.click(move |cx| act::set_me_too(cx, id.clone(), !on)));
    Some(press.put(cx.say(status::me_too(row.kind))).put_if(count).into())
}

/// A button that stays pressed.
fn press(on: bool, then: Callback<MouseEvent>) -> El {
    let pressed = if on { "true" } else { "false" };
    let button = el("button", "ch-btn ch-quiet ch-press").set("type", "button").set("aria-pressed", pressed);
    button.on_click(then).put(icon::icon(icon::TICK))
}

fn one_reply(cx: &Cx, view: &ThreadView, reply: &ReplyView) -> Html {
    let official = matches!(reply.author.voice, Voice::Official(_));
    let asked = (reply.author.member == view.author.member).then_some(Msg::AskedThis);
    let accepted = reply.accepted.map(|_| {
        let mark = el("i", "").set("aria-hidden", "true");
        el("p", "ch-st ch-ok ch-solved").put(mark).put(cx.say(Msg::SolvedIt)).into()
    });
    let id = reply.id.as_str();
    let own = change::is_mine(cx, &reply.author) && !official;
    let actions = || {
        el("div", "ch-actions")
            .put(star(cx, reply))
            .put_if(accept(cx, view, reply))
            .put(comments::opener(cx, &reply.id))
            .put_if(own.then(|| change::buttons(cx, id)))
            .into()
    };
    let gone = matches!(reply.post, Post::Removed(_) | Post::Deleted);
    let words =
        if change::is_open(cx, id, Doing::Change) { change::form(cx, id, None) } else { markup::post(cx.words(), &reply.post) };
    el("article", "")
        .key(reply.id.as_str())
        .classes(&["ch-reply", if official { "ch-rep" } else { "" }])
        .attr("id", reply.id.to_string())
        .set("tabindex", "-1")
        .put(author::byline(cx.words(), cx.state.clock, &reply.author, reply.at, asked))
        .put_if(accepted)
        .put_if(told::cautions(cx, reply))
        .put(words)
        .put_if(told::edited(cx, id, reply.edited, reply.accepted))
        .put_if(photos::under(cx, view, &reply.photos))
        .put_if((!gone).then(actions))
        .put_if(change::below(cx, id))
        .put(comments::comments(cx, view, reply))
        .into()
}

fn star(cx: &Cx, reply: &ReplyView) -> Html {
    if cx.state.mine.me.as_ref().is_some_and(|me| me.member == reply.author.member) {
        return el("span", "ch-tag").put(cx.say(Msg::Yours)).into();
    }
    let words = cx.words();
    let label = if reply.stars > 0 { words.count(Msg::HelpfulCount, reply.stars) } else { words.text(Msg::Helpful) };
    let on = cx.state.mine.stars.contains(&reply.id);
    let id = reply.id.clone();
    press(on, cx.click(move |cx| act::set_star(cx, id.clone(), !on))).says(label).into()
}

fn accept(cx: &Cx, view: &ThreadView, reply: &ReplyView) -> Option<Html> {
    let asker = cx.state.mine.asked.contains(&view.row.id);
    let solvable = matches!(view.row.kind, Kind::Question | Kind::Problem | Kind::Idea);
    let on = reply.accepted.is_some();
    let id = reply.id.clone();
    let set = cx.click(move |cx| act::set_accepted(cx, id.clone(), !on));
    (asker && solvable).then(|| button(cx, "ch-btn ch-bare", if on { Msg::Unaccept } else { Msg::Accept }, set))
}
