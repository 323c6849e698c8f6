//! Comments: the short remarks beneath a reply, and the form for another one.

use super::super::ask::{check, submit, wrong_of, wrong_with_all};
use super::super::cx::Cx;
use super::super::list::button;
use super::super::state::{Desk, Doing, Wrong};
use super::super::undo::{self, Posted, Undo};
use super::super::{outbox, warn};
use super::{change, house, told};
use crate::client::{Call, Failure, decode, new_key};
use crate::draft::Draft;
use crate::draw::el;
use crate::locale::Msg;
use crate::parts::field::{Entry, Field, field};
use crate::parts::{author, markup};
use chie_domain::api::post_comment::Response;
use chie_domain::api::route::Route;
use chie_domain::api::view::{CommentView, Post, ReplyView, ThreadView};
use chie_domain::id::ReplyId;
use chie_domain::text::Body;
use std::rc::Rc;
use yew::Html;

/// The comments of a reply.
pub(super) fn comments(cx: &Cx, view: &ThreadView, reply: &ReplyView) -> Html {
    let list = (!reply.comments.is_empty()).then(|| {
        let list = el("ul", "ch-comments").attr("aria-label", cx.text(Msg::Comments));
        reply.comments.iter().fold(list, |list, comment| list.put(one(cx, view, comment))).into()
    });
    let open = change::is_open(cx, reply.id.as_str(), Doing::Comment);
    el("div", "").put_if(list).put_if(open.then(|| form(cx, &reply.id))).into()
}

fn one(cx: &Cx, view: &ThreadView, comment: &CommentView) -> Html {
    let id = comment.id.as_str();
    let asked = (comment.author.member == view.author.member).then_some(Msg::AskedThis);
    let gone = matches!(comment.post, Post::Removed(_) | Post::Deleted);
    let own = (!gone && change::is_mine(cx, &comment.author)).then(|| change::buttons(cx, id));
    let words =
        if change::is_open(cx, id, Doing::Change) { change::form(cx, id, None) } else { markup::post(cx.words(), &comment.post) };
    el("li", "ch-comment")
        .key(id)
        .attr("id", id.to_owned())
        .set("tabindex", "-1")
        .put(author::byline(cx.words(), cx.state.clock, &comment.author, comment.at, asked))
        .put(words)
        .put_if(told::edited(cx, id, comment.edited, None))
        .put_if(
            own.or_else(|| house::link(cx, id, &comment.author, &comment.post))
                .map(|it| el("div", "ch-actions ch-small").put(it).into()),
        )
        .put_if(change::below(cx, id))
        .put_if(house::below(cx, view, id, &comment.author, &[]))
        .into()
}

/// A button that opens the form.
pub(super) fn opener(cx: &Cx, reply: &ReplyId) -> Html {
    let id = reply.to_string();
    button(
        cx,
        "ch-btn ch-bare",
        Msg::CommentButton,
        cx.click(move |cx| {
            let id = id.clone();
            let draft = Draft::load(&change::desk_draft(cx, Some(Doing::Comment), &id))
                .unwrap_or_else(|| Draft { key: new_key(), ..Draft::default() });
            cx.set(move |state| {
                state.desk = Desk { post: id.into(), doing: Some(Doing::Comment), ..Desk::default() };
                state.desk.writing.draft = draft;
                state.focus_on("#ch-comment");
            });
        }),
    )
}

