//! The documents for brands: one page in each language that says everything, `/docs/` and `/docs/ja/`. Their texts and examples are in
//! `www/docs`; here they get the frame of all pages and the addresses of this installation.

use chie_widget::locale::Locale;
use worker::{Response, Result, Url};

use super::assets;
use super::document::{self, Index, Page, escape};
use super::words::Words;
use crate::edge::EdgeCall;

/// The address that the texts are written with.
const WRITTEN: &str = "https://chie.example";

/// Shows the page of a language; whoever asks it for another one is led to that one's own address.
pub(super) async fn show(call: &EdgeCall, locale: Locale) -> Result<Response> {
    let asked = form_urlencoded::parse(call.query.as_bytes()).find(|(name, _)| name == "lang");
    let wanted = asked.map(|(_, code)| if code == "ja" { Locale::Ja } else { Locale::En });
    if let Some(other) = wanted.filter(|wanted| *wanted != locale) {
        let folder = if other == Locale::Ja { "ja/" } else { "" };
        return Response::redirect_with_status(Url::parse(&format!("{}/docs/{folder}", call.settings.chie))?, 302);
    }
    let words = Words::in_language(locale);
    let Some(text) = assets::text(call, &format!("/docs/{}.html", locale.code())).await? else {
        return document::not_found(call, words);
    };
    let body = text.replace("{{console}}", &escape(&call.settings.console)).replace(WRITTEN, &escape(&call.settings.chie));
    let page = Page {
        words,
        title: words.docs.to_owned(),
        about: words.docs_about,
        body,
        status: 200,
        index: Index::Yes,
        head: String::new(),
    };
    document::respond(call, &page)
}
