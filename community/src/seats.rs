//! Seats: who may act for the brand, in which tenancy, from when on. The first who proves the domain begins a tenancy and
//! sits at once; who proves it inside a tenancy of others waits while the sitting are told; who sat comes back at once.

use chie_domain::api::view::SeatView;
use chie_domain::id::{MemberId, TenancyId};
use chie_domain::policy::{Representative, Role};
use chie_domain::tenancy::{JOIN_NOTICE, Tenancy};
use chie_domain::text::DisplayName;
use chie_domain::tiding::Tiding;
use chie_domain::time::Timestamp;

use crate::ask::Caller;
use crate::audit::{self, Deed};
use crate::company::Company;
use crate::here::Here;
use crate::life::contested;
use crate::row::{Statement, args};
use crate::sql::{Fault, Sql};
use crate::tidings::{self, News};

/// The place that a proof gives: in which tenancy it counts, and from when on.
#[derive(Debug, Clone)]
pub(crate) struct Place {
    pub(crate) tenancy: TenancyId,
    pub(crate) counts: Timestamp,
}

/// The authority of a member now: a seat that has begun, in a living tenancy, on its strongest proof.
pub(crate) fn authority<S: Sql>(here: &Here<'_, S>, company: &Company, member: MemberId) -> Result<Option<Representative>, Fault> {
    let (Some(tenancy), Some(proof)) = (company.living(), company.proof) else { return Ok(None) };
    let mut seat = Statement::of(
        "SELECT x.role, x.since FROM seat x WHERE x.tenancy = ? AND x.member = ? AND x.since <= ? AND NOT EXISTS \
         (SELECT 1 FROM removal d WHERE d.tenancy = x.tenancy AND d.member = x.member AND d.until <= ?) AND NOT ",
        args![tenancy.as_str(), member.as_str(), here.now, here.now],
    );
    seat.join(&contested(here.now));
    let Some(row) = here.all(&seat)?.into_iter().next() else { return Ok(None) };
    let (role, since) = (row.code(0, Role::from_code)?, row.time(1)?);
    Ok(if since <= here.now { Representative::on(proof.state, member, role, here.now) } else { None })
}

/// Who can be called: owners and representatives whose seat counts now and who can be written to.
pub(crate) fn on_duty<S: Sql>(here: &Here<'_, S>, company: &Company) -> Result<Vec<MemberId>, Fault> {
    let Some(tenancy) = company.living() else { return Ok(Vec::new()) };
    let seats = here.rows(
        "SELECT s.member FROM seat s JOIN member m ON m.id = s.member WHERE s.tenancy = ? AND s.since <= ? \
         AND s.role IN ('owner', 'representative') AND m.sealed IS NOT NULL",
        args![tenancy.as_str(), here.now],
    )?;
    seats.iter().map(|row| row.parse(0)).collect()
}

/// Under which names others than the caller speak for the brand.
pub(crate) fn names<S: Sql>(here: &Here<'_, S>, company: &Company) -> Result<Vec<DisplayName>, Fault> {
    let Some(tenancy) = company.living() else { return Ok(Vec::new()) };
    let me = if let Caller::Member(me) = here.caller { me.as_str() } else { "" };
    let rows = here.rows(
        "SELECT DISTINCT r.name FROM seat s JOIN reply r ON r.author = s.member AND r.tenancy = s.tenancy \
         WHERE s.tenancy = ? AND s.member <> ? AND r.name IS NOT NULL LIMIT 200",
        args![tenancy.as_str(), me],
    )?;
    rows.iter().map(|row| row.parse(0)).collect()
}

/// A member's seat as they see it: in the tenancy that is, or in one that is about to begin.
pub(crate) fn view<S: Sql>(here: &Here<'_, S>, company: &Company, member: &MemberId) -> Result<Option<SeatView>, Fault> {
    let held = company.held().map(TenancyId::as_str);
    let row = here.row(
        "SELECT s.role, s.since FROM seat s JOIN tenancy y ON y.id = s.tenancy WHERE s.member = ? AND (s.tenancy = ? OR y.began > ?) \
         ORDER BY y.began LIMIT 1",
        args![member.as_str(), held, here.now],
    )?;
    row.map(|row| Ok(SeatView { role: row.code(0, Role::from_code)?, from: row.time(1)? })).transpose()
}

