//! What the public may see: the shapes of every answer. They hold no address, no token and no row of any table.

use crate::badge::Badge;
use crate::brand::BrandDomain;
use crate::caution::Caution;
use crate::claim::Stewardship;
use crate::device::Fact;
use crate::event::Event;
use crate::ground::Ground;
use crate::id::{MemberId, PhotoId, ReplyId, ThreadId};
use crate::level::Level;
use crate::mark::Mark;
use crate::markup::Markup;
use crate::mood::{Mood, MoodChange};
use crate::photo::Colours;
use crate::policy::Role;
use crate::tag::Tag;
use crate::text::{ProductKey, ProductVersion};
use crate::thread::{Kind, Status};
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

/// A community as a whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CommunityView {
    /// The brand's domain.
    pub brand: BrandDomain,
    /// The brand's name where it may be shown as fact (see [`crate::naming::named`]).
    pub name: Option<String>,
    /// When somebody opened it; never, for a brand that nobody has asked about yet.
    pub opened: Option<Timestamp>,
    /// The brand's badge while it has claimed anything here and its proof is valid.
    pub badge: Option<Badge>,
    /// Who stands behind what is newly asked here: official when the whole community is claimed.
    pub steward: Stewardship,
    /// Its products, those with most threads first.
    pub products: Vec<ProductView>,
    /// All threads that everybody can see.
    pub threads: u32,
    /// Where the maker can be reached in an emergency, if a representative said so.
    /// A checked address; here it is only text, so that a first view need not be able to check it.
    pub emergency: Option<String>,
    /// How askers felt before, and when it was solved.
    pub moods: Vec<MoodChange>,
    /// The brand's own help, where it said so: a checked address, as above.
    pub help: Option<String>,
    /// From when on nothing new is asked here, because the brand answers elsewhere.
    pub signpost: Option<Timestamp>,
}

/// Whether a product was made by somebody or only named by a tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProductStanding {
    /// A representative made or confirmed it, or a person opened the community with it.
    Made,
    /// Made by the first question of a tag.
    NotYetConfirmed,
    /// Only named by a tag so far; the first question makes it.
    Unmade,
    /// Nothing new is asked about it since then; what stands there stays readable.
    Retired(Timestamp),
}

/// A product.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProductView {
    /// Its key in the tag and in addresses.
    pub key: ProductKey,
    /// Its name.
    pub name: String,
    /// Where it comes from.
    pub standing: ProductStanding,
    /// Who stands behind what is newly asked about it.
    pub steward: Stewardship,
    /// Threads that everybody can see.
    pub threads: u32,
    /// Of these, questions, problems and ideas that wait for an answer.
    pub waiting: u32,
}

/// One line of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ThreadRow {
    /// Which thread.
    pub id: ThreadId,
    /// Of which product.
    pub product: ProductKey,
    /// What it is.
    pub kind: Kind,
    /// Its title.
    pub title: String,
    /// Where it stands.
    pub status: Status,
    /// Who stands behind it.
    pub steward: Stewardship,
    /// Replies that everybody can see.
    pub replies: u32,
    /// People who have it too.
    pub me_too: u32,
    /// When it began.
    pub at: Timestamp,
    /// When somebody last wrote in it.
    pub active: Timestamp,
    /// Since when words of danger stand in it, unless somebody took the mark off.
    pub danger: Option<Timestamp>,
}

/// Some lines of a list and where the next ones begin.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ThreadPage {
    /// The lines.
    pub rows: Vec<ThreadRow>,
    /// Ask with this for the next ones; opaque, valid for a day.
    pub next: Option<String>,
}

/// What a person is called.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AuthorName {
    /// The name they chose.
    Chosen(String),
    /// A guest's handle: a colour, and a number where a thread has several guests of that colour.
    Guest(GuestColour, u32),
    /// Somebody who took everything of theirs away; others rely on what stands here.
    Former,
}

