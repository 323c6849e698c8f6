//! `PUT /v1/communities/{brand}/me/name`: a member says what they want to be called from now on, wherever they wrote. A name that could
//! be taken for the brand, its staff or a person of its staff is refused.

use super::error::Refusal;
use crate::text::DisplayName;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// What they want to be called.
    pub name: DisplayName,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SetMyNameRefusal {
    /// Nobody is signed in here.
    #[error("not_found: there is nobody to name; write something first")]
    Nobody,
    /// A guest goes by their colour.
    #[error("address_needed: confirm an address first; until then you go by your colour")]
    Guest,
    /// It could be taken for the brand's staff.
    #[error("name_reserved: this name could be taken for the maker or its staff; choose another")]
    NameReserved,
    /// Too many changes confuse those who read.
    #[error("too_many: names can be changed three times a day")]
    TooMany,
}

impl Refusal for SetMyNameRefusal {
    fn field(&self) -> &'static str {
        match self {
            Self::NameReserved => "name",
            Self::Nobody | Self::Guest | Self::TooMany => "",
        }
    }
}
