//! Private notes of official threads: which of them live, and letting go of those that do not. One condition decides both: what
//! is read is what it holds for, and what is swept away is everything else. So a note is gone for everybody from the moment on
//! at which its time is over, its thread is released, its asker has left or the company's proof has lapsed, whenever its row goes.

use chie_domain::api::export_me::ExportedPrivateNote;
use chie_domain::api::view::ThreadRow;
use chie_domain::id::{MemberId, PhotoId};
use chie_domain::private::{Side, Wanted};
use chie_domain::time::Timestamp;

use crate::audit::{self, Deed};
use crate::company::Company;
use crate::due::{self, Errand};
use crate::here::Here;
use crate::query::thread::{COLUMNS, Thread};
use crate::row::{Row, Statement, args};
use crate::sql::{Fault, Sql};
use crate::steward;

/// Private notes `x` with their thread `t` and its asker `m`.
pub(crate) const FROM: &str = "private_note x JOIN thread t ON t.n = x.thread JOIN member m ON m.id = t.author";

/// Whether note `x` lives: its time is not over, the company that it was written with still stands behind its thread, the thread is
/// there, and its asker is somebody with a confirmed address.
pub(crate) fn lives(company: &Company, now: Timestamp) -> Statement {
    let Some(tenancy) = company.living() else { return Statement::of("0", &[]) };
    let mut lives = Statement::of("(x.until > ? AND x.tenancy = ? AND ", args![now, tenancy.as_str()]);
    lives.add(HAS_ASKER, &[]);
    lives.add(" AND ", &[]);
    lives.join(&steward::is_official(company));
    lives.add(")", &[]);
    lives
}

/// Whether thread `t` is there, and its asker `m` can be answered in private.
pub(crate) const HAS_ASKER: &str =
    "t.visibility <> 'removed' AND t.deleted IS NULL AND m.account IS NOT NULL AND m.sealed IS NOT NULL AND m.erased IS NULL";

/// How many live on a thread: all that everybody learns.
pub(crate) fn count<S: Sql>(here: &Here<'_, S>, company: &Company, thread: u64) -> Result<u32, Fault> {
    let mut count = Statement::of(&format!("SELECT count(*) FROM {FROM} WHERE x.thread = ? AND "), args![thread]);
    count.join(&lives(company, here.now));
    here.all(&count)?.first().map_or(Ok(0), |row| row.count(0))
}

/// The photos of a note, in their order.
pub(crate) fn photos_of<S: Sql>(here: &Here<'_, S>, note: u64) -> Result<Vec<PhotoId>, Fault> {
    let rows = here.rows("SELECT id FROM private_photo WHERE note = ? AND state = 'shown' ORDER BY place", args![note])?;
    rows.iter().map(|row| row.parse(0)).collect()
}

/// The newest threads of a member's in which the brand asked last.
pub(crate) fn waiting_for<S: Sql>(here: &Here<'_, S>, member: &MemberId) -> Result<Vec<ThreadRow>, Fault> {
    let there = "SELECT 1 FROM private_note x JOIN thread t ON t.n = x.thread WHERE t.author = ? LIMIT 1";
    if here.row(there, args![member.as_str()])?.is_none() {
        return Ok(Vec::new());
    }
    let company = Company::load(here)?;
    let sql = format!("SELECT {COLUMNS} FROM {FROM} WHERE t.author = ? AND x.side = 'brand' AND ");
    let mut waiting = Statement::of(&sql, args![member.as_str()]);
    waiting.add("x.n = (SELECT max(y.n) FROM private_note y WHERE y.thread = x.thread) AND ", &[]);
    waiting.join(&lives(&company, here.now));
    waiting.add(" ORDER BY x.n DESC LIMIT 3", &[]);
    let threads = here.all(&waiting)?.iter().map(Thread::read).collect::<Result<Vec<_>, _>>()?;
    let claims = company.claims_of(here, threads.iter().map(|thread| &thread.id))?;
    Ok(threads.iter().map(|thread| thread.row(&company, &claims)).collect())
}

/// Everything private on a member's threads, for whoever takes their own along; the words are sealed.
pub(crate) fn exported<S: Sql>(here: &Here<'_, S>, member: &MemberId) -> Result<Vec<ExportedPrivateNote>, Fault> {
    let company = Company::load(here)?;
    let mut all = Statement::of(
        &format!("SELECT x.n, t.id, x.side, x.wanted, x.sealed, x.at, x.until FROM {FROM} WHERE t.author = ? AND "),
        args![member.as_str()],
    );
    all.join(&lives(&company, here.now));
    all.add(" ORDER BY x.n", &[]);
    let read = |row: &Row| {
        Ok(ExportedPrivateNote {
            thread: row.parse(1)?,
            side: row.code(2, Side::from_code)?,
            wanted: row.opt_text(3)?.and_then(Wanted::from_code),
            text: row.text(4)?.to_owned(),
            photos: photos_of(here, row.whole(0)?)?,
            at: row.time(5)?,
            until: row.time(6)?,
        })
    };
    here.all(&all)?.iter().map(read).collect()
}

/// Lets go of every note that does not live, and of the photos in them; plans for the next one whose time is over.
pub(crate) fn sweep<S: Sql>(here: &Here<'_, S>, company: &Company) -> Result<(), Fault> {
    if here.row("SELECT 1 FROM private_note LIMIT 1", &[])?.is_some() {
        let mut over = Statement::of(&format!("SELECT x.n, t.id FROM {FROM} WHERE NOT "), &[]);
        over.join(&lives(company, here.now));
        let mut told = None;
        for row in here.all(&over)? {
            here.run("DELETE FROM private_note WHERE n = ?", args![row.whole(0)?])?;
            let thread = row.text(1)?;
            if told.as_deref() != Some(thread) {
                audit::record_of(here, Deed::PrivateNotesGone, "clock", thread)?;
                told = Some(thread.to_owned());
            }
        }
    }
    // A photo that waits for its note goes with the last one that it could have answered.
    let gone = here.rows(
        "UPDATE private_photo AS p SET state = 'gone' WHERE p.state <> 'gone' AND NOT EXISTS (SELECT 1 FROM private_note x \
         WHERE (p.state = 'shown' AND x.n = p.note) OR (p.state <> 'shown' AND x.thread = p.thread)) RETURNING id",
        &[],
    )?;
    if !gone.is_empty() {
        due::plan_by(here, &Errand::Photos, here.now)?;
    }
    let next = here.row("SELECT min(until) FROM private_note", &[])?.map_or(Ok(None), |row| row.opt_time(0))?;
    match next {
        Some(at) => due::plan(here, &Errand::Private, at),
        None => due::done(here, &Errand::Private),
    }
}

/// Lets go of photos that no note took in time.
pub(crate) fn let_go_unused<S: Sql>(here: &Here<'_, S>, before: Timestamp) -> Result<(), Fault> {
    here.run("UPDATE private_photo SET state = 'gone' WHERE state IN ('coming', 'waiting') AND at <= ?", args![before])
}
