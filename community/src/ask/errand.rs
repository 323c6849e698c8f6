//! What a community does by itself: what is due, handed out to the object that can reach the outside.

use chie_domain::api::get_house;
use chie_domain::api::search_directory;
use chie_domain::api::view::{AuthorName, ReplyView, ThreadRow};
use chie_domain::brand::{BrandDomain, Host};
use chie_domain::claim::Claim;
use chie_domain::ground::Ground;
use chie_domain::hours::ZoneName;
use chie_domain::id::{DeliveryId, MemberId, PhotoId, ProofId, ThreadId, WebhookId};
use chie_domain::letter::Subject;
use chie_domain::markup::Markup;
use chie_domain::matter::{Matter, Verdict};
use chie_domain::policy::Role;
use chie_domain::proof::{Method, Sighting};
use chie_domain::text::ProductKey;
use chie_domain::tiding::Tiding;
use chie_domain::time::Timestamp;
use chie_domain::webhook::{HookAddress, HookEvent};
use serde::{Deserialize, Serialize};

use super::AccountId;

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

/// What to look for in the DNS of a further domain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AliasSought {
    /// Which domain.
    pub domain: BrandDomain,
    /// The token that must be there.
    pub token: String,
}

/// What whoever runs the DNS is told of a request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Forwarded {
    /// For which host.
    pub host: Host,
    /// The token to put there.
    pub token: String,
    /// Until when it can be fulfilled.
    pub until: Timestamp,
}

/// What a community has to do by itself.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Due {
    /// Rows to carry out, in order.
    pub outbox: Vec<OutboxRow>,
    /// Proofs to look at again.
    pub proofs: Vec<Sought>,
    /// Further domains to look at again.
    pub aliases: Vec<AliasSought>,
    /// Photos whose bytes are to be deleted.
    pub photos: Vec<PhotoId>,
    /// Threads that speak of danger, of which nobody was told yet.
    pub alarms: Vec<Alarm>,
    /// Mail to send.
    pub letters: Vec<Letter>,
    /// News of the brand's place to send.
    pub tidings: Vec<TidingLetter>,
    /// A zone whose clocks are to be looked up again.
    pub zone: Option<ZoneName>,
    /// What webhooks are told.
    pub hooks: Vec<HookOut>,
}

/// One thing that a webhook is told, as everybody reads it now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HookOut {
    /// Its number in this community.
    pub seq: u64,
    /// Its name: the same however often it is handed out.
    pub id: DeliveryId,
    /// What happened.
    pub event: HookEvent,
    /// When.
    pub at: Timestamp,
    /// Which webhook.
    pub webhook: WebhookId,
    /// Where it leads.
    pub address: HookAddress,
    /// In which proven domain that lies.
    pub domain: BrandDomain,
    /// The secret under the Worker's key.
    pub sealed: String,
    /// The one before, while it signs as well.
    pub old: Option<String>,
    /// The thread it happened in.
    pub thread: Option<ThreadRow>,
    /// The reply it is about.
    pub reply: Option<ReplyView>,
    /// What was claimed or released.
    pub claim: Option<Claim>,
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
    /// On which ground something of theirs was hidden or removed.
    pub ground: Option<Ground>,
    /// What the operator wrote to them.
    pub words: Option<String>,
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
    /// The number of the mail in which it stands together with others to the same person; 0 where it goes by itself.
    pub digest: Option<u64>,
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
    Directory(Listing),
    /// The directory has nothing to say of this brand any more.
    NoDirectory(BrandDomain),
    /// What waits for the operator changed.
    House(HouseEntry),
}

/// What waits for the operator in one community.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HouseEntry {
    /// Which community.
    pub brand: BrandDomain,
    /// What waits, the most pressing first; of very many only those.
    pub lines: Vec<get_house::Line>,
    /// How many wait.
    pub total: u32,
}

/// Whether the installation has another operator than the one who asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Others {
    /// It has.
    Some,
    /// It has not.
    None,
}

/// What became of what somebody outside asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Requested {
    /// About what.
    pub about: Matter,
    /// On which ground.
    pub ground: Ground,
    /// When they asked.
    pub at: Timestamp,
    /// When it was decided, and how.
    pub decided: Option<(Timestamp, Verdict)>,
}

/// What the directory is told of a brand: what everybody may read of it, and by which looks other names are compared with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listing {
    /// Its entry.
    pub entry: search_directory::BrandEntry,
    /// Whether everybody may find it: not while its name is held and nobody has proven the domain.
    pub listed: bool,
    /// How its domain's own label looks.
    pub label_look: String,
    /// How the name looks that it is shown under.
    pub name_look: Option<String>,
    /// The name that is held for the operator.
    pub held: Option<String>,
    /// How that one looks.
    pub held_look: Option<String>,
    /// How many doubts nobody has looked at.
    pub doubts: u32,
    /// Whether the operator has not been told yet.
    pub news: bool,
    /// Further domains that lead here.
    pub aliases: Vec<BrandDomain>,
}

/// Whether another brand has a name that looks the same, as far as the directory knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Met {
    /// None has.
    Nobody,
    /// One has, or it could not be looked up.
    Another,
}
