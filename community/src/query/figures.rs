//! Figures that everybody may read, each with its method.

use chie_domain::api::count_reading::DAYS;
use chie_domain::api::get_figures::{METHOD, Response};
use chie_domain::api::get_overview::{ReadersOfWeek, WEEKS};
use chie_domain::time::{Span, Timestamp};

use crate::here::Here;
use crate::row::args;
use crate::sql::{Fault, Sql};

/// How many days are added up.
const SHOWN: u64 = 30;

/// Milliseconds of a day.
pub(crate) const DAY: u64 = Span::days(1).millis();

/// The figures of a community that nobody has opened.
pub(crate) fn none() -> Response {
    Response { left_with_answer: 0, left_with_answer_ever: 0, still_open: 0, method: METHOD.to_owned() }
}

/// The figures.
pub(crate) fn view<S: Sql>(here: &Here<'_, S>) -> Result<Response, Fault> {
    // What ended since the last reading was folded is counted here, so that the figure is the same at any moment.
    let over = here.now.millis().saturating_sub(DAYS * DAY);
    let first = (over / DAY).saturating_sub(SHOWN);
    let count = |sql: &str, arguments: &[crate::sql::Value]| -> Result<u32, Fault> {
        here.row(sql, arguments)?.map_or(Ok(0), |row| row.count(0))
    };
    let folded = count("SELECT coalesce(sum(people), 0) FROM left_with_answer WHERE day >= ?", args![first])?;
    let ever = count("SELECT coalesce(sum(people), 0) FROM left_with_answer", &[])?;
    let waiting = count("SELECT count(*) FROM reading WHERE at < ?", args![over])?;
    let recent = count("SELECT count(*) FROM reading WHERE at < ? AND at >= ?", args![over, first * DAY])?;
    let still_open = count("SELECT count(*) FROM reading WHERE at >= ?", args![over])?;
    Ok(Response { left_with_answer: folded + recent, left_with_answer_ever: ever + waiting, still_open, method: METHOD.to_owned() })
}

/// How many readers found an answer, week by week, the week that ends today first.
pub(crate) fn readers<S: Sql>(here: &Here<'_, S>) -> Result<Vec<ReadersOfWeek>, Fault> {
    const WEEK: u64 = 7;
    let today = here.now.millis() / DAY;
    // The first day of a week that began so many weeks ago.
    let begins = |weeks: u64| (today + 1).saturating_sub((weeks + 1) * WEEK);
    let first = begins(WEEKS - 1);
    let folded = here.rows("SELECT day, people FROM left_with_answer WHERE day >= ?", args![first])?;
    let waiting = here.rows("SELECT at, count(*) FROM reading WHERE at >= ? GROUP BY at", args![first * DAY])?;
    let mut days: Vec<(u64, u32)> = Vec::new();
    for row in &folded {
        days.push((row.whole(0)?, row.count(1)?));
    }
    for row in &waiting {
        days.push((row.whole(0)? / DAY, row.count(1)?));
    }
    let week = |weeks: u64| {
        let from = begins(weeks);
        let of = days.iter().filter(|(day, _)| (from..from + WEEK).contains(day));
        ReadersOfWeek { from: Timestamp::from_millis(from * DAY), people: of.map(|(_, people)| people).sum() }
    };
    Ok((0..WEEKS).map(week).collect())
}
