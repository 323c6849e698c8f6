//! The directory: find a maker or a product, and open a community for one that is not there. A plain form does both.

use chie_domain::api::error::ApiError;
use chie_domain::api::{open_community, search_directory};
use chie_domain::brand::BrandDomain;
use chie_domain::text::{BrandName, ProductName, SearchText};
use worker::{Headers, Response, Result};

use super::document::{self, Index, Page};
use super::words::Words;
use crate::edge::{EdgeCall, directory_search, open_from_page};

pub(super) async fn show(call: &EdgeCall) -> Result<Response> {
    let typed = form_urlencoded::parse(call.query.as_bytes()).find(|(name, _)| name == "q");
    let typed = typed
        .map(|(_, value)| value.into_owned())
        .unwrap_or_default();
    page(call, &typed, chie_widget::render::OpenForm::default(), 200).await
}

async fn page(
    call: &EdgeCall,
    typed: &str,
    form: chie_widget::render::OpenForm,
    status: u16,
) -> Result<Response> {
    let words = Words::of(call);
    let request = search_directory::Request {
        q: SearchText::parse(typed).ok(),
    };
    let found = directory_search(call, &request).await.ok();
    let table = chie_widget::locale::Words::of(words.locale);
    let body = chie_widget::render::directory(
        found,
        typed.to_owned(),
        form,
        call.settings.chie.clone(),
        table,
    )
    .await;
    let title = words.directory.to_owned();
    document::respond(
        call,
        &Page {
            words,
            title,
            about: words.directory_about,
            body,
            status,
            index: Index::Yes,
        },
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
        found
            .map(|(_, value)| value.trim().to_owned())
            .unwrap_or_default()
    };
    let (domain, name, product) = (field("domain"), field("name"), field("product_name"));
    let lang = Words::of(call).locale.code();
    match read(&domain, &name, &product) {
        Ok(request) => match open_from_page(call, request).await {
            Ok((brand, key)) => {
                let headers = Headers::new();
                headers.set(
                    "location",
                    &format!("{}/c/{brand}/{key}?lang={lang}", call.settings.chie),
                )?;
                Ok(Response::empty()?.with_status(303).with_headers(headers))
            }
            Err(error) => again(call, domain, name, product, &error).await,
        },
        Err(error) => again(call, domain, name, product, &error).await,
    }
}

async fn again(
    call: &EdgeCall,
    domain: String,
    name: String,
    product_name: String,
    error: &ApiError,
) -> Result<Response> {
    let form = chie_widget::render::OpenForm {
        domain,
        name,
        product_name,
        code: error.code.clone(),
        field: error.field.clone(),
    };
    page(call, "", form, error.status()).await
}

fn read(
    domain: &str,
    name: &str,
    product: &str,
) -> std::result::Result<open_community::Request, ApiError> {
    let domain =
        BrandDomain::parse(domain).map_err(|error| ApiError::from_value(&error, "domain"))?;
    let name = match name {
        "" => None,
        name => Some(BrandName::parse(name).map_err(|error| ApiError::from_value(&error, "name"))?),
    };
    let product_name = ProductName::parse(product)
        .map_err(|error| ApiError::from_value(&error, "product_name"))?;
    Ok(open_community::Request {
        domain,
        name,
        product_name,
        product: None,
    })
}
