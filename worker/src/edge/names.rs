//! What brands are called: said by owners and the operator, doubted by anybody, and compared with the names of all brands before the
//! community hears of it. A member's own name stands here too.

use chie_community::ask::{Ask, Caller, Outcome};
use chie_domain::api::error::ApiError;
use chie_domain::api::route::Route;
use chie_domain::api::{doubt_name, judge_name, set_my_name, set_name};
use chie_domain::brand::BrandDomain;
use worker::Response;

use super::call::Call;
use super::community::{ask, unexpected};
use super::respond::{self, Keep};
use super::{caller, codec, limits};
use crate::directory::names;

pub(super) async fn get(call: &Call, brand: &BrandDomain) -> Result<Response, ApiError> {
    let who = caller::on_console(call).await?;
    naming(call, ask(call, brand, who, None, Ask::Naming).await?)
}

pub(super) async fn set(call: &Call, brand: &BrandDomain) -> Result<Response, ApiError> {
    let who = caller::on_console(call).await?;
    let (request, _): (set_name::Request, _) = codec::body(call).await?;
    let met = names::meet(&call.env, brand, request.name.as_ref()).await;
    naming(call, ask(call, brand, who, None, Ask::SetName(request, met)).await?)
}

pub(super) async fn judge(call: &Call, brand: &BrandDomain) -> Result<Response, ApiError> {
    let who = caller::on_console(call).await?;
    let (request, _): (judge_name::Request, _) = codec::body(call).await?;
    naming(call, ask(call, brand, who, None, Ask::JudgeName(request)).await?)
}

fn naming(call: &Call, outcome: Outcome) -> Result<Response, ApiError> {
    match outcome {
        Outcome::Naming(naming) => respond::value(call, Keep::Private, &naming),
        _ => Err(unexpected()),
    }
}

pub(super) async fn doubt(call: &Call, brand: &BrandDomain) -> Result<Response, ApiError> {
    let (request, _): (doubt_name::Request, _) = codec::body(call).await?;
    ask(call, brand, Caller::Visitor, None, Ask::DoubtName(request)).await?;
    respond::value(call, Keep::Private, &())
}

/// The same for a form of ours.
pub(crate) async fn doubt_from_page(call: &Call, brand: &BrandDomain, request: doubt_name::Request) -> Result<(), ApiError> {
    limits::check(call, &Route::DoubtName(brand.clone())).await?;
    ask(call, brand, Caller::Visitor, None, Ask::DoubtName(request)).await.map(|_| ())
}

pub(super) async fn set_mine(call: &Call, brand: &BrandDomain) -> Result<Response, ApiError> {
    let who = caller::in_community(call, brand)?;
    let (request, _): (set_my_name::Request, _) = codec::body(call).await?;
    match ask(call, brand, who, None, Ask::SetMyName(request)).await? {
        Outcome::Mine(mine) => respond::value(call, Keep::Private, &mine),
        _ => Err(unexpected()),
    }
}

pub(super) async fn end_my_sessions(call: &Call, brand: &BrandDomain) -> Result<Response, ApiError> {
    let who = caller::in_community(call, brand)?;
    ask(call, brand, who, None, Ask::EndMySessions).await?;
    respond::value(call, Keep::Private, &())
}
