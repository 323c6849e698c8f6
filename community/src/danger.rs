//! The mark of danger: put on a thread by the words of any post in it, taken off by somebody with authority. While it is there
//! and the thread waits, it leads lists; whoever can help is told at once.

use chie_domain::danger;

use crate::company::Company;
use crate::due::{self, Errand};
use crate::here::Here;
use crate::query::thread::Thread;
use crate::row::args;
use crate::sql::{Fault, Sql};
use crate::steward;

/// Marks a thread if one of these texts speaks of danger.
pub(crate) fn look<S: Sql>(here: &Here<'_, S>, company: &Company, thread: u64, texts: &[&str]) -> Result<(), Fault> {
    if texts.iter().all(|text| danger::find(text).is_none()) {
        return Ok(());
    }
    let marked = here.row("UPDATE thread SET danger = ? WHERE n = ? AND danger IS NULL RETURNING id", args![here.now, thread])?;
    let Some(marked) = marked else { return Ok(()) };
    steward::settle_thread(here, company, thread)?;
    due::plan_soon(here, &Errand::Alarm(marked.parse(0)?))
}

/// Takes the mark off.
pub(crate) fn lift<S: Sql>(here: &Here<'_, S>, company: &Company, thread: &Thread) -> Result<(), Fault> {
    here.run("UPDATE thread SET danger = NULL WHERE n = ?", args![thread.n])?;
    due::done(here, &Errand::Alarm(thread.id.clone()))?;
    steward::settle_thread(here, company, thread.n)
}
