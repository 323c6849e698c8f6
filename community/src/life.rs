//! The life of a company's place, as far as the clock and the looks at its proofs move it: who begins to act, whose time is over,
//! whether the proof holds, what goes when somebody else came. Whatever happened since the last look around is told and recorded once.

use chie_domain::id::{MemberId, TenancyId};
use chie_domain::proof::{LAPSE_AFTER, ProofState};
use chie_domain::tenancy::{JOIN_NOTICE, Tenancy};
use chie_domain::tiding::Tiding;
use chie_domain::time::Timestamp;

use crate::api_keys;
use crate::audit::{self, Deed};
use crate::company::Company;
use crate::here::Here;
use crate::introductions;
use crate::private;
use crate::row::{Statement, args};
use crate::sql::{Fault, Sql};
use crate::tidings::{self, News};

/// Who did it, where nobody but the clock did.
const CLOCK: &str = "clock";

/// Since when an evidence must have been seen to be valid now.
pub(crate) fn seen_since(now: Timestamp) -> Timestamp {
    now.before(LAPSE_AFTER)
}

/// Whether an objection holds against member and tenancy of table `x`.
pub(crate) fn contested(now: Timestamp) -> Statement {
    Statement::of(
        "EXISTS (SELECT 1 FROM objection o JOIN seat s ON s.tenancy = o.tenancy AND s.member = o.by \
         JOIN proof p ON p.member = o.by AND p.tenancy = o.tenancy \
         WHERE o.tenancy = x.tenancy AND o.member = x.member AND p.method = 'dns' AND p.state IN ('confirmed', 'doubtful') AND p.b >= ?)",
        args![seen_since(now)],
    )
}

/// Whether a DNS proof of this member is live in this tenancy.
pub(crate) fn has_dns<S: Sql>(here: &Here<'_, S>, tenancy: &TenancyId, member: &MemberId) -> Result<bool, Fault> {
    let sql = "SELECT 1 FROM proof WHERE tenancy = ? AND member = ? AND method = 'dns' AND state IN ('confirmed', 'doubtful') \
               AND b >= ? AND counts <= ? LIMIT 1";
    Ok(here.row(sql, args![tenancy.as_str(), member.as_str(), seen_since(here.now), here.now])?.is_some())
}

/// Tells and records what happened since the last time.
pub(crate) fn look_around<S: Sql>(here: &Here<'_, S>) -> Result<(), Fault> {
    remove_those_whose_time_is_over(here)?;
    let company = Company::load(here)?;
    private::sweep(here, &company)?;
    let Some(tenancy) = &company.tenancy else { return Ok(()) };
    welcome(here, tenancy)?;
    tell_standing(here, &company, tenancy)?;
    let began =
        here.row("SELECT began FROM tenancy WHERE id = ?", args![tenancy.as_str()])?.map_or(Ok(here.now), |row| row.time(0))?;
    if here.now.since(began) > JOIN_NOTICE {
        purge_former(here, tenancy)?;
    }
    Ok(())
}

/// Those who act from now on.
fn welcome<S: Sql>(here: &Here<'_, S>, tenancy: &TenancyId) -> Result<(), Fault> {
    let mut fresh = Statement::of(
        "SELECT x.member FROM seat x WHERE x.tenancy = ? AND x.since <= ? AND x.told IS NULL AND NOT ",
        args![tenancy.as_str(), here.now],
    );
    fresh.join(&contested(here.now));
    for row in here.all(&fresh)? {
        let who: MemberId = row.parse(0)?;
        here.run("UPDATE seat SET told = ? WHERE tenancy = ? AND member = ?", args![here.now, tenancy.as_str(), who.as_str()])?;
        here.run("DELETE FROM objection WHERE tenancy = ? AND member = ?", args![tenancy.as_str(), who.as_str()])?;
        audit::record(here, Deed::Joined, &who, tenancy.as_str())?;
        tidings::tell_all(here, tenancy, &News::about(Tiding::Joined, &who), &format!("{who}:{}", here.now.millis()))?;
    }
    Ok(())
}

