//! `GET /v1/communities/{brand}/challenge`: work for a browser, as `altcha` has it: find the number that, behind the salt, hashes to the challenge. It is asked for
//! only after a refusal with the code `work_needed`, which comes only while very many newcomers write at once. The answer travels in the header
//! `chie-form` of the post, as `work=` and the base64url of these fields with the number as JSON; it counts once.

use serde::{Deserialize, Serialize};

/// Work to do, for one post in this community.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// How it hashes: always `SHA-256`.
    pub algorithm: String,
    /// The hash to find, in hexadecimal digits.
    pub challenge: String,
    /// The number is at most this.
    pub maxnumber: u32,
    /// What stands before the number; it says until when it counts.
    pub salt: String,
    /// By which the server knows that it gave this out.
    pub signature: String,
}
