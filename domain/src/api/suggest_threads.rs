//! `GET /v1/communities/{brand}/likely?q=&product=`: up to five threads that may already answer what somebody types.

use super::search_threads::Marked;
use super::view::ThreadRow;
use crate::text::{ProductKey, Sought};
use serde::{Deserialize, Serialize};

/// How many are given at most.
pub const MOST: usize = 5;

/// What is typed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// The line so far.
    pub q: Sought,
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
    /// Its title with the words marked.
    pub title: Marked,
    /// One line of its official, accepted or crowd answer with the words marked; empty where there is none.
    pub answer: Marked,
}

/// The threads, answered ones first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// At most [`MOST`].
    pub likely: Vec<Likely>,
}
