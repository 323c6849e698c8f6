//! `GET /v1/communities/{brand}/search-words`: which words mean the same in a community and what else its products are called.

use super::error::Refusal;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The lists, as they are edited.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// The brand's own groups, one a line, with commas between the words.
    pub synonyms: String,
    /// Further names of products: `key: name, name`, one product a line.
    pub aliases: String,
    /// Whether the groups that come with Chie count too.
    pub shipped: bool,
    /// The groups that come with Chie, one a line.
    pub shipped_synonyms: String,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum GetSearchWordsRefusal {
    /// No authority here.
    #[error("not_allowed: prove the brand's domain first")]
    NotAllowed,
}

impl Refusal for GetSearchWordsRefusal {}
