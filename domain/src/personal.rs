//! Private facts in what is about to become public: card numbers, telephone numbers, addresses, e-mail addresses. Widget and
//! server look with the same eyes. It is a warning and no ban: numbers of products look alike, and the writer knows better.
//! What is published anyway (toll-free numbers, `info@`) and what stands behind the word "serial number" is left alone.

mod digits;
mod mail;
mod street;

use std::ops::Range;

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Private {
    /// The number of a bank card.
    Card,
    /// A telephone number.
    Phone,
    /// Where somebody lives.
    Address,
    /// An e-mail address.
    Email,
}

/// Where it was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// What it seems to be.
    pub what: Private,
    /// Its bytes in the text.
    pub place: Range<usize>,
}

impl Private {
    /// The stable name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Card => "card",
            Self::Phone => "phone",
            Self::Address => "address",
            Self::Email => "email",
        }
    }

    /// What it is called in a refusal.
    pub const fn english(self) -> &'static str {
        match self {
            Self::Card => "a card number",
            Self::Phone => "a telephone number",
            Self::Address => "a postal address",
            Self::Email => "an e-mail address",
        }
    }
}

impl Found {
    /// The words themselves.
    pub fn words<'a>(&self, text: &'a str) -> &'a str {
        text.get(self.place.clone()).unwrap_or_default()
    }

    /// The text without them.
    pub fn taken_out(&self, text: &str) -> String {
        let before = text.get(..self.place.start).unwrap_or(text);
        let after = text.get(self.place.end..).unwrap_or_default();
        [before, "…", after].concat()
    }
}

/// The first private fact of a text, if there is any.
pub fn find(text: &str) -> Option<Found> {
    let letters: Vec<(usize, char)> = text.char_indices().map(|(at, c)| (at, narrow(c))).collect();
    let text = Letters { letters: &letters, end: text.len() };
    [digits::find(&text), mail::find(&text), street::find(&text)].into_iter().flatten().min_by_key(|found| found.place.start)
}

/// Digits, letters and hyphens of full width as plain ones: Japanese keyboards give them.
const fn narrow(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => match char::from_u32(c as u32 - 0xfee0) {
            Some(plain) => plain,
            None => c,
        },
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{30fc}' | '\u{ff70}' => '-',
        '\u{a0}' | '\u{3000}' | '\u{2009}' | '\u{202f}' => ' ',
        _ => c,
    }
}

/// A text letter by letter, with the byte at which each begins.
struct Letters<'a> {
    letters: &'a [(usize, char)],
    end: usize,
}

impl Letters<'_> {
    fn at(&self, index: usize) -> Option<char> {
        self.letters.get(index).map(|(_, c)| *c)
    }

    fn before(&self, index: usize) -> Option<char> {
        index.checked_sub(1).and_then(|index| self.at(index))
    }

    const fn len(&self) -> usize {
        self.letters.len()
    }

    fn byte(&self, index: usize) -> usize {
        self.letters.get(index).map_or(self.end, |(at, _)| *at)
    }

    fn found(&self, what: Private, from: usize, to: usize) -> Found {
        Found { what, place: self.byte(from)..self.byte(to) }
    }

    /// Whether one of these words stands within so many letters before a place.
    fn behind_word(&self, index: usize, within: usize, words: &[&str]) -> bool {
        let from = index.saturating_sub(within);
        let near: String = (from..index).filter_map(|index| self.at(index)).flat_map(char::to_lowercase).collect();
        words.iter().any(|word| near.contains(word))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn private_facts_are_found_where_they_stand() {
        for (text, what, words) in [
            ("Pay with 4111 1111 1111 1111 please", Private::Card, "4111 1111 1111 1111"),
            ("5500-0000-0000-0004", Private::Card, "5500-0000-0000-0004"),
            ("378282246310005", Private::Card, "378282246310005"),
            ("カードは４１１１１１１１１１１１１１１１です", Private::Card, "４１１１１１１１１１１１１１１１"),
            ("Call me: +44 20 7946 0958 after six", Private::Phone, "+44 20 7946 0958"),
            ("(555) 010-4477 is mine", Private::Phone, "(555) 010-4477"),
            ("020 7946 0958", Private::Phone, "020 7946 0958"),
            ("電話は090-1234-5678です", Private::Phone, "090-1234-5678"),
            ("携帯 ０８０１２３４５６７８", Private::Phone, "０８０１２３４５６７８"),
            ("03ー1234ー5678まで", Private::Phone, "03ー1234ー5678"),
            ("tel 0312345678", Private::Phone, "0312345678"),
            ("Write to aoi.t@mail.example!", Private::Email, "aoi.t@mail.example"),
            ("連絡先aoi@mail.exampleまで", Private::Email, "aoi@mail.example"),
            ("I live at 221 Baker Street, London", Private::Address, "221 Baker Street"),
            ("住所は〒150-0041 東京都渋谷区神南1-2-3です", Private::Address, "〒150-0041 東京都渋谷区神南1-2-3"),
            ("大阪府堺市堺区南瓦町３番１号に送ってください", Private::Address, "大阪府堺市堺区南瓦町３番１号"),
            ("神南2丁目3番の家", Private::Address, "2丁目3番"),
        ] {
            let found = find(text);
            assert_eq!(found.as_ref().map(|it| (it.what, it.words(text))), Some((what, words)), "{text}");
        }
    }

    #[test]
    fn numbers_of_things_are_left_alone() {
        for text in [
            "Model KT-1200-B, bought 2024-03-11 for 12,800 yen",
            "Serial number 4111 1111 1111 1111",
            "製造番号 090-1234-5678",
            "S/N 20231104123456",
            "JAN 4901234567894",
            "IMEI 356938035643809",
            "0120-123-456 is the maker's line",
            "+1 800 555 0100",
            "Ask support@acme.example or help@acme.example",
            "It holds 1.2 L, 20 x 15 x 22 cm, 1000-1200 W",
            "Order 1234567890123456",
            "It shows 4111 1111 1111 1112",
            "AB090-1234-5678",
            "東京都で買いました",
            "大阪府の市場で3個買いました",
            "A 5 minute drive down the road",
            "3 Small Lids",
            "@acme on the net, a @ b, x@y",
            "192.168.100.200:8080",
            "",
        ] {
            assert_eq!(find(text), None, "{text}");
        }
    }

    #[test]
    fn what_was_found_is_taken_out_at_one_tap() {
        let text = "電話は090-1234-5678です。";
        let found = find(text).expect("found");
        assert_eq!(found.taken_out(text), "電話は…です。");
        assert_eq!(find(&found.taken_out(text)), None);
    }
}
