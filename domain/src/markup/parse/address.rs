//! Web addresses that stand in running text without any marks.

use crate::markup::{Inline, SafeUrl};

/// Puts the text down with its web addresses as links, and says how many bytes of addresses that added.
pub(super) fn split_addresses(text: &str, pieces: &mut Vec<Inline>) -> usize {
    let mut added = 0;
    let mut rest = text;
    while let Some((before, address, after)) = next_address(rest) {
        let Ok(url) = SafeUrl::parse(address) else { break };
        if !before.is_empty() {
            pieces.push(Inline::Text(before.to_owned()));
        }
        added += address.len();
        pieces.push(Inline::Link(url, vec![Inline::Text(address.to_owned())]));
        rest = after;
    }
    if !rest.is_empty() {
        pieces.push(Inline::Text(rest.to_owned()));
    }
    added
}

/// Finds the first web address. It consists of ASCII only, because Japanese goes on without a space after it, and does not
/// include the punctuation of the sentence around it.
fn next_address(text: &str) -> Option<(&str, &str, &str)> {
    text.match_indices("://").find_map(|(colon, _)| {
        let before_colon = text.get(..colon)?.as_bytes();
        let scheme = ["https", "http"].into_iter().find(|scheme| {
            before_colon
                .len()
                .checked_sub(scheme.len())
                .and_then(|at| before_colon.get(at..))
                .is_some_and(|it| it.eq_ignore_ascii_case(scheme.as_bytes()))
        })?;
        let start = colon - scheme.len();
        if before_colon.get(..start)?.last().is_some_and(u8::is_ascii_alphanumeric) {
            return None;
        }
        let tail = text.get(start..)?;
        let is_part = |c: char| c.is_ascii_graphic() && !matches!(c, '<' | '>' | '"' | '`' | '\\' | '^' | '{' | '|' | '}');
        let length = tail.find(|c| !is_part(c)).unwrap_or(tail.len());
        let address = without_punctuation(tail.get(..length)?);
        SafeUrl::parse(address).ok()?;
        Some((text.get(..start)?, address, tail.get(address.len()..)?))
    })
}

fn without_punctuation(mut address: &str) -> &str {
    loop {
        let closes =
            |open: char, close: char| address.ends_with(close) && address.matches(close).count() > address.matches(open).count();
        if address.ends_with(['.', ',', ':', ';', '!', '?', '\'', '*', '_', '~']) || closes('(', ')') || closes('[', ']') {
            address = address.get(..address.len() - 1).unwrap_or_default();
        } else {
            return address;
        }
    }
}
