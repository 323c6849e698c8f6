//! `PUT /v1/communities/{brand}/emergency`: a representative says where the maker can be reached in an emergency. Whoever writes
//! of danger is shown it.

use super::error::Refusal;
use crate::markup::SafeUrl;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// A page or a mail address, or `null` for none; leaving it out is a mistake, not a wish.
    #[serde(deserialize_with = "Option::deserialize")]
    pub link: Option<SafeUrl>,
}

/// What is shown from now on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// The page or mail address.
    pub link: Option<SafeUrl>,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SetEmergencyRefusal {
    /// No authority here.
    #[error("not_allowed: only the brand's representatives can say where it is reached")]
    NotAllowed,
}

impl Refusal for SetEmergencyRefusal {}
