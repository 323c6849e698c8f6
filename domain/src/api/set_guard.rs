//! `PUT /v1/communities/{brand}/guard`: the operator slows newcomers down, or lets what they write wait, while a community is
//! beset. An owner of the brand slows them down, too, and lets nothing wait. It ends by itself.

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
    /// For how many hours, 168 at most; 24 where nothing is said.
    #[serde(default)]
    pub hours: Option<u16>,
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
    #[error("not_allowed: only the operator and the brand's owners slow newcomers down")]
    NotAllowed,
    /// A brand does not decide what waits.
    #[error("not_allowed: only the operator lets what newcomers write wait")]
    HoldNotAllowed,
    /// What the operator set is the operator's to change.
    #[error("not_allowed: the operator has set this; only the operator changes it until it ends")]
    SetByOperator,
    /// A pause that nobody would wait for.
    #[error("out_of_range: a pause between posts is at most 240 minutes; 0 takes it off")]
    TooSlow,
    /// It has to end.
    #[error("out_of_range: it counts for 1 to 168 hours; set it again where that is not enough")]
    TooLong,
}

impl Refusal for SetGuardRefusal {
    fn field(&self) -> &'static str {
        match self {
            Self::NotAllowed | Self::SetByOperator => "",
            Self::HoldNotAllowed => "hold_newcomers",
            Self::TooSlow => "slow",
            Self::TooLong => "hours",
        }
    }
}
