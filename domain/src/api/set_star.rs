//! `PUT /v1/communities/{brand}/replies/{reply}/star`: "this helped", or not any more.

use super::error::Refusal;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Whether it helped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// Yes or no; saying it twice changes nothing.
    pub on: bool,
}

/// How many it helped.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// All of them.
    pub stars: u32,
    /// A session for a caller who had none.
    pub session: Option<String>,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SetStarRefusal {
    /// No such reply for this caller.
    #[error("not_found: this reply is not here")]
    NotFound,
    /// Nobody stars their own reply.
    #[error("own_reply: stars come from others")]
    OwnReply,
}

impl Refusal for SetStarRefusal {}
