//! Triage: the threads that customers run, with what decides whether to claim them; who made this place; and the arrival tray.

use chie_domain::api::get_triage::{GetTriageRefusal, Helper, Request, Response, TriageRow, Undoable};
use chie_domain::api::view::AuthorName;
use chie_domain::claim::{OLD_AFTER, UNDO_WITHIN};
use chie_domain::danger;
use chie_domain::mood::Face;
use chie_domain::policy::Act;

use crate::ask::{Outcome, Trouble};
use crate::command::claim_threads::authorised;
use crate::company::Company;
use crate::here::{Here, refuse};
use crate::query::thread::{COLUMNS, Thread, WIDTH};
use crate::row::{Row, Statement, args};
use crate::sql::{Fault, Sql};
use crate::{claiming, handles, steward};

/// How many come at once.
const PAGE: u64 = 50;
/// How many arrivals are shown at most.
const ARRIVALS: u32 = 200;

/// The triage, for those who act for the brand.
pub(crate) fn see<S: Sql>(here: &Here<'_, S>, company: &Company, request: &Request) -> Result<Outcome, Trouble> {
    let seen = authorised(here, company, &Act::SeeDesk)?.ok_or_else(|| refuse(GetTriageRefusal::NotAllowed))?;
    let from = match &request.cursor {
        None => 0,
        Some(cursor) => cursor.parse::<u64>().map_err(|_| refuse(GetTriageRefusal::CursorInvalid))?,
    };
    let mut fan = Statement::of("t.visibility = 'public' AND t.kind <> 'update' AND NOT ", &[]);
    fan.join(&steward::is_official(company));
    let mut count = Statement::of("SELECT count(*) FROM thread t WHERE ", &[]);
    count.join(&fan);
    let total = here.all(&count)?.first().map_or(Ok(0), |row| row.count(0))?;
    let mut wanted = fan;
    wanted.add(
        " ORDER BY (t.danger IS NOT NULL AND t.fan = 'open') DESC, t.me_too DESC, t.n DESC LIMIT ? OFFSET ?",
        args![PAGE + 1, from],
    );
    let mut rows = rows(here, company, &wanted)?;
    let more = u64::try_from(rows.len()).unwrap_or(u64::MAX) > PAGE;
    rows.truncate(usize::try_from(PAGE).unwrap_or(usize::MAX));
    Ok(Outcome::Triage(Response {
        rows,
        next: more.then(|| (from + PAGE).to_string()),
        total,
        founder: founder(here)?,
        helpers: helpers(here)?,
        undoable: undoable(here, seen.2.as_str())?,
    }))
}

/// What was old when it was claimed, waits still, and nobody has settled.
pub(crate) fn arrivals<S: Sql>(here: &Here<'_, S>, company: &Company, tenancy: &str) -> Result<Vec<TriageRow>, Fault> {
    let mut wanted = Statement::of(
        "t.visibility = 'public' AND t.kind NOT IN ('update', 'praise') AND NOT EXISTS (SELECT 1 FROM arrival a WHERE a.thread = t.n AND a.tenancy = ?) \
         AND t.official_reply IS NULL AND EXISTS (SELECT 1 FROM claim c WHERE c.tenancy = ? AND c.released IS NULL AND t.at < c.since - ? \
         AND c.reach = 'all' AND (c.scope = 'community' OR c.product = t.product OR c.thread = t.id)) AND coalesce((",
        args![tenancy, tenancy, OLD_AFTER.millis()],
    );
    wanted.join(&steward::phase(company));
    wanted.add("), '') IN ('open', 'active') AND ", &[]);
    wanted.join(&steward::is_official(company));
    wanted.add(" ORDER BY t.me_too DESC, t.n DESC LIMIT ?", args![ARRIVALS]);
    rows(here, company, &wanted)
}

