//! `GET /v1/communities/{brand}/threads/{thread}/context`: what whoever answers for the brand sees beside a thread: who follows it, who has taken it, and
//! what else its asker wrote here. Nothing that is not public, but for who has taken it.

use super::error::Refusal;
use super::get_work::Taken;
use super::view::{AuthorName, ThreadRow};
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The context.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// What the asker is called in this thread.
    pub asker: AuthorName,
    /// Since when they are here.
    pub since: Timestamp,
    /// Threads of theirs that everybody can see.
    pub asked: u32,
    /// How many of these are solved for them.
    pub solved: u32,
    /// Questions that answers of theirs solved.
    pub helped: u32,
    /// Whether they began this place.
    pub founder: bool,
    /// Their latest other threads.
    pub others: Vec<ThreadRow>,
    /// How many follow this thread.
    pub followers: u32,
    /// Since when it is the company's.
    pub claimed: Option<Timestamp>,
    /// Who has taken it.
    pub taken: Option<Taken>,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum GetContextRefusal {
    /// No authority here.
    #[error("not_allowed: prove the brand's domain first")]
    NotAllowed,
    /// There is no such thread.
    #[error("unknown_thread: there is no such thread")]
    UnknownThread,
}

impl Refusal for GetContextRefusal {}
