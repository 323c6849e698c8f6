//! Texts that are made up, the same in every run.

/// Chance that is the same in every run (a 64-bit xorshift).
pub(crate) struct Chance(pub(crate) u64);

impl Chance {
    pub(crate) fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    pub(crate) fn below(&mut self, most: usize) -> usize {
        usize::try_from(self.next() % (most.max(1) as u64)).unwrap_or(0)
    }

    /// A place in a list, the early ones far more often: as words are in any language.
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a share of a small list"
    )]
    pub(crate) fn rank(&mut self, most: usize) -> usize {
        let share = (self.next() % 1_000_000) as f64 / 1_000_000.0;
        ((most as f64).powf(share) - 1.0) as usize
    }
}

/// Words that are made up, but as common and as long as those of a language.
pub(crate) struct Language {
    pub(crate) english: Vec<String>,
    pub(crate) kanji: Vec<char>,
    katakana: Vec<String>,
}

pub(crate) const SYLLABLES: [&str; 40] = [
    "ba", "ke", "ti", "lo", "mu", "ra", "ne", "si", "do", "fu", "pa", "le", "gi", "no", "ju", "sta", "tre", "bri", "clo", "plu",
    "an", "er", "in", "on", "us", "al", "ent", "ist", "or", "ure", "ma", "ve", "ri", "co", "hu", "sha", "che", "thi", "wo", "qua",
];
pub(crate) const PARTICLES: [&str; 12] = ["が", "を", "に", "は", "の", "で", "から", "まで", "と", "も", "へ", "より"];
pub(crate) const ENDINGS: [&str; 10] =
    ["しません", "できない", "しました", "ですか", "している", "なくなった", "してください", "れます", "ません", "たい"];

impl Language {
    pub(crate) fn new(chance: &mut Chance) -> Self {
        let mut english = Vec::new();
        for n in 0..20_000 {
            let length = if n < 200 { 1 + chance.below(2) } else { 2 + chance.below(3) };
            english.push((0..length).map(|_| SYLLABLES.get(chance.below(40)).copied().unwrap_or("a")).collect());
        }
        let kanji = (0..1_800_u32).filter_map(|n| char::from_u32(0x4e00 + n * 11)).collect();
        let kana: Vec<char> = ('ア'..='ヲ').collect();
        let katakana =
            (0..3_000).map(|_| (0..2 + chance.below(4)).filter_map(|_| kana.get(chance.below(kana.len()))).collect()).collect();
        Self { english, kanji, katakana }
    }

    pub(crate) fn english(&self, chance: &mut Chance, words: usize) -> String {
        (0..words)
            .filter_map(|_| self.english.get(chance.rank(self.english.len())))
            .map(String::as_str)
            .collect::<Vec<_>>()
            .join(" ")
    }

    pub(crate) fn japanese(&self, chance: &mut Chance, pieces: usize) -> String {
        let mut text = String::new();
        for n in 0..pieces {
            if chance.below(4) == 0 {
                text.extend(self.katakana.get(chance.rank(self.katakana.len())).cloned());
            } else {
                text.extend(self.kanji.get(chance.rank(self.kanji.len())));
                text.extend(self.kanji.get(chance.rank(self.kanji.len())));
            }
            text.push_str(PARTICLES.get(chance.rank(PARTICLES.len())).copied().unwrap_or("が"));
            if n % 4 == 3 {
                text.push_str(ENDINGS.get(chance.rank(ENDINGS.len())).copied().unwrap_or("たい"));
                text.push('。');
            }
        }
        text
    }

    pub(crate) fn text(&self, chance: &mut Chance, japanese: bool, length: usize) -> String {
        if japanese { self.japanese(chance, length) } else { self.english(chance, length) }
    }
}
