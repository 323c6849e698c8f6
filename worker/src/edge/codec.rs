//! From outside text to the contract's types and back. A value is checked once, while it is deserialised; the newtype's error names
//! its code and `serde_path_to_error` the field.

use chie_domain::api::error::ApiError;
use serde::{Serialize, de::DeserializeOwned};

use super::call::{Call, Codec};

/// The media type of answers to the widget.
pub(crate) const POSTCARD: &str = "application/vnd.chie.v1+postcard";

/// The longest query that is read, in bytes: room for ten kilobytes of any script as addresses write them. What is looked for
/// there is never wrong, however long it is.
const QUERY_LIMIT: usize = 32 * 1024;

/// Reads a JSON request.
pub(crate) async fn body<T: DeserializeOwned>(call: &Call) -> Result<(T, Vec<u8>), ApiError> {
    let said = call.header("content-type").unwrap_or_default();
    if !said.to_ascii_lowercase().starts_with("application/json") {
        return Err(ApiError::new("wrong_content_type", "Send JSON, with content-type: application/json."));
    }
    let bytes = call.body().await?;
    // Serde would take an array for a struct; a request is an object.
    if bytes.trim_ascii_start().first().is_some_and(|first| *first == b'[') {
        return Err(ApiError::new("wrong_type", "A request is one JSON object."));
    }
    let mut reader = serde_json::Deserializer::from_slice(&bytes);
    let value = serde_path_to_error::deserialize(&mut reader).map_err(|error| {
        let field = error.path().to_string();
        let inner = error.into_inner();
        if inner.is_data() { refused(&inner.to_string(), &field) } else { bad_json(&inner) }
    })?;
    reader.end().map_err(|error| bad_json(&error))?;
    Ok((value, bytes))
}

/// Reads a request out of an address's query.
pub(crate) fn query<T: DeserializeOwned>(call: &Call) -> Result<T, ApiError> {
    if call.query.len() > QUERY_LIMIT {
        return Err(ApiError::new("bad_query", format!("An address's query may have at most {QUERY_LIMIT} bytes.")));
    }
    let reader = serde_urlencoded::Deserializer::new(form_urlencoded::parse(call.query.as_bytes()));
    serde_path_to_error::deserialize(reader).map_err(|error| {
        let field = error.path().to_string();
        let mut refusal = refused(&error.into_inner().to_string(), &field);
        if refusal.code == "malformed" {
            "bad_query".clone_into(&mut refusal.code);
        }
        refusal
    })
}

fn bad_json(error: &serde_json::Error) -> ApiError {
    ApiError::new("bad_json", format!("This is not JSON that can be read: line {}, column {}.", error.line(), error.column()))
}

/// A refusal out of serde's words and the field's path.
fn refused(text: &str, path: &str) -> ApiError {
    let field = if path == "." { "" } else { path };
    let text = text.split(" at line ").next().unwrap_or(text);
    let named = text.split('`').nth(1).filter(|name| name.len() <= 64).unwrap_or_default();
    if text.starts_with("unknown field") {
        ApiError::of_field("unknown_field", "This field does not exist here; leave it out.", named)
    } else if text.starts_with("missing field") {
        ApiError::of_field("missing_field", "This field is needed.", named)
    } else if text.starts_with("duplicate field") {
        ApiError::of_field("unknown_field", "This field stands here twice.", named)
    } else if text.starts_with("unknown variant") {
        let known = text.split_once("expected ").map_or("", |(_, known)| known);
        ApiError::of_field("unknown_value", format!("This value does not exist; use {known}."), field)
    } else if text.starts_with("invalid type") || text.starts_with("invalid value") || text.starts_with("invalid length") {
        ApiError::of_field("wrong_type", "This field holds another type of value.", field)
    } else {
        ApiError::from_value(&text, field)
    }
}

/// Writes an answer in the shape the caller wants: its media type and bytes.
pub(crate) fn encode<T: Serialize>(codec: Codec, value: &T) -> Result<(&'static str, Vec<u8>), ApiError> {
    let failed = || ApiError::new("fault", "Something broke on our side. Please try again in a moment.");
    match codec {
        Codec::Json => serde_json::to_vec(value).map(|bytes| ("application/json", bytes)).map_err(|_| failed()),
        Codec::Postcard => postcard::to_allocvec(value).map(|bytes| (POSTCARD, bytes)).map_err(|_| failed()),
    }
}
