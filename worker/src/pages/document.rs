//! The frame of every page: head, header, footer, policy. What is put into it is either drawn by Yew or escaped here.

use worker::{Headers, Response, Result};

use super::words::Words;
use crate::edge::EdgeCall;
use chie_widget::locale::Locale;
use chie_widget::style;

const FRAME: &str = include_str!("../../../www/style/frame.css");
const SITE: &str = include_str!("../../../www/style/site.css");

/// What may run and load on our own pages: our own files only, and WebAssembly.
pub(super) const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; \
     img-src 'self' data:; font-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'; require-trusted-types-for 'script'; \
     trusted-types chie";

/// A page.
pub(super) struct Page<'a> {
    pub words: Words,
    pub title: String,
    pub about: &'a str,
    /// HTML that was drawn by views or escaped.
    pub body: String,
    pub status: u16,
    /// Whether search engines may keep it.
    pub index: Index,
    /// Further elements of the head, escaped.
    pub head: String,
}

/// Whether search engines may keep a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Index {
    Yes,
    No,
}

/// Text as it may stand in HTML, in attributes too.
pub(super) fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            _ => safe.push(c),
        }
    }
    safe
}

/// Headers of a page.
pub(super) fn headers() -> Result<Headers> {
    let headers = Headers::new();
    headers.set("content-type", "text/html; charset=utf-8")?;
    headers.set("content-security-policy", POLICY)?;
    headers.set("x-content-type-options", "nosniff")?;
    headers.set("referrer-policy", "no-referrer")?;
    headers.set("cross-origin-opener-policy", "same-origin")?;
    headers.set("cache-control", "no-store")?;
    headers.set("vary", "Accept-Language")?;
    Ok(headers)
}

/// Another language's address of the same page.
fn turned(call: &EdgeCall, code: &str) -> String {
    let kept = form_urlencoded::parse(call.query.as_bytes()).filter(|(name, _)| name != "lang");
    let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(kept).append_pair("lang", code).finish();
    format!("?{query}")
}

/// Writes a page.
pub(super) fn respond(call: &EdgeCall, page: &Page<'_>) -> Result<Response> {
    let Words { locale, rules, tag, skip, .. } = page.words;
    let lang = locale.code();
    let robots = if page.index == Index::No { r#"<meta name="robots" content="noindex">"# } else { "" };
    let direction = chie_widget::locale::Words::of(locale).direction();
    let others: String = Locale::all().filter(|other| *other != locale).fold(String::new(), |links, other| {
        let (code, name) = (other.code(), other.name());
        let address = escape(&turned(call, code));
        links + &format!(r#" <a href="{address}" hreflang="{code}" lang="{code}">{name}</a>"#)
    });
    let html = format!(
        r##"<!doctype html>
<html lang="{lang}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title} · Chie</title>
<meta name="description" content="{about}">
<meta name="color-scheme" content="light dark">
{robots}{head}
<link rel="stylesheet" href="/style/pages.css">
<link rel="icon" href="/icon.svg" type="image/svg+xml">
</head>
<body>
<a class="page-skip" href="#content">{skip}</a>
<header class="page-top"><a class="page-mark" href="/?lang={lang}"><img src="/icon.svg" alt="" width="28" height="28">Chie</a>
<nav><a href="/put-it-on-your-site?lang={lang}">{tag}</a> <a href="/rules?lang={lang}">{rules}</a>{others}</nav></header>
<main id="content" class="page-main" tabindex="-1">
{body}
</main>
</body>
</html>
"##,
        title = escape(&page.title),
        about = escape(page.about),
        body = page.body,
        head = page.head,
    );
    Ok(Response::from_bytes(html.into_bytes())?.with_status(page.status).with_headers(headers()?))
}

/// Nothing is here.
pub(super) fn not_found(call: &EdgeCall, words: Words) -> Result<Response> {
    calm(call, words, 404, words.not_found, words.not_found_about)
}

/// Something does not answer.
pub(super) fn away(call: &EdgeCall, words: Words) -> Result<Response> {
    calm(call, words, 503, words.away, words.away_about)
}

fn calm(call: &EdgeCall, words: Words, status: u16, title: &str, about: &str) -> Result<Response> {
    let body = format!(
        r#"<section class="ch ch-plain page-card"><h1>{title}</h1><p>{about}</p><p><a href="/?lang={lang}">{directory}</a></p></section>"#,
        lang = words.locale.code(),
        directory = words.directory
    );
    respond(call, &Page { words, title: title.to_owned(), about, body, status, index: Index::No, head: String::new() })
}

/// The sheet of the page inside a frame.
pub(super) fn frame_style() -> Result<Response> {
    sheet(FRAME.to_owned())
}

/// The sheet of all pages.
pub(super) fn style() -> Result<Response> {
    sheet([style::WIDGET, style::WIDGET_REST, style::PAGE, SITE].concat())
}

fn sheet(text: String) -> Result<Response> {
    let headers = Headers::new();
    headers.set("content-type", "text/css; charset=utf-8")?;
    headers.set("cache-control", "public, max-age=300")?;
    headers.set("vary", "Accept-Encoding")?;
    headers.set("x-content-type-options", "nosniff")?;
    Ok(Response::from_bytes(text.into_bytes())?.with_headers(headers))
}
