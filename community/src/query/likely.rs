//! Threads that may already answer what somebody types: those that speak of danger, then of this product first, answered ones first, with one line of the
//! answer.

use chie_domain::api::suggest_threads::{Likely, MOST, Request, Response};
use chie_domain::claim::Stewardship;
use chie_domain::policy::Viewer;
use chie_domain::thread::Phase;

use crate::company::Company;
use crate::here::Here;
use crate::query::reply;
use crate::query::thread::{COLUMNS, Thread, WIDTH};
use crate::row::Statement;
use crate::search::index::candidates;
use crate::sql::{Fault, Sql, Value};
use crate::visibility::{Want, condition};

/// How many characters of an answer are given.
const LINE: usize = 140;

/// The threads.
pub(crate) fn likely<S: Sql>(here: &Here<'_, S>, company: &Company, viewer: &Viewer, request: &Request) -> Result<Response, Fault> {
    let candidates = candidates(here, request.q.as_str(), MOST)?;
    let numbers: Vec<Value> = candidates.iter().take(80).map(|candidate| Value::from(candidate.thread)).collect();
    if numbers.is_empty() {
        return Ok(Response { likely: Vec::new() });
    }
    let marks = vec!["?"; numbers.len()].join(", ");
    let from = format!("SELECT {COLUMNS}, p.name FROM thread t JOIN product p ON p.key = t.product WHERE t.n IN ({marks}) AND ");
    let mut statement = Statement::of(&from, &numbers);
    statement.join(&condition(viewer, "t", Want::Whole));
    let mut threads = Vec::new();
    for row in here.all(&statement)? {
        threads.push((Thread::read(&row)?, row.text(WIDTH)?.to_owned()));
    }
    let claims = company.claims_of(here, threads.iter().map(|(thread, _)| &thread.id))?;
    let mut found: Vec<_> = threads
        .into_iter()
        .map(|(thread, product_name)| {
            let row = thread.row(company, &claims);
            let rank = candidates.iter().position(|candidate| candidate.thread == thread.n).unwrap_or(usize::MAX);
            let has_all = candidates.get(rank).is_some_and(|candidate| candidate.has_all);
            let answered = row.status.phase() == Some(Phase::Resolved) || thread.marked(company, row.steward).is_some();
            let elsewhere = request.product.as_ref().is_some_and(|own| *own != row.product);
            ((!has_all, row.danger.is_none(), elsewhere, !answered, rank), thread, row, product_name)
        })
        .collect();
    found.sort_by_key(|(order, ..)| *order);
    let mut likely = Vec::new();
    for (_, thread, row, product_name) in found.into_iter().take(MOST) {
        let answer = answer(here, company, &thread, row.steward)?;
        likely.push(Likely { row, product_name, answer });
    }
    Ok(Response { likely })
}

/// One line of the answer: the brand's, else the asker's, else the crowd's choice.
fn answer<S: Sql>(here: &Here<'_, S>, company: &Company, thread: &Thread, steward: Stewardship) -> Result<Option<String>, Fault> {
    let answers = reply::answers(here, company, thread, thread.marked(company, steward))?;
    Ok(answers.into_iter().next().map(|answer| short(&answer.excerpt)))
}

fn short(text: &str) -> String {
    if text.chars().count() <= LINE {
        return text.to_owned();
    }
    let cut: String = text.chars().take(LINE - 1).collect();
    format!("{}…", cut.trim_end_matches([' ', '…']))
}
