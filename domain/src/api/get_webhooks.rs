//! `GET /v1/communities/{brand}/webhooks`: where the brand's own server hears of what happens, and what was sent there.

use super::error::Refusal;
use crate::id::{DeliveryId, WebhookId};
use crate::time::Timestamp;
use crate::webhook::{HookAddress, HookAnswer, HookEvent, HookEvents};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The webhooks as an owner sees them. No secret is in it: a secret is shown once, when it is made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// Those that there are, the oldest first.
    pub webhooks: Vec<WebhookView>,
}

/// A webhook.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WebhookView {
    /// Which one.
    pub id: WebhookId,
    /// Where it leads.
    pub address: HookAddress,
    /// Of what it tells.
    pub events: HookEvents,
    /// When it was made.
    pub made: Timestamp,
    /// By whom: an address, shortened.
    pub by: Option<String>,
    /// Until when the secret before signs as well.
    pub old_signs_until: Option<Timestamp>,
    /// Since when nothing has arrived.
    pub failing: Option<Timestamp>,
    /// Since when nothing is sent any more, because nothing arrived for three days. A test that arrives ends it.
    pub paused: Option<Timestamp>,
    /// What was sent within seven days, the newest first; of very many only those.
    pub deliveries: Vec<DeliveryView>,
}

/// One thing that was sent, or is to be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeliveryView {
    /// Which one: `webhook-id`.
    pub id: DeliveryId,
    /// What it tells of.
    pub event: HookEvent,
    /// When that happened.
    pub at: Timestamp,
    /// How often it was tried.
    pub tries: u32,
    /// When it was tried last.
    pub tried: Option<Timestamp>,
    /// What came back then.
    pub answer: Option<HookAnswer>,
    /// When it is tried next; never, where it arrived or rests.
    pub next: Option<Timestamp>,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum GetWebhooksRefusal {
    /// Only owners do this.
    #[error("not_allowed: only an owner of this brand's place sees its webhooks")]
    NotAllowed,
}

impl Refusal for GetWebhooksRefusal {}
