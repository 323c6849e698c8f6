//! Lists of threads. Each order is served by an index, and a position is the last line's place in that index together with
//! the filters it was given for: under other filters it is refused.

use chie_domain::api::list_threads::{DEFAULT_LIMIT, ListThreadsRefusal, MAX_LIMIT, Order, Request};
use chie_domain::api::view::ThreadPage;
use chie_domain::policy::Viewer;
use chie_domain::thread::{Kind, Phase};

use crate::ask::Trouble;
use crate::company::Company;
use crate::here::{Here, refuse};
use crate::query::thread::{COLUMNS, Thread};
use crate::row::{Statement, args};
use crate::sql::Sql;
use crate::steward;
use crate::visibility::{Want, condition};

/// A line's place in an order: three numbers, whose meaning is the order's.
type Place = [u64; 3];

/// Lines of a list and where the next ones begin.
pub(crate) fn page<S: Sql>(
    here: &Here<'_, S>,
    company: &Company,
    viewer: &Viewer,
    request: &Request,
) -> Result<ThreadPage, Trouble> {
    let limit = u32::from(request.limit.unwrap_or(DEFAULT_LIMIT).clamp(1, MAX_LIMIT));
    let after = match &request.cursor {
        Some(cursor) => Some(position(request, cursor).ok_or_else(|| refuse(ListThreadsRefusal::CursorInvalid))?),
        None => None,
    };
    let mut statement = Statement::of(&format!("SELECT {COLUMNS} FROM thread t WHERE "), &[]);
    statement.join(&condition(viewer, "t", Want::Whole));
    filter(&mut statement, company, request);
    order(&mut statement, request.order, after);
    statement.add(" LIMIT ?", args![limit + 1]);
    let threads = here.all(&statement)?.iter().map(Thread::read).collect::<Result<Vec<_>, _>>()?;
    let most = usize::try_from(limit).unwrap_or(usize::MAX);
    let part = threads.iter().take(most);
    let next = part.clone().next_back().filter(|_| threads.len() > most).map(|last| text(request, place(request.order, last)));
    let claims = company.claims_of(here, part.clone().map(|thread| &thread.id))?;
    Ok(ThreadPage { rows: part.map(|thread| thread.row(company, &claims)).collect(), next })
}

fn filter(statement: &mut Statement, company: &Company, request: &Request) {
    if let Some(product) = &request.product {
        statement.add(" AND t.product = ?", args![product.as_str()]);
    }
    if let Some(kind) = request.kind {
        statement.add(" AND t.kind = ?", args![kind.code()]);
    }
    if let Some(phase) = request.phase {
        statement.add(" AND (", &[]);
        statement.join(&steward::phase(company));
        statement.add(") = ?", args![phase_code(phase)]);
    }
}

fn order(statement: &mut Statement, order: Order, after: Option<Place>) {
    match (order, after) {
        (Order::Common, Some([weight, active, n])) => {
            statement.add(" AND (t.weight, t.active, t.n) < (?, ?, ?)", args![weight, active, n]);
        }
        (Order::Active, Some([_, active, n])) => statement.add(" AND (t.active, t.n) < (?, ?)", args![active, n]),
        (Order::Waiting, Some([waits, at, n])) => {
            let text = " AND t.waits <= ? AND (t.waits < ? OR (t.at, t.n) > (?, ?))";
            statement.add(text, args![waits, waits, at, n]);
        }
        (_, None) => {}
    }
    statement.add(
        match order {
            Order::Common => " ORDER BY t.weight DESC, t.active DESC, t.n DESC",
            Order::Active => " ORDER BY t.active DESC, t.n DESC",
            Order::Waiting => " ORDER BY t.waits DESC, t.at, t.n",
        },
        &[],
    );
}

const fn place(order: Order, thread: &Thread) -> Place {
    match order {
        Order::Common => [thread.weight, thread.active.millis(), thread.n],
        Order::Active => [0, thread.active.millis(), thread.n],
        Order::Waiting => [thread.waits, thread.at.millis(), thread.n],
    }
}

fn text(request: &Request, [a, b, n]: Place) -> String {
    format!("{}~{a}~{b}~{n}", filters(request))
}

/// What a position is bound to.
fn filters(request: &Request) -> String {
    let order = match request.order {
        Order::Common => "common",
        Order::Active => "active",
        Order::Waiting => "waiting",
    };
    let product = request.product.as_ref().map_or("", |product| product.as_str());
    let phase = request.phase.map_or("", phase_code);
    let kind = request.kind.map_or("", Kind::code);
    format!("l~{order}~{product}~{phase}~{kind}")
}

fn position(request: &Request, cursor: &str) -> Option<Place> {
    let numbers = cursor.strip_prefix(&filters(request))?.strip_prefix('~')?;
    let mut parts = numbers.split('~').map(|part| {
        let plain = (1..=15).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        part.parse::<u64>().ok().filter(|_| plain && (part == "0" || !part.starts_with('0')))
    });
    let place = [parts.next()??, parts.next()??, parts.next()??];
    parts.next().is_none().then_some(place)
}

/// The stored name of a machine state.
pub(crate) const fn phase_code(phase: Phase) -> &'static str {
    match phase {
        Phase::Open => "open",
        Phase::Active => "active",
        Phase::Resolved => "resolved",
        Phase::Declined => "declined",
    }
}
