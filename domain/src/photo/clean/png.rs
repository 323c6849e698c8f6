//! PNG: a row of chunks. Kept are those that draw: size, palette, transparency, colours, pixels. Text, time, EXIF, profiles
//! and the frames of a moving picture go, so that such a one stands still.

use super::{CleanError, Reader, Walked, size};

pub(super) const SIGNATURE: [u8; 8] = [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n'];

pub(super) fn clean(bytes: &[u8]) -> Walked {
    let mut from = Reader(bytes);
    let mut kept = from.take(SIGNATURE.len())?.to_vec();
    let (mut sized, mut drawn) = (None, false);
    loop {
        let whole = from.0;
        let length = size(from.big(4)?)?;
        let name = from.take(4)?;
        let body = from.take(length)?;
        from.take(4)?;
        match (name, sized) {
            (b"IHDR", None) => {
                let mut body = Reader(body);
                sized = Some((body.big(4)?, body.big(4)?));
            }
            (b"IHDR", Some(_)) | (_, None) => return Err(CleanError::Broken),
            (b"IDAT", Some(_)) => drawn = true,
            (b"PLTE" | b"tRNS" | b"gAMA" | b"cHRM" | b"sRGB" | b"sBIT" | b"bKGD", Some(_)) => {}
            (b"IEND", Some((width, height))) => {
                if !drawn || length != 0 {
                    return Err(CleanError::Broken);
                }
                kept.extend(whole.get(..12).ok_or(CleanError::Broken)?);
                return Ok((width, height, kept));
            }
            // A chunk with a capital is needed for drawing: nobody knows how to draw this one.
            _ if name.first().is_some_and(u8::is_ascii_uppercase) => return Err(CleanError::Broken),
            _ => continue,
        }
        kept.extend(whole.get(..length.saturating_add(12)).ok_or(CleanError::Broken)?);
    }
}
