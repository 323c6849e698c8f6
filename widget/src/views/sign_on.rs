//! Brand sign-on: the page hands over what the brand's server has signed, and its customer is signed in; or it says that they left. The
//! page's part puts the token beside the function by which this widget tells its page things, and says aloud that one is there. So it
//! reaches one widget, and costs nothing who is nobody's customer. Other widgets of the page, and other tabs, follow what was kept.

use super::cx::Cx;
use super::leave::forget_who;
use super::mine;
use crate::client::{Call, Failure};
use crate::draft::{keep, kept};
use crate::session::storage_name;
use chie_domain::api::route::Route;
use chie_domain::api::sign_on::Response;
use js_sys::{Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// Said aloud: a token lies beside one widget's function.
const HANDED: &str = "chie:sign-on";
/// Said aloud: who the visitor is has changed.
const CHANGED: &str = "chie:signed-on";

/// Hears what was said aloud, or what another tab kept; says whether it was about who the visitor is.
pub(super) fn hear(cx: &Cx, name: &str) -> bool {
    if name == HANDED {
        if let Some((token, who)) = handed(cx) {
            take(cx, token, who);
        }
        return true;
    }
    let about = name == CHANGED || name == storage_name(&cx.scene.embed, "session");
    if about {
        follow(cx);
    }
    about
}

/// The token that was handed to this widget, and the brand's own name of whom it signs on; that is only compared with the one before.
fn handed(cx: &Cx) -> Option<(String, Option<String>)> {
    let tell = cx.scene.tell.as_ref()?;
    let said = |name: &str| Reflect::get(tell, &name.into()).ok()?.as_string();
    let handed = (said("token")?, said("who"));
    // Each is taken once.
    let _ = Reflect::set(tell, &"token".into(), &JsValue::UNDEFINED);
    Some(handed)
}

/// Tells the page's part how it went: what is wrong, or nothing.
fn done(cx: &Cx, wrong: Option<&str>) {
    let done = cx.scene.tell.as_ref().and_then(|tell| Reflect::get(tell, &"done".into()).ok());
    if let Some(done) = done.and_then(|done| done.dyn_into::<Function>().ok()) {
        // What the page makes of it is the page's.
        let _ = done.call1(&JsValue::UNDEFINED, &wrong.map_or(JsValue::UNDEFINED, JsValue::from_str));
    }
}

fn take(cx: &Cx, token: String, who: Option<String>) {
    let Some(client) = &cx.scene.client else { return };
    if token.is_empty() {
        forget_who(cx);
        mine::nobody(cx);
        return done(cx, None);
    }
    let slot = storage_name(&cx.scene.embed, "sign-on");
    // A page that was kept, or a second one, hands over whom the widget knows already.
    if who.is_some() && kept(&slot) == who && client.session.token().is_some() {
        return done(cx, None);
    }
    let call = Call::new(Route::SignOn(cx.scene.embed.community.brand.clone())).text("token", &token);
    cx.ask::<Response>(call, move |cx, answer| match answer {
        Ok(answer) => {
            if let Some(client) = &cx.scene.client {
                // An address that somebody else showed here is not theirs.
                client.session.forget();
            }
            cx.keep(Some(answer.session));
            keep(&slot, who.clone().unwrap_or_default());
            mine::load(cx);
            cx.set(|state| state.ended = false);
            done(cx, None);
        }
        // The session of whoever was here before is over and was let go: nothing of the token has been looked at.
        Err(Failure::SignedOut) => take(cx, token, who),
        Err(Failure::Refused(error)) => done(cx, Some(&[error.code.as_str(), ": ", &error.message].concat())),
        Err(_) => done(cx, Some("nobody answered")),
    });
}

/// Another widget of the page, or another tab, has signed somebody in or out.
fn follow(cx: &Cx) {
    let Some(client) = &cx.scene.client else { return };
    if !client.session.take_up() {
        return;
    }
    if client.session.token().is_some() {
        mine::load(cx);
    } else {
        mine::nobody(cx);
    }
}
