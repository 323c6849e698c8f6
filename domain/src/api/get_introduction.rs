//! `GET /v1/communities/{brand}/introduction`: what the caller shows of themselves beside what they say for the brand.

use super::error::Refusal;
use crate::id::PhotoId;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// What is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// A line about them.
    pub line: Option<String>,
    /// Their face: a picture, at the address of photos.
    pub face: Option<PhotoId>,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum GetIntroductionRefusal {
    /// No authority here.
    #[error("not_allowed: only those who answer for the brand show a face and a line")]
    NotAllowed,
}

impl Refusal for GetIntroductionRefusal {}
