//! What comes of an ask.

use chie_domain::api::error::ApiError;
use chie_domain::api::get_brand_keys::ApiKeyView;
use chie_domain::api::get_sign_on::SignOnKeyView;
use chie_domain::api::get_webhooks::WebhookView;
use chie_domain::api::view::{
    Author, CommentView, CommunityView, Introduction, LevelView, MineView, PhotoView, Post, ProductView, ReplyView, ThreadPage,
    ThreadRow, ThreadView,
};
use chie_domain::api::{
    count_reading, delete_post, erase_me, export_me, get_desk, get_figures, get_helping, get_naming, get_people, get_search_words,
    get_tags, get_versions, open_community, request_proof, search_threads, suggest_threads,
};
use chie_domain::api::{
    get_aliases, get_audit, get_guard, get_history, get_notes, get_overview, get_private_notes, get_triage, get_work,
};
use chie_domain::api::{get_context, get_introduction, get_products, get_set_up};
use chie_domain::api::{get_matter, get_record, get_statement};
use chie_domain::brand::{BrandDomain, Host};
use chie_domain::claim::Claim;
use chie_domain::ground::Ground;
use chie_domain::hours::Hours;
use chie_domain::id::{ActId, MemberId, PhotoId, ReplyId, TenancyId, ThreadId};
use chie_domain::markup::SafeUrl;
use chie_domain::set_up::PageAddress;
use chie_domain::text::ProductKey;
use chie_domain::time::Timestamp;
use serde::{Deserialize, Serialize};

use super::{AccountId, Address, AliasSought, Due, Forwarded, HookOut, HouseEntry, Listing, Requested, Sought};

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

/// A piece of a community as a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Piece {
    /// Whole lines.
    Lines(String),
    /// The line in which the picture of this photo stands, whose bytes are elsewhere.
    Picture(PhotoId),
}

