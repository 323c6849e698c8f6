//! Finding: brands and products in the directory, and threads that may already answer what somebody types.

use chie_community::ask::{Ask, Caller, Outcome};
use chie_domain::api::error::ApiError;
use chie_domain::api::{search_directory, suggest_threads};
use chie_domain::brand::BrandDomain;
use worker::Response;

use super::call::Call;
use super::codec;
use super::community::{ask, unexpected};
use super::respond::{self, Keep};
use crate::directory;

pub(super) async fn likely(call: &Call, brand: &BrandDomain) -> Result<Response, ApiError> {
    let request: suggest_threads::Request = codec::query(call)?;
    match ask(call, brand, Caller::Visitor, None, Ask::Likely(request)).await? {
        Outcome::Likely(likely) => respond::value(call, Keep::Public, &likely),
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
