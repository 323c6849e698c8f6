//! `GET /v1/directory?q=`: brands and products by name or domain.

use crate::brand::BrandDomain;
use crate::text::{ProductKey, SearchText};
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

/// How many are given at most.
pub const MOST: usize = 20;

/// What is looked for; nothing gives the most active communities.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Request {
    /// Words or a domain.
    pub q: Option<SearchText>,
}

/// A product in the directory.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProductEntry {
    /// Its key.
    pub key: ProductKey,
    /// Its name.
    pub name: String,
    /// Its threads.
    pub threads: u32,
}

/// A community in the directory.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BrandEntry {
    /// Its domain.
    pub brand: BrandDomain,
    /// Its name where it may be shown as fact.
    pub name: Option<String>,
    /// Since when the brand itself is present, if it is.
    pub official: Option<Timestamp>,
    /// Its threads.
    pub threads: u32,
    /// Its products.
    pub products: Vec<ProductEntry>,
}

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// At most [`MOST`].
    pub brands: Vec<BrandEntry>,
}
