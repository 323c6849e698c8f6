//! `GET /v1/communities/{brand}/threads/{thread}/private-photos/{photo}`: a photo of a private note, for its asker; and
//! `GET …/private-requests/{photo}`, the same for those who act for the brand. The widget gets it as the contract's own answer,
//! everybody else as the picture itself; there is no address at which it could be seen without credentials.

use super::error::Refusal;
use crate::photo::Media;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The picture, where the answer is not the picture itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// Which kind of file.
    pub media: Media,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum GetPrivatePhotoRefusal {
    /// There is none that this caller may see.
    #[error("not_found: this photo is not here, or not any more")]
    NotFound,
}

impl Refusal for GetPrivatePhotoRefusal {}
