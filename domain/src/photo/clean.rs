//! What a photo passes through before it is kept: it must be what its first bytes say, whole, and no larger than it may be;
//! and everything that does not draw it is cut out: where it was taken, with what, by whom, small copies of it, notes,
//! whatever hangs behind its end. Pictures are walked piece by piece and never unpacked, so that a small file that would
//! unpack to a huge one costs nothing.

mod jpeg;
mod png;
mod webp;

use super::{KEPT, Media, SIDE};
use thiserror::Error;

/// A photo that may be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clean {
    /// Which kind of file.
    pub media: Media,
    /// How wide, in pixels.
    pub width: u32,
    /// How high, in pixels.
    pub height: u32,
    /// What draws it, and nothing else.
    pub bytes: Vec<u8>,
}

/// Why a file is not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum CleanError {
    /// It is no picture of a kind that is taken.
    #[error("not_a_photo: this file is no JPEG, PNG or WebP picture; choose a photo")]
    NotAPhoto,
    /// It says that it is one kind and is another.
    #[error("not_a_photo: this file is of another kind than its Content-Type says")]
    OtherKind,
    /// Its end is missing, or what stands in it makes no sense.
    #[error("photo_broken: this picture is damaged or did not arrive whole; choose it again")]
    Broken,
    /// It moves.
    #[error("photo_moves: moving pictures are not taken; choose a still one")]
    Moves,
    /// Too many pixels on a side.
    #[error("photo_too_large: a photo has at most 1600 pixels on a side; make it smaller")]
    TooManyPixels,
    /// Too many bytes.
    #[error("photo_too_large: a photo has at most 1.5 MB; make it smaller")]
    TooManyBytes,
}

/// The kind of a file by its first bytes.
pub fn kind(bytes: &[u8]) -> Option<Media> {
    if bytes.starts_with(&[0xff, 0xd8, 0xff]) {
        Some(Media::Jpeg)
    } else if bytes.starts_with(&png::SIGNATURE) {
        Some(Media::Png)
    } else if bytes.starts_with(b"RIFF") && bytes.get(8..12) == Some(b"WEBP") {
        Some(Media::Webp)
    } else {
        None
    }
}

/// Cuts out of a file whatever does not draw it.
pub fn clean(said: Media, bytes: &[u8]) -> Result<Clean, CleanError> {
    let media = kind(bytes).ok_or(CleanError::NotAPhoto)?;
    if media != said {
        return Err(CleanError::OtherKind);
    }
    let (width, height, bytes) = match media {
        Media::Jpeg => jpeg::clean(bytes),
        Media::Png => png::clean(bytes),
        Media::Webp => webp::clean(bytes),
    }?;
    if width == 0 || height == 0 {
        return Err(CleanError::Broken);
    }
    if width > SIDE || height > SIDE {
        return Err(CleanError::TooManyPixels);
    }
    if bytes.len() > KEPT {
        return Err(CleanError::TooManyBytes);
    }
    Ok(Clean { media, width, height, bytes })
}

/// Width, height and what is left.
type Walked = Result<(u32, u32, Vec<u8>), CleanError>;

/// Reads a file from its beginning; whatever is not there makes it a broken one.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn take(&mut self, count: usize) -> Result<&'a [u8], CleanError> {
        let (head, rest) = self.0.split_at_checked(count).ok_or(CleanError::Broken)?;
        self.0 = rest;
        Ok(head)
    }

    fn byte(&mut self) -> Result<u8, CleanError> {
        self.take(1)?.first().copied().ok_or(CleanError::Broken)
    }

    /// A number of up to four bytes, the weightiest first.
    fn big(&mut self, count: usize) -> Result<u32, CleanError> {
        Ok(self.take(count)?.iter().fold(0, |sum, byte| sum << 8 | u32::from(*byte)))
    }

    /// A number of up to four bytes, the weightiest last.
    fn little(&mut self, count: usize) -> Result<u32, CleanError> {
        Ok(self.take(count)?.iter().rev().fold(0, |sum, byte| sum << 8 | u32::from(*byte)))
    }
}

/// A count of bytes as a place in memory.
fn size(count: u32) -> Result<usize, CleanError> {
    usize::try_from(count).map_err(|_| CleanError::Broken)
}

#[cfg(test)]
mod tests;
