//! `POST /v1/communities/{brand}/returns`: somebody opened a guest's private link, on another device or after the browser forgot
//! them. Each opening makes a session of its own.

use super::error::Refusal;
use super::view::MineView;
use crate::id::ThreadId;
use crate::text::ProductKey;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The link's secret.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// What stood behind the `#`.
    pub secret: String,
}

/// The guest again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// A session for this site.
    pub session: String,
    /// Of which product the thread is.
    pub product: ProductKey,
    /// The thread that the link is for.
    pub thread: ThreadId,
    /// What is the guest's.
    pub mine: MineView,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum ComeBackRefusal {
    /// Never made, made anew since, taken back, or ended by joining; deliberately not told apart.
    #[error("link_over: this link does not count any more; a newer one may have been made, or an address confirmed")]
    LinkOver,
}

impl Refusal for ComeBackRefusal {
    fn field(&self) -> &'static str {
        "secret"
    }
}