/// Seats somebody whose proof was confirmed just now.
pub(crate) fn seat_prover<S: Sql>(here: &Here<'_, S>, member: &MemberId) -> Result<Place, Fault> {
    let company = Company::load(here)?;
    let after_notice = here.now.after(JOIN_NOTICE);
    let held = match (company.state, company.tenancy.clone()) {
        (Tenancy::Living { .. }, Some(tenancy)) => Some((tenancy, None)),
        (Tenancy::Resting { until }, Some(tenancy)) => Some((tenancy, Some(until))),
        _ => None,
    };
    let Some((tenancy, until)) = held else {
        let tenancy = begin(here, member, here.now)?;
        take_in_those_who_wait(here, &tenancy)?;
        tell_former(here, company.tenancy.as_ref(), member, here.now)?;
        return Ok(Place { tenancy, counts: here.now });
    };
    if let Some((_, since)) = seat_in(here, &tenancy, member)? {
        if since <= here.now && until.is_some() {
            take_in_those_who_wait(here, &tenancy)?;
        }
        return Ok(Place { tenancy, counts: since.max(here.now) });
    }
    if until.is_some_and(|until| until < after_notice) {
        // The resting tenancy will be over before the notice is: what begins then inherits nothing.
        let former = tenancy;
        let tenancy = begin(here, member, after_notice)?;
        tell_former(here, Some(&former), member, after_notice)?;
        return Ok(Place { tenancy, counts: after_notice });
    }
    sit(here, &tenancy, member, after_notice)?;
    let news = News::about(Tiding::WillJoin, member).at(after_notice);
    tidings::tell_all(here, &tenancy, &news, &format!("{member}:{}", here.now.millis()))?;
    Ok(Place { tenancy, counts: after_notice })
}

fn begin<S: Sql>(here: &Here<'_, S>, member: &MemberId, at: Timestamp) -> Result<TenancyId, Fault> {
    let tenancy = TenancyId::mint(at, here.mint.ten());
    here.run("INSERT INTO tenancy (id, began) VALUES (?, ?)", args![tenancy.as_str(), at])?;
    audit::record(here, Deed::TenancyBegan, member, tenancy.as_str())?;
    sit(here, &tenancy, member, at)?;
    Ok(tenancy)
}

fn sit<S: Sql>(here: &Here<'_, S>, tenancy: &TenancyId, member: &MemberId, since: Timestamp) -> Result<(), Fault> {
    here.run(
        "INSERT INTO seat (member, tenancy, role, since, told, taken) VALUES (?, ?, ?, ?, ?, ?)",
        args![member.as_str(), tenancy.as_str(), Role::Owner.code(), since, (since <= here.now).then_some(here.now), since],
    )?;
    audit::record(here, Deed::SeatTaken, member, tenancy.as_str())
}

/// Somebody waits for a tenancy that would have begun after this one's end; it did not end, so they join it instead.
fn take_in_those_who_wait<S: Sql>(here: &Here<'_, S>, tenancy: &TenancyId) -> Result<(), Fault> {
    let later = "(SELECT id FROM tenancy WHERE began > ?)";
    here.run(&format!("UPDATE OR IGNORE seat SET tenancy = ? WHERE tenancy IN {later}"), args![tenancy.as_str(), here.now])?;
    here.run(&format!("UPDATE proof SET tenancy = ? WHERE tenancy IN {later}"), args![tenancy.as_str(), here.now])?;
    here.run(&format!("DELETE FROM seat WHERE tenancy IN {later}"), args![here.now])?;
    here.run("DELETE FROM tenancy WHERE began > ?", args![here.now])
}

/// Those who sat are told that somebody else begins anew.
fn tell_former<S: Sql>(here: &Here<'_, S>, former: Option<&TenancyId>, who: &MemberId, at: Timestamp) -> Result<(), Fault> {
    let Some(former) = former else { return Ok(()) };
    let news = News::about(Tiding::Succeeded, who).at(at);
    tidings::tell(here, &tidings::seated(here, former)?, &news, &format!("{former}:{}", here.now.millis()))
}

/// The seat of a member in a tenancy, whether it has begun or not.
pub(crate) fn seat_in<S: Sql>(
    here: &Here<'_, S>,
    tenancy: &TenancyId,
    member: &MemberId,
) -> Result<Option<(Role, Timestamp)>, Fault> {
    let row =
        here.row("SELECT role, since FROM seat WHERE tenancy = ? AND member = ?", args![tenancy.as_str(), member.as_str()])?;
    row.map(|row| Ok((row.code(0, Role::from_code)?, row.time(1)?))).transpose()
}
