//! `DELETE /v1/communities/{brand}/posts/{post}`: somebody takes back what they wrote, with all earlier versions. Where others
//! have answered, a stone stays in its place and their words stay with it.

use super::error::Refusal;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// What is left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Left {
    /// A stone that says so.
    Stone,
    /// Nothing.
    Nothing,
}

/// What became of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// What is left.
    pub left: Left,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum DeletePostRefusal {
    /// No such post for this caller.
    #[error("not_found: this post is not here")]
    NotFound,
    /// Somebody else wrote it.
    #[error("not_allowed: only the person who wrote this can delete it")]
    NotTheAuthor,
}

impl Refusal for DeletePostRefusal {}
