//! `GET /v1/communities/{brand}/helping?product=`: questions that the caller may know, those that nobody has answered first, about
//! products that they answered or asked about before others; and what they have earned.

use super::view::ThreadRow;
use crate::level::Level;
use crate::text::ProductKey;
use serde::{Deserialize, Serialize};

/// How many questions are given.
pub const MOST: u32 = 20;

/// About what.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Request {
    /// Only of this product.
    pub product: Option<ProductKey>,
}

/// What the caller may know, and what they have earned. Without a session: the questions alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// The questions.
    pub questions: Vec<ThreadRow>,
    /// Products about which the caller wants to hear of questions that wait.
    pub hears_of: Vec<ProductKey>,
    /// Questions about the product that an answer of theirs solved; about all products where none is named.
    pub solved: u32,
    /// The caller's level in the product; the highest of all where none is named.
    pub level: Level,
}
