//! `POST /v1/communities/{brand}/webhooks/{webhook}/secrets`: an owner has a new secret made. The one before signs as well for 24 hours, so
//! that the new one can be brought in meanwhile.

use super::error::Refusal;
use thiserror::Error;

/// The new secret, for this once.
pub use super::make_webhook::Response;

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum RotateWebhookRefusal {
    /// Only owners do this.
    #[error("not_allowed: only an owner of this brand's place can do this")]
    NotAllowed,
    /// No such webhook here.
    #[error("not_found: there is no webhook of this name here")]
    NotFound,
}

impl Refusal for RotateWebhookRefusal {}
