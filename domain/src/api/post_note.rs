//! `POST /v1/communities/{brand}/threads/{thread}/notes`: a note for colleagues. Needs an `Idempotency-Key`.

use super::error::Refusal;
use crate::text::Body;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// In plain words.
    pub body: Body,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum PostNoteRefusal {
    /// No authority here.
    #[error("not_allowed: only those who act for the brand can do this")]
    NotAllowed,
    /// No such thread.
    #[error("unknown_thread: this thread is not here")]
    UnknownThread,
}

impl Refusal for PostNoteRefusal {}
