//! What the server refused, in the visitor's language: loaded on demand, with its words.

use super::checked;
use crate::locale::when::Zone;
use crate::locale::{Msg, Words};
use chie_domain::api::error::ApiError;
use yew::AttrValue;

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
