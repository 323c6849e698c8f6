//! `POST /v1/communities/{brand}/appeals`: the author of something that was hidden or removed says why it should stand. Another
//! operator decides, where there is one, or the same after a day.

use super::error::Refusal;
use super::get_statement;
use crate::matter::Matter;
use crate::text::Reason;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// What, and why it should stand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// What was hidden or removed.
    pub about: Matter,
    /// The author's words.
    pub words: Reason,
}

/// It is noted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// Where it stands now.
    pub statement: get_statement::Response,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum PostAppealRefusal {
    /// Not theirs, or nothing was decided about it.
    #[error("not_found: nothing of yours was hidden or removed here")]
    NotFound,
    /// Appealed against before.
    #[error("already_appealed: you have appealed against this already; you will be told what comes of it")]
    AlreadyAppealed,
    /// Too late.
    #[error("too_late: a decision can be appealed against for six months")]
    TooLate,
}

impl Refusal for PostAppealRefusal {}
