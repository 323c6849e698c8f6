//! Proving a domain: the text to put up, and looking for it. What awaits (DNS, the brand's site) happens here, before the community
//! records it in one transaction.

use chie_community::ask::{Ask, Caller, Outcome};
use chie_domain::api::error::ApiError;
use chie_domain::api::request_proof;
use chie_domain::api::route::Route;
use chie_domain::brand::BrandDomain;
use chie_domain::id::ProofId;
use chie_domain::proof::{Method, ProofState};
use chie_domain::text::EmailAddress;
use worker::Response;

use super::call::Call;
use super::codes::{self, ask_about};
use super::community::{ask, key, unexpected};
use super::respond::{self, Keep};
use super::{caller, codec};
use crate::evidence;
use crate::protocol::AccountAsk;
use crate::token;

pub(super) async fn request(call: &Call, route: &Route, brand: &BrandDomain) -> Result<Response, ApiError> {
    let who = caller::on_console(call).await?;
    let (request, body): (request_proof::Request, _) = codec::body(call).await?;
    let key = key(call, route, &body)?;
    let (Caller::Console(account) | Caller::Operator(account)) = &who else {
        return Err(unexpected());
    };
    // So that the person finds the brand again; repeating it changes nothing.
    ask_about(call, account, AccountAsk::NoteBrand(brand.clone())).await?;
    // So that whoever may come to act for the brand can be called to what waits.
    if let Ok(email) = EmailAddress::parse(&caller::signed_in(call).await?.email) {
        let contact = codes::contact(call, account, &email, None)?;
        ask(call, brand, who.clone(), None, Ask::Contact { address: codes::shortened(&email), contact }).await?;
    }
    answer(call, brand, ask(call, brand, who, key, Ask::RequestProof(request)).await?)
}

pub(super) async fn check(call: &Call, brand: &BrandDomain, proof: &ProofId) -> Result<Response, ApiError> {
    let who = caller::on_console(call).await?;
    let Outcome::Evidence(sought) = ask(call, brand, who.clone(), None, Ask::Evidence(proof.clone())).await? else {
        return Err(unexpected());
    };
    let looks = evidence::look(&call.settings, brand, &sought, call.now).await;
    answer(call, brand, ask(call, brand, who, None, Ask::RecordLooks(proof.clone(), looks)).await?)
}

/// Puts the address of the page to forward beside a request for a record.
pub(super) fn forwardable(call: &Call, brand: &BrandDomain, proof: &mut request_proof::ProofView) {
    let asked = matches!((proof.method, proof.state), (Method::Dns, ProofState::Requested { .. })) && proof.until >= call.now;
    let key = token::forward(&call.settings.token_key, brand, &proof.id).filter(|_| asked);
    proof.forward = key.map(|key| format!("{}/dns/{brand}/{}-{key}", call.settings.chie, proof.id));
}

fn answer(call: &Call, brand: &BrandDomain, outcome: Outcome) -> Result<Response, ApiError> {
    match outcome {
        Outcome::Proof(mut proof) => {
            forwardable(call, brand, &mut proof.proof);
            respond::value(call, Keep::Private, &proof)
        }
        _ => Err(unexpected()),
    }
}
