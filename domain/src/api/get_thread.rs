//! `GET /v1/communities/{brand}/threads/{thread}?cursor=&around=`: a thread with its replies, in parts when it is long. `around`
//! asks for the part in which a reply stands.

use super::error::Refusal;
use super::view::ThreadView;
use crate::id::ReplyId;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Replies given at once.
pub const PAGE: u32 = 50;

/// Which part.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Request {
    /// From where a former part ended.
    pub cursor: Option<String>,
    /// The part with this reply; the first one where it is not there.
    pub around: Option<ReplyId>,
}

/// The thread.
pub type Response = ThreadView;

/// Why not. Absent, held for somebody else and of another community look the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum GetThreadRefusal {
    /// No such thread for this caller.
    #[error("unknown_thread: this thread is not here")]
    UnknownThread,
    /// The cursor was not given out for this thread.
    #[error("cursor_invalid: begin again without a cursor")]
    CursorInvalid,
    /// The cursor is older than a day.
    #[error("cursor_expired: begin again without a cursor")]
    CursorExpired,
}

impl Refusal for GetThreadRefusal {
    fn field(&self) -> &'static str {
        match self {
            Self::UnknownThread => "",
            Self::CursorInvalid | Self::CursorExpired => "cursor",
        }
    }
}
