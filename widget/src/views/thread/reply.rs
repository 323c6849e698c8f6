//! A place to reply: the text, a name for who has none yet, under which name it will stand, and the draft kept by thread.

use super::super::ask::{check, rules_line, submit, wrong_of, wrong_with_all};
use super::super::cx::Cx;
use super::super::moves::reply_draft;
use super::super::photos;
use super::super::posted::keep;
use super::super::state::{State, Wrong};
use super::super::undo::{self, Posted, Undo};
use super::super::{other_tab, outbox};
use super::super::{warn, wave};
use crate::client::{Call, Failure, decode, new_key};
use crate::draft::Draft;
use crate::draw::{all, bdi, el};
use crate::locale::Msg;
use crate::parts::author;
use crate::parts::field::{Entry, Field, field};
use chie_domain::api::post_reply::Response;
use chie_domain::api::route::Route;
use chie_domain::api::view::{ReplyView, ThreadView};
use chie_domain::id::ThreadId;
use chie_domain::text::{Body, DisplayName};
use std::rc::Rc;
use yew::Html;

/// The form.
pub(super) fn compose(cx: &Cx, view: &ThreadView) -> Html {
    let writing = &cx.state.reply;
    let id = view.row.id.clone();
    let submitted = {
        let id = id.clone();
        cx.sent(move |cx| send(cx, id.clone(), false))
    };
    let text = Field {
        name: "reply",
        entry: Entry::Text,
        label: cx.text(Msg::ReplyLabel),
        hint: Some(cx.text(Msg::ReplyHint)),
        value: writing.draft.body.clone().into(),
        wrong: wrong_of(&writing.wrong, "body"),
    };
    let typed = {
        let id = id.clone();
        cx.typed(move |cx, text| change(cx, &id, |draft| draft.body = text))
    };
    let named = cx.typed(move |cx, text| change(cx, &id, |draft| draft.name = text));
    let me = cx.state.mine.me.as_ref();
    let name = Field {
        name: "reply-name",
        entry: Entry::Line,
        label: cx.text(Msg::NameLabel),
        hint: Some(cx.text(Msg::NameHint)),
        value: writing.draft.name.clone().into(),
        wrong: wrong_of(&writing.wrong, "name"),
    };
    let public = match (writing.draft.name.trim(), me) {
        ("", Some(me)) => cx.words().fill(Msg::PublicAs, &[("name", &author::name(cx.words(), me))]),
        ("", None) => cx.text(Msg::PublicAsGuest),
        (name, _) => cx.words().fill(Msg::PublicAs, &[("name", name)]),
    };
    let page = cx.scene.reply_page(&view.row.product, &view.row.id);
    let form = el("form", "ch-compose ch-form")
        .set("novalidate", "")
        .set("method", "post")
        .attr("action", page)
        .on_submit(submitted)
        .put(field(&text, typed));
    let form = form.put_if((me.is_none() || !writing.draft.name.is_empty()).then(|| field(&name, named)));
    let actions = el("div", "ch-actions")
        .put(submit(cx, "ch-btn", writing.sending, Msg::ReplyButton))
        .put(el("span", "ch-hint").put(bdi(&public)));
    let form = form.put(photos::field(cx, view.row.id.as_str()));
    let again = view.row.id.clone();
    let leave_in = cx.click(move |cx| {
        cx.set(|state| state.reply.private_ok = true);
        send(cx, again.clone(), true);
    });
    let take_out = {
        let id = view.row.id.clone();
        cx.click(move |cx| {
            change(cx, &id, |draft| draft.body = warn::without(&draft.body).unwrap_or_default());
            cx.set(|state| state.focus_on("#ch-reply"));
        })
    };
    let form = form.put(warn::danger(cx, &[&writing.draft.body])).put_if(warn::private(cx, writing, take_out, leave_in));
    let name = reply_draft(cx, &view.row.id);
    let back = cx.click(move |cx| other_tab::put_back(cx, name.clone(), |state| &mut state.reply));
    let form = form
        .put(wrong_with_all(&writing.wrong, &["body", "name"]))
        .put(wave::trap())
        .put(other_tab::note(cx, writing, back))
        .put(actions)
        .put(rules_line(cx, writing.unkept.then_some(Msg::KeptInMemory)));
    let keep = if cx.state.ended { keep(cx) } else { Html::default() };
    all(vec![form.into(), keep])
}

