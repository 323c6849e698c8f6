//! `PUT /v1/communities/{brand}/replies/{reply}/caution`: a representative or the operator puts a dated, signed caution on a
//! reply, or withdraws their own. The reply stays as it is.

use super::error::Refusal;
use super::view::ThreadView;
use crate::text::Reason;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The caution.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// Why they advise against it, or `null` to withdraw it; leaving it out is a mistake, not a wish.
    #[serde(deserialize_with = "Option::deserialize")]
    pub reason: Option<Reason>,
}

/// The thread as everybody sees it now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// The thread, in the part with this reply.
    pub thread: ThreadView,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SetCautionRefusal {
    /// No authority here.
    #[error("not_allowed: only the brand's representatives and the operator can put a caution on a reply")]
    NotAllowed,
    /// No such reply.
    #[error("not_found: this reply is not here")]
    NotFound,
    /// The thread is fan-made.
    #[error("not_claimed: claim this thread first; on a fan-made thread the operator decides")]
    NotClaimed,
}

impl Refusal for SetCautionRefusal {}
