//! The mark of danger: put on a thread by the words of any post in it, taken off by somebody with authority. While it is there
//! and the thread waits, it leads lists. Whoever can help is told at once, at any hour: the operator of each thread that is marked,
//! and where it is official those who act for the brand, of each post.

use chie_domain::claim::Stewardship;
use chie_domain::danger;
use chie_domain::id::ReplyId;
use chie_domain::letter::Subject;
use chie_domain::webhook::HookEvent;

use crate::company::Company;
use crate::due::{self, Errand};
use crate::here::Here;
use crate::query::thread::{COLUMNS, Thread};
use crate::row::args;
use crate::sql::{Fault, Sql};
use crate::webhooks::About;
use crate::{letters, seats, steward, webhooks};

/// Marks the thread of a post if one of its texts speaks of danger.
pub(crate) fn look<S: Sql>(
    here: &Here<'_, S>,
    company: &Company,
    thread: u64,
    reply: Option<&ReplyId>,
    texts: &[&str],
) -> Result<(), Fault> {
    if texts.iter().all(|text| danger::find(text).is_none()) {
        return Ok(());
    }
    let marked = here.row("UPDATE thread SET danger = ? WHERE n = ? AND danger IS NULL RETURNING id", args![here.now, thread])?;
    if let Some(marked) = marked {
        steward::settle_thread(here, company, thread)?;
        due::plan_soon(here, &Errand::Alarm(marked.parse(0)?))?;
        webhooks::tell(here, HookEvent::Danger, About::Thread(thread))?;
    }
    wake(here, company, thread, reply)
}

/// On an official thread those who act for the brand are told of a post once, however often it is changed.
fn wake<S: Sql>(here: &Here<'_, S>, company: &Company, thread: u64, reply: Option<&ReplyId>) -> Result<(), Fault> {
    let row = here.row(&format!("SELECT {COLUMNS} FROM thread t WHERE t.n = ?"), args![thread])?;
    let Some(thread) = row.map(|row| Thread::read(&row)).transpose()? else { return Ok(()) };
    let claims = company.claims_of(here, [&thread.id])?;
    if thread.steward(company, &claims) == Stewardship::FanMade {
        return Ok(());
    }
    let reply = match reply {
        Some(id) => here.row("SELECT n FROM reply WHERE id = ?", args![id.as_str()])?.map(|row| row.whole(0)).transpose()?,
        None => None,
    };
    let post = reply.map_or_else(|| format!("t{}", thread.n), |reply| format!("r{reply}"));
    for member in seats::on_duty(here, company)? {
        letters::write(here, &member, Subject::Danger, thread.n, reply, &format!("danger:{post}:{member}"))?;
    }
    Ok(())
}

/// Takes the mark off.
pub(crate) fn lift<S: Sql>(here: &Here<'_, S>, company: &Company, thread: &Thread) -> Result<(), Fault> {
    here.run("UPDATE thread SET danger = NULL WHERE n = ?", args![thread.n])?;
    due::done(here, &Errand::Alarm(thread.id.clone()))?;
    steward::settle_thread(here, company, thread.n)
}
