//! `GET /v1/communities/{brand}/threads/{thread}/notes`: what colleagues noted on a thread. Nobody else ever sees it.

use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

/// The notes, oldest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// All of them.
    pub notes: Vec<Note>,
}

/// A note for colleagues.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// Whose address, shortened.
    pub by: Option<String>,
    /// When.
    pub at: Timestamp,
    /// In their words, plain.
    pub body: String,
}
