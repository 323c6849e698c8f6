//! The documents for brands and for those who write programs: `/docs/` and `/docs/api/`, in Japanese below `/docs/ja/`. Their texts and
//! examples are in `www/docs`; here they get the frame of all pages and the addresses of this installation.

use chie_widget::locale::Locale;
use worker::{Headers, Response, Result, Url};

use super::assets;
use super::document::{self, Index, Page, escape};
use super::words::Words;
use crate::edge::EdgeCall;

/// The address that the texts are written with.
const WRITTEN: &str = "https://chie.example";

/// The console's address in the document of the API.
const WRITTEN_CONSOLE: &str = "https://console.chie.example";

/// Which document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Which {
    /// How a community is put on a page.
    Tag,
    /// What programs may ask.
    Api,
}

/// Shows the page of a language; whoever asks it for another one is led to that one's own address.
pub(super) async fn show(call: &EdgeCall, which: Which, locale: Locale) -> Result<Response> {
    let asked = form_urlencoded::parse(call.query.as_bytes()).find(|(name, _)| name == "lang");
    let wanted = asked.map(|(_, code)| if code == "ja" { Locale::Ja } else { Locale::En });
    let place = if which == Which::Api { "api/" } else { "" };
    let folder = |locale: Locale| if locale == Locale::Ja { format!("/docs/ja/{place}") } else { format!("/docs/{place}") };
    if let Some(other) = wanted.filter(|wanted| *wanted != locale) {
        return Response::redirect_with_status(Url::parse(&format!("{}{}", call.settings.chie, folder(other)))?, 302);
    }
    let words = Words::in_language(locale);
    let file =
        if which == Which::Api { format!("/docs/api.{}.html", locale.code()) } else { format!("/docs/{}.html", locale.code()) };
    let Some(text) = assets::text(call, &file).await? else {
        return document::not_found(call, words);
    };
    let body = here(call, &text.replace("{{console}}", WRITTEN_CONSOLE), escape);
    let (title, about) = match which {
        Which::Tag => (words.docs, words.docs_about),
        Which::Api => (words.api, words.api_about),
    };
    let page = Page { words, title: title.to_owned(), about, body, status: 200, index: Index::Yes, head: String::new() };
    document::respond(call, &page)
}

/// A text with the addresses of this installation in the places of those that it is written with.
fn here(call: &EdgeCall, text: &str, write: impl Fn(&str) -> String) -> String {
    text.replace(WRITTEN_CONSOLE, &write(&call.settings.console)).replace(WRITTEN, &write(&call.settings.chie))
}

/// The document of the API itself, for programs.
pub(super) async fn openapi(call: &EdgeCall) -> Result<Response> {
    let Some(text) = assets::text(call, "/docs/openapi.json").await? else {
        return document::not_found(call, Words::of(call));
    };
    let headers = Headers::new();
    headers.set("content-type", "application/json")?;
    headers.set("access-control-allow-origin", "*")?;
    headers.set("cross-origin-resource-policy", "cross-origin")?;
    headers.set("x-content-type-options", "nosniff")?;
    headers.set("cache-control", "public, max-age=300")?;
    headers.set("vary", "Accept-Encoding")?;
    Ok(Response::from_bytes(here(call, &text, str::to_owned).into_bytes())?.with_headers(headers))
}
