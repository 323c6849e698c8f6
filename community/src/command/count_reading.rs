//! Somebody read an answer on a device that keeps data, or asked after all. A reading is a random receipt and a day; after
//! seven days it is added to its day's count and forgotten.

use chie_domain::api::count_reading::{DAYS, Request, Response};
use chie_domain::id::ReadingId;
use chie_domain::time::Timestamp;

use crate::ask::{Outcome, Trouble};
use crate::here::Here;
use crate::query::figures::DAY;
use crate::row::args;
use crate::schema;
use crate::sql::{Fault, Sql};

/// How many readings may wait at most; beyond that none is counted, so that nobody can fill the store.
const MOST: u32 = 50_000;

/// Counts it, or takes it back.
pub(crate) fn run<S: Sql>(here: &Here<'_, S>, request: &Request) -> Result<Outcome, Trouble> {
    here.whole(|here| {
        schema::migrate(here)?;
        fold(here)?;
        let receipt = match &request.asked_after {
            Some(receipt) => {
                here.run("DELETE FROM reading WHERE receipt = ?", args![receipt.as_str()])?;
                None
            }
            None => begin(here)?,
        };
        Ok(Outcome::Reading(Response { receipt }))
    })
}

fn begin<S: Sql>(here: &Here<'_, S>) -> Result<Option<ReadingId>, Fault> {
    let waiting = here.row("SELECT count(*) FROM reading", &[])?.map_or(Ok(0), |row| row.count(0))?;
    if waiting >= MOST {
        return Ok(None);
    }
    // The day is all that is kept of the moment.
    let day = Timestamp::from_millis(here.now.millis() / DAY * DAY);
    let receipt = ReadingId::mint(day, here.mint.ten());
    here.run("INSERT INTO reading (receipt, at) VALUES (?, ?)", args![receipt.as_str(), day])?;
    Ok(Some(receipt))
}

/// Adds what is over to its day.
fn fold<S: Sql>(here: &Here<'_, S>) -> Result<(), Fault> {
    let over = here.now.millis().saturating_sub(DAYS * DAY);
    let days = here.rows("SELECT at, count(*) FROM reading WHERE at < ? GROUP BY at", args![over])?;
    for row in &days {
        here.run(
            "INSERT INTO left_with_answer (day, people) VALUES (?, ?) ON CONFLICT (day) DO UPDATE SET people = people + excluded.people",
            args![row.whole(0)? / DAY, row.count(1)?],
        )?;
    }
    if days.is_empty() { Ok(()) } else { here.run("DELETE FROM reading WHERE at < ?", args![over]) }
}
