//! What can go wrong on the way to the server, and the sentence that says what to do. Only the code of a refusal is looked
//! at; its English message is for people who read answers of the API.

use super::locale::{self, Msg};
use crate::locale::Locale;
use chie_domain::api::error::ApiError;
use chie_domain::brand::DomainError;
use chie_domain::text::TextError;
use yew::AttrValue;

/// Why something did not work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Trouble {
    /// Nobody is signed in any more.
    SignedOut,
    /// The server said no.
    Refused(ApiError),
    /// The server cannot answer now.
    Unavailable,
    /// It was not reached.
    Offline,
    /// What came back was not understood.
    Garbled,
}

impl From<ApiError> for Trouble {
    fn from(error: ApiError) -> Self {
        match error.code.as_str() {
            "sign_in_needed" | "token_invalid" | "token_expired" => Self::SignedOut,
            "unavailable" => Self::Unavailable,
            _ => Self::Refused(error),
        }
    }
}

impl From<TextError> for Trouble {
    fn from(error: TextError) -> Self {
        Self::Refused(ApiError::from_value(&error, ""))
    }
}

impl From<DomainError> for Trouble {
    fn from(error: DomainError) -> Self {
        Self::Refused(ApiError::from_value(&error, "domain"))
    }
}

impl Trouble {
    /// The code of a refusal, or nothing.
    pub(crate) fn code(&self) -> &str {
        match self {
            Self::Refused(error) => &error.code,
            Self::SignedOut | Self::Unavailable | Self::Offline | Self::Garbled => "",
        }
    }

    /// The field that a refusal is about.
    pub(crate) fn field(&self) -> &str {
        match self {
            Self::Refused(error) => &error.field,
            Self::SignedOut | Self::Unavailable | Self::Offline | Self::Garbled => "",
        }
    }

    /// A sentence that says what to do.
    pub(crate) fn say(&self, locale: Locale) -> AttrValue {
        let msg = match self {
            Self::SignedOut => Msg::SessionOver,
            Self::Unavailable => Msg::Unavailable,
            Self::Offline => Msg::Offline,
            Self::Garbled => Msg::Fault("garbled"),
            Self::Refused(error) => refused(&error.code, &error.field),
        };
        locale::say(locale, msg)
    }
}

fn refused<'a>(code: &'a str, field: &str) -> Msg<'a> {
    match (code, field) {
        ("empty", _) => Msg::FieldEmpty,
        ("too_long" | "too_large", _) => Msg::FieldTooLong,
        ("forbidden_character", _) => Msg::FieldForbidden,
        ("malformed", "email") => Msg::EmailMalformed,
        ("malformed" | "malformed_domain", "domain") | ("malformed_domain", _) => Msg::DomainMalformed,
        ("ip_address", _) => Msg::DomainIp,
        ("local_name", _) => Msg::DomainLocal,
        ("public_suffix", _) => Msg::DomainSuffix,
        ("too_many", "email") => Msg::TooManyCodes,
        ("too_many", _) => Msg::TooMany,
        ("mail_failed", _) => Msg::MailFailed,
        ("code_wrong", _) => Msg::CodeWrong,
        ("code_spent", _) => Msg::CodeSpent,
        ("not_allowed", _) => Msg::NotAllowed,
        ("not_found" | "unknown_brand" | "unknown_thread" | "unknown_product" | "unknown_reply", _) => Msg::Gone,
        ("cursor_invalid" | "cursor_expired" | "conflict", _) => Msg::Changed,
        ("not_claimed", _) => Msg::NotClaimed,
        ("wrong_kind", _) => Msg::WrongKind,
        ("reason_needed", _) => Msg::ReasonMissing,
        ("wrong_host", _) => Msg::WrongHost,
        ("request_expired", _) => Msg::RequestExpired,
        ("name_reserved", _) => Msg::NameReserved,
        _ => Msg::Fault(code),
    }
}
