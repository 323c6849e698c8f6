//! What waits for the operator now: one row a matter, which the queue over all brands is fed from.

use chie_domain::api::get_house::{Line, MOST};
use chie_domain::ground::Ground;
use chie_domain::matter::{Matter, Waits};

use crate::ask::HouseEntry;
use crate::here::Here;
use crate::outbox;
use crate::row::args;
use crate::sql::{Fault, Sql};

/// It waits now, for a reason that is no less than the one before.
pub(crate) fn wait<S: Sql>(
    here: &Here<'_, S>,
    about: &Matter,
    waits: Waits,
    ground: Ground,
    weight: u32,
    hidden: bool,
) -> Result<(), Fault> {
    let before = here.row("SELECT waits FROM matter WHERE about = ?", args![about.as_str()])?;
    let before = before.and_then(|row| row.opt_text(0).ok().flatten().and_then(Waits::from_code));
    let waits = before.map_or(waits, |before| before.max(waits));
    here.run(
        "INSERT INTO matter (about, waits, ground, weight, hidden, since) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (about) DO UPDATE SET \
         since = CASE WHEN waits IS NULL THEN excluded.since ELSE since END, waits = excluded.waits, ground = excluded.ground, \
         weight = excluded.weight, hidden = excluded.hidden",
        args![about.as_str(), waits.code(), ground.code(), weight, u32::from(hidden), here.now],
    )?;
    outbox::tell_house(here)
}

/// Nobody has to look at it any more.
pub(crate) fn settle<S: Sql>(here: &Here<'_, S>, about: &Matter, hidden: bool) -> Result<(), Fault> {
    let sql = "UPDATE matter SET waits = NULL, weight = 0, hidden = ? WHERE about = ?";
    here.run(sql, args![u32::from(hidden), about.as_str()])?;
    outbox::tell_house(here)
}

/// Why it waits, if it does.
pub(crate) fn of<S: Sql>(here: &Here<'_, S>, about: &Matter) -> Result<Option<Waits>, Fault> {
    let row = here.row("SELECT waits FROM matter WHERE about = ?", args![about.as_str()])?;
    Ok(row.map(|row| row.opt_text(0).map(|it| it.and_then(Waits::from_code))).transpose()?.flatten())
}

/// A held post was changed by its author: somebody looks again.
pub(crate) fn look_again<S: Sql>(here: &Here<'_, S>, about: &str) -> Result<(), Fault> {
    let sql = "UPDATE matter SET waits = coalesce(waits, 'held') WHERE about = ? AND hidden = 1";
    here.run(sql, args![about])?;
    outbox::tell_house(here)
}

/// All that waits, as the queue over all brands shows it.
pub(crate) fn entry<S: Sql>(here: &Here<'_, S>) -> Result<HouseEntry, Fault> {
    let rows = here.rows("SELECT about, waits, ground, weight, hidden, since FROM matter WHERE waits IS NOT NULL", &[])?;
    let mut lines = Vec::new();
    for row in &rows {
        lines.push(Line {
            brand: here.brand.clone(),
            about: row.parse(0)?,
            waits: row.code(1, Waits::from_code)?,
            ground: row.code(2, Ground::from_code)?,
            weight: row.count(3)?,
            hidden: row.whole(4)? == 1,
            since: row.time(5)?,
        });
    }
    let total = u32::try_from(lines.len()).unwrap_or(u32::MAX);
    lines.sort_by_key(|line| (std::cmp::Reverse(line.urgency()), line.since));
    lines.truncate(MOST as usize);
    Ok(HouseEntry { brand: here.brand.clone(), lines, total })
}
