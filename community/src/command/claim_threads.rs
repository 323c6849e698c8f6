//! A representative makes threads official: one, a product's or all. One row, whatever it covers; an equal live claim is
//! given back instead of a second one.

use chie_domain::api::claim_threads::{ClaimThreadsRefusal, Request};
use chie_domain::claim::{Claim, Reach, ThreadIds};
use chie_domain::id::{ClaimId, MemberId, TenancyId, ThreadId};
use chie_domain::markup::{Markup, parse};
use chie_domain::policy::{Act, Representative, Role, Viewer, can_act};
use chie_domain::text::{Body, DisplayName, ProductKey};

use crate::ask::{Outcome, Trouble};
use crate::audit::{self, Deed};
use crate::command::open_community::open_now;
use crate::company::{Company, read_claim};
use crate::here::{Here, refuse};
use crate::idempotency::{Kept, once};
use crate::query::thread;
use crate::row::args;
use crate::sql::{Fault, Sql};
use crate::{claiming, outbox, people, recovery, steward};

/// Claims.
pub(crate) fn run<S: Sql>(here: &Here<'_, S>, request: &Request) -> Result<Outcome, Trouble> {
    let named = [request.thread.is_some(), request.threads.is_some(), request.product.is_some()];
    if named.into_iter().filter(|named| *named).count() > 1 {
        return Err(refuse(ClaimThreadsRefusal::OneScope));
    }
    let hello = match (&request.hello, &request.name) {
        (Some(source), Some(name)) => {
            let body = parse::parse(source).map_err(|_| refuse(ClaimThreadsRefusal::HelloTooLong))?;
            Some((source, body, name))
        }
        (Some(_), None) => return Err(refuse(ClaimThreadsRefusal::NameNeeded)),
        (None, _) => None,
    };
    here.whole(|here| {
        let mut code = None;
        let kept = once(here, || claim(here, request, hello.as_ref(), &mut code))?;
        let id = ClaimId::parse(&kept.object).map_err(|_| Fault("a key was kept for another kind of write".to_owned()))?;
        let claim = find(here, &id)?.ok_or_else(|| Fault("a claim is gone".to_owned()))?;
        let act = here.row("SELECT act FROM claim WHERE id = ?", args![id.as_str()])?.map_or(Ok(None), |row| row.opt_parse(0))?;
        Ok(Outcome::Claimed(claim.0, code, act))
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

/// Who acts here, and for which company, if they may do that.
pub(crate) fn who_may<S: Sql>(here: &Here<'_, S>, act: &Act<'_>) -> Result<Option<(MemberId, TenancyId)>, Fault> {
    let company = Company::load(here)?;
    Ok(authorised(here, &company, act)?.map(|(_, member, tenancy)| (member, tenancy)))
}

/// What goes with a claim: as it was typed, its tree, and whose name stands under it.
type Hello<'a> = (&'a Body, Markup, &'a DisplayName);

fn claim<S: Sql>(
    here: &Here<'_, S>,
    request: &Request,
    hello: Option<&Hello<'_>>,
    code: &mut Option<String>,
) -> Result<Kept, Trouble> {
    let company = Company::load(here)?;
    let authorised = authorised(here, &company, &Act::Claim)?;
    let (viewer, member, tenancy) = authorised.ok_or_else(|| refuse(ClaimThreadsRefusal::NotAllowed))?;
    let threads: Vec<&ThreadId> = request.thread.iter().chain(request.threads.iter().flat_map(ThreadIds::iter)).collect();
    for thread in &threads {
        thread::open_to(here, &viewer, thread)?.ok_or_else(|| refuse(ClaimThreadsRefusal::UnknownThread))?;
    }
    if let Some(product) = &request.product {
        let known = "UPDATE product SET standing = 'made' WHERE key = ? RETURNING key";
        if here.row(known, args![product.as_str()])?.is_none() {
            return Err(refuse(ClaimThreadsRefusal::UnknownProduct));
        }
    }
    let reach = match request.reach {
        Reach::All => "all",
        Reach::FromNowOn => "from_now_on",
    };
    let scope = match (threads.is_empty(), &request.product) {
        (false, _) => "thread",
        (true, Some(_)) => "product",
        (true, None) => "community",
    };
    let product = request.product.as_ref().map(ProductKey::as_str);
    let things: Vec<Option<&str>> =
        if threads.is_empty() { vec![None] } else { threads.iter().map(|id| Some(id.as_str())).collect() };
    let (mut first, mut act) = (None, None);
    for thread in things {
        let equal = here.row(
            "SELECT id FROM claim WHERE tenancy = ? AND scope = ? AND coalesce(product, thread, '') = ? AND reach = ? \
             AND released IS NULL",
            args![tenancy.as_str(), scope, product.or(thread).unwrap_or_default(), reach],
        )?;
        if let Some(row) = equal {
            first = first.or(Some(row.text(0)?.to_owned()));
            continue;
        }
        let of = match &act {
            Some(act) => act,
            None => act.insert(claiming::begin(here, &tenancy, &member)?),
        };
        let id = ClaimId::mint(here.now, here.mint.ten());
        here.run(
            "INSERT INTO claim (id, tenancy, scope, product, thread, reach, since, by, act) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            args![id.as_str(), tenancy.as_str(), scope, product, thread, reach, here.now, member.as_str(), of.as_str()],
        )?;
        audit::record(here, Deed::Claimed, &member, id.as_str())?;
        // The newest one stands for the act.
        if first.is_none() || act.is_some() {
            first = Some(id.into());
        }
    }
    if let Some(act) = &act {
        open_now(here)?;
        *code = first_code(here, &viewer, &member, &tenancy)?;
        if let Some((source, body, name)) = hello {
            greet(here, act, (&tenancy, &member), request, &(source, body.clone(), name))?;
        }
        steward::settle_all(here, &Company::load(here)?)?;
        outbox::tell_directory(here)?;
    }
    let object = first.ok_or_else(|| Fault("nothing was claimed".to_owned()))?;
    Ok(Kept { object, guest: None })
}

/// Posts the hello where most people are: in the claimed product, else in the one with most threads.
fn greet<S: Sql>(
    here: &Here<'_, S>,
    act: &chie_domain::id::ActId,
    (tenancy, member): (&TenancyId, &MemberId),
    request: &Request,
    (source, body, name): &Hello<'_>,
) -> Result<(), Fault> {
    let largest = here
        .row("SELECT key FROM product WHERE merged_into IS NULL ORDER BY retired IS NOT NULL, threads DESC, key LIMIT 1", &[])?
        .map(|row| row.parse(0))
        .transpose()?;
    let Some(product) = request.product.clone().or(largest) else { return Ok(()) };
    // The first line is its title; who reads only titles knows what it is.
    let title: String =
        source.as_str().lines().next().unwrap_or_default().trim_start_matches(['#', ' ']).chars().take(120).collect();
    claiming::say_hello(here, act, tenancy, member, &claiming::Hello { product: &product, title: &title, source, body, name })
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
