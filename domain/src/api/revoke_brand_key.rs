//! `DELETE /v1/communities/{brand}/keys/{api_key}`: an owner revokes a key; it is refused from the next request on.

use super::error::Refusal;
use thiserror::Error;

/// The keys that are left.
pub use super::get_brand_keys::Response;

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum RevokeBrandKeyRefusal {
    /// Only owners do this.
    #[error("not_allowed: only an owner of this brand's place can do this")]
    NotAllowed,
    /// No such key counts.
    #[error("not_found: no such key counts here")]
    NotFound,
}

impl Refusal for RevokeBrandKeyRefusal {}
