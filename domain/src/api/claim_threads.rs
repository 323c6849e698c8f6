//! `POST /v1/communities/{brand}/claims`: a representative makes threads official: one, a product's or all. Needs an
//! `Idempotency-Key`. One row, whatever it covers.

use super::error::Refusal;
use crate::claim::{Claim, Reach};
use crate::id::ThreadId;
use crate::text::ProductKey;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// What to claim: one of `thread` and `product`, or neither for the whole community.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// One thread.
    #[serde(default)]
    pub thread: Option<ThreadId>,
    /// One product.
    #[serde(default)]
    pub product: Option<ProductKey>,
    /// What there is and what comes, or only what comes.
    pub reach: Reach,
}

/// The claim, or the equal one that was there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// The claim.
    pub claim: Claim,
    /// The recovery code, with the first claim of an owner: shown this once.
    pub recovery: Option<String>,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum ClaimThreadsRefusal {
    /// No authority here.
    #[error("not_allowed: prove the brand's domain first")]
    NotAllowed,
    /// Both a thread and a product were named.
    #[error("one_scope: name a thread or a product, or neither for everything")]
    OneScope,
    /// No such thread.
    #[error("unknown_thread: this thread is not here")]
    UnknownThread,
    /// No such product.
    #[error("unknown_product: this product is not here")]
    UnknownProduct,
}

impl Refusal for ClaimThreadsRefusal {
    fn field(&self) -> &'static str {
        match self {
            Self::NotAllowed | Self::OneScope => "",
            Self::UnknownThread => "thread",
            Self::UnknownProduct => "product",
        }
    }
}
