//! `DELETE /v1/communities/{brand}/claims/{claim}`: gives threads back to customers. Nothing that was written goes.

use super::error::Refusal;
use crate::claim::Claim;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The claim as it is now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// The claim, released.
    pub claim: Claim,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum ReleaseClaimRefusal {
    /// No authority here.
    #[error("not_allowed: only the brand's representatives can release a claim")]
    NotAllowed,
    /// No such claim of this company.
    #[error("not_found: this claim is not here")]
    NotFound,
}

impl Refusal for ReleaseClaimRefusal {}
