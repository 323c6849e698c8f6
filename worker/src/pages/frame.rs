//! The page that a widget moves into where the policy of the page around it allows neither our connection nor our program. Any
//! site may frame it; it holds the same tag as every page, and a script that speaks with the page around.

use chie_community::ask::{Ask, Outcome};
use chie_domain::brand::BrandDomain;
use chie_domain::site::is_listed;
use chie_domain::text::ProductKey;
use worker::{Response, Result};

use super::document::{self, POLICY, escape};
use super::words::Words;
use crate::edge::{EdgeCall, EdgePage, ask_as_visitor};

/// Whether things are only tried out here: the page around says so itself, or stands where nobody else can open it or on none of the
/// brand's sites.
async fn is_test(call: &EdgeCall, brand: &BrandDomain, around: &str) -> bool {
    if form_urlencoded::parse(call.query.as_bytes()).any(|(name, value)| name == "at" && value == "test") {
        return true;
    }
    match call.page_of(around) {
        // Without a word of where it stands, a frame is like a page of ours.
        _ if around.is_empty() => false,
        EdgePage::Ours => false,
        EdgePage::Local => true,
        EdgePage::Of(host) => match ask_as_visitor(call, brand, Ask::CountingSites).await {
            Ok(Outcome::Sites(sites)) => !is_listed(&sites, &host),
            _ => false,
        },
    }
}

/// The widget alone. Whether it stands on the brand's own page is read off the browser's word for where the frame was opened;
/// the page says it to the loader, whose requests come from our own origin.
pub(super) async fn show(call: &EdgeCall, brand: &str, product: &str) -> Result<Response> {
    let words = Words::of(call);
    let (Ok(brand), Ok(product)) = (BrandDomain::parse(brand), ProductKey::parse(product)) else {
        return document::not_found(call, words);
    };
    let around = call.header("referer").unwrap_or_default();
    let around = around.trim_end_matches('/');
    let own = if call.settings.is_own(&brand, around) { "own" } else { "elsewhere" };
    let at = if is_test(call, &brand, around).await { "test" } else { own };
    let lang = words.locale.code();
    let direction = chie_widget::locale::Words::of(words.locale).direction();
    let asked = form_urlencoded::parse(call.query.as_bytes());
    let settings = asked.filter(|(name, _)| ["product-name", "thread", "view", "root"].contains(&name.as_ref()));
    let settings = settings.fold(String::new(), |all, (name, value)| all + &format!(r#" data-chie-{name}="{}""#, escape(&value)));
    let html = format!(
        r#"<!doctype html>
<html lang="{lang}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{product} · Chie</title>
<link rel="stylesheet" href="/style/frame.css">
</head>
<body>
<div data-brand-of-frame="{brand}" data-chie-product="{product}" data-chie-lang="{lang}" data-chie-at="{at}" data-chie-loading="eager"{settings}></div>
<script src="/chie.js" defer></script>
<script src="/frame.js" defer></script>
</body>
</html>
"#
    );
    let headers = document::headers()?;
    headers.set("content-security-policy", &POLICY.replace("frame-ancestors 'none'", "frame-ancestors *"))?;
    // Pages that isolate themselves frame only what allows it.
    headers.set("cross-origin-resource-policy", "cross-origin")?;
    headers.set("cross-origin-embedder-policy", "require-corp")?;
    headers.set("vary", "Accept-Language, Referer")?;
    Ok(Response::from_bytes(html.into_bytes())?.with_headers(headers))
}
