//! `GET /v1/communities/{brand}/search?q=&product=&kind=&phase=&answered=&steward=&within=&order=&cursor=&limit=`: threads
//! that words lead to, or all of them where no words are given, narrowed by filters, with how many each value of a filter
//! would leave.

use super::error::Refusal;
use super::view::ThreadRow;
use crate::text::{ProductKey, Sought};
use crate::thread::{Kind, Phase};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// In which order threads come.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sort {
    /// What fits best first; without words, solved ones that most people share.
    #[default]
    Relevance,
    /// The most recently active first.
    Active,
    /// What most people share first.
    MeToo,
    /// The longest waiting first.
    Waiting,
}

/// Whose answer there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answered {
    /// The brand's official answer.
    Official,
    /// One that the asker accepted.
    Accepted,
    /// Either, or one that readers starred.
    Any,
}

/// Who stands behind a thread, as a filter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Steward {
    /// Customers.
    FanMade,
    /// The brand.
    Official,
}

/// How long ago a thread began at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Within {
    /// 24 hours.
    Day,
    /// Seven days.
    Week,
    /// 30 days.
    Month,
    /// 365 days.
    Year,
}

impl Sort {
    /// All orders.
    pub const ALL: [Self; 4] = [Self::Relevance, Self::Active, Self::MeToo, Self::Waiting];

    /// Its stable name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Relevance => "relevance",
            Self::Active => "active",
            Self::MeToo => "me_too",
            Self::Waiting => "waiting",
        }
    }
}

impl Answered {
    /// All values.
    pub const ALL: [Self; 3] = [Self::Official, Self::Accepted, Self::Any];

    /// Its stable name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Official => "official",
            Self::Accepted => "accepted",
            Self::Any => "any",
        }
    }
}

impl Steward {
    /// All values.
    pub const ALL: [Self; 2] = [Self::FanMade, Self::Official];

    /// Its stable name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::FanMade => "fan_made",
            Self::Official => "official",
        }
    }
}

impl Within {
    /// All values.
    pub const ALL: [Self; 4] = [Self::Day, Self::Week, Self::Month, Self::Year];

    /// Its stable name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Year => "year",
        }
    }

    /// How many days.
    pub const fn days(self) -> u64 {
        match self {
            Self::Day => 1,
            Self::Week => 7,
            Self::Month => 30,
            Self::Year => 365,
        }
    }
}

/// What is looked for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Request {
    /// Words, "phrases" and -exclusion.
    pub q: Option<Sought>,
    /// Only of this product.
    pub product: Option<ProductKey>,
    /// Only of this kind.
    pub kind: Option<Kind>,
    /// Only in this state.
    pub phase: Option<Phase>,
    /// Only with such an answer.
    pub answered: Option<Answered>,
    /// Only with this behind them.
    pub steward: Option<Steward>,
    /// Only begun so lately.
    pub within: Option<Within>,
    /// In this order.
    pub order: Sort,
    /// From where a former page ended; it must be asked for with the same words and filters.
    pub cursor: Option<String>,
    /// How many, at most [`super::list_threads::MAX_LIMIT`].
    pub limit: Option<u8>,
}

/// A text in pieces, plain and marked in turn, beginning with a plain one, which may be empty.
pub type Marked = Vec<String>;

/// A thread that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Match {
    /// Its line.
    pub row: ThreadRow,
    /// The product's name.
    pub product_name: String,
    /// Its title with the words marked.
    pub title: Marked,
    /// Where the words stand in it; empty where nothing was written but a title.
    pub excerpt: Marked,
}

/// How many threads a value of a filter would leave, all other filters being as they are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count<T> {
    /// The value.
    pub value: T,
    /// How many threads.
    pub threads: u32,
}

/// A product as a filter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProductCount {
    /// The product.
    pub key: ProductKey,
    /// Its name.
    pub name: String,
    /// How many threads.
    pub threads: u32,
}

/// The counts of every filter; a filter without any is one that was not counted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// By product, most first.
    pub product: Vec<ProductCount>,
    /// By kind.
    pub kind: Vec<Count<Kind>>,
    /// By state.
    pub phase: Vec<Count<Phase>>,
    /// By answer.
    pub answered: Vec<Count<Answered>>,
    /// By who stands behind them.
    pub steward: Vec<Count<Steward>>,
    /// By age.
    pub within: Vec<Count<Within>>,
}

/// What was found.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// The threads.
    pub matches: Vec<Match>,
    /// Ask with this for the next ones; opaque, valid for a day.
    pub next: Option<String>,
    /// How many there are.
    pub threads: u32,
    /// Whether there are more than were counted: then all counts mean "at least".
    pub at_least: bool,
    /// How many each value of a filter would leave.
    pub counts: Counts,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SearchThreadsRefusal {
    /// The cursor was not given out for this search.
    #[error("cursor_invalid: begin again without a cursor")]
    CursorInvalid,
    /// The cursor is older than a day.
    #[error("cursor_expired: begin again without a cursor")]
    CursorExpired,
}

impl Refusal for SearchThreadsRefusal {
    fn field(&self) -> &'static str {
        "cursor"
    }
}
