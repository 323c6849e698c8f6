//! `PUT /v1/communities/{brand}/sites`: an owner says on which sites the tag shows what everybody reads. On any other one it
//! runs in test mode.

use super::error::Refusal;
use crate::site::Sites;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// The hosts, such as `shop.acme.example`, one a line; an empty text for every site.
    pub sites: Sites,
}

/// The list as it is now.
pub use super::get_sites::Response;

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SetSitesRefusal {
    /// No authority here.
    #[error("not_allowed: only an owner can say on which sites the tag counts")]
    NotAllowed,
}

impl Refusal for SetSitesRefusal {}
