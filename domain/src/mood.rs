//! How somebody feels about the matter: a face and a few words on the opening post, both optional, and the face once more when
//! it is solved. The pair before → after is the figure that matters most, so faces have an order.

use crate::text::MoodWords;
use serde::{Deserialize, Serialize};

/// A face.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Face {
    /// Angry about it.
    Cross,
    /// Let down by it.
    Sad,
    /// Not knowing what to do.
    Puzzled,
    /// Neither here nor there.
    Fine,
    /// Happy about it.
    Glad,
}

impl Face {
    /// All faces, the gladdest first, in the order in which they are offered.
    pub const ALL: [Self; 5] = [Self::Glad, Self::Fine, Self::Puzzled, Self::Sad, Self::Cross];

    /// The face's stable name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Cross => "cross",
            Self::Sad => "sad",
            Self::Puzzled => "puzzled",
            Self::Fine => "fine",
            Self::Glad => "glad",
        }
    }

    /// The face of that name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|face| face.code() == code)
    }
}

/// The mood of a thread, as its asker told it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mood {
    /// When they asked.
    pub before: Face,
    /// In a few words.
    pub words: Option<MoodWords>,
    /// When it was solved; nothing until they say.
    pub after: Option<Face>,
}

/// How many askers went from one face to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct MoodChange {
    /// When they asked.
    pub before: Face,
    /// When it was solved.
    pub after: Face,
    /// How many.
    pub people: u32,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faces_have_names_and_an_order() {
        for face in Face::ALL {
            assert_eq!(Face::from_code(face.code()), Some(face));
            assert_eq!(serde_json::to_string(&face).expect("json"), format!("\"{}\"", face.code()));
        }
        assert!(Face::ALL.windows(2).all(|pair| pair[0] > pair[1]), "the gladdest comes first");
    }
}
