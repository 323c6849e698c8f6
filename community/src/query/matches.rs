//! The search with its filters: what words lead to, or every thread where no words are given, how many each value of a filter
//! would leave, and the page that is asked for. What was found is narrowed, counted and put in order here, so that one reading
//! of the index serves all of it.

mod tally;

use std::collections::HashSet;

use chie_domain::api::list_threads::{DEFAULT_LIMIT, MAX_LIMIT, Order};
use chie_domain::api::search_threads::{
    Answered, Counts, Match, Request, Response, SearchThreadsRefusal, Sort, Steward, Within as Age,
};
use chie_domain::claim::{Claimable, Reach, Scope, Stewardship};
use chie_domain::id::ThreadId;
use chie_domain::policy::Viewer;
use chie_domain::text::{ProductKey, Sought};
use chie_domain::thread::{Kind, Phase};
use chie_domain::time::Timestamp;

use crate::ask::Trouble;
use crate::company::Company;
use crate::duplicates;
use crate::here::{Here, refuse};
use crate::query::list::{Filters, Place, fits, is_settled, lines, phase_code, place, position, text};
use crate::query::thread::{COLUMNS, Thread, WIDTH, markup};
use crate::row::{Row, Statement, args};
use crate::search::find::{Effort, Found, Hit, LINE, Within, find, read};
use crate::search::index::PARTS;
use crate::search::mark::Marker;
use crate::search::question::{Question, all_runs, of_search};
use crate::search::synonyms::Lists;
use crate::sql::{Fault, Sql, Value};
use crate::steward::{self, Facet};
use crate::visibility::{Want, condition};
use tally::{Tally, count, misses, since};

/// How much a search may cost.
const EFFORT: Effort = Effort { enough: 20, most: 3_000, common: 4_000 };
/// How long an excerpt is, in characters.
const EXCERPT: usize = 160;
/// How many replies of a thread are looked at for one that has the words.
const REPLIES: u32 = 12;
/// What an answered thread's fit is multiplied by, in tenths.
const ANSWERED: u64 = 13;

/// Searches.
pub(crate) fn search<S: Sql>(
    here: &Here<'_, S>,
    company: &Company,
    viewer: &Viewer,
    request: &Request,
) -> Result<Response, Trouble> {
    let limit = usize::from(request.limit.unwrap_or(DEFAULT_LIMIT).clamp(1, MAX_LIMIT));
    let bound = bound_to(request);
    let after = match &request.cursor {
        Some(cursor) => Some(position(&bound, cursor).ok_or_else(|| refuse(SearchThreadsRefusal::CursorInvalid))?),
        None => None,
    };
    let settled = is_settled(here, company)?;
    let browse = Browse { here, company, viewer, request, settled };
    if request.q.is_none() && request.within.is_none() && request.steward.is_none() {
        return Ok(browse.page(after, limit, &bound)?);
    }
    let (question, mut found) = match &request.q {
        Some(q) => browse.ask(q)?,
        None => (Question::default(), browse.scan()?),
    };
    if !settled {
        browse.refresh(&mut found.hits)?;
    }
    duplicates::leave_out(here, &mut found.hits)?;
    let official = Officials::load(here, company, &found.hits)?;
    let hits: Vec<(Hit, bool)> =
        found.hits.into_iter().map(|hit| (official.has(company, &hit), hit)).map(|(is, hit)| (hit, is)).collect();
    let mut counts = count(here, request, &hits)?;
    if request.q.is_none() {
        // Without words only what passes these two was read: what their other values would leave is not known.
        if request.within.is_some() {
            counts.within.clear();
        }
        if request.steward.is_some() {
            counts.steward.clear();
        }
    }
    let mut fitting: Vec<(Place, &Hit)> = hits
        .iter()
        .filter(|(hit, is_official)| misses(here.now, request, hit, *is_official).is_empty())
        .map(|(hit, _)| (rank(request, hit), hit))
        .collect();
    fitting.sort_by(|(a, _), (b, _)| later(request.order, b, a));
    let threads = u32::try_from(fitting.len()).unwrap_or(u32::MAX);
    let from = after.map_or(0, |after| fitting.partition_point(|(place, _)| later(request.order, place, &after).is_ge()));
    let page: Vec<&(Place, &Hit)> = fitting.iter().skip(from).take(limit).collect();
    let next = page.last().filter(|_| fitting.len() > from + limit).map(|(place, _)| text(&bound, *place));
    let numbers: Vec<u64> = page.iter().map(|(_, hit)| hit.thread).collect();
    let matches = browse.show(&numbers, &Marker::of(&question))?;
    Ok(Response { matches, next, threads, at_least: found.capped, counts })
}

