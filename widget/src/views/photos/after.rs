//! Photos afterwards: under a post, and what becomes of those that were kept with a draft. The second part's alone.

use super::super::cx::Cx;
use super::super::list::load_thread;
use super::{Ready, clear_in, draft_name};
use crate::client::Call;
use crate::draft;
use crate::draw::el;
use crate::locale::Msg;
use crate::parts::photos;
use crate::session::storage_name;
use chie_domain::api::route::Route;
use chie_domain::api::set_photo_open::Response;
use chie_domain::api::view::{PhotoView, ThreadView, Veil};
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::{AttrValue, Html};

/// Waits for the photos of the other part.
pub(in super::super) fn wait(cx: &Cx, part: &Function, then: Ready) {
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

/// What was written about a product or in a thread is posted: no draft names its photos any more, wherever it was sent from. Their pictures
/// go at once where its form is there or no other draft has any, else when photos are next looked for.
pub(in super::super) fn let_go(cx: &Cx, of: &str) {
    let name = draft_name(cx, of);
    clear_in(cx, &["[data-kept=\"", &name, "\"]"].concat());
    draft::forget(&name);
    let own = draft_name(cx, "");
    if !draft::names().iter().any(|name| name.starts_with(&own)) {
        forget_all(cx);
    }
}

/// Takes all pictures of drafts away.
pub(in super::super) fn forget_all(cx: &Cx) {
    let base = storage_name(&cx.scene.embed, "photos");
    let all = js_sys::global();
    // Where there is no such thing nothing was kept.
    let bases = Reflect::get(&all, &"indexedDB".into()).unwrap_or_default();
    let delete = Reflect::get(&bases, &"deleteDatabase".into()).ok().and_then(|it| it.dyn_into::<Function>().ok());
    let _ = delete.map(|delete| delete.call1(&bases, &base.into()));
}

/// The photos of a post in a thread; whoever is known here can open and veil them. `also` is what else can be done with one.
pub(in super::super) fn under(
    cx: &Cx,
    view: &ThreadView,
    photos: &[PhotoView],
    also: &dyn Fn(&PhotoView) -> Option<Html>,
) -> Option<Html> {
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
pub(in super::super) fn hides_own(view: &ThreadView, me: Option<&chie_domain::api::view::Author>) -> bool {
    let Some(me) = me else { return false };
    let veiled = |photos: &[PhotoView]| photos.iter().any(|photo| matches!(photo.veil, Veil::Down(_)));
    (view.author.member == me.member && veiled(&view.photos))
        || view.replies.iter().any(|reply| reply.author.member == me.member && veiled(&reply.photos))
}
