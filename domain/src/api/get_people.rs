//! `GET /v1/communities/{brand}/people`: who acts for the brand, who is about to, and which live proofs stand behind it.

use super::error::Refusal;
use super::view::AuthorName;
use crate::brand::Host;
use crate::id::{MemberId, ProofId};
use crate::mark::Mark;
use crate::policy::Role;
use crate::proof::{Method, ProofState};
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Everybody with a seat, and every proof that counts or waits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// The people, owners first.
    pub people: Vec<PersonView>,
    /// The live proofs, the strongest first.
    pub proofs: Vec<LiveProof>,
    /// When the recovery code that counts was made; none before the first claim.
    pub recovery: Option<Timestamp>,
    /// Customers who carry a mark beside their name.
    pub marked: Vec<MarkedPerson>,
}

/// A customer with a mark.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MarkedPerson {
    /// Who.
    pub member: MemberId,
    /// What they are called.
    pub name: AuthorName,
    /// The mark.
    pub mark: Mark,
}

/// Somebody who acts for the brand, or will.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonView {
    /// Who.
    pub member: MemberId,
    /// Their address, shortened.
    pub address: Option<String>,
    /// In which role.
    pub role: Role,
    /// Where they stand.
    pub standing: SeatStanding,
    /// Whether it is the caller.
    pub me: bool,
    /// Whether a DNS proof of theirs is live: they can object, and cannot be removed until their record is gone.
    pub by_dns: bool,
}

/// Where somebody with a seat stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SeatStanding {
    /// They were invited and have not signed in yet.
    Invited,
    /// They act, since then.
    Acts(Timestamp),
    /// They have proven the domain and join then.
    JoinsAt(Timestamp),
    /// An owner objected: both keep what they have until one record is gone.
    Contested,
    /// An owner is to be removed then, or as soon as a second owner says so too.
    LeavesAt(Timestamp),
    /// An owner asked for their removal; a second owner has to say so too.
    RemovalAsked,
}

/// A proof that counts or is about to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LiveProof {
    /// Which.
    pub id: ProofId,
    /// Whose address, shortened.
    pub address: Option<String>,
    /// Whether whoever proved has a seat still; a proof that was left over should be taken away.
    pub left_over: bool,
    /// How.
    pub method: Method,
    /// For which host.
    pub host: Host,
    /// Where it stands.
    pub state: ProofState,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum GetPeopleRefusal {
    /// No authority here.
    #[error("not_allowed: prove the brand's domain first")]
    NotAllowed,
}

impl Refusal for GetPeopleRefusal {}
