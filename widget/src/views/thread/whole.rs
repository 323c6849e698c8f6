//! A thread below its heading. What belongs to the visitor is filled into places that were there before.

use super::super::cx::Cx;
use super::super::list::fresh::note_seen;
use super::super::list::{button, failed};
use super::super::state::{Doing, Fetch, Opened, Screen};
use super::super::{address, follow, helping, photos, reading};
use super::{act, answers, change, comments, house, private, reply, tell, told};
use crate::client::decode;
use crate::draw::{El, all, el};
use crate::locale::Msg;
use crate::parts::{author, icon, markup, status};
use chie_domain::api::view::{Post, ReplyView, ThreadView, Voice};
use chie_domain::id::ThreadId;
use chie_domain::thread::Kind;
use yew::{Callback, Html, MouseEvent};

/// Reads a thread.
pub(in super::super) fn read(bytes: &[u8]) -> Option<ThreadView> {
    decode(bytes).ok()
}

/// Takes up a thread that arrived.
pub(in super::super) fn arrived(cx: &Cx, id: &ThreadId, bytes: &[u8]) {
    let (view, id) = (read(bytes), id.clone());
    if let Some(view) = &view {
        note_seen(cx, view);
        reading::opened(cx, view);
    }
    let shown = view.as_ref().map(|view| (cx.scene.thread_page(&view.row.product, &view.row.id), view.row.title.clone()));
    cx.set_and(move |cx, state| {
        match view {
            Some(view) => state.replace_thread(view),
            None => state.with_thread(&id, Opened::fail),
        }
        let here = state.screen == Screen::Thread && state.opened.as_ref().is_some_and(|opened| opened.id == id);
        if let Some((page, title)) = shown.filter(|_| here) {
            address::go(cx, &page, Some(&title));
        }
    });
    private::look(cx);
}

/// The visitor leaves the thread.
pub(in super::super) fn left(cx: &Cx) {
    reading::left(cx);
    address::back(cx);
    if let Some(opened) = &cx.state.opened {
        helping::back(cx, &opened.id);
    }
}

/// The thread.
pub(in super::super) fn whole(cx: &Cx, view: &ThreadView, fetch: Fetch) -> Html {
    let post = opening(cx, view);
    let body = el("div", "ch-body")
        .put(post)
        .put_if(private::part(cx, view))
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
    let actions = el("div", "ch-actions").put_if(me_too(cx, view));
    let actions = follow::buttons(cx, view, follow_button, actions)
        .put_if((own && !gone).then(|| change::buttons(cx, id)))
        .put(tell::share(cx, view))
        .put_if(house::link(cx, id, &view.author, &view.post))
        .put_if(act::slip(cx, id));
    el("article", "ch-post")
        .attr("id", id.to_owned())
        .set("tabindex", "-1")
        .put(author::byline(cx.words(), cx.state.clock, &view.author, view.row.at, None))
        .put_if(told::mood(cx, view))
        .put(words)
        .put_if(told::edited(cx, id, view.edited, None))
        .put_if(photos::under(cx, view, &view.photos, &|photo| house::photo_link(cx, id, &view.author, photo)))
        .put_if(told::facts(cx, view))
        .put_if(helping::tags(cx, view))
        .put(actions)
        .put_if(follow::offer(cx, view))
        .put_if(helping::own_help(cx, view))
        .put_if(helping::same(cx, view))
        .put_if(change::below(cx, id))
        .put_if(house::below(cx, view, id, &view.author, &view.photos))
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

fn follow_button(on: bool, cx: &Cx, id: ThreadId) -> El {
    press(on, cx.click(move |cx| follow::set(cx, id.clone(), !on)))
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
            .put_if(house::link(cx, id, &reply.author, &reply.post))
            .put_if(act::slip(cx, id))
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
        .put_if(photos::under(cx, view, &reply.photos, &|photo| house::photo_link(cx, id, &reply.author, photo)))
        .put_if(if gone { house::link(cx, id, &reply.author, &reply.post) } else { Some(actions()) })
        .put_if(change::below(cx, id))
        .put_if(house::below(cx, view, id, &reply.author, &reply.photos))
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
