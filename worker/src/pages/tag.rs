//! The page that makes a tag: three fields, one line of HTML, no account.

use chie_domain::api::error::ApiError;
use chie_domain::brand::BrandDomain;
use chie_domain::text::{ProductKey, ProductName};
use worker::{Response, Result};

use super::document::{self, Index, Page, escape};
use super::words::Words;
use crate::edge::EdgeCall;

struct Field<'a> {
    name: &'a str,
    label: &'a str,
    hint: &'a str,
    placeholder: &'a str,
    value: String,
    wrong: Option<String>,
}

impl Field<'_> {
    fn draw(&self) -> String {
        let Self { name, label, hint, placeholder, .. } = self;
        let hint = if hint.is_empty() { String::new() } else { format!(r#"<p class="page-hint" id="{name}-hint">{hint}</p>"#) };
        let (invalid, error) = match &self.wrong {
            Some(why) => (
                format!(r#" aria-invalid="true" aria-describedby="{name}-error""#),
                format!(r#"<p class="page-error" id="{name}-error">{}</p>"#, escape(why)),
            ),
            None => (String::new(), String::new()),
        };
        format!(
            r#"<div class="page-field"><label for="{name}">{label}</label>{hint}<input id="{name}" name="{name}" value="{value}" placeholder="{placeholder}" autocapitalize="none" spellcheck="false"{invalid}>{error}</div>"#,
            value = escape(&self.value),
        )
    }
}

/// The sentence of a value's error, in the reader's language.
fn sentence(words: Words, field: &str, error: &dyn std::fmt::Display) -> String {
    chie_widget::views::failure::sentence(&chie_widget::locale::Words::of(words.locale), &ApiError::from_value(error, field))
        .to_string()
}

pub(super) fn show(call: &EdgeCall) -> Result<Response> {
    let words = Words::of(call);
    let asked = |name: &str| {
        let found = form_urlencoded::parse(call.query.as_bytes()).find(|(key, _)| key == name);
        found.map(|(_, value)| value.trim().to_owned())
    };
    let (brand, product, name) = (asked("brand"), asked("product"), asked("name"));
    let sent = brand.is_some() || product.is_some();
    let wrong =
        |field: &str, error: Option<&dyn std::fmt::Display>| error.filter(|_| sent).map(|error| sentence(words, field, error));
    let (brand, product, name) = (brand.unwrap_or_default(), product.unwrap_or_default(), name.unwrap_or_default());
    let (domain, key) = (BrandDomain::parse(&brand), ProductKey::parse(&product));
    let named = if name.is_empty() { Ok(None) } else { ProductName::parse(&name).map(Some) };

    let fields = [
        Field {
            name: "brand",
            label: words.tag_domain,
            hint: "",
            placeholder: "acme.example",
            value: brand,
            wrong: wrong("brand", domain.as_ref().err().map(|error| error as &dyn std::fmt::Display)),
        },
        Field {
            name: "product",
            label: words.tag_key,
            hint: words.tag_key_hint,
            placeholder: "kettle-12",
            value: product,
            wrong: wrong("product", key.as_ref().err().map(|error| error as &dyn std::fmt::Display)),
        },
        Field {
            name: "name",
            label: words.tag_name,
            hint: "",
            placeholder: "",
            value: name,
            wrong: wrong("name", named.as_ref().err().map(|error| error as &dyn std::fmt::Display)),
        },
    ];
    let form: String = fields.iter().map(Field::draw).collect();
    let result = match (domain, key, named) {
        (Ok(domain), Ok(key), Ok(name)) => made(call, words, &domain, &key, name.as_ref()),
        _ if sent => format!(r#"<p class="page-error" role="alert">{}</p>"#, words.tag_wrong),
        _ => String::new(),
    };
    let body = format!(
        r#"<section class="ch ch-plain page-card"><h1>{title}</h1><p>{about}</p>
<form method="get" action="/put-it-on-your-site"><input type="hidden" name="lang" value="{lang}">{form}<button class="ch-btn">{make}</button></form>
{result}<p class="page-docs"><a href="/docs/{folder}">{docs}</a></p></section>"#,
        folder = if words.locale == chie_widget::locale::Locale::Ja { "ja/" } else { "" },
        docs = words.docs,
        title = words.tag,
        about = words.tag_about,
        lang = words.locale.code(),
        make = words.tag_make,
    );
    document::respond(
        call,
        &Page {
            words,
            title: words.tag.to_owned(),
            about: words.tag_about,
            body,
            status: 200,
            index: Index::Yes,
            head: String::new(),
        },
    )
}

/// The tag for valid fields, and what a page with a strict policy has to allow.
fn made(call: &EdgeCall, words: Words, domain: &BrandDomain, key: &ProductKey, name: Option<&ProductName>) -> String {
    let home = &call.settings.chie;
    let name = name.map(|name| format!(r#" data-product-name="{}""#, escape(name.as_str()))).unwrap_or_default();
    let tag =
        format!(r#"<script async crossorigin src="{home}/chie.js" data-brand="{domain}" data-product="{key}"{name}></script>"#);
    format!(
        r#"<div class="page-made" role="status"><h2>{paste}</h2><pre class="page-code" tabindex="0"><code>{tag}</code></pre><p>{then}</p><p>{csp}</p><pre class="page-code" tabindex="0"><code>script-src {home} 'wasm-unsafe-eval'; connect-src {home}; img-src {home}</code></pre></div>"#,
        paste = words.tag_paste,
        tag = escape(&tag),
        then = words.tag_then,
        csp = words.tag_csp,
    )
}
