//! What can be asked of a community, by whom, and what comes back. The edge has already turned tokens and cookies into a
//! [`Caller`], cursors into positions, and outside text into the domain's types; the object passes these shapes on as JSON.

use chie_domain::api::error::ApiError;
use chie_domain::api::view::{
    AuthorName, CommentView, CommunityView, MineView, PhotoView, Post, ProductView, ReplyView, ThreadPage, ThreadRow, ThreadView,
};
use chie_domain::api::{
    claim_threads, count_reading, delete_post, edit_post, get_desk, get_figures, get_helping, get_history, get_notes, get_overview,
    get_people, get_search_words, get_tags, get_thread, get_triage, get_versions, get_work, lift_danger, list_threads,
    mark_official_answer, open_community, post_comment, post_note, post_official_reply, post_reply, post_thread, remove_post,
    request_proof, search_directory, search_threads, set_accepted, set_caution, set_duplicate, set_emergency, set_follow,
    set_helping, set_hours, set_kind, set_me_too, set_mood, set_not_solved, set_photo_open, set_saved_reply, set_search_words,
    set_sites, set_star, set_status, set_tags, settle_arrivals, suggest_threads,
};
use chie_domain::brand::{BrandDomain, Host};
use chie_domain::claim::Claim;
use chie_domain::ground::Ground;
use chie_domain::hours::Hours;
use chie_domain::id::{ActId, ClaimId, MemberId, PhotoId, PostId, ProofId, ReplyId, ThreadId};
use chie_domain::letter::{Stop, Subject};
use chie_domain::markup::Markup;
use chie_domain::markup::SafeUrl;
use chie_domain::photo::{Colours, Media};
use chie_domain::policy::Role;
use chie_domain::proof::{Method, Sighting};
use chie_domain::text::{ProductKey, ProductName};
use chie_domain::tiding::Tiding;
use chie_domain::time::Timestamp;
use serde::{Deserialize, Serialize};

use crate::sql::Fault;

/// An Account's opaque name: a keyed hash of an e-mail address with the key's version. Two callers with the same one are the
/// same person.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct AccountId(pub String);

/// Who asks, as the edge found out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Caller {
    /// Nobody in particular.
    Visitor,
    /// A guest or member of this community, by a widget session. It has no power of staff, whoever the person is.
    Member(MemberId),
    /// Signed in on the console's host.
    Console(AccountId),
    /// Signed in on the console's host with one of the operators' addresses.
    Operator(AccountId),
}

/// The moment of a request: its time and its randomness, both handed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moment {
    /// Now.
    pub now: Timestamp,
    /// 32 random bytes; everything minted in this request comes out of them and a counter.
    pub seed: [u8; 32],
}

/// An `Idempotency-Key` with the hash of the request it came with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IdempotencyKey {
    /// The key: 16 to 64 characters.
    pub key: String,
    /// A hash of route and body.
    pub request: String,
}

