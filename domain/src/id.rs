//! Identifiers: short texts that sort by the time they were minted (a ULID's 48 bits of milliseconds and 80 random bits in
//! Crockford's base 32) behind a letter that says what they name, so that one kind is never taken for another.
//! They are text because numbers above 2^53 do not survive the object's SQL binding.

use crate::time::Timestamp;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// The text is not an identifier of the kind asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("malformed_id: this is not an identifier that Chie gave out")]
pub struct IdError;

const ALPHABET: [char; 32] = [
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'j', 'k', 'm', 'n', 'p', 'q', 'r',
    's', 't', 'v', 'w', 'x', 'y', 'z',
];
const DIGITS: u32 = 26;

fn mint(letter: char, at: Timestamp, random: [u8; 10]) -> String {
    let mut bits = u128::from(at.millis() & 0xffff_ffff_ffff) << 80;
    for (place, byte) in random.iter().rev().enumerate() {
        bits |= u128::from(*byte) << (8 * place);
    }
    let digits = (0..DIGITS).rev().map(|place| {
        let index = usize::try_from((bits >> (5 * place)) & 31).unwrap_or(0);
        ALPHABET.get(index).copied().unwrap_or('0')
    });
    [letter, '_'].into_iter().chain(digits).collect()
}

fn check(letter: char, text: &str) -> Result<(), IdError> {
    let mut chars = text.chars();
    let headed = chars.next() == Some(letter) && chars.next() == Some('_');
    let body = chars.as_str();
    let whole = body.len() == DIGITS as usize && body.chars().all(|c| ALPHABET.contains(&c));
    if headed && whole { Ok(()) } else { Err(IdError) }
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident $letter:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// Mints a new identifier from the moment and ten random bytes, both handed in.
            pub fn mint(at: Timestamp, random: [u8; 10]) -> Self {
                Self(mint($letter, at, random))
            }

            /// Reads an identifier from outside text.
            pub fn parse(text: &str) -> Result<Self, IdError> {
                check($letter, text).map(|()| Self(text.to_owned()))
            }

            /// The identifier as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = IdError;
            fn try_from(text: String) -> Result<Self, IdError> {
                check($letter, &text).map(|()| Self(text))
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> String {
                id.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

ids! {
    /// One opening post and its replies.
    ThreadId 't';
    /// One message under an opening post.
    ReplyId 'r';
    /// A person in one community.
    MemberId 'm';
    /// One request for proof and what became of it.
    ProofId 'p';
    /// One recorded act of claiming.
    ClaimId 'c';
    /// What one set of valid proofs gave to one company.
    TenancyId 'y';
    /// One reading of an answer, known only to the reader's device.
    ReadingId 'g';
    /// One photo, and its address.
    PhotoId 'f';
    /// Somebody signed in on the console, on one device.
    SessionId 's';
    /// One act of claiming, however much was claimed by it.
    ActId 'a';
    /// One key with which the brand's server signs its customers on.
    SignOnKeyId 'k';
    /// One key with which a program asks.
    ApiKeyId 'q';
    /// One place where the brand's own server hears of what happens.
    WebhookId 'w';
    /// One thing that a webhook is told.
    DeliveryId 'd';
}

/// A post that people write: an opening post, named by its thread, or a reply or comment.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum PostId {
    /// The opening post of this thread.
    Opening(ThreadId),
    /// This reply or comment.
    Reply(ReplyId),
}

impl PostId {
    /// Reads an identifier from outside text.
    pub fn parse(text: &str) -> Result<Self, IdError> {
        ThreadId::parse(text).map(Self::Opening).or_else(|_| ReplyId::parse(text).map(Self::Reply))
    }

    /// The identifier as text.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Opening(id) => id.as_str(),
            Self::Reply(id) => id.as_str(),
        }
    }
}

impl TryFrom<String> for PostId {
    type Error = IdError;
    fn try_from(text: String) -> Result<Self, IdError> {
        Self::parse(&text)
    }
}

impl From<PostId> for String {
    fn from(id: PostId) -> Self {
        match id {
            PostId::Opening(id) => id.into(),
            PostId::Reply(id) => id.into(),
        }
    }
}

impl std::fmt::Display for PostId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn minted_ids_parse_and_sort_by_time() {
        let early = ThreadId::mint(Timestamp::from_millis(1_000), [255; 10]);
        let late = ThreadId::mint(Timestamp::from_millis(2_000), [0; 10]);
        assert_eq!(ThreadId::parse(early.as_str()), Ok(early.clone()));
        assert!(early < late);
    }

    #[test]
    fn a_post_is_named_by_its_thread_or_reply() {
        let (thread, reply) =
            (ThreadId::mint(Timestamp::from_millis(1), [1; 10]), ReplyId::mint(Timestamp::from_millis(1), [2; 10]));
        assert_eq!(PostId::parse(thread.as_str()), Ok(PostId::Opening(thread)));
        assert_eq!(PostId::parse(reply.as_str()), Ok(PostId::Reply(reply)));
        assert_eq!(PostId::parse(MemberId::mint(Timestamp::from_millis(1), [3; 10]).as_str()), Err(IdError));
    }

    #[test]
    fn ids_of_another_kind_or_shape_are_refused() {
        let reply = ReplyId::mint(Timestamp::from_millis(1), [7; 10]);
        for wrong in [reply.as_str(), "", "t_", "t_01", "t_UUUUUUUUUUUUUUUUUUUUUUUUUU", "t_0000000000000000000000000'"] {
            assert_eq!(ThreadId::parse(wrong), Err(IdError), "{wrong}");
        }
    }
}
