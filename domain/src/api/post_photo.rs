//! `POST /v1/communities/{brand}/photos?colours=`: a photo on its way into a post. The body is the picture itself, with its
//! `Content-Type`; it may be larger than other requests ([`READ`](crate::photo::READ)). Needs an `Idempotency-Key`; a retry
//! gives the same photo. Only whoever sent it can put it into a post; one that no post took within a day is deleted.

use crate::id::PhotoId;
use crate::photo::Colours;
use serde::{Deserialize, Serialize};

/// What goes along in the address.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Request {
    /// What is shown of it while it waits to be opened.
    pub colours: Option<Colours>,
}

/// It is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// Name it in the post.
    pub id: PhotoId,
    /// How wide it is, in pixels.
    pub width: u32,
    /// How high it is, in pixels.
    pub height: u32,
    /// A session for a caller who had none: only it can put the photo into a post.
    pub session: Option<String>,
}
