//! Private notes: on an official thread, between its asker, who has confirmed an address, and those who act for the brand. The
//! brand asks for something that is nobody else's business, the asker answers, and after a while all of it goes by itself.

use crate::time::Span;
use serde::{Deserialize, Serialize};

/// A private note is gone after this, whatever happens.
pub const LIVES: Span = Span::days(90);
/// So many fit on one thread.
pub const MOST: u32 = 50;

/// What the brand asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Wanted {
    /// The number that stands on the thing.
    Serial,
    /// Where the asker lives.
    Address,
    /// What shows that it was bought.
    Receipt,
    /// A picture of it.
    Photo,
    /// Something else, which the words say.
    Other,
}

impl Wanted {
    /// All of it.
    pub const ALL: [Self; 5] = [Self::Serial, Self::Address, Self::Receipt, Self::Photo, Self::Other];

    /// Its stable name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Serial => "serial",
            Self::Address => "address",
            Self::Receipt => "receipt",
            Self::Photo => "photo",
            Self::Other => "other",
        }
    }

    /// The one of that name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|it| it.code() == code)
    }
}

/// Whose note it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    /// The brand's.
    Brand,
    /// The asker's.
    Asker,
}

impl Side {
    /// Its stable name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Brand => "brand",
            Self::Asker => "asker",
        }
    }

    /// The one of that name.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Brand, Self::Asker].into_iter().find(|side| side.code() == code)
    }
}

/// Whether something private can be written on a thread now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PrivateStanding {
    /// The caller can write.
    Open,
    /// The caller reads, and somebody else writes.
    ReadOnly,
    /// Nobody speaks for the brand there.
    NotOfficial,
    /// The asker has confirmed no address, so that nobody knows who would answer.
    NoAddress,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lead_back() {
        for it in Wanted::ALL {
            assert_eq!(Wanted::from_code(it.code()), Some(it));
        }
        for it in [Side::Brand, Side::Asker] {
            assert_eq!(Side::from_code(it.code()), Some(it));
        }
        assert_eq!((Wanted::from_code("x"), Side::from_code("x")), (None, None));
    }
}
