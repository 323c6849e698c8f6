//! What is official, as SQL: the same rule as [`Company::steward`] and `Status::of`, for filters, orders and counts over many
//! threads; a test holds the two against each other. The columns `waits` and `weight` serve orders and counts and are brought
//! up to date here whenever something official changes.

use chie_domain::api::search_threads::Answered;
use chie_domain::reply::by_customers;
use chie_domain::thread::{FanStatus, Kind, Phase};

use crate::company::Company;
use crate::here::Here;
use crate::row::{Statement, args};
use crate::sql::{Fault, Sql};

/// What a thread that speaks of danger is heavier by, while it waits: more than any number of people.
pub(crate) const LEAD: u64 = 1_000_000_000_000;

/// Whether thread `t` is official now.
pub(crate) fn is_official(company: &Company) -> Statement {
    let Some(tenancy) = company.living() else { return Statement::of("0", &[]) };
    let live = "SELECT 1 FROM claim c WHERE c.released IS NULL AND c.tenancy = ? AND (c.reach = 'all' OR t.at >= c.since)";
    let text = format!(
        "(EXISTS ({live} AND c.scope = 'community') OR EXISTS ({live} AND c.product = t.product) \
         OR EXISTS ({live} AND c.thread = t.id))"
    );
    let tenancy = tenancy.as_str();
    Statement::of(&text, args![tenancy, tenancy, tenancy])
}

/// The machine state of thread `t` now; nothing for threads without a status.
pub(crate) fn phase(company: &Company) -> Statement {
    let mut statement = Statement::of("CASE WHEN t.kind = 'praise' THEN NULL", &[]);
    if let Some(tenancy) = company.living() {
        statement.add(" WHEN t.said IS NOT NULL AND t.said_tenancy = ? AND ", args![tenancy.as_str()]);
        statement.join(&is_official(company));
        statement.add(" THEN t.said_phase", &[]);
    }
    statement.add(" WHEN t.kind = 'update' THEN NULL WHEN t.fan = 'open' THEN 'open' ELSE 'resolved' END", &[]);
    statement
}

/// Brings the orders of one thread up to date.
pub(crate) fn settle_thread<S: Sql>(here: &Here<'_, S>, company: &Company, thread: u64) -> Result<(), Fault> {
    let mut statement = settled(company);
    statement.add(" WHERE t.n = ?", args![thread]);
    here.all(&statement).map(|_| ())
}

/// Brings the orders of every thread that a representative touched up to date, after what is official has changed.
pub(crate) fn settle_all<S: Sql>(here: &Here<'_, S>, company: &Company) -> Result<(), Fault> {
    let mut statement = settled(company);
    statement.add(" WHERE t.said IS NOT NULL OR t.official_reply IS NOT NULL", &[]);
    here.all(&statement)?;
    here.run("UPDATE community SET settled_for = ?", args![for_whom(company)])
}

/// What `settled_for` reads while the counts of waiting threads are right.
pub(crate) fn for_whom(company: &Company) -> &str {
    company.living().map_or("", |tenancy| tenancy.as_str())
}

fn settled(company: &Company) -> Statement {
    let phase = phase(company);
    let mut statement = Statement::of("UPDATE thread AS t SET waits = coalesce((", &[]);
    statement.join(&phase);
    statement.add(") = 'open', 0), weight = CASE WHEN t.fan <> 'open' OR coalesce((", &[]);
    statement.join(&phase);
    statement.add(") = 'resolved', 0)", &[]);
    if let Some(tenancy) = company.living() {
        statement.add(" OR (t.official_reply IS NOT NULL AND t.official_tenancy = ? AND ", args![tenancy.as_str()]);
        statement.join(&is_official(company));
        statement.add(")", &[]);
    }
    statement.add(" THEN t.me_too + 1 ELSE 0 END + CASE WHEN t.danger IS NOT NULL AND coalesce((", &[]);
    statement.join(&phase);
    statement.add("), 'open') IN ('open', 'active') THEN ? ELSE 0 END", args![LEAD]);
    statement.add(", facet = ", &[]);
    statement.join(&facet(company));
    statement
}

