//! `GET /v1/communities/{brand}/me/export?cursor=`: everything that a community knows of the caller, to take along: their posts as
//! they typed them, with earlier versions, and what they follow, marked and sent. The first part has all of it but further posts.

use super::error::Refusal;
use super::view::LevelView;
use crate::device::Fact;
use crate::ground::Ground;
use crate::id::{MemberId, PhotoId, PostId, ReplyId, ThreadId};
use crate::matter::{Matter, Verdict};
use crate::mood::Face;
use crate::private::{Side, Wanted};
use crate::text::ProductKey;
use crate::thread::Kind;
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// How many posts a part has.
pub const PART: u32 = 200;

/// Which part.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Request {
    /// From where the former part ended.
    pub cursor: Option<String>,
}

/// A part of what is known of somebody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// In which community.
    pub brand: String,
    /// When this was put together.
    pub at: Timestamp,
    /// Who they are here.
    pub person: ExportedPerson,
    /// What they wrote, oldest first, threads before replies.
    pub posts: Vec<ExportedPost>,
    /// What they follow.
    pub following: Vec<ExportedMark>,
    /// What they have too.
    pub me_too: Vec<ExportedMark>,
    /// What helped them.
    pub stars: Vec<ExportedMark>,
    /// Private links to threads; their secret is not known here.
    pub keep_links: Vec<ExportedMark>,
    /// Products of which they want to hear questions.
    pub helping: Vec<ProductKey>,
    /// What they want no mail about.
    pub silent: Vec<String>,
    /// Their photos; the bytes are at `/p/{id}`.
    pub photos: Vec<ExportedPhoto>,
    /// What they and the brand wrote to each other in private.
    pub private_notes: Vec<ExportedPrivateNote>,
    /// What they flagged.
    pub flags: Vec<ExportedFlag>,
    /// What they appealed against.
    pub appeals: Vec<ExportedAppeal>,
    /// Ask with this for further posts.
    pub next: Option<String>,
}

/// A person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExportedPerson {
    /// Who.
    pub id: MemberId,
    /// The name they chose.
    pub name: Option<String>,
    /// Their address, where they showed one.
    pub address: Option<String>,
    /// The language of their mail.
    pub lang: Option<String>,
    /// Since when they are here.
    pub since: Timestamp,
    /// What they have earned.
    pub levels: Vec<LevelView>,
}

/// A post.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExportedPost {
    /// Which one.
    pub id: PostId,
    /// In which thread.
    pub thread: ThreadId,
    /// Under which reply, where it is a comment.
    pub under: Option<ReplyId>,
    /// About which product.
    pub product: ProductKey,
    /// Of which kind, where it began a thread.
    pub kind: Option<Kind>,
    /// Its title, where it began a thread.
    pub title: Option<String>,
    /// As it was typed, in Markdown.
    pub text: String,
    /// When.
    pub at: Timestamp,
    /// When it was changed last.
    pub edited: Option<Timestamp>,
    /// `public`, `held` or `removed`.
    pub state: String,
    /// When the asker accepted it.
    pub accepted: Option<Timestamp>,
    /// How many readers it helped.
    pub stars: u32,
    /// How they felt, and how afterwards.
    pub mood: Vec<Face>,
    /// In their words.
    pub mood_words: Option<String>,
    /// What they told of their device.
    pub facts: Vec<Fact>,
    /// What it said before.
    pub versions: Vec<ExportedVersion>,
}

/// An earlier version of a post.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExportedVersion {
    /// From when on it said this.
    pub at: Timestamp,
    /// Its title, where it began a thread.
    pub title: Option<String>,
    /// Its words.
    pub text: String,
}

/// Something they did to a thread or reply.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExportedMark {
    /// To which one.
    pub post: PostId,
    /// The thread's title.
    pub title: String,
    /// When.
    pub at: Timestamp,
}

/// A photo.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExportedPhoto {
    /// Which one.
    pub id: PhotoId,
    /// Under which post, once it was posted.
    pub post: Option<PostId>,
    /// What is to be seen on it.
    pub alt: Option<String>,
    /// When it was sent.
    pub at: Timestamp,
    /// The key with which its author sees it while others do not.
    pub key: String,
}

/// A private note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExportedPrivateNote {
    /// On which thread.
    pub thread: ThreadId,
    /// Whose it is.
    pub side: Side,
    /// What the brand asked for.
    pub wanted: Option<Wanted>,
    /// As it was typed.
    pub text: String,
    /// Its photos; the bytes are at `/v1/communities/{brand}/threads/{thread}/private-photos/{id}`.
    pub photos: Vec<PhotoId>,
    /// When.
    pub at: Timestamp,
    /// When it goes.
    pub until: Timestamp,
}

/// A flag.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExportedFlag {
    /// What it is about.
    pub about: Matter,
    /// On which ground.
    pub ground: Ground,
    /// What they wrote.
    pub words: Option<String>,
    /// When.
    pub at: Timestamp,
    /// When it was decided about, and how.
    pub decided: Option<(Timestamp, Verdict)>,
}

/// An appeal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExportedAppeal {
    /// What it is about.
    pub about: Matter,
    /// Their words.
    pub words: Option<String>,
    /// When.
    pub at: Timestamp,
    /// When it was decided about, and how.
    pub decided: Option<(Timestamp, Verdict)>,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum ExportMeRefusal {
    /// The caller is nobody here.
    #[error("not_found: nothing of yours is here")]
    Nobody,
    /// The cursor was not given out for this.
    #[error("cursor_invalid: begin again without a cursor")]
    CursorInvalid,
}

impl Refusal for ExportMeRefusal {
    fn field(&self) -> &'static str {
        match self {
            Self::Nobody => "",
            Self::CursorInvalid => "cursor",
        }
    }
}