/// The higher place comes first, except among those that wait: there the older one does.
fn later(order: Sort, [a, b, n]: &Place, [a2, b2, n2]: &Place) -> std::cmp::Ordering {
    match order {
        Sort::Waiting => a.cmp(a2).then(b2.cmp(b)).then(n2.cmp(n)),
        Sort::Relevance | Sort::Active | Sort::MeToo => a.cmp(a2).then(b.cmp(b2)).then(n.cmp(n2)),
    }
}

/// A hit's place in the order that is asked for.
fn rank(request: &Request, hit: &Hit) -> Place {
    match request.order {
        Sort::Relevance if request.q.is_some() => {
            let answered = if Facet(hit.facet).has(Answered::Any) || Facet(hit.facet).phase() == Some(Phase::Resolved) {
                ANSWERED
            } else {
                10
            };
            // Scores stay far below a million, so that whoever has all words comes first.
            let score = (hit.score * answered / 10).min(999_999) + if hit.has_all { 1_000_000 } else { 0 };
            [score, hit.active, hit.thread]
        }
        Sort::Relevance | Sort::Active => [0, hit.active, hit.thread],
        Sort::MeToo => [hit.me_too, hit.active, hit.thread],
        Sort::Waiting => [hit.waits, hit.at, hit.thread],
    }
}

/// Which of some threads are official.
struct Officials {
    single: HashSet<u64>,
}

impl Officials {
    fn load<S: Sql>(here: &Here<'_, S>, company: &Company, hits: &[Hit]) -> Result<Self, Fault> {
        let mut single = HashSet::new();
        if let (Some(tenancy), false) = (company.living(), hits.is_empty()) {
            let sql = "SELECT group_concat(t.n) FROM claim c JOIN thread t ON t.id = c.thread \
                       WHERE c.tenancy = ? AND c.released IS NULL AND c.scope = 'thread' AND (c.reach = 'all' OR t.at >= c.since)";
            let row = here.row(sql, args![tenancy.as_str()])?;
            let numbers = row.as_ref().map_or(Ok(None), |row| row.opt_text(0))?.unwrap_or_default();
            single = numbers.split(',').filter_map(|n| n.parse().ok()).collect();
        }
        Ok(Self { single })
    }

    fn has(&self, company: &Company, hit: &Hit) -> bool {
        self.single.contains(&hit.thread) || is_covered(company, &hit.product, Some(hit.at))
    }
}

/// Whether claims of more than one thread make this official: a thread of a product, or with no moment all of them.
fn is_covered(company: &Company, product: &str, at: Option<u64>) -> bool {
    let (Ok(product), true) = (ProductKey::parse(product), company.living().is_some()) else { return false };
    let began = Timestamp::from_millis(at.unwrap_or(0));
    let nobody = ThreadId::mint(began, [0; 10]);
    company.steward(&[], Claimable { thread: &nobody, product: &product, began }) != Stewardship::FanMade
}

struct Browse<'a, 'h, S> {
    here: &'a Here<'h, S>,
    company: &'a Company,
    viewer: &'a Viewer,
    request: &'a Request,
    settled: bool,
}

