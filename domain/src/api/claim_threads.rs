//! `POST /v1/communities/{brand}/claims`: a representative makes threads official: some, a product's or all. Needs an
//! `Idempotency-Key`. One row, whatever it covers; nobody is mailed for ten minutes.

use super::error::Refusal;
use crate::claim::{Claim, Reach, ThreadIds};
use crate::id::{ActId, ThreadId};
use crate::text::{Body, DisplayName, ProductKey};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// What to claim: one of `thread`, `threads` and `product`, or none for the whole community.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// One thread.
    #[serde(default)]
    pub thread: Option<ThreadId>,
    /// Several threads, with commas between.
    #[serde(default)]
    pub threads: Option<ThreadIds>,
    /// One product.
    #[serde(default)]
    pub product: Option<ProductKey>,
    /// What there is and what comes, or only what comes.
    pub reach: Reach,
    /// A hello post that goes with it: news of the brand's, in its own words.
    #[serde(default)]
    pub hello: Option<Body>,
    /// Whose name stands under the hello post.
    #[serde(default)]
    pub name: Option<DisplayName>,
}

/// The claim, or the equal one that was there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// The claim.
    pub claim: Claim,
    /// The recovery code, with the first claim of an owner: shown this once.
    pub recovery: Option<String>,
    /// The act, which can be undone for ten minutes; none where everything was claimed before.
    pub act: Option<ActId>,
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
    /// A hello post without a name.
    #[error("name_needed: say whose name stands under the hello post")]
    NameNeeded,
    /// The hello post is longer than a post may be.
    #[error("too_long: shorten the hello post")]
    HelloTooLong,
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
            Self::NameNeeded => "name",
            Self::HelloTooLong => "hello",
            Self::UnknownThread => "thread",
            Self::UnknownProduct => "product",
        }
    }
}
