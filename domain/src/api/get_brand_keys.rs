//! `GET /v1/communities/{brand}/keys`: the keys of the brand's own programs, for its owners.

use super::error::Refusal;
use crate::api_key::KeyScope;
use crate::id::ApiKeyId;
use crate::text::DisplayName;
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The keys as an owner sees them. No key itself is in it: a key is shown once, when it is made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// The keys that count, the newest first; ten at most.
    pub keys: Vec<ApiKeyView>,
}

/// A key that counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApiKeyView {
    /// By what it is revoked.
    pub id: ApiKeyId,
    /// What it is called.
    pub name: DisplayName,
    /// How it begins.
    pub shown: String,
    /// What it may do; empty for a personal key, which reads what is its maker's own.
    pub scopes: Vec<KeyScope>,
    /// When it was made.
    pub made: Timestamp,
    /// By whom, of a brand's key: an address, shortened. It does what this person may do at the moment, and ends with their seat.
    pub by: Option<String>,
    /// Until when it counts.
    pub until: Timestamp,
    /// When it was used last.
    pub used: Option<Timestamp>,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum GetBrandKeysRefusal {
    /// Only owners do this.
    #[error("not_allowed: only an owner of this brand's place sees its keys")]
    NotAllowed,
}

impl Refusal for GetBrandKeysRefusal {}
