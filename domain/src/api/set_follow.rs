//! `PUT /v1/communities/{brand}/threads/{thread}/follow`: hear of what becomes of a thread, or not any more. Anybody may follow
//! any thread; mail comes once there is a confirmed address.

use super::error::Refusal;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Whether the caller follows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// Yes or no; saying it twice changes nothing.
    pub on: bool,
}

/// What is so now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// Whether the caller follows it.
    pub on: bool,
    /// A session for a caller who had none.
    pub session: Option<String>,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SetFollowRefusal {
    /// No such thread for this caller.
    #[error("unknown_thread: this thread is not here")]
    UnknownThread,
}

impl Refusal for SetFollowRefusal {}