/// What comes back.
#[expect(clippy::large_enum_variant, reason = "an answer is made once, written down and dropped")]
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Outcome {
    /// To [`Ask::Community`](super::Ask::Community).
    Community(CommunityView),
    /// To [`Ask::Embed`](super::Ask::Embed).
    Embed(EmbedParts),
    /// To [`Ask::List`](super::Ask::List); the cursor is a position still.
    List(ThreadPage),
    /// To [`Ask::Thread`](super::Ask::Thread) and whatever changes a thread.
    Thread(ThreadView),
    /// To [`Ask::Likely`](super::Ask::Likely).
    Likely(suggest_threads::Response),
    /// To [`Ask::Mine`](super::Ask::Mine).
    Mine(MineView),
    /// To [`Ask::Desk`](super::Ask::Desk).
    Desk(get_desk::Response),
    /// To [`Ask::Open`](super::Ask::Open); the second is the guest that was made.
    Opened(open_community::Outcome, BrandDomain, ProductKey, Option<MemberId>),
    /// To [`Ask::PostThread`](super::Ask::PostThread); the second is the guest that was made, the third how many minutes half of the questions waited.
    PostedThread(ThreadView, Option<MemberId>, Option<u32>),
    /// To [`Ask::PostReply`](super::Ask::PostReply); the second is the guest that was made.
    PostedReply(ReplyView, Option<MemberId>),
    /// To [`Ask::SetMeToo`](super::Ask::SetMeToo) and [`Ask::SetStar`](super::Ask::SetStar): how many there are now; the second is the guest that was made.
    Count(u32, Option<MemberId>),
    /// To [`Ask::Join`](super::Ask::Join).
    Joined(MemberId, MineView),
    /// To [`Ask::RequestProof`](super::Ask::RequestProof) and [`Ask::RecordLooks`](super::Ask::RecordLooks).
    Proof(request_proof::Response),
    /// To [`Ask::Evidence`](super::Ask::Evidence).
    Evidence(Sought),
    /// To [`Ask::Release`](super::Ask::Release).
    Claim(Claim),
    /// To [`Ask::Claim`](super::Ask::Claim); the second is the recovery code, with the first claim, the third the act that can be undone.
    Claimed(Claim, Option<String>, Option<ActId>),
    /// To [`Ask::Triage`](super::Ask::Triage); the cursor is a position still.
    Triage(get_triage::Response),
    /// To [`Ask::SeeWork`](super::Ask::SeeWork).
    Work(get_work::Response),
    /// To [`Ask::Notes`](super::Ask::Notes) and [`super::WorkAsk::Note`].
    Notes(get_notes::Response),
    /// To [`Ask::SeePrivate`](super::Ask::SeePrivate) and what writes something private; the words are sealed.
    PrivateNotes(get_private_notes::Response),
    /// To [`SeePrivate::Place`](super::SeePrivate::Place).
    PrivatePlace(TenancyId),
    /// To [`SeePrivate::Photo`](super::SeePrivate::Photo).
    PrivatePhoto,
    /// To [`Ask::Overview`](super::Ask::Overview).
    Overview(get_overview::Response),
    /// To [`Ask::History`](super::Ask::History).
    History(get_history::Response),
    /// To [`Ask::Audit`](super::Ask::Audit).
    Audit(get_audit::Response),
    /// To [`Ask::Guard`](super::Ask::Guard) and [`Ask::SetGuard`](super::Ask::SetGuard).
    Guard(get_guard::Response),
    /// To [`super::WorkAsk::SaveReply`].
    Saved(Vec<get_work::SavedReply>),
    /// To [`super::WorkAsk::SetHours`].
    Hours(Hours),
    /// To [`super::WorkAsk::Settle`]: how many.
    Settled(u32),
    /// To [`Ask::EraseMe`](super::Ask::EraseMe).
    Erased(erase_me::Response),
    /// To [`Ask::ExportMe`](super::Ask::ExportMe), with the address that only the Worker can read.
    TakenAlong(Box<export_me::Response>, Option<(AccountId, String)>),
    /// To [`Ask::SeePeople`](super::Ask::SeePeople) and what changes them.
    People(get_people::Response),
    /// To [`PeopleAsk::Remove`](super::PeopleAsk::Remove): what has to happen first, if anything.
    Removal(Option<get_people::SeatStanding>),
    /// To [`PeopleAsk::MakeRecoveryCode`](super::PeopleAsk::MakeRecoveryCode).
    RecoveryCode(String),
    /// To [`Ask::Remove`](super::Ask::Remove).
    Removed(Ground),
    /// To [`Ask::Due`](super::Ask::Due).
    Due(Due),
    /// To [`Ask::DirectoryEntry`](super::Ask::DirectoryEntry); nothing where nobody has opened the community.
    DirectoryEntry(Option<Box<Listing>>),
    /// To [`Ask::Search`](super::Ask::Search); the cursor is a position still.
    Search(search_threads::Response),
    /// To [`Ask::SearchWords`](super::Ask::SearchWords) and [`Ask::SetSearchWords`](super::Ask::SetSearchWords).
    SearchWords(get_search_words::Response),
    /// To [`Ask::CountReading`](super::Ask::CountReading).
    Reading(count_reading::Response),
    /// To [`Ask::Figures`](super::Ask::Figures).
    Figures(get_figures::Response),
    /// To whatever has nothing to tell.
    Done,
    /// To [`Ask::PostPhoto`](super::Ask::PostPhoto); the second is the guest that was made.
    PostedPhoto(PhotoId, Option<MemberId>),
    /// To [`Ask::SetPhotoOpen`](super::Ask::SetPhotoOpen).
    Photo(PhotoView),
    /// To [`Ask::PhotoSeen`](super::Ask::PhotoSeen).
    PhotoSeen(PhotoSeen),
    /// To [`Ask::Export`](super::Ask::Export): a part, and where the next one begins.
    Exported(Vec<Piece>, Option<String>),
    /// To [`Ask::Import`](super::Ask::Import): how many lines were brought in, or what is wrong with the file.
    Imported(Result<u32, ApiError>),
    /// To [`Ask::PhotosOf`](super::Ask::PhotosOf) and [`Ask::AllPhotos`](super::Ask::AllPhotos).
    Photos(Vec<PhotoId>),
    /// To [`Ask::Addresses`](super::Ask::Addresses), the most recently active first.
    Addresses(Vec<Address>),
    /// To [`Ask::Home`](super::Ask::Home).
    Home(Box<Home>),
    /// To [`Ask::MemberPage`](super::Ask::MemberPage): nothing where there is nobody whom everybody may see.
    MemberPage(Option<Box<MemberPage>>),
    /// To [`Ask::PostComment`](super::Ask::PostComment); the second is the guest that was made.
    PostedComment(CommentView, Option<MemberId>),
    /// To [`Ask::EditPost`](super::Ask::EditPost): title, words, and when they were changed.
    Edited(Option<String>, Post, Option<Timestamp>),
    /// To [`Ask::DeletePost`](super::Ask::DeletePost).
    Deleted(delete_post::Left),
    /// To [`Ask::Versions`](super::Ask::Versions).
    Versions(get_versions::Response),
    /// To [`Ask::SetEmergency`](super::Ask::SetEmergency).
    Emergency(Option<SafeUrl>),
    /// To [`Ask::SetFollow`](super::Ask::SetFollow): whether the caller follows it; the second is the guest that was made.
    Followed(bool, Option<MemberId>),
    /// To [`Ask::MakeKeepLink`](super::Ask::MakeKeepLink): it was kept.
    KeepLink,
    /// To [`Ask::ComeBack`](super::Ask::ComeBack): who it is, and the thread of the link with its product.
    Returned(MemberId, ProductKey, ThreadId, MineView),
    /// To [`Ask::Helping`](super::Ask::Helping).
    HelpingView(get_helping::Response),
    /// To [`Ask::SetHelping`](super::Ask::SetHelping).
    Helping(bool),
    /// To [`Ask::Tags`](super::Ask::Tags) and [`Ask::SetTags`](super::Ask::SetTags).
    Tags(get_tags::Response),
    /// To [`Ask::Flag`](super::Ask::Flag) and its like: whether it is hidden now.
    Flagged(bool),
    /// To [`Ask::Statement`](super::Ask::Statement) and [`Ask::Appeal`](super::Ask::Appeal).
    Statement(Box<get_statement::Response>),
    /// To [`Ask::Matter`](super::Ask::Matter) and [`Ask::Decide`](super::Ask::Decide).
    Matter(Box<get_matter::Response>),
    /// To [`Ask::Record`](super::Ask::Record).
    Record(get_record::Response),
    /// To [`Ask::HouseEntry`](super::Ask::HouseEntry).
    HouseEntry(HouseEntry),
    /// To [`Ask::Requested`](super::Ask::Requested); nothing for a key that nobody was given.
    Requested(Option<Requested>),
    /// To [`Ask::Sites`](super::Ask::Sites), [`Ask::SetSites`](super::Ask::SetSites) and [`Ask::CountingSites`](super::Ask::CountingSites).
    Sites(Vec<Host>),
    /// To [`Ask::Forwarded`](super::Ask::Forwarded); nothing where it is over.
    Forwarded(Option<Forwarded>),
    /// To [`Ask::Aliases`](super::Ask::Aliases) and [`super::AliasAsk`].
    Aliases(get_aliases::Response),
    /// To [`super::AliasAsk::Evidence`].
    AliasEvidence(AliasSought),
    /// To [`Ask::AliasesProven`](super::Ask::AliasesProven).
    AliasesProven(Vec<BrandDomain>),
    /// To [`Ask::Naming`](super::Ask::Naming) and what changes the name.
    Naming(get_naming::Response),
    /// To [`Ask::Products`](super::Ask::Products) and what changes them.
    Products(get_products::Response),
    /// To [`Ask::SetUp`](super::Ask::SetUp) and what changes it.
    SetUp(get_set_up::Response),
    /// To [`Ask::Context`](super::Ask::Context).
    Context(get_context::Response),
    /// To [`super::IntroduceAsk::Mine`] and [`super::IntroduceAsk::Set`].
    Introduction(get_introduction::Response),
    /// To [`super::IntroduceAsk::All`].
    Introductions(Vec<Introduced>),
    /// To [`super::SignOnAsk::See`] and what changes the keys.
    SignOnKeys(Vec<SignOnKeyView>),
    /// To [`super::SignOnAsk::Secret`]: whose it is, and the secret, sealed.
    SignOnSecret(TenancyId, String),
    /// To [`super::KeyAsk::See`] and what changes the keys.
    Keys(Vec<ApiKeyView>),
    /// To [`super::KeyAsk::Use`].
    KeyUsed(super::KeyUsed),
    /// To [`super::KeyAsk::MemberOf`].
    MemberOf(Option<MemberId>),
    /// To [`super::WebhookAsk::See`] and what changes them.
    Webhooks(Vec<WebhookView>),
    /// To [`super::WebhookAsk::Test`] and [`super::WebhookAsk::Again`].
    HookOut(Box<HookOut>),
}

