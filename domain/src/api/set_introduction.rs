//! `PUT /v1/communities/{brand}/introduction`: whoever answers for the brand says what is shown of them beside it: a line, a face, both or
//! neither. It goes when they leave.

use super::error::Refusal;
use crate::id::PhotoId;
use crate::text::PersonLine;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// What is to be shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// The line, or `null` for none; leaving it out is a mistake, not a wish.
    #[serde(deserialize_with = "Option::deserialize")]
    pub line: Option<PersonLine>,
    /// A face that the caller has sent, or `null` for none; leaving it out is a mistake, not a wish.
    #[serde(deserialize_with = "Option::deserialize")]
    pub face: Option<PhotoId>,
}

/// What is shown from now on.
pub use super::get_introduction::Response;

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SetIntroductionRefusal {
    /// No authority here.
    #[error("not_allowed: only those who answer for the brand show a face and a line")]
    NotAllowed,
    /// Not sent, not theirs, or gone.
    #[error("no_face: this face was not sent by you, or is gone; send it again")]
    NoFace,
    /// Many faces in a few minutes.
    #[error("too_many: you have sent a lot of faces in a few minutes; wait a little")]
    TooMany,
}

impl Refusal for SetIntroductionRefusal {
    fn field(&self) -> &'static str {
        match self {
            Self::NoFace => "face",
            Self::NotAllowed | Self::TooMany => "",
        }
    }
}
