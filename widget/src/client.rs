//! The only fetch of the widget. Answers are postcard, refusals are [`ApiError`]s, requests are flat JSON objects made by the
//! platform's own serialiser; a session goes along where there is one, and no cookie ever.

use crate::session::Session;
use chie_domain::api::error::ApiError;
use chie_domain::api::route::{Access, Method, Route};
use chie_domain::within;
use js_sys::{JSON, Object, Reflect, Uint8Array, encode_uri_component};
use serde::de::DeserializeOwned;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortSignal, Headers, RequestCredentials, RequestInit, Response};

const POSTCARD: &str = "application/vnd.chie.v1+postcard";

/// Why there is no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// The server says no.
    Refused(ApiError),
    /// The session of somebody who has shown an address is over.
    SignedOut,
    /// The visitor's device has no connection.
    Offline,
    /// The request was cancelled, because its answer is wanted no more.
    Cancelled,
    /// The server cannot be reached, or answers nothing that can be read.
    Unavailable,
}

/// One request.
#[derive(Debug)]
pub struct Call {
    method: Method,
    access: Access,
    path: String,
    query: String,
    fields: Option<Object>,
    raw: Option<String>,
    key: Option<String>,
    signal: Option<AbortSignal>,
    /// How the form was filled in that is sent.
    form: Option<String>,
    /// Whether the answer is wanted as JSON, for people to keep.
    json: bool,
}

impl Call {
    /// Asks for a route. Which one is known where this stands, so that only its path is compiled in there.
    #[expect(
        clippy::inline_always,
        clippy::needless_pass_by_value,
        reason = "a route that is known here brings no other one along"
    )]
    #[inline(always)]
    pub fn new(route: Route) -> Self {
        Self::at(route.method(), route.access(), route.path())
    }

    #[inline(never)]
    const fn at(method: Method, access: Access, path: String) -> Self {
        Self {
            method,
            access,
            path,
            query: String::new(),
            fields: None,
            raw: None,
            key: None,
            signal: None,
            form: None,
            json: false,
        }
    }

    /// Adds a part of the query.
    #[must_use]
    #[inline(never)]
    pub fn query(mut self, name: &str, value: &str) -> Self {
        self.query.push(if self.query.is_empty() { '?' } else { '&' });
        self.query.push_str(name);
        self.query.push('=');
        self.query.push_str(&String::from(encode_uri_component(value)));
        self
    }

    /// Adds a text to what is sent.
    #[must_use]
    #[inline(never)]
    pub fn text(self, name: &str, value: &str) -> Self {
        self.field(name, &JsValue::from_str(value))
    }

    /// Adds a text if it says anything.
    #[must_use]
    pub fn text_if_any(self, name: &str, value: &str) -> Self {
        if value.trim().is_empty() { self } else { self.text(name, value) }
    }

    /// Adds yes or no to what is sent.
    #[must_use]
    pub fn flag(self, name: &str, value: bool) -> Self {
        self.field(name, &JsValue::from_bool(value))
    }

    /// Adds a value of the platform's own.
    #[must_use]
    pub fn value(self, name: &str, value: &JsValue) -> Self {
        self.field(name, value)
    }

    /// Says that there is none of it.
    #[must_use]
    pub fn nothing(self, name: &str) -> Self {
        self.field(name, &JsValue::NULL)
    }

    #[inline(never)]
    fn field(mut self, name: &str, value: &JsValue) -> Self {
        // A plain object refuses nothing.
        let _ = Reflect::set(self.fields.get_or_insert_with(Object::new), &JsValue::from_str(name), value);
        self
    }

    /// Sends what was written down of an earlier request.
    #[must_use]
    pub fn again(mut self, written: String) -> Self {
        self.raw = Some(written);
        self
    }

    /// What is sent, written down.
    pub fn body(&self) -> Option<String> {
        let written = || JSON::stringify(self.fields.as_ref()?).ok().map(String::from);
        self.raw.clone().or_else(written)
    }

    /// Sends an object without fields.
    #[must_use]
    pub fn empty(mut self) -> Self {
        self.fields.get_or_insert_with(Object::new);
        self
    }

    /// Asks for JSON, which the widget itself does not read.
    #[must_use]
    pub fn as_json(mut self) -> Self {
        self.json = true;
        self
    }

    /// Adds how the form was filled in, unless that is known already.
    #[must_use]
    pub fn form(mut self, form: String) -> Self {
        self.form.get_or_insert(form);
        self
    }

    /// What cancels the request.
    #[must_use]
    pub fn cancelled_by(mut self, signal: Option<AbortSignal>) -> Self {
        self.signal = signal;
        self
    }

    /// Names the wish, so that a retry is told from a second wish.
    #[must_use]
    pub fn key(mut self, key: &str) -> Self {
        self.key = Some(key.to_owned());
        self
    }
}

/// A name for a new wish.
pub fn new_key() -> String {
    let crypto = web_sys::window().and_then(|window| window.crypto().ok());
    // Sites without HTTPS have no `randomUUID`.
    match crypto.filter(|crypto| Reflect::has(crypto, &"randomUUID".into()).unwrap_or(false)) {
        Some(crypto) => crypto.random_uuid(),
        None => [chance(), chance(), chance()].concat(),
    }
}

