//! `GET /v1/communities/{brand}/threads?product=&phase=&kind=&order=&cursor=&limit=`: lines of a list.

use super::error::Refusal;
use super::view::ThreadPage;
use crate::tag::Tag;
use crate::text::ProductKey;
use crate::thread::{Kind, Phase};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// How many lines are given where nothing is said.
pub const DEFAULT_LIMIT: u8 = 20;
/// How many lines are given at most.
pub const MAX_LIMIT: u8 = 50;

/// In which order lines come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Order {
    /// Solved ones that most people share first, then the most recently active.
    #[default]
    Common,
    /// The most recently active first.
    Active,
    /// The longest waiting first.
    Waiting,
    /// What most people share first.
    MeToo,
}

/// Which lines.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Request {
    /// Only of this product.
    pub product: Option<ProductKey>,
    /// Only in this state.
    pub phase: Option<Phase>,
    /// Only of this kind.
    pub kind: Option<Kind>,
    /// In this order.
    pub order: Order,
    /// From where a former page ended; it must be asked for with the same filters.
    pub cursor: Option<String>,
    /// How many, at most [`MAX_LIMIT`].
    pub limit: Option<u8>,
    /// Only with this tag.
    pub tag: Option<Tag>,
}

/// The lines.
pub type Response = ThreadPage;

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum ListThreadsRefusal {
    /// The cursor was not given out for this list.
    #[error("cursor_invalid: begin again without a cursor")]
    CursorInvalid,
    /// The cursor is older than a day.
    #[error("cursor_expired: begin again without a cursor")]
    CursorExpired,
}

impl Refusal for ListThreadsRefusal {
    fn field(&self) -> &'static str {
        "cursor"
    }
}
