//! `POST /v1/communities/{brand}/threads/{thread}/official-replies`: a representative answers with the official voice. Needs an
//! `Idempotency-Key`. That it is official is worked out at each reading from the author's seat and the proof.

use super::error::Refusal;
use super::view::ThreadView;
use crate::id::ReplyId;
use crate::text::{Body, DisplayName};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// What is answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// In Markdown.
    pub body: Body,
    /// The name the representative goes by; the domain stands beside it always.
    pub name: DisplayName,
    /// The reply that it is a remark on; none for an answer of its own.
    #[serde(default)]
    pub under: Option<ReplyId>,
}

/// The thread as everybody sees it now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// The thread.
    pub thread: ThreadView,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum PostOfficialReplyRefusal {
    /// No authority here.
    #[error("not_allowed: only the brand's representatives can answer officially")]
    NotAllowed,
    /// No such thread.
    #[error("unknown_thread: this thread is not here")]
    UnknownThread,
    /// The thread is fan-made.
    #[error("not_claimed: claim this thread first; the official voice speaks in claimed threads")]
    NotClaimed,
    /// The reply to remark on is not in this thread.
    #[error("unknown_reply: this reply is not here")]
    UnknownReply,
    /// As many remarks as fit stand under it.
    #[error("full: so many remarks stand under this reply; write an answer of your own")]
    Full,
    /// The tree grew too large.
    #[error("too_long: this is more than a post can hold; shorten it")]
    BodyTooLong,
    /// A blank of a saved reply was not filled.
    #[error("blank_left: fill what stands in double braces before you send it")]
    BlankLeft,
}

impl Refusal for PostOfficialReplyRefusal {
    fn field(&self) -> &'static str {
        match self {
            Self::NotAllowed | Self::UnknownThread | Self::NotClaimed => "",
            Self::BodyTooLong | Self::BlankLeft => "body",
            Self::UnknownReply | Self::Full => "under",
        }
    }
}
