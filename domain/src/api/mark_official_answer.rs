//! `PUT /v1/communities/{brand}/threads/{thread}/official-answer`: the brand puts its name to one reply, its own or a
//! customer's. It stands beside the asker's and the crowd's answer and hides neither.

use super::error::Refusal;
use super::view::ThreadView;
use crate::id::ReplyId;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Which reply.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// The reply, or `null` to take the mark away; leaving it out is a mistake, not a wish.
    #[serde(deserialize_with = "Option::deserialize")]
    pub reply: Option<ReplyId>,
}

/// The thread as everybody sees it now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// The thread.
    pub thread: ThreadView,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum MarkOfficialAnswerRefusal {
    /// No authority here.
    #[error("not_allowed: only the brand's representatives can mark the official answer")]
    NotAllowed,
    /// No such thread.
    #[error("unknown_thread: this thread is not here")]
    UnknownThread,
    /// The thread is fan-made.
    #[error("not_claimed: claim this thread first")]
    NotClaimed,
    /// The reply is of another thread, or not to be seen.
    #[error("unknown_reply: this reply is not in this thread")]
    UnknownReply,
}

impl Refusal for MarkOfficialAnswerRefusal {
    fn field(&self) -> &'static str {
        match self {
            Self::NotAllowed | Self::UnknownThread | Self::NotClaimed => "",
            Self::UnknownReply => "reply",
        }
    }
}
