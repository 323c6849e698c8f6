//! `PUT /v1/communities/{brand}/guard`: the operator slows newcomers down, or lets what they write wait, for as long as a
//! community is beset.

use super::error::Refusal;
use crate::guard::Guard;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// What to set; what is left out is off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// Newcomers post once in so many minutes; 0 for no such limit.
    #[serde(default)]
    pub slow: u16,
    /// What newcomers write waits until somebody has looked at it.
    #[serde(default)]
    pub hold_newcomers: bool,
}

impl Request {
    /// The same as a value of the rules.
    pub const fn guard(self) -> Guard {
        Guard { slow: self.slow, hold_newcomers: self.hold_newcomers }
    }
}

/// What is set now, and what is going on.
pub use super::get_guard::Response;

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SetGuardRefusal {
    /// No authority here.
    #[error("not_allowed: only the operator slows newcomers down or holds what they write")]
    NotAllowed,
    /// A pause that nobody would wait for.
    #[error("out_of_range: a pause between posts is at most 240 minutes; 0 takes it off")]
    TooSlow,
}

impl Refusal for SetGuardRefusal {
    fn field(&self) -> &'static str {
        match self {
            Self::NotAllowed => "",
            Self::TooSlow => "slow",
        }
    }
}
