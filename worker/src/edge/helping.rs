//! What helpers do: see what they may know, hear of what waits, choose tags, say that two threads are one. Whether somebody may is
//! decided by the engine from what they have earned.

use chie_community::ask::{Ask, Outcome};
use chie_domain::api::error::ApiError;
use chie_domain::api::{get_helping, set_duplicate, set_helping, set_tags};
use chie_domain::brand::BrandDomain;
use chie_domain::id::ThreadId;
use worker::Response;

use super::call::Call;
use super::community::{ask, signed_thread, unexpected};
use super::respond::{self, Keep};
use super::{caller, codec};

pub(super) async fn get(call: &Call, brand: &BrandDomain) -> Result<Response, ApiError> {
    let request: get_helping::Request = codec::query(call)?;
    let who = caller::in_community(call, brand)?;
    match ask(call, brand, who, None, Ask::Helping(request)).await? {
        Outcome::HelpingView(view) => respond::value(call, Keep::Private, &view),
        _ => Err(unexpected()),
    }
}

pub(super) async fn set(call: &Call, brand: &BrandDomain) -> Result<Response, ApiError> {
    let (request, _): (set_helping::Request, _) = codec::body(call).await?;
    let who = caller::in_community(call, brand)?;
    match ask(call, brand, who, None, Ask::SetHelping(request)).await? {
        Outcome::Helping(on) => respond::value(call, Keep::Private, &set_helping::Response { on }),
        _ => Err(unexpected()),
    }
}

pub(super) async fn tags(call: &Call, brand: &BrandDomain, thread: &ThreadId) -> Result<Response, ApiError> {
    let who = caller::in_community(call, brand)?;
    match ask(call, brand, who, None, Ask::Tags(thread.clone())).await? {
        Outcome::Tags(tags) => respond::value(call, Keep::Private, &tags),
        _ => Err(unexpected()),
    }
}

pub(super) async fn set_tags(call: &Call, brand: &BrandDomain, thread: &ThreadId) -> Result<Response, ApiError> {
    let (request, _): (set_tags::Request, _) = codec::body(call).await?;
    let who = caller::in_community(call, brand)?;
    match ask(call, brand, who, None, Ask::SetTags(thread.clone(), request)).await? {
        Outcome::Tags(tags) => respond::value(call, Keep::Private, &set_tags::Response { tags: tags.tags }),
        _ => Err(unexpected()),
    }
}

pub(super) async fn set_duplicate(call: &Call, brand: &BrandDomain, thread: &ThreadId) -> Result<Response, ApiError> {
    let (request, _): (set_duplicate::Request, _) = codec::body(call).await?;
    let who = caller::in_community(call, brand)?;
    let outcome = ask(call, brand, who, None, Ask::SetDuplicate(thread.clone(), request)).await?;
    respond::value(call, Keep::Private, &set_duplicate::Response { thread: signed_thread(call, brand, outcome)? })
}
