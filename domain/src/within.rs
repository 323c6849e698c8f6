//! A text inside another one. The standard library's search is quick on long texts and brings tables with it that every visitor would
//! download; what is looked for here is short, in texts that a person typed.

/// What stands before and after the first place of `piece`; nothing where it does not stand there.
pub fn split<'a>(text: &'a str, piece: &str) -> Option<(&'a str, &'a str)> {
    let at = text.as_bytes().windows(piece.len().max(1)).position(|some| some == piece.as_bytes())?;
    Some((text.get(..at)?, text.get(at.checked_add(piece.len())?..)?))
}

/// Whether a text holds another one.
pub fn holds(text: &str, piece: &str) -> bool {
    split(text, piece).is_some()
}

/// A text with something else in each place of `piece`.
pub fn replaced(text: &str, piece: &str, with: &str) -> String {
    let (mut made, mut rest) = (String::new(), text);
    while let Some((before, after)) = split(rest, piece) {
        made.push_str(before);
        made.push_str(with);
        rest = after;
    }
    made.push_str(rest);
    made
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_is_what_the_standard_library_finds(text in "[abあい]{0,12}", piece in "[abあい]{1,3}") {
            prop_assert_eq!(split(&text, &piece), text.split_once(piece.as_str()));
            prop_assert_eq!(holds(&text, &piece), text.contains(piece.as_str()));
            prop_assert_eq!(replaced(&text, &piece, "-"), text.replace(piece.as_str(), "-"));
        }
    }
}
