//! What a form tells of how it was filled in, and the work that is done before posting while very many newcomers write. Nobody is asked for any of
//! it in quiet times. It all belongs to the second part.

use super::cx::Cx;
use super::outbox;
use crate::client::Call;
use crate::draft::Draft;
use crate::draw::el;
use chie_domain::api::route::Route;
use js_sys::{Array, Date, Function, JSON, JsString, Promise, Reflect, Uint8Array};
use std::cell::Cell;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use yew::Html;

/// The name of the field that only programs fill in.
const TRAP: &str = "homepage";
/// How many numbers are tried at once.
const AT_ONCE: u32 = 250;

thread_local! {
    /// When a form was drawn first, in milliseconds.
    static BEGAN: Cell<f64> = const { Cell::new(0.0) };
}

/// A field that only programs fill in: neither seen nor read out, not on the way of the Tab key, and marked so that password
/// managers and browsers that fill in forms leave it alone.
pub(super) fn trap() -> Html {
    #[cfg(target_arch = "wasm32")]
    BEGAN.with(|began| {
        if began.get() == 0.0 {
            began.set(Date::now());
        }
    });
    let input = el("input", "")
        .set("name", TRAP)
        .set("tabindex", "-1")
        .set("autocomplete", "off")
        .set("data-1p-ignore", "")
        .set("data-bwignore", "")
        .set("data-lpignore", "true")
        .set("data-form-type", "other");
    el("div", "ch-sr").set("aria-hidden", "true").put(input).into()
}

/// Adds to what is sent how its form was filled in.
pub(super) fn marks(cx: &Cx, call: Call) -> Call {
    let took = js_sys::Number::from(Date::now() - BEGAN.get()).to_string_with_radix(10);
    let took = took.map(String::from).unwrap_or_default();
    let filled = || {
        let all = cx.root.cast::<web_sys::Element>()?.query_selector_all(&["input[name=", TRAP, "]"].concat()).ok()?;
        let inputs = (0..all.length()).filter_map(|place| all.get(place)?.dyn_into::<web_sys::HtmlInputElement>().ok());
        inputs.into_iter().any(|input| !input.value().is_empty()).then_some(())
    };
    let trapped = if filled().is_some() { "; trapped" } else { "" };
    call.form(["took=", &took, trapped].concat())
}

/// Does the work that a wave asks for, and sends the same wish again with it.
pub(super) fn work(cx: &Cx, name: String, draft: Draft, written: String) {
    let call = Call::new(Route::GetChallenge(cx.scene.embed.community.brand.clone())).as_json();
    cx.ask_for_bytes(
        call,
        Box::new(move |cx, answer| match answer {
            Ok(bytes) => {
                let cx = cx.clone();
                spawn_local(async move {
                    let done = solve(&String::from_utf8_lossy(&bytes)).await.unwrap_or_default();
                    outbox::send_worked(&cx, name, draft, written, ["took=60000; work=", &done].concat());
                });
            }
            Err(_) => outbox::send_worked(cx, name, draft, written, String::new()),
        }),
    );
}

/// Finds the number behind the salt that hashes to the challenge. The platform hashes, many at once and beside everything else; where it does
/// not (a site without HTTPS), there is nothing to be found.
async fn solve(told: &str) -> Option<String> {
    let challenge = JSON::parse(told).ok()?;
    let of = |name: &str| Reflect::get(&challenge, &name.into()).ok();
    let (salt, wanted) = (of("salt")?.as_string()?, of("challenge")?.as_string()?);
    let most = of("maxnumber")?.as_f64()?;
    let subtle = Reflect::get(&js_sys::global(), &"crypto".into()).and_then(|it| Reflect::get(&it, &"subtle".into())).ok()?;
    let digest: Function = Reflect::get(&subtle, &"digest".into()).ok()?.dyn_into().ok()?;
    let mut next = 0_u32;
    while f64::from(next) <= most {
        let tries = Array::new();
        for number in next..next + AT_ONCE {
            let bytes = Uint8Array::from([&salt, number.to_string().as_str()].concat().as_bytes());
            tries.push(&digest.call2(&subtle, &"SHA-256".into(), &bytes).ok()?);
        }
        let hashes: Array = JsFuture::from(Promise::all(&tries)).await.ok()?.dyn_into().ok()?;
        for (number, hash) in (next..).zip(hashes.iter()) {
            let hash = Uint8Array::new(&hash).to_vec();
            if hash
                .iter()
                .flat_map(|byte| [byte >> 4, byte & 15])
                .map(|half| char::from_digit(half.into(), 16))
                .eq(wanted.chars().map(Some))
            {
                Reflect::set(&challenge, &"number".into(), &JsValue::from(number)).ok()?;
                let text: JsString = JSON::stringify(&challenge).ok()?;
                return web_sys::window()?.btoa(&String::from(text)).ok();
            }
        }
        next += AT_ONCE;
    }
    None
}
