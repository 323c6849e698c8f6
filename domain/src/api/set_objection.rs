//! `PUT /v1/communities/{brand}/people/{member}/objection`: a sitting owner with a live DNS proof objects to somebody who has proven the domain
//! and is about to join, or takes the objection back. Both then keep what they have until one record is gone.

use super::error::Refusal;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Whether the caller objects.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// Whether.
    pub on: bool,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SetObjectionRefusal {
    /// Only owners do this.
    #[error("not_allowed: only an owner of this brand's place can do this")]
    NotAllowed,
    /// Nobody of that name is about to join.
    #[error("not_found: nobody of that name is about to join")]
    NotFound,
    /// It takes a live DNS proof.
    #[error("dns_proof_needed: only an owner whose own DNS record is there can object")]
    DnsProofNeeded,
}

impl Refusal for SetObjectionRefusal {}
