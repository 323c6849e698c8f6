//! A representative arranges the brand's products: names, other names, retiring and merging. No thread is lost by it and no address: the
//! key of a product never changes, and one that was merged away leads on.

use chie_domain::api::get_history::What;
use chie_domain::api::merge_product::MergeProductRefusal;
use chie_domain::api::set_product::{Request, SetProductRefusal};
use chie_domain::claim::Stewardship;
use chie_domain::id::{ClaimId, MemberId};
use chie_domain::policy::Act;
use chie_domain::set_up::Aliases;
use chie_domain::text::{ProductKey, ProductName};

use crate::ask::{Outcome, Trouble};
use crate::audit::{self, Deed};
use crate::command::claim_threads::authorised;
use crate::company::Company;
use crate::here::{Here, refuse};
use crate::query::product;
use crate::row::{Statement, args};
use crate::sql::{Fault, Sql, Value};
use crate::{credit, outbox, past, products, steward};

struct Stored {
    name: String,
    confirmed: bool,
    retired: bool,
}

/// A product that was not merged away.
fn stored<S: Sql>(here: &Here<'_, S>, key: &ProductKey) -> Result<Option<Stored>, Fault> {
    let sql = "SELECT name, standing, retired FROM product WHERE key = ? AND merged_into IS NULL";
    let read = |row: crate::row::Row| {
        Ok(Stored { name: row.text(0)?.to_owned(), confirmed: row.text(1)? == "made", retired: row.opt_time(2)?.is_some() })
    };
    here.row(sql, args![key.as_str()])?.map(read).transpose()
}

/// Takes what a representative says of a product.
pub(crate) fn set<S: Sql>(here: &Here<'_, S>, key: &ProductKey, request: &Request) -> Result<Outcome, Trouble> {
    here.whole(|here| {
        let company = Company::load(here)?;
        let authorised = authorised(here, &company, &Act::SetUp)?;
        let (_, me, _) = authorised.ok_or_else(|| refuse(SetProductRefusal::NotAllowed))?;
        let was = stored(here, key)?.ok_or_else(|| refuse(SetProductRefusal::UnknownProduct))?;
        let aliases = called(request, &was.name);
        if let Some(taken) = taken(here, key, &aliases)? {
            return Err(refuse(SetProductRefusal::NameTaken(taken)));
        }
        here.run(
            "UPDATE product SET name = ?, standing = 'made', retired = CASE WHEN ? = 0 THEN NULL ELSE coalesce(retired, ?) END WHERE key = ?",
            args![request.name.as_str(), u32::from(request.retired), here.now, key.as_str()],
        )?;
        rename(here, key, &aliases)?;
        tell(here, &me, key, &was, request)?;
        outbox::tell_directory(here)?;
        Ok(Outcome::Products(product::lines(here, &company)?))
    })
}

/// The other names from now on: the former name is one of them, because people go on using it.
fn called(request: &Request, former: &str) -> Vec<String> {
    let mut names: Vec<String> = request.aliases.names().iter().map(|name| name.as_str().to_owned()).collect();
    if former != request.name.as_str() && names.len() < Aliases::MOST && ProductName::parse(former).is_ok() {
        names.push(former.to_owned());
    }
    names.retain(|name| name != request.name.as_str());
    let mut once: Vec<String> = Vec::new();
    for name in names {
        if !once.contains(&name) {
            once.push(name);
        }
    }
    once
}

/// A name by which a tag would find another product.
fn taken<S: Sql>(here: &Here<'_, S>, key: &ProductKey, names: &[String]) -> Result<Option<String>, Fault> {
    for name in names {
        let Some(alias) = products::key_of(name).filter(|alias| alias != key) else { continue };
        let sql = "SELECT 1 FROM product WHERE key = ? AND merged_into IS NULL \
                   UNION ALL SELECT 1 FROM product WHERE key = ? AND merged_into <> ? \
                   UNION ALL SELECT 1 FROM product_alias WHERE leads = ? AND product <> ?";
        let (alias, key) = (alias.as_str(), key.as_str());
        if here.row(sql, args![alias, alias, key, alias, key])?.is_some() {
            return Ok(Some(name.clone()));
        }
    }
    Ok(None)
}

