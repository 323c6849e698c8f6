//! `POST /v1/communities/{brand}/replies/{reply}/comments`: a short remark under a reply, one level deep. Needs an
//! `Idempotency-Key`; a retry gives the same comment.

use super::error::Refusal;
use super::view::CommentView;
use crate::text::{Body, DisplayName};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// How many comments a reply holds; whoever has more to say writes a reply.
pub const MOST: u32 = 50;

/// What is remarked.
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
}

/// The comment as everybody sees it now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// The comment.
    pub comment: CommentView,
    /// A session for a caller who had none.
    pub session: Option<String>,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum PostCommentRefusal {
    /// No such reply for this caller.
    #[error("not_found: this reply is not here")]
    NotFound,
    /// The name poses as the brand, its staff or Chie.
    #[error("name_reserved: this name could be taken for the maker's staff; choose another")]
    NameReserved,
    /// The tree grew too large.
    #[error("too_long: this is more than a post can hold; shorten it")]
    BodyTooLong,
    /// The reply has all the comments that it can hold.
    #[error("full: this reply has many comments already; write a reply of your own")]
    Full,
}

impl Refusal for PostCommentRefusal {
    fn field(&self) -> &'static str {
        match self {
            Self::NotFound | Self::Full => "",
            Self::NameReserved => "name",
            Self::BodyTooLong => "body",
        }
    }
}
