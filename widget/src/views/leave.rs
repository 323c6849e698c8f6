//! What is the visitor's own: taking all of it along as a file, and taking it away for good. Both stand below the questions that
//! the visitor may know, where what they earned is told too.

use super::account;
use super::cx::Cx;
use super::photos;
use super::state::{Leaving, Screen};
use crate::client::Call;
use crate::draft;
use crate::draw::{El, el};
use crate::locale::Msg;
use crate::session::storage_name;
use chie_domain::api::erase_me;
use chie_domain::api::route::Route;
use chie_domain::api::view::MineView;
use js_sys::{Array, JSON, Reflect, Uint8Array};
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use yew::Html;

/// What is the visitor's own, once they are somebody here.
pub(super) fn yours(cx: &Cx) -> Option<Html> {
    let leaving = cx.state.helping.leaving;
    if cx.state.mine.me.is_none() && leaving != Leaving::Gone {
        return account::out_note(cx);
    }
    let section = el("section", "ch-body ch-yours").put(el("h3", "").put(cx.say(Msg::YoursTitle)));
    let rest: Html = match leaving {
        Leaving::Gone => el("p", "").put(cx.say(Msg::YoursGone)).into(),
        Leaving::Sure | Leaving::Erasing => sure(cx, leaving),
        Leaving::Not | Leaving::Packing | Leaving::Failed | Leaving::Seated => offers(cx, leaving),
    };
    Some(section.put(rest).into())
}

pub(super) fn press(cx: &Cx, class: &'static str, msg: Msg, busy: bool, then: impl Fn(&Cx) + 'static) -> El {
    el("button", class).set("type", "button").set_if(busy, "aria-disabled", "true").on_click(cx.click(then)).put(cx.say(msg))
}

fn offers(cx: &Cx, leaving: Leaving) -> Html {
    let packing = leaving == Leaving::Packing;
    let wrong = match leaving {
        Leaving::Failed => Some(Msg::WrongOther),
        Leaving::Seated => Some(Msg::YoursSeated),
        _ => None,
    };
    let wrong = wrong.map(|msg| el("p", "ch-wrong").set("role", "alert").put(cx.say(msg)).into());
    let along = press(cx, "ch-btn ch-quiet", Msg::YoursTake, packing, |cx| {
        if cx.state.helping.leaving != Leaving::Packing {
            go(cx, Leaving::Packing);
            pack(cx, Array::new(), None);
        }
    });
    let away = press(cx, "ch-btn ch-quiet ch-erase", Msg::YoursErase, false, |cx| {
        turn(cx, Leaving::Sure, ".ch-yours [role=group] .ch-quiet");
    });
    el("div", "")
        .put_if(account::lines(cx))
        .put(el("p", "ch-hint").put(cx.say(Msg::YoursLead)))
        .put_if(wrong)
        .put(el("div", "ch-actions").put(along).put(away))
        .into()
}

fn sure(cx: &Cx, leaving: Leaving) -> Html {
    let busy = leaving == Leaving::Erasing;
    let yes = press(cx, "ch-btn", Msg::YoursSure, busy, erase);
    let no = press(cx, "ch-btn ch-quiet", Msg::YoursKeep, false, |cx| turn(cx, Leaving::Not, ERASE));
    el("div", "")
        .set("role", "group")
        .attr("aria-label", cx.text(Msg::YoursErase))
        .put(el("p", "").put(cx.say(Msg::YoursSureText)))
        .put(el("div", "ch-actions").put(yes).put(no))
        .into()
}

/// The button that erases.
const ERASE: &str = ".ch-erase";

fn go(cx: &Cx, to: Leaving) {
    cx.set(move |state| state.helping.leaving = to);
}

/// Other buttons stand there then: the focus goes to the one that does nothing for good.
fn turn(cx: &Cx, to: Leaving, focus: &'static str) {
    cx.set(move |state| {
        state.helping.leaving = to;
        state.focus_on(focus);
    });
}

/// Fetches part after part and then gives all of them to the browser as one file.
fn pack(cx: &Cx, parts: Array, cursor: Option<&str>) {
    let call = Call::new(Route::ExportMe(cx.scene.embed.community.brand.clone())).as_json();
    let call = match cursor {
        Some(cursor) => call.query("cursor", cursor),
        None => call,
    };
    cx.ask_for_bytes(
        call,
        Box::new(move |cx, answer| {
            let part = answer.ok().and_then(|bytes| String::from_utf8(bytes).ok()).and_then(|text| JSON::parse(&text).ok());
            let Some(part) = part else { return go(cx, Leaving::Failed) };
            let next = Reflect::get(&part, &"next".into()).ok().and_then(|next| next.as_string());
            parts.push(&part);
            if next.is_some() {
                return pack(cx, parts, next.as_deref());
            }
            let saved = JSON::stringify_with_replacer_and_space(&parts, &JsValue::NULL, &2.into())
                .ok()
                .and_then(|text| save(&String::from(text), &["chie-", cx.scene.embed.community.brand.as_str(), ".json"].concat()));
            go(cx, if saved.is_some() { Leaving::Not } else { Leaving::Failed });
        }),
    );
}

/// Lets the browser save a text as a file.
fn save(text: &str, name: &str) -> Option<()> {
    let document = web_sys::window()?.document()?;
    // As bytes of an address: a page's policy may know no blobs.
    let bytes = Uint8Array::from(text.as_bytes());
    let kind = web_sys::BlobPropertyBag::new();
    kind.set_type("application/json");
    let blob = web_sys::Blob::new_with_u8_array_sequence_and_options(&Array::of1(&bytes), &kind).ok()?;
    let address = web_sys::Url::create_object_url_with_blob(&blob).ok()?;
    let link = document.create_element("a").ok()?;
    link.set_attribute("href", &address).ok()?;
    link.set_attribute("download", name).ok()?;
    link.unchecked_ref::<web_sys::HtmlElement>().click();
    // The browser has taken the bytes by the time that another event is handled.
    let _ = web_sys::Url::revoke_object_url(&address);
    Some(())
}

fn erase(cx: &Cx) {
    if cx.state.helping.leaving == Leaving::Erasing {
        return;
    }
    go(cx, Leaving::Erasing);
    let call = Call::new(Route::EraseMe(cx.scene.embed.community.brand.clone()));
    cx.ask::<erase_me::Response>(call, |cx, answer| match answer {
        Ok(_) => gone(cx),
        Err(crate::client::Failure::Refused(error)) if error.code == "still_seated" => turn(cx, Leaving::Seated, ERASE),
        Err(_) => turn(cx, Leaving::Failed, ERASE),
    });
}

/// What this device knew of the visitor goes too: session, address, drafts and what waited to be sent.
fn gone(cx: &Cx) {
    forget_who(cx);
    let said = cx.text(Msg::YoursGone);
    cx.set(move |state| {
        state.mine = Rc::new(MineView::default());
        state.opened = None;
        state.helping.leaving = Leaving::Gone;
        state.said = said;
        state.show(Screen::Helping);
    });
    super::list::load_list(cx, cx.state.list.filter, None);
}

/// Takes away what this device knows of the visitor: session, address, drafts with their photos, and what waits to be sent.
pub(super) fn forget_who(cx: &Cx) {
    let own = storage_name(&cx.scene.embed, "");
    for name in draft::names().into_iter().filter(|name| name.starts_with(&own)) {
        draft::forget(&name);
    }
    photos::forget_all(cx);
    if let Some(client) = &cx.scene.client {
        client.session.forget();
    }
}
