//! `GET /v1/communities/{brand}/statements/{matter}`: for the author of something that was hidden or removed: the reasons, who
//! asked, who decided, and what can be done about it.

use super::error::Refusal;
use crate::ground::Ground;
use crate::matter::{Asked, Matter, Verdict};
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The statement of reasons.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// What it is about.
    pub about: Matter,
    /// The ground out of the published rules.
    pub ground: Ground,
    /// The version of the rules that the post was written under.
    pub rules: u16,
    /// Since when.
    pub at: Timestamp,
    /// Who asked for it.
    pub asked: Asked,
    /// What the operator decided; nothing while it is only hidden until somebody has looked.
    pub verdict: Option<Verdict>,
    /// What the operator wrote to the author.
    pub words: Option<String>,
    /// The author's appeal against it.
    pub appeal: Option<Appeal>,
    /// Until when the author may appeal; never, where they have or cannot.
    pub until: Option<Timestamp>,
}

/// An appeal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Appeal {
    /// When.
    pub at: Timestamp,
    /// The author's words.
    pub words: String,
    /// When it was decided, and how.
    pub decided: Option<(Timestamp, Verdict)>,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum GetStatementRefusal {
    /// Not theirs, or nothing was decided about it.
    #[error("not_found: nothing of yours was hidden or removed here")]
    NotFound,
}

impl Refusal for GetStatementRefusal {}
