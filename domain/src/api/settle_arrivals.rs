//! `POST /v1/communities/{brand}/arrivals`: what to do about threads that were old when they were claimed, many at once: thank and leave them, ask whether
//! it is still so, or close them as old. Needs an `Idempotency-Key`.

use super::error::Refusal;
use crate::claim::ThreadIds;
use crate::text::{Body, DisplayName};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Which, what, and in which words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// The threads, with commas between.
    pub threads: ThreadIds,
    /// What to do.
    pub what: Settle,
    /// What is posted in each of them, officially. Nothing is posted where it is left out; closing always says why.
    #[serde(default)]
    pub body: Option<Body>,
    /// Whose name stands under it.
    #[serde(default)]
    pub name: Option<DisplayName>,
}

/// What to do about an old thread.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Settle {
    /// Thank those who wrote, and leave it as it is.
    Thank,
    /// Ask whether it is still so.
    Ask,
    /// Close it as old: a question is answered with its reason, and no longer open.
    Close,
}

impl Settle {
    /// Its stable name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Thank => "thank",
            Self::Ask => "ask",
            Self::Close => "close",
        }
    }
}

/// How many left the tray; a thread that was not in it is left alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// How many.
    pub settled: u32,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SettleArrivalsRefusal {
    /// No authority here.
    #[error("not_allowed: only the brand's representatives can do this")]
    NotAllowed,
    /// Words without a name, or closing without words.
    #[error("words_needed: asking and closing need words, and words a name")]
    WordsNeeded,
    /// More than a post takes.
    #[error("too_long: shorten this text")]
    BodyTooLong,
}

impl Refusal for SettleArrivalsRefusal {
    fn field(&self) -> &'static str {
        match self {
            Self::NotAllowed => "",
            Self::WordsNeeded | Self::BodyTooLong => "body",
        }
    }
}
