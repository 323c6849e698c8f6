//! What somebody can flag and the operator decides about: a post, a photo, the name somebody goes by, the brand's badge, the
//! whole community. It is named by the identifier of the thing itself.

use crate::id::{IdError, MemberId, PhotoId, PostId};
use serde::{Deserialize, Serialize};

/// What a flag or a decision is about.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Matter {
    /// An opening post, a reply or a comment.
    Post(PostId),
    /// A photo under a post.
    Photo(PhotoId),
    /// The name that a member goes by.
    Name(MemberId),
    /// The brand's badge.
    Badge,
    /// The community as a whole.
    Community,
}

impl Matter {
    /// Reads it from outside text.
    pub fn parse(text: &str) -> Result<Self, IdError> {
        match text {
            "badge" => Ok(Self::Badge),
            "community" => Ok(Self::Community),
            _ => PostId::parse(text)
                .map(Self::Post)
                .or_else(|_| PhotoId::parse(text).map(Self::Photo))
                .or_else(|_| MemberId::parse(text).map(Self::Name)),
        }
    }

    /// It as text.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Post(id) => id.as_str(),
            Self::Photo(id) => id.as_str(),
            Self::Name(id) => id.as_str(),
            Self::Badge => "badge",
            Self::Community => "community",
        }
    }
}

impl TryFrom<String> for Matter {
    type Error = IdError;
    fn try_from(text: String) -> Result<Self, IdError> {
        Self::parse(&text)
    }
}

impl From<Matter> for String {
    fn from(matter: Matter) -> Self {
        matter.as_str().to_owned()
    }
}

impl std::fmt::Display for Matter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Why a matter waits for the operator. What comes later leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Waits {
    /// A post was held and nobody has looked at it.
    Held,
    /// Somebody flagged it.
    Flagged,
    /// Somebody outside asked about it.
    Requested,
    /// Its author appealed.
    Appealed,
}

impl Waits {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Held, Self::Flagged, Self::Requested, Self::Appealed];

    /// The stable name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Held => "held",
            Self::Flagged => "flagged",
            Self::Requested => "requested",
            Self::Appealed => "appealed",
        }
    }

    /// The one of that name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// Who asked for something to be looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Asked {
    /// Visitors and members.
    Visitors,
    /// The brand.
    Brand,
    /// Somebody outside, without an account.
    Outsiders,
    /// The operator looked by themselves.
    Operator,
    /// Chie itself, which holds what a newcomer writes full of links.
    Chie,
}

impl Asked {
    /// All of them, in the order of the public record.
    pub const ALL: [Self; 5] = [Self::Visitors, Self::Brand, Self::Outsiders, Self::Operator, Self::Chie];

    /// The stable name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Visitors => "visitors",
            Self::Brand => "brand",
            Self::Outsiders => "outsiders",
            Self::Operator => "operator",
            Self::Chie => "chie",
        }
    }

    /// The one of that name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// What the operator decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// It stays, or stands again.
    Kept,
    /// Only its author sees it.
    Hidden,
    /// It is gone for everybody; a stone with the ground stays.
    Removed,
    /// What its author writes from now on waits until somebody has looked at it.
    AuthorHeld,
    /// It goes on in another thread.
    Merged,
    /// It belongs to another product.
    Moved,
    /// The whole community is closed.
    TakenDown,
}

impl Verdict {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 7] =
        [Self::Kept, Self::Hidden, Self::Removed, Self::AuthorHeld, Self::Merged, Self::Moved, Self::TakenDown];

    /// The stable name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Kept => "kept",
            Self::Hidden => "hidden",
            Self::Removed => "removed",
            Self::AuthorHeld => "author_held",
            Self::Merged => "merged",
            Self::Moved => "moved",
            Self::TakenDown => "taken_down",
        }
    }

    /// The one of that name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }

    /// Whether it goes against somebody and therefore names a ground.
    pub const fn needs_ground(self) -> bool {
        matches!(self, Self::Hidden | Self::Removed | Self::AuthorHeld | Self::TakenDown)
    }

    /// Whether whoever flagged it was right.
    pub const fn upholds(self) -> bool {
        self.needs_ground()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::{ReplyId, ThreadId};
    use crate::time::Timestamp;

    #[test]
    fn a_matter_is_named_by_what_it_is_about() {
        let at = Timestamp::from_millis(1);
        for matter in [
            Matter::Post(PostId::Opening(ThreadId::mint(at, [1; 10]))),
            Matter::Post(PostId::Reply(ReplyId::mint(at, [1; 10]))),
            Matter::Photo(PhotoId::mint(at, [1; 10])),
            Matter::Name(MemberId::mint(at, [1; 10])),
            Matter::Badge,
            Matter::Community,
        ] {
            assert_eq!(Matter::parse(matter.as_str()), Ok(matter));
        }
        for wrong in ["", "Badge", "y_00000000000000000000000000", "t_1"] {
            assert_eq!(Matter::parse(wrong), Err(IdError), "{wrong}");
        }
    }

    #[test]
    fn codes_are_those_of_json() {
        let json = |value: &dyn erased::Json| value.json();
        for it in Waits::ALL {
            assert_eq!((json(&it), Waits::from_code(it.code())), (format!("\"{}\"", it.code()), Some(it)));
        }
        for it in Asked::ALL {
            assert_eq!((json(&it), Asked::from_code(it.code())), (format!("\"{}\"", it.code()), Some(it)));
        }
        for it in Verdict::ALL {
            assert_eq!((json(&it), Verdict::from_code(it.code())), (format!("\"{}\"", it.code()), Some(it)));
        }
    }

    mod erased {
        pub(super) trait Json {
            fn json(&self) -> String;
        }
        impl<T: serde::Serialize> Json for T {
            fn json(&self) -> String {
                serde_json::to_string(self).expect("json")
            }
        }
    }
}
