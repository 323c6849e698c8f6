//! `GET /v1/communities/{brand}/triage?cursor=`: the threads that customers run, with what decides whether to claim them: those that speak of danger
//! first, then those that most people share. Besides, who made this place, for the hello post, and what can still be undone.

use super::error::Refusal;
use super::view::{AuthorName, ThreadRow};
use crate::id::ActId;
use crate::mood::Face;
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Which part of the threads.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Request {
    /// From where a former part ended.
    pub cursor: Option<String>,
}

/// A part of the threads, and what goes with claiming.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// The threads.
    pub rows: Vec<TriageRow>,
    /// Ask with this for more.
    pub next: Option<String>,
    /// How many there are.
    pub total: u32,
    /// Who began this place.
    pub founder: Option<AuthorName>,
    /// Whose answers solved most.
    pub helpers: Vec<Helper>,
    /// What was claimed a few minutes ago and can be undone.
    pub undoable: Vec<Undoable>,
}

/// A thread, as it is judged before it is claimed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TriageRow {
    /// Its line.
    pub row: ThreadRow,
    /// What the product is called.
    pub product_name: String,
    /// How its asker felt, and how they feel now.
    pub mood: Option<Face>,
    /// How its asker feels since it is solved.
    pub mood_after: Option<Face>,
    /// Whose answer the asker accepted.
    pub accepted: Option<AuthorName>,
    /// The words of danger that stand in it.
    pub danger_words: Vec<String>,
    /// Whether it is so old that it goes to the arrival tray and is late for nobody.
    pub old: bool,
}

/// Somebody whose answers helped.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Helper {
    /// What they are called.
    pub name: AuthorName,
    /// Questions that their answers solved.
    pub solved: u32,
}

/// An act of claiming that can be undone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Undoable {
    /// Which.
    pub act: ActId,
    /// Until when; nothing is mailed before.
    pub until: Timestamp,
    /// How many threads it made official.
    pub threads: u32,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum GetTriageRefusal {
    /// No authority here.
    #[error("not_allowed: prove the brand's domain first")]
    NotAllowed,
    /// The cursor is not of this list.
    #[error("cursor_invalid: begin again without a cursor")]
    CursorInvalid,
}

impl Refusal for GetTriageRefusal {
    fn field(&self) -> &'static str {
        match self {
            Self::NotAllowed => "",
            Self::CursorInvalid => "cursor",
        }
    }
}
