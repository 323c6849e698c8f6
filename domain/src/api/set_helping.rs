//! `PUT /v1/communities/{brand}/helping`: hear by mail of questions about a product that wait for a day, or not any more.

use super::error::Refusal;
use crate::text::ProductKey;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// What to hear of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// About which product.
    pub product: ProductKey,
    /// Yes or no; saying it twice changes nothing.
    pub on: bool,
}

/// What is so now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// Whether the caller hears of them.
    pub on: bool,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SetHelpingRefusal {
    /// Mail needs an address.
    #[error("address_needed: confirm an e-mail address first, so that we can write to you")]
    AddressNeeded,
    /// No such product.
    #[error("unknown_product: this product is not here")]
    UnknownProduct,
}

impl Refusal for SetHelpingRefusal {
    fn field(&self) -> &'static str {
        match self {
            Self::AddressNeeded => "",
            Self::UnknownProduct => "product",
        }
    }
}
