//! Texts with limits. A text from outside becomes one of these while it is deserialised and is not checked again; the error
//! names a stable code first, so that a form can put the right sentence next to the field.

use crate::within;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Why a text was refused. `Display` begins with the code, which is what clients branch on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum TextError {
    /// Nothing is left after trimming.
    #[error("empty: write something here")]
    Empty,
    /// Longer than the limit, in characters.
    #[error("too_long: at most {max} characters fit here")]
    TooLong {
        /// The limit in characters.
        max: usize,
    },
    /// Control, direction-changing or invisible characters where a plain text is asked for.
    #[error("forbidden_character: remove control or invisible characters")]
    ForbiddenCharacter,
    /// Not of the form that this text must have.
    #[error("malformed: {0}")]
    Malformed(&'static str),
}

/// Characters that change how their neighbours read without being seen: controls, direction marks and overrides,
/// zero-width characters, variation selectors, tags.
fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

/// More than four combining marks on one letter hides the lines above and below.
fn is_stacked(text: &str) -> bool {
    let mut run = 0_u8;
    text.chars().any(|c| {
        let mark = matches!(c, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}'
            | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}');
        run = if mark { run.saturating_add(1) } else { 0 };
        run > 4
    })
}

fn one_line(text: &str, max: usize) -> Result<String, TextError> {
    // Joiners belong to emoji and to several scripts, so a title keeps them; a name does not.
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.is_empty() {
        Err(TextError::Empty)
    } else if line.chars().count() > max {
        Err(TextError::TooLong { max })
    } else if line.chars().any(|c| is_unseen(c) && !matches!(c, '\u{200c}' | '\u{200d}' | '\u{fe0e}' | '\u{fe0f}')) {
        Err(TextError::ForbiddenCharacter)
    } else {
        Ok(line)
    }
}

pub(crate) fn plain_name(text: &str, max: usize) -> Result<String, TextError> {
    let line = one_line(text, max)?;
    if line.chars().any(is_unseen) || is_stacked(&line) { Err(TextError::ForbiddenCharacter) } else { Ok(line) }
}

/// What somebody types into a search is never wrong: what cannot be seen separates words like a space does. A text that is
/// too long is kept longer than allowed by one character, which says that it finds nothing.
fn loose_line(text: &str, max: usize) -> Result<String, TextError> {
    let line =
        text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    // A space at the end says that the last word is whole.
    let ended = text.ends_with(char::is_whitespace) && !line.is_empty();
    let line: String = line.chars().chain(ended.then_some(' ')).take(max + 1).collect();
    if line.is_empty() { Err(TextError::Empty) } else { Ok(line) }
}

fn many_lines(text: &str, max: usize) -> Result<String, TextError> {
    let body = within::replaced(text, "\r\n", "\n").replace('\r', "\n");
    let body = body.trim();
    if body.is_empty() {
        Err(TextError::Empty)
    } else if body.chars().count() > max {
        Err(TextError::TooLong { max })
    } else if body.chars().any(|c| c.is_control() && c != '\n' && c != '\t') {
        Err(TextError::ForbiddenCharacter)
    } else {
        Ok(body.to_owned())
    }
}

