//! Breaking things on purpose, for tests only: what a panic, a hang or an answer before its write does to everybody else.
//! Nothing here runs unless the settings have test hooks, which production refuses.

use serde::{Deserialize, Serialize};

/// What to break in the object that is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Fault {
    /// Panic.
    Panic,
    /// Never answer.
    Hang,
    /// Answer first and write a moment later: the control that the kill test must catch.
    AnswerFirst,
    /// The bucket of the photos takes nothing.
    Photos,
    /// The object is of another build than the edge.
    OtherBuild,
}

impl Fault {
    /// The fault of that name.
    pub(crate) fn from_code(code: &str) -> Option<Self> {
        match code {
            "panic" => Some(Self::Panic),
            "hang" => Some(Self::Hang),
            "answer_first" => Some(Self::AnswerFirst),
            "photos" => Some(Self::Photos),
            "other_build" => Some(Self::OtherBuild),
            _ => None,
        }
    }
}

/// Panics where a test asked for it.
#[expect(clippy::panic, reason = "a test asks what a panic does")]
pub(crate) fn panic_now() -> ! {
    panic!("a test asked for this panic")
}
