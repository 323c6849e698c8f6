//! `POST /v1/communities/{brand}/doubts`: "this isn't that company". Anybody says so, without an account; the operator reads it, and
//! nothing changes until the operator decides.

use super::error::Refusal;
use crate::text::Reason;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// What makes somebody think so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// In their words.
    pub words: Reason,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum DoubtNameRefusal {
    /// Nobody has opened a community for this brand.
    #[error("not_found: nobody has opened a community for this brand")]
    NotFound,
    /// The operator has enough to read.
    #[error("too_many: others have said so already, and the operator is going to look")]
    TooMany,
}

impl Refusal for DoubtNameRefusal {}
