//! `PUT /v1/communities/{brand}/people/{member}/champion`: an owner says that the brand trusts a customer, or takes it back. It is a mark
//! beside their name and gives no power.

use super::error::Refusal;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Whether.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// Whether the brand trusts them.
    pub on: bool,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SetChampionRefusal {
    /// Only owners do this.
    #[error("not_allowed: only an owner of this brand's place can do this")]
    NotAllowed,
    /// No such customer.
    #[error("not_found: there is no member of that name here")]
    NotFound,
    /// A guest may be anybody tomorrow.
    #[error("address_needed: only somebody with a confirmed address can be named a champion")]
    Guest,
    /// They act for the brand themselves.
    #[error("is_seated: they act for the brand, which says more")]
    Seated,
    /// Enough.
    #[error("too_many: take the mark back from somebody first")]
    TooMany,
}

impl Refusal for SetChampionRefusal {}
