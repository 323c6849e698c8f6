//! What can be asked of a community, by whom, and what comes back. The edge has already turned tokens and cookies into a
//! [`Caller`], cursors into positions, and outside text into the domain's types; these shapes travel to the object as postcard.

mod errand;
mod matter;
mod outcome;
mod who;

use crate::sql::Fault;
use chie_domain::api::error::ApiError;
use chie_domain::api::{
    change_set_up, claim_threads, count_reading, decide, doubt_name, edit_post, export_me, get_audit, get_desk, get_helping,
    get_thread, get_triage, judge_name, lift_danger, list_threads, mark_official_answer, open_community, post_appeal, post_comment,
    post_flag, post_official_reply, post_reply, post_thread, remove_post, request_proof, request_removal, search_threads,
    set_accepted, set_caution, set_duplicate, set_emergency, set_follow, set_guard, set_helping, set_kind, set_me_too, set_mood,
    set_my_name, set_name, set_not_solved, set_photo_open, set_product, set_search_words, set_sites, set_star, set_status,
    set_tags, suggest_threads,
};
use chie_domain::hours::{Clock, ZoneName};
use chie_domain::id::{ClaimId, MemberId, PhotoId, PostId, ProofId, ReplyId, ThreadId};
use chie_domain::letter::Stop;
use chie_domain::matter::Matter;
use chie_domain::text::{ProductKey, ProductName};
use chie_domain::time::Timestamp;
use serde::{Deserialize, Serialize};

pub use errand::{
    Address, Alarm, AliasSought, Due, Forwarded, HookOut, HouseEntry, Letter, Listing, Met, Others, OutboxRow, Outside, Requested,
    Seen, Sought, TidingLetter, Told,
};
pub use outcome::{EmbedParts, Home, Introduced, MemberPage, Outcome, PhotoSeen, Piece};
pub use who::{AccountId, Arrival, Caller, Contact, IdempotencyKey, Layer, Measured, Moment};