/// The colours that guests are told apart by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum GuestColour {
    /// Blue.
    Blue,
    /// Green.
    Green,
    /// Yellow.
    Yellow,
    /// Orange.
    Orange,
    /// Red.
    Red,
    /// Purple.
    Purple,
    /// White.
    White,
    /// Grey.
    Grey,
}

impl GuestColour {
    /// All colours.
    pub const ALL: [Self; 8] =
        [Self::Blue, Self::Green, Self::Yellow, Self::Orange, Self::Red, Self::Purple, Self::White, Self::Grey];

    /// A member's colour, for ever the same.
    pub fn of(member: &MemberId) -> Self {
        let sum = member.as_str().bytes().fold(0_usize, |sum, byte| sum.wrapping_mul(31).wrapping_add(usize::from(byte)));
        Self::ALL.get(sum % Self::ALL.len()).copied().unwrap_or(Self::Blue)
    }
}

/// In which capacity somebody wrote; worked out at each reading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Voice {
    /// A customer without a confirmed address.
    Guest,
    /// A customer with a confirmed address.
    Member,
    /// The brand, on a proof that is valid now.
    Official(BrandDomain),
    /// The brand when it was written; the proof or the person's role has ended since.
    FormerlyOfficial(BrandDomain, Timestamp),
    /// The brand when it was written; the person has left it since.
    Alum(BrandDomain),
}

/// Who wrote something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Author {
    /// Which member.
    pub member: MemberId,
    /// What they are called.
    pub name: AuthorName,
    /// In which capacity.
    pub voice: Voice,
    /// Questions about this product that an answer of theirs solved.
    pub solved: u32,
    /// Who they are to the brand, if they are a customer and anything to it.
    pub mark: Option<Mark>,
}

/// What is left of a post, or all of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Post {
    /// The post.
    Whole(Markup),
    /// Only its author sees it until somebody has looked at it.
    Held(Markup, Ground),
    /// It was removed on this ground.
    Removed(Ground),
    /// Its author took it back; what others wrote beneath stays.
    Deleted,
}

/// A thread with its first replies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ThreadView {
    /// Its line in a list.
    pub row: ThreadRow,
    /// The product's name.
    pub product_name: String,
    /// What they wrote.
    pub post: Post,
    /// Who asked.
    pub author: Author,
    /// What they showed.
    pub photos: Vec<PhotoView>,
    /// The badge that stands above it while it is official.
    pub badge: Option<Badge>,
    /// The answers that stand in the box, in the order brand, asker, crowd.
    pub answers: Vec<AnswerView>,
    /// The conversation, oldest first.
    pub replies: Vec<ReplyView>,
    /// Ask with this for later replies.
    pub next: Option<String>,
    /// Ask with this for the replies before these, where a part in the middle was asked for.
    pub before: Option<String>,
    /// When the opening post was last changed.
    pub edited: Option<Timestamp>,
    /// What happened besides, within the time of this part.
    pub events: Vec<Event>,
    /// How its asker feels.
    pub mood: Option<Mood>,
    /// What its asker let be known of their device.
    pub facts: Vec<Fact>,
    /// When the asker said that it is not solved for them, whatever the status says.
    pub not_solved: Option<Timestamp>,
    /// The change of the product that it led to.
    pub changed: Option<ProductChange>,
    /// In which situation it happened.
    pub tags: Vec<Tag>,
    /// The thread that it is the same as, where it goes on.
    pub duplicate: Option<DuplicateView>,
    /// How many private notes its asker and the brand have written: all that anybody else learns of them.
    pub private_notes: u32,
}

/// A change of the product that people's reports led to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProductChange {
    /// How many had reported or wished it: the asker, and whoever has it too.
    pub people: u32,
    /// Since when it is said to be changed.
    pub at: Timestamp,
    /// In which version.
    pub version: Option<ProductVersion>,
}

/// A photo under a post.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PhotoView {
    /// Which one.
    pub id: PhotoId,
    /// How wide it is, in pixels.
    pub width: u32,
    /// How high it is, in pixels.
    pub height: u32,
    /// What is to be seen on it, in its author's words.
    pub alt: Option<String>,
    /// How much of it is shown to whoever asked.
    pub veil: Veil,
}

