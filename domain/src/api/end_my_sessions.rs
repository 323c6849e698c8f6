//! `DELETE /v1/communities/{brand}/me/sessions`: a member signs out everywhere. Every session of theirs in this community ends, on this
//! device too.

use super::error::Refusal;
use thiserror::Error;

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum EndMySessionsRefusal {
    /// Nobody is signed in here.
    #[error("not_found: nobody is signed in here")]
    Nobody,
    /// A guest has no other way back.
    #[error("address_needed: this session is the only key to what you wrote; confirm an address first")]
    Guest,
}

impl Refusal for EndMySessionsRefusal {}
