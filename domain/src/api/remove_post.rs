//! `POST /v1/communities/{brand}/removals`: the operator removes a post on a published ground. A tombstone with the ground
//! stays. The brand cannot do this.

use super::error::Refusal;
use crate::ground::Ground;
use crate::id::{ReplyId, ThreadId};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Which post, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// The thread the post is in.
    pub thread: ThreadId,
    /// The reply; the opening post where it is left out.
    #[serde(default)]
    pub reply: Option<ReplyId>,
    /// The published ground.
    pub ground: Ground,
}

/// It is done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// The ground that the tombstone shows.
    pub ground: Ground,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum RemovePostRefusal {
    /// Not the operator.
    #[error("not_allowed: only the operator removes posts, on a published ground")]
    NotAllowed,
    /// No such post.
    #[error("not_found: this post is not here")]
    NotFound,
}

impl Refusal for RemovePostRefusal {}