/// Lines with what triage shows beside them.
fn rows<S: Sql>(here: &Here<'_, S>, company: &Company, wanted: &Statement) -> Result<Vec<TriageRow>, Fault> {
    let mut statement = Statement::of(
        &format!(
            "SELECT {COLUMNS}, p.name, t.mood, t.mood_after, t.title || ' ' || coalesce(t.source, ''), \
             (SELECT r.n FROM reply r WHERE r.thread = t.n AND r.accepted IS NOT NULL AND r.visibility = 'public' ORDER BY r.accepted LIMIT 1) \
             FROM thread t JOIN product p ON p.key = t.product WHERE "
        ),
        &[],
    );
    statement.join(wanted);
    let found = here.all(&statement)?;
    let threads = found.iter().map(Thread::read).collect::<Result<Vec<_>, _>>()?;
    let claims = company.claims_of(here, threads.iter().map(|thread| &thread.id))?;
    let line = |(row, thread): (&Row, &Thread)| {
        let accepted = row.opt_whole(WIDTH + 4)?.map(|n| author_of(here, n)).transpose()?.flatten();
        let words = if thread.danger.is_some() { danger_words(here, thread.n, row.text(WIDTH + 3)?)? } else { Vec::new() };
        Ok(TriageRow {
            row: thread.row(company, &claims),
            product_name: row.text(WIDTH)?.to_owned(),
            mood: row.opt_text(WIDTH + 1)?.and_then(Face::from_code),
            mood_after: row.opt_text(WIDTH + 2)?.and_then(Face::from_code),
            accepted,
            danger_words: words,
            old: here.now.since(thread.at) > OLD_AFTER,
        })
    };
    found.iter().zip(&threads).map(line).collect()
}

/// The words of danger in an opening post, else in the replies.
fn danger_words<S: Sql>(here: &Here<'_, S>, thread: u64, opening: &str) -> Result<Vec<String>, Fault> {
    let mut words = danger::all(opening);
    if words.is_empty() {
        let replies =
            "SELECT source FROM reply WHERE thread = ? AND visibility = 'public' AND source IS NOT NULL ORDER BY n LIMIT 50";
        for row in here.rows(replies, args![thread])? {
            words.extend(danger::all(row.text(0)?));
        }
        words.sort_unstable();
        words.dedup();
    }
    Ok(words.into_iter().map(|word| word.trim_end_matches('*').to_owned()).collect())
}

/// What the author of a reply is called.
fn author_of<S: Sql>(here: &Here<'_, S>, reply: u64) -> Result<Option<AuthorName>, Fault> {
    let row = here.row(
        "SELECT r.author, coalesce(r.name, m.name), h.colour, h.number FROM reply r JOIN member m ON m.id = r.author \
         LEFT JOIN handle h ON h.thread = r.thread AND h.member = r.author WHERE r.n = ?",
        args![reply],
    )?;
    row.map(|row| Ok(handles::called(row.opt_text(1)?, &row.parse(0)?, handles::read(&row, 2, 3)?))).transpose()
}

/// Who asked first.
fn founder<S: Sql>(here: &Here<'_, S>) -> Result<Option<AuthorName>, Fault> {
    let row = here.row(
        "SELECT t.author, m.name, h.colour, h.number FROM thread t JOIN member m ON m.id = t.author \
         LEFT JOIN handle h ON h.thread = t.n AND h.member = t.author WHERE t.visibility = 'public' AND t.tenancy IS NULL ORDER BY t.n LIMIT 1",
        &[],
    )?;
    row.map(|row| Ok(handles::called(row.opt_text(1)?, &row.parse(0)?, handles::read(&row, 2, 3)?))).transpose()
}

/// Whose answers solved most, up to three.
fn helpers<S: Sql>(here: &Here<'_, S>) -> Result<Vec<Helper>, Fault> {
    let rows = here.rows(
        "SELECT c.member, m.name, sum(c.solved) FROM credit c JOIN member m ON m.id = c.member WHERE c.solved > 0 \
         GROUP BY c.member ORDER BY 3 DESC, c.member LIMIT 3",
        &[],
    )?;
    let helper = |row: &Row| Ok(Helper { name: handles::called(row.opt_text(1)?, &row.parse(0)?, None), solved: row.count(2)? });
    rows.iter().map(helper).collect()
}

/// The acts that can be undone still.
fn undoable<S: Sql>(here: &Here<'_, S>, tenancy: &str) -> Result<Vec<Undoable>, Fault> {
    let since = here.now.before(UNDO_WITHIN);
    let acts =
        "SELECT id, at FROM claiming WHERE tenancy = ? AND at >= ? AND undone IS NULL AND told IS NULL ORDER BY at DESC LIMIT 10";
    let rows = here.rows(acts, args![tenancy, since])?;
    let act = |row: &Row| {
        let act = row.parse(0)?;
        let threads = claiming::count(here, &act)?;
        Ok(Undoable { act, until: row.time(1)?.after(UNDO_WITHIN), threads })
    };
    rows.iter().map(act).collect()
}
