//! `PUT /v1/communities/{brand}/threads/{thread}/duplicate` (by whoever is trusted in the product, or by the asker) and
//! `PUT …/duplicate-mark` (by a representative, on the console): a thread is the same as another one and goes on there, or is not
//! after all. It stays readable where it is.

use super::error::Refusal;
use super::view::ThreadView;
use crate::id::ThreadId;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The same as what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// The thread where it goes on; `null` where it is not the same after all.
    #[serde(deserialize_with = "Option::deserialize")]
    pub of: Option<ThreadId>,
}

/// The thread as everybody sees it now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// The thread.
    pub thread: ThreadView,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SetDuplicateRefusal {
    /// No such thread for this caller.
    #[error("unknown_thread: this thread is not here")]
    UnknownThread,
    /// Not trusted, not the asker, not for the brand; or somebody else said it.
    #[error("not_allowed: this is for whoever is trusted in this product, and is undone by the same person or the brand")]
    NotAllowed,
    /// The other thread is not here.
    #[error("unknown_master: the other thread is not here")]
    UnknownMaster,
    /// A thread is not the same as itself, or as one that points to it.
    #[error("same_thread: these two are one thread already, or others point to this one")]
    SameThread,
}

impl Refusal for SetDuplicateRefusal {
    fn field(&self) -> &'static str {
        match self {
            Self::UnknownThread | Self::NotAllowed => "",
            Self::UnknownMaster | Self::SameThread => "of",
        }
    }
}
