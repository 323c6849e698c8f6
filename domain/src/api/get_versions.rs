//! `GET /v1/communities/{brand}/posts/{post}/versions`: what a post said before it was changed. Whoever sees the post sees them.

use super::error::Refusal;
use crate::markup::Markup;
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// What a post said from then on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version {
    /// Since when.
    pub at: Timestamp,
    /// Its title then, if it has one.
    pub title: Option<String>,
    /// Its words then.
    pub words: Markup,
}

/// The versions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// All of them, the present one last.
    pub versions: Vec<Version>,
    /// The present words as they were typed, for whoever wrote them.
    pub source: Option<String>,
}

/// Why not. Absent, deleted and held for somebody else look the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum GetVersionsRefusal {
    /// No such post for this caller.
    #[error("not_found: this post is not here")]
    NotFound,
}

impl Refusal for GetVersionsRefusal {}
