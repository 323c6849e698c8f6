//! What went wrong, in the visitor's language: by the refusal's code and by nothing else.

use crate::client::Failure;
use crate::locale::{Msg, Words};
use crate::views::rest::Table;
use chie_domain::api::error::ApiError;
use yew::AttrValue;

mod refused;

pub use refused::sentence;

/// The field it is about and the sentence to show there.
pub fn explain(words: &Words, failure: &Failure, rest: Option<&Table>) -> (AttrValue, AttrValue) {
    match failure {
        Failure::SignedOut => (AttrValue::default(), words.text(Msg::SignedOut)),
        Failure::Offline => (AttrValue::default(), words.text(Msg::Offline)),
        Failure::Unavailable | Failure::Cancelled => (AttrValue::default(), words.text(Msg::Unavailable)),
        Failure::Refused(error) => {
            let said = checked(words, error).or_else(|| Some((rest?.sentence)(words, error)));
            (error.field.clone().into(), said.unwrap_or_else(|| words.text(Msg::WrongOther)))
        }
    }
}

/// The sentence of what the widget finds by itself, before anything is sent.
fn checked(words: &Words, error: &ApiError) -> Option<AttrValue> {
    Some(match error.code.as_str() {
        "empty" => words.text(Msg::WrongEmpty),
        "too_long" | "too_large" => {
            let digits: String = error.message.chars().filter(char::is_ascii_digit).collect();
            words.fill(Msg::WrongLong, &[("max", if digits.is_empty() { "10000" } else { &digits })])
        }
        "forbidden_character" => words.text(Msg::WrongCharacter),
        _ => return None,
    })
}
