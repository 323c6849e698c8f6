//! Coarse limits before an object is asked: the platform's counter where it is bound, and a window per network address in this
//! isolate. The exact counters are the engine's. An address is known only as a hash under a salt that changes daily.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chie_domain::api::error::ApiError;
use chie_domain::api::route::{Method, Route};
use chie_domain::time::{Span, Timestamp};
use sha2::{Digest, Sha256};
use std::cell::RefCell;
use std::collections::HashMap;
use std::net::IpAddr;

use super::call::Call;
use crate::settings::TestHooks;

const WINDOW: Span = Span::minutes(10);
const MOST_CALLERS: usize = 10_000;

thread_local! {
    static SEEN: RefCell<HashMap<[u8; 32], (Timestamp, u32)>> = RefCell::new(HashMap::new());
}

/// Searches of one network within a window that are asked of an object: far more than a household types.
const SEARCHES: u32 = 3_000;

/// Refuses a caller who searches too much; what is answered from memory does not count.
pub(crate) fn check_search(call: &Call) -> Result<(), ApiError> {
    let mut caller = caller(call);
    // Counted apart from what is written.
    if let Some(first) = caller.first_mut() {
        *first = !*first;
    }
    let told = match call.settings.test_hooks {
        TestHooks::On => call.header("x-chie-searches").and_then(|text| text.parse().ok()),
        TestHooks::Off => None,
    };
    if within_window(caller, call.now, 1, told.unwrap_or(SEARCHES)) {
        Ok(())
    } else {
        Err(ApiError::new("too_many", "That was a lot of searching at once. Wait a few minutes and search again."))
    }
}

/// Looks at resolvers of one network within a window, by whoever has a page that was forwarded to them.
const LOOKS: u32 = 60;

/// Refuses a caller who has resolvers asked too often.
pub(crate) fn check_looks(call: &Call) -> Result<(), ApiError> {
    let mut caller = caller(call);
    // Counted apart from what is written and searched.
    if let Some(last) = caller.last_mut() {
        *last = !*last;
    }
    if within_window(caller, call.now, 1, LOOKS) {
        Ok(())
    } else {
        Err(ApiError::new("too_many", "That was a lot of looking at once. Wait a few minutes and look again."))
    }
}

/// What a caller may still do, to be told in the answer's headers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Left {
    /// Of what.
    pub what: &'static str,
    /// Of so many.
    pub of: u32,
    /// Within so long.
    pub window: Span,
    /// So many more.
    pub more: u32,
    /// Until all of them are there again.
    pub until: Span,
}

impl Left {
    /// The two headers that say so, as the draft of the IETF writes them.
    pub(crate) fn headers(self) -> [(&'static str, String); 2] {
        let seconds = |span: Span| span.millis().div_ceil(1_000);
        [
            ("ratelimit-policy", format!("\"{}\";q={};w={}", self.what, self.of, seconds(self.window))),
            ("ratelimit", format!("\"{}\";r={};t={}", self.what, self.more, seconds(self.until))),
        ]
    }
}

/// Refuses a caller who writes too much. Reading is never refused here.
pub(crate) async fn check(call: &Call, route: &Route) -> Result<(), ApiError> {
    if route.method() == Method::Get {
        return Ok(());
    }
    let caller = caller(call);
    let allowed = allowed(call);
    let (count, until) = counted(caller, call.now, weight(route));
    call.left.set(Some(Left { what: "writes", of: allowed, window: WINDOW, more: allowed.saturating_sub(count), until }));
    let within = count <= allowed && within_platform(call, caller).await;
    if within {
        Ok(())
    } else {
        Err(ApiError::new("too_many", "That was a lot at once. Your text is kept; wait a few minutes and send it again."))
    }
}

/// For how many writes one counts: a code goes out as mail to an address that anybody may have typed, and a photo takes as
/// much room as a thousand posts.
const fn weight(route: &Route) -> u32 {
    match route {
        Route::RequestCode | Route::PostPhoto(_) | Route::PostPrivatePhoto(..) | Route::PostFace(_) => 4,
        _ => 1,
    }
}

fn allowed(call: &Call) -> u32 {
    let told = match call.settings.test_hooks {
        TestHooks::On => call.header("x-chie-writes").and_then(|text| text.parse().ok()),
        TestHooks::Off => None,
    };
    told.unwrap_or(call.settings.writes_per_caller)
}

pub(super) fn caller(call: &Call) -> [u8; 32] {
    let network = call.network();
    // A household has a /64 of addresses; it counts as one, however its addresses are written.
    let narrowed = match network.parse().map(|address: IpAddr| address.to_canonical()) {
        Ok(IpAddr::V6(address)) => format!("{:x}/64", address.to_bits() >> 64),
        Ok(IpAddr::V4(address)) => address.to_string(),
        Err(_) => network,
    };
    let mut digest = Sha256::new();
    digest.update(&call.settings.account_key);
    digest.update((call.now.millis() / Span::days(1).millis()).to_le_bytes());
    digest.update(narrowed.as_bytes());
    digest.finalize().into()
}

fn within_window(caller: [u8; 32], now: Timestamp, weight: u32, allowed: u32) -> bool {
    counted(caller, now, weight).0 <= allowed
}

/// How much a caller has done in their window, this included, and how long it still lasts.
fn counted(caller: [u8; 32], now: Timestamp, weight: u32) -> (u32, Span) {
    SEEN.with_borrow_mut(|seen| {
        if seen.len() >= MOST_CALLERS {
            seen.retain(|_, (began, _)| now.since(*began) < WINDOW);
        }
        // So many callers at once are nobody's neighbours: the memory is worth more than their counts.
        if seen.len() >= MOST_CALLERS {
            seen.clear();
        }
        let (began, count) = seen.entry(caller).or_insert((now, 0));
        if now.since(*began) >= WINDOW || *began > now {
            (*began, *count) = (now, 0);
        }
        *count = count.saturating_add(weight);
        (*count, began.after(WINDOW).since(now))
    })
}

async fn within_platform(call: &Call, caller: [u8; 32]) -> bool {
    if call.settings.test_hooks == TestHooks::On {
        return true;
    }
    let Ok(limiter) = call.env.rate_limiter("THROTTLE") else {
        return true;
    };
    limiter.limit(URL_SAFE_NO_PAD.encode(caller)).await.map_or(true, |outcome| outcome.success)
}
