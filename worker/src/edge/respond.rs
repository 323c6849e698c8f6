//! From answers to responses: headers that every answer carries, and the one place where a refusal becomes a response.

use chie_domain::api::error::ApiError;
use chie_domain::photo::Media;
use futures_util::Stream;
use serde::Serialize;
use worker::{Headers, Response, ResponseBody, Result};

use super::call::{Call, Codec, HostKind};
use super::codec;

/// Whether others may keep an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Keep {
    /// The same for everybody: briefly.
    Public,
    /// The same for everybody, under an address that the next build no longer asks for.
    Build,
    /// Somebody's own.
    Private,
}

fn headers(call: &Call, keep: Keep) -> Result<Headers> {
    let headers = Headers::new();
    headers.set("x-content-type-options", "nosniff")?;
    headers.set("referrer-policy", "no-referrer")?;
    headers.set("vary", "Accept, Accept-Encoding, Origin")?;
    headers.set("x-robots-tag", "noindex")?;
    match keep {
        // A browser always asks again, so that a reload shows what its visitor just wrote; the platform's cache may answer.
        Keep::Public => {
            headers.set("cache-control", "public, no-cache")?;
            headers.set("cdn-cache-control", "max-age=2, stale-while-revalidate=30")?;
        }
        // Not for ever: while a build takes the place of another, the old one may answer for the new one's address.
        Keep::Build => headers.set("cache-control", "public, max-age=3600")?,
        Keep::Private => headers.set("cache-control", "private, no-store")?,
    }
    // No cookie is ever looked at on this host, so that every site may read what everybody may read. The console's host
    // answers its own pages only.
    if call.host == HostKind::Chie {
        headers.set("access-control-allow-origin", "*")?;
        headers.set("cross-origin-resource-policy", "cross-origin")?;
        headers.set("timing-allow-origin", "*")?;
    }
    if let Some(left) = call.left.get() {
        for (name, value) in left.headers() {
            headers.set(name, &value)?;
        }
        if call.host == HostKind::Chie {
            headers.set("access-control-expose-headers", "ratelimit, ratelimit-policy, retry-after")?;
        }
    }
    Ok(headers)
}

fn failed(error: &worker::Error) -> ApiError {
    worker::console_error!("an answer could not be written: {error}");
    ApiError::new("fault", "Something broke on our side. Please try again in a moment.")
}

/// Shorter ones gain nothing.
const WORTH_COMPRESSING: usize = 512;

/// The platform compresses only media types that it knows. Ours are not among them, so the Worker asks for it: the runtime encodes
/// what is announced here. Otherwise the first view would travel at several times its size.
fn compress(call: &Call, headers: &Headers, media: &str, body: &[u8]) -> Result<()> {
    if call.brotli && media.starts_with("application/vnd.") && body.len() >= WORTH_COMPRESSING {
        headers.set("content-encoding", "br")?;
    }
    Ok(())
}

/// A file to keep, sent while it is read.
pub(crate) fn file(
    call: &Call,
    media: &str,
    name: &str,
    parts: impl Stream<Item = Result<Vec<u8>>> + 'static,
) -> std::result::Result<Response, ApiError> {
    let write = || {
        let headers = headers(call, Keep::Private)?;
        headers.set("content-type", media)?;
        headers.set("content-disposition", &format!("attachment; filename=\"{name}\""))?;
        Ok(Response::from_stream(parts)?.with_headers(headers))
    };
    write().map_err(|error| failed(&error))
}

/// An answer in bytes.
pub(crate) fn bytes(call: &Call, keep: Keep, media: &str, body: Vec<u8>) -> std::result::Result<Response, ApiError> {
    let write = || {
        let headers = headers(call, keep)?;
        headers.set("content-type", media)?;
        compress(call, &headers, media, &body)?;
        Ok(Response::from_bytes(body)?.with_headers(headers))
    };
    write().map_err(|error| failed(&error))
}