/// What can be asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Ask {
    /// The community as everybody sees it.
    Community,
    /// Everything the first view of a widget needs.
    Embed {
        /// The tag's product.
        product: ProductKey,
        /// Its name on that page.
        name: Option<ProductName>,
        /// Begin with this thread.
        thread: Option<ThreadId>,
    },
    /// Lines of a list; the cursor is a position by now.
    List(list_threads::Request),
    /// A thread; the cursor is a position by now.
    Thread(ThreadId, get_thread::Request),
    /// Likely threads.
    Likely(suggest_threads::Request),
    /// What is the caller's.
    Mine,
    /// What the console shows; the cursor is a position by now.
    Desk(get_desk::Request),

    /// Open the community.
    Open(open_community::Request),
    /// Ask.
    PostThread(post_thread::Request),
    /// Answer.
    PostReply(ThreadId, post_reply::Request),
    /// Me-too.
    SetMeToo(ThreadId, set_me_too::Request),
    /// Star.
    SetStar(ReplyId, set_star::Request),
    /// Accept.
    SetAccepted(ReplyId, set_accepted::Request),
    /// The caller showed that they read mail at an address: a guest becomes a member, or the member they already are here.
    Join {
        /// The account of the address.
        account: AccountId,
        /// The address, shortened for the person's own eyes.
        address: String,
        /// How mail reaches it.
        contact: Contact,
    },

    /// Ask for a text that proves the domain.
    RequestProof(request_proof::Request),
    /// What to look for, for a request of the caller's.
    Evidence(ProofId),
    /// What was seen of it, at the caller's wish.
    RecordLooks(ProofId, Vec<request_proof::Look>),
    /// Claim threads.
    Claim(claim_threads::Request),
    /// Release a claim.
    Release(ClaimId),
    /// Answer officially.
    PostOfficialReply(ThreadId, post_official_reply::Request),
    /// Mark the official answer.
    MarkOfficialAnswer(ThreadId, mark_official_answer::Request),
    /// Set a status.
    SetStatus(ThreadId, set_status::Request),
    /// Remove a post.
    Remove(remove_post::Request),

    /// What this community has to do by itself now: outbox rows to carry out and proofs to look at again.
    Due,
    /// Outbox rows up to this number were carried out.
    OutboxDone(u64),
    /// Carrying the outbox out failed; try later, with growing patience.
    OutboxFailed,
    /// What the daily look at a proof saw.
    Rechecked(ProofId, Seen),
    /// The directory's entry, for reconciling.
    DirectoryEntry,
    /// Where every thread that everybody can see stands, for search engines.
    Addresses,

    /// Remark on a reply.
    PostComment(ReplyId, post_comment::Request),
    /// Change what one wrote.
    EditPost(PostId, edit_post::Request),
    /// Take back what one wrote.
    DeletePost(PostId),
    /// What a post said before.
    Versions(PostId),
    /// Say of which kind a thread is.
    SetKind(ThreadId, set_kind::Request),
    /// Say how one feels now that it is solved.
    SetMood(ThreadId, set_mood::Request),
    /// Say that it is not solved for the asker.
    SetNotSolved(ThreadId, set_not_solved::Request),
    /// Take the mark of danger off.
    LiftDanger(ThreadId, lift_danger::Request),
    /// Put a caution on a reply.
    SetCaution(ReplyId, set_caution::Request),
    /// Say where the maker is reached in an emergency.
    SetEmergency(set_emergency::Request),
    /// Whoever can help was told of the danger in a thread, or could not be told.
    AlarmTold(ThreadId, Told),

    /// Threads that words and filters lead to; the cursor is a position by now.
    Search(search_threads::Request),
    /// Which words mean the same here.
    SearchWords,
    /// Say which words mean the same.
    SetSearchWords(set_search_words::Request),
    /// A reading of an answer, or the end of one.
    CountReading(count_reading::Request),
    /// What everybody may know in numbers.
    Figures,
    /// A photo is on its way into a post.
    PostPhoto(NewPhoto),
    /// Its bytes are where they belong.
    PhotoArrived(PhotoId),
    /// Open a photo to everybody, or veil it.
    SetPhotoOpen(PhotoId, set_photo_open::Request),
    /// Who sees a photo.
    PhotoSeen(PhotoId),
    /// The photos of a member, for taking them along and for erasing.
    PhotosOf(MemberId),
    /// The bytes of these photos were deleted.
    PhotosDeleted(Vec<PhotoId>),
    /// Deleting them failed; try later, with growing patience.
    PhotosKept,
    /// Follow a thread, or not any more.
    SetFollow(ThreadId, set_follow::Request),
    /// Make a guest's private link; the text is the hash of its secret.
    MakeKeepLink(ThreadId, String),
    /// Take it back.
    RevokeKeepLink(ThreadId),
    /// Somebody opened a private link whose secret has this hash.
    ComeBack(String),
    /// Somebody stopped mail by the link in it, for which their member and a thread were signed.
    Stop(MemberId, ThreadId, Stop),
    /// How mail reaches somebody who acts on the console.
    Contact {
        /// The address, shortened for the person's own eyes.
        address: String,
        /// How mail reaches it.
        contact: Contact,
    },
    /// Questions that the caller may know.
    Helping(get_helping::Request),
    /// Hear of questions that wait, or not any more.
    SetHelping(set_helping::Request),
    /// The tags of a thread, and what its words suggest.
    Tags(ThreadId),
    /// Choose them.
    SetTags(ThreadId, set_tags::Request),
    /// A thread is the same as another one, or not after all.
    SetDuplicate(ThreadId, set_duplicate::Request),
    /// A part of the whole community as a file, from the beginning or from where the last one ended.
    Export(Option<String>),
    /// A part of a file that is brought in, by its number.
    ImportPart(u32, String),
    /// Bring in the file of so many parts.
    Import(u32),
    /// A letter went out.
    LetterSent(u64),
    /// A letter could not be handed over; try later, with growing patience.
    LetterFailed(u64),
    /// News of the brand's place went out.
    TidingSent(u64),
    /// They could not be handed over; try later, with growing patience.
    TidingFailed(u64),
    /// Who acts for the brand.
    SeePeople,
    /// Change who does.
    People(PeopleAsk),
    /// On which sites the tag shows this community, for whoever acts for the brand.
    Sites,
    /// Say on which.
    SetSites(set_sites::Request),
    /// On which it does, for the edge.
    CountingSites,
    /// Every photo whose bytes are kept, for wiping.
    AllPhotos,
    /// The threads that customers run, as they are judged before claiming; the cursor is a position by now.
    Triage(get_triage::Request),
    /// What waits for the company.
    SeeWork,
    /// What colleagues noted on a thread.
    Notes(ThreadId),
    /// The overview.
    Overview,
    /// Who has stood behind this place.
    History,
    /// Do some of the company's own work.
    Work(WorkAsk),
}

