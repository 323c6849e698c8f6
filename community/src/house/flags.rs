//! Flags: counted once a person, weighed by who makes them and by how often they were right.

use chie_domain::api::get_record::Count;
use chie_domain::flag::{Flagger, REMEMBERED};
use chie_domain::ground::Ground;
use chie_domain::matter::{Asked, Matter, Verdict};
use chie_domain::time::Timestamp;

use crate::ask::Requested;
use crate::here::Here;
use crate::row::{Row, args};
use crate::sql::{Fault, Sql};

/// A flag that comes in.
#[derive(Debug, Clone)]
pub(crate) struct NewFlag<'a> {
    pub(crate) about: &'a Matter,
    /// Whose it is, so that they count once.
    pub(crate) who: &'a str,
    pub(crate) asked: Asked,
    pub(crate) ground: Ground,
    pub(crate) weight: u32,
    pub(crate) hid: bool,
    pub(crate) flagger: Flagger,
    pub(crate) network: Option<&'a str>,
    pub(crate) words: Option<&'a str>,
    pub(crate) receipt: Option<&'a str>,
}

/// Adds it.
pub(crate) fn add<S: Sql>(here: &Here<'_, S>, it: &NewFlag<'_>) -> Result<(), Fault> {
    here.run(
        "INSERT INTO flag (about, who, asked, ground, weight, hid, guest, network, words, receipt, at) \
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        args![
            it.about.as_str(),
            it.who,
            it.asked.code(),
            it.ground.code(),
            it.weight,
            u32::from(it.hid),
            u32::from(it.flagger == Flagger::Guest),
            it.network,
            it.words,
            it.receipt,
            here.now,
        ],
    )
}

/// Whether this person has flagged it before, or somebody without an address from the same network.
pub(crate) fn again<S: Sql>(
    here: &Here<'_, S>,
    about: &Matter,
    who: &str,
    flagger: Flagger,
    network: Option<&str>,
) -> Result<bool, Fault> {
    let shared = if flagger == Flagger::Guest { network } else { None };
    let row = here.row(
        "SELECT 1 FROM flag WHERE about = ? AND (who = ? OR (guest = 1 AND network = ?)) LIMIT 1",
        args![about.as_str(), who, shared],
    )?;
    Ok(row.is_some())
}

/// The decision that settled flag `f`: the first about the same matter that looked at flags up to its number.
const SETTLED: &str = "(SELECT d.verdict FROM decision d WHERE d.about = f.about AND d.upto >= f.n ORDER BY d.n LIMIT 1)";

/// The same decision `d` beside flag `f`.
pub(crate) const SETTLED_BY: &str =
    "LEFT JOIN decision d ON d.n = (SELECT min(x.n) FROM decision x WHERE x.about = f.about AND x.upto >= f.n)";

/// When something was decided and how, out of two columns; nothing while it waits.
pub(crate) fn decided(row: &Row, from: usize) -> Result<Option<(Timestamp, Verdict)>, Fault> {
    row.opt_time(from)?.map(|at| Ok((at, row.code(from + 1, Verdict::from_code)?))).transpose()
}

/// Whether a verdict says that whoever flagged was right.
pub(crate) const UPHOLDS: &str = "('hidden', 'removed', 'author_held', 'taken_down')";

/// How often somebody was wrong and how often right, for as long as that is remembered.
pub(crate) fn past<S: Sql>(here: &Here<'_, S>, who: &str) -> Result<(u32, u32), Fault> {
    let since = here.now.before(REMEMBERED);
    let sql = format!(
        "SELECT coalesce(sum(v = 'kept'), 0), coalesce(sum(v IN {UPHOLDS}), 0) FROM \
         (SELECT {SETTLED} AS v FROM flag f WHERE f.who = ? AND f.at > ?)"
    );
    here.row(&sql, args![who, since])?.map_or(Ok((0, 0)), |row| Ok((row.count(0)?, row.count(1)?)))
}

/// What the flags since the last decision weigh, and the number of the last flag.
pub(crate) fn since_decision<S: Sql>(here: &Here<'_, S>, about: &Matter) -> Result<(u32, u64), Fault> {
    let row = here.row(
        "SELECT coalesce(sum(CASE WHEN f.n > coalesce((SELECT max(d.upto) FROM decision d WHERE d.about = f.about), 0) \
         THEN f.weight ELSE 0 END), 0), coalesce(max(f.n), 0) FROM flag f WHERE f.about = ?",
        args![about.as_str()],
    )?;
    row.map_or(Ok((0, 0)), |row| Ok((row.count(0)?, row.whole(1)?)))
}

/// How many things that wait were hidden by flags of guests.
pub(crate) fn hidden_by_guests<S: Sql>(here: &Here<'_, S>) -> Result<u32, Fault> {
    let row = here.row(
        "SELECT count(*) FROM matter m WHERE m.waits IS NOT NULL AND m.hidden = 1 \
         AND EXISTS (SELECT 1 FROM flag f WHERE f.about = m.about AND f.guest = 1 AND f.hid = 1)",
        &[],
    )?;
    row.map_or(Ok(0), |row| row.count(0))
}

/// What was asked for by whom on each ground, and what came of it.
pub(crate) fn counted<S: Sql>(here: &Here<'_, S>) -> Result<Vec<(Ground, Count)>, Fault> {
    let sql = format!(
        "SELECT ground, asked, count(*), coalesce(sum(v IN {UPHOLDS}), 0), coalesce(sum(v NOT IN {UPHOLDS}), 0) FROM \
         (SELECT f.ground, f.asked, {SETTLED} AS v FROM flag f) GROUP BY ground, asked"
    );
    let rows = here.rows(&sql, &[])?;
    rows.iter()
        .map(|row| {
            let (ground, asked) = (row.code(0, Ground::from_code)?, row.code(1, Asked::from_code)?);
            Ok((ground, Count { asked, number: row.count(2)?, upheld: row.count(3)?, not_upheld: row.count(4)? }))
        })
        .collect()
}

/// What became of what somebody outside asked for.
pub(crate) fn requested<S: Sql>(here: &Here<'_, S>, receipt: &str) -> Result<Option<Requested>, Fault> {
    let sql = format!("SELECT f.about, f.ground, f.at, d.at, d.verdict FROM flag f {SETTLED_BY} WHERE f.receipt = ?");
    let Some(row) = here.row(&sql, args![receipt])? else { return Ok(None) };
    let (about, ground, at) = (row.parse(0)?, row.code(1, Ground::from_code)?, row.time(2)?);
    Ok(Some(Requested { about, ground, at, decided: decided(&row, 3)? }))
}
