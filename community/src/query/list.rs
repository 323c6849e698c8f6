//! Lists of threads. Each order is served by an index: a list without a filter reads its first lines, a filtered one the first
//! lines of every facet that fits, which are then merged; so neither grows with the community. A position is the last line's
//! place in that order together with the filters it was given for: under other filters it is refused.

use chie_domain::api::list_threads::{DEFAULT_LIMIT, ListThreadsRefusal, MAX_LIMIT, Order, Request};
use chie_domain::api::search_threads::Answered;
use chie_domain::api::view::ThreadPage;
use chie_domain::policy::Viewer;
use chie_domain::tag::Tag;
use chie_domain::text::ProductKey;
use chie_domain::thread::{Kind, Phase};

use crate::ask::Trouble;
use crate::company::Company;
use crate::here::{Here, refuse};
use crate::query::community;
use crate::query::thread::{COLUMNS, Thread};
use crate::row::{Statement, args};
use crate::sql::{Fault, Sql};
use crate::steward::{self, Facet};
use crate::tags;
use crate::visibility::{Want, condition};

/// A line's place in an order: three numbers, whose meaning is the order's.
pub(crate) type Place = [u64; 3];

/// What the lines of a list have in common.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Filters<'a> {
    pub(crate) product: Option<&'a ProductKey>,
    pub(crate) kind: Option<Kind>,
    pub(crate) phase: Option<Phase>,
    pub(crate) answered: Option<Answered>,
    pub(crate) tag: Option<&'a Tag>,
}

/// Lines of a list and where the next ones begin.
pub(crate) fn page<S: Sql>(
    here: &Here<'_, S>,
    company: &Company,
    viewer: &Viewer,
    request: &Request,
) -> Result<ThreadPage, Trouble> {
    let limit = u32::from(request.limit.unwrap_or(DEFAULT_LIMIT).clamp(1, MAX_LIMIT));
    let after = match &request.cursor {
        Some(cursor) => Some(position(&bound_to(request), cursor).ok_or_else(|| refuse(ListThreadsRefusal::CursorInvalid))?),
        None => None,
    };
    let filters = Filters {
        product: request.product.as_ref(),
        kind: request.kind,
        phase: request.phase,
        answered: None,
        tag: request.tag.as_ref(),
    };
    let threads = lines(here, company, viewer, filters, request.order, after, limit + 1)?;
    let most = usize::try_from(limit).unwrap_or(usize::MAX);
    let part = threads.iter().take(most);
    let last = part.clone().next_back().filter(|_| threads.len() > most);
    let next = last.map(|last| text(&bound_to(request), place(request.order, last)));
    let claims = company.claims_of(here, part.clone().map(|thread| &thread.id))?;
    Ok(ThreadPage { rows: part.map(|thread| thread.row(company, &claims)).collect(), next })
}

/// The first lines of a list, or those after a place.
pub(crate) fn lines<S: Sql>(
    here: &Here<'_, S>,
    company: &Company,
    viewer: &Viewer,
    filters: Filters<'_>,
    order: Order,
    after: Option<Place>,
    limit: u32,
) -> Result<Vec<Thread>, Fault> {
    let tagged = filters.tag.is_some();
    let narrowed = tagged || filters.kind.is_some() || filters.phase.is_some() || filters.answered.is_some();
    let statement = if !narrowed {
        let mut statement = Statement::of(&format!("SELECT {COLUMNS} FROM thread t WHERE "), &[]);
        rest(&mut statement, viewer, "t", filters.product, order, after);
        statement
    } else if !tagged && is_settled(here, company)? {
        let facets = facets(here, filters)?;
        if facets.is_empty() {
            return Ok(Vec::new());
        }
        merged(viewer, filters, &facets, order, after, limit)
    } else {
        derived(company, viewer, filters, order, after)
    };
    let mut statement = statement;
    statement.add(ordered(order), &[]);
    statement.add(" LIMIT ?", args![limit]);
    here.all(&statement)?.iter().map(Thread::read).collect()
}

/// Whether facets, orders and counts say what is official now.
pub(crate) fn is_settled<S: Sql>(here: &Here<'_, S>, company: &Company) -> Result<bool, Fault> {
    Ok(community::load(here)?.settled_for == steward::for_whom(company))
}

/// The facets that fit the filters and occur.
fn facets<S: Sql>(here: &Here<'_, S>, filters: Filters<'_>) -> Result<Vec<u32>, Fault> {
    let product = filters.product.map_or("", |product| product.as_str());
    let all = here.rows("SELECT facet FROM tally WHERE product = ?", args![product])?;
    let all = all.iter().map(|row| row.count(0)).collect::<Result<Vec<_>, _>>()?;
    Ok(all.into_iter().filter(|facet| fits(Facet(*facet), filters)).collect())
}

/// Whether a facet passes the filters that it can answer.
pub(crate) fn fits(facet: Facet, filters: Filters<'_>) -> bool {
    filters.kind.is_none_or(|kind| facet.kind() == Some(kind))
        && filters.phase.is_none_or(|phase| facet.phase() == Some(phase))
        && filters.answered.is_none_or(|answered| facet.has(answered))
}

