//! `GET /v1/communities/{brand}/aliases`: further domains of the brand, for those who act for it: what is asked for, what to put there
//! and what the last look saw. Everybody reads those that are proven on the badge's page.

use super::error::Refusal;
use super::request_proof::Look;
use crate::brand::BrandDomain;
use crate::proof::{Placement, ProofState};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The further domains, in their order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// Each by itself.
    pub aliases: Vec<AliasView>,
}

/// A further domain of the brand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AliasView {
    /// Which.
    pub domain: BrandDomain,
    /// How its own proof stands.
    pub state: ProofState,
    /// What to put into its DNS.
    pub placement: Placement,
    /// What the last check saw.
    pub looks: Vec<Look>,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum GetAliasesRefusal {
    /// No authority here.
    #[error("not_allowed: prove the brand's domain first")]
    NotAllowed,
}

impl Refusal for GetAliasesRefusal {}
