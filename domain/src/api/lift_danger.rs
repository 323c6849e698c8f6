//! `PUT /v1/communities/{brand}/threads/{thread}/danger`: a representative or the operator takes the mark of danger off a thread,
//! with a reason that everybody reads.

use super::error::Refusal;
use super::view::ThreadView;
use crate::text::Reason;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Why there is no danger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// In words that everybody reads.
    pub reason: Reason,
}

/// The thread as everybody sees it now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// The thread.
    pub thread: ThreadView,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum LiftDangerRefusal {
    /// No authority here.
    #[error("not_allowed: only the brand's representatives and the operator can take this mark off")]
    NotAllowed,
    /// No such thread.
    #[error("unknown_thread: this thread is not here")]
    UnknownThread,
    /// The thread is fan-made.
    #[error("not_claimed: claim this thread first; on a fan-made thread the operator decides")]
    NotClaimed,
    /// There is no mark.
    #[error("not_marked: no mark of danger is on this thread")]
    NotMarked,
}

impl Refusal for LiftDangerRefusal {}