pub use matter::{
    AliasAsk, IntroduceAsk, KeyAsk, KeyUsed, NewKey, NewPhoto, PeopleAsk, PrivateAsk, Sealed, SeePrivate, SignOnAsk, SignedOn,
    WebhookAsk, WorkAsk,
};

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
    Open(open_community::Request, Met),
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
    /// The caller wants another name.
    SetMyName(set_my_name::Request),
    /// The caller signs out everywhere.
    EndMySessions,

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
    Remove(remove_post::Request, Others),

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
    /// What a brand's own page shows.
    Home,
    /// What everybody may see of a member and what they wrote here.
    MemberPage(MemberId),

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
    /// A picture of such a file is about to be put where it belongs.
    ImportPicture(PhotoId, NewPhoto),
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
    /// The caller takes everything of theirs away.
    EraseMe,
    /// What is known of the caller, in parts.
    ExportMe(export_me::Request),
    /// Change who does.
    People(PeopleAsk),
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
    /// A part of the record of what was done in whose name.
    Audit(get_audit::Request),
    /// What is set against waves, and what is going on.
    Guard,
    /// Set it.
    SetGuard(set_guard::Request),
    /// Do some of the company's own work.
    Work(WorkAsk),
    /// On which sites the tag shows this community, for whoever acts for the brand.
    Sites,
    /// Say on which.
    SetSites(set_sites::Request),
    /// On which it does, for the edge.
    CountingSites,
    /// Every photo whose bytes are kept, for wiping.
    AllPhotos,
    /// Somebody on a page flags something; the text is the hash of their network, of today.
    Flag(post_flag::Request, Option<String>),
    /// The brand does.
    FlagForBrand(post_flag::Request),
    /// Somebody outside asks for a post to be looked at: the hash of their receipt, and of their network.
    RequestRemoval(request_removal::Request, String, String),
    /// What became of it, for whoever holds the receipt with this hash.
    Requested(String),
    /// The author of something that was hidden or removed appeals.
    Appeal(post_appeal::Request),
    /// Why something of the caller's was hidden or removed.
    Statement(Matter),
    /// The operator decides.
    Decide(decide::Request, Others),
    /// What the operator has to know to decide.
    Matter(Matter),
    /// The public record.
    Record,
    /// What waits for the operator, for reconciling.
    HouseEntry,
    /// Further domains, for those who act for the brand.
    Aliases,
    /// Those that are proven now, for everybody.
    AliasesProven,
    /// Change or look at one.
    Alias(AliasAsk),
    /// What stands on the page that was forwarded to whoever runs the DNS.
    Forwarded(ProofId),
    /// What the brand is called, and why.
    Naming,
    /// Say what it is called.
    SetName(set_name::Request, Met),
    /// The operator decides about its name.
    JudgeName(judge_name::Request),
    /// Somebody says that this is not that company.
    DoubtName(doubt_name::Request),
    /// The directory has met a name at another brand that looks the same.
    NameMet,
    /// The products, for whoever acts for the brand.
    Products,
    /// Name a product, say what else it is called, retire it.
    SetProduct(ProductKey, set_product::Request),
    /// Merge a product into another one.
    MergeProduct(ProductKey, ProductKey),
    /// How the brand has set its place up, for whoever acts for it.
    SetUp,
    /// Set it up.
    ChangeSetUp(change_set_up::Request),
    /// From when on nothing new is asked here.
    SetSignpost(Option<Timestamp>),
    /// What is to be seen beside a thread, for whoever acts for the brand.
    Context(ThreadId),
    /// What the clocks of a zone show; nothing where nobody knows it any more.
    ZoneSeen(ZoneName, Option<Clock>),
    /// See something private of a thread.
    SeePrivate(ThreadId, SeePrivate),
    /// Write something private.
    Private(PrivateAsk),
    /// Brand sign-on.
    SignOn(SignOnAsk),
    /// Keys of programs.
    Key(KeyAsk),
    /// What those who answer for the brand show of themselves.
    Introduce(IntroduceAsk),
    /// Webhooks.
    Webhook(WebhookAsk),
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
    #[expect(clippy::too_many_lines, reason = "one line an ask")]
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
            | Self::Home
            | Self::MemberPage(_)
            | Self::PhotoSeen(_)
            | Self::PhotosOf(_)
            | Self::SeePeople
            | Self::Triage(_)
            | Self::SeeWork
            | Self::Notes(_)
            | Self::Overview
            | Self::Forwarded(_)
            | Self::Aliases
            | Self::AliasesProven
            | Self::Naming
            | Self::Products
            | Self::SetUp
            | Self::Context(_)
            | Self::SeePrivate(..)
            | Self::Audit(_)
            | Self::Guard
            | Self::Requested(_)
            | Self::Statement(_)
            | Self::Matter(_)
            | Self::Record
            | Self::HouseEntry
            | Self::SignOn(SignOnAsk::See | SignOnAsk::Secret(_))
            | Self::Key(KeyAsk::See | KeyAsk::MemberOf(_))
            | Self::Webhook(WebhookAsk::See)
            | Self::Introduce(IntroduceAsk::Mine | IntroduceAsk::All)
            | Self::History => false,
            // Taking something along is written down.
            Self::ExportMe(_)
            | Self::Export(_)
            | Self::Open(..)
            | Self::SetMyName(_)
            | Self::EndMySessions
            | Self::SetName(..)
            | Self::Alias(_)
            | Self::JudgeName(_)
            | Self::DoubtName(_)
            | Self::NameMet
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
            | Self::Remove(..)
            | Self::Flag(..)
            | Self::FlagForBrand(_)
            | Self::RequestRemoval(..)
            | Self::Appeal(_)
            | Self::Decide(..)
            | Self::Due
            | Self::OutboxDone(_)
            | Self::OutboxFailed
            | Self::SetSearchWords(_)
            | Self::SetSites(_)
            | Self::SetGuard(_)
            | Self::EraseMe
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
            | Self::ImportPicture(..)
            | Self::Import(_)
            | Self::Contact { .. }
            | Self::LetterSent(_)
            | Self::LetterFailed(_)
            | Self::TidingSent(_)
            | Self::TidingFailed(_)
            | Self::People(_)
            | Self::Work(_)
            | Self::Private(_)
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
            | Self::PhotosKept
            | Self::SetProduct(..)
            | Self::MergeProduct(..)
            | Self::ChangeSetUp(_)
            | Self::SetSignpost(_)
            | Self::Key(KeyAsk::Make(_) | KeyAsk::Revoke(_) | KeyAsk::Use(..))
            | Self::SignOn(SignOnAsk::Make(..) | SignOnAsk::Revoke(_) | SignOnAsk::Take(_))
            | Self::Webhook(_)
            | Self::Introduce(IntroduceAsk::Face(_) | IntroduceAsk::FaceArrived(_) | IntroduceAsk::Set(_))
            | Self::ZoneSeen(..) => true,
        }
    }
}
