//! `GET /v1/communities/{brand}/sign-on`: the keys with which the brand's server signs its customers on, and what a token must say.

use super::error::Refusal;
use crate::id::SignOnKeyId;
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Brand sign-on as an owner sees it. No secret is in it: a secret is shown once, when its key is made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// What `aud` must be.
    pub audience: String,
    /// What `iss` must be: the brand's domain.
    pub issuer: String,
    /// The keys that count, the newest first; two at most.
    pub keys: Vec<SignOnKeyView>,
}

/// A key that counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignOnKeyView {
    /// What `kid` must be.
    pub id: SignOnKeyId,
    /// When it was made.
    pub made: Timestamp,
    /// By whom: an address, shortened.
    pub by: Option<String>,
    /// When somebody was signed on with it last, to the hour.
    pub used: Option<Timestamp>,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum GetSignOnRefusal {
    /// Only owners do this.
    #[error("not_allowed: only an owner of this brand's place sees the keys of its sign-on")]
    NotAllowed,
}

impl Refusal for GetSignOnRefusal {}
