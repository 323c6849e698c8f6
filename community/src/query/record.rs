//! The public record, counted from flags, appeals and decisions: rows that are only ever added.

use chie_domain::api::get_record::{Count, Line, Response};
use chie_domain::ground::Ground;
use chie_domain::matter::{Asked, Verdict};

use crate::here::Here;
use crate::house::{down, flags};
use crate::sql::{Fault, Sql};

/// A record in which nothing stands.
pub(crate) fn none() -> Response {
    let by = || Asked::ALL.map(|asked| Count { asked, number: 0, upheld: 0, not_upheld: 0 }).to_vec();
    Response {
        lines: Ground::ALL.map(|ground| Line { ground, by: by() }).to_vec(),
        appeals: 0,
        appeals_upheld: 0,
        appeals_waiting: 0,
        verdicts: Vec::new(),
        taken_down: None,
    }
}

/// The record of this community.
pub(crate) fn view<S: Sql>(here: &Here<'_, S>) -> Result<Response, Fault> {
    let mut record = none();
    for (ground, counted) in flags::counted(here)? {
        let counts = record.lines.iter_mut().filter(|line| line.ground == ground).flat_map(|line| line.by.iter_mut());
        for count in counts.filter(|count| count.asked == counted.asked) {
            *count = counted;
        }
    }
    // What nobody flagged: the operator looked by themselves, or looked at what Chie had held.
    let own = here.rows(
        "SELECT asked, ground, count(*) FROM decision WHERE asked IN ('operator', 'chie') AND ground IS NOT NULL AND appeal IS NULL \
         GROUP BY asked, ground",
        &[],
    )?;
    for row in &own {
        let (asked, ground, number) = (row.code(0, Asked::from_code)?, row.code(1, Ground::from_code)?, row.count(2)?);
        let counts = record.lines.iter_mut().filter(|line| line.ground == ground).flat_map(|line| line.by.iter_mut());
        for count in counts.filter(|count| count.asked == asked) {
            (count.number, count.upheld) = (number, number);
        }
    }
    let appeals = here.row(
        "SELECT count(*), coalesce(sum(d.verdict = 'kept'), 0), coalesce(sum(d.n IS NULL), 0) FROM appeal a \
         LEFT JOIN decision d ON d.appeal = a.n",
        &[],
    )?;
    if let Some(row) = appeals {
        (record.appeals, record.appeals_upheld, record.appeals_waiting) = (row.count(0)?, row.count(1)?, row.count(2)?);
    }
    let verdicts = here.rows("SELECT verdict, count(*) FROM decision GROUP BY verdict", &[])?;
    let mut counted = Vec::new();
    for row in &verdicts {
        counted.push((row.code(0, Verdict::from_code)?, row.count(1)?));
    }
    counted.sort_by_key(|(verdict, _)| Verdict::ALL.iter().position(|it| it == verdict));
    record.verdicts = counted;
    record.taken_down = down::standing(here)?;
    Ok(record)
}
