//! What one does to what one wrote: change it, delete it; and what everybody reads of it: earlier versions. One post at a time
//! is worked on.

use super::super::ask::{check, submit, wrong_of, wrong_with_all};
use super::super::cx::Cx;
use super::super::list::button;
use super::super::state::{Desk, Doing, State, Wrong};
use super::super::{outbox, warn};
use super::act::say;
use crate::client::Call;
use crate::draft::{Draft, forget};
use crate::draw::{all, el, written};
use crate::locale::Msg;
use crate::parts::field::{Entry, Field, field};
use crate::parts::markup;
use crate::session::storage_name;
use chie_domain::api::delete_post::{self, Left};
use chie_domain::api::route::Route;
use chie_domain::api::view::{Author, Post, ThreadView};
use chie_domain::api::{edit_post, get_versions};
use chie_domain::id::PostId;
use chie_domain::text::{Body, Title};
use std::rc::Rc;
use yew::Html;

/// Whether somebody's words are the visitor's own.
pub(super) fn is_mine(cx: &Cx, author: &Author) -> bool {
    cx.state.mine.me.as_ref().is_some_and(|me| me.member == author.member)
}

/// Whether this is being done to a post.
pub(super) fn is_open(cx: &Cx, post: &str, doing: Doing) -> bool {
    cx.state.desk.post == post && cx.state.desk.doing == Some(doing)
}

pub(in super::super) fn route(cx: &Cx, post: &str, route: fn(chie_domain::brand::BrandDomain, PostId) -> Route) -> Option<Route> {
    PostId::parse(post).ok().map(|post| route(cx.scene.embed.community.brand.clone(), post))
}

/// The buttons of one's own post.
pub(super) fn buttons(cx: &Cx, post: &str) -> Html {
    let (changed, deleted) = (post.to_owned(), post.to_owned());
    let ask = cx.click(move |cx| {
        let post = deleted.clone();
        cx.set(move |state| {
            state.desk = Desk { post: post.into(), doing: Some(Doing::Delete), ..Desk::default() };
            state.focus_on("[data-ch-delete]");
        });
    });
    all(vec![
        button(cx, "ch-btn ch-bare", Msg::ChangePost, cx.click(move |cx| begin(cx, changed.clone()))),
        button(cx, "ch-btn ch-bare", Msg::DeletePost, ask),
    ])
}

/// What stands beneath a post while something is done to it besides changing its words.
pub(super) fn below(cx: &Cx, post: &str) -> Option<Html> {
    let desk = &cx.state.desk;
    match desk.doing.filter(|_| desk.post == post)? {
        Doing::Delete => Some(delete_question(cx, post)),
        Doing::Versions => desk.versions.as_deref().map(|versions| versions_of(cx, versions)),
        Doing::Change | Doing::Comment | Doing::Share | Doing::Flag | Doing::Statement => None,
    }
}

/// Nothing is done any more.
pub(super) fn close(cx: &Cx) {
    let name = desk_draft(cx, cx.state.desk.doing, &cx.state.desk.post);
    forget(&name);
    cx.set(move |state| {
        outbox::hold(state, &name);
        let back = ["#", &state.desk.post].concat();
        state.desk = Desk::default();
        state.focus_on(back);
    });
}

/// Begins to change a post: its words as they were typed come from the server.
fn begin(cx: &Cx, post: String) {
    fetch_versions(cx, post, |state, versions| {
        state.desk.doing = Some(Doing::Change);
        let title = versions.versions.last().and_then(|version| version.title.clone());
        state.desk.writing.draft.title = title.unwrap_or_default();
        state.desk.writing.draft.body = versions.source.clone().unwrap_or_default();
        state.focus_on("#ch-change");
    });
}

/// Shows what a post said before.
pub(super) fn show_versions(cx: &Cx, post: String) {
    fetch_versions(cx, post, |state, _| {
        state.desk.doing = Some(Doing::Versions);
        state.focus_on("[data-ch-versions]");
    });
}

fn fetch_versions(cx: &Cx, post: String, then: fn(&mut State, &get_versions::Response)) {
    let Some(route) = route(cx, &post, Route::GetVersions) else { return };
    cx.ask::<get_versions::Response>(Call::new(route), move |cx, answer| match answer {
        Ok(versions) => {
            let draft = Draft::load(&desk_draft(cx, None, &post));
            cx.set(move |state| {
                state.desk = Desk { post: post.into(), ..Desk::default() };
                then(state, &versions);
                // What was being changed when the page went away goes on.
                if let Some(draft) = draft.filter(|_| state.desk.doing == Some(Doing::Change)) {
                    state.desk.writing.draft = draft;
                }
                state.desk.versions = Some(Rc::new(versions));
            });
        }
        Err(failure) => say(cx, &failure),
    });
}

