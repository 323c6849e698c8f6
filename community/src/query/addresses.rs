//! Where threads stand, for search engines: only what everybody can see, and only once there is enough to be worth finding.

use chie_domain::policy::Viewer;

use crate::ask::Address;
use crate::here::Here;
use crate::row::{Statement, args};
use crate::sql::{Fault, Sql};
use crate::visibility::{Want, condition};

/// How many addresses one map of a site may hold (sitemaps.org).
const MOST: u32 = 50_000;
/// A community is shown to search engines from this many threads on …
const THREADS: u32 = 10;
/// … by this many people.
const PEOPLE: u32 = 5;

/// All addresses, the most recently active first; none where the community is too small to be indexed.
pub(crate) fn all<S: Sql>(here: &Here<'_, S>) -> Result<Vec<Address>, Fault> {
    if !is_worth_finding(here)? {
        return Ok(Vec::new());
    }
    let mut statement = Statement::of("SELECT t.product, t.id, t.active FROM thread t WHERE ", &[]);
    statement.join(&condition(&Viewer::Visitor, "t", Want::Whole));
    statement.add(" ORDER BY t.active DESC, t.id LIMIT ?", args![MOST]);
    let rows = here.all(&statement)?;
    rows.iter().map(|row| Ok(Address { product: row.parse(0)?, id: row.parse(1)?, active: row.time(2)? })).collect()
}

/// Ten threads by five people: below that a page is more likely somebody trying things out.
pub(crate) fn is_worth_finding<S: Sql>(here: &Here<'_, S>) -> Result<bool, Fault> {
    let mut counted = Statement::of("SELECT COUNT(*), COUNT(DISTINCT author) FROM (SELECT t.author FROM thread t WHERE ", &[]);
    counted.join(&condition(&Viewer::Visitor, "t", Want::Whole));
    counted.add(" LIMIT 500)", &[]);
    let rows = here.all(&counted)?;
    let Some(row) = rows.first() else { return Ok(false) };
    Ok(row.count(0)? >= THREADS && row.count(1)? >= PEOPLE)
}
