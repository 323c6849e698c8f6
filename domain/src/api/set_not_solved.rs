//! `PUT /v1/communities/{brand}/threads/{thread}/not-solved`: the asker says that it is not solved for them, beside a status
//! that closes or refuses it.

use super::error::Refusal;
use super::view::ThreadView;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Whether it is not solved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// Yes or no; saying it twice changes nothing.
    pub on: bool,
}

/// The thread as everybody sees it now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// The thread.
    pub thread: ThreadView,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SetNotSolvedRefusal {
    /// No such thread for this caller.
    #[error("unknown_thread: this thread is not here")]
    UnknownThread,
    /// Somebody else asked.
    #[error("not_allowed: only the person who asked can say so")]
    NotTheAsker,
    /// No status of the brand says that it is over.
    #[error("not_closed: nobody has closed this thread")]
    NotClosed,
}

impl Refusal for SetNotSolvedRefusal {}
