//! `DELETE /v1/communities/{brand}/webhooks/{webhook}`: an owner takes a webhook away, with everything that waited for it.

use super::error::Refusal;
use thiserror::Error;

/// All of them as they are now.
pub use super::get_webhooks::Response;

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum RemoveWebhookRefusal {
    /// Only owners do this.
    #[error("not_allowed: only an owner of this brand's place can do this")]
    NotAllowed,
    /// No such webhook here.
    #[error("not_found: there is no webhook of this name here")]
    NotFound,
}

impl Refusal for RemoveWebhookRefusal {}
