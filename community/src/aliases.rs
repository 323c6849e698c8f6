//! Further domains of the brand, each proven by its own DNS record and looked at every day. One that is proven leads here, is told on
//! the badge's page, and gives whoever reads mail there the employee's mark; it gives nobody any authority.

use chie_domain::api::check_alias::CheckAliasRefusal;
use chie_domain::api::get_aliases::{AliasView, GetAliasesRefusal, Response};
use chie_domain::api::request_proof::{Finding, Look};
use chie_domain::api::set_alias::SetAliasRefusal;
use chie_domain::brand::{BrandDomain, Host};
use chie_domain::id::TenancyId;
use chie_domain::policy::Act;
use chie_domain::proof::{Method, ProofState, RECHECK_EVERY, REQUEST_LIVES, Sighting, placement};
use chie_domain::time::Span;

use crate::ask::{AliasAsk, AliasSought, Outcome, Seen, Trouble};
use crate::audit::{self, Deed};
use crate::command::claim_threads::authorised;
use crate::company::{Company, read_state, stored};
use crate::due::{self, Errand};
use crate::here::{Here, refuse};
use crate::outbox;
use crate::row::{Row, args};
use crate::sql::{Fault, Sql};

/// How many further domains a brand has at most.
const MOST: u32 = 20;
/// How long after one look the next may come.
const BETWEEN: Span = Span::seconds(10);
/// How many looks of one check are kept.
const LOOKS: usize = 8;
const COLUMNS: &str = "domain, token, state, a, b, looks, sought";

struct Alias {
    domain: BrandDomain,
    token: String,
    state: ProofState,
    looks: Vec<Look>,
}

impl Alias {
    fn read(row: &Row) -> Result<Self, Fault> {
        Ok(Self {
            domain: row.parse(0)?,
            token: row.text(1)?.to_owned(),
            state: read_state(row.text(2)?, row.time(3)?, row.opt_time(4)?)?,
            looks: serde_json::from_str(row.text(5)?).map_err(|_| Fault("stored looks do not parse".to_owned()))?,
        })
    }
}

fn all<S: Sql>(here: &Here<'_, S>, tenancy: &TenancyId) -> Result<Vec<Alias>, Fault> {
    let sql = format!("SELECT {COLUMNS} FROM brand_alias WHERE tenancy = ? ORDER BY domain");
    here.rows(&sql, args![tenancy.as_str()])?.iter().map(Alias::read).collect()
}

fn find<S: Sql>(here: &Here<'_, S>, tenancy: &TenancyId, domain: &BrandDomain) -> Result<Option<Alias>, Fault> {
    let sql = format!("SELECT {COLUMNS} FROM brand_alias WHERE tenancy = ? AND domain = ?");
    here.row(&sql, args![tenancy.as_str(), domain.as_str()])?.map(|row| Alias::read(&row)).transpose()
}

/// The domains that are proven now, while the company itself is.
pub(crate) fn proven<S: Sql>(here: &Here<'_, S>, company: &Company) -> Result<Vec<BrandDomain>, Fault> {
    let Some(tenancy) = company.living() else { return Ok(Vec::new()) };
    Ok(all(here, tenancy)?.into_iter().filter(|alias| alias.state.at(here.now).is_valid()).map(|alias| alias.domain).collect())
}

/// What those who act for the brand see of them.
pub(crate) fn see<S: Sql>(here: &Here<'_, S>, company: &Company) -> Result<Outcome, Trouble> {
    authorised(here, company, &Act::SeeDesk)?.ok_or_else(|| refuse(GetAliasesRefusal::NotAllowed))?;
    Ok(Outcome::Aliases(view(here, company)?))
}

fn view<S: Sql>(here: &Here<'_, S>, company: &Company) -> Result<Response, Fault> {
    let Some(tenancy) = company.living() else { return Ok(Response { aliases: Vec::new() }) };
    let view = |alias: Alias| {
        let host = Host::parse(alias.domain.as_str()).map_err(|_| Fault("an alias is no host".to_owned()))?;
        let placement = placement(Method::Dns, &alias.domain, &host, &alias.token);
        Ok(AliasView { state: alias.state.at(here.now), domain: alias.domain, placement, looks: alias.looks })
    };
    Ok(Response { aliases: all(here, tenancy)?.into_iter().map(view).collect::<Result<_, Fault>>()? })
}

