//! `GET /v1/console/names`: the brands whose name the operator has to decide about, or of which somebody says that they are not that
//! company.

use super::error::Refusal;
use crate::brand::BrandDomain;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// What waits for the operator.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// The brands.
    pub names: Vec<NameMatter>,
}

/// One brand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NameMatter {
    /// Which.
    pub brand: BrandDomain,
    /// The name that is held.
    pub held: Option<String>,
    /// Brands that have this name, or one that looks like it.
    pub like: Vec<BrandDomain>,
    /// How many doubts nobody has looked at.
    pub doubts: u32,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum GetNamesRefusal {
    /// Only the operator does this.
    #[error("not_allowed: only the operator decides about names")]
    NotAllowed,
}

impl Refusal for GetNamesRefusal {}
