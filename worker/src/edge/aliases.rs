//! Further domains of a brand: named by an owner, proven by their own DNS, and looked at here before the community hears of it.

use chie_community::ask::{AliasAsk, Ask, Outcome};
use chie_domain::api::error::ApiError;
use chie_domain::api::set_alias;
use chie_domain::brand::BrandDomain;
use worker::Response;

use super::call::Call;
use super::community::{ask, unexpected};
use super::respond::{self, Keep};
use super::{caller, codec};
use crate::evidence;

pub(super) async fn get(call: &Call, brand: &BrandDomain) -> Result<Response, ApiError> {
    let who = caller::on_console(call).await?;
    answer(call, ask(call, brand, who, None, Ask::Aliases).await?)
}

pub(super) async fn set(call: &Call, brand: &BrandDomain, domain: &BrandDomain) -> Result<Response, ApiError> {
    let who = caller::on_console(call).await?;
    let (request, _): (set_alias::Request, _) = codec::body(call).await?;
    answer(call, ask(call, brand, who, None, Ask::Alias(AliasAsk::Set(domain.clone(), request.on))).await?)
}

pub(super) async fn check(call: &Call, brand: &BrandDomain, domain: &BrandDomain) -> Result<Response, ApiError> {
    let who = caller::on_console(call).await?;
    let sought = Ask::Alias(AliasAsk::Evidence(domain.clone()));
    let Outcome::AliasEvidence(sought) = ask(call, brand, who.clone(), None, sought).await? else {
        return Err(unexpected());
    };
    let looks = evidence::look_at_alias(&call.settings, &sought, call.now).await;
    answer(call, ask(call, brand, who, None, Ask::Alias(AliasAsk::Looked(domain.clone(), looks))).await?)
}

fn answer(call: &Call, outcome: Outcome) -> Result<Response, ApiError> {
    match outcome {
        Outcome::Aliases(aliases) => respond::value(call, Keep::Private, &aliases),
        _ => Err(unexpected()),
    }
}
