//! `PUT /v1/communities/{brand}/saved-replies`: keeps a reply under a title, or forgets it. What stands in double braces is a blank: the console does not
//! send it before it is filled, and neither does the server take it.

use super::error::Refusal;
use super::get_work::SavedReply;
use crate::text::{Body, DisplayName};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The reply.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// What it is called.
    pub title: DisplayName,
    /// Its words; nothing forgets it.
    #[serde(default)]
    pub body: Option<Body>,
}

/// All that are saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// By their titles.
    pub saved: Vec<SavedReply>,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SetSavedReplyRefusal {
    /// No authority here.
    #[error("not_allowed: only the brand's representatives can do this")]
    NotAllowed,
    /// More than fit.
    #[error("too_many: at most 100 replies fit here")]
    TooMany,
}

impl Refusal for SetSavedReplyRefusal {}
