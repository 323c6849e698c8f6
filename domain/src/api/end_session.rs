//! `DELETE /v1/console/sessions/{session}`: somebody ends one of their sessions on the console. From then on its cookie counts nowhere,
//! whoever copied it.

use super::error::Refusal;
use thiserror::Error;

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum EndSessionRefusal {
    /// No such session of the caller's.
    #[error("not_found: this session is over already")]
    NotFound,
}

impl Refusal for EndSessionRefusal {}
