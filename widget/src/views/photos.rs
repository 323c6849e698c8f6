//! Photos while writing. What is done with a picked file (reading, making smaller, sending, words for those
//! who do not see it) is a part of its own, `www/chie-photo.js`, which comes with the first one, picked or kept, and keeps house inside the
//! element that is drawn for it here; this side asks it what to post.

mod after;

pub(super) use after::{forget_all, hides_own, let_go, under, wait};

use super::cx::Cx;
use super::state::Wrong;
use crate::client::Call;
use crate::draw::el;
use crate::locale::Msg;
use crate::parts::icon;
use crate::session::storage_name;
use chie_domain::api::route::Route;
use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use yew::{AttrValue, Html};

/// Where photos of a post are picked, and where those of a private note.
const POST: &str = "form:not(.ch-secret-form) [data-photos]";
pub(super) const PRIVATE: &str = ".ch-secret-form [data-photos]";

/// A place to add photos to what is written about a product or in a thread; they are a part of its draft.
pub(super) fn field(cx: &Cx, of: &str) -> Html {
    let to = [&cx.scene.embed.home, &Route::PostPhoto(cx.scene.embed.community.brand.clone()).path()];
    field_to(cx, of, to.map(String::as_str).concat(), draft_name(cx, of))
}

/// The name under which this device keeps which photos belong to a draft.
fn draft_name(cx: &Cx, of: &str) -> String {
    storage_name(&cx.scene.embed, &["photos:", of].concat())
}

/// A place to add photos that are sent to this address; without a name to keep them under they last as long as the page.
pub(super) fn field_to(cx: &Cx, name: &str, to: String, kept: String) -> Html {
    let input = el("input", "ch-sr").set("type", "file").set("accept", "image/*").set("multiple", "");
    let label =
        el("label", "ch-btn ch-quiet").set("data-live", "").put(icon::icon(icon::PHOTO)).put(cx.say(Msg::PhotoAdd)).put(input);
    let place = el("div", "ch-picked")
        .attr("data-photos", cx.text(Msg::PhotoOffline))
        .attr("data-to", to)
        .attr("data-kept", kept)
        .attr("data-session", storage_name(&cx.scene.embed, "session"));
    el("div", "ch-add").key(name).put(label).put(el("p", "ch-hint").put(cx.say(Msg::PhotoHint))).put(place).into()
}

/// The way to the other part, if it has come.
fn part(cx: &Cx, place: &str) -> Option<Function> {
    let place = cx.root.cast::<web_sys::Element>()?.query_selector(place).ok()??;
    Reflect::get(&place, &"photos".into()).ok()?.dyn_into().ok()
}

/// What goes on once the photos are there, or cannot be.
pub(super) type Ready = Box<dyn FnOnce(&Cx, Result<Option<JsValue>, Wrong>)>;

/// Waits until every photo that was picked is there, and hands over what names them in a post.
pub(super) fn ready(cx: &Cx, then: Ready) {
    ready_in(cx, POST, then);
}

/// The same for the photos of one place.
pub(super) fn ready_in(cx: &Cx, place: &str, then: Ready) {
    let Some(part) = part(cx, place) else { return then(cx, Ok(None)) };
    cx.with_rest(move |cx, rest| match rest {
        Some(rest) => (rest.photos_ready)(cx, &part, then),
        None => then(cx, Err(vec![(AttrValue::Static("photos"), cx.text(Msg::LoadFailed))])),
    });
}

/// Adds the photos to what is sent.
pub(super) fn with(call: Call, photos: Option<JsValue>) -> Call {
    match photos {
        Some(photos) => call.value("photos", &photos),
        None => call,
    }
}

/// They are posted: the place is empty again.
pub(super) fn clear_in(cx: &Cx, place: &str) {
    if let Some(part) = part(cx, place) {
        // It empties a list and refuses nothing.
        let _ = part.call0(&JsValue::NULL);
    }
}
