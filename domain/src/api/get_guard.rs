//! `GET /v1/communities/{brand}/guard`: what the operator has set against waves, and what is going on.

use super::error::Refusal;
use crate::guard::Guard;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// What is set, and how much newcomers write.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// What is set.
    pub guard: Guard,
    /// Posts of newcomers within the last ten minutes.
    pub lately: u32,
    /// Of those within the last day.
    pub today: u32,
    /// How many of these wait for somebody to look at them.
    pub held: u32,
    /// Whether so much is written about some product that newcomers' browsers have to work before they post.
    pub busy: bool,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum GetGuardRefusal {
    /// No authority here.
    #[error("not_allowed: only the operator sees this")]
    NotAllowed,
}

impl Refusal for GetGuardRefusal {}