/// The company's own work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum WorkAsk {
    /// Take a thread, or hand it back.
    Take(ThreadId, bool),
    /// Leave a note for colleagues.
    Note(ThreadId, post_note::Request),
    /// Keep a reply under a title.
    SaveReply(set_saved_reply::Request),
    /// Say when somebody is there.
    SetHours(set_hours::Request),
    /// Settle what arrived old.
    Settle(settle_arrivals::Request),
    /// Undo an act of claiming.
    Undo(ActId),
}

/// What changes who acts for the brand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum PeopleAsk {
    /// Invite somebody.
    Invite {
        /// The account of the address.
        account: AccountId,
        /// The address, shortened.
        address: String,
        /// How mail reaches it.
        contact: Contact,
        /// In which role.
        role: Role,
    },
    /// Give somebody another role.
    SetRole(MemberId, Role),
    /// Somebody leaves or is removed.
    Remove(MemberId),
    /// Object to somebody who is about to join, or not any more.
    Object(MemberId, bool),
    /// Make a new recovery code.
    MakeRecoveryCode,
    /// Join the place of the company that was here before, by its code or as one of its owners.
    JoinFormer(Option<String>),
}

/// A photo that was looked at and cleaned; its bytes stay outside.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewPhoto {
    /// Which kind of file.
    pub media: Media,
    /// How wide, in pixels.
    pub width: u32,
    /// How high, in pixels.
    pub height: u32,
    /// How large, in bytes.
    pub bytes: u32,
    /// What is shown of it while it is veiled.
    pub colours: Colours,
}

/// Who sees a photo.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum PhotoSeen {
    /// Everybody.
    ByAll,
    /// Whoever has this key.
    ByKey(String),
    /// Nobody.
    ByNobody,
}

/// How mail reaches somebody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// The address under a key that the engine does not have.
    pub sealed: String,
    /// The language to write in.
    pub lang: String,
}

/// What a daily look saw.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Seen {
    /// The exact evidence.
    Yes,
    /// Not the evidence.
    No,
}

impl From<Seen> for Sighting {
    fn from(seen: Seen) -> Self {
        match seen {
            Seen::Yes => Self::Seen,
            Seen::No => Self::Missed,
        }
    }
}