fn slug(text: &str, max: usize) -> Result<String, TextError> {
    if text.is_empty() {
        return Err(TextError::Empty);
    }
    if text.len() > max {
        return Err(TextError::TooLong { max });
    }
    let edge = |c: Option<char>| c.is_some_and(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
    let inside = text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_' | '.'));
    if inside && edge(text.chars().next()) && edge(text.chars().next_back()) {
        Ok(text.to_owned())
    } else {
        Err(TextError::Malformed("a product's key has lower-case Latin letters, digits, dots and hyphens"))
    }
}

fn email(text: &str, max: usize) -> Result<String, TextError> {
    let wrong = Err(TextError::Malformed("an e-mail address looks like name@domain.example"));
    let line = text.trim();
    if line.is_empty() {
        return Err(TextError::Empty);
    }
    if line.len() > max {
        return Err(TextError::TooLong { max });
    }
    let Some((local, domain)) = line.rsplit_once('@') else { return wrong };
    let local_fits = !local.is_empty()
        && local.len() <= 64
        && local.chars().all(|c| c.is_ascii_alphanumeric() || ".!#$%&'*+/=?^_`{|}~-".contains(c));
    let label = |l: &str| {
        (1..=63).contains(&l.len())
            && l.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
            && !l.starts_with('-')
            && !l.ends_with('-')
    };
    if local_fits && domain.contains('.') && domain.split('.').all(label) {
        Ok(format!("{local}@{}", domain.to_ascii_lowercase()))
    } else {
        wrong
    }
}

macro_rules! texts {
    ($($(#[$doc:meta])* $name:ident $max:literal $check:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// The longest allowed, in characters.
            pub const MAX: usize = $max;

            /// Reads one from outside text.
            pub fn parse(text: &str) -> Result<Self, TextError> {
                $check(text, Self::MAX).map(Self)
            }

            /// The text itself.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = TextError;
            fn try_from(text: String) -> Result<Self, TextError> {
                Self::parse(&text)
            }
        }

        impl From<$name> for String {
            fn from(text: $name) -> String {
                text.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

texts! {
    /// A thread's title: one line.
    Title 140 one_line;
    /// What somebody wrote, in Markdown.
    Body 10_000 many_lines;
    /// The name a member goes by.
    DisplayName 40 plain_name;
    /// A product's name.
    ProductName 80 plain_name;
    /// The name somebody gave to a brand.
    BrandName 60 plain_name;
    /// A reason that is shown to the public.
    Reason 500 many_lines;
    /// One line that somebody who answers for a brand says of themselves.
    PersonLine 120 plain_name;
    /// What is to be seen on a photo.
    AltText 300 one_line;
    /// What somebody types to search or ask.
    SearchText 200 one_line;
    /// What somebody looks for among threads, whatever it is.
    Sought 200 loose_line;
    /// Lists of words as a representative edits them.
    WordLines 20_000 many_lines;
    /// A product's key within its brand, as it stands in the tag and in addresses.
    ProductKey 64 slug;
    /// An e-mail address; the domain in lower case.
    EmailAddress 254 email;
    /// A few words on how somebody feels.
    MoodWords 60 one_line;
    /// The version of a product in which something was changed.
    ProductVersion 40 one_line;
}

impl Sought {
    /// Whether this is more than anybody types, so that it finds nothing.
    pub fn is_too_long(&self) -> bool {
        self.0.chars().count() > Self::MAX
    }
}

impl Body {
    /// Whether a blank of a saved reply stands in it still: words in double braces.
    pub fn has_blank(&self) -> bool {
        self.0
            .split("{{")
            .skip(1)
            .any(|rest| rest.split_once("}}").is_some_and(|(name, _)| name.len() < 60 && !name.contains('\n')))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_one_line_and_bounded() {
        assert_eq!(Title::parse("  The  lid\nsticks ").map(String::from), Ok("The lid sticks".to_owned()));
        assert_eq!(Title::parse(" \n\t "), Err(TextError::Empty));
        assert_eq!(Title::parse(&"あ".repeat(141)), Err(TextError::TooLong { max: 140 }));
        assert!(Title::parse(&"あ".repeat(140)).is_ok());
        assert_eq!(Title::parse("a\u{202e}b"), Err(TextError::ForbiddenCharacter));
        assert_eq!(Title::parse("a\0b"), Err(TextError::ForbiddenCharacter));
    }

    #[test]
    fn what_is_sought_is_never_wrong() {
        assert_eq!(Sought::parse(" a\u{0}b\n c ").map(String::from), Ok("a b c ".to_owned()));
        assert_eq!(Sought::parse(" \t "), Err(TextError::Empty));
        assert!(Sought::parse(&"x".repeat(10_240)).is_ok_and(|sought| sought.is_too_long()));
        assert!(Sought::parse(&"x".repeat(200)).is_ok_and(|sought| !sought.is_too_long()));
    }

    #[test]
    fn names_take_nothing_unseen_or_stacked() {
        for wrong in ["A\u{200b}cme", "\u{202e}emcA", "A\u{fe0f}", "Z\u{300}\u{301}\u{302}\u{303}\u{304}"] {
            assert_eq!(DisplayName::parse(wrong), Err(TextError::ForbiddenCharacter), "{wrong:?}");
        }
        assert!(DisplayName::parse("青木 そら").is_ok());
    }

    #[test]
    fn bodies_keep_their_lines() {
        assert_eq!(Body::parse("a\r\nb\rc").map(String::from), Ok("a\nb\nc".to_owned()));
        assert_eq!(Body::parse("bell\u{7}"), Err(TextError::ForbiddenCharacter));
    }

    #[test]
    fn keys_and_addresses_have_a_form() {
        assert!(ProductKey::parse("kettle-1.2").is_ok());
        for wrong in ["Kettle", "-a", "a/b", "../x", "ケトル"] {
            assert!(ProductKey::parse(wrong).is_err(), "{wrong}");
        }
        assert_eq!(EmailAddress::parse("Aoi@ACME.example").map(String::from), Ok("Aoi@acme.example".to_owned()));
        for wrong in ["aoi", "@a.example", "a@b", "a@b..c", "a@b-.example", "a b@c.example", "a@c.example\r\nBcc: d@e.example"] {
            assert!(EmailAddress::parse(wrong).is_err(), "{wrong}");
        }
    }
}
