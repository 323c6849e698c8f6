//! `PUT /v1/communities/{brand}/threads/{thread}/kind` (by the asker, or by whoever is known in the product) and `PUT …/kind-mark` (by a
//! representative in an official thread, or by the operator, on the console): of which kind a thread is. A line tells of it.

use super::error::Refusal;
use super::view::ThreadView;
use crate::thread::Kind;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// What it is; saying it twice changes nothing.
    pub kind: Kind,
}

/// The thread as everybody sees it now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// The thread.
    pub thread: ThreadView,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SetKindRefusal {
    /// No such thread for this caller.
    #[error("unknown_thread: this thread is not here")]
    UnknownThread,
    /// Somebody else asked, and the caller is not known here; or a status stands, which the brand alone changes.
    #[error("not_allowed: this is for the person who asked, and for whoever is known in this product")]
    NotTheAsker,
    /// The thread is fan-made.
    #[error("not_claimed: claim this thread first; in a fan-made one its customers say what kind it is")]
    NotClaimed,
    /// Only a representative posts updates.
    #[error("kind_reserved: only the brand posts updates; choose question, problem, idea or praise")]
    KindReserved,
}

impl Refusal for SetKindRefusal {
    fn field(&self) -> &'static str {
        match self {
            Self::UnknownThread | Self::NotTheAsker | Self::NotClaimed => "",
            Self::KindReserved => "kind",
        }
    }
}
