//! `GET /v1/communities/{brand}/audit`: the record of what was done in whose name, as a chain of hashes. Everybody reads what was done, when
//! and with which hash; only the operator reads who it was and of what. Rows are given in their order, in parts.

use super::error::Refusal;
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// How many rows one part has at most.
pub const MOST: u32 = 500;

/// Which part.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// The number of the last row that is known.
    #[serde(default)]
    pub after: Option<u64>,
}

/// One row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Its number; they have no gaps.
    pub seq: u64,
    /// When.
    pub at: Timestamp,
    /// What was done.
    pub what: String,
    /// By whom; told to the operator.
    pub actor: Option<String>,
    /// To what; told to the operator.
    pub object: Option<String>,
    /// SHA-256 of the row that follows: the row before's hash, number, moment, deed, actor and object, with `|` between.
    pub hash: String,
}

/// A part of the record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// The rows after the one that was named.
    pub rows: Vec<Row>,
    /// Whether there are more.
    pub more: bool,
    /// The first row that does not follow from the ones before it, if somebody changed the record.
    pub broken_at: Option<u64>,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum GetAuditRefusal {
    /// There is no community.
    #[error("unknown_brand: nobody has opened a community for this brand")]
    UnknownBrand,
}

impl Refusal for GetAuditRefusal {}
