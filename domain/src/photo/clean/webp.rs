//! WebP: chunks in a RIFF file. Kept are the picture and its transparency, and the header that joins them; EXIF, XMP, colour
//! profiles and unknown chunks go, with the flags that announced them.

use super::{CleanError, Reader, Walked, size};

const ANIMATION: u8 = 0x02;
const ALPHA: u8 = 0x10;

pub(super) fn clean(bytes: &[u8]) -> Walked {
    let mut from = Reader(bytes);
    from.take(4)?;
    let length = size(from.little(4)?)?;
    // What follows the file's own end is not part of it.
    let mut from = Reader(from.take(length)?);
    from.take(4)?;
    let (mut chunks, mut canvas, mut picture) = (Vec::new(), None, None);
    while !from.0.is_empty() {
        let name = from.take(4)?;
        let length = size(from.little(4)?)?;
        let body = from.take(length)?;
        // A missing last byte of filling is no loss.
        if length % 2 == 1 && !from.0.is_empty() {
            from.take(1)?;
        }
        match name {
            b"VP8X" if canvas.is_none() && picture.is_none() => {
                let mut header = Reader(body);
                let flags = header.byte()?;
                if flags & ANIMATION != 0 {
                    return Err(CleanError::Moves);
                }
                header.take(3)?;
                let (width, height) = (header.little(3)? + 1, header.little(3)? + 1);
                canvas = Some((width, height));
                let mut header = vec![flags & ALPHA, 0, 0, 0];
                header.extend(body.get(4..10).ok_or(CleanError::Broken)?);
                keep(&mut chunks, name, &header)?;
            }
            b"ANIM" | b"ANMF" => return Err(CleanError::Moves),
            b"ALPH" if picture.is_none() && canvas.is_some() => keep(&mut chunks, name, body)?,
            b"VP8 " | b"VP8L" if picture.is_none() => {
                picture = Some(if name == b"VP8L" { lossless(body) } else { lossy(body) }?);
                keep(&mut chunks, name, body)?;
            }
            b"VP8X" | b"VP8 " | b"VP8L" => return Err(CleanError::Broken),
            _ => {}
        }
    }
    let (width, height) = picture.ok_or(CleanError::Broken)?;
    if canvas.is_some_and(|canvas| canvas != (width, height)) {
        return Err(CleanError::Broken);
    }
    let length = u32::try_from(chunks.len().saturating_add(4)).map_err(|_| CleanError::TooManyBytes)?;
    let mut kept = b"RIFF".to_vec();
    kept.extend(length.to_le_bytes());
    kept.extend(b"WEBP");
    kept.extend(chunks);
    Ok((width, height, kept))
}

fn keep(chunks: &mut Vec<u8>, name: &[u8], body: &[u8]) -> Result<(), CleanError> {
    chunks.extend(name);
    chunks.extend(u32::try_from(body.len()).map_err(|_| CleanError::TooManyBytes)?.to_le_bytes());
    chunks.extend(body);
    if body.len() % 2 == 1 {
        chunks.push(0);
    }
    Ok(())
}

fn lossy(body: &[u8]) -> Result<(u32, u32), CleanError> {
    let mut body = Reader(body);
    body.take(3)?;
    if body.take(3)? != [0x9d, 0x01, 0x2a] {
        return Err(CleanError::Broken);
    }
    Ok((body.little(2)? & 0x3fff, body.little(2)? & 0x3fff))
}

fn lossless(body: &[u8]) -> Result<(u32, u32), CleanError> {
    let mut body = Reader(body);
    if body.byte()? != 0x2f {
        return Err(CleanError::Broken);
    }
    let sides = body.little(4)?;
    Ok(((sides & 0x3fff) + 1, (sides >> 14 & 0x3fff) + 1))
}
