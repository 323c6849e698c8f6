//! What waits for the company, the most pressing first; the overview; and the history that everybody may read.

use chie_domain::api::get_history::{self, Line, What};
use chie_domain::api::get_overview::{self, GetOverviewRefusal};
use chie_domain::api::get_work::{GetWorkRefusal, Response, SavedReply, Taken, WorkRow};
use chie_domain::api::view::ProductView;
use chie_domain::claim::{Claimable, OLD_AFTER, Stewardship};
use chie_domain::hours::{Clock, Hours};
use chie_domain::mood::Face;
use chie_domain::policy::Act;
use chie_domain::proof::Method;

use crate::ask::{Outcome, Trouble};
use crate::command::claim_threads::authorised;
use crate::company::Company;
use crate::here::{Here, refuse};
use crate::query::set_up::SetUp;
use crate::query::thread::{COLUMNS, Thread, WIDTH};
use crate::query::triage;
use crate::query::{community, figures};
use crate::row::{Row, Statement, args};
use crate::sql::{Fault, Sql};
use crate::{past, steward};

/// How many waiting threads are shown at most.
const MOST: u32 = 200;
/// Within how many minutes a first answer is late where the brand said nothing.
const GOAL: u16 = 8 * 60;

/// The work, for those who act for the brand.
pub(crate) fn see<S: Sql>(here: &Here<'_, S>, company: &Company) -> Result<Outcome, Trouble> {
    let seen = authorised(here, company, &Act::SeeDesk)?.ok_or_else(|| refuse(GetWorkRefusal::NotAllowed))?;
    let (me, tenancy) = (seen.1, seen.2);
    let hours = hours(here, tenancy.as_str())?;
    let reasons = SetUp::load(here, company)?.reasons;
    let mut asked = Statement::of(
        &format!(
            "SELECT {COLUMNS}, p.name, t.mood, k.member, m.address, k.at, (SELECT count(*) FROM note o WHERE o.thread = t.n AND o.tenancy = ?), \
             t.mood IN ('cross', 'sad') FROM thread t JOIN product p ON p.key = t.product \
             LEFT JOIN taken k ON k.thread = t.n AND k.tenancy = ? LEFT JOIN member m ON m.id = k.member WHERE "
        ),
        args![tenancy.as_str(), tenancy.as_str()],
    );
    let waits = waiting(here, company, tenancy.as_str())?;
    asked.join(&waits);
    asked.add(" ORDER BY t.danger IS NULL, coalesce(t.mood, '') NOT IN ('cross', 'sad'), t.at, t.n LIMIT ?", args![MOST]);
    let mut count = Statement::of("SELECT count(*) FROM thread t WHERE ", &[]);
    count.join(&waits);
    let total = here.all(&count)?.first().map_or(Ok(0), |row| row.count(0))?;
    let found = here.all(&asked)?;
    let threads = found.iter().map(Thread::read).collect::<Result<Vec<_>, _>>()?;
    let claims = company.claims_of(here, threads.iter().map(|thread| &thread.id))?;
    let mut waiting = Vec::new();
    for (row, thread) in found.iter().zip(&threads) {
        let it = Claimable { thread: &thread.id, product: &thread.product, began: thread.at };
        let since = match company.steward(&claims, it) {
            Stewardship::Official { since } => since.max(thread.at),
            Stewardship::FanMade => thread.at,
        };
        let waited = match &hours {
            Some(hours) => hours.minutes_between(since, here.now),
            None => u32::try_from(here.now.since(since).millis() / 60_000).unwrap_or(u32::MAX),
        };
        let goal = hours.as_ref().map_or(GOAL, |hours| hours.goal);
        let taken = match row.opt_text(WIDTH + 2)? {
            Some(by) => {
                Some(Taken { me: by == me.as_str(), by: row.opt_text(WIDTH + 3)?.map(str::to_owned), at: row.time(WIDTH + 4)? })
            }
            None => None,
        };
        waiting.push(WorkRow {
            row: thread.row(company, &claims),
            product_name: row.text(WIDTH)?.to_owned(),
            mood: row.opt_text(WIDTH + 1)?.and_then(Face::from_code),
            since,
            waited,
            late: reasons.answers() && waited > u32::from(goal),
            taken,
            notes: row.count(WIDTH + 5)?,
        });
    }
    let unhappy = |it: &WorkRow| matches!(it.mood, Some(Face::Cross | Face::Sad));
    waiting.sort_by_key(|it| (it.row.danger.is_none(), !unhappy(it), std::cmp::Reverse(it.waited), it.since));
    let arrivals = triage::arrivals(here, company, tenancy.as_str())?;
    Ok(Outcome::Work(Response { waiting, total, arrivals, saved: saved(here, tenancy.as_str())?, hours }))
}

