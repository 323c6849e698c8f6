//! What somebody's device is, as far as they let it be known: a few lines that were shown to them in full, of which they struck
//! out what they liked. An address loses its query, its fragment and its credentials here, whoever sent it.

use crate::text::TextError;
use serde::{Deserialize, Serialize};

/// What a line tells of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FactName {
    /// The browser and its version.
    Browser,
    /// The operating system.
    System,
    /// The size of the screen.
    Screen,
    /// The page it was written on.
    Page,
    /// Where the printed code hung that led to the question.
    Place,
}

impl FactName {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 5] = [Self::Browser, Self::System, Self::Screen, Self::Page, Self::Place];

    /// Its stable name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Browser => "browser",
            Self::System => "system",
            Self::Screen => "screen",
            Self::Page => "page",
            Self::Place => "place",
        }
    }

    /// The one of that name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|name| name.code() == code)
    }
}

/// One line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// What it tells of.
    pub name: FactName,
    /// What it says.
    pub value: String,
}

/// The lines that somebody let through: `name=value`, one below the other, each name at most once.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct DeviceFacts(Vec<Fact>);

impl DeviceFacts {
    /// The longest value, in characters.
    pub const MAX: usize = 200;

    /// Reads lines from outside text.
    pub fn parse(text: &str) -> Result<Self, TextError> {
        let mut facts: Vec<Fact> = Vec::new();
        for line in text.lines().filter(|line| !line.trim().is_empty()) {
            let (name, value) = line.split_once('=').ok_or(TextError::Malformed("each line reads name=value"))?;
            let name = FactName::from_code(name.trim());
            let name = name.ok_or(TextError::Malformed("the names are browser, system, screen, page and place"))?;
            let value = if name == FactName::Page { without_query(value.trim()) } else { value.trim().to_owned() };
            if value.chars().count() > Self::MAX {
                return Err(TextError::TooLong { max: Self::MAX });
            }
            if value.chars().any(char::is_control) {
                return Err(TextError::ForbiddenCharacter);
            }
            if value.is_empty() {
                continue;
            }
            if facts.iter().any(|fact| fact.name == name) {
                return Err(TextError::Malformed("each name stands once"));
            }
            facts.push(Fact { name, value });
        }
        Ok(Self(facts))
    }

    /// The lines.
    pub fn facts(&self) -> &[Fact] {
        &self.0
    }
}

/// The longest place that a printed code carries, in characters: a longer one makes the code hard to read.
pub const PLACE_MAX: usize = 60;

/// A place as a printed code carries it, whatever an address says: one line without control characters; empty where there is none.
pub fn place(text: &str) -> String {
    let words: Vec<&str> = text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()).collect();
    words.join(" ").chars().take(PLACE_MAX).collect::<String>().trim_end().to_owned()
}

/// An address without what may hold somebody's secrets.
pub fn without_query(address: &str) -> String {
    let end = address.find(['?', '#', ';']).unwrap_or(address.len());
    let plain = address.get(..end).unwrap_or_default();
    match plain.split_once("://") {
        Some((scheme, rest)) => {
            let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
            let host = host.rsplit('@').next().unwrap_or_default();
            [scheme, "://", host, path].concat()
        }
        None => plain.to_owned(),
    }
}

impl TryFrom<String> for DeviceFacts {
    type Error = TextError;
    fn try_from(text: String) -> Result<Self, TextError> {
        Self::parse(&text)
    }
}

impl From<DeviceFacts> for String {
    fn from(facts: DeviceFacts) -> Self {
        let lines: Vec<Self> = facts.0.into_iter().map(|fact| [fact.name.code(), "=", &fact.value].concat()).collect();
        lines.join("\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_read_and_written_the_same() {
        let text = "browser=Firefox 141\nscreen=360 × 780";
        let facts = DeviceFacts::parse(text).expect("facts");
        assert_eq!(facts.facts().len(), 2);
        assert_eq!(String::from(facts), text);
        assert_eq!(DeviceFacts::parse("  \n").map(|facts| facts.facts().len()), Ok(0));
    }

    #[test]
    fn other_lines_are_refused() {
        for wrong in ["Firefox", "serial=1", "browser=a\nbrowser=b", "browser=a\u{7}b"] {
            assert!(DeviceFacts::parse(wrong).is_err(), "{wrong}");
        }
        assert_eq!(DeviceFacts::parse(&format!("system={}", "x".repeat(201))), Err(TextError::TooLong { max: 200 }));
    }

    #[test]
    fn a_place_is_one_short_line() {
        for (given, kept) in [
            (" 京都店\u{3000}2階 ", "京都店 2階"),
            ("a\r\nbrowser=\u{0}b", "a browser= b"),
            ("\u{85}", ""),
            (&"x ".repeat(100), "x ".repeat(30).trim_end()),
        ] {
            assert_eq!(place(given), kept);
            assert!(DeviceFacts::parse(&["place=", kept].concat()).is_ok(), "{kept}");
        }
    }

    #[test]
    fn an_address_keeps_no_secret() {
        for (given, kept) in [
            ("https://shop.example/kettle?order=17&mail=a@b.example#top", "https://shop.example/kettle"),
            ("https://aoi:secret@shop.example/a@b", "https://shop.example/a@b"),
            ("https://shop.example", "https://shop.example"),
            ("https://shop.example/a;session=1", "https://shop.example/a"),
        ] {
            assert_eq!(without_query(given), kept);
        }
    }
}
