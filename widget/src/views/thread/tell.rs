//! What the asker tells of the thread: its kind, how they feel now, that it is not solved for them; and sharing it.

use super::super::cx::Cx;
use super::super::list::button;
use super::super::state::{Desk, Doing};
use super::act::say;
use super::change;
use crate::client::Call;
use crate::draw::{all, el};
use crate::locale::Msg;
use crate::parts::{face, status};
use chie_domain::api::route::Route;
use chie_domain::api::set_kind::Response;
use chie_domain::api::view::{Post, ThreadView};
use chie_domain::id::ThreadId;
use chie_domain::level::Power;
use chie_domain::mood::Face;
use chie_domain::thread::{Kind, Phase, Status};
use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use yew::{AttrValue, Html};

/// What the asker can tell, in the places where it stands.
pub(super) fn tell(cx: &Cx, view: &ThreadView) -> Option<Html> {
    if matches!(view.post, Post::Removed(_)) {
        return None;
    }
    if cx.state.mine.asked.contains(&view.row.id) {
        return Some(all(vec![feel(cx, view), objection(cx, view), kinds(cx, view)]));
    }
    // Whoever is known here says the kind too, where no status of the brand's stands.
    let known = !matches!(view.row.status, Status::Official(_)) && super::super::helping::may(cx, view, Power::ChangeKind);
    known.then(|| kinds(cx, view))
}

/// The face of afterwards, asked for with one tap.
fn feel(cx: &Cx, view: &ThreadView) -> Html {
    let solved = view.row.status.phase() == Some(Phase::Resolved);
    let asked = view.mood.as_ref().is_some_and(|mood| mood.after.is_none());
    if !(solved && asked) {
        return Html::default();
    }
    let faces = Face::ALL.iter().fold(el("div", "ch-faces"), |faces, one| {
        let (id, one) = (view.row.id.clone(), *one);
        let tap = cx.click(move |cx| {
            let call = Call::new(Route::SetMood(cx.scene.embed.community.brand.clone(), id.clone()));
            send(cx, call.text("face", one.code()));
        });
        faces.put(el("button", "ch-btn ch-quiet ch-press").set("type", "button").on_click(tap).put(face::face(cx.words(), one)))
    });
    el("div", "ch-note ch-feel").put(el("div", "").put(el("p", "").put(cx.say(Msg::MoodThen))).put(faces)).into()
}

/// The asker's word beside a status that closes or refuses.
fn objection(cx: &Cx, view: &ThreadView) -> Html {
    let row = &view.row;
    let closed = matches!(row.status, Status::Official(_)) && matches!(row.status.phase(), Some(Phase::Declined | Phase::Resolved));
    if !closed {
        return Html::default();
    }
    let (id, on) = (row.id.clone(), view.not_solved.is_none());
    let tap = cx.click(move |cx| {
        let call = Call::new(Route::SetNotSolved(cx.scene.embed.community.brand.clone(), id.clone()));
        send(cx, call.flag("on", on));
    });
    button(cx, "ch-btn ch-quiet", if on { Msg::NotSolved } else { Msg::NotSolvedBack }, tap)
}

fn kinds(cx: &Cx, view: &ThreadView) -> Html {
    if view.row.kind == Kind::Update {
        return Html::default();
    }
    let others = Kind::OPEN_TO_ALL.iter().filter(|kind| **kind != view.row.kind);
    let choices = others.fold(el("div", "ch-actions"), |choices, kind| {
        let (id, kind) = (view.row.id.clone(), *kind);
        let tap = cx.click(move |cx| set_kind(cx, &id, kind));
        let choice = el("button", "ch-btn ch-quiet ch-press").set("type", "button").on_click(tap);
        choices.put(choice.put(cx.say(status::kind_name(kind))))
    });
    el("details", "ch-kind-change").put(el("summary", "").put(cx.say(Msg::KindChange))).put(choices).into()
}

fn set_kind(cx: &Cx, id: &ThreadId, kind: Kind) {
    let call = Call::new(Route::SetKind(cx.scene.embed.community.brand.clone(), id.clone()));
    send(cx, call.text("kind", kind.code()));
}

/// Asks for something that gives the thread back: kind, mood and objection all do.
fn send(cx: &Cx, call: Call) {
    cx.ask::<Response>(call, |cx, answer| match answer {
        Ok(answer) => cx.set(move |state| {
            state.replace_thread(answer.thread);
            state.focus_on("[data-ch-head]");
        }),
        Err(failure) => say(cx, &failure),
    });
}

/// Shares the thread: by the device's own sheet where it has one, else by its link, copied and shown.
pub(super) fn share(cx: &Cx, view: &ThreadView) -> Html {
    let link = link(cx, view);
    let title = view.row.title.clone();
    let id = view.row.id.to_string();
    let tap = {
        let link = link.clone();
        cx.click(move |cx| {
            if native(&title, &link) {
                return;
            }
            let copied = copy(&link);
            let said = if copied { cx.text(Msg::ShareCopied) } else { AttrValue::default() };
            let post = id.clone();
            cx.set(move |state| {
                state.desk = Desk { post: post.into(), doing: Some(Doing::Share), ..Desk::default() };
                state.said = said;
                state.focus_on("#ch-link");
            });
        })
    };
    let shown = change::is_open(cx, view.row.id.as_str(), Doing::Share).then(|| {
        let field = el("input", "ch-input").set("id", "ch-link").set("type", "text").set("readonly", "").value(link.into());
        el("div", "ch-field ch-desk").put(el("label", "").set("for", "ch-link").put(cx.say(Msg::ShareLink))).put(field).into()
    });
    all(vec![button(cx, "ch-btn ch-bare ch-share", Msg::ShareButton, tap), shown.unwrap_or_default()])
}

fn link(cx: &Cx, view: &ThreadView) -> String {
    cx.scene.thread_page(&view.row.product, &view.row.id)
}

fn navigator() -> Option<JsValue> {
    web_sys::window().map(|window| window.navigator().into())
}

/// Opens the device's own sheet; says whether it has one.
fn native(title: &str, link: &str) -> bool {
    let Some(navigator) = navigator() else { return false };
    let Some(share) = Reflect::get(&navigator, &"share".into()).ok().and_then(|share| share.dyn_into::<Function>().ok()) else {
        return false;
    };
    let what = Object::new();
    // A plain object refuses nothing.
    let _ = Reflect::set(&what, &"title".into(), &title.into());
    let _ = Reflect::set(&what, &"url".into(), &link.into());
    share.call1(&navigator, &what).map(quiet).is_ok()
}

/// Copies the link; says whether there is anything to copy it to.
pub(in super::super) fn copy(link: &str) -> bool {
    let Some(navigator) = navigator() else { return false };
    let Ok(clipboard) = Reflect::get(&navigator, &"clipboard".into()) else { return false };
    let write = Reflect::get(&clipboard, &"writeText".into()).ok().and_then(|write| write.dyn_into::<Function>().ok());
    write.is_some_and(|write| write.call1(&clipboard, &link.into()).map(quiet).is_ok())
}

/// A promise that nobody waits for: whoever closes the sheet has done nothing wrong.
fn quiet(promise: JsValue) {
    if let Ok(promise) = promise.dyn_into::<Promise>() {
        wasm_bindgen_futures::spawn_local(async move {
            let _ = wasm_bindgen_futures::JsFuture::from(promise).await;
        });
    }
}
