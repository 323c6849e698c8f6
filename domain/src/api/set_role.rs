//! `PUT /v1/communities/{brand}/people/{member}`: an owner gives somebody another role. Who becomes an owner, and who is one no more, is
//! a hard case: it needs a fresh DNS proof of the caller's.

use super::error::Refusal;
use crate::policy::Role;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Which role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// The role.
    pub role: Role,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SetRoleRefusal {
    /// Only owners do this.
    #[error("not_allowed: only an owner of this brand's place can do this")]
    NotAllowed,
    /// Nobody of that name sits here.
    #[error("not_found: this person is not here")]
    NotFound,
    /// It makes an owner or concerns one.
    #[error("fresh_proof_needed: prove the domain by a new DNS record first, then do this within a day")]
    FreshProofNeeded,
    /// An owner is removed, not demoted.
    #[error("is_owner: an owner keeps their role; ask for their removal instead")]
    IsOwner,
}

impl Refusal for SetRoleRefusal {}
