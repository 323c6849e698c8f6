//! What search engines are told: which places are not for them, and where a community's threads stand.

use chie_community::ask::{Ask, Outcome};
use chie_domain::brand::BrandDomain;
use chie_widget::locale::when::iso;
use worker::{Headers, Response, Result};

use super::document::{self, escape};
use super::words::Words;
use crate::edge::{EdgeCall, ask_as_visitor};

/// Embed bodies and the API are parts of pages, not pages.
pub(super) fn robots() -> Result<Response> {
    Response::ok("User-agent: *\nDisallow: /embed/\nDisallow: /frame/\nDisallow: /v1/\n")
}

const OPENING: &str =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";

/// The map of one community; empty while the community is too small to be indexed.
pub(super) async fn show(call: &EdgeCall, brand: &str) -> Result<Response> {
    let words = Words::of(call);
    let Ok(brand) = BrandDomain::parse(brand) else {
        return document::not_found(call, words);
    };
    let Ok(Outcome::Addresses(addresses)) = ask_as_visitor(call, &brand, Ask::Addresses).await else {
        return document::away(call, words);
    };
    let home = &call.settings.chie;
    let lines = addresses.iter().map(|address| {
        let place = escape(&format!("{home}/c/{brand}/{}/{}", address.product, address.id));
        format!("<url><loc>{place}</loc><lastmod>{}</lastmod></url>\n", iso(address.active))
    });
    // The brand's own page leads the list, once there is one.
    let first = addresses.first().map(|newest| {
        format!("<url><loc>{}</loc><lastmod>{}</lastmod></url>\n", escape(&format!("{home}/c/{brand}")), iso(newest.active))
    });
    let map = format!("{OPENING}{}{}</urlset>\n", first.unwrap_or_default(), lines.collect::<Vec<_>>().concat());
    let headers = Headers::new();
    headers.set("content-type", "application/xml; charset=utf-8")?;
    headers.set("cache-control", "public, max-age=3600")?;
    headers.set("vary", "Accept-Encoding")?;
    headers.set("x-content-type-options", "nosniff")?;
    Ok(Response::from_bytes(map.into_bytes())?.with_headers(headers))
}
