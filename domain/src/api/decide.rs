//! `POST /v1/communities/{brand}/decisions`: the operator decides what becomes of something, on a published ground. The author is
//! told and may appeal. The brand cannot do this.

use super::error::Refusal;
use super::get_matter;
use crate::ground::Ground;
use crate::id::ThreadId;
use crate::matter::{Matter, Verdict};
use crate::text::{ProductKey, Reason};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// What is decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// About what.
    pub about: Matter,
    /// What becomes of it.
    pub verdict: Verdict,
    /// The published ground, for whatever goes against somebody.
    #[serde(default)]
    pub ground: Option<Ground>,
    /// What the author is told besides.
    #[serde(default)]
    pub words: Option<Reason>,
    /// The thread in which it goes on, to merge it.
    #[serde(default)]
    pub of: Option<ThreadId>,
    /// The product that it belongs to, to move it.
    #[serde(default)]
    pub product: Option<ProductKey>,
}

/// It is done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// The matter as it stands now.
    pub matter: get_matter::Response,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum DecideRefusal {
    /// Not the operator.
    #[error("not_allowed: only the operator decides, on a published ground")]
    NotAllowed,
    /// No such thing.
    #[error("not_found: this is not here any more")]
    NotFound,
    /// Whatever goes against somebody names a ground.
    #[error("ground_missing: name the published ground")]
    GroundMissing,
    /// It cannot be done to this.
    #[error("not_fitting: this cannot be done to it")]
    NotFitting,
    /// To merge, name the thread in which it goes on.
    #[error("unknown_master: name a thread that everybody sees and that is not this one")]
    UnknownMaster,
    /// To move, name a product that is there.
    #[error("unknown_product: name a product of this community")]
    UnknownProduct,
    /// Whoever decided does not decide about the appeal, where there is another operator.
    #[error("another_operator: you decided this yourself; another operator decides about the appeal")]
    AnotherOperator,
    /// Where there is no other, not before a day has passed.
    #[error("after_a_day: you decided this yourself; look at it again when a day has passed")]
    AfterADay,
}

impl Refusal for DecideRefusal {
    fn field(&self) -> &'static str {
        match self {
            Self::GroundMissing => "ground",
            Self::UnknownMaster => "of",
            Self::UnknownProduct => "product",
            Self::NotAllowed | Self::NotFound | Self::NotFitting | Self::AnotherOperator | Self::AfterADay => "",
        }
    }
}
