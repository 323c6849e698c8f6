//! `GET /v1/communities/{brand}/mine`: what belongs to the caller, fetched apart so that public answers stay the same for
//! everybody.

use super::view::MineView;

/// What is the caller's. A caller without a session gets an empty one, never an error.
pub type Response = MineView;
