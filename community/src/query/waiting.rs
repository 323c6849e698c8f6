//! How long questions wait for a first answer, told honestly: over the latest of a product, half of them had one within so long.
//! Those that nobody answered count as waiting longer than all others, so that silence never makes the figure better.

use chie_domain::text::ProductKey;
use chie_domain::time::Span;

use crate::here::Here;
use crate::row::args;
use crate::sql::{Fault, Sql};

/// Over how many questions it is told.
const LATEST: u32 = 100;
/// Over what time.
const WITHIN: Span = Span::days(90);
/// With fewer questions it is not known yet.
const FEWEST: usize = 5;

/// The median time to a first answer in minutes; nothing where it is not known. A question younger than a day that nobody has
/// answered says nothing yet and is left out.
pub(crate) fn first_answer<S: Sql>(here: &Here<'_, S>, product: &ProductKey) -> Result<Option<u32>, Fault> {
    let now = here.now.millis();
    let rows = here.rows(
        "SELECT max(0, answered - at) FROM thread WHERE product = ? AND at > ? AND visibility = 'public' \
         AND kind IN ('question', 'problem') AND (answered IS NOT NULL OR at < ?) ORDER BY at DESC LIMIT ?",
        args![product.as_str(), now.saturating_sub(WITHIN.millis()), now.saturating_sub(Span::days(1).millis()), LATEST],
    )?;
    let mut waits = rows.iter().map(|row| Ok(row.opt_whole(0)?.unwrap_or(u64::MAX))).collect::<Result<Vec<_>, Fault>>()?;
    waits.sort_unstable();
    let median = waits.get(waits.len().saturating_sub(1) / 2).copied().filter(|wait| *wait != u64::MAX);
    Ok(median.filter(|_| waits.len() >= FEWEST).map(|wait| u32::try_from(wait.div_ceil(60_000)).unwrap_or(u32::MAX)))
}