/// Official threads `t` in which somebody waits for the company: nobody of it has answered, and they are not in the arrival tray.
/// Where customers go first, it is the company's turn after a day, or once danger or an unhappy asker is in it.
fn waiting<S: Sql>(here: &Here<'_, S>, company: &Company, tenancy: &str) -> Result<Statement, Fault> {
    let turn = SetUp::load(here, company)?.reasons.turn(here.now);
    let mut wanted = Statement::of(
        "t.visibility = 'public' AND t.kind NOT IN ('update', 'praise') AND t.official_reply IS NULL \
         AND NOT EXISTS (SELECT 1 FROM reply r WHERE r.thread = t.n AND r.tenancy = ? AND r.at >= \
           coalesce((SELECT max(q.at) FROM reply q WHERE q.thread = t.n AND q.author = t.author AND q.visibility = 'public'), 0)) \
         AND NOT EXISTS (SELECT 1 FROM claim c WHERE c.tenancy = ? AND c.released IS NULL AND t.at < c.since - ? AND c.reach = 'all' \
           AND (c.scope = 'community' OR c.product = t.product OR c.thread = t.id)) AND coalesce((",
        args![tenancy, tenancy, OLD_AFTER.millis()],
    );
    wanted.join(&steward::phase(company));
    wanted.add("), '') IN ('open', 'active') AND ", &[]);
    wanted.join(&steward::is_official(company));
    wanted.add(" AND (t.at <= ? OR t.danger IS NOT NULL OR coalesce(t.mood, '') IN ('cross', 'sad'))", args![turn]);
    Ok(wanted)
}

/// The hours of a tenancy, if it said any.
pub(crate) fn hours<S: Sql>(here: &Here<'_, S>, tenancy: &str) -> Result<Option<Hours>, Fault> {
    let row = here.row("SELECT ahead, week, holidays, goal, zone, clock FROM hours WHERE tenancy = ?", args![tenancy])?;
    let read = |row: Row| {
        // Kept above nothing, because columns hold no negative numbers here.
        let ahead = i16::try_from(row.whole(0)?).unwrap_or(1_000) - 1_000;
        let goal = u16::try_from(row.whole(3)?).unwrap_or(GOAL);
        let clock = match row.opt_text(5)? {
            Some(clock) => serde_json::from_str(clock).map_err(|_| Fault("a clock cannot be read".to_owned()))?,
            None => Clock::fixed(ahead),
        };
        Ok(Hours { zone: row.opt_parse(4)?, clock, week: row.parse(1)?, holidays: row.parse(2)?, goal })
    };
    row.map(read).transpose()
}

/// The hours that visitors are told: where the brand stands behind the product and promises to answer.
pub(crate) fn told_hours<S: Sql>(
    here: &Here<'_, S>,
    company: &Company,
    set_up: &SetUp,
    product: &ProductView,
) -> Result<Option<Hours>, Fault> {
    let promises = product.steward != Stewardship::FanMade && set_up.reasons.answers() && !set_up.is_signposted(here.now);
    match company.living().filter(|_| promises && company.proof.is_some()) {
        Some(tenancy) => hours(here, tenancy.as_str()),
        None => Ok(None),
    }
}

/// The replies that were saved.
pub(crate) fn saved<S: Sql>(here: &Here<'_, S>, tenancy: &str) -> Result<Vec<SavedReply>, Fault> {
    let rows = here.rows("SELECT title, body FROM saved_reply WHERE tenancy = ? ORDER BY title", args![tenancy])?;
    rows.iter().map(|row| Ok(SavedReply { title: row.text(0)?.to_owned(), body: row.parse(1)? })).collect()
}

