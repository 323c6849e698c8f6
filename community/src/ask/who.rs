//! Who asks, when, and where they are reached.

use chie_domain::id::MemberId;
use chie_domain::time::Timestamp;
use serde::{Deserialize, Serialize};

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

/// How mail reaches somebody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    /// The address under a key that the engine does not have.
    pub sealed: String,
    /// The language to write in.
    pub lang: String,
}
