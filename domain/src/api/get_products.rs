//! `GET /v1/communities/{brand}/products`: the products as whoever acts for the brand sees them: with their other names, and with the
//! addresses that lead to them.

use super::error::Refusal;
use super::view::ProductView;
use crate::set_up::Aliases;
use crate::text::ProductKey;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The products, those with most threads first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// Each of them.
    pub products: Vec<ProductLine>,
}

/// One product.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProductLine {
    /// As everybody sees it.
    pub product: ProductView,
    /// What else it is called; a tag that names one of them leads here.
    pub aliases: Aliases,
    /// Products that were merged into it; their addresses lead here.
    pub merged: Vec<ProductKey>,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum GetProductsRefusal {
    /// No authority here.
    #[error("not_allowed: prove the brand's domain first")]
    NotAllowed,
}

impl Refusal for GetProductsRefusal {}
