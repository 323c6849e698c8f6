//! The company's own work: triage, what waits, notes, saved replies, hours, the overview and its table; and the history that everybody may read.

use chie_community::ask::{Ask, Caller, Outcome, WorkAsk};
use chie_domain::api::error::ApiError;
use chie_domain::api::route::Route;
use chie_domain::api::{get_overview, get_triage, post_note, set_hours, set_saved_reply, set_taken, settle_arrivals};
use chie_domain::brand::BrandDomain;
use chie_domain::id::{ActId, ThreadId};
use chie_domain::time::iso;
use serde::de::DeserializeOwned;
use worker::Response;

use super::call::Call;
use super::community::{ask, cursor, key, position, remembered, unexpected};
use super::respond::{self, Keep};
use super::{caller, codec};
use crate::zone;

pub(super) async fn triage(call: &Call, brand: &BrandDomain) -> Result<Response, ApiError> {
    let who = caller::on_console(call).await?;
    let request: get_triage::Request = codec::query(call)?;
    let of = format!("{brand}|triage");
    let cursor_in = position(call, &of, request.cursor.as_ref())?;
    match ask(call, brand, who, None, Ask::Triage(get_triage::Request { cursor: cursor_in })).await? {
        Outcome::Triage(mut triage) => {
            triage.next = cursor(call, &of, triage.next.as_ref())?;
            respond::value(call, Keep::Private, &triage)
        }
        _ => Err(unexpected()),
    }
}

async fn act<T: DeserializeOwned>(
    call: &Call,
    route: &Route,
    brand: &BrandDomain,
    what: impl FnOnce(T) -> WorkAsk,
) -> Result<Outcome, ApiError> {
    let who = caller::on_console(call).await?;
    let (request, body): (T, _) = codec::body(call).await?;
    let key = key(call, route, &body)?;
    ask(call, brand, who, key, Ask::Work(what(request))).await
}

fn done(call: &Call, outcome: &Outcome) -> Result<Response, ApiError> {
    if matches!(outcome, Outcome::Done) { respond::value(call, Keep::Private, &()) } else { Err(unexpected()) }
}

pub(super) async fn undo(call: &Call, brand: &BrandDomain, act: &ActId) -> Result<Response, ApiError> {
    let who = caller::on_console(call).await?;
    done(call, &ask(call, brand, who, None, Ask::Work(WorkAsk::Undo(act.clone()))).await?)
}

pub(super) async fn settle(call: &Call, route: &Route, brand: &BrandDomain) -> Result<Response, ApiError> {
    match act(call, route, brand, WorkAsk::Settle).await? {
        Outcome::Settled(settled) => respond::value(call, Keep::Private, &settle_arrivals::Response { settled }),
        _ => Err(unexpected()),
    }
}

pub(super) async fn see(call: &Call, brand: &BrandDomain) -> Result<Response, ApiError> {
    let who = caller::on_console(call).await?;
    match ask(call, brand, who, None, Ask::SeeWork).await? {
        Outcome::Work(work) => respond::value(call, Keep::Private, &work),
        _ => Err(unexpected()),
    }
}

pub(super) async fn take(call: &Call, route: &Route, brand: &BrandDomain, thread: &ThreadId) -> Result<Response, ApiError> {
    let take = |request: set_taken::Request| WorkAsk::Take(thread.clone(), request.on);
    done(call, &act(call, route, brand, take).await?)
}

pub(super) async fn notes(call: &Call, brand: &BrandDomain, thread: &ThreadId) -> Result<Response, ApiError> {
    let who = caller::on_console(call).await?;
    noted(call, ask(call, brand, who, None, Ask::Notes(thread.clone())).await?)
}

pub(super) async fn post_note(call: &Call, route: &Route, brand: &BrandDomain, thread: &ThreadId) -> Result<Response, ApiError> {
    let note = |request: post_note::Request| WorkAsk::Note(thread.clone(), request);
    noted(call, act(call, route, brand, note).await?)
}

