//! `DELETE /v1/communities/{brand}/me`: somebody leaves a community and takes everything of theirs away that others do not rely on.
//! Answers that others accepted, starred or built upon stay, without their name.

use super::error::Refusal;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// What became of what they wrote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// How many posts are gone.
    pub removed: u32,
    /// How many stay under "former member", because others rely on them.
    pub kept: u32,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum EraseMeRefusal {
    /// The caller has written nothing here and is nobody here.
    #[error("not_found: nothing of yours is here")]
    Nobody,
    /// They act for the brand: a session of the page has no power over that.
    #[error("still_seated: you act for the brand here; give up that place on the console first")]
    StillSeated,
}

impl Refusal for EraseMeRefusal {}
