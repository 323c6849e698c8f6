//! Endings of English words, so that "lids" finds "lid" and "boiling" finds "boiled" (M. F. Porter's algorithm of 1980). Only
//! words of plain ASCII letters are touched; a part number or a word of another script stays as it is.

/// The stem of a folded word.
pub(crate) fn stem(word: &str) -> String {
    if word.len() < 4 || !word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return word.to_owned();
    }
    let mut it = Word(word.as_bytes().to_vec());
    it.plurals();
    it.past_and_progressive();
    it.final_y();
    it.replace_longest(&DOUBLE_SUFFIXES, 0);
    it.replace_longest(&SIMPLE_SUFFIXES, 0);
    it.drop_longest();
    it.final_e();
    String::from_utf8(it.0).unwrap_or_else(|_| word.to_owned())
}

const DOUBLE_SUFFIXES: [(&str, &str); 21] = [
    ("ational", "ate"),
    ("tional", "tion"),
    ("enci", "ence"),
    ("anci", "ance"),
    ("izer", "ize"),
    ("bli", "ble"),
    ("alli", "al"),
    ("entli", "ent"),
    ("eli", "e"),
    ("ousli", "ous"),
    ("ization", "ize"),
    ("ation", "ate"),
    ("ator", "ate"),
    ("alism", "al"),
    ("iveness", "ive"),
    ("fulness", "ful"),
    ("ousness", "ous"),
    ("aliti", "al"),
    ("iviti", "ive"),
    ("biliti", "ble"),
    ("logi", "log"),
];

const SIMPLE_SUFFIXES: [(&str, &str); 7] =
    [("icate", "ic"), ("ative", ""), ("alize", "al"), ("iciti", "ic"), ("ical", "ic"), ("ful", ""), ("ness", "")];

const DROPPED: [&str; 19] = [
    "al", "ance", "ence", "er", "ic", "able", "ible", "ant", "ement", "ment", "ent", "ion", "ou", "ism", "ate", "iti", "ous",
    "ive", "ize",
];

struct Word(Vec<u8>);

impl Word {
    fn ends(&self, suffix: &str) -> bool {
        self.0.ends_with(suffix.as_bytes())
    }

    /// The length without a suffix that it ends with.
    fn without(&self, suffix: &str) -> usize {
        self.0.len().saturating_sub(suffix.len())
    }

    fn is_consonant(&self, at: usize) -> bool {
        match self.0.get(at) {
            Some(b'a' | b'e' | b'i' | b'o' | b'u') | None => false,
            Some(b'y') => at == 0 || !self.is_consonant(at - 1),
            Some(_) => true,
        }
    }

    /// How often a vowel is followed by a consonant in the first `length` letters.
    fn measure(&self, length: usize) -> usize {
        (1..length).filter(|at| self.is_consonant(*at) && !self.is_consonant(at - 1)).count()
    }

    fn has_vowel(&self, length: usize) -> bool {
        (0..length).any(|at| !self.is_consonant(at))
    }

    fn ends_double(&self) -> bool {
        let length = self.0.len();
        length >= 2 && self.0.get(length - 1) == self.0.get(length - 2) && self.is_consonant(length - 1)
    }

    /// Consonant, vowel, consonant at the end of the first `length` letters, the last none of w, x, y.
    fn is_short(&self, length: usize) -> bool {
        length >= 3
            && self.is_consonant(length - 1)
            && !self.is_consonant(length - 2)
            && self.is_consonant(length - 3)
            && !matches!(self.0.get(length - 1), Some(b'w' | b'x' | b'y'))
    }

    fn replace(&mut self, suffix: &str, by: &str) {
        self.0.truncate(self.without(suffix));
        self.0.extend_from_slice(by.as_bytes());
    }

    fn plurals(&mut self) {
        if self.ends("sses") {
            self.replace("sses", "ss");
        } else if self.ends("ies") {
            self.replace("ies", "i");
        } else if self.ends("s") && !self.ends("ss") {
            self.replace("s", "");
        }
    }

    fn past_and_progressive(&mut self) {
        if self.ends("eed") {
            if self.measure(self.without("eed")) > 0 {
                self.replace("eed", "ee");
            }
            return;
        }
        let Some(suffix) = ["ed", "ing"].into_iter().find(|suffix| self.ends(suffix)) else { return };
        if !self.has_vowel(self.without(suffix)) {
            return;
        }
        self.replace(suffix, "");
        if self.ends("at") || self.ends("bl") || self.ends("iz") {
            self.0.push(b'e');
        } else if self.ends_double() && !matches!(self.0.last(), Some(b'l' | b's' | b'z')) {
            self.0.pop();
        } else if self.measure(self.0.len()) == 1 && self.is_short(self.0.len()) {
            self.0.push(b'e');
        }
    }

    fn final_y(&mut self) {
        if self.ends("y") && self.has_vowel(self.without("y")) {
            self.replace("y", "i");
        }
    }

    fn replace_longest(&mut self, suffixes: &[(&str, &str)], least: usize) {
        let found = suffixes.iter().filter(|(suffix, _)| self.ends(suffix)).max_by_key(|(suffix, _)| suffix.len());
        if let Some((suffix, by)) = found
            && self.measure(self.without(suffix)) > least
        {
            self.replace(suffix, by);
        }
    }

    fn drop_longest(&mut self) {
        let Some(suffix) = DROPPED.iter().filter(|suffix| self.ends(suffix)).max_by_key(|suffix| suffix.len()) else { return };
        let rest = self.without(suffix);
        let fits = *suffix != "ion" || rest.checked_sub(1).is_some_and(|last| matches!(self.0.get(last), Some(b's' | b't')));
        if fits && self.measure(rest) > 1 {
            self.0.truncate(rest);
        }
    }

    fn final_e(&mut self) {
        if self.ends("e") {
            let rest = self.without("e");
            let measure = self.measure(rest);
            if measure > 1 || (measure == 1 && !self.is_short(rest)) {
                self.0.truncate(rest);
            }
        }
        if self.ends("ll") && self.measure(self.0.len()) > 1 {
            self.0.pop();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn endings_of_one_word_are_dropped() {
        for words in [
            &["lid", "lids"][..],
            &["boil", "boiled", "boiling", "boils"],
            &["package", "packages", "packaging", "packaged"],
            &["battery", "batteries"],
            &["install", "installed", "installation", "installer"],
            &["stick", "sticks", "sticking"],
            &["relate", "relational"],
        ] {
            assert!(
                words.iter().all(|word| stem(word) == stem(words[0])),
                "{:?}",
                words.iter().map(|word| stem(word)).collect::<Vec<_>>()
            );
        }
        for same in ["ac100", "öl", "ふた", "bus", "sky", "less"] {
            assert_eq!(stem(same), same);
        }
    }

    proptest! {
        #[test]
        fn a_stem_is_never_empty_nor_longer_than_one_letter_more(word in "[a-z]{1,24}") {
            let stem = stem(&word);
            prop_assert!(!stem.is_empty() && stem.len() <= word.len() + 1, "{}", stem);
        }
    }
}