impl<S: Sql> Browse<'_, '_, S> {
    /// What words lead to; where too many threads have them, those of the product and kind that are asked for.
    fn ask(&self, q: &Sought) -> Result<(Question, Found), Fault> {
        if q.is_too_long() {
            return Ok((Question::default(), Found::default()));
        }
        let lists = Lists::load(self.here, &all_runs(q.as_str()))?;
        let question = of_search(q.as_str(), &lists);
        let mut found = find(self.here, &question, Within::default(), EFFORT)?;
        if found.capped && (self.request.product.is_some() || self.request.kind.is_some()) {
            let within = Within { product: self.request.product.as_ref(), kind: self.request.kind };
            let narrowed = find(self.here, &question, within, EFFORT)?;
            let fits = |hit: &Hit| {
                self.request.product.as_ref().is_none_or(|key| key.as_str() == hit.product)
                    && self.request.kind.is_none_or(|kind| Facet(hit.facet).kind() == Some(kind))
            };
            found.hits.retain(|hit| !fits(hit));
            found.hits.extend(narrowed.hits);
        }
        Ok((question, found))
    }

    /// Threads without words that are official, fan-made or begun lately: the first ones in the order that is asked for.
    fn scan(&self) -> Result<Found, Fault> {
        let score = format!(
            "SELECT count(*), group_concat({LINE}, char(10)) FROM (SELECT t.n AS n, t.n * {PARTS} AS r, 1 AS s FROM thread t WHERE "
        );
        let mut statement = Statement::of(&score, &[]);
        statement.join(&condition(self.viewer, "t", Want::Whole));
        if let Some(age) = self.request.within {
            statement.add(" AND t.at >= ?", args![since(self.here.now, age)]);
        }
        if let Some(wanted) = self.request.steward {
            statement.join(&self.behind(wanted));
        }
        if let Some(product) = &self.request.product {
            statement.add(" AND t.product = ?", args![product.as_str()]);
        }
        statement.add(
            match self.request.order {
                Sort::Relevance | Sort::Active => " ORDER BY t.active DESC, t.n DESC",
                Sort::MeToo => " ORDER BY t.me_too DESC, t.active DESC, t.n DESC",
                Sort::Waiting => " ORDER BY t.waits DESC, t.at, t.n",
            },
            &[],
        );
        statement.add(" LIMIT ?) h CROSS JOIN thread_line l ON l.n = h.n", args![EFFORT.most]);
        let row = self.here.all(&statement)?.into_iter().next();
        let Some(row) = row else { return Ok(Found::default()) };
        let hits = row.opt_text(1)?.unwrap_or_default().lines().map(|line| read(line, true));
        let hits: Option<Vec<Hit>> = hits.collect();
        let hits = hits.ok_or_else(|| Fault("a line of the search cannot be read".to_owned()))?;
        Ok(Found { hits, capped: row.count(0)? >= EFFORT.most })
    }

    /// Who stands behind thread `t`, as a condition that an index serves where few threads fit.
    fn behind(&self, wanted: Steward) -> Statement {
        let wide = self.company.living().is_some() && !self.company.claims.is_empty();
        let all = self.company.claims.iter().any(|claim| claim.scope == Scope::Community && claim.reach == Reach::All);
        match (wanted, self.company.living()) {
            (Steward::Official, Some(tenancy)) if !wide => Statement::of(
                " AND t.id IN (SELECT c.thread FROM claim c WHERE c.tenancy = ? AND c.released IS NULL AND c.scope = 'thread')",
                args![tenancy.as_str()],
            ),
            (Steward::Official, Some(_)) if all => Statement::default(),
            (Steward::Official, None) => Statement::of(" AND 0", &[]),
            (Steward::FanMade, Some(_)) if all => Statement::of(" AND 0", &[]),
            (Steward::FanMade, None) => Statement::default(),
            (_, Some(_)) => {
                let mut statement = Statement::of(if wanted == Steward::Official { " AND " } else { " AND NOT " }, &[]);
                statement.join(&steward::is_official(self.company));
                statement
            }
        }
    }

