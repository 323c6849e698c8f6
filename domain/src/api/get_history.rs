//! `GET /v1/communities/{brand}/history`: who has stood behind this place and when, for everybody: proven, claimed, released, lapsed. No person is named.

use crate::proof::Method;
use crate::text::ProductKey;
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

/// The history, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// What happened.
    pub lines: Vec<Line>,
}

/// One thing that happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// When.
    pub at: Timestamp,
    /// What.
    pub what: What,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// Somebody opened the place.
    Opened,
    /// A company proved the domain that had not been here before.
    Proven(Method),
    /// The last proof lapsed.
    Lapsed,
    /// The whole community was claimed.
    ClaimedAll,
    /// What begins from then on was claimed.
    ClaimedFromThen,
    /// A product was claimed.
    ClaimedProduct(ProductKey),
    /// That many single threads were claimed at once.
    ClaimedThreads(u32),
    /// Something that was claimed was given back.
    Released,
    /// A product has another name: the former and the present one.
    Renamed(String, String),
    /// A product that a tag had made was confirmed.
    Confirmed(String),
    /// A product was merged into another one.
    Merged(String, String),
    /// Nothing new is asked about a product.
    Retired(String),
    /// It is asked about again.
    Reopened(String),
    /// From that moment on nothing new is asked here, because the brand answers elsewhere.
    Signposted(Timestamp),
    /// The brand took that back.
    SignTaken,
}
