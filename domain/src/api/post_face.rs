//! `POST /v1/communities/{brand}/faces`: a face on its way beside what somebody says for the brand. The body is the picture itself, as for
//! a post's; it is cleaned like that one. One that nobody took within a day is deleted.

use crate::id::PhotoId;
use serde::{Deserialize, Serialize};

/// It is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// Name it in the introduction.
    pub id: PhotoId,
}
