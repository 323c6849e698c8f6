//! `POST /v1/console/keys`: whoever is signed in makes a personal key. It reads what is theirs in each community, and takes it along; it
//! writes nothing and has no power of staff.

use super::error::Refusal;
use crate::text::DisplayName;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The key that is wanted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// What it is called, for its owner.
    pub name: DisplayName,
    /// For how many days it counts, 365 at most.
    pub days: u16,
}

/// The key, for this once, and all of them as they are now.
pub use super::make_brand_key::Response;

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum MakeKeyRefusal {
    /// It has to end.
    #[error("out_of_range: a key counts for 1 to 365 days; make another one before it ends")]
    TooLong,
    /// More than anybody looks after.
    #[error("too_many_keys: ten keys count already; revoke one of them first")]
    TooMany,
}

impl Refusal for MakeKeyRefusal {
    fn field(&self) -> &'static str {
        match self {
            Self::TooLong => "days",
            Self::TooMany => "",
        }
    }
}
