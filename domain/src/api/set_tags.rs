//! `PUT /v1/communities/{brand}/threads/{thread}/tags`: up to three tags that say in which situation it happened. The asker chooses
//! them, and whoever is known in the product.

use super::error::Refusal;
use crate::tag::{Tag, Tags};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// All tags of the thread from now on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// With commas between; none for an empty text.
    pub tags: Tags,
}

/// What stands on it now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// The tags.
    pub tags: Vec<Tag>,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SetTagsRefusal {
    /// No such thread for this caller.
    #[error("unknown_thread: this thread is not here")]
    UnknownThread,
    /// Neither the asker nor known in the product.
    #[error("not_allowed: the asker chooses the tags, and whoever has helped several people with this product")]
    NotAllowed,
}

impl Refusal for SetTagsRefusal {}
