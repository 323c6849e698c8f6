//! `GET /v1/communities/{brand}/figures`: figures about a community that everybody may read, each with its method beside it.

use serde::{Deserialize, Serialize};

/// How [`Response::left_with_answer`] is counted, in English, for whoever reads the figures as data.
pub const METHOD: &str = "Visits in which somebody read a thread that has an official, accepted or starred answer for at least ten \
seconds and did not ask anything within the next seven days on the same device. At most one a device in seven days; devices \
that keep no data are not counted; nothing identifies the reader. Only days whose seven days are over are shown.";

/// The figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// How many people left with an answer in the last 30 counted days.
    pub left_with_answer: u32,
    /// The same, since counting began.
    pub left_with_answer_ever: u32,
    /// How many readings are not counted yet: their seven days are not over, and whoever asks meanwhile is not counted.
    pub still_open: u32,
    /// How this is counted.
    pub method: String,
}