fn change(cx: &Cx, id: &ThreadId, change: impl FnOnce(&mut Draft) + 'static) {
    let (name, id) = (reply_draft(cx, id), id.clone());
    cx.set(move |state| {
        if !is_open(state, &id) {
            return;
        }
        state.reply.warned = None;
        state.reply.private_ok = false;
        state.reply.change(&name, change);
        outbox::hold(state, &name);
    });
}

/// Whether a thread is still the open one: in another, another reply is being written, which an answer must not touch.
fn is_open(state: &State, id: &ThreadId) -> bool {
    state.opened.as_ref().is_some_and(|opened| opened.id == *id)
}

fn show_wrong(cx: &Cx, id: &ThreadId, wrong: Wrong) {
    let id = id.clone();
    cx.set(move |state| {
        if is_open(state, &id) {
            state.reply.sending = false;
            state.reply.wrong = wrong;
            state.focus_on("[aria-invalid]");
        }
    });
}

fn send(cx: &Cx, id: ThreadId, private_ok: bool) {
    if cx.state.reply.sending {
        return;
    }
    let draft = cx.state.reply.draft.clone();
    let mut wrong = Wrong::new();
    check(cx, &mut wrong, "body", Body::parse(&draft.body).err());
    if !draft.name.trim().is_empty() {
        check(cx, &mut wrong, "name", DisplayName::parse(&draft.name).err());
    }
    if !wrong.is_empty() {
        return show_wrong(cx, &id, wrong);
    }
    let mut writing = cx.state.reply.clone();
    writing.private_ok |= private_ok;
    if !warn::may_go(&mut writing, &[("body", &draft.body)]) {
        return cx.set(move |state| {
            if is_open(state, &id) {
                state.reply = writing;
                warn::show(state);
            }
        });
    }
    cx.set(|state| {
        state.reply.sending = true;
        state.reply.wrong.clear();
    });
    let call = Call::new(Route::PostReply(cx.scene.embed.community.brand.clone(), id.clone()))
        .key(&draft.key)
        .text("body", &draft.body)
        .text_if_any("name", &draft.name);
    let call = if writing.private_ok { call.flag("personal_data_ok", true) } else { call };
    photos::ready(
        cx,
        Box::new(move |cx, photos| match photos {
            Ok(photos) => outbox::send(cx, reply_draft(cx, &id), draft, photos::with(call, photos)),
            Err(wrong) => show_wrong(cx, &id, wrong),
        }),
    );
}

/// A reply was answered for.
pub(super) fn sent(cx: &Cx, id: ThreadId, draft: &Draft, answer: Result<Vec<u8>, Failure>) {
    match answer.and_then(|bytes| decode::<Response>(&bytes)) {
        Ok(answer) => {
            cx.keep(answer.session);
            if let Some(opened) = &cx.state.opened {
                cx.tell("replied", &opened.row);
            }
            photos::let_go(cx, id.as_str());
            let (post, was) = (answer.reply.id.to_string().into(), Posted::Reply(id.clone()));
            posted(cx, id, answer.reply, draft.clone());
            undo::offer(cx, Undo { post, was, draft: draft.clone(), sending: false, wrong: None });
        }
        Err(failure) => {
            // A refusal ends the wish; without an answer it is still the same.
            if failure.ends_the_wish() {
                change(cx, &id, |draft| draft.key = new_key());
            }
            show_wrong(cx, &id, cx.explain(&failure));
        }
    }
}

fn posted(cx: &Cx, id: ThreadId, reply: ReplyView, sent: Draft) {
    let said = cx.text(Msg::ReplyPosted);
    cx.set(move |state| {
        let anchor = ["#", reply.id.as_str()].concat();
        Rc::make_mut(&mut state.mine).me = Some(reply.author.clone());
        if let Some(view) = &mut state.helping.view {
            Rc::make_mut(view).questions.retain(|row| row.id != id);
        }
        state.tell(said);
        if !is_open(state, &id) {
            return;
        }
        state.with_thread(&id, |opened| {
            let Some(view) = opened.view.as_mut().map(Rc::make_mut) else { return };
            // A retry gives the same reply: it stands here once.
            if view.replies.iter().all(|other| other.id != reply.id) {
                view.replies.push(reply);
                view.row.replies += 1;
                opened.row = view.row.clone();
            }
        });
        state.reply.settle(&sent);
        state.focus_on(anchor);
    });
}
