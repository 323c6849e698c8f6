//! What happened to products and to the place as a whole: lines that everybody may read, and that name no person.

use chie_domain::api::get_history::{Line, What};

use crate::here::Here;
use crate::row::args;
use crate::sql::{Fault, Sql};

/// How many lines are read at most.
const MOST: u32 = 200;

/// Writes a line down.
pub(crate) fn note<S: Sql>(here: &Here<'_, S>, what: &What) -> Result<(), Fault> {
    let what = serde_json::to_string(what).map_err(|_| Fault("a line of the history cannot be written".to_owned()))?;
    here.run("INSERT INTO past (at, what) VALUES (?, ?)", args![here.now, what])
}

/// The latest lines, in the order in which they happened.
pub(crate) fn lines<S: Sql>(here: &Here<'_, S>) -> Result<Vec<Line>, Fault> {
    let rows = here.rows("SELECT at, what FROM past ORDER BY n DESC LIMIT ?", args![MOST])?;
    let read = |row: &crate::row::Row| {
        let what = serde_json::from_str(row.text(1)?).map_err(|_| Fault("a line of the history cannot be read".to_owned()))?;
        Ok(Line { at: row.time(0)?, what })
    };
    rows.iter().rev().map(read).collect()
}
