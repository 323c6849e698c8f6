//! `PUT /v1/communities/{brand}/aliases/{domain}`: an owner names a further domain of the brand, or takes it back. It leads here once its
//! own DNS shows the record, which proves nothing for any other domain.

use super::error::Refusal;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Whether.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// Whether it is the brand's.
    pub on: bool,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SetAliasRefusal {
    /// Only owners do this.
    #[error("not_allowed: only an owner of this brand's place can do this")]
    NotAllowed,
    /// It is the brand's own domain.
    #[error("own_domain: this is the brand's own domain already")]
    OwnDomain,
    /// Enough.
    #[error("too_many: take another domain back first")]
    TooMany,
}

impl Refusal for SetAliasRefusal {}
