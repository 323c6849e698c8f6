//! Cursors of lists, threads and exports, as the engine reads them once their signature is off: none breaks anything.
#![no_main]

use chie_community::answer;
use chie_community::ask::{Arrival, Ask, Caller, Moment, Outcome, Trouble};
use chie_community::native::Native;
use chie_domain::api::list_threads::{self, Order};
use chie_domain::api::{export_me, get_thread, post_thread};
use chie_domain::brand::BrandDomain;
use chie_domain::id::{MemberId, ThreadId};
use chie_domain::time::Timestamp;
use libfuzzer_sys::fuzz_target;
use std::sync::{LazyLock, Mutex};

struct Stage {
    sql: Native,
    brand: BrandDomain,
    thread: ThreadId,
    guest: MemberId,
}

fn moment(turn: u8) -> Moment {
    Moment { now: Timestamp::from_millis(1_800_000_000_000), seed: [turn; 32], arrival: Arrival::default() }
}

/// A community with a few threads.
fn stage() -> Stage {
    let (sql, brand) = (Native::in_memory().expect("a database"), BrandDomain::parse("acme.example").expect("a domain"));
    let mut made = None;
    for turn in 0..4 {
        let request: post_thread::Request =
            serde_json::from_str(r#"{"product":"kettle","kind":"question","title":"Which water?"}"#).expect("a request");
        match answer(&sql, &brand, &moment(turn), &Caller::Visitor, None, Ask::PostThread(request)) {
            Ok(Outcome::PostedThread(view, guest, _)) => made = Some((view.row.id, guest.expect("a guest"))),
            other => panic!("{other:?}"),
        }
    }
    let (thread, guest) = made.expect("a thread");
    Stage { sql, brand, thread, guest }
}

static STAGE: LazyLock<Mutex<Stage>> = LazyLock::new(|| Mutex::new(stage()));

fuzz_target!(|text: &str| {
    let stage = STAGE.lock().expect("one at a time");
    let cursor = Some(text.to_owned());
    let lists = [Order::Common, Order::Active, Order::Waiting].map(|order| {
        // The beginning of a true one is what an attacker would keep.
        let known = format!("l~{}~{text}", serde_json::to_value(order).ok().and_then(|it| it.as_str().map(str::to_owned)).unwrap_or_default());
        [cursor.clone(), Some(known)].map(|cursor| Ask::List(list_threads::Request { order, cursor, ..Default::default() }))
    });
    let others = [
        Ask::Thread(stage.thread.clone(), get_thread::Request { cursor: cursor.clone(), around: None }),
        Ask::ExportMe(export_me::Request { cursor }),
    ];
    for ask in lists.into_iter().flatten().chain(others) {
        match answer(&stage.sql, &stage.brand, &moment(9), &Caller::Member(stage.guest.clone()), None, ask) {
            Ok(_) | Err(Trouble::Refused(_)) => {}
            Err(fault) => panic!("{text:?}: {fault:?}"),
        }
    }
});
