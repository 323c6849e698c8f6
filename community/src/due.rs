//! What this community has to do by itself, and when. One alarm serves all of it: after every change of the table the alarm
//! is set to the earliest moment, within the same transaction.

use chie_domain::brand::BrandDomain;
use chie_domain::id::{ActId, ProofId, ThreadId};
use chie_domain::time::{Span, Timestamp};

use crate::here::Here;
use crate::row::args;
use crate::sql::{Fault, Sql};

/// One thing to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Errand {
    /// Carry out the outbox.
    Outbox,
    /// Look at a proof again.
    Proof(ProofId),
    /// Photos to delete: their post went, or none took them in time.
    Photos,
    /// A proof lapses or begins to count: bring the orders of lists and the directory up to date.
    Settle,
    /// Tell who can help that a thread speaks of danger.
    Alarm(ThreadId),
    /// Threads are not in the search index yet.
    Index,
    /// Send the mail that waits.
    Letters,
    /// A question waits: see what is to be done about it.
    Wait(ThreadId),
    /// Send the news of the brand's place that wait.
    Tidings,
    /// Forget how newcomers came in.
    Forget,
    /// Ten minutes after an act of claiming: tell those concerned.
    Claimed(ActId),
    /// Look at a further domain again.
    Alias(BrandDomain),
    /// Look up again what the clocks of the brand's zone show.
    Zone,
    /// The oldest private note has had its time.
    Private,
    /// Tell webhooks.
    Hooks,
}

impl Errand {
    fn code(&self) -> String {
        match self {
            Self::Outbox => "outbox".to_owned(),
            Self::Settle => "settle".to_owned(),
            Self::Index => "index".to_owned(),
            Self::Photos => "photos".to_owned(),
            Self::Letters => "letters".to_owned(),
            Self::Tidings => "tidings".to_owned(),
            Self::Zone => "zone".to_owned(),
            Self::Private => "private".to_owned(),
            Self::Hooks => "hooks".to_owned(),
            Self::Forget => "forget".to_owned(),
            Self::Wait(id) => format!("wait:{id}"),
            Self::Proof(id) => format!("proof:{id}"),
            Self::Alarm(id) => format!("alarm:{id}"),
            Self::Claimed(id) => format!("claimed:{id}"),
            Self::Alias(domain) => format!("alias:{domain}"),
        }
    }

    fn from_code(code: &str) -> Option<Self> {
        match code {
            "outbox" => Some(Self::Outbox),
            "settle" => Some(Self::Settle),
            "index" => Some(Self::Index),
            "photos" => Some(Self::Photos),
            "letters" => Some(Self::Letters),
            "tidings" => Some(Self::Tidings),
            "zone" => Some(Self::Zone),
            "private" => Some(Self::Private),
            "hooks" => Some(Self::Hooks),
            "forget" => Some(Self::Forget),
            _ => match code.split_once(':') {
                Some(("proof", id)) => ProofId::parse(id).ok().map(Self::Proof),
                Some(("alarm", id)) => ThreadId::parse(id).ok().map(Self::Alarm),
                Some(("claimed", id)) => ActId::parse(id).ok().map(Self::Claimed),
                Some(("alias", domain)) => BrandDomain::parse(domain).ok().map(Self::Alias),
                Some(("wait", id)) => ThreadId::parse(id).ok().map(Self::Wait),
                _ => None,
            },
        }
    }
}

/// Plans an errand for a moment, instead of when it was planned for before.
pub(crate) fn plan<S: Sql>(here: &Here<'_, S>, errand: &Errand, at: Timestamp) -> Result<(), Fault> {
    here.run(
        "INSERT INTO due (what, at) VALUES (?, ?) ON CONFLICT (what) DO UPDATE SET at = excluded.at, tries = 0",
        args![errand.code(), at],
    )?;
    arm(here)
}

/// Plans an errand for now, unless it is planned already: a failing one keeps its growing patience.
pub(crate) fn plan_soon<S: Sql>(here: &Here<'_, S>, errand: &Errand) -> Result<(), Fault> {
    here.run("INSERT INTO due (what, at) VALUES (?, ?) ON CONFLICT (what) DO NOTHING", args![errand.code(), here.now])?;
    arm(here)
}

/// Plans an errand for a moment, unless it is planned for an earlier one.
pub(crate) fn plan_by<S: Sql>(here: &Here<'_, S>, errand: &Errand, at: Timestamp) -> Result<(), Fault> {
    here.run(
        "INSERT INTO due (what, at) VALUES (?, ?) ON CONFLICT (what) DO UPDATE SET at = min(at, excluded.at)",
        args![errand.code(), at],
    )?;
    arm(here)
}

/// Hands an errand out: it comes back after a while if nobody reports.
pub(crate) fn lease<S: Sql>(here: &Here<'_, S>, errand: &Errand, span: Span) -> Result<(), Fault> {
    here.run("UPDATE due SET at = ? WHERE what = ?", args![here.now.after(span), errand.code()])?;
    arm(here)
}

/// An errand failed: it is put off, twice as long each time, up to an hour.
pub(crate) fn put_off<S: Sql>(here: &Here<'_, S>, errand: &Errand) -> Result<(), Fault> {
    let code = errand.code();
    let tries = here.row("SELECT tries FROM due WHERE what = ?", args![code.as_str()])?.map_or(Ok(0), |row| row.count(0))?;
    let seconds = (FIRST_WAIT << tries.min(8)).min(LONGEST_WAIT);
    let at = here.now.after(Span::seconds(seconds));
    here.run("UPDATE due SET at = ?, tries = tries + 1 WHERE what = ?", args![at, code])?;
    arm(here)
}

/// An errand is done.
pub(crate) fn done<S: Sql>(here: &Here<'_, S>, errand: &Errand) -> Result<(), Fault> {
    here.run("DELETE FROM due WHERE what = ?", args![errand.code()])?;
    arm(here)
}

/// The errands whose time has come, longest waiting first.
pub(crate) fn ready<S: Sql>(here: &Here<'_, S>, most: u32) -> Result<Vec<Errand>, Fault> {
    let rows = here.rows("SELECT what FROM due WHERE at <= ? ORDER BY at LIMIT ?", args![here.now, most])?;
    rows.iter().map(|row| row.code(0, Errand::from_code)).collect()
}

/// Sets the alarm to the earliest errand.
pub(crate) fn arm<S: Sql>(here: &Here<'_, S>) -> Result<(), Fault> {
    let earliest = here.row("SELECT min(at) FROM due", &[])?.map_or(Ok(None), |row| row.opt_time(0))?;
    here.sql.wake_at(earliest)
}

/// The wait after the first failure, in seconds.
const FIRST_WAIT: u64 = 15;
/// The longest wait, in seconds.
const LONGEST_WAIT: u64 = 3_600;