fn versions_of(cx: &Cx, response: &get_versions::Response) -> Html {
    let words = cx.words();
    let earlier = response.versions.len().saturating_sub(1);
    let list = response.versions.iter().take(earlier).rev().fold(el("ol", "ch-versions"), |list, version| {
        let when = el("p", "ch-hint").says(words.exact(cx.state.clock.zone, version.at));
        let title = version.title.as_ref().map(|title| el("p", "ch-h3").put(written(title, words.lang())).into());
        let body = markup::post(words, &Post::Whole(version.words.clone()));
        list.put(el("li", "").put(when).put_if(title).put(body))
    });
    el("section", "ch-desk")
        .set("tabindex", "-1")
        .set("data-ch-versions", "")
        .attr("aria-label", cx.text(Msg::EarlierVersions))
        .put(el("p", "ch-h3").put(cx.say(Msg::EarlierVersions)))
        .put(list)
        .put(button(cx, "ch-btn ch-quiet", Msg::CloseIt, cx.click(close)))
        .into()
}

/// The name that a text at the desk is kept under.
pub(super) fn desk_draft(cx: &Cx, doing: Option<Doing>, post: &str) -> String {
    let what = if doing == Some(Doing::Comment) { "comment:" } else { "change:" };
    storage_name(&cx.scene.embed, &[what, post].concat())
}

/// Takes a letter of the text that is written at the desk, and keeps it.
pub(super) fn type_body(cx: &Cx, text: String) {
    type_in(cx, move |draft| draft.body = text);
}

fn type_in(cx: &Cx, change: impl FnOnce(&mut Draft) + 'static) {
    let name = desk_draft(cx, cx.state.desk.doing, &cx.state.desk.post);
    cx.set(move |state| {
        state.desk.writing.change(&name, change);
        state.desk.writing.warned = None;
        state.desk.writing.private_ok = false;
        outbox::hold(state, &name);
    });
}

/// Takes out the private fact that was found.
pub(super) fn take_out(cx: &Cx) {
    cx.set(|state| {
        let writing = &mut state.desk.writing;
        let title = writing.warned.take().is_some_and(|warned| warned.field == "title");
        let text = if title { &mut writing.draft.title } else { &mut writing.draft.body };
        if let Some(plain) = warn::without(text) {
            *text = plain;
        }
        state.focus_on("#ch-change, #ch-comment");
    });
}

/// The form with the words of a post; an opening post has a title.
pub(super) fn form(cx: &Cx, post: &str, title: Option<()>) -> Html {
    let writing = &cx.state.desk.writing;
    let line = |name, entry, label, value: &str, field| Field {
        name,
        entry,
        label: cx.text(label),
        hint: None,
        value: value.to_owned().into(),
        wrong: wrong_of(&writing.wrong, field),
    };
    let heading = title.map(|()| {
        let it = line("change-title", Entry::Line, Msg::TitleLabel, &writing.draft.title, "title");
        field(&it, cx.typed(|cx, text| type_in(cx, move |draft| draft.title = text)))
    });
    let body = line("change", Entry::Text, Msg::TextLabel, &writing.draft.body, "body");
    let (send_it, all_the_same) = (post.to_owned(), post.to_owned());
    let titled = title.is_some();
    let leave_in = cx.click(move |cx| send(cx, &all_the_same, titled, true));
    let actions = el("div", "ch-actions").put(submit(cx, "ch-btn", writing.sending, Msg::SaveChange)).put(button(
        cx,
        "ch-btn ch-bare",
        Msg::Cancel,
        cx.click(close),
    ));
    el("form", "ch-form ch-desk")
        .set("novalidate", "")
        .on_submit(cx.sent(move |cx| send(cx, &send_it, titled, false)))
        .put_if(heading)
        .put(field(&body, cx.typed(type_body)))
        .put(warn::danger(cx, &[&writing.draft.title, &writing.draft.body]))
        .put_if(warn::private(cx, writing, cx.click(take_out), leave_in))
        .put(wrong_with_all(&writing.wrong, &["title", "body"]))
        .put(actions)
        .into()
}

/// Shows what is wrong with the text at the desk.
pub(super) fn show_wrong(cx: &Cx, wrong: Wrong) {
    cx.set(move |state| {
        state.desk.writing.sending = false;
        state.desk.writing.wrong = wrong;
        state.focus_on("[aria-invalid]");
    });
}

