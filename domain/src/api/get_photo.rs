//! `GET /p/{photo}?key=`: the picture itself. Everybody gets one that is shown to everybody; its author, and whoever decides
//! about a post that is held, sees it before by the key that the thread gave them. Whatever is not shown is not there.

use super::error::Refusal;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// What goes along in the address.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Request {
    /// The key to one that is not shown to everybody.
    pub key: Option<String>,
}

/// Why not. Absent, veiled, held and removed look the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum GetPhotoRefusal {
    /// No such photo for this caller.
    #[error("not_found: this photo is not here")]
    NotFound,
}

impl Refusal for GetPhotoRefusal {}
