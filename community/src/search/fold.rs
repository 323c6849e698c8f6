//! Folding: what different spellings of the same letters become, so that they find one another. NFKC, lower case, katakana to
//! hiragana, Latin letters without their marks, no long vowel mark at a loan word's end. Every folded letter remembers the
//! bytes it came from, so that a hit can be marked in the text as it was written.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A run of letters of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Run {
    /// Whether its script is written without spaces.
    pub(crate) packed: bool,
    /// The folded letters.
    pub(crate) letters: Vec<Letter>,
}

/// A folded letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Letter {
    /// What it is folded to.
    pub(crate) folded: char,
    /// Whether it was written in katakana.
    pub(crate) katakana: bool,
    /// The first byte it came from.
    pub(crate) from: usize,
    /// The byte behind it.
    pub(crate) to: usize,
}

impl Run {
    /// The folded letters alone.
    pub(crate) fn text(&self) -> String {
        self.letters.iter().map(|letter| letter.folded).collect()
    }
}

/// A letter of a script that is written without spaces.
pub(crate) const fn is_packed(c: char) -> bool {
    matches!(c,
        '\u{3005}'..='\u{3007}' | '\u{3041}'..='\u{309f}' | '\u{30a1}'..='\u{30fa}' | '\u{30fc}'..='\u{30ff}'
        | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3ffff}' | '\u{e01}'..='\u{e3a}' | '\u{e40}'..='\u{e4e}' | '\u{e81}'..='\u{ecf}' | '\u{1000}'..='\u{1049}' | '\u{1780}'..='\u{17d3}')
}

/// A letter of hiragana, as both kinds of kana are folded to.
pub(crate) const fn is_kana(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{309f}' | '\u{30fc}')
}

const fn is_katakana(c: char) -> bool {
    matches!(c, '\u{30a1}'..='\u{30fa}' | '\u{30fc}'..='\u{30ff}')
}

const fn to_hiragana(c: char) -> char {
    match c {
        '\u{30a1}'..='\u{30f6}' | '\u{30fd}' | '\u{30fe}' => match char::from_u32(c as u32 - 0x60) {
            Some(folded) => folded,
            None => c,
        },
        _ => c,
    }
}

/// A Latin letter without its marks; other scripts need theirs.
fn bare(c: char) -> char {
    match c {
        '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => std::iter::once(c).nfd().next().unwrap_or(c),
        _ => c,
    }
}

/// Runs of one kind of letter, folded; whatever is no letter or digit separates them.
pub(crate) fn runs(text: &str) -> Vec<Run> {
    let mut runs = whole_runs(text);
    runs.iter_mut().filter(|run| run.packed).for_each(shorten);
    runs
}

/// The same with every long vowel mark in its place.
pub(crate) fn whole_runs(text: &str) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut before: Option<bool> = None;
    let mut rest = text.char_indices().peekable();
    while let Some((from, first)) = rest.next() {
        let mut cluster = String::from(first);
        let mut to = from + first.len_utf8();
        // A mark belongs to its letter; half-width kana have their voicing marks apart.
        while let Some((at, mark)) = rest.next_if(|(_, c)| is_combining_mark(*c) || matches!(c, '\u{ff9e}' | '\u{ff9f}')) {
            if cluster.len() < 32 {
                cluster.push(mark);
            }
            to = at + mark.len_utf8();
        }
        for c in cluster.nfkc().flat_map(char::to_lowercase) {
            let letter = Letter { folded: bare(to_hiragana(c)), katakana: is_katakana(c), from, to };
            // An apostrophe is dropped inside its word, so that `don't` is not a word and a letter.
            if matches!(c, '\'' | '\u{2019}') && before == Some(false) {
                continue;
            }
            // A Latin letter's mark that has no composed form is dropped with the marks that have.
            if matches!(c, '\u{300}'..='\u{36f}') && before == Some(false) {
                continue;
            }
            let kind = if is_packed(c) {
                Some(true)
            } else if c.is_alphanumeric() || (is_combining_mark(c) && before == Some(false)) {
                Some(false)
            } else {
                None
            };
            if let Some(packed) = kind {
                match runs.last_mut() {
                    Some(run) if before == kind => run.letters.push(letter),
                    _ => runs.push(Run { packed, letters: vec![letter] }),
                }
            }
            before = kind;
        }
    }
    runs
}

/// サーバー and サーバ are one word: the mark at the end of a loan word of four letters or more is dropped. Marks alone are no
/// loan word.
fn shorten(run: &mut Run) {
    let is_loan = |at: usize| run.letters.get(at).is_some_and(|letter| letter.katakana);
    let mut kept = Vec::with_capacity(run.letters.len());
    let mut length = 0_usize;
    for (at, letter) in run.letters.iter().enumerate() {
        let begins = letter.katakana && (length > 0 || letter.folded != 'ー');
        length = if begins { length + 1 } else { 0 };
        if letter.folded == 'ー' && length >= 4 && !is_loan(at + 1) {
            continue;
        }
        kept.push(*letter);
    }
    run.letters = kept;
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn folded(text: &str) -> Vec<String> {
        runs(text).iter().map(Run::text).collect()
    }

    #[test]
    fn spellings_of_one_word_are_one() {
        for [one, other] in [
            ["フタ", "ふた"],
            ["ﾌﾀ", "ふた"],
            ["ﾊﾟﾝ", "パン"],
            ["ＬＩＤ", "lid"],
            ["サーバー", "サーバ"],
            ["プリンターの", "プリンタの"],
            ["Café", "cafe"],
            ["Straße", "straße"],
            ["①", "1"],
            ["が", "か\u{3099}"],
        ] {
            assert_eq!(folded(one), folded(other), "{one} {other}");
        }
        assert_eq!(folded("キー"), ["きー"], "a short word keeps its mark");
        assert_eq!(folded("コーヒーミル"), ["こーひーみる"]);
        assert_eq!(folded("カー・キット AC-100"), ["かー", "きっと", "ac", "100"]);
    }

    proptest! {
        #[test]
        fn places_lead_back_into_the_text(text in "\\PC{0,60}") {
            for letter in runs(&text).iter().flat_map(|run| &run.letters) {
                prop_assert!(letter.from < letter.to && text.get(letter.from..letter.to).is_some());
            }
        }

        #[test]
        fn folding_twice_changes_nothing(text in "[ぁ-ん ァ-ヶーｦ-ﾟ一-三a-zÀ-ſＡ-Ｚ'0-9 ]{0,30}") {
            let once = folded(&text).join(" ");
            prop_assert_eq!(folded(&once).join(" "), once);
        }
    }
}
