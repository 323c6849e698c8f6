//! `GET /v1/communities/{brand}/work`: what waits for the company: words of danger first, then unhappy askers, then those who have waited longest within the
//! brand's own hours; what arrived old; the replies that were saved; the hours.

use super::error::Refusal;
use super::get_triage::TriageRow;
use super::view::ThreadRow;
use crate::hours::Hours;
use crate::mood::Face;
use crate::text::Body;
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// What waits, the most pressing first.
    pub waiting: Vec<WorkRow>,
    /// How many wait altogether.
    pub total: u32,
    /// What was older than thirty days when it was claimed.
    pub arrivals: Vec<TriageRow>,
    /// The replies that were saved, by their titles.
    pub saved: Vec<SavedReply>,
    /// When somebody is there.
    pub hours: Option<Hours>,
}

/// A thread that waits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkRow {
    /// Its line.
    pub row: ThreadRow,
    /// What the product is called.
    pub product_name: String,
    /// How its asker feels.
    pub mood: Option<Face>,
    /// Since when it is the company's: the claim, or its own beginning.
    pub since: Timestamp,
    /// Minutes of the brand's hours that have passed since.
    pub waited: u32,
    /// Whether that is longer than the brand meant to take.
    pub late: bool,
    /// Who has taken it.
    pub taken: Option<Taken>,
    /// Notes that colleagues left.
    pub notes: u32,
}

/// Somebody has taken a thread.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Taken {
    /// Whether it is the caller.
    pub me: bool,
    /// Whose address, shortened.
    pub by: Option<String>,
    /// Since when.
    pub at: Timestamp,
}

/// A reply that was saved. What stands in double braces must be filled before it is sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SavedReply {
    /// What it is called.
    pub title: String,
    /// Its words.
    pub body: Body,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum GetWorkRefusal {
    /// No authority here.
    #[error("not_allowed: prove the brand's domain first")]
    NotAllowed,
}

impl Refusal for GetWorkRefusal {}
