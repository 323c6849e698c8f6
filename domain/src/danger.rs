//! Words that speak of danger to life and health. Whoever writes one is shown what to do at once; the thread is marked, leads
//! lists and wakes those who can help. The words are data, a file per language; all languages are looked for in every text,
//! because people write in the one they have. It is better to be shown advice in vain than to miss a fire.

mod en;
mod ja;

use crate::within;

/// The words of one language.
struct Words {
    /// Whole words, or phrases of them, in lower case; a star at the end stands for any ending.
    spaced: &'static [&'static str],
    /// Pieces of text, for languages that set no spaces.
    pieces: &'static [&'static str],
    /// What holds one of them and means no danger.
    harmless: &'static [&'static str],
}

const LANGUAGES: [&Words; 2] = [&en::WORDS, &ja::WORDS];

/// Whether a text may hold a word of danger: quick and small, for who has not loaded the words yet. What it lets pass holds none.
pub fn may_hold(text: &str) -> bool {
    let plain = plain(text);
    let mut rest = plain.as_bytes();
    while let Some((_, after)) = rest.split_first() {
        if BEGINNINGS.iter().any(|beginning| rest.starts_with(beginning.split(|byte| *byte == 0).next().unwrap_or_default())) {
            return true;
        }
        rest = after;
    }
    false
}

/// How every word begins; of a phrase its longest word, without which it does not stand there.
#[expect(clippy::indexing_slicing, reason = "worked out while this is compiled")]
static BEGINNINGS: [[u8; WIDTH]; COUNT] = {
    let mut all = [[0; WIDTH]; COUNT];
    let lists = [en::WORDS.spaced, en::WORDS.pieces, ja::WORDS.spaced, ja::WORDS.pieces];
    let (mut list, mut at, mut next) = (0, 0, 0);
    while list < lists.len() {
        if at < lists[list].len() {
            all[next] = beginning(lists[list][at].as_bytes());
            (at, next) = (at + 1, next + 1);
        } else {
            (list, at) = (list + 1, 0);
        }
    }
    all
};

const WIDTH: usize = 5;
const COUNT: usize = en::WORDS.spaced.len() + en::WORDS.pieces.len() + ja::WORDS.spaced.len() + ja::WORDS.pieces.len();

#[expect(clippy::indexing_slicing, reason = "worked out while this is compiled")]
const fn beginning(phrase: &[u8]) -> [u8; WIDTH] {
    let (mut from, mut best, mut length, mut at) = (0, 0, 0, 0);
    while at <= phrase.len() {
        if at == phrase.len() || phrase[at] == b' ' {
            if at - from > length {
                (best, length) = (from, at - from);
            }
            from = at + 1;
        }
        at += 1;
    }
    let mut begun = [0; WIDTH];
    at = 0;
    while at < WIDTH && at < length && phrase[best + at] != b'*' {
        begun[at] = phrase[best + at];
        at += 1;
    }
    begun
}

/// The word of danger that a text holds, if it holds any.
pub fn find(text: &str) -> Option<&'static str> {
    let plain = plain(text);
    LANGUAGES.iter().find_map(|language| {
        let mut plain = plain.clone();
        for harmless in language.harmless {
            // A gap keeps what stands on both sides apart.
            plain = within::replaced(&plain, harmless, " · ");
        }
        let tokens: Vec<&str> = plain.split(|c: char| !is_letter(c)).filter(|token| !token.is_empty()).collect();
        let word = language.spaced.iter().find(|word| stands_in(&tokens, word));
        word.or_else(|| language.pieces.iter().find(|piece| within::holds(&plain, piece))).copied()
    })
}

/// All words of danger that a text holds, each once.
pub fn all(text: &str) -> Vec<&'static str> {
    let mut rest = plain(text);
    let mut found = Vec::new();
    while let Some(word) = find(&rest) {
        if found.contains(&word) || found.len() > 8 {
            break;
        }
        rest = rest.replace(word.trim_end_matches('*'), " ");
        found.push(word);
    }
    found
}

/// Lower case, and Latin letters of full width as plain ones.
fn plain(text: &str) -> String {
    let narrow = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{3000}' => ' ',
        _ => c,
    };
    text.chars().map(narrow).map(lower).collect()
}

// A visitor's browser has this too: tables of every script's letters would weigh many times what the lists do.

const fn lower(c: char) -> char {
    let by = match c {
        'A'..='Z' | 'À'..='Ö' | 'Ø'..='Þ' | 'Α'..='Ω' | 'А'..='Я' => 32,
        'Ѐ'..='Џ' => 80,
        _ => 0,
    };
    match char::from_u32(c as u32 + by) {
        Some(lower) => lower,
        None => c,
    }
}

/// Letters and digits of scripts that set spaces.
const fn is_letter(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '\u{c0}'..='\u{1fff}' | '\u{ac00}'..='\u{d7a3}')
}

fn stands_in(tokens: &[&str], phrase: &str) -> bool {
    let wanted: Vec<&str> = phrase.split(' ').collect();
    let fits = |token: &str, word: &str| match word.strip_suffix('*') {
        Some(beginning) => token.starts_with(beginning),
        None => token == word,
    };
    tokens.windows(wanted.len()).any(|some| some.iter().zip(&wanted).all(|(token, word)| fits(token, word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn danger_is_found_in_the_words_people_use() {
        for text in [
            "My kettle caught FIRE last night",
            "There is smoke coming out of the base",
            "It burnt my hand",
            "I got a shock when I touched the handle",
            "sparks, and then nothing",
            "I smell gas when it is off",
            "My son swallowed the little magnet",
            "The plug is melting",
            "スイッチを入れたら発火しました",
            "底から煙が出ます",
            "取っ手でやけどしました",
            "さわると感電します",
            "子どもが部品を飲み込みました",
            "焦げ臭いにおいがします",
            "ＦＩＲＥ",
        ] {
            assert!(find(text).is_some(), "{text}");
            assert!(may_hold(text), "{text}");
        }
    }

    #[test]
    fn everyday_words_are_no_danger() {
        for text in [
            "Which burner of the hob fits it?",
            "Does it work in Firefox?",
            "The fireplace tool set is lovely",
            "Is it shockproof?",
            "Descaling with vinegar",
            "焦げつきがとれません",
            "禁煙の部屋でも使えますか",
            "キーボードのショートカットは",
            "笛が鳴りません",
            "",
        ] {
            assert_eq!(find(text), None, "{text}");
        }
    }

    #[test]
    fn no_word_escapes_a_quick_look() {
        for word in LANGUAGES.iter().flat_map(|language| language.spaced.iter().chain(language.pieces)) {
            assert!(may_hold(&format!("(It was) {}!", word.to_uppercase().replace('*', "s"))), "{word}");
        }
        for text in ["How do I descale it?", "Does it whistle in C?", "笛が鳴りません", ""] {
            assert!(!may_hold(text), "{text}");
        }
    }

    #[test]
    fn the_lists_are_written_as_they_are_looked_for() {
        for language in LANGUAGES {
            for word in language.spaced.iter().chain(language.pieces).chain(language.harmless) {
                assert_eq!(plain(word), *word);
                assert!(!word.is_empty() && word.trim() == *word, "{word}");
            }
        }
    }
}