/// What comes back.
#[expect(clippy::large_enum_variant, reason = "an answer is made once, written down as JSON and dropped")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Outcome {
    /// To [`Ask::Community`].
    Community(CommunityView),
    /// To [`Ask::Embed`].
    Embed(EmbedParts),
    /// To [`Ask::List`]; the cursor is a position still.
    List(ThreadPage),
    /// To [`Ask::Thread`] and whatever changes a thread.
    Thread(ThreadView),
    /// To [`Ask::Likely`].
    Likely(suggest_threads::Response),
    /// To [`Ask::Mine`].
    Mine(MineView),
    /// To [`Ask::Desk`].
    Desk(get_desk::Response),
    /// To [`Ask::Open`]; the second is the guest that was made.
    Opened(open_community::Outcome, BrandDomain, ProductKey, Option<MemberId>),
    /// To [`Ask::PostThread`]; the second is the guest that was made, the third how many minutes half of the questions waited.
    PostedThread(ThreadView, Option<MemberId>, Option<u32>),
    /// To [`Ask::PostReply`]; the second is the guest that was made.
    PostedReply(ReplyView, Option<MemberId>),
    /// To [`Ask::SetMeToo`] and [`Ask::SetStar`]: how many there are now; the second is the guest that was made.
    Count(u32, Option<MemberId>),
    /// To [`Ask::Join`].
    Joined(MemberId, MineView),
    /// To [`Ask::RequestProof`] and [`Ask::RecordLooks`].
    Proof(request_proof::Response),
    /// To [`Ask::Evidence`].
    Evidence(Sought),
    /// To [`Ask::Release`].
    Claim(Claim),
    /// To [`Ask::Claim`]; the second is the recovery code, with the first claim, the third the act that can be undone.
    Claimed(Claim, Option<String>, Option<ActId>),
    /// To [`Ask::Triage`]; the cursor is a position still.
    Triage(get_triage::Response),
    /// To [`Ask::SeeWork`].
    Work(get_work::Response),
    /// To [`Ask::Notes`] and [`WorkAsk::Note`].
    Notes(get_notes::Response),
    /// To [`Ask::Overview`].
    Overview(get_overview::Response),
    /// To [`Ask::History`].
    History(get_history::Response),
    /// To [`WorkAsk::SaveReply`].
    Saved(Vec<get_work::SavedReply>),
    /// To [`WorkAsk::SetHours`].
    Hours(Hours),
    /// To [`WorkAsk::Settle`]: how many.
    Settled(u32),
    /// To [`Ask::SeePeople`] and what changes them.
    People(get_people::Response),
    /// To [`PeopleAsk::Remove`]: what has to happen first, if anything.
    Removal(Option<get_people::SeatStanding>),
    /// To [`PeopleAsk::MakeRecoveryCode`].
    RecoveryCode(String),
    /// To [`Ask::Remove`].
    Removed(Ground),
    /// To [`Ask::Due`].
    Due(Due),
    /// To [`Ask::DirectoryEntry`]; nothing where nobody has opened the community.
    DirectoryEntry(Option<search_directory::BrandEntry>),
    /// To [`Ask::Search`]; the cursor is a position still.
    Search(search_threads::Response),
    /// To [`Ask::SearchWords`] and [`Ask::SetSearchWords`].
    SearchWords(get_search_words::Response),
    /// To [`Ask::CountReading`].
    Reading(count_reading::Response),
    /// To [`Ask::Figures`].
    Figures(get_figures::Response),
    /// To whatever has nothing to tell.
    Done,
    /// To [`Ask::PostPhoto`]; the second is the guest that was made.
    PostedPhoto(PhotoId, Option<MemberId>),
    /// To [`Ask::SetPhotoOpen`].
    Photo(PhotoView),
    /// To [`Ask::PhotoSeen`].
    PhotoSeen(PhotoSeen),
    /// To [`Ask::Export`]: lines, and where the next part begins.
    Exported(String, Option<String>),
    /// To [`Ask::Import`]: how many lines were brought in, or what is wrong with the file.
    Imported(Result<u32, ApiError>),
    /// To [`Ask::PhotosOf`] and [`Ask::AllPhotos`].
    Photos(Vec<PhotoId>),
    /// To [`Ask::Addresses`], the most recently active first.
    Addresses(Vec<Address>),
    /// To [`Ask::PostComment`]; the second is the guest that was made.
    PostedComment(CommentView, Option<MemberId>),
    /// To [`Ask::EditPost`]: title, words, and when they were changed.
    Edited(Option<String>, Post, Option<Timestamp>),
    /// To [`Ask::DeletePost`].
    Deleted(delete_post::Left),
    /// To [`Ask::Versions`].
    Versions(get_versions::Response),
    /// To [`Ask::SetEmergency`].
    Emergency(Option<SafeUrl>),
    /// To [`Ask::SetFollow`]: whether the caller follows it; the second is the guest that was made.
    Followed(bool, Option<MemberId>),
    /// To [`Ask::MakeKeepLink`]: it was kept.
    KeepLink,
    /// To [`Ask::ComeBack`]: who it is, and the thread of the link with its product.
    Returned(MemberId, ProductKey, ThreadId, MineView),
    /// To [`Ask::Helping`].
    HelpingView(get_helping::Response),
    /// To [`Ask::SetHelping`].
    Helping(bool),
    /// To [`Ask::Tags`] and [`Ask::SetTags`].
    Tags(get_tags::Response),
    /// To [`Ask::Sites`], [`Ask::SetSites`] and [`Ask::CountingSites`].
    Sites(Vec<Host>),
}

