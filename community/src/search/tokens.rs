//! Words for the index. Latin and other spaced words are stemmed; runs of Han, kana and hangul, which have no spaces, become
//! overlapping pairs and their last character alone. Nothing but letters and digits is left, so that no word can be an
//! operator of a MATCH expression.

use std::collections::BTreeSet;

use crate::search::fold::{Run, is_kana, runs, whole_runs};
use crate::search::stem::stem;

/// The words of a text, with spaces between them, for the index.
pub(crate) fn to_index(text: &str) -> String {
    let whole = whole_runs(text);
    let words = runs(text).iter().zip(&whole).flat_map(|(run, whole)| [of_run(run), lost(run, whole)].concat()).collect::<Vec<_>>();
    words.join(" ")
}

/// The pairs that a dropped long vowel mark took along: バー is looked for in サーバー too.
fn lost(run: &Run, whole: &Run) -> Vec<String> {
    if run.letters.len() == whole.letters.len() {
        return Vec::new();
    }
    let kept = pairs(run);
    pairs(whole).into_iter().filter(|pair| !kept.contains(pair)).collect()
}

/// The words of one run, in their order.
pub(crate) fn of_run(run: &Run) -> Vec<String> {
    if !run.packed {
        return vec![stem(&run.text())];
    }
    let mut words = pairs(run);
    words.extend(run.letters.last().map(|letter| letter.folded.to_string()));
    words
}

/// The overlapping pairs of a packed run.
pub(crate) fn pairs(run: &Run) -> Vec<String> {
    run.letters.windows(2).map(|pair| pair.iter().map(|letter| letter.folded).collect()).collect()
}

/// Every character of packed scripts in a text, each once: one character alone is looked for here.
pub(crate) fn characters(text: &str) -> String {
    let runs = whole_runs(text);
    let all: BTreeSet<char> =
        runs.iter().filter(|run| run.packed).flat_map(|run| &run.letters).map(|letter| letter.folded).collect();
    all.into_iter().map(String::from).collect::<Vec<_>>().join(" ")
}

/// The words of a name as the directory has them, each once and unstemmed: names are not sentences.
pub(crate) fn of_name(text: &str) -> BTreeSet<String> {
    runs(text).iter().flat_map(|run| if run.packed { of_run(run) } else { vec![run.text()] }).collect()
}

/// What somebody looks for in the directory; each may be the beginning of a word.
pub(crate) fn sought_name(text: &str) -> Vec<String> {
    let runs = runs(text);
    let alone = runs.len() == 1;
    let mut words: Vec<String> = Vec::new();
    for run in &runs {
        let of_run = match run.letters.as_slice() {
            [one] if run.packed && is_kana(one.folded) && !alone => Vec::new(),
            [_, _, ..] if run.packed => pairs(run),
            _ => vec![run.text()],
        };
        for word in of_run {
            if !words.contains(&word) {
                words.push(word);
            }
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn spaced_words_are_stemmed_and_packed_ones_become_pairs() {
        assert_eq!(to_index("The Lid's  stuck!"), "the lid stuck");
        assert_eq!(to_index("ＫＥＴＴＬＥ 1.2L"), "kettl 1 2l");
        assert_eq!(to_index("直火ケトル"), "直火 火け けと とる る");
        assert_eq!(to_index("笛"), "笛");
        assert_eq!(to_index("サーバーの湯"), "さー ーば ばの の湯 湯 ばー ーの");
        assert_eq!(to_index("ｹﾄﾙ"), to_index("ケトル"));
        assert_eq!(to_index("물이 새요"), "물이 이 새요 요");
        assert_eq!(characters("笛の笛 lid"), "の 笛");
    }

    proptest! {
        #[test]
        fn words_hold_letters_and_digits_only(text in "\\PC{0,80}") {
            let words = to_index(&text);
            let fits = |c: char| c == ' ' || c.is_alphanumeric() || unicode_normalization::char::is_combining_mark(c);
            prop_assert!(words.chars().all(fits), "{}", words);
            prop_assert!(!words.contains("  "));
        }

        #[test]
        fn every_part_of_a_packed_text_is_among_its_words(text in "[ぁ-んァ-ヶ一-龠]{1,12}", at in 0_usize..12, length in 1_usize..3) {
            let words = to_index(&text);
            let words: Vec<&str> = words.split(' ').collect();
            let part: String = runs(&text)[0].letters.iter().skip(at).take(length).map(|letter| letter.folded).collect();
            match part.chars().count() {
                0 => {}
                1 => prop_assert!(characters(&text).split(' ').any(|c| c == part)),
                _ => prop_assert!(words.contains(&part.as_str())),
            }
        }

        #[test]
        fn kana_and_width_do_not_matter(text in "[ァ-ヶ]{1,3}") {
            let hiragana: String = text.chars().map(|c| char::from_u32(c as u32 - 0x60).filter(|_| c <= '\u{30f6}').unwrap_or(c)).collect();
            prop_assert_eq!(to_index(&text), to_index(&hiragana));
        }
    }
}
