//! `POST /v1/communities/{brand}/joins` (in the widget: a guest becomes a member and keeps everything) and
//! `POST /v1/console/session` (on the console's host: sets a cookie). Both take an address and the code sent to it.

use super::error::Refusal;
use super::view::MineView;
use crate::brand::BrandDomain;
use crate::text::EmailAddress;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// To which address it was sent.
    pub email: EmailAddress,
    /// The six digits, spaces allowed.
    pub code: String,
    /// In which language the person wants mail.
    #[serde(default)]
    pub lang: Option<String>,
}

/// In the widget: who the caller is now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Joined {
    /// The session that replaces the guest's.
    pub session: String,
    /// What is the caller's.
    pub mine: MineView,
}

/// On the console's host: who is signed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignedIn {
    /// The address, for the person's own eyes.
    pub email: String,
    /// Brands that this person has asked to prove or speaks for.
    pub brands: Vec<BrandDomain>,
    /// Whether this person runs the installation.
    pub operator: bool,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum ConfirmCodeRefusal {
    /// Not this code, or none was sent, or it is over; deliberately not told apart.
    #[error("code_wrong: this code does not fit; look at the latest mail or ask for a new code")]
    CodeWrong,
    /// Five wrong tries.
    #[error("code_spent: too many tries; ask for a new code")]
    CodeSpent,
}

impl Refusal for ConfirmCodeRefusal {
    fn field(&self) -> &'static str {
        "code"
    }
}
