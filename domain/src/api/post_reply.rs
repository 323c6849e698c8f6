//! `POST /v1/communities/{brand}/threads/{thread}/replies`: somebody answers. Needs an `Idempotency-Key`.

use super::error::Refusal;
use super::view::ReplyView;
use crate::photo::Album;
use crate::text::{Body, DisplayName};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// What is answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// In Markdown.
    pub body: Body,
    /// The name to go by; a guest's handle where it is left out.
    #[serde(default)]
    pub name: Option<DisplayName>,
    /// The writer has seen that there are private facts in it and wants to publish them.
    #[serde(default)]
    pub personal_data_ok: bool,
    /// What was sent before to stand under the text.
    #[serde(default)]
    pub photos: Album,
}

/// The reply as everybody sees it now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// The reply.
    pub reply: ReplyView,
    /// A session for a caller who had none.
    pub session: Option<String>,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum PostReplyRefusal {
    /// No such thread for this caller.
    #[error("unknown_thread: this thread is not here")]
    UnknownThread,
    /// The name poses as the brand, its staff or Chie.
    #[error("name_reserved: this name could be taken for the maker's staff; choose another")]
    NameReserved,
    /// The tree grew too large.
    #[error("too_long: this is more than a post can hold; shorten it")]
    BodyTooLong,
    /// A photo that somebody else sent, that a post has already, or that is gone.
    #[error("unknown_photo: this photo is not there to be posted any more; add it again")]
    UnknownPhoto,
}

impl Refusal for PostReplyRefusal {
    fn field(&self) -> &'static str {
        match self {
            Self::UnknownThread => "",
            Self::NameReserved => "name",
            Self::BodyTooLong => "body",
            Self::UnknownPhoto => "photos",
        }
    }
}
