//! `POST /v1/communities/{brand}/webhooks/{webhook}/tests`: an owner tries out whether it arrives. It is sent at once and once; where it
//! arrives, a webhook that was paused goes on.

use super::error::Refusal;
use thiserror::Error;

/// All of them as they are now, what came back among their deliveries.
pub use super::get_webhooks::Response;

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum TestWebhookRefusal {
    /// Only owners do this.
    #[error("not_allowed: only an owner of this brand's place can do this")]
    NotAllowed,
    /// No such webhook here.
    #[error("not_found: there is no webhook of this name here")]
    NotFound,
    /// Its host is not the brand's any more.
    #[error("not_proven: the address must lie inside a domain that the brand has proven")]
    NotProven,
}

impl Refusal for TestWebhookRefusal {}
