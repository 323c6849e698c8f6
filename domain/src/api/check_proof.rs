//! `POST /v1/communities/{brand}/proofs/{proof}/check`: looks at the evidence now and says what each look saw.

use super::error::Refusal;
use thiserror::Error;

/// The proof after the check, with its looks; a missing text is an answer, not an error.
pub use super::request_proof::Response;

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum CheckProofRefusal {
    /// No such request of this person.
    #[error("not_found: this request is not yours or not here")]
    NotFound,
    /// Older than thirty days.
    #[error("request_expired: this request is over; ask for a new text")]
    RequestExpired,
    /// Checked a few seconds ago.
    #[error("too_many: we looked a moment ago; wait ten seconds")]
    TooMany,
}

impl Refusal for CheckProofRefusal {}
