//! `PUT /v1/communities/{brand}/replies/{reply}/accepted`: the asker says that this solved it, or takes it back.

use super::error::Refusal;
use super::view::ThreadView;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Whether it solved the matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// Yes or no; saying it twice changes nothing.
    pub on: bool,
}

/// The thread as everybody sees it now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// The thread.
    pub thread: ThreadView,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SetAcceptedRefusal {
    /// No such reply for this caller.
    #[error("not_found: this reply is not here")]
    NotFound,
    /// Somebody else asked.
    #[error("not_allowed: only the person who asked can accept an answer")]
    NotTheAsker,
}

impl Refusal for SetAcceptedRefusal {}
