//! What went wrong, in the visitor's language: by the refusal's code and by nothing else.

use crate::client::Failure;
use crate::locale::when::Zone;
use crate::locale::{Msg, Words};
use crate::views::rest::Table;
use chie_domain::api::error::ApiError;
use yew::AttrValue;

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

/// The sentence of a refusal.
pub fn sentence(words: &Words, error: &ApiError) -> AttrValue {
    if let Some(said) = checked(words, error) {
        return said;
    }
    if let Some(at) = error.goes_on() {
        return words.fill(Msg::WrongUntil, &[("when", &words.exact(Zone::Local, at))]);
    }
    let msg = match error.code.as_str() {
        "missing_field" => Msg::WrongEmpty,
        "malformed" if error.field == "email" => Msg::WrongEmail,
        "malformed" | "key_needed" => Msg::WrongKey,
        "brand_name_reserved" => Msg::WrongBrandName,
        "name_reserved" => Msg::WrongName,
        "kind_reserved" => Msg::WrongKind,
        "code_wrong" => Msg::WrongCode,
        "code_spent" => Msg::WrongSpent,
        "too_many" | "work_needed" => Msg::WrongMany,
        "mail_failed" => Msg::WrongMail,
        "personal_data" => Msg::WrongPrivate,
        "own_reply" | "own_thread" => Msg::WrongOwn,
        "not_found" | "unknown_thread" | "unknown_brand" => Msg::WrongGone,
        "sign_in_needed" | "token_invalid" | "token_expired" => Msg::WrongSession,
        "unknown_photo" => Msg::WrongPhoto,
        "signposted" | "product_retired" => Msg::WrongClosed,
        "malformed_domain" => Msg::WrongDomain,
        "ip_address" => Msg::WrongIp,
        "local_name" => Msg::WrongLocal,
        "public_suffix" => Msg::WrongSuffix,
        "unavailable" | "fault" => Msg::Unavailable,
        _ => Msg::WrongOther,
    };
    let text = words.text(msg);
    // The widget has no words for what only pages of their own can meet.
    if text.is_empty() { words.text(Msg::WrongOther) } else { text }
}
