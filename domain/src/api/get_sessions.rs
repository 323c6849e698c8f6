//! `GET /v1/console/sessions`: where somebody is signed in on the console.

use crate::id::SessionId;
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

/// All of them, the newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// The sessions that count.
    pub sessions: Vec<SessionView>,
}

/// Somebody signed in on one device.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionView {
    /// Which.
    pub id: SessionId,
    /// Since when.
    pub since: Timestamp,
    /// The program, as it named itself: the beginning of its user agent.
    pub program: String,
    /// Whether it is the one that asks.
    pub this: bool,
}