    /// Works facets out anew where what is official has changed since they were settled.
    fn refresh(&self, hits: &mut [Hit]) -> Result<(), Fault> {
        for some in hits.chunks_mut(60) {
            let numbers: Vec<Value> = some.iter().map(|hit| Value::from(hit.thread)).collect();
            let marks = vec!["?"; numbers.len()].join(", ");
            let mut statement = Statement::of("SELECT t.n, ", &[]);
            statement.join(&steward::facet(self.company));
            statement.add(&format!(" FROM thread t WHERE t.n IN ({marks})"), &numbers);
            for row in self.here.all(&statement)? {
                let (n, facet) = (row.whole(0)?, row.count(1)?);
                some.iter_mut().filter(|hit| hit.thread == n).for_each(|hit| hit.facet = facet);
            }
        }
        Ok(())
    }

    /// A page without words: a plain list, and counts that are kept.
    fn page(&self, after: Option<Place>, limit: usize, bound: &str) -> Result<Response, Fault> {
        let request = self.request;
        let filters = Filters {
            product: request.product.as_ref(),
            kind: request.kind,
            phase: request.phase,
            answered: request.answered,
            tag: None,
        };
        let order = match request.order {
            Sort::Relevance => Order::Common,
            Sort::Active => Order::Active,
            Sort::MeToo => Order::MeToo,
            Sort::Waiting => Order::Waiting,
        };
        let most = u32::try_from(limit).unwrap_or(u32::MAX).saturating_add(1);
        let found = lines(self.here, self.company, self.viewer, filters, order, after, most)?;
        let part: Vec<&Thread> = found.iter().take(limit).collect();
        let next = part.last().filter(|_| found.len() > limit).map(|last| text(bound, place(order, last)));
        let numbers: Vec<u64> = part.iter().map(|thread| thread.n).collect();
        let (threads, counts) = self.kept_counts(filters)?;
        let matches = self.show(&numbers, &Marker::default())?;
        Ok(Response { matches, next, threads, at_least: false, counts })
    }

    /// How many threads the filters leave, out of the counts that are kept; what cannot be told from them is not counted.
    fn kept_counts(&self, filters: Filters<'_>) -> Result<(u32, Counts), Fault> {
        let sql = "SELECT group_concat(product || ' ' || facet || ' ' || threads, char(10)) FROM tally WHERE product <> '' AND threads > 0";
        let row = self.here.row(sql, &[])?;
        let kept = row.as_ref().map_or(Ok(None), |row| row.opt_text(0))?.unwrap_or_default();
        let (mut tally, mut total) = (Tally::default(), 0);
        // Claims of single threads and of what came later are not in the counts.
        let told = self.company.living().is_none()
            || (self.company.claims.iter().all(|claim| claim.reach == Reach::All) && !self.has_single_claims()?);
        for line in kept.lines() {
            let mut parts = line.split(' ');
            let (Some(product), Some(facet), Some(threads)) = (parts.next(), parts.next(), parts.next()) else { continue };
            let (Ok(facet), Ok(threads)) = (facet.parse().map(Facet), threads.parse::<u32>()) else { continue };
            let passes_product = filters.product.is_none_or(|key| key.as_str() == product);
            let without = |filters: Filters<'_>| fits(facet, filters);
            if without(filters) {
                *tally.product.entry(product.to_owned()).or_default() += threads;
            }
            if !passes_product {
                continue;
            }
            if without(filters) {
                total += threads;
                if told {
                    let by = if is_covered(self.company, product, None) { Steward::Official } else { Steward::FanMade };
                    *tally.steward.entry(by).or_default() += threads;
                }
            }
            if let (true, Some(kind)) = (without(Filters { kind: None, ..filters }), facet.kind()) {
                *tally.kind.entry(kind).or_default() += threads;
            }
            if let (true, Some(phase)) = (without(Filters { phase: None, ..filters }), facet.phase()) {
                *tally.phase.entry(phase).or_default() += threads;
            }
            if without(Filters { answered: None, ..filters }) {
                for answered in Answered::ALL.into_iter().filter(|answered| facet.has(*answered)) {
                    *tally.answered.entry(answered).or_default() += threads;
                }
            }
        }
        let mut counts = tally.counts(self.here)?;
        if !self.settled {
            counts.phase.clear();
            counts.answered.clear();
        }
        Ok((total, counts))
    }

