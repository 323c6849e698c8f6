//! `POST /v1/communities/{brand}/webhooks`: an owner has the brand's own server told of what happens.

use super::error::Refusal;
use super::get_webhooks;
use crate::id::WebhookId;
use crate::webhook::{HookAddress, HookEvents};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Where and of what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// An https address inside a domain that the brand has proven.
    pub address: HookAddress,
    /// Of what it is told.
    pub events: HookEvents,
}

/// The webhook with its secret, for this once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// Which one it is.
    pub id: WebhookId,
    /// What is signed with: the bytes in base64 behind `whsec_`. It is shown to nobody again.
    pub secret: String,
    /// All of them as they are now.
    pub webhooks: Vec<get_webhooks::WebhookView>,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum MakeWebhookRefusal {
    /// Only owners do this.
    #[error("not_allowed: only an owner of this brand's place can do this")]
    NotAllowed,
    /// Its host is not the brand's.
    #[error("not_proven: the address must lie inside a domain that the brand has proven")]
    NotProven,
    /// Its host has an address of somebody's own network.
    #[error("private_address: this name leads into a private network; use a server that the internet can reach")]
    PrivateAddress,
    /// There are as many as there can be.
    #[error("too_many_webhooks: there are five already; remove one of them first")]
    TooMany,
}

impl Refusal for MakeWebhookRefusal {
    fn field(&self) -> &'static str {
        match self {
            Self::NotProven | Self::PrivateAddress => "address",
            Self::NotAllowed | Self::TooMany => "",
        }
    }
}
