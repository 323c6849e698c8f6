//! `POST /v1/communities/{brand}/requests`: somebody outside, named in a post perhaps, asks the operator to look at it. It needs no
//! account and is never public. The receipt is the key to what becomes of it, and is shown once.

use super::error::Refusal;
use crate::ground::Ground;
use crate::id::PostId;
use crate::text::Reason;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Which post, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// The post.
    pub post: PostId,
    /// The published ground.
    pub ground: Ground,
    /// What is wrong with it.
    pub words: Reason,
}

/// It reached the operator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// The key to what becomes of it.
    pub receipt: String,
    /// Whether it is hidden until somebody has looked at it.
    pub hidden: bool,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum RequestRemovalRefusal {
    /// No such post.
    #[error("not_found: this post is not here")]
    NotFound,
}

impl Refusal for RequestRemovalRefusal {}
