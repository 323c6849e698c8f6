//! Mail about the brand's place itself: who asked, who joins, whether the proof holds. A row says to whom and what; the words are
//! the Worker's. Who sits when it happens is told, and whoever it is about.

use chie_domain::ground::Ground;
use chie_domain::id::{MemberId, TenancyId};
use chie_domain::policy::Role;
use chie_domain::tiding::Tiding;
use chie_domain::time::{Span, Timestamp};

use crate::ask::{AccountId, TidingLetter};
use crate::company::Company;
use crate::due::{self, Errand};
use crate::here::Here;
use crate::query::community;
use crate::row::args;
use crate::sql::{Fault, Sql};

/// How many are handed out at once.
const AT_ONCE: u32 = 20;
/// One that was handed out comes back after this, unless somebody reports.
const LEASE: Span = Span::minutes(2);
/// The wait after the first failure, in seconds; it doubles up to the longest.
const FIRST_WAIT: u64 = 30;
/// The longest wait, in seconds.
const LONGEST_WAIT: u64 = 6 * 3_600;
/// After so many failures over several days it is given up.
const GIVE_UP: u32 = 24;

/// What is told, apart from to whom.
#[derive(Debug, Clone, Copy)]
pub(crate) struct News<'a> {
    pub(crate) what: Tiding,
    /// Whom it is about.
    pub(crate) who: Option<&'a MemberId>,
    /// When something happens.
    pub(crate) moment: Option<Timestamp>,
    /// In which role.
    pub(crate) role: Option<Role>,
}

impl<'a> News<'a> {
    /// News about nobody in particular.
    pub(crate) const fn of(what: Tiding) -> Self {
        Self { what, who: None, moment: None, role: None }
    }

    /// News about somebody.
    pub(crate) const fn about(what: Tiding, who: &'a MemberId) -> Self {
        Self { what, who: Some(who), moment: None, role: None }
    }

    /// The same with its moment.
    pub(crate) const fn at(self, moment: Timestamp) -> Self {
        Self { moment: Some(moment), ..self }
    }
}

/// Everybody who sits in a tenancy, or is about to.
pub(crate) fn seated<S: Sql>(here: &Here<'_, S>, tenancy: &TenancyId) -> Result<Vec<MemberId>, Fault> {
    let rows = here.rows("SELECT member FROM seat WHERE tenancy = ? ORDER BY since, member", args![tenancy.as_str()])?;
    rows.iter().map(|row| row.parse(0)).collect()
}

/// Tells some people. `mark` makes the same news told twice the same mail.
pub(crate) fn tell<S: Sql>(here: &Here<'_, S>, to: &[MemberId], news: &News<'_>, mark: &str) -> Result<(), Fault> {
    for member in to {
        if here.row("SELECT 1 FROM member WHERE id = ? AND sealed IS NOT NULL", args![member.as_str()])?.is_none() {
            continue;
        }
        here.run("UPDATE community SET outbox_seq = outbox_seq + 1", &[])?;
        here.run(
            "INSERT INTO tiding (seq, once, member, what, who, moment, role, made, at) \
             SELECT outbox_seq, ?, ?, ?, ?, ?, ?, ?, ? FROM community WHERE true ON CONFLICT (once) DO NOTHING",
            args![
                format!("{}:{mark}:{member}", news.what.code()),
                member.as_str(),
                news.what.code(),
                news.who.map(MemberId::as_str),
                news.moment,
                news.role.map(Role::code),
                here.now,
                here.now,
            ],
        )?;
    }
    plan(here)
}

/// Tells everybody in a tenancy, and whoever it is about.
pub(crate) fn tell_all<S: Sql>(here: &Here<'_, S>, tenancy: &TenancyId, news: &News<'_>, mark: &str) -> Result<(), Fault> {
    let mut to = seated(here, tenancy)?;
    if let Some(who) = news.who.filter(|who| !to.contains(who)) {
        to.push(who.clone());
    }
    tell(here, &to, news, mark)
}

