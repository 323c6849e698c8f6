//! `POST /v1/communities/{brand}/proofs`: somebody signed in on the console asks for a text to put under the brand's domain.
//! Asking changes nothing for anybody. The same person asking again for the same method gets the same text while it lives.

use super::error::Refusal;
use super::view::SeatView;
use crate::brand::Host;
use crate::id::ProofId;
use crate::proof::{Method, Placement, ProofState};
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// How.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// The method.
    pub method: Method,
    /// For a file or a meta tag: the brand's domain or its `www`; the domain where it is left out.
    #[serde(default)]
    pub host: Option<Host>,
    /// A new text even where the former one is proven: hard cases take a proof of the last day.
    #[serde(default)]
    pub fresh: bool,
}

/// What one look at the evidence gave, as it is shown to the person who tries.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Look {
    /// Who or what was asked: a resolver's or a page's address.
    pub asked: String,
    /// What came back, shortened: the records, the first bytes, the status.
    pub answer: String,
    /// What that means.
    pub finding: Finding,
    /// When.
    pub at: Timestamp,
}

/// What a look at the evidence means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Finding {
    /// The exact text.
    Found,
    /// Nothing there yet.
    Nothing,
    /// A Chie text that is not the one asked for: an old one, another person's or another brand's.
    Different,
    /// Something is there that is no Chie text at all.
    Unrelated,
    /// More records than are looked at.
    TooMany,
    /// The answer was larger than what is read.
    TooLarge,
    /// It leads away from the brand's domain, or nowhere, or round in a circle.
    LeadsAway,
    /// Another status than 200.
    BadStatus,
    /// No answer in time.
    TimedOut,
    /// No answer at all: the name does not exist, the connection was refused, the resolver failed.
    Unreachable,
}

/// A proof as the person who asked for it sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProofView {
    /// Which.
    pub id: ProofId,
    /// How.
    pub method: Method,
    /// For which host; the brand's domain for DNS.
    pub host: Host,
    /// Where it stands.
    pub state: ProofState,
    /// What to put where.
    pub placement: Placement,
    /// Until when the request can be fulfilled.
    pub until: Timestamp,
    /// What the last check saw; empty before the first.
    pub looks: Vec<Look>,
    /// The page to forward to whoever runs the DNS, while a record is asked for.
    pub forward: Option<String>,
}

/// The proof, and what the caller is in the company by now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// The proof.
    pub proof: ProofView,
    /// The caller's seat, once a proof of theirs is confirmed.
    pub seat: Option<SeatView>,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum RequestProofRefusal {
    /// The host is not the brand's front.
    #[error("wrong_host: choose the brand's domain itself or its www")]
    WrongHost,
    /// Too many open requests of one person.
    #[error("too_many: finish one of your open requests first")]
    TooMany,
}

impl Refusal for RequestProofRefusal {
    fn field(&self) -> &'static str {
        match self {
            Self::WrongHost => "host",
            Self::TooMany => "",
        }
    }
}
