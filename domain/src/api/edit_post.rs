//! `PUT /v1/communities/{brand}/posts/{post}`: somebody changes what they wrote. What stood there before stays readable as an
//! earlier version. The same words again change nothing.

use super::error::Refusal;
use super::view::Post;
use crate::text::{Body, Title};
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The new words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// The title; an opening post has one and nothing else does.
    #[serde(default)]
    pub title: Option<Title>,
    /// The text in Markdown; only an opening post may go without.
    #[serde(default)]
    pub body: Option<Body>,
    /// The writer has seen that there are private facts in it and wants to publish them.
    #[serde(default)]
    pub personal_data_ok: bool,
}

/// The post as everybody sees it now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// Its title, if it has one.
    pub title: Option<String>,
    /// What it says.
    pub post: Post,
    /// When it was last changed.
    pub edited: Option<Timestamp>,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum EditPostRefusal {
    /// No such post for this caller.
    #[error("not_found: this post is not here")]
    NotFound,
    /// Somebody else wrote it.
    #[error("not_allowed: only the person who wrote this can change it")]
    NotTheAuthor,
    /// An opening post without a title.
    #[error("empty: write something here")]
    TitleMissing,
    /// A reply with a title.
    #[error("unknown_field: a reply has no title")]
    TitleGiven,
    /// A reply without words.
    #[error("empty: write something here")]
    BodyMissing,
    /// The tree grew too large.
    #[error("too_long: this is more than a post can hold; shorten it")]
    BodyTooLong,
    /// It was changed very often.
    #[error("too_many: this was changed very often already; write what is new below it")]
    TooMany,
}

/// How many earlier versions a post keeps at most.
pub const MOST: u32 = 100;

impl Refusal for EditPostRefusal {
    fn field(&self) -> &'static str {
        match self {
            Self::NotFound | Self::NotTheAuthor | Self::TooMany => "",
            Self::TitleMissing | Self::TitleGiven => "title",
            Self::BodyMissing | Self::BodyTooLong => "body",
        }
    }
}
