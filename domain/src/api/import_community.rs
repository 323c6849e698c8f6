//! `POST /v1/communities/{brand}/import`: the operator brings a file that `GET …/export` gave into a place where nobody has opened
//! the brand's community yet. All of it or nothing: `bad_file` names the lines that are wrong.

use serde::{Deserialize, Serialize};

/// What was brought in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// How many lines the file had.
    pub lines: u32,
}
