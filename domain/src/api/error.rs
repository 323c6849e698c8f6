//! The one shape in which an endpoint refuses. It is frozen: strings only, so that the oldest widget can read the newest
//! refusal. Clients branch on `code` and on nothing else.

use crate::time::{self, Timestamp};
use serde::{Deserialize, Serialize};

/// A refusal. It travels as it is in postcard, and in JSON as `{"error":{"code","message","field"}}`, where a field that it is not
/// about is left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ApiError {
    /// A stable name in snake case.
    pub code: String,
    /// A sentence in English that says what to do.
    pub message: String,
    /// The field of the request that it is about; empty where it is about none.
    pub field: String,
}

/// Why an endpoint says no: one enum per endpoint, whose text reads `code: sentence`.
pub trait Refusal: std::fmt::Display {
    /// The field of the request that it is about, or nothing.
    fn field(&self) -> &'static str {
        ""
    }

    /// The shape in which it travels.
    fn to_error(&self) -> ApiError
    where
        Self: Sized,
    {
        ApiError::from_value(self, self.field())
    }
}

impl ApiError {
    /// A refusal about no field in particular.
    pub fn new(code: &str, message: impl Into<String>) -> Self {
        Self { code: code.to_owned(), message: message.into(), field: String::new() }
    }

    /// A refusal about one field.
    pub fn of_field(code: &str, message: impl Into<String>, field: &str) -> Self {
        Self { code: code.to_owned(), message: message.into(), field: field.to_owned() }
    }

    /// A refusal out of a value's own error, whose text reads `code: sentence`.
    pub fn from_value(error: &dyn std::fmt::Display, field: &str) -> Self {
        let text = error.to_string();
        match crate::within::split(&text, ": ") {
            Some((code, message)) if !code.is_empty() && code.chars().all(|c| c.is_ascii_lowercase() || c == '_') => {
                Self::of_field(code, message, field)
            }
            _ => Self::of_field("malformed", text, field),
        }
    }

    /// Somebody did as much as a limit allows; their text is kept, and from this moment on it goes on.
    pub fn too_many(goes_on: Timestamp) -> Self {
        let seconds = goes_on.millis().div_ceil(1_000);
        let at = time::iso(Timestamp::from_millis(seconds * 1_000));
        Self::new("too_many", format!("That was a lot in a short time. Your text is kept; send it again after {at}."))
    }

    /// From when on it goes on, where the refusal says so.
    pub fn goes_on(&self) -> Option<Timestamp> {
        if self.code == "too_many" { time::read_iso(&self.message) } else { None }
    }

    /// Whether who asked is not known any more.
    pub fn ends_session(&self) -> bool {
        matches!(self.code.as_str(), "sign_in_needed" | "token_invalid" | "token_expired")
    }

    /// Whether the server broke, and decided nothing.
    pub fn is_fault(&self) -> bool {
        matches!(self.code.as_str(), "fault" | "unavailable" | "mail_failed")
    }

    /// The HTTP status that goes with a code; whatever is not listed is a refusal of the content, 422.
    pub fn status(&self) -> u16 {
        match self.code.as_str() {
            "bad_json" | "unknown_field" | "missing_field" | "wrong_type" | "idempotency_key_missing" | "bad_query" => 400,
            "key_invalid" => 401,
            "not_allowed" | "wrong_origin" | "key_scope" | "key_in_browser" | "key_elsewhere" => 403,
            "not_found" | "unknown_brand" | "unknown_thread" => 404,
            "method_not_allowed" => 405,
            "not_acceptable" => 406,
            "already_open" | "already_claimed" | "already_appealed" | "not_empty" | "conflict" => 409,
            "request_expired" | "cursor_expired" | "taken_down" => 410,
            "too_large" => 413,
            "wrong_content_type" => 415,
            "too_many" | "work_needed" => 429,
            "fault" => 500,
            _ if self.is_fault() => 503,
            _ if self.ends_session() => 401,
            _ => 422,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::TextError;

    #[test]
    fn a_values_error_gives_its_code_and_sentence() {
        let refused = ApiError::from_value(&TextError::TooLong { max: 140 }, "title");
        assert_eq!((refused.code.as_str(), refused.field.as_str(), refused.status()), ("too_long", "title", 422));
        assert_eq!(refused.message, "at most 140 characters fit here");
    }
}
