//! Threads that may already answer what somebody types: those that speak of danger first, then of this product, answered ones
//! before others, with the words marked and one line of the answer.

use chie_domain::api::search_threads::Answered;
use chie_domain::api::suggest_threads::{Likely, MOST, Request, Response};
use chie_domain::claim::Stewardship;
use chie_domain::policy::Viewer;
use chie_domain::thread::Phase;

use crate::company::Company;
use crate::duplicates;
use crate::here::Here;
use crate::query::reply;
use crate::query::thread::{COLUMNS, Thread, WIDTH};
use crate::row::Statement;
use crate::search::find::{Effort, Hit, Within, find};
use crate::search::mark::Marker;
use crate::search::question::{all_runs, of_line};
use crate::search::synonyms::Lists;
use crate::sql::{Fault, Sql, Value};
use crate::steward::Facet;
use crate::visibility::{Want, condition};

/// How many characters of an answer are given.
const LINE: usize = 140;
/// How much a line may cost.
const EFFORT: Effort = Effort { enough: MOST, most: 600, common: 1_000 };
/// How many of what was found are looked at.
const CANDIDATES: usize = 12;

/// The threads.
pub(crate) fn likely<S: Sql>(here: &Here<'_, S>, company: &Company, viewer: &Viewer, request: &Request) -> Result<Response, Fault> {
    let nothing = Response { likely: Vec::new() };
    if request.q.is_too_long() {
        return Ok(nothing);
    }
    let lists = Lists::load(here, &all_runs(request.q.as_str()))?;
    let question = of_line(request.q.as_str(), &lists);
    let mut hits = find(here, &question, Within::default(), EFFORT)?.hits;
    let elsewhere = |hit: &Hit| request.product.as_ref().is_some_and(|own| own.as_str() != hit.product);
    let answered = |hit: &Hit| Facet(hit.facet).phase() == Some(Phase::Resolved) || Facet(hit.facet).has(Answered::Any);
    hits.sort_by_key(|hit| {
        let order = (std::cmp::Reverse(hit.score), std::cmp::Reverse(hit.active), std::cmp::Reverse(hit.thread));
        (!hit.has_all, elsewhere(hit), !answered(hit), order)
    });
    duplicates::to_masters(here, &mut hits)?;
    hits.truncate(CANDIDATES);
    let numbers: Vec<Value> = hits.iter().map(|hit| Value::from(hit.thread)).collect();
    if numbers.is_empty() {
        return Ok(nothing);
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
            let place = hits.iter().position(|hit| hit.thread == thread.n).unwrap_or(usize::MAX);
            let has_all = hits.get(place).is_some_and(|hit| hit.has_all);
            // What is official is worked out again here: it may have changed since the facets were settled.
            let answered = row.status.phase() == Some(Phase::Resolved) || thread.marked(company, row.steward).is_some();
            let elsewhere = request.product.as_ref().is_some_and(|own| *own != row.product);
            ((!has_all, row.danger.is_none(), elsewhere, !answered, place), thread, row, product_name)
        })
        .collect();
    found.sort_by_key(|(order, ..)| *order);
    let marker = Marker::of(&question);
    let mut likely = Vec::new();
    for (_, thread, row, product_name) in found.into_iter().take(MOST) {
        let answer = answer(here, company, &thread, row.steward, &marker)?;
        likely.push(Likely { title: marker.pieces(&row.title), row, product_name, answer });
    }
    Ok(Response { likely })
}

/// One line of the answer: the brand's, else the asker's, else the crowd's choice.
fn answer<S: Sql>(
    here: &Here<'_, S>,
    company: &Company,
    thread: &Thread,
    steward: Stewardship,
    marker: &Marker,
) -> Result<Vec<String>, Fault> {
    let answer = reply::first_answer(here, thread, thread.marked(company, steward))?;
    Ok(answer.map(|answer| marker.pieces(&short(&answer))).unwrap_or_default())
}

fn short(text: &str) -> String {
    if text.chars().count() <= LINE {
        return text.to_owned();
    }
    let cut: String = text.chars().take(LINE - 1).collect();
    format!("{}…", cut.trim_end_matches([' ', '…']))
}
