//! `DELETE /v1/console/keys/{api_key}`: its owner revokes a personal key; it is refused from the next request on.

use super::error::Refusal;
use thiserror::Error;

/// The keys that are left.
pub use super::get_brand_keys::Response;

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum RevokeKeyRefusal {
    /// No such key counts.
    #[error("not_found: no such key of yours counts")]
    NotFound,
}

impl Refusal for RevokeKeyRefusal {}