/// Where a thread stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Address {
    /// Its product.
    pub product: ProductKey,
    /// Which thread.
    pub id: ThreadId,
    /// When somebody last wrote in it.
    pub active: Timestamp,
}

/// The parts of the embed's data that the community knows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EmbedParts {
    /// The community.
    pub community: CommunityView,
    /// The product, unmade where nobody has asked yet.
    pub product: ProductView,
    /// Its first lines; the cursor is a position still.
    pub threads: ThreadPage,
    /// The thread to begin with, where it is there.
    pub thread: Option<ThreadView>,
    /// Whether search engines may keep the pages of this community.
    pub worth_finding: bool,
}

/// What to look for to see whether a proof holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sought {
    /// Which proof.
    pub proof: ProofId,
    /// How.
    pub method: Method,
    /// Where.
    pub host: Host,
    /// The token that must be there.
    pub token: String,
}

/// What a community has to do by itself.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Due {
    /// Rows to carry out, in order.
    pub outbox: Vec<OutboxRow>,
    /// Proofs to look at again.
    pub proofs: Vec<Sought>,
    /// Photos whose bytes are to be deleted.
    pub photos: Vec<PhotoId>,
    /// Threads that speak of danger, of which nobody was told yet.
    pub alarms: Vec<Alarm>,
    /// Mail to send.
    pub letters: Vec<Letter>,
    /// News of the brand's place to send.
    pub tidings: Vec<TidingLetter>,
}

/// News of the brand's place for one person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TidingLetter {
    /// Its number in this community.
    pub seq: u64,
    /// The account that the address was sealed for.
    pub account: AccountId,
    /// The address under the Worker's key.
    pub sealed: String,
    /// In which language.
    pub lang: String,
    /// What happened.
    pub what: Tiding,
    /// Whom it is about: their address, shortened.
    pub who: Option<String>,
    /// When something happens.
    pub moment: Option<Timestamp>,
    /// In which role.
    pub role: Option<Role>,
    /// Of how many threads.
    pub number: Option<u64>,
    /// The latest of these threads.
    pub thread: Option<(ThreadId, ProductKey)>,
    /// To whom.
    pub member: MemberId,
    /// The brand's name, where it may be shown as fact.
    pub brand_name: Option<String>,
}

/// One letter: what it says, and the address that only the Worker can read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    /// Its number in this community: the same letter has the same number however often it is handed out.
    pub seq: u64,
    /// To whom.
    pub member: MemberId,
    /// The account that the address was sealed for.
    pub account: AccountId,
    /// The address under the Worker's key.
    pub sealed: String,
    /// In which language.
    pub lang: String,
    /// What about.
    pub subject: Subject,
    /// The brand's name, where it may be shown as fact.
    pub brand_name: Option<String>,
    /// Whether the thread is official.
    pub official: bool,
    /// What the product is called.
    pub product_name: String,
    /// The thread's line.
    pub line: ThreadRow,
    /// Who asked.
    pub asker: AuthorName,
    /// Who wrote the reply, where it is about one.
    pub writer: Option<AuthorName>,
    /// The reply it is about, else the opening post.
    pub post: Markup,
    /// The thread in which it goes on.
    pub other: Option<(ThreadId, ProductKey, String)>,
}

