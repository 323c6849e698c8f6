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

/// A request is over by then, so that what was forgotten earlier matters to none.
const REQUEST_LIVES: Span = Span::seconds(30);

thread_local! {
    static FORGOTTEN: RefCell<HashMap<BrandDomain, Timestamp>> = RefCell::new(HashMap::new());
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

/// Remembers an answer that was asked for at `asked`, unless somebody wrote to its brand since: it may be older than that.
pub(crate) fn put(key: String, brand: &BrandDomain, asked: Timestamp, media: &'static str, body: &[u8]) {
    let now = clock::now();
    if FORGOTTEN.with_borrow(|forgotten| forgotten.get(brand).is_some_and(|at| *at >= asked)) {
        return;
    }
    KEPT.with_borrow_mut(|kept| {
        let is_full = |kept: &HashMap<String, Entry>| {
            kept.len() >= MOST || kept.iter().map(|(key, entry)| key.len() + entry.body.len()).sum::<usize>() > MOST_BYTES
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
    let now = clock::now();
    FORGOTTEN.with_borrow_mut(|forgotten| {
        if forgotten.len() >= MOST {
            forgotten.retain(|_, at| now.since(*at) < REQUEST_LIVES);
        }
        forgotten.insert(brand.clone(), now);
    });
    KEPT.with_borrow_mut(|kept| kept.retain(|_, entry| entry.brand != *brand));
}
