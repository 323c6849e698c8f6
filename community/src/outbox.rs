//! What the outside has to be told. A change of the directory's entry leaves one row in the same transaction; the entry itself
//! is drawn up when the row is carried out, so that a row told twice or late can only tell newer things.

use crate::ask::{OutboxRow, Outside};
use crate::due::{self, Errand};
use crate::here::Here;
use crate::house;
use crate::naming;
use crate::query::directory;
use crate::row::args;
use crate::sql::{Fault, Sql};

/// How many rows are carried out at once.
const AT_ONCE: u32 = 20;

/// The directory's entry changed. A row that still waits is replaced: the new one tells all that it would have told.
pub(crate) fn tell_directory<S: Sql>(here: &Here<'_, S>) -> Result<(), Fault> {
    here.run("UPDATE community SET outbox_seq = outbox_seq + 1", &[])?;
    here.run("DELETE FROM outbox WHERE what = 'directory'", &[])?;
    here.run("INSERT INTO outbox (seq, what, at) SELECT outbox_seq, 'directory', ? FROM community", args![here.now])?;
    // What was held, or taken back while it waited, changed the operator's queue as well.
    let row = here.row("SELECT 1 FROM community WHERE house_changed = 1", &[])?;
    if row.is_some() { tell_house(here) } else { due::plan_soon(here, &Errand::Outbox) }
}

/// What waits for the operator changed. A row that still waits is replaced as well.
pub(crate) fn tell_house<S: Sql>(here: &Here<'_, S>) -> Result<(), Fault> {
    here.run("UPDATE community SET outbox_seq = outbox_seq + 1, house_changed = 0", &[])?;
    here.run("DELETE FROM outbox WHERE what = 'house'", &[])?;
    here.run("INSERT INTO outbox (seq, what, at) SELECT outbox_seq, 'house', ? FROM community", args![here.now])?;
    due::plan_soon(here, &Errand::Outbox)
}

/// The rows that wait, in order.
pub(crate) fn waiting<S: Sql>(here: &Here<'_, S>) -> Result<Vec<OutboxRow>, Fault> {
    let rows = here.rows("SELECT seq, what FROM outbox ORDER BY seq LIMIT ?", args![AT_ONCE])?;
    let mut waiting = Vec::new();
    for row in &rows {
        let what = match row.text(1)? {
            "house" => Outside::House(house::waiting::entry(here)?),
            // Nobody has opened it, or it is closed: the directory forgets it.
            _ => directory::entry(here)?.map_or_else(|| Outside::NoDirectory(here.brand.clone()), Outside::Directory),
        };
        waiting.push(OutboxRow { seq: row.whole(0)?, what });
    }
    Ok(waiting)
}

/// Rows up to this number were carried out.
pub(crate) fn carried_out<S: Sql>(here: &Here<'_, S>, seq: u64) -> Result<(), Fault> {
    here.run("DELETE FROM outbox WHERE seq <= ?", args![seq])?;
    if here.row("SELECT 1 FROM outbox LIMIT 1", &[])?.is_some() {
        due::plan(here, &Errand::Outbox, here.now)
    } else {
        // Nothing has happened since these were handed out.
        naming::told(here)?;
        due::done(here, &Errand::Outbox)
    }
}
