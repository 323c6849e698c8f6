//! Photos: any bytes are cut to what draws or refused; what was cut once is cut to itself.
#![no_main]

use chie_domain::photo::Media;
use chie_domain::photo::clean::{clean, kind};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _seen = kind(bytes);
    for media in [Media::Jpeg, Media::Png, Media::Webp] {
        if let Ok(once) = clean(media, bytes) {
            let twice = clean(media, &once.bytes).expect("what is clean is taken");
            assert_eq!(once.bytes, twice.bytes);
        }
    }
});
