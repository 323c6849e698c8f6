//! `DELETE /v1/communities/{brand}/sign-on-keys/{key}`: an owner revokes a key; nobody is signed on with it from the next request on.

use super::error::Refusal;
use thiserror::Error;

/// All of it as it is now.
pub use super::get_sign_on::Response;

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum RevokeSignOnKeyRefusal {
    /// Only owners do this.
    #[error("not_allowed: only an owner of this brand's place can do this")]
    NotAllowed,
    /// No such key here, or it was revoked before.
    #[error("not_found: no key of this name counts here")]
    NotFound,
}

impl Refusal for RevokeSignOnKeyRefusal {}
