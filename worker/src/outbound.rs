//! The Worker's only fetch. It has three kinds of caller (evidence, mail, hooks), follows no redirect by itself, reads no more
//! than it is told, and gives up at a deadline that covers the whole of it, headers and body.

use chie_domain::proof::USER_AGENT;
use futures_util::future::{Either, select};
use js_sys::Uint8Array;
use std::pin::pin;
use std::time::Duration;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{ReadableStreamDefaultReader, Response as RawResponse};
use worker::{AbortController, Delay, Fetch, Headers, Method, Request, RequestInit, RequestRedirect};

/// What came back.
#[derive(Debug)]
pub(crate) struct Answer {
    pub status: u16,
    pub location: Option<String>,
    pub body: Body,
}

/// As much of the body as was read.
#[derive(Debug)]
pub(crate) enum Body {
    Whole(Vec<u8>),
    /// There was more than the limit.
    Cut(Vec<u8>),
}

/// Why nothing came back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Failure {
    TimedOut,
    Unreachable,
}

/// One request.
pub(crate) struct Wish<'a> {
    pub url: &'a str,
    pub method: Method,
    pub headers: &'a [(&'a str, &'a str)],
    pub body: Option<String>,
    /// Bytes of the answer that are read at most.
    pub limit: usize,
    pub deadline: Duration,
}

/// Sends it.
pub(crate) async fn send(wish: Wish<'_>) -> Result<Answer, Failure> {
    let stop = AbortController::default();
    let signal = stop.signal();
    let deadline = wish.deadline;
    let work = pin!(async move {
        let request = build(&wish).map_err(|_| Failure::Unreachable)?;
        let response = Fetch::Request(request).send_with_signal(&signal).await.map_err(|_| Failure::Unreachable)?;
        let status = response.status_code();
        let location = response.headers().get("location").ok().flatten();
        let body = read(response.into(), wish.limit).await?;
        Ok(Answer { status, location, body })
    });
    match select(work, pin!(Delay::from(deadline))).await {
        Either::Left((answer, _)) => answer,
        Either::Right(_) => {
            stop.abort();
            Err(Failure::TimedOut)
        }
    }
}

fn build(wish: &Wish<'_>) -> worker::Result<Request> {
    let headers = Headers::new();
    headers.set("user-agent", USER_AGENT)?;
    // A packed body could grow without bound while it is unpacked.
    headers.set("accept-encoding", "identity")?;
    for (name, value) in wish.headers {
        headers.set(name, value)?;
    }
    let mut init = RequestInit::new();
    init.with_method(wish.method.clone()).with_headers(headers).with_redirect(RequestRedirect::Manual);
    init.with_body(wish.body.clone().map(Into::into));
    Request::new_with_init(wish.url, &init)
}

async fn read(response: RawResponse, limit: usize) -> Result<Body, Failure> {
    let mut bytes = Vec::new();
    let Some(stream) = response.body() else {
        return Ok(Body::Whole(bytes));
    };
    let reader: ReadableStreamDefaultReader = stream.get_reader().unchecked_into();
    loop {
        let part = JsFuture::from(reader.read()).await.map_err(|_| Failure::Unreachable)?;
        let field = |name: &str| js_sys::Reflect::get(&part, &name.into()).map_err(|_| Failure::Unreachable);
        if field("done")?.is_truthy() {
            return Ok(Body::Whole(bytes));
        }
        let chunk: Uint8Array = field("value")?.dyn_into().map_err(|_| Failure::Unreachable)?;
        let room = u32::try_from(limit.saturating_sub(bytes.len())).unwrap_or(u32::MAX);
        if chunk.length() > room {
            bytes.extend(chunk.slice(0, room).to_vec());
            // Nothing waits for the rest: an endless body is somebody else's trouble.
            let _ended = reader.cancel();
            return Ok(Body::Cut(bytes));
        }
        bytes.extend(chunk.to_vec());
    }
}