fn rename<S: Sql>(here: &Here<'_, S>, key: &ProductKey, aliases: &[String]) -> Result<(), Fault> {
    here.run("DELETE FROM product_alias WHERE product = ?", args![key.as_str()])?;
    for (name, place) in aliases.iter().zip(1_u32..) {
        let sql = "INSERT INTO product_alias (product, place, name) VALUES (?, ?, ?)";
        here.run(sql, args![key.as_str(), place, name.as_str()])?;
    }
    products::name(here, key)
}

/// Tells everybody what is different, each thing once.
fn tell<S: Sql>(here: &Here<'_, S>, me: &MemberId, key: &ProductKey, was: &Stored, now: &Request) -> Result<(), Fault> {
    let name = now.name.as_str().to_owned();
    let lines = [
        (!was.confirmed).then(|| (Deed::ProductConfirmed, What::Confirmed(name.clone()))),
        (was.name != name).then(|| (Deed::ProductRenamed, What::Renamed(was.name.clone(), name.clone()))),
        (!was.retired && now.retired).then(|| (Deed::ProductRetired, What::Retired(name.clone()))),
        (was.retired && !now.retired).then(|| (Deed::ProductReopened, What::Reopened(name.clone()))),
    ];
    for (deed, what) in lines.into_iter().flatten() {
        audit::record(here, deed, me, key.as_str())?;
        past::note(here, &what)?;
    }
    Ok(())
}

/// Merges a product into another one.
pub(crate) fn merge<S: Sql>(here: &Here<'_, S>, from: &ProductKey, into: &ProductKey) -> Result<Outcome, Trouble> {
    here.whole(|here| {
        let company = Company::load(here)?;
        let authorised = authorised(here, &company, &Act::SetUp)?;
        let (_, me, _) = authorised.ok_or_else(|| refuse(MergeProductRefusal::NotAllowed))?;
        let gone = stored(here, from)?.ok_or_else(|| refuse(MergeProductRefusal::UnknownProduct))?;
        let stays = stored(here, into)?.ok_or_else(|| refuse(MergeProductRefusal::UnknownProduct))?;
        if from == into {
            return Err(refuse(MergeProductRefusal::SameProduct));
        }
        let official = |key| company.steward_of_new(Some(key)) != Stewardship::FanMade;
        if official(from) != official(into) {
            return Err(refuse(MergeProductRefusal::ClaimsDiffer));
        }
        let threads = here.rows("SELECT n FROM thread WHERE product = ?", args![from.as_str()])?;
        let threads = threads.iter().map(|row| row.whole(0)).collect::<Result<Vec<_>, _>>()?;
        let before = official_of(here, &company, &threads)?;
        keep_claims(here, from, &me)?;
        here.run("UPDATE thread SET product = ? WHERE product = ?", args![into.as_str(), from.as_str()])?;
        let company = Company::load(here)?;
        if official_of(here, &company, &threads)? != before {
            return Err(refuse(MergeProductRefusal::ClaimsDiffer));
        }
        take_along(here, from, into)?;
        take_names_along(here, from, into, &gone.name)?;
        audit::record(here, Deed::ProductMerged, &me, from.as_str())?;
        past::note(here, &What::Merged(gone.name, stays.name))?;
        outbox::tell_directory(here)?;
        Ok(Outcome::Products(product::lines(here, &company)?))
    })
}

/// Which of these threads are official.
fn official_of<S: Sql>(here: &Here<'_, S>, company: &Company, threads: &[u64]) -> Result<Vec<u64>, Fault> {
    let mut official = Vec::new();
    for some in threads.chunks(60) {
        let marks = vec!["?"; some.len()].join(", ");
        let some: Vec<Value> = some.iter().map(|n| Value::from(*n)).collect();
        let mut statement = Statement::of(&format!("SELECT t.n FROM thread t WHERE t.n IN ({marks}) AND "), &some);
        statement.join(&steward::is_official(company));
        statement.add(" ORDER BY t.n", &[]);
        for row in here.all(&statement)? {
            official.push(row.whole(0)?);
        }
    }
    Ok(official)
}

