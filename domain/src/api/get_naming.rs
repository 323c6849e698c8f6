//! `GET /v1/communities/{brand}/naming`: what this brand is called and why, for those who act for it; the operator also reads what
//! people wrote who doubt that it is the company.

use super::error::Refusal;
use crate::naming::Naming;
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The name and where it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// What somebody called the brand, shown or not.
    pub given: Option<String>,
    /// What everybody is shown; none where the community goes by its domain.
    pub shown: Option<String>,
    /// Why.
    pub naming: Naming,
    /// What people wrote who doubt that this is the company, newest first; for the operator only.
    pub doubts: Vec<Doubt>,
}

/// Somebody's doubt.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Doubt {
    /// What they wrote.
    pub words: String,
    /// When.
    pub at: Timestamp,
    /// Whether the operator has looked at it.
    pub settled: bool,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum GetNamingRefusal {
    /// No authority here.
    #[error("not_allowed: prove the brand's domain first")]
    NotAllowed,
}

impl Refusal for GetNamingRefusal {}