/// A picture; without a body where the caller has it already. Whatever it turns out to be, nothing in it runs.
pub(crate) fn picture(
    call: &Call,
    keep: Keep,
    media: Media,
    tag: &str,
    body: Option<ResponseBody>,
) -> std::result::Result<Response, ApiError> {
    let write = || {
        let headers = headers(call, keep)?;
        headers.set("content-security-policy", "sandbox; default-src 'none'")?;
        headers.set("content-disposition", &format!("inline; filename=\"photo.{}\"", media.code()))?;
        headers.set("cross-origin-resource-policy", "cross-origin")?;
        headers.delete("vary")?;
        if keep == Keep::Public {
            headers.delete("cdn-cache-control")?;
            headers.set("cache-control", &super::photos::kept())?;
            headers.set("etag", tag)?;
        }
        let Some(body) = body else {
            return Ok(Response::empty()?.with_status(304).with_headers(headers));
        };
        headers.set("content-type", media.mime())?;
        Ok(Response::from_body(body)?.with_headers(headers))
    };
    write().map_err(|error| failed(&error))
}

/// A picture for one pair of eyes: nobody keeps it.
pub(crate) fn own_picture(call: &Call, media: Media, body: Vec<u8>) -> std::result::Result<Response, ApiError> {
    let write = || {
        let headers = headers(call, Keep::Private)?;
        headers.set("content-type", media.mime())?;
        headers.set("content-security-policy", "sandbox; default-src 'none'")?;
        headers.set("content-disposition", &format!("inline; filename=\"photo.{}\"", media.code()))?;
        Ok(Response::from_bytes(body)?.with_headers(headers))
    };
    write().map_err(|error| failed(&error))
}

/// An answer in the shape the caller wants.
pub(crate) fn value<T: Serialize>(call: &Call, keep: Keep, value: &T) -> std::result::Result<Response, ApiError> {
    let (media, body) = codec::encode(call.codec()?, value)?;
    bytes(call, keep, media, body)
}

#[derive(Serialize)]
struct Shown<'a> {
    error: Details<'a>,
}

#[derive(Serialize)]
struct Details<'a> {
    code: &'a str,
    message: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    field: &'a str,
}

/// The one way in which a refusal leaves.
pub(crate) fn refusal(call: &Call, refusal: &ApiError) -> Result<Response> {
    let headers = headers(call, Keep::Private)?;
    let status = refusal.status();
    if status == 503 || status == 429 {
        let seconds = match (call.left.get(), refusal.goes_on()) {
            // A limit says when it goes on, and so does a window that is full; the others are short or coarse.
            (_, Some(goes_on)) => goes_on.since(call.now).millis().div_ceil(1_000).max(1),
            (Some(left), _) if left.more == 0 && status == 429 => left.until.millis().div_ceil(1_000).max(1),
            _ if status == 429 => 60,
            _ => 2,
        };
        headers.set("retry-after", &seconds.to_string())?;
    }
    let codec = call.codec().unwrap_or(Codec::Json);
    let body = match codec {
        Codec::Json => {
            let details = Details { code: &refusal.code, message: &refusal.message, field: &refusal.field };
            codec::encode(codec, &Shown { error: details })
        }
        Codec::Postcard => codec::encode(codec, refusal),
    };
    let (media, body) = body.unwrap_or(("text/plain", Vec::new()));
    headers.set("content-type", media)?;
    Ok(Response::from_bytes(body)?.with_status(status).with_headers(headers))
}

/// What a browser asks before it sends from another site.
pub(crate) fn preflight(call: &Call) -> Result<Response> {
    let headers = headers(call, Keep::Public)?;
    headers.set("access-control-allow-methods", "GET, POST, PUT, DELETE")?;
    headers.set("access-control-allow-headers", "accept, authorization, chie-form, content-type, idempotency-key")?;
    headers.set("access-control-max-age", "86400")?;
    Ok(Response::empty()?.with_status(204).with_headers(headers))
}

/// For whoever deploys: what is wrong with the settings. It names variables, never their values.
pub(crate) fn misconfigured(what: &str) -> Result<Response> {
    let error = Details { code: "misconfigured", message: what, field: "" };
    let headers = Headers::new();
    headers.set("content-type", "application/json")?;
    headers.set("cache-control", "no-store")?;
    Ok(Response::from_json(&Shown { error })?.with_status(500).with_headers(headers))
}
