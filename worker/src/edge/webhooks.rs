//! Webhooks, for owners. Secrets are made and sealed here; what an owner tries out or has sent again is sent here, between two asks of the
//! community, and in the alarm what happened.

use chie_community::ask::{Ask, Caller, Outcome, WebhookAsk};
use chie_domain::api::error::{ApiError, Refusal};
use chie_domain::api::get_webhooks::WebhookView;
use chie_domain::api::make_webhook::{MakeWebhookRefusal, Request};
use chie_domain::api::request_proof::Finding;
use chie_domain::api::{get_webhooks, make_webhook};
use chie_domain::brand::BrandDomain;
use chie_domain::id::{DeliveryId, WebhookId};
use worker::Response;

use super::call::Call;
use super::community::{ask, unexpected};
use super::respond::{self, Keep};
use super::{caller, codec};
use crate::clock;
use crate::evidence;
use crate::hook;
use crate::secret::{self, Of};

async fn of(call: &Call, brand: &BrandDomain, who: Caller, what: WebhookAsk) -> Result<Vec<WebhookView>, ApiError> {
    match ask(call, brand, who, None, Ask::Webhook(what)).await? {
        Outcome::Webhooks(webhooks) => Ok(webhooks),
        _ => Err(unexpected()),
    }
}

pub(super) async fn get(call: &Call, brand: &BrandDomain) -> Result<Response, ApiError> {
    let who = caller::on_console(call).await?;
    let webhooks = of(call, brand, who, WebhookAsk::See).await?;
    respond::value(call, Keep::Private, &get_webhooks::Response { webhooks })
}

pub(super) async fn make(call: &Call, brand: &BrandDomain) -> Result<Response, ApiError> {
    let who = caller::on_console(call).await?;
    let (request, _): (Request, _) = codec::body(call).await?;
    // Nobody but an owner has a name looked up.
    of(call, brand, who.clone(), WebhookAsk::See).await?;
    let host = request.address.host().ok_or_else(unexpected)?;
    if let Err((Finding::LeadsAway, _)) = evidence::public_only(&call.settings, host.as_str()).await {
        return Err(MakeWebhookRefusal::PrivateAddress.to_error());
    }
    let id = WebhookId::mint(call.now, clock::random().map_err(|_| unexpected())?);
    let (secret, sealed) = secret_of(call, brand, &id)?;
    let webhooks = of(call, brand, who, WebhookAsk::Make(id.clone(), request, sealed)).await?;
    respond::value(call, Keep::Private, &make_webhook::Response { id, secret, webhooks })
}

pub(super) async fn rotate(call: &Call, brand: &BrandDomain, id: &WebhookId) -> Result<Response, ApiError> {
    let who = caller::on_console(call).await?;
    let (secret, sealed) = secret_of(call, brand, id)?;
    let webhooks = of(call, brand, who, WebhookAsk::Rotate(id.clone(), sealed)).await?;
    respond::value(call, Keep::Private, &make_webhook::Response { id: id.clone(), secret, webhooks })
}

/// A new secret, and the same sealed.
fn secret_of(call: &Call, brand: &BrandDomain, id: &WebhookId) -> Result<(String, String), ApiError> {
    let secret = hook::new_secret().ok_or_else(unexpected)?;
    let sealed = secret::seal_key(&call.settings.address_key, brand, Of::Webhook(id), &secret).ok_or_else(unexpected)?;
    Ok((secret, sealed))
}

pub(super) async fn remove(call: &Call, brand: &BrandDomain, id: &WebhookId) -> Result<Response, ApiError> {
    let who = caller::on_console(call).await?;
    let webhooks = of(call, brand, who, WebhookAsk::Remove(id.clone())).await?;
    respond::value(call, Keep::Private, &get_webhooks::Response { webhooks })
}

pub(super) async fn test(call: &Call, brand: &BrandDomain, id: &WebhookId) -> Result<Response, ApiError> {
    send(call, brand, WebhookAsk::Test(id.clone())).await
}

pub(super) async fn send_again(
    call: &Call,
    brand: &BrandDomain,
    id: &WebhookId,
    delivery: &DeliveryId,
) -> Result<Response, ApiError> {
    send(call, brand, WebhookAsk::Again(id.clone(), delivery.clone())).await
}

/// Sends what the community hands out, tells it what came back, and answers with everything as it is then.
async fn send(call: &Call, brand: &BrandDomain, what: WebhookAsk) -> Result<Response, ApiError> {
    let who = caller::on_console(call).await?;
    let Outcome::HookOut(out) = ask(call, brand, who.clone(), None, Ask::Webhook(what)).await? else {
        return Err(unexpected());
    };
    let answer = hook::deliver(&call.settings, brand, &out, call.now).await;
    ask(call, brand, who.clone(), None, Ask::Webhook(WebhookAsk::Tried(out.seq, answer))).await?;
    let webhooks = of(call, brand, who, WebhookAsk::See).await?;
    respond::value(call, Keep::Private, &get_webhooks::Response { webhooks })
}
