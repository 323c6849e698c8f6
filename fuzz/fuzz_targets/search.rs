//! Whatever is looked for is asked of the index as words alone, and finds or finds nothing.
#![no_main]

use chie_community::answer;
use chie_community::ask::{Arrival, Ask, Caller, Moment, Trouble};
use chie_community::native::Native;
use chie_community::search;
use chie_domain::api::{post_thread, search_threads, suggest_threads};
use chie_domain::brand::BrandDomain;
use chie_domain::text::Sought;
use chie_domain::time::Timestamp;
use libfuzzer_sys::fuzz_target;
use std::sync::{LazyLock, Mutex};

static STAGE: LazyLock<Mutex<(Native, BrandDomain)>> = LazyLock::new(|| {
    let (sql, brand) = (Native::in_memory().expect("a database"), BrandDomain::parse("acme.example").expect("a domain"));
    // Whatever is minted comes out of the seed: each guest has their own.
    for (seed, title) in [(1, "Which water?"), (2, "笛が鳴りません"), (3, "The lid \\\"sticks\\\"")] {
        let body = format!(r#"{{"product":"kettle","kind":"question","title":"{title}"}}"#);
        let request: post_thread::Request = serde_json::from_str(&body).expect("a request");
        answer(&sql, &brand, &moment(seed), &Caller::Visitor, None, Ask::PostThread(request)).expect("posted");
    }
    Mutex::new((sql, brand))
});

fn moment(seed: u8) -> Moment {
    Moment { now: Timestamp::from_millis(1_800_000_000_000), seed: [seed; 32], arrival: Arrival::default() }
}

fuzz_target!(|text: &str| {
    for word in search::words(text) {
        assert!(!word.is_empty() && !word.contains(['"', '*', '(', ' ']), "{word:?}");
    }
    let _asked = search::sought(text);
    let stage = STAGE.lock().expect("one at a time");
    let Ok(q) = Sought::parse(text) else { return };
    let (find, likely) = (
        search_threads::Request { q: Some(q.clone()), ..Default::default() },
        suggest_threads::Request { q, product: None },
    );
    for ask in [Ask::Search(find), Ask::Likely(likely)] {
        match answer(&stage.0, &stage.1, &moment(7), &Caller::Visitor, None, ask) {
            Ok(_) | Err(Trouble::Refused(_)) => {}
            Err(fault) => panic!("{text:?}: {fault:?}"),
        }
    }
});
