//! `PUT /v1/communities/{brand}/products/{product}`: a representative names a product, says what else it is called, and retires it or takes
//! it back. Saying anything of a product that a tag made confirms it. Its key, and with it its address, never changes.

use super::error::Refusal;
use crate::set_up::Aliases;
use crate::text::ProductName;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// What the product is from now on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// Its name.
    pub name: ProductName,
    /// What else it is called, with commas between: model numbers above all.
    #[serde(default)]
    pub aliases: Aliases,
    /// Nothing new is asked about it any more; what stands there stays readable.
    #[serde(default)]
    pub retired: bool,
}

/// The products as they are now.
pub use super::get_products::Response;

/// Why not.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum SetProductRefusal {
    /// No authority here.
    #[error("not_allowed: only the brand's owners and representatives arrange its products")]
    NotAllowed,
    /// There is no such product, or it was merged into another one.
    #[error("unknown_product: there is no such product any more")]
    UnknownProduct,
    /// The name, or another one, is a product of its own.
    #[error("name_taken: “{0}” leads to another product; merge that one into this instead")]
    NameTaken(String),
}

impl Refusal for SetProductRefusal {
    fn field(&self) -> &'static str {
        match self {
            Self::NotAllowed | Self::UnknownProduct => "",
            Self::NameTaken(_) => "aliases",
        }
    }
}
