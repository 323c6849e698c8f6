//! Photos while writing and while reading. What is done with a picked file (reading, making smaller, sending, words for those
//! who do not see it) is a part of its own, `www/chie-photo.js`, which comes with the first one and keeps house inside the
//! element that is drawn for it here; this side asks it what to post.

use super::cx::Cx;
use super::list::load_thread;
use super::state::Wrong;
use crate::client::Call;
use crate::draw::el;
use crate::locale::Msg;
use crate::parts::{icon, photos};
use crate::session::storage_name;
use chie_domain::api::route::Route;
use chie_domain::api::set_photo_open::Response;
use chie_domain::api::view::{PhotoView, ThreadView, Veil};
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::{AttrValue, Html};

/// What the other part says, in the order in which it reads them.
const WORDS: [Msg; 8] = [
    Msg::PhotoOffline,
    Msg::PhotoFailed,
    Msg::PhotoUnread,
    Msg::PhotoMany,
    Msg::PhotoAlt,
    Msg::PhotoRemove,
    Msg::PhotoAgain,
    Msg::PhotoReady,
];

/// Where photos of a post are picked, and where those of a private note.
const POST: &str = "form:not(.ch-secret-form) [data-photos]";
pub(super) const PRIVATE: &str = ".ch-secret-form [data-photos]";

/// A place to add photos to what is written under this name.
pub(super) fn field(cx: &Cx, name: &str) -> Html {
    let to = [&cx.scene.embed.home, &Route::PostPhoto(cx.scene.embed.community.brand.clone()).path()];
    field_to(cx, name, to.map(String::as_str).concat())
}

/// A place to add photos that are sent to this address.
pub(super) fn field_to(cx: &Cx, name: &str, to: String) -> Html {
    let input = el("input", "ch-sr").set("type", "file").set("accept", "image/*").set("multiple", "");
    let label =
        el("label", "ch-btn ch-quiet").set("data-live", "").put(icon::icon(icon::PHOTO)).put(cx.say(Msg::PhotoAdd)).put(input);
    let words = WORDS.map(|msg| cx.text(msg).to_string()).join("\n");
    let place = el("div", "ch-picked")
        .attr("data-photos", words)
        .attr("data-to", to)
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
        None => then(cx, Err(vec![(AttrValue::Static("photos"), cx.text(Msg::PhotoWait))])),
    });
}

/// Waits for the photos of the other part.
pub(super) fn wait(cx: &Cx, part: &Function, then: Ready) {
    let token = cx.scene.client.as_ref().and_then(|client| client.session.token());
    let asked = part.call1(&JsValue::NULL, &token.map_or(JsValue::NULL, JsValue::from));
    let Some(asked) = asked.ok().and_then(|it| it.dyn_into::<Promise>().ok()) else { return then(cx, Ok(None)) };
    let cx = cx.clone();
    spawn_local(async move {
        let done = JsFuture::from(asked).await.and_then(|answer| {
            cx.keep(Reflect::get(&answer, &"session".into())?.as_string());
            Reflect::get(&answer, &"photos".into())
        });
        then(&cx, done.map(Some).map_err(|_| vec![(AttrValue::Static("photos"), cx.text(Msg::PhotoWait))]));
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
pub(super) fn clear(cx: &Cx) {
    clear_in(cx, POST);
}

/// The same for one place.
pub(super) fn clear_in(cx: &Cx, place: &str) {
    if let Some(part) = part(cx, place) {
        // It empties a list and refuses nothing.
        let _ = part.call0(&JsValue::NULL);
    }
}

/// The photos of a post in a thread; whoever is known here can open and veil them. `also` is what else can be done with one.
pub(super) fn under(cx: &Cx, view: &ThreadView, photos: &[PhotoView], also: &dyn Fn(&PhotoView) -> Option<Html>) -> Option<Html> {
    let known = cx.state.mine.opens_photos.contains(&view.row.product);
    let below = |photo: &PhotoView| {
        let open = match photo.veil {
            Veil::Down(_) => true,
            Veil::Lifted => false,
            Veil::ByKey(_) => return None,
        };
        let also = also(photo);
        if !known {
            return also;
        }
        let (id, thread) = (photo.id.clone(), view.row.id.clone());
        let judge = cx.click(move |cx| {
            let call = Call::new(Route::SetPhotoOpen(cx.scene.embed.community.brand.clone(), id.clone())).flag("open", open);
            let thread = thread.clone();
            cx.ask::<Response>(call, move |cx, _| load_thread(cx, thread));
        });
        let msg = if open { Msg::PhotoOpen } else { Msg::PhotoVeil };
        let judge = el("button", "ch-btn ch-bare").set("type", "button").on_click(judge).put(cx.say(msg));
        Some(el("div", "ch-actions").put(judge).put_if(also).into())
    };
    photos::album(cx.words(), &cx.scene.embed.home, photos, &below)
}

/// Whether a thread shows somebody their own photos as others see them.
pub(super) fn hides_own(view: &ThreadView, me: Option<&chie_domain::api::view::Author>) -> bool {
    let Some(me) = me else { return false };
    let veiled = |photos: &[PhotoView]| photos.iter().any(|photo| matches!(photo.veil, Veil::Down(_)));
    (view.author.member == me.member && veiled(&view.photos))
        || view.replies.iter().any(|reply| reply.author.member == me.member && veiled(&reply.photos))
}
