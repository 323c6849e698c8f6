//! `POST /v1/codes`: sends a six-digit code to an address. The answer is the same for known and unknown addresses.

use super::error::Refusal;
use crate::text::EmailAddress;
use crate::time::Span;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// How long a code can be used.
pub const CODE_LIVES: Span = Span::minutes(10);
/// How often one code may be tried.
pub const TRIES: u32 = 5;
/// How many codes an address is sent within an hour.
pub const CODES_AN_HOUR: u32 = 5;

/// To whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// The address.
    pub email: EmailAddress,
    /// In which language the mail is written.
    #[serde(default)]
    pub lang: Option<String>,
}

/// It is on its way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Response {
    /// For how many minutes the code can be used.
    pub minutes: u32,
}

/// Why not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum RequestCodeRefusal {
    /// Too many codes for this address.
    #[error("too_many: several codes were sent already; wait an hour or use the latest one")]
    TooMany,
    /// The mail could not be handed over.
    #[error("mail_failed: the mail could not be sent; try again in a minute")]
    MailFailed,
}

impl Refusal for RequestCodeRefusal {
    fn field(&self) -> &'static str {
        "email"
    }
}
