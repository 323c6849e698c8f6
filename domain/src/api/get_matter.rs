//! `GET /v1/communities/{brand}/matters/{matter}`: everything that the operator has to know to decide: the thing itself with what
//! stands around it, who flagged it, what was decided before, and what its author did.

use super::error::Refusal;
use super::view::{Author, PhotoView};
use crate::brand::BrandDomain;
use crate::ground::Ground;
use crate::id::ThreadId;
use crate::markup::Markup;
use crate::matter::{Asked, Matter, Verdict, Waits};
use crate::text::ProductKey;
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// A matter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// In which community.
    pub brand: BrandDomain,
    /// What it is about.
    pub about: Matter,
    /// Why it waits; nothing, if nobody has to decide now.
    pub waits: Option<Waits>,
    /// Who sees it now.
    pub sight: Sight,
    /// The ground on which it is hidden or removed.
    pub ground: Option<Ground>,
    /// Where it stands.
    pub place: Option<Place>,
    /// Whose it is.
    pub author: Option<Author>,
    /// Since when the author's posts wait until somebody has looked, and on which ground.
    pub author_held: Option<(Timestamp, Ground)>,
    /// Posts of the author that everybody sees.
    pub posts: u32,
    /// Posts of the author that were removed.
    pub removed: u32,
    /// The words, where it has any.
    pub words: Option<Markup>,
    /// The name, where it is about one.
    pub name: Option<String>,
    /// The photos.
    pub photos: Vec<PhotoView>,
    /// What stands around it, oldest first; the opening post leads.
    pub around: Vec<Neighbour>,
    /// Who flagged it, oldest first.
    pub flags: Vec<Flag>,
    /// What was decided, oldest first.
    pub decisions: Vec<Decision>,
    /// The appeal that waits or was made last.
    pub appeal: Option<AppealView>,
}

/// Who sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sight {
    /// Everybody.
    Public,
    /// Its author and the operator.
    Hidden,
    /// Nobody but the operator.
    Removed,
    /// Its author took it back.
    Gone,
}

/// Where a post stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// In which thread.
    pub thread: ThreadId,
    /// About which product.
    pub product: ProductKey,
    /// The thread's title.
    pub title: String,
    /// When it was written.
    pub at: Timestamp,
    /// Whether it was said for the brand.
    pub official: bool,
}

/// A post beside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Neighbour {
    /// Who wrote it.
    pub author: Author,
    /// When.
    pub at: Timestamp,
    /// The beginning of its words.
    pub excerpt: String,
}

/// A flag.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flag {
    /// When.
    pub at: Timestamp,
    /// Who.
    pub asked: Asked,
    /// On which ground.
    pub ground: Ground,
    /// What it weighs.
    pub weight: u32,
    /// What they wrote.
    pub words: Option<String>,
}

/// A decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// When.
    pub at: Timestamp,
    /// What.
    pub verdict: Verdict,
    /// On which ground.
    pub ground: Option<Ground>,
    /// Who had asked.
    pub asked: Asked,
    /// What the author was told besides.
    pub words: Option<String>,
    /// Whether it was about an appeal.
    pub on_appeal: bool,
    /// Whether whoever looks decided it.
    pub mine: bool,
}

/// An appeal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AppealView {
    /// When.
    pub at: Timestamp,
    /// The author's words.
    pub words: String,
    /// From when on whoever looks may decide about it; nothing, where another operator has to or it is decided.
    pub from: Option<Timestamp>,
    /// Whether it is decided.
    pub decided: bool,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum GetMatterRefusal {
    /// Not the operator.
    #[error("not_allowed: only the operator sees what waits for a decision")]
    NotAllowed,
    /// No such thing.
    #[error("not_found: this is not here any more")]
    NotFound,
}

impl Refusal for GetMatterRefusal {}
