//! `PUT /v1/communities/{brand}/name`: an owner who proves the domain by DNS, or the operator, says what the brand is called. A name
//! that another brand has, or one that looks like it, waits for the operator.

use super::error::Refusal;
use crate::text::BrandName;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// How it is called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// The name, or `null`, and it goes by its domain; leaving it out is a mistake, not a wish.
    #[serde(deserialize_with = "Option::deserialize")]
    pub name: Option<BrandName>,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SetNameRefusal {
    /// Only owners and the operator do this.
    #[error("not_allowed: only an owner of this brand's place can do this")]
    NotAllowed,
    /// It takes a live DNS proof.
    #[error("dns_proof_needed: only an owner whose own DNS record is there can set the name")]
    DnsProofNeeded,
    /// It poses as official, or imitates the domain.
    #[error("brand_name_reserved: leave out words such as official or support; the brand's plain name is enough")]
    NameReserved,
}

impl Refusal for SetNameRefusal {
    fn field(&self) -> &'static str {
        match self {
            Self::NameReserved => "name",
            Self::NotAllowed | Self::DnsProofNeeded => "",
        }
    }
}
