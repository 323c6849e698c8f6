//! `GET /v1/house`: everything that waits for the operator, over all brands, what is most pressing first, and the names that
//! brands were given. It holds no words of anybody else: those are with their community.

use crate::brand::BrandDomain;
use crate::ground::Ground;
use crate::matter::{Matter, Waits};
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

/// How many lines are shown at most.
pub const MOST: u32 = 200;

/// The queue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// What waits.
    pub lines: Vec<Line>,
    /// How many wait in all.
    pub total: u32,
    /// Brands whose name is held, or of which somebody says that they are not that company.
    pub names: Vec<NameMatter>,
}

/// A brand's name that waits for a decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NameMatter {
    /// Which brand.
    pub brand: BrandDomain,
    /// The name that is held.
    pub held: Option<String>,
    /// Brands that have this name, or one that looks like it.
    pub like: Vec<BrandDomain>,
    /// How many doubts nobody has looked at.
    pub doubts: u32,
}

/// One thing that waits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// In which community.
    pub brand: BrandDomain,
    /// What it is about.
    pub about: Matter,
    /// Why it waits.
    pub waits: Waits,
    /// The ground that was named.
    pub ground: Ground,
    /// What the flags since the last decision weigh.
    pub weight: u32,
    /// Whether it is hidden meanwhile.
    pub hidden: bool,
    /// Since when.
    pub since: Timestamp,
}

impl Line {
    /// What is looked at first: what harms while it is read, then appeals and requests, then what more people flagged.
    pub fn urgency(&self) -> u32 {
        let harm = if self.ground.hides_at_once() { 2_000 } else { 0 };
        let asked = match self.waits {
            Waits::Appealed => 1_500,
            Waits::Requested => 1_000,
            Waits::Flagged | Waits::Held => 0,
        };
        harm + asked + self.weight.min(999)
    }
}
