//! The console's only fetch. Requests stay on the console's own host and carry its cookie; paths come from
//! [`Route`], bodies and answers are the contract's types in JSON.

use super::trouble::Trouble;
use chie_domain::api::error::ApiError;
use chie_domain::api::route::{Method, Route};
use serde::de::{DeserializeOwned, IgnoredAny};
use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortSignal, Blob, Headers, Request, RequestInit, Response};

/// After this long an answer is not waited for.
const PATIENCE_MS: u32 = 20_000;

/// What most requests hold.
const JSON: &str = "application/json";

/// What a request holds, and what that is.
type Body = (JsValue, String);

/// A refusal as it travels in JSON: a field that it is not about is left out.
#[derive(Deserialize)]
struct Refused {
    error: Details,
}

#[derive(Deserialize)]
struct Details {
    code: String,
    message: String,
    #[serde(default)]
    field: String,
}

/// Reads something.
pub(crate) async fn read<T: DeserializeOwned>(route: &Route, query: &[(&str, &str)]) -> Result<T, Trouble> {
    let query = query.iter().map(|(name, value)| format!("{name}={}", js_sys::encode_uri_component(value))).collect::<Vec<_>>();
    let address = if query.is_empty() { route.path() } else { format!("{}?{}", route.path(), query.join("&")) };
    decoded(&send(route, &address, None, None).await?)
}

/// Writes something. `key` makes a retry the same write; routes that need none are told none.
pub(crate) async fn write<B: Serialize, T: DeserializeOwned>(route: &Route, body: &B, key: &str) -> Result<T, Trouble> {
    let body = serde_json::to_string(body).map_err(|_| Trouble::Garbled)?;
    let key = route.needs_key().then_some(key);
    decoded(&send(route, &route.path(), Some((body.into(), JSON.to_owned())), key).await?)
}

/// Sends a picture.
pub(crate) async fn upload<T: DeserializeOwned>(route: &Route, picture: &Blob) -> Result<T, Trouble> {
    decoded(&send(route, &route.path(), Some((picture.into(), picture.type_())), None).await?)
}

/// Does something that takes no words, such as looking again.
pub(crate) async fn act<T: DeserializeOwned>(route: &Route) -> Result<T, Trouble> {
    decoded(&send(route, &route.path(), None, None).await?)
}

/// Does something whose answer says nothing more than that it is done.
pub(crate) async fn act_only(route: &Route) -> Result<(), Trouble> {
    let text = send(route, &route.path(), None, None).await?;
    if text.is_empty() { Ok(()) } else { decoded::<IgnoredAny>(&text).map(|_| ()) }
}

fn decoded<T: DeserializeOwned>(text: &str) -> Result<T, Trouble> {
    serde_json::from_str(text).map_err(|_| Trouble::Garbled)
}

async fn send(route: &Route, address: &str, body: Option<Body>, key: Option<&str>) -> Result<String, Trouble> {
    let request = prepared(route, address, body, key).map_err(|_| Trouble::Garbled)?;
    let window = web_sys::window().ok_or(Trouble::Offline)?;
    let answer = JsFuture::from(window.fetch_with_request(&request)).await.map_err(|_| Trouble::Offline)?;
    let answer: Response = answer.dyn_into().map_err(|_| Trouble::Garbled)?;
    let text = JsFuture::from(answer.text().map_err(|_| Trouble::Garbled)?).await.map_err(|_| Trouble::Offline)?;
    let text = text.as_string().unwrap_or_default();
    if answer.ok() {
        return Ok(text);
    }
    Err(match serde_json::from_str::<Refused>(&text) {
        Ok(Refused { error }) => Trouble::from(ApiError::of_field(&error.code, error.message, &error.field)),
        Err(_) if matches!(answer.status(), 502..=504) => Trouble::Unavailable,
        Err(_) => Trouble::Garbled,
    })
}

fn prepared(route: &Route, address: &str, body: Option<Body>, key: Option<&str>) -> Result<Request, JsValue> {
    let headers = Headers::new()?;
    headers.set("accept", "application/json")?;
    let method = match route.method() {
        Method::Get => "GET",
        Method::Post => "POST",
        Method::Put => "PUT",
        Method::Delete => "DELETE",
    };
    if method != "GET" {
        headers.set("x-chie-console", "1")?;
    }
    let init = RequestInit::new();
    if let Some((body, kind)) = body {
        headers.set("content-type", &kind)?;
        init.set_body(&body);
    }
    if let Some(key) = key {
        headers.set("idempotency-key", key)?;
    }
    init.set_method(method);
    init.set_headers_headers(&headers);
    init.set_credentials(web_sys::RequestCredentials::SameOrigin);
    init.set_cache(web_sys::RequestCache::NoStore);
    init.set_redirect(web_sys::RequestRedirect::Error);
    init.set_signal(Some(&AbortSignal::timeout_with_u32(PATIENCE_MS)));
    Request::new_with_str_and_init(address, &init)
}
