//! `POST /v1/communities/{brand}/flags`: somebody says that a post, a name, a photo or the badge breaks a published rule. On the
//! console's host, `POST /v1/communities/{brand}/brand-flags`, the same for the brand; it weighs as much as a trusted member's.

use super::error::Refusal;
use crate::ground::Ground;
use crate::matter::Matter;
use crate::text::Reason;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// What, and against which rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// The post, photo or member by its identifier, or `badge`.
    pub about: Matter,
    /// The published ground.
    pub ground: Ground,
    /// A few words for whoever decides; nobody else reads them.
    #[serde(default)]
    pub words: Option<Reason>,
}

/// It was noted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// Whether it is hidden from everybody but its author until somebody has looked at it.
    pub hidden: bool,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum PostFlagRefusal {
    /// No authority here.
    #[error("not_allowed: only whoever acts for the brand flags in its name")]
    NotAllowed,
    /// No such thing.
    #[error("not_found: there is nothing here to flag")]
    NotFound,
    /// One's own.
    #[error("own_post: this is yours; change it or delete it instead")]
    Own,
}

impl Refusal for PostFlagRefusal {}
