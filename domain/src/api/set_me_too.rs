//! `PUT /v1/communities/{brand}/threads/{thread}/me-too`: "I have this too", or not any more.

use super::error::Refusal;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Whether the caller has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// Yes or no; saying it twice changes nothing.
    pub on: bool,
}

/// How many have it now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// All of them.
    pub me_too: u32,
    /// A session for a caller who had none.
    pub session: Option<String>,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SetMeTooRefusal {
    /// No such thread for this caller.
    #[error("unknown_thread: this thread is not here")]
    UnknownThread,
    /// The asker has it by asking.
    #[error("own_thread: you began this thread, so you are counted already")]
    OwnThread,
}

impl Refusal for SetMeTooRefusal {}