/// The first lines of each facet, to be put in order together.
fn merged(viewer: &Viewer, filters: Filters<'_>, facets: &[u32], order: Order, after: Option<Place>, limit: u32) -> Statement {
    let facets: Vec<String> = facets.iter().map(u32::to_string).collect();
    let mut statement = Statement::of(
        &format!(
            "SELECT {COLUMNS} FROM json_each(?) c CROSS JOIN thread t ON t.n IN (SELECT x.n FROM thread x WHERE x.facet = c.value AND "
        ),
        args![format!("[{}]", facets.join(","))],
    );
    rest(&mut statement, viewer, "x", filters.product, order, after);
    statement.add(&ordered(order).replace("t.", "x."), &[]);
    statement.add(" LIMIT ?)", args![limit]);
    statement
}

/// The same without facets: right at any moment, but it reads every thread that the order leads past.
fn derived(company: &Company, viewer: &Viewer, filters: Filters<'_>, order: Order, after: Option<Place>) -> Statement {
    let mut statement = Statement::of(&format!("SELECT {COLUMNS} FROM thread t WHERE "), &[]);
    if let Some(tag) = filters.tag.and_then(tags::folded) {
        statement.add("t.n IN (SELECT g.thread FROM thread_tag g WHERE g.tag = ?) AND ", args![tag.as_str()]);
    }
    if let Some(kind) = filters.kind {
        statement.add("t.kind = ? AND ", args![kind.code()]);
    }
    if let Some(phase) = filters.phase {
        statement.add("(", &[]);
        statement.join(&steward::phase(company));
        statement.add(") = ? AND ", args![phase_code(phase)]);
    }
    if let Some(answered) = filters.answered {
        statement.add("(", &[]);
        statement.join(&steward::answered(company, answered));
        statement.add(") AND ", &[]);
    }
    rest(&mut statement, viewer, "t", filters.product, order, after);
    statement
}

/// What every list asks of its lines.
fn rest(statement: &mut Statement, viewer: &Viewer, alias: &str, product: Option<&ProductKey>, order: Order, after: Option<Place>) {
    statement.join(&condition(viewer, alias, Want::Whole));
    if let Some(product) = product {
        statement.add(&format!(" AND {alias}.product = ?"), args![product.as_str()]);
    }
    let Some([a, b, n]) = after else { return };
    let of = |text: &str| text.replace("t.", &format!("{alias}."));
    match order {
        Order::Common => statement.add(&of(" AND (t.weight, t.active, t.n) < (?, ?, ?)"), args![a, b, n]),
        Order::Active => statement.add(&of(" AND (t.active, t.n) < (?, ?)"), args![b, n]),
        Order::MeToo => statement.add(&of(" AND (t.me_too, t.active, t.n) < (?, ?, ?)"), args![a, b, n]),
        Order::Waiting => {
            statement.add(&of(" AND t.waits <= ? AND (t.waits < ? OR (t.at, t.n) > (?, ?))"), args![a, a, b, n]);
        }
    }
}

const fn ordered(order: Order) -> &'static str {
    match order {
        Order::Common => " ORDER BY t.weight DESC, t.active DESC, t.n DESC",
        Order::Active => " ORDER BY t.active DESC, t.n DESC",
        Order::MeToo => " ORDER BY t.me_too DESC, t.active DESC, t.n DESC",
        Order::Waiting => " ORDER BY t.waits DESC, t.at, t.n",
    }
}

/// A thread's place in an order.
pub(crate) fn place(order: Order, thread: &Thread) -> Place {
    match order {
        Order::Common => [thread.weight, thread.active.millis(), thread.n],
        Order::Active => [0, thread.active.millis(), thread.n],
        Order::MeToo => [u64::from(thread.me_too), thread.active.millis(), thread.n],
        Order::Waiting => [thread.waits, thread.at.millis(), thread.n],
    }
}

/// A position: what it is bound to and the place.
pub(crate) fn text(bound_to: &str, [a, b, n]: Place) -> String {
    format!("{bound_to}~{a}~{b}~{n}")
}

/// What a position is bound to.
fn bound_to(request: &Request) -> String {
    let order = match request.order {
        Order::Common => "common",
        Order::Active => "active",
        Order::Waiting => "waiting",
        Order::MeToo => "me_too",
    };
    let product = request.product.as_ref().map_or("", |product| product.as_str());
    let phase = request.phase.map_or("", phase_code);
    let kind = request.kind.map_or("", Kind::code);
    let tag = request.tag.as_ref().map_or("", Tag::as_str);
    format!("l~{order}~{product}~{phase}~{kind}~{tag}")
}

/// The place that a position says, if it was given out for this.
pub(crate) fn position(bound_to: &str, cursor: &str) -> Option<Place> {
    let numbers = cursor.strip_prefix(bound_to)?.strip_prefix('~')?;
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
