//! `DELETE /v1/communities/{brand}/claim-acts/{act}`: within ten minutes, what was claimed in one act is as if it had not been: no line tells of it, the hello
//! post goes unless somebody answered it, and nobody was mailed.

use super::error::Refusal;
use thiserror::Error;

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum UndoClaimRefusal {
    /// No authority here.
    #[error("not_allowed: only the brand's representatives can do this")]
    NotAllowed,
    /// No such act.
    #[error("not_found: nothing was claimed by that name")]
    NotFound,
    /// The ten minutes are over.
    #[error("too_late: ten minutes are over and people were told; release the claim instead")]
    TooLate,
}

impl Refusal for UndoClaimRefusal {}
