//! `GET /v1/communities/{brand}/set-up`: how the brand has set its place up, for those who act for it.

use super::error::Refusal;
use crate::markup::SafeUrl;
use crate::set_up::{PageAddress, Reasons};
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The set-up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// Why the brand wants to be here.
    pub reasons: Reasons,
    /// Its own help: a page or a mail address.
    pub help: Option<SafeUrl>,
    /// The page of its own on which the community stands; threads have their one address there.
    pub page: Option<PageAddress>,
    /// From when on nothing new is asked here and everything leads to the brand's own help.
    pub signpost: Option<Timestamp>,
    /// Where that page may be: hosts that are proven, `*.acme.example` for all of a domain.
    pub proven: Vec<String>,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum GetSetUpRefusal {
    /// No authority here.
    #[error("not_allowed: prove the brand's domain first")]
    NotAllowed,
}

impl Refusal for GetSetUpRefusal {}
