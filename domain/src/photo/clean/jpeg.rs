//! JPEG: a row of segments. Kept are the tables, the frame, the scans and Adobe's note on colours, without which some pictures
//! come out in wrong ones; every other application segment goes, EXIF, XMP, IPTC, colour profiles and previews among them,
//! and so do comments and whatever follows the end.

use super::{CleanError, Reader, Walked, size};

const END: u8 = 0xd9;
const SCAN: u8 = 0xda;
const ADOBE: u8 = 0xee;

pub(super) fn clean(bytes: &[u8]) -> Walked {
    let mut from = Reader(bytes);
    let mut kept = from.take(2)?.to_vec();
    let mut frame = None;
    let mut scanned = false;
    loop {
        match marker(&mut from)? {
            END if scanned => {
                kept.extend([0xff, END]);
                let (width, height) = frame.ok_or(CleanError::Broken)?;
                return Ok((width, height, kept));
            }
            // Marks without a body belong into scans.
            0x00 | 0x01 | 0xd0..=END | 0xff => return Err(CleanError::Broken),
            mark => {
                let length = from.big(2)?;
                let body = from.take(size(length)?.checked_sub(2).ok_or(CleanError::Broken)?)?;
                if is_frame(mark) {
                    // A second frame would be drawn by some readers and not by others.
                    if frame.is_some() {
                        return Err(CleanError::Broken);
                    }
                    frame = Some(measure(body)?);
                }
                if is_kept(mark, body) {
                    kept.extend([0xff, mark]);
                    kept.extend(u16::try_from(length).map_err(|_| CleanError::Broken)?.to_be_bytes());
                    kept.extend(body);
                }
                if mark == SCAN {
                    if frame.is_none() {
                        return Err(CleanError::Broken);
                    }
                    kept.extend(scan(&mut from)?);
                    scanned = true;
                }
            }
        }
    }
}

/// The next mark; any number of filling bytes may stand before it.
fn marker(from: &mut Reader<'_>) -> Result<u8, CleanError> {
    if from.byte()? != 0xff {
        return Err(CleanError::Broken);
    }
    loop {
        match from.byte()? {
            0xff => {}
            mark => return Ok(mark),
        }
    }
}

const fn is_frame(mark: u8) -> bool {
    matches!(mark, 0xc0..=0xcf) && !matches!(mark, 0xc4 | 0xc8 | 0xcc)
}

fn is_kept(mark: u8, body: &[u8]) -> bool {
    match mark {
        // Frames, Huffman tables, quantisation, restarts, number of lines; arithmetic conditioning.
        0xc0..=0xcf | SCAN | 0xdb | 0xdc | 0xdd => true,
        ADOBE => body.len() == 12 && body.starts_with(b"Adobe"),
        _ => false,
    }
}

fn measure(body: &[u8]) -> Result<(u32, u32), CleanError> {
    let mut body = Reader(body);
    body.byte()?;
    let height = body.big(2)?;
    let width = body.big(2)?;
    Ok((width, height))
}

/// The packed lines up to the next mark that is no restart.
fn scan<'a>(from: &mut Reader<'a>) -> Result<&'a [u8], CleanError> {
    let mut before = 0_u8;
    let end = from.0.iter().position(|byte| {
        let is_mark = before == 0xff && !matches!(byte, 0x00 | 0xff | 0xd0..=0xd7);
        before = *byte;
        is_mark
    });
    from.take(end.and_then(|at| at.checked_sub(1)).ok_or(CleanError::Broken)?)
}
