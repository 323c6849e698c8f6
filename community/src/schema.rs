//! The schema and its history. Each migration runs once, in order, in the transaction of the write that needs it; a table
//! remembers which ones ran. A reading never creates anything.

use chie_domain::guard::Guard;
use chie_domain::time::Span;

use crate::company::Company;
use crate::here::Here;
use crate::row::args;
use crate::search::index;
use crate::sql::{Fault, Sql};
use crate::{due, products, steward};

/// All migrations, append-only.
pub(crate) const MIGRATIONS: [(u64, &str); 24] = [
    (1, include_str!("../migrations/0001_begin.sql")),
    (2, include_str!("../migrations/0002_find.sql")),
    (3, include_str!("../migrations/0003_posts.sql")),
    (4, include_str!("../migrations/0004_people.sql")),
    (5, include_str!("../migrations/0005_photos.sql")),
    (6, include_str!("../migrations/0006_lines.sql")),
    (7, include_str!("../migrations/0007_erased.sql")),
    (20, include_str!("../migrations/0020_company.sql")),
    (21, include_str!("../migrations/0021_work.sql")),
    (30, include_str!("../migrations/0030_carry.sql")),
    (40, include_str!("../migrations/0040_sites.sql")),
    (50, include_str!("../migrations/0050_names.sql")),
    (51, include_str!("../migrations/0051_aliases.sql")),
    (60, include_str!("../migrations/0060_set_up.sql")),
    (70, include_str!("../migrations/0070_private.sql")),
    (80, include_str!("../migrations/0080_house.sql")),
    (90, include_str!("../migrations/0090_guard.sql")),
    (100, include_str!("../migrations/0100_digest.sql")),
    (110, include_str!("../migrations/0110_carried.sql")),
    (120, include_str!("../migrations/0120_sign_on.sql")),
    (121, include_str!("../migrations/0121_introductions.sql")),
    (130, include_str!("../migrations/0130_guard_ends.sql")),
    (140, include_str!("../migrations/0140_webhooks.sql")),
    (150, include_str!("../migrations/0150_api_keys.sql")),
];

/// Whether anything was ever written here.
pub(crate) fn is_there<S: Sql>(here: &Here<'_, S>) -> Result<bool, Fault> {
    Ok(here.row("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'migration'", &[])?.is_some())
}

/// Brings the schema up to date; does nothing where it is.
pub(crate) fn migrate<S: Sql>(here: &Here<'_, S>) -> Result<(), Fault> {
    here.run("CREATE TABLE IF NOT EXISTS migration (n INTEGER PRIMARY KEY, at INTEGER NOT NULL)", &[])?;
    let done = done(here)?;
    for (n, migration) in MIGRATIONS.iter().filter(|(n, _)| !done.contains(n)) {
        for statement in migration.split("\n\n").map(str::trim).filter(|statement| !statement.is_empty()) {
            here.run(statement, &[])?;
        }
        if *n == 2 {
            index_anew(here)?;
        }
        if *n == 60 {
            // Names that were there before lead to their products from now on, too.
            for product in here.rows("SELECT DISTINCT product FROM product_alias", &[])? {
                products::name(here, &product.parse(0)?)?;
            }
        }
        if *n == 130 {
            // What was set without an end goes on for as long as anything may.
            let until = here.now.after(Span::hours(Guard::LONGEST.into()));
            here.run("UPDATE guard SET at = ?, until = ? WHERE slow > 0 OR hold > 0", args![here.now, until])?;
        }
        here.run("INSERT INTO migration (n, at) VALUES (?, ?)", args![*n, here.now])?;
    }
    Ok(())
}

/// Whether an existing schema lacks migrations.
pub(crate) fn is_behind<S: Sql>(here: &Here<'_, S>) -> Result<bool, Fault> {
    let done = done(here)?;
    Ok(MIGRATIONS.iter().any(|(n, _)| !done.contains(n)))
}

/// Refuses to write where a later version of this program made tables that this one does not know: after a step back to an
/// earlier version communities are read as before, and nothing is written past what the later one keeps in order.
pub(crate) fn refuse_newer<S: Sql>(here: &Here<'_, S>) -> Result<(), Fault> {
    let newest = MIGRATIONS.iter().map(|(n, _)| *n).max().unwrap_or_default();
    if done(here)?.iter().all(|n| *n <= newest) {
        return Ok(());
    }
    Err(Fault(
        "this community was written by a later version of Chie: deploy that version again, or restore an earlier state".to_owned(),
    ))
}

/// The numbers of the migrations that ran: several may have been written at the same time, so that the highest says nothing.
fn done<S: Sql>(here: &Here<'_, S>) -> Result<Vec<u64>, Fault> {
    here.rows("SELECT n FROM migration", &[])?.iter().map(|row| row.whole(0)).collect()
}

/// The second schema has another search index: what is there is put into it in slices by an errand, and what only the engine
/// knows (official answers, the words of names) is worked out now.
fn index_anew<S: Sql>(here: &Here<'_, S>) -> Result<(), Fault> {
    let products = here.rows("SELECT key FROM product", &[])?;
    for product in &products {
        index::name_product(here, &product.parse(0)?)?;
    }
    if !products.is_empty() {
        steward::settle_all(here, &Company::load(here)?)?;
        due::plan_soon(here, &due::Errand::Index)?;
    }
    Ok(())
}
