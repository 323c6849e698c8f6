//! `POST /v1/communities/{brand}/aliases/{domain}/check`: look at the further domain's DNS now.

use super::error::Refusal;
use thiserror::Error;

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum CheckAliasRefusal {
    /// Only owners do this.
    #[error("not_allowed: only an owner of this brand's place can do this")]
    NotAllowed,
    /// It was not named.
    #[error("not_found: name this domain first")]
    NotFound,
    /// Looked at a moment ago.
    #[error("too_many: it was looked at a moment ago; wait ten seconds")]
    TooMany,
}

impl Refusal for CheckAliasRefusal {}
