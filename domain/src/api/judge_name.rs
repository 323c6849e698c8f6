//! `PUT /v1/communities/{brand}/name-judgement`: the operator lets a name pass, refuses it, or has looked at what people wrote who doubt
//! that this is the company.

use super::error::Refusal;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// What the operator decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// What.
    pub what: Judgement,
}

/// A decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Judgement {
    /// The name is theirs: it is shown.
    Release,
    /// It is not: the community goes by its domain.
    Refuse,
    /// The doubts were looked at.
    Settle,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum JudgeNameRefusal {
    /// Only the operator does this.
    #[error("not_allowed: only the operator decides about names")]
    NotAllowed,
    /// There is no name to decide about.
    #[error("no_name: nobody has given this brand a name")]
    NoName,
}

impl Refusal for JudgeNameRefusal {}
