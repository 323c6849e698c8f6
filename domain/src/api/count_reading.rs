//! `POST /v1/communities/{brand}/readings`: a device tells that somebody read an answered thread, or, if they asked after all
//! within seven days, takes that back. No credentials, no thread and no person go along: the receipt is a random name that only
//! the device knows, and it is forgotten after seven days.

use super::error::Refusal;
use crate::id::ReadingId;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// After so many days without a question a reading counts.
pub const DAYS: u64 = 7;

/// A reading, or the end of one.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Request {
    /// The receipt of a reading that a question followed; none for a new reading.
    pub asked_after: Option<ReadingId>,
}

/// What to keep on the device.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// The receipt of a new reading.
    pub receipt: Option<ReadingId>,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum CountReadingRefusal {
    /// Nobody has opened this community.
    #[error("not_found: nobody has opened this community yet")]
    NotFound,
}

impl Refusal for CountReadingRefusal {}
