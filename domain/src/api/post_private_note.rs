//! `POST /v1/communities/{brand}/threads/{thread}/private-notes`: whoever asked answers what the brand wants to know in private. Needs
//! an `Idempotency-Key`; answers with the exchange.

use super::error::Refusal;
use crate::photo::Album;
use crate::text::Body;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// In plain words.
    pub body: Body,
    /// Photos that were sent for it.
    #[serde(default)]
    pub photos: Album,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum PostPrivateNoteRefusal {
    /// Somebody else asked.
    #[error("not_allowed: private notes are between whoever asked and the brand")]
    NotAllowed,
    /// No such thread.
    #[error("unknown_thread: this thread is not here")]
    UnknownThread,
    /// The brand wants to know nothing, or not any more.
    #[error("nothing_asked: the brand has asked for nothing here, or its question is gone")]
    NothingAsked,
    /// It is too much.
    #[error("too_many: so many private notes are on this thread already; wait until the oldest are gone")]
    TooMany,
    /// A photo is not there.
    #[error("unknown_photo: this photo is not there to be posted any more; add it again")]
    UnknownPhoto,
    /// Another company stands here than a moment ago.
    #[error("conflict: who stands behind this place changed just now; read it anew and try again")]
    Moved,
}

impl Refusal for PostPrivateNoteRefusal {
    fn field(&self) -> &'static str {
        match self {
            Self::UnknownPhoto => "photos",
            Self::NotAllowed | Self::UnknownThread | Self::NothingAsked | Self::TooMany | Self::Moved => "",
        }
    }
}
