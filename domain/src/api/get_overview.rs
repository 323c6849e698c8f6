//! `GET /v1/communities/{brand}/overview`: one page that anybody in the company can read, with each figure's method beside it; `…/overview-table` is the
//! same as CSV.

use super::error::Refusal;
use super::view::ThreadRow;
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The overview.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// Threads that are official now.
    pub claimed: u32,
    /// Of these, those that wait for an answer.
    pub waiting: u32,
    /// Of these, those whose asker accepted a customer's answer, or that stars say are solved.
    pub by_customers: u32,
    /// Of these, those with an official answer.
    pub by_us: u32,
    /// People who said that they have it too.
    pub same: u32,
    /// What most people share of what is not solved.
    pub top: Vec<ThreadRow>,
    /// Readers who found an answer and asked nothing, week by week, this week first. Of the latest seven days those still count who may
    /// ask after all.
    pub readers: Vec<ReadersOfWeek>,
}

/// Readers who found an answer within one week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadersOfWeek {
    /// The week's first day.
    pub from: Timestamp,
    /// How many.
    pub people: u32,
}

/// How many weeks are shown.
pub const WEEKS: u64 = 8;

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum GetOverviewRefusal {
    /// No authority here.
    #[error("not_allowed: prove the brand's domain first")]
    NotAllowed,
}

impl Refusal for GetOverviewRefusal {}
