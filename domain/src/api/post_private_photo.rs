//! `POST /v1/communities/{brand}/threads/{thread}/private-photos?colours=`: a photo on its way into a private note. The body is the
//! picture itself, as for a post's; it is cleaned like that one, and kept encrypted. Needs an `Idempotency-Key`.

use crate::photo::Colours;
use serde::{Deserialize, Serialize};

pub use super::post_photo::Response;

/// What goes along in the address: what every photo is sent with. It is not used here, because nobody sees this one veiled.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Request {
    /// Its colours.
    pub colours: Option<Colours>,
}