fn chance() -> String {
    let digits = js_sys::Number::from(js_sys::Math::random()).to_string_with_radix(36);
    digits.map_or_else(|_| String::new(), |digits| String::from(digits).split_off(2))
}

/// The way to the server.
#[derive(Debug, Clone)]
pub struct Client {
    origin: String,
    /// The beginning of the names of a newcomer's marks.
    newcomer: Rc<str>,
    /// Who the visitor is to this community.
    pub session: Session,
}

impl Client {
    /// A way to the server at `origin`.
    pub fn new(origin: String, session: Session) -> Self {
        // Made with a session too: whoever loses it is a newcomer again, and a name without chance would be a stranger's too.
        Self { origin, newcomer: new_key().into(), session }
    }

    /// Asks, and gives the answer as it came.
    pub async fn ask(&self, call: &Call) -> Result<Vec<u8>, Failure> {
        loop {
            let had_session = self.session.token().is_some();
            match self.ask_once(call).await {
                // A session that ended is let go: a guest goes on as a new one and notices nothing.
                Err(Failure::Refused(error)) if error.ends_session() && had_session => {
                    if !self.session.renew() {
                        return Err(Failure::SignedOut);
                    }
                }
                answer => return answer,
            }
        }
    }

    async fn ask_once(&self, call: &Call) -> Result<Vec<u8>, Failure> {
        let sent = self.send(call).map_err(|_| Failure::Unavailable)?;
        let gone = || if call.signal.as_ref().is_some_and(AbortSignal::aborted) { Failure::Cancelled } else { unreachable_now() };
        let response = JsFuture::from(sent).await.map_err(|_| gone())?;
        let response: Response = response.dyn_into().map_err(|_| Failure::Unavailable)?;
        let readable = response
            .headers()
            .get("content-type")
            .ok()
            .flatten()
            .is_some_and(|kind| within::holds(&kind, if call.json { "json" } else { "postcard" }));
        let buffer = response.array_buffer().map_err(|_| Failure::Unavailable)?;
        let buffer = JsFuture::from(buffer).await.map_err(|_| gone())?;
        let bytes = Uint8Array::new(&buffer).to_vec();
        match (response.ok(), readable) {
            (true, true) => Ok(bytes),
            (false, true) => Err(decode(&bytes).map_or(Failure::Unavailable, Failure::Refused)),
            (_, false) => Err(Failure::Unavailable),
        }
    }

    fn send(&self, call: &Call) -> Result<js_sys::Promise, JsValue> {
        let headers = Headers::new()?;
        headers.set("accept", if call.json { "application/json" } else { POSTCARD })?;
        // What is the same for everybody is asked for as nobody, so that it can be answered from memory.
        if let Some(token) = self.session.token().filter(|_| call.access != Access::Public) {
            headers.set("authorization", &["Bearer ", &token].concat())?;
        }
        match (&call.key, call.method) {
            (Some(key), _) => headers.set("idempotency-key", key)?,
            // A newcomer's first mark makes a guest of them: if its answer is lost, the same mark again is the same guest's.
            (None, Method::Put) if self.session.token().is_none() => {
                let tail: String = call.path.chars().rev().filter(char::is_ascii_alphanumeric).take(27).collect();
                headers.set("idempotency-key", &[&self.newcomer, "-", &tail].concat())?;
            }
            (None, _) => {}
        }
        if let Some(form) = &call.form {
            headers.set("chie-form", form)?;
        }
        let init = RequestInit::new();
        init.set_method(match call.method {
            Method::Get => "GET",
            Method::Post => "POST",
            Method::Put => "PUT",
            Method::Delete => "DELETE",
        });
        init.set_credentials(RequestCredentials::Omit);
        if let Some(body) = call.body() {
            headers.set("content-type", "application/json")?;
            init.set_body(&body.into());
        }
        init.set_headers(&headers);
        init.set_signal(call.signal.as_ref());
        let url = [self.origin.as_str(), &call.path, &call.query].concat();
        let window = web_sys::window().ok_or(JsValue::NULL)?;
        Ok(window.fetch_with_str_and_init(&url, &init).unchecked_into())
    }
}

fn unreachable_now() -> Failure {
    if is_online() { Failure::Unavailable } else { Failure::Offline }
}

/// Whether the device says that it has a connection.
pub fn is_online() -> bool {
    web_sys::window().is_none_or(|window| window.navigator().on_line())
}

impl Failure {
    /// Whether the server decided: what is sent after it is another wish. A fault or a session that ended decides nothing.
    pub fn ends_the_wish(&self) -> bool {
        matches!(self, Self::Refused(error) if !error.is_fault())
    }

    /// Whether nobody answered: the same wish may be sent again, and is the same still.
    pub const fn is_silence(&self) -> bool {
        matches!(self, Self::Offline | Self::Unavailable)
    }
}

/// Reads an answer.
pub fn decode<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Failure> {
    postcard::from_bytes(bytes).map_err(|_| Failure::Unavailable)
}
