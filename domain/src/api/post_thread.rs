//! `POST /v1/communities/{brand}/threads`: somebody asks. Needs an `Idempotency-Key`; a retry gives the same thread. The first
//! question of a tag makes the community and the product; the first write of a person makes a guest of them.

use super::error::Refusal;
use super::view::{Author, ThreadRow, ThreadView};
use crate::device::DeviceFacts;
use crate::mood::Face;
use crate::photo::Album;
use crate::text::{Body, DisplayName, MoodWords, ProductKey, ProductName, Title};
use crate::thread::Kind;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// About which product.
    pub product: ProductKey,
    /// The product's name on the page, if nobody has made it yet.
    #[serde(default)]
    pub product_name: Option<ProductName>,
    /// What it is.
    pub kind: Kind,
    /// In one line.
    pub title: Title,
    /// In full, in Markdown; the title says it all where this is left out.
    #[serde(default)]
    pub body: Option<Body>,
    /// The name to go by; a guest's handle where it is left out.
    #[serde(default)]
    pub name: Option<DisplayName>,
    /// How the asker feels.
    #[serde(default)]
    pub mood: Option<Face>,
    /// The same in a few words; they count only with a face.
    #[serde(default)]
    pub mood_words: Option<MoodWords>,
    /// What the asker lets be known of their device.
    #[serde(default)]
    pub facts: Option<DeviceFacts>,
    /// The writer has seen that there are private facts in it and wants to publish them.
    #[serde(default)]
    pub personal_data_ok: bool,
    /// What was sent before to stand under the text.
    #[serde(default)]
    pub photos: Album,
}

/// The thread as everybody sees it now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// A session for a caller who had none: keep it, it is the only key to this thread.
    pub session: Option<String>,
    /// Half of the questions about this product had a first answer within so many minutes; nothing where that is not known yet.
    pub first_answer: Option<u32>,
    /// The thread.
    pub thread: ThreadView,
}

/// How [`ThreadView`] begins, as far as it takes to say that it was posted: a browser reads this at once and leaves the rest
/// to the part of the program that shows threads.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Beginning {
    /// Its line in a list.
    pub row: ThreadRow,
    /// The product's name.
    pub product_name: String,
    /// Who asked.
    pub author: Author,
    /// What became of the words.
    pub post: Standing,
}

/// Which [`Post`](super::view::Post) it is, without its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
pub enum Standing {
    /// All of it.
    Whole,
    /// Only its author sees it until somebody has looked at it.
    Held,
    /// It was removed.
    Removed,
    /// Its author took it back.
    Deleted,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum PostThreadRefusal {
    /// Only a representative posts updates.
    #[error("kind_reserved: only the brand posts updates; choose question, problem, idea or praise")]
    KindReserved,
    /// The name poses as the brand, its staff or Chie.
    #[error("name_reserved: this name could be taken for the maker's staff; choose another")]
    NameReserved,
    /// The tree grew too large.
    #[error("too_long: this is more than a post can hold; shorten it")]
    BodyTooLong,
    /// A photo that somebody else sent, that a post has already, or that is gone.
    #[error("unknown_photo: this photo is not there to be posted any more; add it again")]
    UnknownPhoto,
    /// The brand answers elsewhere.
    #[error("signposted: no new questions are taken here any more; the brand answers in its own help")]
    Signposted,
    /// The brand has retired the product.
    #[error("product_retired: no new questions are taken about this product; what was answered stays here to read")]
    ProductRetired,
}

impl Refusal for PostThreadRefusal {
    fn field(&self) -> &'static str {
        match self {
            Self::KindReserved => "kind",
            Self::NameReserved => "name",
            Self::BodyTooLong => "body",
            Self::UnknownPhoto => "photos",
            Self::Signposted | Self::ProductRetired => "",
        }
    }
}
