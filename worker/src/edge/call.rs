//! One request, read once: where it came in, from which site, at what time, with which body. The body is read with a limit before
//! anything looks at it.

use chie_community::ask::Caller;
use chie_domain::api::error::ApiError;
use chie_domain::api::route;
use chie_domain::time::Timestamp;
use chie_widget::locale::Locale;
use futures_util::{Stream, StreamExt, stream};
use std::cell::{Cell, RefCell};
use std::pin::pin;
use worker::{Env, Headers, Method, Request, Result, Url};

use super::arrival::Plain;
use super::limits::Left;
use super::room::TEST;
use crate::clock;
use crate::fault::Fault;
use crate::settings::{Settings, TestHooks};

/// The largest body that is read, in bytes.
pub(crate) const BODY_LIMIT: usize = 64 * 1024;

/// Which of our two hosts was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum HostKind {
    /// Public pages, API, embed.
    Chie,
    /// The company's console.
    Console,
}

/// In which shape the caller wants answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Codec {
    Json,
    Postcard,
}

/// A request.
pub(crate) struct Call {
    pub env: Env,
    pub settings: Settings,
    pub host: HostKind,
    pub method: Method,
    pub path: String,
    pub query: String,
    pub now: Timestamp,
    /// Whether it is known to be about a community for trying things out.
    pub is_test: Cell<bool>,
    /// When the session that came along was given out, once it was read.
    pub given: Cell<Option<Timestamp>>,
    /// What a plain form tells of how it was filled in.
    pub plain: Cell<Option<Plain>>,
    /// Whom the key that came along stands for, once it was let in.
    pub keyed: RefCell<Option<Caller>>,
    /// What the caller may still do, once it was looked at.
    pub left: Cell<Option<Left>>,
    /// Whether the caller itself takes brotli, not only the platform before us.
    pub brotli: bool,
    headers: Headers,
    request: RefCell<Option<Request>>,
}

impl Call {
    /// Reads everything but the body.
    pub(crate) fn read(request: Request, env: Env, settings: Settings) -> Result<Self> {
        let url: Url = request.url()?;
        let headers = request.headers().clone();
        // The runtime may know the address by another name than the one that was asked for: the header says.
        let asked = headers.get("host")?.unwrap_or_else(|| url.authority().to_owned());
        let console = settings.console.split_once("://").map_or("", |(_, host)| host);
        let host = if asked.eq_ignore_ascii_case(console) { HostKind::Console } else { HostKind::Chie };
        let given = match settings.test_hooks {
            TestHooks::On => headers.get("x-chie-now")?.and_then(|text| text.parse().ok()).map(Timestamp::from_millis),
            TestHooks::Off => None,
        };
        let (path, is_test) = match url.path().strip_prefix(TEST).filter(|rest| rest.starts_with('/') && host == HostKind::Chie) {
            Some(rest) => (rest.to_owned(), true),
            None => (url.path().to_owned(), false),
        };
        let encodings = said_by_caller(&request).or(headers.get("accept-encoding")?).unwrap_or_default();
        Ok(Self {
            brotli: encodings.split([',', ';']).any(|one| one.trim().eq_ignore_ascii_case("br")),
            host,
            method: request.method(),
            path,
            is_test: Cell::new(is_test),
            given: Cell::new(None),
            plain: Cell::new(None),
            keyed: RefCell::new(None),
            left: Cell::new(None),
            query: url.query().unwrap_or_default().to_owned(),
            now: given.unwrap_or_else(clock::now),
            headers,
            request: RefCell::new(Some(request)),
            env,
            settings,
        })
    }

    /// A header, if it is there and is text.
    pub(crate) fn header(&self, name: &str) -> Option<String> {
        self.headers.get(name).ok().flatten()
    }

    /// The method as the contract knows it.
    pub(crate) fn route_method(&self) -> std::result::Result<route::Method, ApiError> {
        match self.method {
            Method::Get | Method::Head => Ok(route::Method::Get),
            Method::Post => Ok(route::Method::Post),
            Method::Put => Ok(route::Method::Put),
            Method::Delete => Ok(route::Method::Delete),
            _ => Err(ApiError::new("method_not_allowed", "Ask with GET, POST, PUT or DELETE.")),
        }
    }

