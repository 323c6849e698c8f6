//! A small memory of public answers in front of the objects: the hop to an object costs more than drawing its answer. Entries are
//! the same for everybody, live for two seconds, and go at once when this isolate writes to their brand. Elsewhere a removed
//! text is gone after those two seconds.

use chie_domain::brand::BrandDomain;
use chie_domain::time::{Span, Timestamp};
use std::cell::RefCell;
use std::collections::HashMap;

use crate::clock;

const LIVES: Span = Span::seconds(2);
const MOST: usize = 512;
const MOST_BYTES: usize = 16 * 1024 * 1024;

struct Entry {
    brand: BrandDomain,
    at: Timestamp,
    media: &'static str,
    body: Vec<u8>,
}

thread_local! {
    static KEPT: RefCell<HashMap<String, Entry>> = RefCell::new(HashMap::new());
}

/// What is remembered under a key.
pub(crate) fn get(key: &str) -> Option<(&'static str, Vec<u8>)> {
    let now = clock::now();
    KEPT.with_borrow(|kept| {
        let entry = kept.get(key).filter(|entry| now.since(entry.at) < LIVES)?;
        Some((entry.media, entry.body.clone()))
    })
}

/// Remembers an answer.
pub(crate) fn put(key: String, brand: &BrandDomain, media: &'static str, body: &[u8]) {
    let now = clock::now();
    KEPT.with_borrow_mut(|kept| {
        let is_full = |kept: &HashMap<String, Entry>| {
            kept.len() >= MOST || kept.values().map(|entry| entry.body.len()).sum::<usize>() > MOST_BYTES
        };
        if is_full(kept) {
            kept.retain(|_, entry| now.since(entry.at) < LIVES);
        }
        if !is_full(kept) {
            kept.insert(key, Entry { brand: brand.clone(), at: now, media, body: body.to_vec() });
        }
    });
}

/// Forgets everything about a brand.
pub(crate) fn forget(brand: &BrandDomain) {
    KEPT.with_borrow_mut(|kept| kept.retain(|_, entry| entry.brand != *brand));
}
