//! Static files, with the headers that each place needs: the loader and the widget are fetched by every site, the console by nobody
//! else.

use worker::{Headers, Method, Response, Result};

use super::document::{self, POLICY};
use super::words::Words;
use crate::edge::EdgeCall;

async fn file(call: &EdgeCall, path: &str) -> Result<Option<Response>> {
    // Our own files have plain names; another spelling of one could get round the rules for its folder.
    if path.contains('%') || path.contains("//") || path.contains("..") || !matches!(call.method, Method::Get | Method::Head) {
        return Ok(None);
    }
    let response = call.env.assets("ASSETS")?.fetch(format!("https://assets{path}"), None).await?;
    Ok(if response.status_code() == 200 { Some(response) } else { None })
}

fn with(response: Response, set: &[(&str, &str)]) -> Result<Response> {
    let headers = Headers::new();
    for name in ["content-type", "etag"] {
        if let Some(value) = response.headers().get(name)? {
            headers.set(name, &value)?;
        }
    }
    headers.set("x-content-type-options", "nosniff")?;
    // The platform packs them for whoever takes that: a cache in between must not give the packed one to others.
    headers.set("vary", "Accept-Encoding")?;
    for (name, value) in set {
        headers.set(name, value)?;
    }
    Ok(response.with_headers(headers))
}

const FOREVER: &str = "public, max-age=31536000, immutable";
const BRIEFLY: &str = "public, max-age=300, stale-while-revalidate=600";

/// Headers of what every site may fetch.
const fn shared(keep: &'static str) -> [(&'static str, &'static str); 4] {
    [
        ("access-control-allow-origin", "*"),
        ("cross-origin-resource-policy", "cross-origin"),
        ("timing-allow-origin", "*"),
        ("cache-control", keep),
    ]
}

/// Files on Chie's own host. Hashed names never change; the loader's name never changes either, so it is kept briefly.
pub(super) async fn public(call: &EdgeCall) -> Result<Response> {
    if call.path.starts_with("/console/") {
        return document::not_found(call, Words::of(call));
    }
    match file(call, &call.path).await? {
        Some(response) => with(response, &shared(if call.path.starts_with("/w/") { FOREVER } else { BRIEFLY })),
        None => document::not_found(call, Words::of(call)),
    }
}

/// The loader, which knows where it comes from wherever a copy of it is put.
pub(super) async fn loader(call: &EdgeCall) -> Result<Response> {
    let Some(mut response) = file(call, "/chie.js").await? else {
        return document::not_found(call, Words::of(call));
    };
    let text = response.text().await?.replace("__CHIE_ORIGIN__", &call.settings.chie);
    let whole = Response::from_bytes(text.into_bytes())?.with_headers(response.headers().clone());
    with(whole, &shared(BRIEFLY))
}

/// A text of ours that goes into a page.
pub(super) async fn text(call: &EdgeCall, path: &str) -> Result<Option<String>> {
    match file(call, path).await? {
        Some(mut response) => response.text().await.map(Some),
        None => Ok(None),
    }
}

/// The loader's types for those who write pages; by its name alone such a file would pass for a film.
pub(super) async fn types(call: &EdgeCall) -> Result<Response> {
    let Some(response) = file(call, "/chie.d.ts").await? else {
        return document::not_found(call, Words::of(call));
    };
    let [first, second, third, fourth] = shared(BRIEFLY);
    with(response, &[first, second, third, fourth, ("content-type", "text/plain; charset=utf-8")])
}

/// Files on the console's host: the shell for its root, its own files, nothing of the public pages.
pub(super) async fn console(call: &EdgeCall) -> Result<Response> {
    let path = if call.path == "/" { "/console/index.html" } else { call.path.as_str() };
    let own = path.starts_with("/console/") || path.starts_with("/w/") || path == "/icon.svg";
    let found = if own { file(call, path).await? } else { None };
    let Some(response) = found else {
        let headers = document::headers()?;
        return Ok(Response::error("There is nothing at this address.", 404)?.with_headers(headers));
    };
    with(
        response,
        &[
            // Photos are shown from where they are; nothing else of the public host is.
            ("content-security-policy", &POLICY.replace("img-src 'self'", &format!("img-src 'self' {}/p/", call.settings.chie))),
            ("referrer-policy", "no-referrer"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-resource-policy", "same-origin"),
            ("x-frame-options", "DENY"),
            ("x-robots-tag", "noindex"),
            ("cache-control", if path.starts_with("/w/") { FOREVER } else { "no-cache" }),
        ],
    )
}
