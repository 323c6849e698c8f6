//! `PUT /v1/communities/{brand}/threads/{thread}/mood`: the asker says with one tap how they feel now that it is solved.

use super::error::Refusal;
use super::view::ThreadView;
use crate::mood::Face;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The face.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// How they feel now; saying it twice changes nothing.
    pub face: Face,
}

/// The thread as everybody sees it now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// The thread.
    pub thread: ThreadView,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum SetMoodRefusal {
    /// No such thread for this caller.
    #[error("unknown_thread: this thread is not here")]
    UnknownThread,
    /// Somebody else asked.
    #[error("not_allowed: only the person who asked can say how they feel")]
    NotTheAsker,
    /// They were not asked: no face stood on the post, or it is not solved.
    #[error("not_asked: a face is asked for once more when a thread with one is solved")]
    NotAsked,
}

impl Refusal for SetMoodRefusal {}
