//! `PUT /v1/communities/{brand}/photos/{photo}/open` and, on the console, `PUT …/photos/{photo}/judgement`: somebody who is known here
//! opens a photo that a guest posted, so that everybody sees it from then on, or veils it again.

use super::error::Refusal;
use super::view::PhotoView;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// What is wished.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// Open to everybody, or veiled.
    pub open: bool,
}

/// The photo as the caller sees it now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// The photo.
    pub photo: PhotoView,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SetPhotoOpenRefusal {
    /// Nobody who is known here.
    #[error("not_allowed: photos are opened by people who are known here, by the brand and by the operator")]
    NotAllowed,
    /// No such photo for this caller.
    #[error("not_found: this photo is not here")]
    NotFound,
}

impl Refusal for SetPhotoOpenRefusal {}
