//! Signed texts: nothing that was not signed here is believed, for any purpose.
#![no_main]

use chie_domain::time::Timestamp;
use libfuzzer_sys::fuzz_target;

#[path = "../../worker/src/token.rs"]
#[allow(dead_code, unreachable_pub)]
mod token;

const KEY: &[u8] = b"a key of thirty-two bytes or more";

fuzz_target!(|text: &str| {
    let now = Timestamp::from_millis(1_800_000_000_000);
    let true_one = token::cursor(KEY, "a list", "7", now).expect("signed");
    // As it came, and with each of its parts put in the place of a true one's.
    let parts: Vec<&str> = true_one.split('.').collect();
    let mixed = (0..parts.len()).map(|place| {
        let mut parts = parts.clone();
        parts[place] = text;
        parts.join(".")
    });
    for tried in std::iter::once(text.to_owned()).chain(mixed).filter(|tried| *tried != true_one) {
        assert!(token::read_cursor(KEY, "a list", &tried, now).is_err());
        assert!(token::read_session(KEY, &tried, now).is_err());
        assert!(token::read_console(KEY, &tried, now).is_err());
        assert!(token::read_stop(KEY, &tried, now).is_err());
    }
});
