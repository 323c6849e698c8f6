//! `POST /v1/communities/{brand}/threads/{thread}/keep-link` makes a guest's private link to their own thread, and
//! `DELETE` of the same takes it back. Whoever opens the link goes on as that guest. A new link ends the one before; joining
//! with an address ends it too.

use super::error::Refusal;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The link. It is shown this once: only a hash of its secret is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// The whole address; the secret stands behind the `#`, so that no server and no log ever sees it.
    pub link: String,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum MakeKeepLinkRefusal {
    /// No such thread for this caller.
    #[error("unknown_thread: this thread is not here")]
    UnknownThread,
    /// Somebody else began it.
    #[error("not_allowed: a private link is for a thread of one's own")]
    NotYours,
    /// A confirmed address does more than a link, and a link would get around it.
    #[error("has_address: you have confirmed an address; a code sent there brings you back anywhere")]
    HasAddress,
}

impl Refusal for MakeKeepLinkRefusal {}
