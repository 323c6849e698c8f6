//! `GET /v1/communities/{brand}/likely?q=&product=`: up to five threads that may already answer what somebody types.

use super::view::ThreadRow;
use crate::text::{ProductKey, SearchText};
use serde::{Deserialize, Serialize};

/// How many are given at most.
pub const MOST: usize = 5;

/// What is typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// The line so far.
    pub q: SearchText,
    /// The product whose page the visitor is on; its threads come first.
    #[serde(default)]
    pub product: Option<ProductKey>,
}

/// A thread that may answer it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Likely {
    /// Its line.
    pub row: ThreadRow,
    /// The product's name, to label threads of other products.
    pub product_name: String,
    /// One line of its official or accepted answer.
    pub answer: Option<String>,
}

/// The threads, answered ones first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// At most [`MOST`].
    pub likely: Vec<Likely>,
}