    /// The shape the caller wants: the widget names a version of the contract, everybody else gets JSON.
    pub(crate) fn codec(&self) -> std::result::Result<Codec, ApiError> {
        let accept = self.header("accept").unwrap_or_default();
        let Some((_, version)) = accept.split_once("application/vnd.chie.v") else {
            return Ok(Codec::Json);
        };
        if version.starts_with("1+postcard") {
            Ok(Codec::Postcard)
        } else {
            Err(ApiError::new(
                "not_acceptable",
                "This version of the widget's format is not spoken here any more; load the page again.",
            ))
        }
    }

    /// The site whose page is calling: an origin, or `none` for callers that are no browser. The same site in test mode is another one:
    /// a session from there is worth nothing in the real community.
    pub(crate) fn site(&self) -> String {
        let test = if self.is_test.get() { "test " } else { "" };
        format!("{test}{}", self.origin())
    }

    /// The origin of the page that is calling.
    pub(crate) fn origin(&self) -> String {
        match self.header("origin") {
            Some(origin) => origin,
            None if self.header("sec-fetch-site").as_deref() == Some("same-origin") => self.settings.chie.clone(),
            None => "none".to_owned(),
        }
    }

    /// The language asked for: by the address, else by the browser.
    pub(crate) fn language(&self) -> Option<String> {
        let asked = form_urlencoded::parse(self.query.as_bytes()).find(|(name, _)| name == "lang");
        asked.map(|(_, value)| value.into_owned()).or_else(|| self.header("accept-language"))
    }

    /// The locale for a list of language tags. Languages that nobody speaks exist where Chie is built and tested.
    pub(crate) fn locale(&self, asked: Option<&str>) -> Locale {
        Locale::pick_for(self.settings.audience, asked)
    }

    /// The network address of the caller.
    pub(crate) fn network(&self) -> String {
        let told = match self.settings.test_hooks {
            TestHooks::On => self.header("x-chie-network"),
            TestHooks::Off => None,
        };
        told.or_else(|| self.header("cf-connecting-ip")).unwrap_or_else(|| "unknown".to_owned())
    }

    /// What a test asked to be broken.
    pub(crate) fn fault(&self) -> Option<Fault> {
        match self.settings.test_hooks {
            TestHooks::On => self.header("x-chie-fault").and_then(|code| Fault::from_code(&code)),
            TestHooks::Off => None,
        }
    }

    /// Whether a test has set the clock: such answers are kept in no cache.
    pub(crate) fn clock_is_set(&self) -> bool {
        self.settings.test_hooks == TestHooks::On && self.header("x-chie-now").is_some()
    }

    /// The whole body of a request that is text.
    pub(crate) async fn body(&self) -> std::result::Result<Vec<u8>, ApiError> {
        self.body_up_to(BODY_LIMIT).await
    }

    /// The whole body, if it is no larger than allowed; whoever sends more is not listened to any longer. It is read once.
    pub(crate) async fn body_up_to(&self, limit: usize) -> std::result::Result<Vec<u8>, ApiError> {
        let large = || ApiError::new("too_large", format!("This request may have at most {limit} bytes."));
        let said = self.header("content-length").and_then(|text| text.parse::<usize>().ok());
        if said.is_some_and(|length| length > limit) {
            return Err(large());
        }
        let mut bytes = Vec::new();
        let mut parts = pin!(self.parts());
        while let Some(part) = parts.next().await {
            bytes.extend(part?);
            if bytes.len() > limit {
                return Err(large());
            }
        }
        Ok(bytes)
    }

    /// The body as it comes in, without a limit: for whoever keeps none of it. It is read once.
    pub(crate) fn parts(&self) -> impl Stream<Item = std::result::Result<Vec<u8>, ApiError>> {
        // A request without any body has no stream.
        let parts = self.request.take().and_then(|mut request| request.stream().ok());
        let broken = |_| ApiError::new("bad_json", "The request's body did not arrive whole.");
        stream::iter(parts).flatten().map(move |part| part.map_err(broken))
    }
}

/// The encodings that the caller takes. The platform puts its own into the header and keeps what was there beside the request.
fn said_by_caller(request: &Request) -> Option<String> {
    let beside = js_sys::Reflect::get(request.inner(), &"cf".into()).ok()?;
    js_sys::Reflect::get(&beside, &"clientAcceptEncoding".into()).ok()?.as_string()
}
