//! What the letters of a text tell about it: in which language it surely is, and whether it runs from right to left.

use yew::AttrValue;

/// The language that a text's letters belong to, where they leave no doubt: lines break, glyphs are chosen and voices read as it
/// wants, on a page in another language too. Latin letters are many languages'; han alone may be Chinese or Japanese.
pub fn language_of(words: &str) -> Option<&'static str> {
    words.chars().find_map(|c| match c {
        '\u{3041}'..='\u{30ff}' => Some("ja"),
        '\u{ac00}'..='\u{d7af}' | '\u{1100}'..='\u{11ff}' => Some("ko"),
        '\u{590}'..='\u{5ff}' => Some("he"),
        '\u{600}'..='\u{6ff}' => Some("ar"),
        '\u{e00}'..='\u{e7f}' => Some("th"),
        _ => None,
    })
}

/// The language to mark a text with on a page in `page`: besides, words in Latin letters on a page that is not written in them
/// are taken for English, which a Japanese voice would spell.
pub fn guess(words: &str, page: &str) -> Option<&'static str> {
    let sure = language_of(words);
    if sure.is_some() {
        return sure.filter(|lang| *lang != page);
    }
    let foreign = page == "ja" && words.split_whitespace().filter(|word| word.chars().all(|c| c.is_ascii_alphabetic())).count() > 1;
    let plain = foreign && !words.chars().any(|c| c > '\u{2e80}');
    plain.then_some("en")
}

/// Whether a text has letters that run from right to left.
fn runs_leftward(words: &str) -> bool {
    words.chars().any(|c| matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}'))
}

/// A text between isolates where it may run the other way than what is around it.
pub fn isolated(words: &str, around_leftward: bool) -> AttrValue {
    if around_leftward || runs_leftward(words) {
        return ["\u{2068}", words, "\u{2069}"].concat().into();
    }
    words.to_owned().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_tell_the_language_where_they_leave_no_doubt() {
        for (words, page, lang) in [
            ("笛が鳴らない", "en", Some("ja")),
            ("笛が鳴らない", "ja", None),
            ("The lid drips", "en", None),
            ("The lid drips", "ja", Some("en")),
            ("笛 lid drips", "ja", None),
            ("Kettle", "ja", None),
            ("הכיסוי דולף", "en", Some("he")),
            ("الغطاء يقطر", "ja", Some("ar")),
            ("물이 떨어져요", "en", Some("ko")),
            ("笛", "en", None),
        ] {
            assert_eq!(guess(words, page), lang, "{words}");
        }
    }
}
