//! A place to reply: the text, a name for who has none yet, under which name it will stand, and the draft kept by thread.

use super::super::ask::{check, remember, rules_line, wrong_of, wrong_with_all};
use super::super::moves::reply_draft;
use super::super::state::{Cx, Wrong, Writing};
use crate::client::{Failure, Fields, new_key};
use crate::draft::Draft;
use crate::locale::Msg;
use crate::parts::author;
use crate::parts::field::{Entry, Field, field};
use chie_domain::api::post_reply::Response;
use chie_domain::api::route::Route;
use chie_domain::api::view::ThreadView;
use chie_domain::id::ThreadId;
use chie_domain::text::{Body, DisplayName};
use std::rc::Rc;
use yew::{Callback, Html, SubmitEvent, html};

/// The form.
pub(super) fn compose(cx: &Cx, view: &ThreadView) -> Html {
    let writing = &cx.state.reply;
    let id = view.row.id.clone();
    let submit = {
        let (cx, id) = (cx.clone(), id.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            send(&cx, id.clone());
        })
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
    html! {
        <form class="ch-compose ch-form" novalidate=true onsubmit={submit}>
            { field(&text, typed) }
            if me.is_none() || !writing.draft.name.is_empty() { { field(&name, named) } }
            { wrong_with_all(&writing.wrong, &["body", "name"]) }
            <div class="ch-actions">
                <button type="submit" class="ch-btn" aria-disabled={writing.sending.then_some("true")}>{ cx.text(if writing.sending { Msg::Sending } else { Msg::ReplyButton }) }</button>
                <span class="ch-hint"><bdi>{ public }</bdi></span>
            </div>
            { rules_line(cx, false) }
        </form>
    }
}

fn change(cx: &Cx, id: &ThreadId, change: impl FnOnce(&mut Draft) + 'static) {
    let name = reply_draft(cx, id);
    cx.set(move |state| {
        let draft = &mut state.reply.draft;
        change(draft);
        if draft.key.is_empty() {
            draft.key = new_key();
        }
        draft.save(&name);
    });
}

fn show_wrong(cx: &Cx, wrong: Wrong) {
    cx.set(move |state| {
        state.reply.sending = false;
        state.reply.wrong = wrong;
        state.focus_on("[aria-invalid]");
    });
}

fn send(cx: &Cx, id: ThreadId) {
    if cx.state.reply.sending {
        return;
    }
    let draft = cx.state.reply.draft.clone();
    let mut wrong = Wrong::new();
    check(cx, &mut wrong, "body", Body::parse(&draft.body));
    if !draft.name.trim().is_empty() {
        check(cx, &mut wrong, "name", DisplayName::parse(&draft.name));
    }
    if !wrong.is_empty() {
        return show_wrong(cx, wrong);
    }
    cx.set(|state| {
        state.reply.sending = true;
        state.reply.wrong.clear();
    });
    cx.ask(|cx, client| async move {
        let route = Route::PostReply(cx.scene.embed.community.brand.clone(), id.clone());
        let fields = Fields::default().text("body", &draft.body).text_if_any("name", &draft.name);
        match client.send::<Response>(&route, &fields, Some(&draft.key)).await {
            Ok(answer) => {
                client.session.keep(answer.session.clone());
                Draft::forget(&reply_draft(&cx, &id));
                posted(&cx, &id, answer);
            }
            Err(failure) => {
                if matches!(failure, Failure::Refused(_)) {
                    change(&cx, &id, |draft| draft.key = new_key());
                }
                show_wrong(&cx, cx.explain(&failure));
            }
        }
    });
}

fn posted(cx: &Cx, id: &ThreadId, answer: Response) {
    let said = cx.text(Msg::ReplyPosted);
    let id = id.clone();
    cx.set(move |state| {
        let reply = answer.reply;
        let anchor = ["#", reply.id.as_str()].concat();
        remember(Rc::make_mut(&mut state.mine), &reply.author);
        state.with_thread(&id, |opened| {
            if let Some(view) = opened.view.as_mut() {
                let view = Rc::make_mut(view);
                // A retry gives the same reply: it stands here once.
                if view.replies.iter().all(|other| other.id != reply.id) {
                    view.replies.push(reply);
                    view.row.replies += 1;
                    opened.row = view.row.clone();
                }
            }
        });
        state.reply = Writing::default();
        state.said = said;
        state.focus_on(anchor);
    });
}
