//! Lines between the posts of a thread: what happened to it besides. They are written in the transaction of what they tell of;
//! that a thread was claimed and released is read from the claims, which are one row for any number of threads.

use chie_domain::claim::{Claimable, presence};
use chie_domain::event::{Doer, Event, Happening};
use chie_domain::time::Timestamp;

use crate::company::read_claim;
use crate::here::Here;
use crate::query::thread::Thread;
use crate::row::args;
use crate::sql::{Fault, Sql};

/// How many lines a part of a thread shows at most: the latest ones.
const MOST: u32 = 100;

/// Writes a line.
pub(crate) fn record<S: Sql>(here: &Here<'_, S>, thread: u64, by: Doer, what: &Happening, reply: Option<u64>) -> Result<(), Fault> {
    let what = stored(what)?;
    let sql = "INSERT INTO event (thread, at, by, what, reply) VALUES (?, ?, ?, ?, ?)";
    here.run(sql, args![thread, here.now, by.code(), what, reply])
}

/// Takes the lines of something back that is not so any more.
pub(crate) fn forget<S: Sql>(here: &Here<'_, S>, thread: u64, what: &Happening) -> Result<(), Fault> {
    here.run("DELETE FROM event WHERE thread = ? AND what = ?", args![thread, stored(what)?])
}

/// Takes every line about a reply away, with the reply.
pub(crate) fn forget_reply<S: Sql>(here: &Here<'_, S>, thread: u64, reply: u64) -> Result<(), Fault> {
    here.run("DELETE FROM event WHERE thread = ? AND reply = ?", args![thread, reply])
}

/// The lines of a part: from one moment on, up to another.
pub(crate) fn within<S: Sql>(
    here: &Here<'_, S>,
    thread: &Thread,
    from: Timestamp,
    to: Option<Timestamp>,
) -> Result<Vec<Event>, Fault> {
    let rows = here.rows(
        "SELECT at, by, what FROM event WHERE thread = ? AND at >= ? AND at < ? ORDER BY at DESC, n DESC LIMIT ?",
        args![thread.n, from, to.unwrap_or(Timestamp::from_millis(1 << 52)), MOST],
    )?;
    let mut events = Vec::new();
    for row in rows.iter().rev() {
        let what = serde_json::from_str(row.text(2)?).map_err(|_| Fault("a stored event does not parse".to_owned()))?;
        events.push(Event { at: row.time(0)?, by: row.code(1, Doer::from_code)?, what });
    }
    let claims = here.rows(
        "SELECT id, scope, product, thread, reach, since, released FROM claim \
         WHERE undone IS NULL AND (scope = 'community' OR product = ? OR thread = ?) ORDER BY since",
        args![thread.product.as_str(), thread.id.as_str()],
    )?;
    let claims = claims.iter().map(read_claim).collect::<Result<Vec<_>, _>>()?;
    let it = Claimable { thread: &thread.id, product: &thread.product, began: thread.at };
    for (since, until) in presence(&claims, it) {
        // What is claimed from its beginning on needs no line.
        let claimed = (since > thread.at).then_some((since, Happening::Claimed));
        let released = until.map(|until| (until, Happening::Released));
        let lines = [claimed, released].into_iter().flatten();
        let inside = lines.filter(|(at, _)| *at >= from && to.is_none_or(|to| *at < to));
        events.extend(inside.map(|(at, what)| Event { at, by: Doer::Brand, what }));
    }
    events.sort_by_key(|event| event.at);
    Ok(events)
}

fn stored(what: &Happening) -> Result<String, Fault> {
    serde_json::to_string(what).map_err(|_| Fault("an event could not be written down".to_owned()))
}