/// Somebody who answers for the brand, as everybody sees them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Introduced {
    /// Under which name they answered last.
    pub name: String,
    /// What they show of themselves.
    pub introduction: Introduction,
}

/// What a brand's own page shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Home {
    /// The community with all of its products.
    pub community: CommunityView,
    /// What most people shared and is solved.
    pub solved: Vec<ThreadRow>,
    /// The brand's updates, the newest first.
    pub news: Vec<ThreadRow>,
    /// Whether search engines may keep the pages of this community.
    pub worth_finding: bool,
}

/// What everybody may see of a member.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemberPage {
    /// Who they are here.
    pub who: Author,
    /// Since when they are here.
    pub since: Timestamp,
    /// What they have earned.
    pub levels: Vec<LevelView>,
    /// Readers whom their replies helped.
    pub thanks: u32,
    /// What they asked, the newest first.
    pub asked: Vec<ThreadRow>,
    /// Threads in which they answered, with the reply, the newest first.
    pub answered: Vec<(ThreadRow, ReplyId)>,
    /// The brand's name where it may be shown as fact.
    pub brand_name: Option<String>,
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
    /// When somebody of the brand reads here, where it stands behind the product and promises to answer.
    pub hours: Option<Hours>,
    /// The page of the brand's own on which its threads have their one address.
    pub canonical: Option<PageAddress>,
}
