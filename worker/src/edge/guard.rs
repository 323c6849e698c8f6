//! What is set against waves, the work that browsers do in one, and the record of what was done in whose name.

use chie_community::ask::{Ask, Caller, Outcome};
use chie_domain::api::error::ApiError;
use chie_domain::api::{get_audit, set_guard};
use chie_domain::brand::BrandDomain;
use worker::Response;

use super::call::Call;
use super::community::{ask, remembered, unexpected};
use super::respond::{self, Keep};
use super::{caller, codec};
use crate::work;

pub(super) async fn get(call: &Call, brand: &BrandDomain) -> Result<Response, ApiError> {
    let who = caller::on_console(call).await?;
    told(call, ask(call, brand, who, None, Ask::Guard).await?)
}

pub(super) async fn set(call: &Call, brand: &BrandDomain) -> Result<Response, ApiError> {
    let who = caller::on_console(call).await?;
    let (request, _): (set_guard::Request, _) = codec::body(call).await?;
    told(call, ask(call, brand, who, None, Ask::SetGuard(request)).await?)
}

fn told(call: &Call, outcome: Outcome) -> Result<Response, ApiError> {
    match outcome {
        Outcome::Guard(guard) => respond::value(call, Keep::Private, &guard),
        _ => Err(unexpected()),
    }
}

/// Work for one post. Nobody is asked for it but in a wave; whoever asks for it by themselves only works for nothing.
pub(super) fn challenge(call: &Call, brand: &BrandDomain) -> Result<Response, ApiError> {
    let work = work::give(&call.settings.token_key, brand, call.now).ok_or_else(unexpected)?;
    respond::value(call, Keep::Private, &work)
}

/// The record as everybody reads it.
pub(super) async fn audit(call: &Call, brand: &BrandDomain) -> Result<Response, ApiError> {
    let request: get_audit::Request = codec::query(call)?;
    remembered(call, brand, rows(call, brand, Caller::Visitor, request)).await
}

/// The whole record, for the operator.
pub(super) async fn audit_rows(call: &Call, brand: &BrandDomain) -> Result<Response, ApiError> {
    let who = caller::on_console(call).await?;
    let request: get_audit::Request = codec::query(call)?;
    respond::value(call, Keep::Private, &rows(call, brand, who, request).await?)
}

async fn rows(call: &Call, brand: &BrandDomain, who: Caller, request: get_audit::Request) -> Result<get_audit::Response, ApiError> {
    match ask(call, brand, who, None, Ask::Audit(request)).await? {
        Outcome::Audit(part) => Ok(part),
        _ => Err(unexpected()),
    }
}
