//! Brand sign-on: the brand's own server says who its customer is, by a signed token that its page hands to the widget. What such a
//! token may say, for how long, and how many keys there are. Who is signed on that way is a member of this one community, apart
//! from everybody who showed an address: the brand speaks for its own customers and for nobody else.

use crate::brand::BrandDomain;
use crate::text::TextError;
use crate::time::Span;
use serde::{Deserialize, Serialize};

/// How far ahead the end of a token may lie.
pub const LONGEST_AHEAD: Span = Span::minutes(5);
/// By how much the brand's clock may differ from ours.
pub const LENIENCE: Span = Span::seconds(30);
/// How many keys count at once: the one in use, and the next one while it is being brought in.
pub const MOST_KEYS: u32 = 2;
/// How many characters a token may have.
pub const LONGEST: usize = 2_048;
/// The one algorithm.
pub const ALGORITHM: &str = "HS256";

/// For whom a token must be made out: this installation and this brand.
pub fn audience(origin: &str, brand: &BrandDomain) -> String {
    [origin, "/", brand.as_str()].concat()
}

/// A signed token as it came: three parts of base64url with dots between them. Nothing in it is believed yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct SignOnToken(String);

impl SignOnToken {
    /// Reads one.
    pub fn parse(text: &str) -> Result<Self, TextError> {
        if text.is_empty() {
            return Err(TextError::Empty);
        }
        if text.len() > LONGEST {
            return Err(TextError::TooLong { max: LONGEST });
        }
        let fits = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
        let parts: Vec<&str> = text.split('.').collect();
        if parts.len() == 3 && parts.iter().all(|part| !part.is_empty() && part.chars().all(fits)) {
            Ok(Self(text.to_owned()))
        } else {
            Err(TextError::Malformed("a token is three parts of base64url with dots between them"))
        }
    }

    /// As it came.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for SignOnToken {
    type Error = TextError;
    fn try_from(text: String) -> Result<Self, TextError> {
        Self::parse(&text)
    }
}

impl From<SignOnToken> for String {
    fn from(token: SignOnToken) -> Self {
        token.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_has_three_parts_and_an_end() {
        assert!(SignOnToken::parse("aA-_0.b.c").is_ok());
        for wrong in ["a.b", "a.b.c.d", "a..c", ".b.c", "a.b.", "a.b=.c", "a b.c.d", "a.b.c\n", "あ.b.c"] {
            assert!(matches!(SignOnToken::parse(wrong), Err(TextError::Malformed(_))), "{wrong}");
        }
        assert_eq!(SignOnToken::parse(""), Err(TextError::Empty));
        let long = format!("a.b.{}", "c".repeat(LONGEST - 3));
        assert_eq!(SignOnToken::parse(&long), Err(TextError::TooLong { max: LONGEST }));
        assert!(SignOnToken::parse(long.get(..LONGEST).unwrap_or_default()).is_ok());
    }
}
