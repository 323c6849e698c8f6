//! Words for the search index. Text is folded (NFKC, lower case, katakana to hiragana); Latin and other spaced words stay as
//! they are; runs of Han, kana and hangul, which have no spaces, become overlapping pairs and their last character alone.

use unicode_normalization::UnicodeNormalization;

/// A word of a query.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Token {
    /// Exactly this word.
    Whole(String),
    /// Whatever begins with this.
    Prefix(String),
    /// The last word while it is being typed: itself where it is a word, else whatever begins with it. A prefix brings
    /// together the lists of all its words, which is dear in a large index.
    Typed(String),
}

/// A letter of a script that is written without spaces.
const fn is_packed(c: char) -> bool {
    matches!(c,
        '\u{3005}'..='\u{3007}' | '\u{3041}'..='\u{309f}' | '\u{30a0}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}'
        | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// A letter that says nothing when it stands alone.
const fn is_kana(c: char) -> bool {
    matches!(c, '\u{3041}'..='\u{309f}' | '\u{30a0}'..='\u{30ff}')
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

/// Runs of one kind of letter, folded.
fn runs(text: &str) -> Vec<Vec<char>> {
    let mut runs: Vec<Vec<char>> = Vec::new();
    let mut before: Option<bool> = None;
    for c in text.nfkc().flat_map(char::to_lowercase).map(to_hiragana) {
        // An apostrophe is dropped inside its word, so that `don't` is not a word and a letter.
        if matches!(c, '\'' | '\u{2019}') && before == Some(false) {
            continue;
        }
        let kind = if is_packed(c) {
            Some(true)
        } else if c.is_alphanumeric() {
            Some(false)
        } else {
            None
        };
        if kind.is_some() {
            match runs.last_mut() {
                Some(run) if before == kind => run.push(c),
                _ => runs.push(vec![c]),
            }
        }
        before = kind;
    }
    runs
}

/// The words of a text, with spaces between them, for the index.
pub(crate) fn to_index(text: &str) -> String {
    let mut words: Vec<String> = Vec::new();
    for run in runs(text) {
        if run.first().copied().is_some_and(is_packed) {
            words.extend(run.windows(2).map(|pair| pair.iter().collect()));
            words.extend(run.last().map(char::to_string));
        } else {
            words.push(run.iter().collect());
        }
    }
    words.join(" ")
}

/// The words of a query, each once. A single Han or hangul character is looked for as a beginning; a single kana is left out unless it is all there is.
pub(crate) fn of_query(text: &str) -> Vec<Token> {
    let runs = runs(text);
    let last = runs.len().saturating_sub(1);
    let mut tokens: Vec<Token> = Vec::new();
    let mut add = |token: Token| {
        if !tokens.contains(&token) {
            tokens.push(token);
        }
    };
    for (place, run) in runs.iter().enumerate() {
        let word: String = run.iter().collect();
        match run.as_slice() {
            [c] if is_packed(*c) => {
                if !is_kana(*c) || last == 0 {
                    add(Token::Prefix(word));
                }
            }
            [c, ..] if is_packed(*c) => run.windows(2).for_each(|pair| add(Token::Whole(pair.iter().collect()))),
            _ if place == last && run.len() >= 3 => add(Token::Typed(word)),
            _ => add(Token::Whole(word)),
        }
    }
    // Endings and particles are hiragana, and every second sentence shares them: beside words of content they only mislead.
    let foreign = katakana_pairs(text);
    let has_content = |token: &Token| {
        let (Token::Whole(word) | Token::Prefix(word) | Token::Typed(word)) = token;
        foreign.contains(word) || word.chars().any(|c| !matches!(c, '\u{3041}'..='\u{309f}' | '\u{30fc}'))
    };
    if tokens.iter().any(has_content) {
        tokens.retain(has_content);
    }
    tokens
}

/// Pairs of letters that were written in katakana, as they are folded in the index.
fn katakana_pairs(text: &str) -> Vec<String> {
    let letters: Vec<char> = text.nfkc().collect();
    let written = |c: &char| matches!(c, '\u{30a1}'..='\u{30ff}');
    let pairs = letters.windows(2).filter(|pair| pair.iter().all(written));
    pairs.map(|pair| pair.iter().copied().map(to_hiragana).collect()).collect()
}

impl Token {
    /// The token as a term of a MATCH expression. It has letters and digits only, so that nothing in it is an operator.
    pub(crate) fn term(&self) -> String {
        match self {
            Self::Whole(word) | Self::Typed(word) => format!("\"{word}\""),
            Self::Prefix(word) => format!("\"{word}\" *"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaced_words_stay_and_packed_ones_become_pairs() {
        assert_eq!(to_index("The Lid's  stuck!"), "the lids stuck");
        assert_eq!(to_index("ＫＥＴＴＬＥ 1.2L"), "kettle 1 2l");
        assert_eq!(to_index("直火ケトル"), "直火 火け けと とる る");
        assert_eq!(to_index("笛"), "笛");
        assert_eq!(to_index("ｹﾄﾙ"), to_index("ケトル"));
        assert_eq!(to_index("물이 새요"), "물이 이 새요 요");
    }

    #[test]
    fn a_query_has_pairs_prefixes_and_no_operators() {
        assert_eq!(of_query("笛"), [Token::Prefix("笛".to_owned())]);
        assert_eq!(of_query("水漏れ"), [Token::Whole("水漏".to_owned()), Token::Whole("漏れ".to_owned())]);
        assert_eq!(of_query("音がしません"), [Token::Whole("音が".to_owned())]);
        assert_eq!(of_query("パンがすき"), [Token::Whole("ぱん".to_owned())]);
        assert_eq!(of_query("ふた"), [Token::Whole("ふた".to_owned())]);
        assert_eq!(of_query("笛 の"), [Token::Prefix("笛".to_owned())]);
        assert_eq!(of_query("lid stu"), [Token::Whole("lid".to_owned()), Token::Typed("stu".to_owned())]);
        for hostile in ["\" OR *", "a* NEAR(b, 3)", "title : x", "- ^ ( )", "'; --"] {
            for token in of_query(hostile) {
                let (Token::Whole(word) | Token::Prefix(word) | Token::Typed(word)) = token;
                assert!(word.chars().all(char::is_alphanumeric), "{word}");
            }
        }
    }
}