fn send(cx: &Cx, post: &str, titled: bool, private_ok: bool) {
    let mut writing = cx.state.desk.writing.clone();
    if writing.sending {
        return;
    }
    let draft = writing.draft.clone();
    let mut wrong = Wrong::new();
    if titled {
        check(cx, &mut wrong, "title", Title::parse(&draft.title).err());
    }
    if !titled || !draft.body.trim().is_empty() {
        check(cx, &mut wrong, "body", Body::parse(&draft.body).err());
    }
    if !wrong.is_empty() {
        return show_wrong(cx, wrong);
    }
    writing.private_ok |= private_ok;
    if !warn::may_go(&mut writing, &[("title", &draft.title), ("body", &draft.body)]) {
        return cx.set(move |state| {
            state.desk.writing = writing;
            warn::show(state);
        });
    }
    let Some(route) = route(cx, post, Route::EditPost) else { return };
    cx.set(|state| {
        state.desk.writing.sending = true;
        state.desk.writing.wrong.clear();
    });
    let call = Call::new(route).text_if_any("body", &draft.body);
    let call = if titled { call.text("title", &draft.title) } else { call };
    let call = if writing.private_ok { call.flag("personal_data_ok", true) } else { call };
    let post = post.to_owned();
    cx.ask::<edit_post::Response>(call, move |cx, answer| match answer {
        Ok(answer) => {
            forget(&desk_draft(cx, None, &post));
            let said = cx.text(Msg::ChangeSaved);
            cx.set(move |state| {
                state.desk = Desk::default();
                state.tell(said);
                state.focus_on(["#", &post].concat());
                take_up(state, &post, answer);
            });
        }
        Err(failure) => show_wrong(cx, cx.explain(&failure)),
    });
}

/// Puts the new words in the place of the old ones.
fn take_up(state: &mut State, post: &str, answer: edit_post::Response) {
    with_view(state, |view| {
        if view.row.id.as_str() == post {
            view.row.title = answer.title.unwrap_or_default();
            (view.post, view.edited) = (answer.post, answer.edited);
            return;
        }
        for reply in &mut view.replies {
            if reply.id.as_str() == post {
                (reply.post, reply.edited) = (answer.post, answer.edited);
                return;
            }
            if let Some(comment) = reply.comments.iter_mut().find(|comment| comment.id.as_str() == post) {
                (comment.post, comment.edited) = (answer.post, answer.edited);
                return;
            }
        }
    });
}

fn with_view(state: &mut State, change: impl FnOnce(&mut ThreadView)) {
    let Some(id) = state.opened.as_ref().map(|opened| opened.id.clone()) else { return };
    state.with_thread(&id, |opened| {
        if let Some(view) = opened.view.as_mut() {
            let view = Rc::make_mut(view);
            change(view);
            opened.row = view.row.clone();
        }
    });
}

fn delete_question(cx: &Cx, post: &str) -> Html {
    let post = post.to_owned();
    let buttons = el("div", "ch-actions")
        .put(
            el("button", "ch-btn ch-stop")
                .set("type", "button")
                .set("data-ch-delete", "")
                .on_click(cx.click(move |cx| delete(cx, post.clone())))
                .put(cx.say(Msg::DeleteYes)),
        )
        .put(button(cx, "ch-btn ch-quiet", Msg::Cancel, cx.click(close)));
    let question = el("p", "").put(cx.say(Msg::DeleteAsk));
    el("div", "ch-note ch-alert ch-desk").set("role", "alertdialog").put(el("div", "").put(question).put(buttons)).into()
}

fn delete(cx: &Cx, post: String) {
    let Some(route) = route(cx, &post, Route::DeletePost) else { return };
    cx.ask::<delete_post::Response>(Call::new(route), move |cx, answer| match answer {
        Ok(answer) => {
            let said = cx.text(Msg::PostGone);
            cx.set(move |state| {
                state.desk = Desk::default();
                state.tell(said);
                gone(state, &post, answer.left);
            });
        }
        Err(failure) => say(cx, &failure),
    });
}

/// Nothing of a thread is left.
pub(in super::super) fn forget_thread(state: &mut State, thread: &str) {
    let before = state.list.page.rows.len();
    state.list.page.rows.retain(|row| row.id.as_str() != thread);
    if state.list.page.rows.len() < before {
        state.product.threads = state.product.threads.saturating_sub(1);
    }
    let mine = Rc::make_mut(&mut state.mine);
    mine.asked.retain(|id| id.as_str() != thread);
    mine.following.retain(|id| id.as_str() != thread);
    if state.opened.as_ref().is_some_and(|opened| opened.id.as_str() == thread) {
        state.opened = None;
    }
}

/// Takes a post away, or leaves its stone.
pub(in super::super) fn gone(state: &mut State, post: &str, left: Left) {
    if state.opened.as_ref().is_some_and(|opened| opened.id.as_str() == post) && left == Left::Nothing {
        forget_thread(state, post);
        return state.show(super::super::state::Screen::List);
    }
    let stone = left == Left::Stone;
    with_view(state, |view| {
        if view.row.id.as_str() == post {
            (view.post, view.edited, view.mood) = (Post::Deleted, None, None);
            view.facts.clear();
            return;
        }
        view.answers.retain(|answer| answer.reply.as_str() != post);
        for reply in &mut view.replies {
            reply.comments.retain(|comment| comment.id.as_str() != post);
        }
        if let Some(reply) = view.replies.iter_mut().find(|reply| reply.id.as_str() == post) {
            (reply.post, reply.edited, reply.accepted, reply.stars) = (Post::Deleted, None, None, 0);
            view.row.replies = view.row.replies.saturating_sub(1);
        }
        view.replies.retain(|reply| stone || reply.id.as_str() != post);
    });
    state.focus_on("[data-ch-head]");
}