/// Names one, takes it back, or has it looked at.
pub(crate) fn run<S: Sql>(here: &Here<'_, S>, ask: &AliasAsk) -> Result<Outcome, Trouble> {
    here.whole(|here| {
        let company = Company::load(here)?;
        let owner = authorised(here, &company, &Act::ManagePeople)?;
        match ask {
            AliasAsk::Set(domain, on) => {
                let (_, me, tenancy) = owner.ok_or_else(|| refuse(SetAliasRefusal::NotAllowed))?;
                set(here, &tenancy, domain, *on)?;
                let deed = if *on { Deed::AliasNamed } else { Deed::AliasTakenBack };
                audit::record(here, deed, &me, domain.as_str())?;
            }
            AliasAsk::Evidence(domain) => {
                let (_, _, tenancy) = owner.ok_or_else(|| refuse(CheckAliasRefusal::NotAllowed))?;
                return evidence(here, &tenancy, domain);
            }
            AliasAsk::Looked(domain, looks) => {
                let (_, me, tenancy) = owner.ok_or_else(|| refuse(CheckAliasRefusal::NotAllowed))?;
                let alias = find(here, &tenancy, domain)?.ok_or_else(|| refuse(CheckAliasRefusal::NotFound))?;
                let kept: Vec<&Look> = looks.iter().take(LOOKS).collect();
                let kept = serde_json::to_string(&kept).map_err(|_| Fault("looks could not be written down".to_owned()))?;
                let sql = "UPDATE brand_alias SET looks = ? WHERE tenancy = ? AND domain = ?";
                here.run(sql, args![kept, tenancy.as_str(), domain.as_str()])?;
                let seen = looks.len() > 1 && looks.iter().all(|look| look.finding == Finding::Found);
                let was = alias.state.at(here.now).is_valid();
                let state = next(alias.state, seen, here.now);
                keep(here, &tenancy, domain, state)?;
                if !was && state.is_valid() {
                    audit::record(here, Deed::AliasProven, &me, domain.as_str())?;
                }
            }
            AliasAsk::Rechecked(domain, seen) => {
                let Some(tenancy) = company.living() else { return Ok(Outcome::Done) };
                if let Some(alias) = find(here, tenancy, domain)? {
                    keep(here, tenancy, domain, next(alias.state, *seen == Seen::Yes, here.now))?;
                }
                return Ok(Outcome::Done);
            }
        }
        outbox::tell_directory(here)?;
        Ok(Outcome::Aliases(view(here, &Company::load(here)?)?))
    })
}

/// What a look makes of it: a lapsed one is proven anew by the same record.
fn next(state: ProofState, seen: bool, now: chie_domain::time::Timestamp) -> ProofState {
    let sighting = if seen { Sighting::Seen } else { Sighting::Missed };
    match (state.at(now), seen) {
        (ProofState::Lapsed { .. }, true) => ProofState::Confirmed { since: now, seen: now },
        (before, _) => before.confirm(sighting, now).unwrap_or(before),
    }
}

fn set<S: Sql>(here: &Here<'_, S>, tenancy: &TenancyId, domain: &BrandDomain, on: bool) -> Result<(), Trouble> {
    if domain == here.brand {
        return Err(refuse(SetAliasRefusal::OwnDomain));
    }
    if !on {
        here.run("DELETE FROM brand_alias WHERE tenancy = ? AND domain = ?", args![tenancy.as_str(), domain.as_str()])?;
        due::done(here, &Errand::Alias(domain.clone()))?;
        return Ok(());
    }
    if let Some(alias) = find(here, tenancy, domain)? {
        let over = matches!(alias.state, ProofState::Requested { at } if here.now.since(at) > REQUEST_LIVES);
        if !over {
            return Ok(());
        }
        here.run("DELETE FROM brand_alias WHERE tenancy = ? AND domain = ?", args![tenancy.as_str(), domain.as_str()])?;
    }
    let count = here.row("SELECT count(*) FROM brand_alias WHERE tenancy = ?", args![tenancy.as_str()])?;
    if count.map_or(Ok(0), |row| row.count(0))? >= MOST {
        return Err(refuse(SetAliasRefusal::TooMany));
    }
    let (state, a, b) = stored(ProofState::Requested { at: here.now });
    here.run(
        "INSERT INTO brand_alias (tenancy, domain, token, state, a, b) VALUES (?, ?, ?, ?, ?, ?)",
        args![tenancy.as_str(), domain.as_str(), here.mint.token(), state, a, b],
    )?;
    Ok(())
}

fn evidence<S: Sql>(here: &Here<'_, S>, tenancy: &TenancyId, domain: &BrandDomain) -> Result<Outcome, Trouble> {
    let alias = find(here, tenancy, domain)?.ok_or_else(|| refuse(CheckAliasRefusal::NotFound))?;
    let row =
        here.row("SELECT sought FROM brand_alias WHERE tenancy = ? AND domain = ?", args![tenancy.as_str(), domain.as_str()])?;
    let sought = row.map_or(Ok(None), |row| row.opt_time(0))?;
    if sought.is_some_and(|sought| here.now.since(sought) < BETWEEN) {
        return Err(refuse(CheckAliasRefusal::TooMany));
    }
    let sql = "UPDATE brand_alias SET sought = ? WHERE tenancy = ? AND domain = ?";
    here.run(sql, args![here.now, tenancy.as_str(), domain.as_str()])?;
    Ok(Outcome::AliasEvidence(AliasSought { domain: alias.domain, token: alias.token }))
}

/// Stores the state, and plans the next look while there is anything to look at.
fn keep<S: Sql>(here: &Here<'_, S>, tenancy: &TenancyId, domain: &BrandDomain, state: ProofState) -> Result<(), Fault> {
    let (code, a, b) = stored(state);
    let sql = "UPDATE brand_alias SET state = ?, a = ?, b = ? WHERE tenancy = ? AND domain = ?";
    here.run(sql, args![code, a, b, tenancy.as_str(), domain.as_str()])?;
    let errand = Errand::Alias(domain.clone());
    if state.is_valid() { due::plan(here, &errand, here.now.after(RECHECK_EVERY)) } else { due::done(here, &errand) }
}

/// What to look at again.
pub(crate) fn due_look<S: Sql>(here: &Here<'_, S>, domain: &BrandDomain) -> Result<Option<AliasSought>, Fault> {
    let company = Company::load(here)?;
    let Some(tenancy) = company.living() else { return Ok(None) };
    Ok(find(here, tenancy, domain)?.map(|alias| AliasSought { domain: alias.domain, token: alias.token }))
}