/// How much of a photo somebody sees.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Veil {
    /// Everybody sees it.
    Lifted,
    /// Only its author does, and whoever decides about its post; this is the key to it.
    ByKey(String),
    /// A guest posted it and nobody who is known here has opened it yet: these colours are shown in its place.
    Down(Colours),
}

/// A thread is the same as another one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DuplicateView {
    /// The thread where it goes on.
    pub thread: ThreadRow,
    /// Who said so.
    pub by: Author,
    /// When.
    pub at: Timestamp,
}

/// What somebody who answers for the brand shows of themselves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Introduction {
    /// A line about them.
    pub line: Option<String>,
    /// Their face: a picture, at the address of photos.
    pub face: Option<PhotoId>,
}

impl Introduction {
    /// Whether there is anything in it.
    pub const fn says_anything(&self) -> bool {
        self.line.is_some() || self.face.is_some()
    }
}

/// One entry of the box of answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerView {
    /// Who chose it.
    pub by: crate::reply::AnswerBy,
    /// Which reply.
    pub reply: ReplyId,
    /// Who wrote it.
    pub author: Author,
    /// The beginning of its words.
    pub excerpt: String,
    /// Its stars.
    pub stars: u32,
    /// How many cautions stand on it.
    pub cautions: u32,
    /// What whoever gave it shows of themselves, where the brand did.
    pub introduction: Option<Introduction>,
}

/// One reply.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReplyView {
    /// Which reply.
    pub id: ReplyId,
    /// Who wrote it.
    pub author: Author,
    /// What they wrote.
    pub post: Post,
    /// What they showed.
    pub photos: Vec<PhotoView>,
    /// When.
    pub at: Timestamp,
    /// Readers whom it helped.
    pub stars: u32,
    /// When the asker accepted it.
    pub accepted: Option<Timestamp>,
    /// When it was last changed.
    pub edited: Option<Timestamp>,
    /// Short remarks beneath it, oldest first.
    pub comments: Vec<CommentView>,
    /// Notes of the brand or the operator on it.
    pub cautions: Vec<Caution>,
}

/// A short remark under a reply.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CommentView {
    /// Which one: comments are named as replies are.
    pub id: ReplyId,
    /// Who wrote it.
    pub author: Author,
    /// What they wrote.
    pub post: Post,
    /// When.
    pub at: Timestamp,
    /// When it was last changed.
    pub edited: Option<Timestamp>,
}

/// Who the caller is in this community, and what a list or thread needs to show it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MineView {
    /// The caller, once they have written something.
    pub me: Option<Author>,
    /// A confirmed address, shortened (`a…@acme.example`), for the caller's own eyes.
    pub address: Option<String>,
    /// Threads the caller began.
    pub asked: Vec<ThreadId>,
    /// Threads the caller has too.
    pub me_too: Vec<ThreadId>,
    /// Replies the caller starred.
    pub stars: Vec<ReplyId>,
    /// The caller's posts that only they can see for now: thread or reply id.
    pub held: Vec<String>,
    /// Products in which the caller is known well enough to open the photos of guests.
    pub opens_photos: Vec<ProductKey>,
    /// Threads the caller follows, for whatever reason.
    pub following: Vec<ThreadId>,
    /// Where the caller has earned a level above the first.
    pub levels: Vec<LevelView>,
    /// Threads of the caller's in which the brand waits for an answer to something private.
    pub asked_privately: Vec<ThreadRow>,
}

/// What somebody has earned in a product.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LevelView {
    /// Which product.
    pub product: ProductKey,
    /// The level.
    pub level: Level,
}

/// What somebody is in a brand's company.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeatView {
    /// In which role.
    pub role: Role,
    /// From when on it counts: at once for the first, after 72 hours for one who proves the domain later.
    pub from: Timestamp,
}
