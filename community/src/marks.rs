//! Marks beside customers' names: employees by the address that they showed, champions by an owner's word. They are looked up
//! when a thread is shown, and count only for whoever speaks for themselves.

use std::collections::BTreeMap;

use chie_domain::api::get_people::MarkedPerson;
use chie_domain::api::set_champion::SetChampionRefusal;
use chie_domain::api::view::{Author, ThreadView, Voice};
use chie_domain::brand::{BrandDomain, Host};
use chie_domain::id::{MemberId, TenancyId};
use chie_domain::mark::{Mark, says_employer};

use crate::aliases;
use crate::ask::Trouble;
use crate::audit::{self, Deed};
use crate::company::Company;
use crate::handles;
use crate::here::{Here, refuse};
use crate::row::{Row, args};
use crate::sql::{Fault, Sql, Value};

/// How many customers one brand trusts at most.
const CHAMPIONS: u32 = 100;
/// How many marked people are shown.
const SHOWN: u32 = 500;

/// Of these domains of a brand's the one at which somebody reads mail, if it says for whom they work.
fn employer(domains: &[BrandDomain], host: &str) -> Option<BrandDomain> {
    let host = Host::parse(host).ok()?;
    domains.iter().find(|domain| host.is_inside(domain) && says_employer(domain)).cloned()
}

/// Marks somebody who has shown an address at the brand's domain; another address takes the mark away.
pub(crate) fn mark_employee<S: Sql>(here: &Here<'_, S>, member: &MemberId, host: Option<&str>) -> Result<(), Fault> {
    let mut domains = aliases::proven(here, &Company::load(here)?)?;
    domains.insert(0, here.brand.clone());
    let at = host.and_then(|host| employer(&domains, host));
    here.run("UPDATE member SET employee = ? WHERE id = ?", args![at.as_ref().map(BrandDomain::as_str), member.as_str()])
}

/// The part of a shortened address that says where mail is read.
pub(crate) fn host_of(address: &str) -> Option<&str> {
    address.rsplit_once('@').map(|(_, host)| host)
}

/// Names a champion, or takes it back.
pub(crate) fn set_champion<S: Sql>(
    here: &Here<'_, S>,
    (me, tenancy): (&MemberId, &TenancyId),
    member: &MemberId,
    on: bool,
) -> Result<(), Trouble> {
    let row = here.row(
        "SELECT account, champion, EXISTS (SELECT 1 FROM seat s WHERE s.tenancy = ? AND s.member = m.id) FROM member m \
         WHERE id = ? AND merged_into IS NULL AND erased IS NULL",
        args![tenancy.as_str(), member.as_str()],
    )?;
    let row = row.ok_or_else(|| refuse(SetChampionRefusal::NotFound))?;
    let is = row.opt_text(1)? == Some(tenancy.as_str());
    if is == on {
        return Ok(());
    }
    if on {
        if row.opt_text(0)?.is_none() {
            return Err(refuse(SetChampionRefusal::Guest));
        }
        if row.whole(2)? == 1 {
            return Err(refuse(SetChampionRefusal::Seated));
        }
        let count = here.row("SELECT count(*) FROM member WHERE champion = ?", args![tenancy.as_str()])?;
        if count.map_or(Ok(0), |row| row.count(0))? >= CHAMPIONS {
            return Err(refuse(SetChampionRefusal::TooMany));
        }
    }
    let of = on.then_some(tenancy.as_str());
    here.run("UPDATE member SET champion = ? WHERE id = ?", args![of, member.as_str()])?;
    let deed = if on { Deed::ChampionNamed } else { Deed::ChampionTakenBack };
    audit::record(here, deed, me, member.as_str())?;
    Ok(())
}

fn mark(here: &Here<'_, impl Sql>, company: &Company, employee: Option<BrandDomain>, champion: Option<&str>) -> Option<Mark> {
    let trusted = champion.is_some_and(|of| company.living().is_some_and(|living| living.as_str() == of));
    employee.map(Mark::Employee).or_else(|| trusted.then(|| Mark::Champion(here.brand.clone())))
}

/// Everybody with a mark.
pub(crate) fn all<S: Sql>(here: &Here<'_, S>, company: &Company) -> Result<Vec<MarkedPerson>, Fault> {
    let rows = here.rows(
        "SELECT id, name, employee, champion FROM member WHERE (employee IS NOT NULL OR champion IS NOT NULL) \
         AND erased IS NULL AND merged_into IS NULL ORDER BY champion IS NULL, name, id LIMIT ?",
        args![SHOWN],
    )?;
    let read = |row: &Row| -> Result<Option<MarkedPerson>, Fault> {
        let member: MemberId = row.parse(0)?;
        let name = handles::called(row.opt_text(1)?, &member, None);
        let mark = mark(here, company, row.opt_parse(2)?, row.opt_text(3)?);
        Ok(mark.map(|mark| MarkedPerson { member, name, mark }))
    };
    rows.iter().filter_map(|row| read(row).transpose()).collect()
}

/// Writes the marks beside the names of a thread.
pub(crate) fn show<S: Sql>(here: &Here<'_, S>, company: &Company, view: &mut ThreadView) -> Result<(), Fault> {
    let mut authors: Vec<&mut Author> = vec![&mut view.author];
    authors.extend(view.answers.iter_mut().map(|answer| &mut answer.author));
    for reply in &mut view.replies {
        authors.push(&mut reply.author);
        authors.extend(reply.comments.iter_mut().map(|comment| &mut comment.author));
    }
    authors.retain(|author| author.voice == Voice::Member);
    let mut members: Vec<&str> = authors.iter().map(|author| author.member.as_str()).collect();
    members.sort_unstable();
    members.dedup();
    let mut found: BTreeMap<MemberId, Mark> = BTreeMap::new();
    for some in members.chunks(60) {
        let marks = vec!["?"; some.len()].join(", ");
        let values: Vec<Value> = some.iter().map(|id| Value::from(*id)).collect();
        let sql = format!(
            "SELECT id, employee, champion FROM member WHERE id IN ({marks}) AND (employee IS NOT NULL OR champion IS NOT NULL)"
        );
        for row in here.rows(&sql, &values)? {
            if let Some(mark) = mark(here, company, row.opt_parse(1)?, row.opt_text(2)?) {
                found.insert(row.parse(0)?, mark);
            }
        }
    }
    for author in authors {
        author.mark = found.get(&author.member).cloned();
    }
    Ok(())
}
