//! `PUT /v1/communities/{brand}/signpost`: an owner says from when on nothing new is asked here: what stands here stays readable, and everything
//! leads to the brand's own help. It needs a proof and no claim, and can be taken back.

use super::error::Refusal;
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// From when on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// A moment, or `null` to take it back; leaving it out is a mistake, not a wish.
    #[serde(deserialize_with = "Option::deserialize")]
    pub from: Option<Timestamp>,
}

/// The set-up as it is now.
pub use super::get_set_up::Response;

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SetSignpostRefusal {
    /// No authority here.
    #[error("not_allowed: only the brand's owners can do this")]
    NotAllowed,
    /// Nobody said where the brand's own help is.
    #[error("help_needed: say first where your own help is, so that nobody is left alone")]
    HelpNeeded,
    /// More than two years ahead.
    #[error("too_far: choose a day within two years")]
    TooFar,
}

impl Refusal for SetSignpostRefusal {
    fn field(&self) -> &'static str {
        match self {
            Self::NotAllowed => "",
            Self::HelpNeeded => "help",
            Self::TooFar => "from",
        }
    }
}