fn noted(call: &Call, outcome: Outcome) -> Result<Response, ApiError> {
    match outcome {
        Outcome::Notes(notes) => respond::value(call, Keep::Private, &notes),
        _ => Err(unexpected()),
    }
}

pub(super) async fn save_reply(call: &Call, route: &Route, brand: &BrandDomain) -> Result<Response, ApiError> {
    match act(call, route, brand, WorkAsk::SaveReply).await? {
        Outcome::Saved(saved) => respond::value(call, Keep::Private, &set_saved_reply::Response { saved }),
        _ => Err(unexpected()),
    }
}

pub(super) async fn set_hours(call: &Call, route: &Route, brand: &BrandDomain) -> Result<Response, ApiError> {
    let now = call.now;
    let with_clock = |request: set_hours::Request| {
        let clock = request.zone.as_ref().and_then(|zone| zone::clock(zone, now));
        WorkAsk::SetHours(request, clock)
    };
    match act(call, route, brand, with_clock).await? {
        Outcome::Hours(hours) => respond::value(call, Keep::Private, &set_hours::Response { hours }),
        _ => Err(unexpected()),
    }
}

async fn overview_of(call: &Call, brand: &BrandDomain) -> Result<get_overview::Response, ApiError> {
    let who = caller::on_console(call).await?;
    match ask(call, brand, who, None, Ask::Overview).await? {
        Outcome::Overview(overview) => Ok(overview),
        _ => Err(unexpected()),
    }
}

pub(super) async fn overview(call: &Call, brand: &BrandDomain) -> Result<Response, ApiError> {
    respond::value(call, Keep::Private, &overview_of(call, brand).await?)
}

/// The overview as a table for spreadsheets.
pub(super) async fn overview_table(call: &Call, brand: &BrandDomain) -> Result<Response, ApiError> {
    let overview = overview_of(call, brand).await?;
    let mut lines = vec![
        vec!["figure".to_owned(), "value".to_owned()],
        vec!["claimed".to_owned(), overview.claimed.to_string()],
        vec!["waiting".to_owned(), overview.waiting.to_string()],
        vec!["solved_by_customers".to_owned(), overview.by_customers.to_string()],
        vec!["answered_by_us".to_owned(), overview.by_us.to_string()],
        vec!["same".to_owned(), overview.same.to_string()],
    ];
    lines.extend(overview.readers.iter().map(|week| vec![format!("readers_from_{:.10}", iso(week.from)), week.people.to_string()]));
    lines.extend([Vec::new(), ["problem", "product", "same", "began"].map(str::to_owned).to_vec()]);
    lines.extend(
        overview
            .top
            .iter()
            .map(|row| vec![row.title.clone(), row.product.to_string(), row.me_too.to_string(), row.at.millis().to_string()]),
    );
    let table = lines.iter().map(|line| line.iter().map(|cell| quoted(cell)).collect::<Vec<_>>().join(",")).collect::<Vec<_>>();
    let body = format!("\u{feff}{}\r\n", table.join("\r\n"));
    let response = respond::bytes(call, Keep::Private, "text/csv; charset=utf-8", body.into_bytes())?;
    let name = format!("attachment; filename=\"{brand}.csv\"");
    response.headers().set("content-disposition", &name).map_err(|_| unexpected())?;
    Ok(response)
}

/// A cell: what a spreadsheet would take for a formula is text.
fn quoted(cell: &str) -> String {
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    format!("\"{}{}\"", if formula { "'" } else { "" }, cell.replace('"', "\"\""))
}

pub(super) async fn history(call: &Call, brand: &BrandDomain) -> Result<Response, ApiError> {
    let fresh = async {
        match ask(call, brand, Caller::Visitor, None, Ask::History).await? {
            Outcome::History(history) => Ok(history),
            _ => Err(unexpected()),
        }
    };
    remembered(call, brand, fresh).await
}
