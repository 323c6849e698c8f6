//! A question waits: what is done about it after a day and after three. Each step is taken once; an answer ends the climb.

use chie_domain::claim::Stewardship;
use chie_domain::id::{MemberId, ThreadId};
use chie_domain::ladder::{MOST_A_DAY, MOST_HELPERS, Step};
use chie_domain::letter::Subject;
use chie_domain::policy::Visibility;
use chie_domain::time::Span;

use crate::company::Company;
use crate::due::{self, Errand};
use crate::here::Here;
use crate::query::thread::{COLUMNS, Thread};
use crate::row::args;
use crate::sql::{Fault, Sql};
use crate::{letters, seats};

/// A question was asked: the first step is planned.
pub(crate) fn begin<S: Sql>(here: &Here<'_, S>, id: &ThreadId) -> Result<(), Fault> {
    due::plan(here, &Errand::Wait(id.clone()), Step::Helpers.at(here.now))
}

/// Somebody answered: it ends.
pub(crate) fn end<S: Sql>(here: &Here<'_, S>, id: &ThreadId) -> Result<(), Fault> {
    due::done(here, &Errand::Wait(id.clone()))
}

/// Takes the steps whose time has come.
pub(crate) fn run<S: Sql>(here: &Here<'_, S>, id: &ThreadId) -> Result<(), Fault> {
    let errand = Errand::Wait(id.clone());
    let sql = format!(
        "SELECT {COLUMNS} FROM thread t WHERE t.id = ? AND t.answered IS NULL AND t.waits = 1 \
         AND NOT EXISTS (SELECT 1 FROM duplicate d WHERE d.thread = t.n)"
    );
    let waiting = here.row(&sql, args![id.as_str()])?.map(|row| Thread::read(&row)).transpose()?;
    let Some(thread) = waiting.filter(|thread| thread.visibility == Visibility::Public) else { return due::done(here, &errand) };
    let taken = here.row("SELECT ladder FROM thread WHERE n = ?", args![thread.n])?.map_or(Ok(0), |row| row.whole(0))?;
    let taken = usize::try_from(taken).unwrap_or(usize::MAX);
    let (steps, next) = Step::due(thread.at, taken, here.now);
    let company = Company::load(here)?;
    for step in &steps {
        match step {
            Step::Helpers => tell_helpers(here, &thread)?,
            Step::OwnHelp => tell_asker(here, &thread)?,
        }
        call(here, &company, &thread, *step)?;
    }
    let now = u64::try_from(taken.saturating_add(steps.len())).unwrap_or(u64::MAX);
    here.run("UPDATE thread SET ladder = ? WHERE n = ?", args![now, thread.n])?;
    match next {
        Some(at) => due::plan(here, &errand, at),
        None => due::done(here, &errand),
    }
}

/// Those who were told longest ago come first; nobody hears of too many within a day.
fn tell_helpers<S: Sql>(here: &Here<'_, S>, thread: &Thread) -> Result<(), Fault> {
    let day = here.now.before(Span::days(1));
    let helpers = here.rows(
        "SELECT h.member FROM helper h JOIN member m ON m.id = h.member WHERE h.product = ? AND h.member <> ? AND m.sealed IS NOT NULL \
         AND NOT EXISTS (SELECT 1 FROM silence s WHERE s.member = h.member AND s.what = 'everything') \
         AND (SELECT count(*) FROM letter l WHERE l.member = h.member AND l.what = 'waiting' AND l.made > ?) < ? \
         ORDER BY coalesce(h.told, 0), h.since, h.member LIMIT ?",
        args![thread.product.as_str(), thread.author.as_str(), day, MOST_A_DAY, MOST_HELPERS],
    )?;
    for row in &helpers {
        let helper: MemberId = row.parse(0)?;
        here.run(
            "UPDATE helper SET told = ? WHERE member = ? AND product = ?",
            args![here.now, helper.as_str(), thread.product.as_str()],
        )?;
        letters::write(here, &helper, Subject::Waiting, thread.n, None, &format!("waiting:{}:{helper}", thread.n))?;
    }
    Ok(())
}

fn tell_asker<S: Sql>(here: &Here<'_, S>, thread: &Thread) -> Result<(), Fault> {
    if here.row("SELECT 1 FROM member WHERE id = ? AND sealed IS NOT NULL", args![thread.author.as_str()])?.is_none() {
        return Ok(());
    }
    letters::write(here, &thread.author, Subject::OwnHelp, thread.n, None, &format!("own_help:{}", thread.n))
}

/// On an official thread those who act for the brand are called: owners and representatives whose seat counts now.
fn call<S: Sql>(here: &Here<'_, S>, company: &Company, thread: &Thread, step: Step) -> Result<(), Fault> {
    let claims = company.claims_of(here, [&thread.id])?;
    if thread.steward(company, &claims) == Stewardship::FanMade {
        return Ok(());
    }
    for member in seats::on_duty(here, company)? {
        let once = format!("called:{}:{step:?}:{member}", thread.n);
        letters::write(here, &member, Subject::Called, thread.n, None, &once)?;
    }
    Ok(())
}
