//! `GET /v1/communities/{brand}/threads/{thread}/private-notes`: what the brand and the caller, whose thread it is, wrote to each
//! other in private; and `GET …/private-requests`, the same for those who act for the brand, on the console's host. Nobody else
//! ever sees it, and everything in it goes by itself.

use super::error::Refusal;
use crate::id::PhotoId;
use crate::private::{PrivateStanding, Side, Wanted};
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The exchange, oldest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// Whether the caller can write now.
    pub standing: PrivateStanding,
    /// The notes.
    pub notes: Vec<PrivateNoteView>,
}

/// A private note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PrivateNoteView {
    /// Whose it is.
    pub side: Side,
    /// For colleagues only: which of them it was, by their shortened address.
    pub who: Option<String>,
    /// What the brand asks for.
    pub wanted: Option<Wanted>,
    /// In plain words.
    pub body: String,
    /// Photos of the asker's, each at an address that wants the same credentials as this one.
    pub photos: Vec<PhotoId>,
    /// When.
    pub at: Timestamp,
    /// When it goes.
    pub until: Timestamp,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum GetPrivateNotesRefusal {
    /// Neither the asker nor somebody who acts for the brand.
    #[error("not_allowed: private notes are between whoever asked and the brand")]
    NotAllowed,
    /// No such thread.
    #[error("unknown_thread: this thread is not here")]
    UnknownThread,
    /// The page around the widget is neither the brand's nor Chie's own.
    #[error("other_site: private notes are shown on the brand's own pages and on Chie's; open the thread there")]
    OtherSite,
}

impl Refusal for GetPrivateNotesRefusal {}
