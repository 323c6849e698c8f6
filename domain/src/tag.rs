//! Free tags: up to three words on a thread that say in which situation it happened (gas, hard water, gift), so that
//! experiences are found by it. A tag is folded while it is read, so that one situation has one tag.

use crate::text::TextError;
use serde::{Deserialize, Serialize};

/// So many tags stand on a thread at most.
pub const MOST_TAGS: usize = 3;

/// One tag: lower case, one line, 24 characters at most, without commas, which stand between tags.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Tag(String);

impl Tag {
    /// The longest allowed, in characters.
    pub const MAX: usize = 24;

    /// Reads one from outside text.
    pub fn parse(text: &str) -> Result<Self, TextError> {
        let folded = text.trim().trim_start_matches(['#', '＃']).to_lowercase();
        let line = crate::text::plain_name(&folded, Self::MAX)?;
        if line.contains([',', '、', '，']) {
            return Err(TextError::Malformed("a tag is a word or two, without commas"));
        }
        Ok(Self(line))
    }

    /// The text itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Tag {
    type Error = TextError;
    fn try_from(text: String) -> Result<Self, TextError> {
        Self::parse(&text)
    }
}

impl From<Tag> for String {
    fn from(tag: Tag) -> String {
        tag.0
    }
}

impl std::fmt::Display for Tag {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// The tags of a thread as they are sent: one text with commas between, each tag once, none at all for an empty text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Tags(Vec<Tag>);

impl Tags {
    /// Reads them from outside text.
    pub fn parse(text: &str) -> Result<Self, TextError> {
        let mut tags: Vec<Tag> = Vec::new();
        for part in text.split([',', '、', '，']).filter(|part| !part.trim().is_empty()) {
            let tag = Tag::parse(part)?;
            if !tags.contains(&tag) {
                tags.push(tag);
            }
        }
        if tags.len() > MOST_TAGS {
            Err(TextError::Malformed("three tags fit on a thread; leave the others out"))
        } else {
            Ok(Self(tags))
        }
    }

    /// Each of them.
    pub fn iter(&self) -> impl Iterator<Item = &Tag> {
        self.0.iter()
    }
}

impl TryFrom<String> for Tags {
    type Error = TextError;
    fn try_from(text: String) -> Result<Self, TextError> {
        Self::parse(&text)
    }
}

impl From<Tags> for String {
    fn from(tags: Tags) -> String {
        tags.0.iter().map(Tag::as_str).collect::<Vec<_>>().join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_folded_and_few() {
        assert_eq!(Tag::parse(" #Hard  Water ").map(String::from), Ok("hard water".to_owned()));
        assert!(Tag::parse("硬水").is_ok());
        for wrong in ["", "#", "a,b", "a\u{200b}b", &"x".repeat(25)] {
            assert!(Tag::parse(wrong).is_err(), "{wrong:?}");
        }
        assert_eq!(Tags::parse("Gas, gas、 gift ,").map(String::from), Ok("gas, gift".to_owned()));
        assert_eq!(Tags::parse(" ").map(|tags| tags.iter().count()), Ok(0));
        assert!(Tags::parse("a, b, c, d").is_err());
    }
}
