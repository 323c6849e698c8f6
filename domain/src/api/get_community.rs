//! `GET /v1/communities/{brand}`: the community of a brand, or an unopened one if nobody has asked there yet.

use super::error::Refusal;
use super::view::CommunityView;
use thiserror::Error;

/// The community.
pub type Response = CommunityView;

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum GetCommunityRefusal {
    /// The community was taken down.
    #[error("not_found: there is nothing here")]
    NotFound,
}

impl Refusal for GetCommunityRefusal {}
