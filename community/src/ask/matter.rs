//! Asks that belong to one matter each, and what they bring along.

use super::{AccountId, Contact, Seen};
use chie_domain::api::{make_webhook, post_note, request_proof, set_hours, set_introduction, set_saved_reply, settle_arrivals};
use chie_domain::api_key::{KeyScope, KeyScopes};
use chie_domain::brand::BrandDomain;
use chie_domain::hours::Clock;
use chie_domain::id::{ActId, ApiKeyId, DeliveryId, MemberId, PhotoId, SignOnKeyId, TenancyId, ThreadId, WebhookId};
use chie_domain::photo::{Colours, Media};
use chie_domain::policy::Role;
use chie_domain::private::Wanted;
use chie_domain::site::Room;
use chie_domain::text::DisplayName;
use chie_domain::time::Timestamp;
use chie_domain::webhook::HookAnswer;
use serde::{Deserialize, Serialize};

/// What is private on a thread, for those between whom it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum SeePrivate {
    /// The notes, their words sealed as they are kept.
    Notes,
    /// In which tenancy the caller can write now: what they write is sealed for it.
    Place,
    /// A photo.
    Photo(PhotoId),
}

/// Words that only the Worker can read, and the tenancy that they were sealed for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sealed {
    /// The tenancy.
    pub tenancy: TenancyId,
    /// The words.
    pub text: String,
}

/// What writes something private.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum PrivateAsk {
    /// The brand asks for something.
    Ask(ThreadId, Wanted, Sealed),
    /// The asker answers.
    Answer(ThreadId, Sealed, Vec<PhotoId>),
    /// The asker's photo is on its way.
    PostPhoto(ThreadId, NewPhoto),
    /// Its bytes are where they belong.
    PhotoArrived(PhotoId),
}

/// What there is to do about faces and lines.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum IntroduceAsk {
    /// The caller's own.
    Mine,
    /// A face is on its way.
    Face(NewPhoto),
    /// Its bytes are where they belong.
    FaceArrived(PhotoId),
    /// Say what is shown.
    Set(set_introduction::Request),
    /// Everybody's, for everybody.
    All,
}

/// What there is to do about brand sign-on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum SignOnAsk {
    /// The keys that count, for an owner.
    See,
    /// A new key; its secret is sealed.
    Make(SignOnKeyId, String),
    /// A key counts no more.
    Revoke(SignOnKeyId),
    /// The sealed secret of a key that counts, for the Worker.
    Secret(SignOnKeyId),
    /// A token was read and believed.
    Take(SignedOn),
}

/// What there is to do about keys of programs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum KeyAsk {
    /// The keys that count, for an owner.
    See,
    /// A new key.
    Make(NewKey),
    /// A key counts no more.
    Revoke(ApiKeyId),
    /// A request came with the key of this hash, and needs this scope.
    Use(String, Option<KeyScope>),
    /// Who the owner of a personal key is here.
    MemberOf(AccountId),
}

/// A key that was made just now: all of it but itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewKey {
    /// Its identifier.
    pub id: ApiKeyId,
    /// Its hash.
    pub hash: String,
    /// How it begins.
    pub shown: String,
    /// What it is called.
    pub name: DisplayName,
    /// What it may do.
    pub scopes: KeyScopes,
    /// For how many days it counts.
    pub days: u16,
}

/// A request with a key was let in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyUsed {
    /// Whom it stands for.
    pub account: AccountId,
    /// How many more requests it has in this window.
    pub left: u32,
    /// Until when the window lasts.
    pub until: Timestamp,
}

/// What there is to do about webhooks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum WebhookAsk {
    /// All of them, for an owner.
    See,
    /// A new one; its secret is sealed.
    Make(WebhookId, make_webhook::Request, String),
    /// A new secret, sealed, for one that there is.
    Rotate(WebhookId, String),
    /// Take one away.
    Remove(WebhookId),
    /// Try one out: it is handed to whoever asked.
    Test(WebhookId),
    /// Send something again: it is handed to whoever asked.
    Again(WebhookId, DeliveryId),
    /// What was handed out under this number was sent, and this came back.
    Tried(u64, HookAnswer),
}

/// Somebody whom the brand's server has signed on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignedOn {
    /// With which key.
    pub key: SignOnKeyId,
    /// What tells the token from others.
    pub jti: String,
    /// Until when it is remembered that it was taken.
    pub until: Timestamp,
    /// The account that the brand's word makes, of the company that is here.
    pub account: AccountId,
    /// What they are called.
    pub name: Option<DisplayName>,
    /// In which of the brand's two communities: keys are kept in the one that everybody reads.
    pub room: Room,
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
    /// Name a champion, or take it back.
    Champion(MemberId, bool),
    /// Join the place of the company that was here before, by its code or as one of its owners.
    JoinFormer(Option<String>),
}

/// What is done about a further domain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum AliasAsk {
    /// It is the brand's, or not any more.
    Set(BrandDomain, bool),
    /// What to look for, at the caller's wish.
    Evidence(BrandDomain),
    /// What was seen of it.
    Looked(BrandDomain, Vec<request_proof::Look>),
    /// What the daily look saw.
    Rechecked(BrandDomain, Seen),
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

/// The company's own work.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum WorkAsk {
    /// Take a thread, or hand it back.
    Take(ThreadId, bool),
    /// Leave a note for colleagues.
    Note(ThreadId, post_note::Request),
    /// Keep a reply under a title.
    SaveReply(set_saved_reply::Request),
    /// Say when somebody is there, with what the zone's clocks show.
    SetHours(set_hours::Request, Option<Clock>),
    /// Settle what arrived old.
    Settle(settle_arrivals::Request),
    /// Undo an act of claiming.
    Undo(ActId),
}
