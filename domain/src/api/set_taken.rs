//! `PUT /v1/communities/{brand}/threads/{thread}/taken`: somebody takes a thread that waits, or hands it back. One person has it; who wants it from a
//! colleague asks them to hand it back.

use super::error::Refusal;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Whether the caller has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// Whether.
    pub on: bool,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SetTakenRefusal {
    /// No authority here.
    #[error("not_allowed: only the brand's representatives can do this")]
    NotAllowed,
    /// No such thread.
    #[error("unknown_thread: this thread is not here")]
    UnknownThread,
    /// Customers run it.
    #[error("not_claimed: claim this thread first")]
    NotClaimed,
    /// A colleague was quicker.
    #[error("already_taken: a colleague has this one")]
    AlreadyTaken,
}

impl Refusal for SetTakenRefusal {}