/// Tells a customer something about so many of the threads that they follow, of which this is the latest.
pub(crate) fn tell_customer<S: Sql>(
    here: &Here<'_, S>,
    member: &MemberId,
    what: Tiding,
    number: u64,
    thread: u64,
    mark: &str,
) -> Result<(), Fault> {
    here.run("UPDATE community SET outbox_seq = outbox_seq + 1", &[])?;
    here.run(
        "INSERT INTO tiding (seq, once, member, what, number, thread, made, at) \
         SELECT outbox_seq, ?, ?, ?, ?, ?, ?, ? FROM community WHERE true ON CONFLICT (once) DO NOTHING",
        args![format!("{}:{mark}:{member}", what.code()), member.as_str(), what.code(), number, thread, here.now, here.now],
    )?;
    plan(here)
}

/// Plans the errand for the earliest one.
pub(crate) fn plan<S: Sql>(here: &Here<'_, S>) -> Result<(), Fault> {
    let earliest = here.row("SELECT min(at) FROM tiding WHERE at IS NOT NULL", &[])?.map_or(Ok(None), |row| row.opt_time(0))?;
    match earliest {
        Some(at) => due::plan(here, &Errand::Tidings, at),
        None => due::done(here, &Errand::Tidings),
    }
}

/// Hands out those whose time has come.
pub(crate) fn hand_out<S: Sql>(here: &Here<'_, S>) -> Result<Vec<TidingLetter>, Fault> {
    let rows = here.rows(
        "SELECT t.seq, t.what, t.moment, t.role, m.sealed, m.lang, coalesce(m.reached, m.account), w.address, t.number, h.id, h.product, t.member, \
         t.ground, t.words \
         FROM tiding t JOIN member m ON m.id = t.member LEFT JOIN member w ON w.id = t.who LEFT JOIN thread h ON h.n = t.thread \
         WHERE t.at <= ? ORDER BY t.seq LIMIT ?",
        args![here.now, AT_ONCE],
    )?;
    let name = community::load(here)?.shown(here, &Company::load(here)?).map(str::to_owned);
    let mut letters = Vec::new();
    for row in &rows {
        let seq = row.whole(0)?;
        let (Some(sealed), Some(account)) = (row.opt_text(4)?, row.opt_text(6)?) else {
            here.run("UPDATE tiding SET at = NULL WHERE seq = ?", args![seq])?;
            continue;
        };
        here.run("UPDATE tiding SET at = ? WHERE seq = ?", args![here.now.after(LEASE), seq])?;
        letters.push(TidingLetter {
            seq,
            account: AccountId(account.to_owned()),
            sealed: sealed.to_owned(),
            lang: row.opt_text(5)?.unwrap_or("en").to_owned(),
            what: row.code(1, Tiding::from_code)?,
            who: row.opt_text(7)?.map(str::to_owned),
            moment: row.opt_time(2)?,
            role: row.opt_text(3)?.and_then(Role::from_code),
            number: row.opt_whole(8)?,
            thread: row.opt_parse(9)?.zip(row.opt_parse(10)?),
            member: row.parse(11)?,
            brand_name: name.clone(),
            ground: row.opt_text(12)?.and_then(Ground::from_code),
            words: row.opt_text(13)?.map(str::to_owned),
        });
    }
    plan(here)?;
    Ok(letters)
}

/// One went out.
pub(crate) fn sent<S: Sql>(here: &Here<'_, S>, seq: u64) -> Result<(), Fault> {
    here.run("UPDATE tiding SET at = NULL WHERE seq = ?", args![seq])?;
    plan(here)
}

/// One could not be handed over: it is tried again, with growing patience.
pub(crate) fn failed<S: Sql>(here: &Here<'_, S>, seq: u64) -> Result<(), Fault> {
    let Some(row) = here.row("SELECT tries FROM tiding WHERE seq = ? AND at IS NOT NULL", args![seq])? else { return Ok(()) };
    let tries = row.count(0)?;
    let seconds = (FIRST_WAIT << tries.min(12)).min(LONGEST_WAIT);
    let next: Option<Timestamp> = (tries < GIVE_UP).then(|| here.now.after(Span::seconds(seconds)));
    here.run("UPDATE tiding SET at = ?, tries = tries + 1 WHERE seq = ?", args![next, seq])?;
    plan(here)
}
