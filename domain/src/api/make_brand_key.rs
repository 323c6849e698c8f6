//! `POST /v1/communities/{brand}/keys`: an owner makes a key for the brand's own programs. It acts as that owner, within its scopes and
//! never with more than their seat has at the moment; it ends with the seat, the proof, the tenancy, and in any case at its date.

use super::error::Refusal;
use super::get_brand_keys;
use crate::api_key::KeyScopes;
use crate::text::DisplayName;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The key that is wanted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// What it is called, for its owners.
    pub name: DisplayName,
    /// What it may do: `read`, `answer`, `export`, with spaces between.
    pub scopes: KeyScopes,
    /// For how many days it counts, 365 at most.
    pub days: u16,
}

/// The key, for this once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// The key. It is shown to nobody again.
    pub key: String,
    /// All of them as they are now.
    pub keys: get_brand_keys::Response,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum MakeBrandKeyRefusal {
    /// Only owners do this.
    #[error("not_allowed: only an owner of this brand's place can do this, while its proof is there")]
    NotAllowed,
    /// It has to end.
    #[error("out_of_range: a key counts for 1 to 365 days; make another one before it ends")]
    TooLong,
    /// More than anybody looks after.
    #[error("too_many_keys: ten keys count already; revoke one of them first")]
    TooMany,
}

impl Refusal for MakeBrandKeyRefusal {
    fn field(&self) -> &'static str {
        match self {
            Self::NotAllowed | Self::TooMany => "",
            Self::TooLong => "days",
        }
    }
}