/// Whether the proof holds, where that is news.
fn tell_standing<S: Sql>(here: &Here<'_, S>, company: &Company, tenancy: &TenancyId) -> Result<(), Fault> {
    let row = here.row("SELECT told FROM tenancy WHERE id = ?", args![tenancy.as_str()])?;
    let told = row.map_or(Ok(String::new()), |row| row.text(0).map(str::to_owned))?;
    let standing = match (company.state, company.proof.map(|proof| proof.state)) {
        (Tenancy::Living { .. }, Some(ProofState::Doubtful { .. })) => "doubtful",
        (Tenancy::Living { .. }, _) => "fresh",
        (Tenancy::Resting { .. } | Tenancy::Ended, _) => "lapsed",
        (Tenancy::None, _) => return Ok(()),
    };
    if told == standing {
        return Ok(());
    }
    here.run("UPDATE tenancy SET told = ? WHERE id = ?", args![standing, tenancy.as_str()])?;
    let deed = if standing == "lapsed" { Deed::Lapsed } else { Deed::StandingChanged };
    audit::record_of(here, deed, CLOCK, tenancy.as_str())?;
    let what = match standing {
        "doubtful" => Tiding::Doubtful,
        "lapsed" => Tiding::Lapsed,
        _ => Tiding::Returned,
    };
    tidings::tell_all(here, tenancy, &News::of(what), &format!("{tenancy}:{}", here.now.millis()))
}

/// Owners whose removal was announced, and whose notice is over.
fn remove_those_whose_time_is_over<S: Sql>(here: &Here<'_, S>) -> Result<(), Fault> {
    for row in here.rows("SELECT tenancy, member, by FROM removal WHERE until <= ?", args![here.now])? {
        let (tenancy, member, by): (TenancyId, MemberId, MemberId) = (row.parse(0)?, row.parse(1)?, row.parse(2)?);
        unseat(here, &tenancy, &member, &by)?;
    }
    Ok(())
}

/// Takes somebody's seat. What they wrote stays and is marked as theirs of then.
pub(crate) fn unseat<S: Sql>(here: &Here<'_, S>, tenancy: &TenancyId, member: &MemberId, by: &MemberId) -> Result<(), Fault> {
    tidings::tell_all(here, tenancy, &News::about(Tiding::Removed, member), &format!("{member}:{}", here.now.millis()))?;
    for table in ["seat", "removal", "objection"] {
        let sql = format!("DELETE FROM {table} WHERE tenancy = ? AND member = ?");
        here.run(&sql, args![tenancy.as_str(), member.as_str()])?;
    }
    introductions::sweep(here)?;
    api_keys::end_with_seat(here, tenancy, member)?;
    audit::record(here, Deed::SeatLost, by, member.as_str())
}

/// What was private of former companies goes: the new one has acted, or its first days are over.
pub(crate) fn purge_former<S: Sql>(here: &Here<'_, S>, now: &TenancyId) -> Result<(), Fault> {
    let former = "SELECT f.id FROM tenancy f, tenancy y WHERE y.id = ? AND f.began < y.began AND f.purged IS NULL";
    for row in here.rows(former, args![now.as_str()])? {
        let id: TenancyId = row.parse(0)?;
        for table in PRIVATE {
            here.run(&format!("DELETE FROM {table} WHERE tenancy = ?"), args![id.as_str()])?;
        }
        introductions::sweep(here)?;
        here.run("UPDATE member SET champion = NULL WHERE champion = ?", args![id.as_str()])?;
        here.run("UPDATE community SET naming_tenancy = NULL WHERE naming_tenancy = ?", args![id.as_str()])?;
        here.run("UPDATE tenancy SET purged = ?, recovery = NULL WHERE id = ?", args![here.now, id.as_str()])?;
        audit::record_of(here, Deed::Purged, CLOCK, id.as_str())?;
    }
    Ok(())
}

/// The tables that hold what is nobody's business but one company's.
pub(crate) const PRIVATE: [&str; 15] = [
    "api_key",
    "arrival",
    "brand_alias",
    "hours",
    "introduction",
    "note",
    "objection",
    "private_note",
    "removal",
    "saved_reply",
    "seat",
    "set_up",
    "sign_on_key",
    "taken",
    "webhook",
];

/// The former company's place that the present one could still join: it has claimed nothing and is young.
pub(crate) fn joinable<S: Sql>(here: &Here<'_, S>, company: &Company) -> Result<Option<(TenancyId, Option<String>)>, Fault> {
    let Some(tenancy) = &company.tenancy else { return Ok(None) };
    let young = here.row(
        "SELECT 1 FROM tenancy y WHERE y.id = ? AND y.began >= ? AND NOT EXISTS (SELECT 1 FROM claim c WHERE c.tenancy = y.id AND c.undone IS NULL)",
        args![tenancy.as_str(), here.now.before(JOIN_NOTICE)],
    )?;
    if young.is_none() {
        return Ok(None);
    }
    let former = here.row(
        "SELECT f.id, f.recovery FROM tenancy f, tenancy y WHERE y.id = ? AND f.began < y.began AND f.purged IS NULL \
         ORDER BY f.began DESC LIMIT 1",
        args![tenancy.as_str()],
    )?;
    former.map(|row| Ok((row.parse(0)?, row.opt_text(1)?.map(str::to_owned)))).transpose()
}
