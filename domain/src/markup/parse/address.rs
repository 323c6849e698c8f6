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
    let is_part = |c: char| c.is_ascii_graphic() && !matches!(c, '<' | '>' | '"' | '`' | '\\' | '^' | '{' | '|' | '}');
    let mut from = 0;
    loop {
        let colon = from + text.get(from..)?.find("://")?;
        // What is no address is passed over whole, so that no text is looked at twice.
        let length = text.get(colon..)?.find(|c| !is_part(c)).unwrap_or(text.len() - colon);
        if let Some(start) = scheme_before(text.get(from..colon)?).map(|length| colon - length)
            && let address = without_punctuation(text.get(start..colon + length)?)
            && SafeUrl::parse(address).is_ok()
        {
            return Some((text.get(..start)?, address, text.get(start + address.len()..)?));
        }
        from = colon + if length > LONGEST { length } else { "://".len() };
    }
}

/// Longer runs are no addresses that anybody typed, and [`SafeUrl`] would refuse them.
const LONGEST: usize = 2_048;

/// The length of `http` or `https` at the end of what stands before a colon, where it is a word of its own.
fn scheme_before(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let ends_with = |scheme: &&str| {
        bytes
            .len()
            .checked_sub(scheme.len())
            .and_then(|at| bytes.get(at..))
            .is_some_and(|it| it.eq_ignore_ascii_case(scheme.as_bytes()))
    };
    let length = ["https", "http"].iter().find(|scheme| ends_with(scheme))?.len();
    let before = bytes.get(..bytes.len() - length)?.last();
    (!before.is_some_and(u8::is_ascii_alphanumeric)).then_some(length)
}

fn without_punctuation(address: &str) -> &str {
    let count = |c: char| address.matches(c).count();
    let mut round = count(')').saturating_sub(count('('));
    let mut square = count(']').saturating_sub(count('['));
    address.trim_end_matches(|c| {
        // A bracket that was not opened inside the address belongs to the sentence.
        let unopened = match c {
            ')' => &mut round,
            ']' => &mut square,
            _ => return matches!(c, '.' | ',' | ':' | ';' | '!' | '?' | '\'' | '*' | '_' | '~'),
        };
        let is_outside = *unopened > 0;
        *unopened = unopened.saturating_sub(1);
        is_outside
    })
}
