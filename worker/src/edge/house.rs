//! The house: flags, requests from outside, appeals, the operator's queue and decisions, and the public record. A visitor who flags counts
//! by a hash of their network that is another one each day, and becomes nobody by it.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chie_community::ask::{Ask, Caller, Others, Outcome, Requested};
use chie_domain::api::error::ApiError;
use chie_domain::api::route::Route;
use chie_domain::api::{decide, get_matter, get_record, get_statement, post_appeal, post_flag, request_removal};
use chie_domain::brand::BrandDomain;
use chie_domain::matter::Matter;
use sha2::{Digest, Sha256};
use worker::Response;

use super::call::Call;
use super::community::{ask, remembered, unexpected};
use super::respond::{self, Keep};
use super::{caller, codec, limits};
use crate::clock;
use crate::directory;

/// Whether this installation has another operator than the one who asks.
pub(super) fn others(call: &Call) -> Others {
    if call.settings.operators.len() > 1 { Others::Some } else { Others::None }
}

fn network(call: &Call) -> String {
    URL_SAFE_NO_PAD.encode(limits::caller(call))
}

fn hashed(receipt: &str) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(receipt.as_bytes()))
}

pub(super) async fn flag(call: &Call, brand: &BrandDomain) -> Result<Response, ApiError> {
    let (request, _): (post_flag::Request, _) = codec::body(call).await?;
    let who = caller::in_community(call, brand)?;
    respond::value(call, Keep::Private, &flagged(&ask(call, brand, who, None, Ask::Flag(request, Some(network(call)))).await?)?)
}

fn flagged(outcome: &Outcome) -> Result<post_flag::Response, ApiError> {
    match outcome {
        Outcome::Flagged(hidden) => Ok(post_flag::Response { hidden: *hidden }),
        _ => Err(unexpected()),
    }
}

/// Flags for a form of ours.
pub(crate) async fn flag_from_page(call: &Call, brand: &BrandDomain, request: post_flag::Request) -> Result<bool, ApiError> {
    limits::check(call, &Route::PostFlag(brand.clone())).await?;
    let what = Ask::Flag(request, Some(network(call)));
    Ok(flagged(&ask(call, brand, Caller::Visitor, None, what).await?)?.hidden)
}

pub(super) async fn flag_for_brand(call: &Call, brand: &BrandDomain) -> Result<Response, ApiError> {
    let who = caller::on_console(call).await?;
    let (request, _): (post_flag::Request, _) = codec::body(call).await?;
    respond::value(call, Keep::Private, &flagged(&ask(call, brand, who, None, Ask::FlagForBrand(request)).await?)?)
}

/// Asks for somebody outside; gives the key to what becomes of it.
pub(crate) async fn request_from_outside(
    call: &Call,
    brand: &BrandDomain,
    request: request_removal::Request,
) -> Result<request_removal::Response, ApiError> {
    let receipt = URL_SAFE_NO_PAD.encode(clock::random::<24>().map_err(|_| unexpected())?);
    let what = Ask::RequestRemoval(request, hashed(&receipt), network(call));
    match ask(call, brand, Caller::Visitor, None, what).await? {
        Outcome::Flagged(hidden) => Ok(request_removal::Response { receipt, hidden }),
        _ => Err(unexpected()),
    }
}

pub(super) async fn request_removal(call: &Call, brand: &BrandDomain) -> Result<Response, ApiError> {
    let (request, _): (request_removal::Request, _) = codec::body(call).await?;
    respond::value(call, Keep::Private, &request_from_outside(call, brand, request).await?)
}

/// What became of what somebody outside asked for.
pub(crate) async fn came_of(call: &Call, brand: &BrandDomain, receipt: &str) -> Result<Option<Requested>, ApiError> {
    match ask(call, brand, Caller::Visitor, None, Ask::Requested(hashed(receipt))).await? {
        Outcome::Requested(came) => Ok(came),
        _ => Err(unexpected()),
    }
}

fn stated(outcome: Outcome) -> Result<get_statement::Response, ApiError> {
    match outcome {
        Outcome::Statement(stated) => Ok(*stated),
        _ => Err(unexpected()),
    }
}

pub(super) async fn appeal(call: &Call, brand: &BrandDomain) -> Result<Response, ApiError> {
    let (request, _): (post_appeal::Request, _) = codec::body(call).await?;
    let who = caller::in_community(call, brand)?;
    let statement = stated(ask(call, brand, who, None, Ask::Appeal(request)).await?)?;
    respond::value(call, Keep::Private, &post_appeal::Response { statement })
}

pub(super) async fn statement(call: &Call, brand: &BrandDomain, about: &Matter) -> Result<Response, ApiError> {
    let who = caller::in_community(call, brand)?;
    respond::value(call, Keep::Private, &stated(ask(call, brand, who, None, Ask::Statement(about.clone())).await?)?)
}

fn matter_of(outcome: Outcome) -> Result<get_matter::Response, ApiError> {
    match outcome {
        Outcome::Matter(matter) => Ok(*matter),
        _ => Err(unexpected()),
    }
}

pub(super) async fn matter(call: &Call, brand: &BrandDomain, about: &Matter) -> Result<Response, ApiError> {
    let who = caller::on_console(call).await?;
    respond::value(call, Keep::Private, &matter_of(ask(call, brand, who, None, Ask::Matter(about.clone())).await?)?)
}

pub(super) async fn decide(call: &Call, brand: &BrandDomain) -> Result<Response, ApiError> {
    let who = caller::on_console(call).await?;
    let (request, _): (decide::Request, _) = codec::body(call).await?;
    let matter = matter_of(ask(call, brand, who, None, Ask::Decide(request, others(call))).await?)?;
    respond::value(call, Keep::Private, &decide::Response { matter })
}

/// Everything that waits, over all brands: from the directory, because no object knows of the others.
pub(super) async fn queue(call: &Call) -> Result<Response, ApiError> {
    let Caller::Operator(_) = caller::on_console(call).await? else {
        return Err(ApiError::new("not_allowed", "Only the operator sees what waits for a decision."));
    };
    let queue = directory::house::queue(&call.env).await.map_err(|error| {
        worker::console_error!("the directory could not be read: {error}");
        ApiError::new("unavailable", "The list does not answer right now. What waits is kept; try again in a moment.")
    })?;
    respond::value(call, Keep::Private, &queue)
}

/// The public record.
pub(crate) async fn record_of(call: &Call, brand: &BrandDomain) -> Result<get_record::Response, ApiError> {
    match ask(call, brand, Caller::Visitor, None, Ask::Record).await? {
        Outcome::Record(record) => Ok(record),
        _ => Err(unexpected()),
    }
}

pub(super) async fn record(call: &Call, brand: &BrandDomain) -> Result<Response, ApiError> {
    remembered(call, brand, record_of(call, brand)).await
}
