//! `POST /v1/communities/{brand}/recovery-codes`: an owner has a new recovery code made; the one before counts no more. It is shown once and kept
//! as a hash: with it, whoever proves the domain after everything has ended comes back to the people and notes that were there.

use super::error::Refusal;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The code, for this once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// To be printed and put away.
    pub code: String,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum MakeRecoveryCodeRefusal {
    /// Only owners do this.
    #[error("not_allowed: only an owner of this brand's place can do this")]
    NotAllowed,
}

impl Refusal for MakeRecoveryCodeRefusal {}
