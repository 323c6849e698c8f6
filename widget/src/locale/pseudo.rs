//! Languages that nobody speaks, made from English for development and tests. A sentence that is not in a table stays plain and
//! is seen at once; so is what has no room, or keeps to the left.

use super::{Msg, Piece, walk};

/// With accents, in brackets and a third longer.
pub(super) fn accented(msg: Msg, english: &str) -> String {
    if is_for_machines(msg) {
        return english.to_owned();
    }
    forms(english, |form| {
        let longer = "~".repeat(form.chars().count() / 3);
        let words = pieces(form, |plain| plain.chars().map(accent).collect());
        format!("[{words}{longer}]")
    })
}

/// Each word turned round, from right to left.
pub(super) fn mirrored(msg: Msg, english: &str) -> String {
    match msg {
        Msg::Direction => "rtl".to_owned(),
        _ if is_for_machines(msg) => english.to_owned(),
        _ => forms(english, |form| {
            pieces(form, |plain| {
                let mut turned = String::new();
                for word in plain.split_inclusive(' ') {
                    let (word, after) = word.strip_suffix(' ').map_or((word, ""), |word| (word, " "));
                    if word.is_empty() {
                        turned.push_str(after);
                    } else {
                        // A right-to-left mark on both sides, and letters made to run leftwards between them.
                        turned.extend(["\u{200f}\u{202e}", word, "\u{202c}\u{200f}", after]);
                    }
                }
                turned
            })
        }),
    }
}

/// Values that no reader sees: settings of a language, and lists of words to guess from.
const fn is_for_machines(msg: Msg) -> bool {
    matches!(
        msg,
        Msg::Direction | Msg::Between | Msg::AgoStyle | Msg::GuessProblem | Msg::GuessQuestion | Msg::GuessIdea | Msg::GuessPraise
    )
}

/// Each form of a sentence with plural forms; the sentence where there is only one.
fn forms(text: &str, change: impl Fn(&str) -> String) -> String {
    if !text.contains("other=") {
        return change(text);
    }
    let all = text.split('|').map(|part| match part.split_once('=') {
        Some((name, form)) => format!("{name}={}", change(form)),
        None => part.to_owned(),
    });
    all.collect::<Vec<_>>().join("|")
}

/// What stands around the gaps is changed, the gaps stay.
fn pieces(text: &str, change: impl Fn(&str) -> String) -> String {
    let mut changed = String::new();
    walk(text, |piece| match piece {
        Piece::Plain(plain) => changed.push_str(&change(plain)),
        Piece::Gap(name) => changed.extend(["{", name, "}"]),
    });
    changed
}

const fn accent(c: char) -> char {
    match c {
        'a' => 'å',
        'e' => 'é',
        'i' => 'î',
        'o' => 'ö',
        'u' => 'û',
        'c' => 'ç',
        'n' => 'ñ',
        's' => 'š',
        'y' => 'ý',
        'A' => 'Å',
        'E' => 'É',
        'I' => 'Î',
        'O' => 'Ö',
        'U' => 'Û',
        'S' => 'Š',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_and_plural_forms_stay() {
        assert_eq!(accented(Msg::Replies, "one={n} reply|other={n} replies"), "one=[{n} réplý~~~]|other=[{n} réplîéš~~~]");
        assert_eq!(mirrored(Msg::Replies, "{n} a b"), "{n} \u{200f}\u{202e}a\u{202c}\u{200f} \u{200f}\u{202e}b\u{202c}\u{200f}");
        assert_eq!(mirrored(Msg::Direction, "ltr"), "rtl");
    }
}
