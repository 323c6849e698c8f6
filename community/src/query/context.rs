//! What whoever answers for the brand sees beside a thread. All of it is public but for who of them has taken it.

use chie_domain::api::get_context::{GetContextRefusal, Response};
use chie_domain::api::get_work::Taken;
use chie_domain::claim::Stewardship;
use chie_domain::id::{MemberId, ThreadId};
use chie_domain::policy::Act;

use crate::ask::{Outcome, Trouble};
use crate::command::claim_threads::authorised;
use crate::company::Company;
use crate::here::{Here, refuse};
use crate::query::thread::{self, COLUMNS, Thread};
use crate::row::args;
use crate::sql::{Fault, Sql};
use crate::{credit, handles};

/// How many other threads of the asker are shown.
const OTHERS: u32 = 5;

/// The context, for those who act for the brand.
pub(crate) fn see<S: Sql>(here: &Here<'_, S>, company: &Company, id: &ThreadId) -> Result<Outcome, Trouble> {
    let seen = authorised(here, company, &Act::SeeDesk)?.ok_or_else(|| refuse(GetContextRefusal::NotAllowed))?;
    let (viewer, me, tenancy) = seen;
    let thread = thread::open_to(here, &viewer, id)?.ok_or_else(|| refuse(GetContextRefusal::UnknownThread))?;
    let who = &thread.author;
    let counts = here.row(
        "SELECT count(*), coalesce(sum(fan = 'solved'), 0) FROM thread WHERE author = ? AND visibility = 'public' AND tenancy IS NULL",
        args![who.as_str()],
    )?;
    let (asked, solved) = counts.map_or(Ok((0, 0)), |row| Ok::<_, Fault>((row.count(0)?, row.count(1)?)))?;
    let followers = here.row("SELECT count(*) FROM follow WHERE thread = ?", args![thread.n])?.map_or(Ok(0), |row| row.count(0))?;
    let first = here.row("SELECT author FROM thread ORDER BY n LIMIT 1", &[])?;
    let since = here.row("SELECT at FROM member WHERE id = ?", args![who.as_str()])?.map_or(Ok(thread.at), |row| row.time(0))?;
    let claims = company.claims_of(here, [id])?;
    let claimed = match thread.steward(company, &claims) {
        Stewardship::Official { since } => Some(since),
        Stewardship::FanMade => None,
    };
    Ok(Outcome::Context(Response {
        asker: called(here, thread.n, who)?,
        since,
        asked,
        solved,
        helped: credit::solved(here, who, None)?,
        founder: first.map_or(Ok(false), |row| row.text(0).map(|by| by == who.as_str()))?,
        others: others(here, company, &thread)?,
        followers,
        claimed,
        taken: taken(here, thread.n, &me, tenancy.as_str())?,
    }))
}

fn called<S: Sql>(here: &Here<'_, S>, thread: u64, member: &MemberId) -> Result<chie_domain::api::view::AuthorName, Fault> {
    let row = here.row(
        "SELECT m.name, h.colour, h.number FROM member m LEFT JOIN handle h ON h.member = m.id AND h.thread = ? WHERE m.id = ?",
        args![thread, member.as_str()],
    )?;
    row.map_or_else(
        || Ok(handles::called(None, member, None)),
        |row| Ok(handles::called(row.opt_text(0)?, member, handles::read(&row, 1, 2)?)),
    )
}

fn others<S: Sql>(here: &Here<'_, S>, company: &Company, thread: &Thread) -> Result<Vec<chie_domain::api::view::ThreadRow>, Fault> {
    let sql = format!(
        "SELECT {COLUMNS} FROM thread t WHERE t.author = ? AND t.n <> ? AND t.visibility = 'public' AND t.tenancy IS NULL ORDER BY t.n DESC LIMIT ?"
    );
    let found = here.rows(&sql, args![thread.author.as_str(), thread.n, OTHERS])?;
    let found = found.iter().map(Thread::read).collect::<Result<Vec<_>, _>>()?;
    let claims = company.claims_of(here, found.iter().map(|thread| &thread.id))?;
    Ok(found.iter().map(|thread| thread.row(company, &claims)).collect())
}

fn taken<S: Sql>(here: &Here<'_, S>, thread: u64, me: &MemberId, tenancy: &str) -> Result<Option<Taken>, Fault> {
    let sql = "SELECT k.member, m.address, k.at FROM taken k JOIN member m ON m.id = k.member \
               JOIN seat s ON s.tenancy = k.tenancy AND s.member = k.member WHERE k.thread = ? AND k.tenancy = ?";
    let read = |row: crate::row::Row| {
        Ok(Taken { me: row.text(0)? == me.as_str(), by: row.opt_text(1)?.map(str::to_owned), at: row.time(2)? })
    };
    here.row(sql, args![thread, tenancy])?.map(read).transpose()
}