/// What lists and counts filter by, in one number: kind * 100 + phase * 10 + answers. [`Facet`] takes it apart.
pub(crate) fn facet(company: &Company) -> Statement {
    let mut statement = Statement::of(
        "CASE t.kind WHEN 'question' THEN 100 WHEN 'problem' THEN 200 WHEN 'idea' THEN 300 WHEN 'praise' THEN 400 ELSE 500 END \
         + CASE (",
        &[],
    );
    statement.join(&phase(company));
    statement.add(") WHEN 'open' THEN 10 WHEN 'active' THEN 20 WHEN 'resolved' THEN 30 WHEN 'declined' THEN 40 ELSE 0 END", &[]);
    statement.add(" + CASE t.fan WHEN 'solved' THEN 1 WHEN 'seems_solved' THEN 4 ELSE 0 END", &[]);
    if let Some(tenancy) = company.living() {
        statement.add(" + CASE WHEN t.official_reply IS NOT NULL AND t.official_tenancy = ? AND ", args![tenancy.as_str()]);
        statement.join(&is_official(company));
        statement.add(" THEN 2 ELSE 0 END", &[]);
    }
    statement
}

/// Whether thread `t` has such an answer now.
pub(crate) fn answered(company: &Company, answered: Answered) -> Statement {
    let mut official = Statement::of("0", &[]);
    if let Some(tenancy) = company.living() {
        official = Statement::of("(t.official_reply IS NOT NULL AND t.official_tenancy = ? AND ", args![tenancy.as_str()]);
        official.join(&is_official(company));
        official.add(")", &[]);
    }
    match answered {
        Answered::Official => official,
        Answered::Accepted => Statement::of("t.fan = 'solved'", &[]),
        Answered::Any => {
            official.add(" OR t.fan <> 'open'", &[]);
            official
        }
    }
}

/// What a thread's facet says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Facet(pub(crate) u32);

impl Facet {
    /// The kind.
    pub(crate) fn kind(self) -> Option<Kind> {
        [Kind::Question, Kind::Problem, Kind::Idea, Kind::Praise, Kind::Update]
            .into_iter()
            .zip(1..)
            .find(|(_, code)| self.0 / 100 == *code)
            .map(|(kind, _)| kind)
    }

    /// The machine state, where there is one.
    pub(crate) fn phase(self) -> Option<Phase> {
        let code = self.0 / 10 % 10;
        [Phase::Open, Phase::Active, Phase::Resolved, Phase::Declined]
            .into_iter()
            .zip(1..)
            .find(|(_, it)| code == *it)
            .map(|(it, _)| it)
    }

    /// Whether there is such an answer.
    pub(crate) const fn has(self, answered: Answered) -> bool {
        let bits = self.0 % 10;
        match answered {
            Answered::Accepted => bits & 1 != 0,
            Answered::Official => bits & 2 != 0,
            Answered::Any => bits != 0,
        }
    }
}

/// The stored name of what customers made of a thread.
pub(crate) const fn fan_code(fan: FanStatus) -> &'static str {
    match fan {
        FanStatus::Open => "open",
        FanStatus::SeemsSolved => "seems_solved",
        FanStatus::Solved => "solved",
    }
}

/// What customers made of a thread, by its stored name.
pub(crate) fn fan_of(code: &str) -> Option<FanStatus> {
    [FanStatus::Open, FanStatus::SeemsSolved, FanStatus::Solved].into_iter().find(|fan| fan_code(*fan) == code)
}

/// Works out anew what customers made of a thread, after stars, acceptance or visibility have changed.
pub(crate) fn recount<S: Sql>(here: &Here<'_, S>, company: &Company, thread: u64) -> Result<(), Fault> {
    let counts = here.row(
        "SELECT (SELECT count(*) FROM reply WHERE thread = ? AND accepted IS NOT NULL AND visibility = 'public'), \
         (SELECT stars FROM reply WHERE thread = ? AND stars > 0 AND visibility = 'public' ORDER BY stars DESC LIMIT 1)",
        args![thread, thread],
    )?;
    let (accepted, stars) = match &counts {
        Some(row) => (row.count(0)?, row.opt_whole(1)?.unwrap_or(0)),
        None => (0, 0),
    };
    let fan = by_customers(accepted, u32::try_from(stars).unwrap_or(u32::MAX));
    here.run("UPDATE thread SET fan = ? WHERE n = ?", args![fan_code(fan), thread])?;
    settle_thread(here, company, thread)
}
