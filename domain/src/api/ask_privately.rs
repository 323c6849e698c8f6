//! `POST /v1/communities/{brand}/threads/{thread}/private-requests`: the brand asks the asker of an official thread for something that
//! is nobody else's business. They are told by mail, which says nothing of it. Needs an `Idempotency-Key`; answers with the exchange.

use super::error::Refusal;
use crate::private::Wanted;
use crate::text::Body;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// Of which kind it is.
    pub wanted: Wanted,
    /// In plain words: what for, and where it is found.
    pub body: Body,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum AskPrivatelyRefusal {
    /// No authority here.
    #[error("not_allowed: only those who act for the brand can do this")]
    NotAllowed,
    /// No such thread.
    #[error("unknown_thread: this thread is not here")]
    UnknownThread,
    /// Customers run the thread.
    #[error("not_claimed: claim this thread first; nobody speaks for the brand in it yet")]
    NotClaimed,
    /// Nobody knows who would answer.
    #[error("asker_unconfirmed: whoever asked has confirmed no address yet; ask them in the thread to do so")]
    AskerUnconfirmed,
    /// It is too much.
    #[error("too_many: so many private notes are on this thread already; wait until the oldest are gone")]
    TooMany,
    /// Another company stands here than a moment ago.
    #[error("conflict: who stands behind this place changed just now; read it anew and try again")]
    Moved,
}

impl Refusal for AskPrivatelyRefusal {}