fn form(cx: &Cx, reply: &ReplyId) -> Html {
    let writing = &cx.state.desk.writing;
    let it = Field {
        name: "comment",
        entry: Entry::Text,
        label: cx.text(Msg::CommentLabel),
        hint: Some(cx.text(Msg::CommentHint)),
        value: writing.draft.body.clone().into(),
        wrong: wrong_of(&writing.wrong, "body"),
    };
    let typed = cx.typed(change::type_body);
    let (send_it, all_the_same) = (reply.clone(), reply.clone());
    let take_out = cx.click(change::take_out);
    let leave_in = cx.click(move |cx| {
        cx.set(|state| state.desk.writing.private_ok = true);
        send(cx, &all_the_same, true);
    });
    let actions = el("div", "ch-actions").put(submit(cx, "ch-btn", writing.sending, Msg::CommentPost)).put(button(
        cx,
        "ch-btn ch-bare",
        Msg::Cancel,
        cx.click(change::close),
    ));
    el("form", "ch-form ch-desk")
        .set("novalidate", "")
        .on_submit(cx.sent(move |cx| send(cx, &send_it, false)))
        .put(field(&it, typed))
        .put(warn::danger(cx, &[&writing.draft.body]))
        .put_if(warn::private(cx, writing, take_out, leave_in))
        .put(wrong_with_all(&writing.wrong, &["body"]))
        .put(actions)
        .into()
}

fn send(cx: &Cx, reply: &ReplyId, private_ok: bool) {
    let mut writing = cx.state.desk.writing.clone();
    if writing.sending {
        return;
    }
    let text = writing.draft.body.clone();
    let mut wrong = Wrong::new();
    check(cx, &mut wrong, "body", Body::parse(&text).err());
    writing.private_ok |= private_ok;
    if wrong.is_empty() && !warn::may_go(&mut writing, &[("body", &text)]) {
        return cx.set(move |state| {
            state.desk.writing = writing;
            warn::show(state);
        });
    }
    if !wrong.is_empty() {
        return change::show_wrong(cx, wrong);
    }
    cx.set(|state| {
        state.desk.writing.sending = true;
        state.desk.writing.wrong.clear();
    });
    let call = Call::new(Route::PostComment(cx.scene.embed.community.brand.clone(), reply.clone()))
        .key(&writing.draft.key)
        .text("body", &text);
    let call = if writing.private_ok { call.flag("personal_data_ok", true) } else { call };
    outbox::send(cx, change::desk_draft(cx, Some(Doing::Comment), reply.as_str()), writing.draft, call);
}

/// A remark was answered for, long after it was written perhaps.
pub(super) fn sent(cx: &Cx, reply: ReplyId, draft: &Draft, answer: Result<Vec<u8>, Failure>) {
    let open = change::is_open(cx, reply.as_str(), Doing::Comment);
    match answer.and_then(|bytes| decode::<Response>(&bytes)) {
        Ok(answer) => {
            cx.keep(answer.session);
            let (post, was) = (answer.comment.id.to_string().into(), Posted::Comment(reply.clone()));
            posted(cx, reply, answer.comment);
            undo::offer(cx, Undo { post, was, draft: draft.clone(), sending: false, wrong: None });
        }
        Err(failure) => {
            let name = change::desk_draft(cx, Some(Doing::Comment), reply.as_str());
            // A refusal ends the wish; without an answer it is still the same.
            if failure.ends_the_wish() {
                if open {
                    cx.set(move |state| state.desk.writing.change(&name, |draft| draft.key = new_key()));
                } else if let Some(draft) = Draft::load(&name) {
                    let _ = Draft { key: new_key(), ..draft }.save(&name);
                }
            }
            if open {
                change::show_wrong(cx, cx.explain(&failure));
            }
        }
    }
}

fn posted(cx: &Cx, reply: ReplyId, comment: CommentView) {
    let said = cx.text(Msg::CommentPosted);
    cx.set(move |state| {
        Rc::make_mut(&mut state.mine).me = Some(comment.author.clone());
        state.tell(said);
        // Whoever does something else meanwhile is left at it.
        if state.desk.post == reply.as_str() && state.desk.doing == Some(Doing::Comment) {
            state.desk = Desk::default();
            state.focus_on(["#", comment.id.as_str()].concat());
        }
        let Some(view) = state.opened.as_mut().and_then(|opened| opened.view.as_mut()) else { return };
        let under = Rc::make_mut(view).replies.iter_mut().find(|other| other.id == reply);
        if let Some(under) = under.filter(|under| under.comments.iter().all(|other| other.id != comment.id)) {
            under.comments.push(comment);
        }
    });
}
