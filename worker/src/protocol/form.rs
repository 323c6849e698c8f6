//! What travels between the edge and objects, in bytes: postcard behind the mark of the build. Postcard has no names, so that
//! whatever was written by another build must not be read at all: while one version takes the place of another, an object may
//! still be the old one. What reads JSON for every ask and outcome would make the Worker a tenth larger.

use serde::{Serialize, de::DeserializeOwned};
use worker::{Response, Result};

/// Of what the types that travel are made: their sources, as one number.
const MARK: &[u8] = env!("CHIE_FORM").as_bytes();

/// A value as bytes.
pub(crate) fn write<T: Serialize>(value: &T) -> postcard::Result<Vec<u8>> {
    postcard::to_extend(value, MARK.to_vec())
}

/// Bytes as another build would have written them: for tests.
pub(crate) fn of_another_build(mut bytes: Vec<u8>) -> Vec<u8> {
    bytes.iter_mut().take(1).for_each(|byte| *byte ^= 1);
    bytes
}

/// The value in bytes that this very build wrote; nothing else is one.
pub(crate) fn read<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    postcard::from_bytes(bytes.strip_prefix(MARK)?).ok()
}

/// An object's answer.
pub(crate) fn answer<T: Serialize>(value: &T) -> Result<Response> {
    Response::from_bytes(write(value).map_err(|error| error.to_string())?)
}

/// An object's answer to what it cannot read: nothing was done, and a moment later the same build may be on both sides.
pub(crate) fn unread() -> Result<Response> {
    worker::console_error!("an object was asked by another build");
    Response::error("unavailable", 503)
}
