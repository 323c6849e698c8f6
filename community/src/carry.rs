//! A whole community as lines of JSON, to take it along and to bring it into an empty place. What is carried stands in one table
//! of kinds and fields (`shape`), from which reading, checking and writing follow; a test holds it against the schema, so that
//! a new column is either carried or named with the reason why not. Counts, orders and the search index are never carried: they
//! are worked out anew. Nothing private is in it: no address, no account, no link, no held post, no text of a removed one.
//!
//! A photo is a line like others, and its picture stands in the next one. The engine has no pictures: whoever asks puts them in on
//! the way out, and takes them off on the way in, after each was looked at.

mod check;
mod export;
mod import;
mod shape;

pub(crate) use export::run as export;
pub(crate) use import::{part, picture, run as import};

use chie_domain::api::error::ApiError;

use crate::ask::{Caller, Trouble};
use crate::here::not_allowed;

/// Why there is nothing to take along where nobody has opened anything.
pub(crate) fn nothing_to_take(caller: &Caller) -> Trouble {
    match caller {
        Caller::Operator(_) => Trouble::Refused(ApiError::new("not_found", "Nobody has opened this community yet.")),
        Caller::Visitor | Caller::Member(_) | Caller::Console(_) => not_yours(),
    }
}

/// The refusal for everybody who may not.
fn not_yours() -> Trouble {
    not_allowed("only the brand's owners and the operator take a community along")
}

/// The version of the format: the first line says it.
pub(crate) const FORMAT: u64 = 1;

#[cfg(test)]
pub(crate) use shape::{KINDS, LEFT_OUT};
