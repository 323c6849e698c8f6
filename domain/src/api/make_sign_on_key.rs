//! `POST /v1/communities/{brand}/sign-on-keys`: an owner has a key made for the brand's own server. Two count at once, so that a new one
//! can be brought in before the old one is revoked.

use super::error::Refusal;
use super::get_sign_on;
use crate::id::SignOnKeyId;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The key, for this once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// What `kid` must be.
    pub id: SignOnKeyId,
    /// What the brand's server signs with: these very characters. It is shown to nobody again.
    pub secret: String,
    /// All of it as it is now.
    pub sign_on: get_sign_on::Response,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum MakeSignOnKeyRefusal {
    /// Only owners do this.
    #[error("not_allowed: only an owner of this brand's place can do this")]
    NotAllowed,
    /// Two count already.
    #[error("too_many_keys: two keys count already; revoke one of them first")]
    TooMany,
}

impl Refusal for MakeSignOnKeyRefusal {}
