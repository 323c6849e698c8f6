//! Threads that are the same as another one: the mark, and what leads from the one to the other.

use std::collections::{BTreeMap, BTreeSet};

use chie_domain::api::view::DuplicateView;
use chie_domain::id::{MemberId, ThreadId};
use chie_domain::policy::Visibility;
use chie_domain::text::ProductKey;

use crate::company::Company;
use crate::here::Here;
use crate::query::author;
use crate::query::thread::{COLUMNS, Thread};
use crate::row::args;
use crate::search::find::Hit;
use crate::sql::{Fault, Sql};

/// What a thread is marked as the same as: the number of that thread, and who said so.
pub(crate) fn mark_of<S: Sql>(here: &Here<'_, S>, thread: u64) -> Result<Option<(u64, MemberId)>, Fault> {
    let row = here.row("SELECT master, by FROM duplicate WHERE thread = ?", args![thread])?;
    row.map(|row| Ok((row.whole(0)?, row.parse(1)?))).transpose()
}

/// The line that stands above a thread that goes on elsewhere, while that thread can be seen by everybody.
pub(crate) fn view<S: Sql>(here: &Here<'_, S>, company: &Company, thread: u64) -> Result<Option<DuplicateView>, Fault> {
    let Some(mark) = here.row("SELECT master, by, at FROM duplicate WHERE thread = ?", args![thread])? else { return Ok(None) };
    let row = here.row(&format!("SELECT {COLUMNS} FROM thread t WHERE t.n = ?"), args![mark.whole(0)?])?;
    let Some(master) = row.map(|row| Thread::read(&row)).transpose()?.filter(|master| master.visibility == Visibility::Public)
    else {
        return Ok(None);
    };
    let Some(by) = author::me(here, &mark.parse(1)?)? else { return Ok(None) };
    let claims = company.claims_of(here, [&master.id])?;
    Ok(Some(DuplicateView { thread: master.row(company, &claims), by, at: mark.time(2)? }))
}

/// Where a duplicate goes on, for a letter.
pub(crate) fn master<S: Sql>(here: &Here<'_, S>, thread: u64) -> Result<Option<(ThreadId, ProductKey, String)>, Fault> {
    let row = here.row(
        "SELECT t.id, t.product, t.title FROM duplicate d JOIN thread t ON t.n = d.master WHERE d.thread = ? AND t.visibility = 'public'",
        args![thread],
    )?;
    row.map(|row| Ok((row.parse(0)?, row.parse(1)?, row.text(2)?.to_owned()))).transpose()
}

/// Of these threads, those that are the same as another one, with the number of that one.
pub(crate) fn masters<S: Sql>(here: &Here<'_, S>, threads: &[u64]) -> Result<BTreeMap<u64, u64>, Fault> {
    let mut masters = BTreeMap::new();
    // Thousands of hits are asked about in one statement, and in none where nothing was ever marked.
    if threads.is_empty() || here.row("SELECT 1 FROM duplicate LIMIT 1", &[])?.is_none() {
        return Ok(masters);
    }
    let numbers: Vec<String> = threads.iter().map(u64::to_string).collect();
    let sql = "SELECT thread, master FROM duplicate WHERE thread IN (SELECT value FROM json_each(?))";
    for row in here.rows(sql, args![format!("[{}]", numbers.join(","))])? {
        masters.insert(row.whole(0)?, row.whole(1)?);
    }
    Ok(masters)
}

/// Lets what leads to a duplicate lead to where that goes on, each thread once, in the order it was found in.
pub(crate) fn to_masters<S: Sql>(here: &Here<'_, S>, hits: &mut Vec<Hit>) -> Result<(), Fault> {
    let masters = masters(here, &hits.iter().map(|hit| hit.thread).collect::<Vec<_>>())?;
    if masters.is_empty() {
        return Ok(());
    }
    for hit in hits.iter_mut() {
        hit.thread = masters.get(&hit.thread).copied().unwrap_or(hit.thread);
    }
    let mut seen = BTreeSet::new();
    hits.retain(|hit| seen.insert(hit.thread));
    Ok(())
}

/// Leaves out duplicates of threads that were found too.
pub(crate) fn leave_out<S: Sql>(here: &Here<'_, S>, hits: &mut Vec<Hit>) -> Result<(), Fault> {
    let found: BTreeSet<u64> = hits.iter().map(|hit| hit.thread).collect();
    let masters = masters(here, &hits.iter().map(|hit| hit.thread).collect::<Vec<_>>())?;
    hits.retain(|hit| masters.get(&hit.thread).is_none_or(|master| !found.contains(master)));
    Ok(())
}
