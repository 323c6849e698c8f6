//! Replies and the three answers that stand side by side: the asker's, the crowd's and the brand's. None hides another.

use crate::thread::FanStatus;
use serde::{Deserialize, Serialize};

/// Stars from which the most starred reply counts as the crowd's answer.
pub const CROWD_THRESHOLD: u32 = 3;

/// Why a reply stands in the box of answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AnswerBy {
    /// The brand puts its name to it.
    Brand,
    /// The asker says that it solved the matter.
    Asker,
    /// The most starred reply, past the threshold.
    Crowd,
}

/// What customers made of a thread so far.
pub const fn by_customers(accepted: u32, most_stars: u32) -> FanStatus {
    if accepted > 0 {
        FanStatus::Solved
    } else if most_stars >= CROWD_THRESHOLD {
        FanStatus::SeemsSolved
    } else {
        FanStatus::Open
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn acceptance_weighs_more_than_stars() {
        assert_eq!(by_customers(0, CROWD_THRESHOLD - 1), FanStatus::Open);
        assert_eq!(by_customers(0, CROWD_THRESHOLD), FanStatus::SeemsSolved);
        assert_eq!(by_customers(1, 0), FanStatus::Solved);
    }
}
