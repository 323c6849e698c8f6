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
    /// How it came in.
    pub arrival: Arrival,
}

/// How a request came in, as the edge found out: never an address, and nothing that is kept for longer than a day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Arrival {
    /// The network under a hash whose salt changes daily; nothing where it came from this machine itself.
    pub network: Option<[u8; 16]>,
    /// Milliseconds from opening the form until it was sent, where that was measured.
    pub took: Option<u32>,
    /// Whether a field was filled in that people do not see.
    pub trapped: bool,
    /// Whether it came by a plain form, which can do no work.
    pub plain: bool,
    /// Work that the browser did, by the hash of what was asked of it.
    pub work: Option<[u8; 16]>,
    /// What a measurement looks at; nothing outside of one.
    pub measured: Option<Measured>,
}

/// Which layers of the defence a measurement leaves standing. Nobody else can leave any out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Measured {
    /// All but one.
    Without(Layer),
    /// One alone.
    Alone(Layer),
}

/// A layer of the defence against waves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Layer {
    /// Counters.
    Counters,
    /// Links of newcomers are text, and many of them wait.
    Links,
    /// The field that people do not see, and how long it took.
    Form,
    /// Nearly the same text again.
    Alike,
    /// Work in a wave.
    Work,
    /// Names.
    Names,
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
