//! Files made here, byte by byte, with everything in them that must not survive.

use super::*;
use proptest::prelude::*;

const SECRET: &[u8] = b"35.6586N 139.7454E";

fn segment(mark: u8, body: &[u8]) -> Vec<u8> {
    let length = u16::try_from(body.len() + 2).expect("a short body").to_be_bytes();
    [&[0xff, mark], length.as_slice(), body].concat()
}

/// EXIF as cameras write it: a table of tags that leads to another with the place, here as readable text.
fn exif() -> Vec<u8> {
    let mut tiff =
        b"MM\0*\0\0\0\x08\0\x01\x88\x25\0\x04\0\0\0\x01\0\0\0\x1a\0\0\0\0\0\x01\0\x02\0\x02\0\0\0\x12\0\0\0\x2c\0\0\0\0".to_vec();
    tiff.extend(SECRET);
    tiff
}

fn jpeg(width: u16, height: u16) -> Vec<u8> {
    let [frame, scan] = frame_and_scan(width, height);
    [
        &[0xff, 0xd8][..],
        &segment(0xe0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0"),
        &segment(0xe1, &[b"Exif\0\0", exif().as_slice()].concat()),
        &segment(0xe1, &[b"http://ns.adobe.com/xap/1.0/\0", SECRET].concat()),
        &segment(0xe2, &[b"ICC_PROFILE\0\x01\x01", SECRET].concat()),
        &segment(0xed, &[b"Photoshop 3.0\0", SECRET].concat()),
        &segment(0xee, b"Adobe\0\x64\0\0\0\0\x01"),
        &segment(0xfe, SECRET),
        &segment(0xdb, &[1; 65]),
        &frame,
        &segment(0xc4, &[0; 20]),
        &scan,
        // A restart, a stuffed byte and a filling one are part of a scan.
        &[0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56],
        &[0xff, 0xff, 0xd9],
        b"hidden behind the end: ",
        SECRET,
    ]
    .concat()
}

fn frame_and_scan(width: u16, height: u16) -> [Vec<u8>; 2] {
    let ([h1, h2], [w1, w2]) = (height.to_be_bytes(), width.to_be_bytes());
    [segment(0xc0, &[8, h1, h2, w1, w2, 1, 1, 0x11, 0]), segment(0xda, &[1, 1, 0, 0, 63, 0])]
}

fn chunk(name: &[u8], body: &[u8]) -> Vec<u8> {
    let length = u32::try_from(body.len()).expect("a short body").to_be_bytes();
    [length.as_slice(), name, body, b"CRC!"].concat()
}

fn png(width: u32, height: u32) -> Vec<u8> {
    let header = [width.to_be_bytes().as_slice(), &height.to_be_bytes(), &[8, 2, 0, 0, 0]].concat();
    [
        png::SIGNATURE.as_slice(),
        &chunk(b"IHDR", &header),
        &chunk(b"acTL", &[0; 8]),
        &chunk(b"eXIf", &exif()),
        &chunk(b"tEXt", SECRET),
        &chunk(b"iTXt", SECRET),
        &chunk(b"zTXt", SECRET),
        &chunk(b"iCCP", SECRET),
        &chunk(b"tIME", SECRET),
        &chunk(b"sRGB", &[0]),
        &chunk(b"IDAT", b"pixels"),
        &chunk(b"fdAT", SECRET),
        &chunk(b"IEND", b""),
        SECRET,
    ]
    .concat()
}

fn part(name: &[u8], body: &[u8]) -> Vec<u8> {
    let length = u32::try_from(body.len()).expect("a short body").to_le_bytes();
    let filling: &[u8] = if body.len() % 2 == 1 { &[0] } else { &[] };
    [name, length.as_slice(), body, filling].concat()
}

fn webp(flags: u8, width: u32, height: u32) -> Vec<u8> {
    let side = |pixels: u32| (pixels - 1).to_le_bytes().into_iter().take(3);
    let canvas: Vec<u8> = [flags, 0, 0, 0].into_iter().chain(side(width)).chain(side(height)).collect();
    let sides = |pixels: u32| u16::try_from(pixels).unwrap_or(u16::MAX).to_le_bytes();
    let picture = [&[0x10, 0, 0, 0x9d, 0x01, 0x2a][..], &sides(width), &sides(height), b"pixels."].concat();
    let body = [
        b"WEBP".as_slice(),
        &part(b"VP8X", &canvas),
        &part(b"ICCP", SECRET),
        &part(b"ALPH", b"clear"),
        &part(b"VP8 ", &picture),
        &part(b"EXIF", &exif()),
        &part(b"XMP ", SECRET),
        &part(b"note", SECRET),
    ]
    .concat();
    [b"RIFF", u32::try_from(body.len()).expect("short").to_le_bytes().as_slice(), &body, SECRET].concat()
}

fn holds(bytes: &[u8], what: &[u8]) -> bool {
    bytes.windows(what.len()).any(|window| window == what)
}

#[test]
fn nothing_of_where_and_with_what_survives() {
    for (media, bytes) in
        [(Media::Jpeg, jpeg(1_600, 1_200)), (Media::Png, png(1_600, 1_200)), (Media::Webp, webp(0x3c, 1_600, 1_200))]
    {
        assert!(holds(&bytes, SECRET));
        let clean = clean(media, &bytes).expect("a photo");
        assert_eq!((clean.media, clean.width, clean.height), (media, 1_600, 1_200));
        for gone in [SECRET, b"Exif", b"eXIf", b"EXIF", b"JFIF", b"ICC", b"XMP", b"Photoshop", b"acTL", b"note"] {
            assert!(!holds(&clean.bytes, gone), "{media:?} keeps {}", String::from_utf8_lossy(gone));
        }
        // What is clean stays as it is.
        assert_eq!(super::clean(media, &clean.bytes).map(|again| again.bytes), Ok(clean.bytes));
    }
}

#[test]
fn what_draws_it_survives() {
    let kept = clean(Media::Jpeg, &jpeg(8, 6)).expect("a photo").bytes;
    let [frame, scan] = frame_and_scan(8, 6);
    for part in [
        frame,
        scan,
        segment(0xdb, &[1; 65]),
        segment(0xee, b"Adobe\0\x64\0\0\0\0\x01"),
        vec![0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56],
    ] {
        assert!(holds(&kept, &part), "{part:x?}");
    }
    assert!(kept.ends_with(&[0xff, 0xd9]));
    let kept = clean(Media::Png, &png(8, 6)).expect("a photo").bytes;
    assert!(holds(&kept, b"sRGB") && holds(&kept, b"pixels") && kept.ends_with(b"IENDCRC!"));
    let kept = clean(Media::Webp, &webp(0x3c, 8, 6)).expect("a photo").bytes;
    assert!(holds(&kept, b"clear") && holds(&kept, b"pixels."));
    let flags = kept.get(20).copied();
    assert_eq!(flags, Some(0x10), "only transparency is still announced");
    assert_eq!(kept.get(4..8), Some(u32::try_from(kept.len() - 8).expect("short").to_le_bytes().as_slice()));
}

#[test]
fn bombs_are_refused_by_what_they_announce() {
    for (media, bytes) in [
        (Media::Jpeg, jpeg(8_000, 5_000)),
        (Media::Jpeg, jpeg(1_601, 10)),
        (Media::Png, png(100_000, 100_000)),
        (Media::Png, png(u32::MAX, 1)),
        (Media::Webp, webp(0, 16_000, 16_000)),
    ] {
        assert_eq!(clean(media, &bytes), Err(CleanError::TooManyPixels));
    }
    assert_eq!(clean(Media::Png, &png(0, 5)), Err(CleanError::Broken));
    assert_eq!(clean(Media::Jpeg, &jpeg(5, 0)), Err(CleanError::Broken));
    let mut large = jpeg(8, 8);
    let end = large.windows(3).position(|it| it == [0xff, 0xff, 0xd9]).expect("an end");
    large.splice(end..end, vec![7; KEPT]);
    assert_eq!(clean(Media::Jpeg, &large), Err(CleanError::TooManyBytes));
    // Two sizes, one for those who measure and one for those who draw.
    let [frame, scan] = frame_and_scan(9_000, 9_000);
    let twice = [&[0xff, 0xd8][..], &frame_and_scan(8, 8)[0], &frame, &scan, &[1, 0xff, 0xd9]].concat();
    assert_eq!(clean(Media::Jpeg, &twice), Err(CleanError::Broken));
    let mut two = webp(0, 8, 8);
    if let Some(width) = two.get_mut(24) {
        *width = 99;
    }
    assert_eq!(clean(Media::Webp, &two), Err(CleanError::Broken));
}

#[test]
fn what_is_none_or_another_kind_or_moves_is_refused() {
    for (said, bytes, why) in [
        (Media::Jpeg, b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>".to_vec(), CleanError::NotAPhoto),
        (Media::Png, b"GIF89a\x01\0\x01\0".to_vec(), CleanError::NotAPhoto),
        (Media::Webp, b"RIFF\x10\0\0\0WAVEfmt ".to_vec(), CleanError::NotAPhoto),
        (Media::Jpeg, b"\0\0\0\x18ftypheic".to_vec(), CleanError::NotAPhoto),
        (Media::Jpeg, Vec::new(), CleanError::NotAPhoto),
        (Media::Jpeg, png(8, 8), CleanError::OtherKind),
        (Media::Png, jpeg(8, 8), CleanError::OtherKind),
        (Media::Webp, webp(0x02, 8, 8), CleanError::Moves),
        (Media::Png, [png::SIGNATURE.as_slice(), &chunk(b"IDAT", b"x")].concat(), CleanError::Broken),
        (Media::Png, [png::SIGNATURE.as_slice(), &chunk(b"IHDR", &[0; 13]), &chunk(b"HUGE", b"x")].concat(), CleanError::Broken),
    ] {
        assert_eq!(clean(said, &bytes), Err(why), "{}", String::from_utf8_lossy(&bytes));
    }
}

#[test]
fn whatever_did_not_arrive_whole_is_refused() {
    let behind = [b"hidden behind the end: ", SECRET].concat().len();
    for (media, bytes, behind) in
        [(Media::Jpeg, jpeg(8, 6), behind), (Media::Png, png(8, 6), SECRET.len()), (Media::Webp, webp(0, 8, 6), SECRET.len())]
    {
        for length in 12..bytes.len() - behind {
            let cut = bytes.get(..length).expect("a part");
            assert_eq!(clean(media, cut), Err(CleanError::Broken), "{media:?} at {length}");
        }
    }
}

proptest! {
    #[test]
    fn no_file_stops_it(head in 0_usize..3, flips in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..6), tail in prop::collection::vec(any::<u8>(), 0..60)) {
        let mut bytes = match head { 0 => jpeg(8, 6), 1 => png(8, 6), _ => webp(0x3c, 8, 6) };
        for (place, byte) in flips {
            let place = place.index(bytes.len());
            if let Some(at) = bytes.get_mut(place) {
                *at = byte;
            }
        }
        bytes.extend(tail);
        for media in Media::ALL {
            if let Ok(clean) = clean(media, &bytes) {
                prop_assert!(clean.width <= SIDE && clean.height <= SIDE && clean.bytes.len() <= KEPT);
                prop_assert_eq!(super::clean(media, &clean.bytes).map(|again| again.bytes), Ok(clean.bytes));
            }
        }
    }
}
