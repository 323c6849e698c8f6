//! `PUT /v1/communities/{brand}/set-up`: a representative says why the brand wants to be here, where its own help is, and on which page of
//! its own the community stands. What is left out is not said any more.

use super::error::Refusal;
use crate::markup::SafeUrl;
use crate::set_up::{PageAddress, Reasons};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The set-up as it is from now on.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Request {
    /// Somebody of the brand answers here.
    pub answers: Option<bool>,
    /// Customers go first, for a day.
    pub customers_first: Option<bool>,
    /// The brand is here above all to learn.
    pub learns: Option<bool>,
    /// The brand's own site shows the community.
    pub own_site: Option<bool>,
    /// The brand has help of its own.
    pub own_help: Option<bool>,
    /// Where that is.
    pub help: Option<SafeUrl>,
    /// On which page of the brand's own the community stands.
    pub page: Option<PageAddress>,
}

impl Request {
    /// The answers.
    pub const fn reasons(&self) -> Reasons {
        let Self { answers, customers_first, learns, own_site, own_help, .. } = *self;
        Reasons { answers, customers_first, learns, own_site, own_help }
    }
}

/// The set-up as it is now.
pub use super::get_set_up::Response;

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum ChangeSetUpRefusal {
    /// No authority here.
    #[error("not_allowed: only the brand's owners and representatives set its place up")]
    NotAllowed,
    /// The page is not inside what the brand has proven.
    #[error("not_proven: this page is outside of what is proven; prove the domain by DNS, or choose a page on the proven host")]
    NotProven,
    /// The place leads to the brand's own help, which has to be somewhere.
    #[error("help_needed: this place leads to your own help; take the signpost back first, or name another page")]
    HelpNeeded,
}

impl Refusal for ChangeSetUpRefusal {
    fn field(&self) -> &'static str {
        match self {
            Self::NotAllowed => "",
            Self::NotProven => "page",
            Self::HelpNeeded => "help",
        }
    }
}
