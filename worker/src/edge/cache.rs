//! A small memory of public answers in front of the objects: the hop to an object costs more than drawing its answer. Entries are
//! the same for everybody, live for two seconds, and go at once when this isolate writes to their brand. Then one reader asks
//! anew, and whoever comes in that second gets the old answer: however many read, an object is asked about once in two seconds. Elsewhere
//! a removed text is gone after three.

use chie_domain::brand::BrandDomain;
use chie_domain::time::{Span, Timestamp};
use std::cell::RefCell;
use std::collections::HashMap;
use worker::{Headers, Response, Result};

use super::call::Call;
use crate::clock;

const LIVES: Span = Span::seconds(2);
/// When an entry is too old, one request asks anew; others are content with the old one for this long …
const ASKED_ANEW: Span = Span::seconds(1);
/// … so that none is older than this.
pub(super) const OLDEST: Span = Span::seconds(3);
const MOST: usize = 512;
const MOST_BYTES: usize = 16 * 1024 * 1024;

struct Entry {
    brand: BrandDomain,
    at: Timestamp,
    /// When somebody last set out to replace it.
    anew: Option<Timestamp>,
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
    KEPT.with_borrow_mut(|kept| {
        let entry = kept.get_mut(key).filter(|entry| now.since(entry.at) < OLDEST)?;
        let others_ask = entry.anew.is_some_and(|at| now.since(at) < ASKED_ANEW);
        if now.since(entry.at) >= LIVES && !others_ask {
            entry.anew = Some(now);
            return None;
        }
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
            kept.insert(key, Entry { brand: brand.clone(), at: now, anew: None, media, body: body.to_vec() });
        }
    });
}

/// A page of Chie's own host from memory, or drawn and remembered. A cookie may change a page (the link to what was just asked),
/// so whoever brings one gets it fresh; so is whatever is not there.
pub(crate) async fn page(
    call: &Call,
    brand: &BrandDomain,
    lang: &str,
    headers: impl FnOnce() -> Result<Headers>,
    fresh: impl Future<Output = Result<Response>>,
) -> Result<Response> {
    if call.header("cookie").is_some() || call.clock_is_set() || call.fault().is_some() {
        return fresh.await;
    }
    let key = format!("page {:?} {lang} {}?{}", call.room(brand), call.path, call.query);
    if let Some((_, body)) = get(&key) {
        return Ok(Response::from_bytes(body)?.with_headers(headers()?));
    }
    let asked = clock::now();
    let mut drawn = fresh.await?;
    if drawn.status_code() != 200 {
        return Ok(drawn);
    }
    let body = drawn.bytes().await?;
    put(key, brand, asked, "", &body);
    Ok(Response::from_bytes(body)?.with_headers(headers()?))
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
