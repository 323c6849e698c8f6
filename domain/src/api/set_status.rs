//! `PUT /v1/communities/{brand}/threads/{thread}/status`: a representative says where an official thread stands. A refusal
//! needs a reason, which everybody reads.

use super::error::Refusal;
use super::view::ThreadView;
use crate::text::{ProductVersion, Reason};
use crate::thread::OfficialWord;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// What to say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// The word, or `null` to let customers' acceptance speak again; leaving it out is a mistake, not a wish.
    #[serde(deserialize_with = "Option::deserialize")]
    pub word: Option<OfficialWord>,
    /// Why; needed for every refusal.
    #[serde(default)]
    pub reason: Option<Reason>,
    /// In which version, where the product was changed.
    #[serde(default)]
    pub version: Option<ProductVersion>,
}

/// The thread as everybody sees it now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// The thread.
    pub thread: ThreadView,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SetStatusRefusal {
    /// No authority here.
    #[error("not_allowed: only the brand's representatives can set a status")]
    NotAllowed,
    /// No such thread.
    #[error("unknown_thread: this thread is not here")]
    UnknownThread,
    /// The thread is fan-made.
    #[error("not_claimed: claim this thread first; a fan-made thread is solved by its asker")]
    NotClaimed,
    /// The word belongs to another kind.
    #[error("wrong_kind: this status belongs to another kind of thread")]
    WrongKind,
    /// A refusal without a reason.
    #[error("reason_needed: say why, in words that the asker will read")]
    ReasonNeeded,
}

impl Refusal for SetStatusRefusal {
    fn field(&self) -> &'static str {
        match self {
            Self::NotAllowed | Self::UnknownThread | Self::NotClaimed => "",
            Self::WrongKind => "word",
            Self::ReasonNeeded => "reason",
        }
    }
}
