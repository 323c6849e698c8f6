//! A representative makes threads official: one, a product's or all. One row, whatever it covers; an equal live claim is
//! given back instead of a second one.

use chie_domain::api::claim_threads::{ClaimThreadsRefusal, Request};
use chie_domain::claim::{Claim, Reach};
use chie_domain::id::{ClaimId, MemberId, TenancyId, ThreadId};
use chie_domain::policy::{Act, Representative, Role, Viewer, can_act};
use chie_domain::text::ProductKey;

use crate::ask::{Outcome, Trouble};
use crate::audit::{self, Deed};
use crate::command::open_community::open_now;
use crate::company::{Company, read_claim};
use crate::here::{Here, refuse};
use crate::idempotency::{Kept, once};
use crate::query::thread;
use crate::row::args;
use crate::sql::{Fault, Sql};
use crate::{life, outbox, people, recovery, steward};

/// Claims.
pub(crate) fn run<S: Sql>(here: &Here<'_, S>, request: &Request) -> Result<Outcome, Trouble> {
    if request.thread.is_some() && request.product.is_some() {
        return Err(refuse(ClaimThreadsRefusal::OneScope));
    }
    here.whole(|here| {
        let mut code = None;
        let kept = once(here, || claim(here, request, &mut code))?;
        let id = ClaimId::parse(&kept.object).map_err(|_| Fault("a key was kept for another kind of write".to_owned()))?;
        let claim = find(here, &id)?.ok_or_else(|| Fault("a claim is gone".to_owned()))?;
        Ok(Outcome::Claimed(claim.0, code))
    })
}

/// A claim with the tenancy it belongs to.
pub(crate) fn find<S: Sql>(here: &Here<'_, S>, id: &ClaimId) -> Result<Option<(Claim, TenancyId)>, Fault> {
    let sql = "SELECT id, scope, product, thread, reach, since, released, tenancy FROM claim WHERE id = ?";
    here.row(sql, args![id.as_str()])?.map(|row| Ok((read_claim(&row)?, row.parse(7)?))).transpose()
}

/// The caller's authority for an act, with the tenancy it comes from.
pub(crate) fn authorised<S: Sql>(
    here: &Here<'_, S>,
    company: &Company,
    act: &Act<'_>,
) -> Result<Option<(Viewer, MemberId, TenancyId)>, Fault> {
    let acting: Option<Representative> = people::acting(here, company)?;
    let Some((acting, tenancy)) = acting.zip(company.living()) else { return Ok(None) };
    let member = acting.member().clone();
    let viewer = Viewer::Representative(acting);
    if !can_act(&viewer, act) {
        return Ok(None);
    }
    if act.writes() {
        let taken = "UPDATE seat SET taken = ? WHERE tenancy = ? AND member = ? AND taken IS NULL";
        here.run(taken, args![here.now, tenancy.as_str(), member.as_str()])?;
    }
    Ok(Some((viewer, member, tenancy.clone())))
}

fn claim<S: Sql>(here: &Here<'_, S>, request: &Request, code: &mut Option<String>) -> Result<Kept, Trouble> {
    let company = Company::load(here)?;
    let authorised = authorised(here, &company, &Act::Claim)?;
    let (viewer, member, tenancy) = authorised.ok_or_else(|| refuse(ClaimThreadsRefusal::NotAllowed))?;
    let scope = match (&request.thread, &request.product) {
        (Some(thread), _) => {
            thread::open_to(here, &viewer, thread)?.ok_or_else(|| refuse(ClaimThreadsRefusal::UnknownThread))?;
            "thread"
        }
        (None, Some(product)) => {
            let known = "UPDATE product SET standing = 'made' WHERE key = ? RETURNING key";
            if here.row(known, args![product.as_str()])?.is_none() {
                return Err(refuse(ClaimThreadsRefusal::UnknownProduct));
            }
            "product"
        }
        (None, None) => "community",
    };
    let reach = match request.reach {
        Reach::All => "all",
        Reach::FromNowOn => "from_now_on",
    };
    let product = request.product.as_ref().map(ProductKey::as_str);
    let thread = request.thread.as_ref().map(ThreadId::as_str);
    let equal = here.row(
        "SELECT id FROM claim WHERE tenancy = ? AND scope = ? AND coalesce(product, thread, '') = ? AND reach = ? \
         AND released IS NULL",
        args![tenancy.as_str(), scope, product.or(thread).unwrap_or_default(), reach],
    )?;
    if let Some(row) = equal {
        return Ok(Kept { object: row.text(0)?.to_owned(), guest: None });
    }
    let id = ClaimId::mint(here.now, here.mint.ten());
    here.run(
        "INSERT INTO claim (id, tenancy, scope, product, thread, reach, since, by) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        args![id.as_str(), tenancy.as_str(), scope, product, thread, reach, here.now, member.as_str()],
    )?;
    open_now(here)?;
    audit::record(here, Deed::Claimed, &member, id.as_str())?;
    life::purge_former(here, &tenancy)?;
    *code = first_code(here, &viewer, &member, &tenancy)?;
    steward::settle_all(here, &Company::load(here)?)?;
    outbox::tell_directory(here)?;
    Ok(Kept { object: id.into(), guest: None })
}

/// The recovery code: made when the first thing is claimed, for an owner's eyes.
fn first_code<S: Sql>(
    here: &Here<'_, S>,
    viewer: &Viewer,
    member: &MemberId,
    tenancy: &TenancyId,
) -> Result<Option<String>, Fault> {
    let none = here.row("SELECT 1 FROM tenancy WHERE id = ? AND recovery IS NULL", args![tenancy.as_str()])?.is_some();
    let owner = matches!(viewer, Viewer::Representative(it) if it.role() == Role::Owner);
    if none && owner { recovery::make(here, tenancy, member).map(Some) } else { Ok(None) }
}
