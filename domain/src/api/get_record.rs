//! `GET /v1/communities/{brand}/record`: the public record: what was asked for on each ground, by whom, and what came of it. Everything
//! is counted from rows that are only ever added. The brand's requests stand in a column of their own.

use crate::ground::Ground;
use crate::matter::{Asked, Verdict};
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

/// The record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// One line for each ground, in the order of the rules.
    pub lines: Vec<Line>,
    /// Appeals that were made.
    pub appeals: u32,
    /// Appeals after which it stands again.
    pub appeals_upheld: u32,
    /// Appeals that wait.
    pub appeals_waiting: u32,
    /// How often each thing was decided.
    pub verdicts: Vec<(Verdict, u32)>,
    /// Since when the community is closed, and on which ground.
    pub taken_down: Option<(Timestamp, Ground)>,
}

/// A ground.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// Which one.
    pub ground: Ground,
    /// By whom, in the order of [`Asked::ALL`].
    pub by: Vec<Count>,
}

/// What somebody asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count {
    /// Who.
    pub asked: Asked,
    /// How often.
    pub number: u32,
    /// How often they were right.
    pub upheld: u32,
    /// How often not.
    pub not_upheld: u32,
}
