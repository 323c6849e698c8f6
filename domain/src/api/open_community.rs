//! `POST /v1/communities`: anybody opens a community for a brand that has none. Opening a second leads to the first.

use super::error::Refusal;
use crate::brand::BrandDomain;
use crate::text::{BrandName, ProductKey, ProductName};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// For which brand, with which first product.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// The brand's domain, as the person typed it.
    pub domain: BrandDomain,
    /// What people call the brand.
    #[serde(default)]
    pub name: Option<BrandName>,
    /// The first product's name.
    pub product_name: ProductName,
    /// The first product's key; made from the name where it is left out.
    #[serde(default)]
    pub product: Option<ProductKey>,
}

/// Whether it is new.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// It was opened just now.
    Opened,
    /// It was there; here it is.
    WasOpen,
    /// It was opened just now and can be used under its domain; its name waits for the operator, because another brand has it or
    /// one that looks like it.
    Held,
}

/// Where to go.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// What happened.
    pub outcome: Outcome,
    /// The brand.
    pub brand: BrandDomain,
    /// The product that was named; made if it was not there.
    pub product: ProductKey,
    /// A session for a caller who had none.
    pub session: Option<String>,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum OpenCommunityRefusal {
    /// The name poses as official, or as another brand than the domain's.
    #[error("brand_name_reserved: leave out words such as official or support; the brand's plain name is enough")]
    NameReserved,
    /// The product's name claims to be official.
    #[error("brand_name_reserved: leave out words such as official; the product's plain name is enough")]
    ProductNameReserved,
    /// No key can be made from the product's name.
    #[error("key_needed: give the product a key of Latin letters and digits")]
    KeyNeeded,
}

impl Refusal for OpenCommunityRefusal {
    fn field(&self) -> &'static str {
        match self {
            Self::NameReserved => "name",
            Self::ProductNameReserved => "product_name",
            Self::KeyNeeded => "product",
        }
    }
}
