//! `PUT /v1/communities/{brand}/search-words`: a representative says which words mean the same and what else products are
//! called. The lists are taken as they are sent, and count from the next search on.

use super::error::{ApiError, Refusal};
use crate::text::WordLines;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The lists.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// The brand's own groups, one a line, with commas between the words; nothing for none.
    #[serde(default)]
    pub synonyms: Option<WordLines>,
    /// Further names of products: `key: name, name`, one product a line; nothing for none.
    #[serde(default)]
    pub aliases: Option<WordLines>,
    /// Whether the groups that come with Chie count too.
    pub shipped: bool,
}

/// The lists as they are now.
pub use super::get_search_words::Response;

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SetSearchWordsRefusal {
    /// No authority here.
    #[error("not_allowed: prove the brand's domain first")]
    NotAllowed,
    /// A line of the groups cannot be read.
    #[error("synonym_line: line {0} needs two to eight words or short phrases with commas between them")]
    SynonymLine(usize),
    /// A line of the further names cannot be read.
    #[error("alias_line: line {0} needs a product's key, a colon and up to eight names with commas between them")]
    AliasLine(usize),
    /// A line names a product that is not here.
    #[error("unknown_product: line {0} names a product that is not here; write its key before the colon")]
    UnknownProduct(usize),
    /// More than two hundred lines.
    #[error("too_long: at most 200 lines fit here")]
    TooLong,
}

impl Refusal for SetSearchWordsRefusal {
    fn field(&self) -> &'static str {
        match self {
            Self::NotAllowed => "",
            Self::SynonymLine(_) | Self::TooLong => "synonyms",
            Self::AliasLine(_) | Self::UnknownProduct(_) => "aliases",
        }
    }

    fn to_error(&self) -> ApiError {
        ApiError::from_value(self, self.field())
    }
}
