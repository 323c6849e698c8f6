//! Finding: brands and products in the directory, threads that words lead to, and how often somebody left with an answer.

use chie_community::ask::{Ask, Caller, Outcome};
use chie_domain::api::error::ApiError;
use chie_domain::api::{count_reading, search_directory, search_threads, suggest_threads};
use chie_domain::brand::BrandDomain;
use worker::Response;

use super::call::Call;
use super::community::{ask, cursor, position, remembered, unexpected};
use super::respond::{self, Keep};
use super::{codec, limits};
use crate::directory;

pub(super) async fn likely(call: &Call, brand: &BrandDomain) -> Result<Response, ApiError> {
    let request: suggest_threads::Request = codec::query(call)?;
    let fresh = async {
        limits::check_search(call)?;
        match ask(call, brand, Caller::Visitor, None, Ask::Likely(request)).await? {
            Outcome::Likely(likely) => Ok(likely),
            _ => Err(unexpected()),
        }
    };
    remembered(call, brand, fresh).await
}

pub(super) async fn threads(call: &Call, brand: &BrandDomain) -> Result<Response, ApiError> {
    let asked: search_threads::Request = codec::query(call)?;
    remembered(call, brand, threads_found(call, brand, &asked)).await
}

/// What a search finds, with its cursor signed.
pub(crate) async fn threads_found(
    call: &Call,
    brand: &BrandDomain,
    asked: &search_threads::Request,
) -> Result<search_threads::Response, ApiError> {
    limits::check_search(call)?;
    let of = search_name(brand, asked);
    let mut request = asked.clone();
    request.cursor = position(call, &of, asked.cursor.as_ref())?;
    match ask(call, brand, Caller::Visitor, None, Ask::Search(request)).await? {
        Outcome::Search(mut found) => {
            found.next = cursor(call, &of, found.next.as_ref())?;
            Ok(found)
        }
        _ => Err(unexpected()),
    }
}

/// What a search's cursors are signed for: everything but the page.
fn search_name(brand: &BrandDomain, asked: &search_threads::Request) -> String {
    let of = search_threads::Request { cursor: None, limit: None, ..asked.clone() };
    format!("{brand}|search|{of:?}")
}

pub(super) async fn figures(call: &Call, brand: &BrandDomain) -> Result<Response, ApiError> {
    let fresh = async {
        match ask(call, brand, Caller::Visitor, None, Ask::Figures).await? {
            Outcome::Figures(figures) => Ok(figures),
            _ => Err(unexpected()),
        }
    };
    remembered(call, brand, fresh).await
}

/// A reading of an answer: whoever sends it stays unknown, whatever they send along.
pub(super) async fn reading(call: &Call, brand: &BrandDomain) -> Result<Response, ApiError> {
    let (request, _): (count_reading::Request, _) = codec::body(call).await?;
    match ask(call, brand, Caller::Visitor, None, Ask::CountReading(request)).await? {
        Outcome::Reading(reading) => respond::value(call, Keep::Private, &reading),
        _ => Err(unexpected()),
    }
}

pub(super) async fn directory(call: &Call) -> Result<Response, ApiError> {
    let request: search_directory::Request = codec::query(call)?;
    respond::value(call, Keep::Public, &search(call, &request).await?)
}

/// Looks into the directory; its being away is said plainly and touches nothing else.
pub(crate) async fn search(call: &Call, request: &search_directory::Request) -> Result<search_directory::Response, ApiError> {
    let brands = directory::find(&call.env, request.q.as_ref()).await.map_err(|error| {
        worker::console_error!("the directory could not be read: {error}");
        ApiError::new("unavailable", "The directory does not answer right now. Communities themselves are there.")
    })?;
    Ok(search_directory::Response { brands })
}