/// A thread that speaks of danger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alarm {
    /// Which one.
    pub thread: ThreadId,
    /// Of which product.
    pub product: ProductKey,
    /// Its title.
    pub title: String,
    /// Whether it is official.
    pub official: bool,
}

/// Whether somebody was told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Told {
    /// They were.
    Yes,
    /// They could not be reached; try later, with growing patience.
    No,
}

/// One thing to tell the outside, at least once; the number makes it idempotent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutboxRow {
    /// Its number in this community.
    pub seq: u64,
    /// What to tell.
    pub what: Outside,
}

/// What the outside is told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Outside {
    /// The directory's entry changed; here it is as it was then.
    Directory(search_directory::BrandEntry),
}

/// Why an ask was not done.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Trouble {
    /// The caller is told; nothing has changed.
    #[error("{}: {}", .0.code, .0.message)]
    Refused(ApiError),
    /// We failed; nothing has changed.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl Ask {
    /// Whether this may change anything; what only reads creates nothing.
    pub const fn writes(&self) -> bool {
        match self {
            Self::Community
            | Self::Embed { .. }
            | Self::List(_)
            | Self::Thread(..)
            | Self::Likely(_)
            | Self::Mine
            | Self::Helping(_)
            | Self::Tags(_)
            | Self::Desk(_)
            | Self::Search(_)
            | Self::SearchWords
            | Self::Sites
            | Self::CountingSites
            | Self::AllPhotos
            | Self::Figures
            | Self::DirectoryEntry
            | Self::Versions(_)
            | Self::Addresses
            | Self::PhotoSeen(_)
            | Self::PhotosOf(_)
            | Self::SeePeople
            | Self::Export(_)
            | Self::Triage(_)
            | Self::SeeWork
            | Self::Notes(_)
            | Self::Overview
            | Self::History => false,
            Self::Open(_)
            | Self::PostThread(_)
            | Self::PostReply(..)
            | Self::SetMeToo(..)
            | Self::SetStar(..)
            | Self::SetAccepted(..)
            | Self::Join { .. }
            | Self::RequestProof(_)
            | Self::Evidence(_)
            | Self::RecordLooks(..)
            | Self::Claim(_)
            | Self::Release(_)
            | Self::PostOfficialReply(..)
            | Self::MarkOfficialAnswer(..)
            | Self::SetStatus(..)
            | Self::Remove(_)
            | Self::Due
            | Self::OutboxDone(_)
            | Self::OutboxFailed
            | Self::SetSearchWords(_)
            | Self::SetSites(_)
            | Self::CountReading(_)
            | Self::SetFollow(..)
            | Self::MakeKeepLink(..)
            | Self::RevokeKeepLink(_)
            | Self::ComeBack(_)
            | Self::Stop(..)
            | Self::SetHelping(_)
            | Self::SetTags(..)
            | Self::SetDuplicate(..)
            | Self::ImportPart(..)
            | Self::Import(_)
            | Self::Contact { .. }
            | Self::LetterSent(_)
            | Self::LetterFailed(_)
            | Self::TidingSent(_)
            | Self::TidingFailed(_)
            | Self::People(_)
            | Self::Work(_)
            | Self::Rechecked(..)
            | Self::PostComment(..)
            | Self::EditPost(..)
            | Self::DeletePost(_)
            | Self::SetKind(..)
            | Self::SetMood(..)
            | Self::SetNotSolved(..)
            | Self::LiftDanger(..)
            | Self::SetCaution(..)
            | Self::SetEmergency(_)
            | Self::AlarmTold(..)
            | Self::PostPhoto(_)
            | Self::PhotoArrived(_)
            | Self::SetPhotoOpen(..)
            | Self::PhotosDeleted(_)
            | Self::PhotosKept => true,
        }
    }
}