    fn has_single_claims(&self) -> Result<bool, Fault> {
        let Some(tenancy) = self.company.living() else { return Ok(false) };
        let sql = "SELECT 1 FROM claim WHERE tenancy = ? AND released IS NULL AND scope = 'thread' LIMIT 1";
        Ok(self.here.row(sql, args![tenancy.as_str()])?.is_some())
    }

    /// The lines of these threads, in their order, with the words marked.
    fn show(&self, numbers: &[u64], marker: &Marker) -> Result<Vec<Match>, Fault> {
        if numbers.is_empty() {
            return Ok(Vec::new());
        }
        let marks = vec!["?"; numbers.len()].join(", ");
        let values: Vec<Value> = numbers.iter().map(|n| Value::from(*n)).collect();
        let sql =
            format!("SELECT {COLUMNS}, p.name, t.body FROM thread t JOIN product p ON p.key = t.product WHERE t.n IN ({marks})");
        let rows = self.here.rows(&sql, &values)?;
        let threads = rows.iter().map(|row| Ok((Thread::read(row)?, row))).collect::<Result<Vec<_>, Fault>>()?;
        let claims = self.company.claims_of(self.here, threads.iter().map(|(thread, _)| &thread.id))?;
        let mut shown = Vec::with_capacity(threads.len());
        for (thread, row) in &threads {
            shown.push((
                thread.n,
                Match {
                    row: thread.row(self.company, &claims),
                    product_name: row.text(WIDTH)?.to_owned(),
                    title: marker.pieces(&thread.title),
                    excerpt: self.excerpt(thread, row, marker)?,
                },
            ));
        }
        shown.sort_by_key(|(n, _)| numbers.iter().position(|other| other == n));
        Ok(shown.into_iter().map(|(_, shown)| shown).collect())
    }

    /// Where the words stand: in the opening post, else in the first reply that has them, else the opening post's beginning.
    fn excerpt(&self, thread: &Thread, row: &Row, marker: &Marker) -> Result<Vec<String>, Fault> {
        let opening = markup(row.text(WIDTH + 1)?)?.words();
        let excerpt = marker.excerpt(&opening, EXCERPT);
        if excerpt.len() > 1 || thread.replies == 0 || marker.is_empty() {
            return Ok(if opening.is_empty() { Vec::new() } else { excerpt });
        }
        let sql = "SELECT body FROM reply WHERE thread = ? AND visibility = 'public' ORDER BY n LIMIT ?";
        for reply in self.here.rows(sql, args![thread.n, REPLIES])? {
            let found = marker.excerpt(&markup(reply.text(0)?)?.words(), EXCERPT);
            if found.len() > 1 {
                return Ok(found);
            }
        }
        Ok(if opening.is_empty() { Vec::new() } else { excerpt })
    }
}

/// What a position is bound to.
fn bound_to(request: &Request) -> String {
    let product = request.product.as_ref().map_or("", |product| product.as_str());
    let phase = request.phase.map_or("", phase_code);
    let kind = request.kind.map_or("", Kind::code);
    let answered = request.answered.map_or("", Answered::code);
    let steward = request.steward.map_or("", Steward::code);
    let within = request.within.map_or("", Age::code);
    let q = request.q.as_ref().map_or("", Sought::as_str).replace('~', " ");
    format!("s~{}~{product}~{phase}~{kind}~{answered}~{steward}~{within}~{q}", request.order.code())
}
