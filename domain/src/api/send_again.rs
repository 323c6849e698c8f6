//! `POST /v1/communities/{brand}/webhooks/{webhook}/deliveries/{delivery}/tries`: an owner has something sent again, at once. It says what is
//! to be read now.

use super::error::Refusal;
use thiserror::Error;

/// All of them as they are now, what came back among their deliveries.
pub use super::get_webhooks::Response;

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SendAgainRefusal {
    /// Only owners do this.
    #[error("not_allowed: only an owner of this brand's place can do this")]
    NotAllowed,
    /// No such delivery here, or it was longer ago than seven days.
    #[error("not_found: there is no delivery of this name here; they are kept for seven days")]
    NotFound,
    /// What it told of cannot be read by everybody any more, or its host is not the brand's any more.
    #[error("nothing_to_tell: what this told of is not public any more, or not so any more")]
    NothingToTell,
}

impl Refusal for SendAgainRefusal {}