/// What the product's own claims made official stays so, since when it was: each thread gets a claim of its own.
fn keep_claims<S: Sql>(here: &Here<'_, S>, from: &ProductKey, me: &MemberId) -> Result<(), Fault> {
    let live = "SELECT c.n, t.id FROM claim c JOIN thread t ON t.product = c.product AND (c.reach = 'all' OR t.at >= c.since) \
                WHERE c.product = ? AND c.released IS NULL";
    for row in here.rows(live, args![from.as_str()])? {
        let id = ClaimId::mint(here.now, here.mint.ten());
        here.run(
            "INSERT OR IGNORE INTO claim (id, tenancy, scope, thread, reach, since, by, act) \
             SELECT ?, tenancy, 'thread', ?, 'all', since, by, act FROM claim WHERE n = ?",
            args![id.as_str(), row.text(1)?, row.whole(0)?],
        )?;
    }
    here.run(
        "UPDATE claim SET released = ?, released_by = ? WHERE product = ? AND released IS NULL",
        args![here.now, me.as_str(), from.as_str()],
    )
}

/// Counts, levels and whoever helps go along.
fn take_along<S: Sql>(here: &Here<'_, S>, from: &ProductKey, into: &ProductKey) -> Result<(), Fault> {
    let (old, new) = (from.as_str(), into.as_str());
    let helpers = here.rows("SELECT member FROM credit WHERE product = ?", args![old])?;
    here.run("DELETE FROM credit WHERE product = ?", args![old])?;
    helpers.iter().try_for_each(|row| credit::recount(here, &row.parse(0)?, into))?;
    here.run("UPDATE OR IGNORE helper SET product = ? WHERE product = ?", args![new, old])?;
    here.run("DELETE FROM helper WHERE product = ?", args![old])?;
    for key in [old, new] {
        here.run(
            "UPDATE product SET threads = (SELECT count(*) FROM thread t WHERE t.product = product.key AND t.visibility = 'public'), \
             waiting = (SELECT coalesce(sum(t.waits), 0) FROM thread t WHERE t.product = product.key AND t.visibility = 'public') WHERE key = ?",
            args![key],
        )?;
    }
    Ok(())
}

/// Names and addresses lead to the product that stays.
fn take_names_along<S: Sql>(here: &Here<'_, S>, from: &ProductKey, into: &ProductKey, name: &str) -> Result<(), Fault> {
    let (old, new) = (from.as_str(), into.as_str());
    let names = "SELECT name FROM product_alias WHERE product = ? ORDER BY place";
    let mut all: Vec<String> = Vec::new();
    for row in here.rows(names, args![new])?.iter().chain(&here.rows(names, args![old])?) {
        all.push(row.text(0)?.to_owned());
    }
    all.push(name.to_owned());
    let stays = here
        .row("SELECT name FROM product WHERE key = ?", args![new])?
        .map_or(Ok(String::new()), |row| row.text(0).map(str::to_owned))?;
    let mut once: Vec<String> = Vec::new();
    for it in all.into_iter().filter(|it| *it != stays && ProductName::parse(it).is_ok()) {
        if !once.contains(&it) && once.len() < Aliases::MOST {
            once.push(it);
        }
    }
    here.run("DELETE FROM product_alias WHERE product = ?", args![old])?;
    here.run("DELETE FROM product_word WHERE product = ?", args![old])?;
    here.run("UPDATE product SET merged_into = ? WHERE merged_into = ? OR key = ?", args![new, old, old])?;
    here.run("UPDATE product SET standing = 'made' WHERE key = ?", args![new])?;
    rename(here, into, &once)
}
