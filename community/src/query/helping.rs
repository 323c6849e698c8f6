//! Questions that somebody may know: those that nobody has answered before others, about products they have to do with before
//! others, longest waiting first.

use chie_domain::api::get_helping::{MOST, Request, Response};
use chie_domain::id::MemberId;
use chie_domain::level::Level;
use chie_domain::policy::Viewer;

use crate::company::Company;
use crate::credit;
use crate::here::Here;
use crate::query::thread::{COLUMNS, Thread};
use crate::row::{Statement, args};
use crate::sql::{Fault, Sql, Value};
use crate::visibility::{Want, condition};

/// How many products of one's own are looked at first.
const OWN: u32 = 20;

/// The questions, and what the viewer has earned.
pub(crate) fn view<S: Sql>(here: &Here<'_, S>, company: &Company, viewer: &Viewer, request: &Request) -> Result<Response, Fault> {
    let me = match viewer {
        Viewer::Member(me) => Some(me),
        Viewer::Visitor | Viewer::Representative(_) | Viewer::Operator => None,
    };
    let own = match (me, &request.product) {
        (Some(me), None) => own_products(here, me)?,
        _ => Vec::new(),
    };
    let mut threads: Vec<Thread> = Vec::new();
    for (unanswered, of_own) in [(true, true), (true, false), (false, true), (false, false)] {
        if of_own && own.is_empty() {
            continue;
        }
        let room = u64::from(MOST).saturating_sub(u64::try_from(threads.len()).unwrap_or(u64::MAX));
        if room == 0 {
            break;
        }
        let mut statement = Statement::of(&format!("SELECT {COLUMNS} FROM thread t WHERE t.waits = 1 AND "), &[]);
        statement.join(&condition(viewer, "t", Want::Whole));
        statement.add(" AND t.visibility = 'public' AND t.kind IN ('question', 'problem')", &[]);
        statement.add(if unanswered { " AND t.answered IS NULL" } else { " AND t.answered IS NOT NULL" }, &[]);
        statement.add(" AND NOT EXISTS (SELECT 1 FROM duplicate d WHERE d.thread = t.n)", &[]);
        if let Some(product) = &request.product {
            statement.add(" AND t.product = ?", args![product.as_str()]);
        } else if !own.is_empty() {
            let marks = vec!["?"; own.len()].join(", ");
            statement.add(&format!(" AND t.product {} ({marks})", if of_own { "IN" } else { "NOT IN" }), &own);
        }
        if let Some(me) = me {
            let mine = " AND t.author <> ? AND NOT EXISTS (SELECT 1 FROM reply r WHERE r.thread = t.n AND r.author = ?)";
            statement.add(mine, args![me.as_str(), me.as_str()]);
        }
        statement.add(" ORDER BY t.at, t.n LIMIT ?", args![room]);
        for row in here.all(&statement)? {
            threads.push(Thread::read(&row)?);
        }
    }
    let claims = company.claims_of(here, threads.iter().map(|thread| &thread.id))?;
    let questions = threads.iter().map(|thread| thread.row(company, &claims)).collect();
    let Some(me) = me else { return Ok(Response { questions, hears_of: Vec::new(), solved: 0, level: Level::New }) };
    let hears = here.rows("SELECT product FROM helper WHERE member = ? ORDER BY product", args![me.as_str()])?;
    let level = match &request.product {
        Some(product) => credit::level(here, me, product)?,
        None => credit::levels(here, me)?.into_iter().map(|view| view.level).max().unwrap_or_default(),
    };
    Ok(Response {
        questions,
        hears_of: hears.iter().map(|row| row.parse(0)).collect::<Result<_, _>>()?,
        solved: credit::solved(here, me, request.product.as_ref())?,
        level,
    })
}

/// Products that somebody answered about, asked about or has the same matter with: the latest first.
fn own_products<S: Sql>(here: &Here<'_, S>, me: &MemberId) -> Result<Vec<Value>, Fault> {
    let me = me.as_str();
    let rows = here.rows(
        "SELECT product FROM (SELECT t.product AS product, r.at AS at FROM reply r JOIN thread t ON t.n = r.thread WHERE r.author = ? \
         UNION ALL SELECT product, at FROM thread WHERE author = ? \
         UNION ALL SELECT t.product, x.at FROM me_too x JOIN thread t ON t.n = x.thread WHERE x.member = ?) \
         GROUP BY product ORDER BY max(at) DESC LIMIT ?",
        args![me, me, me, OWN],
    )?;
    rows.iter().map(|row| Ok(Value::from(row.text(0)?))).collect()
}
