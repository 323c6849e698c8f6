//! `DELETE /v1/communities/{brand}/people/{member}`: somebody leaves or is removed. Everybody may leave; an owner removes others at once, and
//! another owner by a fresh DNS proof with 72 hours' notice or together with a second owner. Posts stay, marked "formerly of".

use super::error::Refusal;
use super::get_people::SeatStanding;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// What became of the seat.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// Nothing once they are gone; else what has to happen first.
    pub standing: Option<SeatStanding>,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum RemovePersonRefusal {
    /// Only owners do this, and everybody for themselves.
    #[error("not_allowed: only an owner of this brand's place can do this")]
    NotAllowed,
    /// Nobody of that name sits here.
    #[error("not_found: this person is not here")]
    NotFound,
    /// Their record stands in the DNS.
    #[error("proof_is_live: this owner's own DNS record is still there; take it away first")]
    ProofIsLive,
    /// The only owner would leave others without one.
    #[error("last_owner: make somebody else an owner first, or release your claims and take your record away")]
    LastOwner,
}

impl Refusal for RemovePersonRefusal {}
