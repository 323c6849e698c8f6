//! The directory: find a maker or a product, and open a community for one that is not there. A plain form does both.

use chie_domain::api::error::ApiError;
use chie_domain::api::open_community::Outcome;
use chie_domain::api::{open_community, search_directory};
use chie_domain::brand::BrandDomain;
use chie_domain::text::{BrandName, ProductKey, ProductName, SearchText};
use worker::{Headers, Response, Result};

use super::document::{self, Index, Page};
use super::words::Words;
use chie_widget::locale::Locale;
use chie_widget::render::{self, OpenForm};

use crate::edge::{EdgeCall, directory_search, open_from_page};

pub(super) async fn show(call: &EdgeCall) -> Result<Response> {
    let typed = form_urlencoded::parse(call.query.as_bytes()).find(|(name, _)| name == "q");
    let typed = typed.map(|(_, value)| value.into_owned()).unwrap_or_default();
    page(call, &typed, OpenForm::default(), 200).await
}

async fn page(call: &EdgeCall, typed: &str, form: OpenForm, status: u16) -> Result<Response> {
    let words = Words::of(call);
    let request = search_directory::Request { q: SearchText::parse(typed).ok() };
    // Opening a community does not need the directory; its being away is seen in the log.
    let found = directory_search(call, &request).await.unwrap_or(search_directory::Response { brands: Vec::new() });
    let table = chie_widget::locale::Words::of(words.locale);
    let view = render::directory(found, typed.to_owned(), form, table).await;
    let folder = if words.locale == Locale::Ja { "ja/" } else { "" };
    let body = format!(r#"{view}<p class="page-docs"><a href="/docs/{folder}">{}</a></p>"#, words.docs);
    let title = words.directory.to_owned();
    document::respond(
        call,
        &Page { words, title, about: words.directory_about, body, status, index: Index::Yes, head: String::new() },
    )
}

/// Opens a community from the page's form and leads there; what is wrong is said next to its field, and nothing typed is lost.
pub(super) async fn open(call: &EdgeCall) -> Result<Response> {
    let body = match call.body().await {
        Ok(body) => body,
        Err(error) => return Response::error(error.message.clone(), error.status()),
    };
    let field = |name: &str| {
        let found = form_urlencoded::parse(&body).find(|(key, _)| key == name);
        found.map(|(_, value)| value.trim().to_owned()).unwrap_or_default()
    };
    let mut form = OpenForm {
        domain: field("domain"),
        name: field("name"),
        product_name: field("product_name"),
        product: field("product"),
        refusal: None,
    };
    let lang = Words::of(call).locale.code();
    let opened = match read(&form) {
        Ok(request) => open_from_page(call, request).await,
        Err(refusal) => Err(refusal),
    };
    match opened {
        Ok((outcome, brand, key)) => {
            let headers = Headers::new();
            let to = match outcome {
                // Why the place goes by its domain, and who decides.
                Outcome::Held => format!("{}/badge/{brand}?held=1&lang={lang}", call.home()),
                Outcome::Opened | Outcome::WasOpen => format!("{}/c/{brand}/{key}?lang={lang}", call.home()),
            };
            headers.set("location", &to)?;
            Ok(Response::empty()?.with_status(303).with_headers(headers))
        }
        Err(refusal) => {
            let status = refusal.status();
            form.refusal = Some(refusal);
            page(call, "", form, status).await
        }
    }
}

fn read(form: &OpenForm) -> std::result::Result<open_community::Request, ApiError> {
    let domain = BrandDomain::parse(&form.domain).map_err(|error| ApiError::from_value(&error, "domain"))?;
    let name = given(&form.name).map(BrandName::parse).transpose();
    let name = name.map_err(|error| ApiError::from_value(&error, "name"))?;
    let product_name = ProductName::parse(&form.product_name).map_err(|error| ApiError::from_value(&error, "product_name"))?;
    let product = given(&form.product).map(ProductKey::parse).transpose();
    let product = product.map_err(|error| ApiError::from_value(&error, "product"))?;
    Ok(open_community::Request { domain, name, product_name, product })
}

fn given(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}
