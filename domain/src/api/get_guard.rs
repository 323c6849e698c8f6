//! `GET /v1/communities/{brand}/guard`: what is set against waves, by whom and until when, and what is going on.

use super::error::Refusal;
use crate::guard::{Guard, SetBy};
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// What is set, and how much newcomers write.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// What is set and counts now.
    pub guard: Guard,
    /// Who set it and until when it counts; nothing, where nothing is set.
    pub set: Option<Setting>,
    /// Posts of newcomers within the last ten minutes.
    pub lately: u32,
    /// Of those within the last day.
    pub today: u32,
    /// How many of these wait for somebody to look at them.
    pub held: u32,
    /// Whether so much is written about some product that newcomers' browsers have to work before they post.
    pub busy: bool,
}

/// Who set it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Setting {
    /// On whose behalf.
    pub by: SetBy,
    /// Their address, shortened; for those of the same side.
    pub address: Option<String>,
    /// When.
    pub at: Timestamp,
    /// When it ends by itself.
    pub until: Timestamp,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum GetGuardRefusal {
    /// No authority here.
    #[error("not_allowed: only the operator and whoever acts for the brand see this")]
    NotAllowed,
}

impl Refusal for GetGuardRefusal {}
