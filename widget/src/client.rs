//! The only fetch of the widget. Answers are postcard, refusals are [`ApiError`]s, requests are flat JSON objects made by the
//! platform's own serialiser; a session goes along where there is one, and no cookie ever.

use crate::session::Session;
use chie_domain::api::error::ApiError;
use chie_domain::api::route::{Method, Route};
use js_sys::{Array, JSON, Object, Reflect, Uint8Array, encode_uri_component};
use serde::de::DeserializeOwned;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Headers, RequestCredentials, RequestInit, Response};

const POSTCARD: &str = "application/vnd.chie.v1+postcard";

/// Why there is no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// The server says no.
    Refused(ApiError),
    /// The visitor's device has no connection.
    Offline,
    /// The server cannot be reached, or answers nothing that can be read.
    Unavailable,
}

/// The way to the server.
#[derive(Debug, Clone)]
pub struct Client {
    origin: String,
    /// Who the visitor is to this community.
    pub session: Session,
}

/// A flat JSON object under construction.
#[derive(Debug, Default)]
pub struct Fields(Object);

impl Fields {
    /// Adds a text.
    #[must_use]
    pub fn text(self, name: &str, value: &str) -> Self {
        self.value(name, &JsValue::from_str(value))
    }

    /// Adds a text if it says anything.
    #[must_use]
    pub fn text_if_any(self, name: &str, value: &str) -> Self {
        if value.trim().is_empty() { self } else { self.text(name, value) }
    }

    /// Adds yes or no.
    #[must_use]
    pub fn flag(self, name: &str, value: bool) -> Self {
        self.value(name, &JsValue::from_bool(value))
    }

    fn value(self, name: &str, value: &JsValue) -> Self {
        // A plain object refuses nothing.
        let _ = Reflect::set(&self.0, &JsValue::from_str(name), value);
        self
    }
}

/// A new name for one wish, so that a retry is told from a second wish.
pub fn new_key() -> String {
    web_sys::window().and_then(|window| window.crypto().ok()).map_or_else(fallback_key, |crypto| {
        // Sites without HTTPS have no `randomUUID`.
        if Reflect::has(&crypto, &"randomUUID".into()).unwrap_or(false) { crypto.random_uuid() } else { fallback_key() }
    })
}

fn fallback_key() -> String {
    let chance = || String::from(js_sys::Number::from(js_sys::Math::random()).to_string_with_radix(36).unwrap_or_default());
    [chance(), chance(), chance()].concat().replace("0.", "")
}

impl Client {
    /// A way to the server at `origin`.
    pub const fn new(origin: String, session: Session) -> Self {
        Self { origin, session }
    }

    /// Reads.
    pub async fn get<T: DeserializeOwned>(&self, route: &Route, query: &[(&str, &str)]) -> Result<T, Failure> {
        decode(&self.ask(route, query, None, None).await?)
    }

    /// Writes; `key` names the wish where the route asks for a name.
    pub async fn send<T: DeserializeOwned>(&self, route: &Route, fields: &Fields, key: Option<&str>) -> Result<T, Failure> {
        decode(&self.ask(route, &[], Some(fields), key).await?)
    }

    async fn ask(&self, route: &Route, query: &[(&str, &str)], fields: Option<&Fields>, key: Option<&str>) -> Result<Vec<u8>, Failure> {
        match self.ask_once(route, query, fields, key).await {
            // A session that ended is let go: the visitor goes on as a new guest and notices nothing.
            Err(Failure::Refused(error)) if error.status() == 401 && self.session.token().is_some() => {
                self.session.forget();
                self.ask_once(route, query, fields, key).await
            }
            answer => answer,
        }
    }

    async fn ask_once(
        &self,
        route: &Route,
        query: &[(&str, &str)],
        fields: Option<&Fields>,
        key: Option<&str>,
    ) -> Result<Vec<u8>, Failure> {
        let mut url = [self.origin.as_str(), &route.path()].concat();
        for (place, (name, value)) in query.iter().enumerate() {
            url.push(if place == 0 { '?' } else { '&' });
            url.push_str(name);
            url.push('=');
            url.push_str(&String::from(encode_uri_component(value)));
        }
        let response = self.fetch(&url, route, fields, key).await.map_err(|_| unreachable_now())?;
        let readable = response.headers().get("content-type").ok().flatten().is_some_and(|kind| kind.contains("postcard"));
        let buffer = response.array_buffer().map_err(|_| Failure::Unavailable)?;
        let buffer = JsFuture::from(buffer).await.map_err(|_| unreachable_now())?;
        let bytes = Uint8Array::new(&buffer).to_vec();
        match (response.ok(), readable) {
            (true, true) => Ok(bytes),
            (false, true) => Err(postcard::from_bytes(&bytes).map_or(Failure::Unavailable, Failure::Refused)),
            (_, false) => Err(Failure::Unavailable),
        }
    }

    async fn fetch(&self, url: &str, route: &Route, fields: Option<&Fields>, key: Option<&str>) -> Result<Response, JsValue> {
        let headers = Headers::new()?;
        headers.set("accept", POSTCARD)?;
        if let Some(token) = self.session.token() {
            headers.set("authorization", &["Bearer ", &token].concat())?;
        }
        if let Some(key) = key {
            headers.set("idempotency-key", key)?;
        }
        let init = RequestInit::new();
        init.set_method(match route.method() {
            Method::Get => "GET",
            Method::Post => "POST",
            Method::Put => "PUT",
            Method::Delete => "DELETE",
        });
        init.set_credentials(RequestCredentials::Omit);
        if let Some(Fields(object)) = fields {
            headers.set("content-type", "application/json")?;
            init.set_body(&JSON::stringify(object)?.into());
        }
        init.set_headers(&headers);
        let window = web_sys::window().ok_or(JsValue::NULL)?;
        JsFuture::from(window.fetch_with_str_and_init(url, &init)).await?.dyn_into()
    }
}

fn unreachable_now() -> Failure {
    let online = web_sys::window().is_none_or(|window| window.navigator().on_line());
    if online { Failure::Unavailable } else { Failure::Offline }
}

fn decode<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Failure> {
    postcard::from_bytes(bytes).map_err(|_| Failure::Unavailable)
}

/// Waits.
pub async fn sleep(millis: i32) {
    let after = js_sys::Promise::new(&mut |done, _| {
        if let Some(window) = web_sys::window() {
            // A window that refuses a timer resolves at once through the array below.
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments(&done, millis, &Array::new());
        }
    });
    let _ = JsFuture::from(after).await;
}
