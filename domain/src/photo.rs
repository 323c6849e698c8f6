//! Photos: how many and how large they may be, which kinds of file, the words that stand for one, and the little that is
//! shown of one that nobody has opened yet. Their bytes live outside of any community; [`clean`] is what they pass through.

#[cfg(feature = "parse")]
pub mod clean;

use crate::id::PhotoId;
use crate::text::AltText;
use crate::time::Span;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Photos that one post may carry.
pub const MOST: usize = 4;
/// The longest side, in pixels; the browser makes larger ones smaller before it sends them.
pub const SIDE: u32 = 1_600;
/// The largest file that is kept, in bytes.
pub const KEPT: usize = 1_500_000;
/// The largest file that is read at all, in bytes.
pub const READ: usize = 2 * 1024 * 1024;
/// A photo that no post took is deleted after this.
pub const UNUSED_LIVES: Span = Span::hours(24);
/// Within this long after its post went, a photo is gone from every cache that obeys us, in seconds.
pub const GONE_WITHIN: u32 = 60;

/// The kinds of file that photos come in. What moves or runs is none of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Media {
    /// JPEG.
    Jpeg,
    /// PNG, without movement.
    Png,
    /// WebP, without movement.
    Webp,
}

impl Media {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Jpeg, Self::Png, Self::Webp];

    /// The kind's stable name, which is also the ending of its files.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Jpeg => "jpeg",
            Self::Png => "png",
            Self::Webp => "webp",
        }
    }

    /// The kind of that name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|media| media.code() == code)
    }

    /// Its media type.
    pub const fn mime(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Webp => "image/webp",
        }
    }

    /// The kind of that media type.
    pub fn from_mime(mime: &str) -> Option<Self> {
        let mime = mime.split(';').next().unwrap_or_default().trim();
        Self::ALL.into_iter().find(|media| media.mime().eq_ignore_ascii_case(mime))
    }
}

/// Twelve colours, four beside one another in three rows: all that is shown of a photo that waits to be opened.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Colours(String);

/// These are not twelve colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("malformed: twelve colours are 36 hexadecimal digits in lower case")]
pub struct ColoursError;

impl Colours {
    /// How many stand beside one another.
    pub const WIDE: usize = 4;
    /// How many colours there are.
    pub const COUNT: usize = 12;

    /// Reads them: three digits for each.
    pub fn parse(text: &str) -> Result<Self, ColoursError> {
        let fits = text.len() == Self::COUNT * 3 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        if fits { Ok(Self(text.to_owned())) } else { Err(ColoursError) }
    }

    /// The colours as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Each as it is written in a drawing, such as `#a3c`.
    pub fn each(&self) -> impl Iterator<Item = String> + '_ {
        (0..Self::COUNT).map(|n| ["#", self.0.get(n * 3..n * 3 + 3).unwrap_or("888")].concat())
    }
}

impl Default for Colours {
    fn default() -> Self {
        Self("8".repeat(Self::COUNT * 3))
    }
}

impl TryFrom<String> for Colours {
    type Error = ColoursError;
    fn try_from(text: String) -> Result<Self, ColoursError> {
        Self::parse(&text)
    }
}

impl From<Colours> for String {
    fn from(colours: Colours) -> Self {
        colours.0
    }
}

/// A photo that a post carries, as the request names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attached {
    /// Which one.
    pub id: PhotoId,
    /// What is to be seen on it, for those who do not see it.
    pub alt: Option<AltText>,
}

/// The photos of one post, in the order they are shown in: at most [`MOST`], each once.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Vec<Attached>", into = "Vec<Attached>")]
pub struct Album(Vec<Attached>);

/// Why photos do not make an album.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum AlbumError {
    /// More than a post may carry.
    #[error("too_many_photos: at most 4 photos fit into a post; leave some out")]
    TooMany,
    /// One of them twice.
    #[error("photo_twice: each photo stands in a post once; leave the second one out")]
    Twice,
}

impl Album {
    /// The photos.
    pub fn each(&self) -> &[Attached] {
        &self.0
    }
}

impl TryFrom<Vec<Attached>> for Album {
    type Error = AlbumError;
    fn try_from(photos: Vec<Attached>) -> Result<Self, AlbumError> {
        let mut rest = photos.as_slice();
        if rest.len() > MOST {
            return Err(AlbumError::TooMany);
        }
        while let [first, others @ ..] = rest {
            if others.iter().any(|other| other.id == first.id) {
                return Err(AlbumError::Twice);
            }
            rest = others;
        }
        Ok(Self(photos))
    }
}

impl From<Album> for Vec<Attached> {
    fn from(album: Album) -> Self {
        album.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Timestamp;

    fn photo(byte: u8) -> Attached {
        Attached { id: PhotoId::mint(Timestamp::from_millis(1), [byte; 10]), alt: None }
    }

    #[test]
    fn an_album_holds_four_different_photos_at_most() {
        assert!(Album::try_from((0..4).map(photo).collect::<Vec<_>>()).is_ok());
        assert_eq!(Album::try_from((0..5).map(photo).collect::<Vec<_>>()), Err(AlbumError::TooMany));
        assert_eq!(Album::try_from(vec![photo(1), photo(2), photo(1)]), Err(AlbumError::Twice));
    }

    #[test]
    fn colours_are_digits_and_nothing_else() {
        assert_eq!(Colours::parse(&"a3c".repeat(12)).map(|it| it.each().collect::<Vec<_>>()), Ok(vec!["#a3c".to_owned(); 12]));
        for wrong in [String::new(), "a3c".repeat(11), "A3C".repeat(12), "é3".repeat(12), format!("\"><{}", "0".repeat(33))] {
            assert_eq!(Colours::parse(&wrong), Err(ColoursError), "{wrong}");
        }
    }

    #[test]
    fn a_kind_of_file_is_known_by_its_names() {
        for media in Media::ALL {
            assert_eq!((Media::from_code(media.code()), Media::from_mime(media.mime())), (Some(media), Some(media)));
        }
        assert_eq!(Media::from_mime("image/jpeg; charset=x"), Some(Media::Jpeg));
        for wrong in ["image/gif", "image/svg+xml", "image/heic", "text/html", "", "image/jpg"] {
            assert_eq!(Media::from_mime(wrong), None, "{wrong}");
        }
    }
}
