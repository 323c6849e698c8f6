//! `PUT /v1/communities/{brand}/products/{product}/merged`: a representative merges a product into another one. Every thread goes along, and
//! every address of the old one leads to the new one from then on. It cannot be taken back.

use super::error::Refusal;
use crate::text::ProductKey;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Into which.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// The product that stays.
    pub into: ProductKey,
}

/// The products as they are now.
pub use super::get_products::Response;

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum MergeProductRefusal {
    /// No authority here.
    #[error("not_allowed: only the brand's owners and representatives arrange its products")]
    NotAllowed,
    /// One of the two is not there.
    #[error("unknown_product: there is no such product any more")]
    UnknownProduct,
    /// Both are the same.
    #[error("same_product: choose another product to merge it into")]
    SameProduct,
    /// It would change who stands behind threads.
    #[error("claims_differ: claim both products, or neither, first: merging never changes who stands behind a thread")]
    ClaimsDiffer,
}

impl Refusal for MergeProductRefusal {
    fn field(&self) -> &'static str {
        match self {
            Self::NotAllowed | Self::UnknownProduct | Self::ClaimsDiffer => "",
            Self::SameProduct => "into",
        }
    }
}
