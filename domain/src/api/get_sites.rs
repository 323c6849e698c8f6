//! `GET /v1/communities/{brand}/sites`: on which sites the tag shows what everybody reads.

use super::error::Refusal;
use crate::site::Sites;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// The hosts, one a line; where there are none, every site counts.
    pub sites: Sites,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum GetSitesRefusal {
    /// No authority here.
    #[error("not_allowed: prove the brand's domain first")]
    NotAllowed,
}

impl Refusal for GetSitesRefusal {}