/// The overview, for those who act for the brand.
pub(crate) fn overview<S: Sql>(here: &Here<'_, S>, company: &Company) -> Result<Outcome, Trouble> {
    let seen = authorised(here, company, &Act::SeeDesk)?.ok_or_else(|| refuse(GetOverviewRefusal::NotAllowed))?;
    let official = |of: &str, more: &Statement| {
        let mut sql =
            Statement::of(&format!("SELECT {of} FROM thread t WHERE t.visibility = 'public' AND t.kind <> 'update' AND "), &[]);
        sql.join(&steward::is_official(company));
        sql.join(more);
        sql
    };
    let number = |of: &str, more: &Statement| -> Result<u32, Fault> {
        here.all(&official(of, more))?
            .first()
            .map_or(Ok(0), |row| Ok(row.opt_whole(0)?.and_then(|n| u32::try_from(n).ok()).unwrap_or(0)))
    };
    let all = Statement::default();
    let by_us =
        Statement::of(" AND (EXISTS (SELECT 1 FROM reply r WHERE r.thread = t.n AND r.tenancy = ?))", args![seen.2.as_str()]);
    let mut count = Statement::of("SELECT count(*) FROM thread t WHERE ", &[]);
    count.join(&waiting(here, company, seen.2.as_str())?);
    let mut top = official(COLUMNS, &Statement::of(" AND t.fan = 'open' AND t.waits = 1", &[]));
    top.add(" ORDER BY t.me_too DESC, t.n DESC LIMIT 10", &[]);
    let top = here.all(&top)?.iter().map(Thread::read).collect::<Result<Vec<_>, _>>()?;
    let claims = company.claims_of(here, top.iter().map(|thread| &thread.id))?;
    Ok(Outcome::Overview(get_overview::Response {
        claimed: number("count(*)", &all)?,
        waiting: here.all(&count)?.first().map_or(Ok(0), |row| row.count(0))?,
        by_customers: number("count(*)", &Statement::of(" AND t.fan <> 'open'", &[]))?,
        by_us: number("count(*)", &by_us)?,
        same: number("sum(t.me_too)", &all)?,
        top: top.iter().map(|thread| thread.row(company, &claims)).collect(),
        readers: figures::readers(here)?,
    }))
}

/// How many lines of history are shown at most.
const LINES: usize = 200;

/// Who has stood behind this place, for everybody.
pub(crate) fn history<S: Sql>(here: &Here<'_, S>) -> Result<get_history::Response, Fault> {
    let mut lines = Vec::new();
    if let Some(at) = community::load(here)?.opened {
        lines.push(Line { at, what: What::Opened });
    }
    let proven = "SELECT y.began, (SELECT p.method FROM proof p WHERE p.tenancy = y.id ORDER BY p.counts, p.n LIMIT 1) \
                  FROM tenancy y WHERE y.began <= ?";
    for row in here.rows(proven, args![here.now])? {
        let method = row.opt_text(1)?.and_then(Method::from_code).unwrap_or(Method::Dns);
        lines.push(Line { at: row.time(0)?, what: What::Proven(method) });
    }
    let lapsed = "SELECT at FROM audit WHERE what = 'lapsed' ORDER BY seq DESC LIMIT 50";
    for row in here.rows(lapsed, &[])? {
        lines.push(Line { at: row.time(0)?, what: What::Lapsed });
    }
    let claims = "SELECT scope, product, reach, since, released, count(*) FROM claim WHERE undone IS NULL \
                  GROUP BY scope, product, reach, since, released ORDER BY since DESC LIMIT ?";
    for row in here.rows(claims, args![200_u32])? {
        let (at, many) = (row.time(3)?, row.count(5)?);
        let what = match (row.text(0)?, row.opt_parse(1)?, row.text(2)?) {
            ("thread", _, _) => What::ClaimedThreads(many),
            ("product", Some(product), _) => What::ClaimedProduct(product),
            (_, _, "from_now_on") => What::ClaimedFromThen,
            _ => What::ClaimedAll,
        };
        lines.push(Line { at, what });
        if let Some(at) = row.opt_time(4)? {
            lines.push(Line { at, what: What::Released });
        }
    }
    for row in here.rows("SELECT shown, at FROM (SELECT n, shown, at FROM naming ORDER BY n DESC LIMIT 50) ORDER BY n", &[])? {
        let what = row.opt_text(0)?.map_or(What::Unnamed, |name| What::Named(name.to_owned()));
        lines.push(Line { at: row.time(1)?, what });
    }
    lines.extend(past::lines(here)?);
    // What happened in the same moment stands in the order in which it must have happened.
    lines.reverse();
    lines.sort_by_key(|line| std::cmp::Reverse(line.at));
    lines.dedup_by(|a, b| a.at == b.at && a.what == b.what);
    lines.truncate(LINES);
    Ok(get_history::Response { lines })
}
