//! `GET /v1/communities/{brand}/threads/{thread}/tags`: the tags of a thread, and some that its words suggest.

use crate::tag::Tag;
use serde::{Deserialize, Serialize};

/// So many are offered at most.
pub const MOST_OFFERED: usize = 8;

/// The tags.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// Those that stand on it.
    pub tags: Vec<Tag>,
    /// Those that its words suggest, the likeliest first.
    pub offered: Vec<Tag>,
}
