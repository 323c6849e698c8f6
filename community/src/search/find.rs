//! Finding: which threads a question's words lead to, with how well they fit. All of the rarest words are asked for first,
//! any of them if too few threads have all. Work is bounded whatever is asked: frequencies are counted up to a limit, words
//! that half of all threads share rank nothing beside rarer ones, and of too many threads the newest are taken, which is said.

use std::collections::HashMap;

use chie_domain::text::ProductKey;
use chie_domain::thread::Kind;

use crate::here::Here;
use crate::products;
use crate::row::{Statement, args};
use crate::search::index::{PARTS, kind_facet, product_facet};
use crate::search::question::{Question, Term};
use crate::sql::{Fault, Sql};

/// How many words of a question are asked for together.
const KEPT: usize = 6;

/// How much work a question may be.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Effort {
    /// With fewer threads than this that have all words, threads with any of them are taken too.
    pub(crate) enough: usize,
    /// How many documents are taken at most.
    pub(crate) most: u32,
    /// Beyond so many documents words are common: alone they rank nothing, and they are not asked for by themselves.
    pub(crate) common: u32,
}

/// What the caller narrows a search to; other filters are applied to what was found.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Within<'a> {
    /// Only of this product.
    pub(crate) product: Option<&'a ProductKey>,
    /// Only of this kind.
    pub(crate) kind: Option<Kind>,
}

/// A thread that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Hit {
    pub(crate) thread: u64,
    /// How well it fits, in thousandths; higher is better.
    pub(crate) score: u64,
    /// Whether it has all words that were asked for.
    pub(crate) has_all: bool,
    pub(crate) facet: u32,
    pub(crate) product: String,
    pub(crate) at: u64,
    pub(crate) active: u64,
    pub(crate) me_too: u64,
    pub(crate) waits: u64,
}

/// What was found.
#[derive(Debug, Default)]
pub(crate) struct Found {
    /// Each thread once, in no order.
    pub(crate) hits: Vec<Hit>,
    /// Whether there are more than were taken.
    pub(crate) capped: bool,
}

struct Known {
    frequency: u32,
    clause: usize,
    expression: String,
}

/// Finds.
pub(crate) fn find<S: Sql>(here: &Here<'_, S>, question: &Question, within: Within<'_>, effort: Effort) -> Result<Found, Fault> {
    let mut found = Collected::default();
    let products = match within.product {
        Some(key) => std::iter::once(key.clone()).chain(products::merged(here, key)?).collect(),
        None => Vec::new(),
    };
    let seek = Seek { here, question, within, effort, products };
    let mut known = seek.known()?;
    known.sort_by_key(|known| known.frequency);
    let exact = !question.exact.is_empty();
    if !known.is_empty() || exact {
        let kept = known.iter().take(KEPT);
        let all: Vec<&str> = kept.clone().map(|known| known.expression.as_str()).collect();
        let ranked = exact || known.first().is_some_and(|known| known.frequency < effort.common);
        // A word that occurs nowhere means that nothing has all.
        let complete = known.len() == question.clauses.len();
        seek.take(&all.join(" AND "), &[], ranked, complete, &mut found)?;
    }
    seek.take_by_product(&known, &mut found)?;
    if found.hits.len() < effort.enough && known.len() > 1 {
        let within = known.iter().scan(0, |sum, known| {
            *sum += known.frequency;
            (*sum < effort.common).then_some(())
        });
        let rare: Vec<&str> = known.iter().take(within.count().max(1)).map(|known| known.expression.as_str()).collect();
        if known.first().is_some_and(|known| known.frequency < effort.common) {
            seek.take(&rare.join(" OR "), &[], true, false, &mut found)?;
        }
    }
    Ok(Found { hits: found.hits, capped: found.capped })
}

#[derive(Default)]
struct Collected {
    hits: Vec<Hit>,
    places: HashMap<u64, usize>,
    capped: bool,
}

impl Collected {
    fn add(&mut self, hit: Hit) {
        if let Some(old) = self.places.get(&hit.thread).and_then(|place| self.hits.get_mut(*place)) {
            old.score = old.score.max(hit.score);
            old.has_all |= hit.has_all;
        } else {
            self.places.insert(hit.thread, self.hits.len());
            self.hits.push(hit);
        }
    }
}

struct Seek<'a, 'h, S> {
    here: &'a Here<'h, S>,
    question: &'a Question,
    within: Within<'a>,
    effort: Effort,
    /// The keys of the product that is searched: threads keep in the index the key that they were written under.
    products: Vec<ProductKey>,
}

impl<S: Sql> Seek<'_, '_, S> {
    /// The clauses that occur at all, with how often.
    fn known(&self) -> Result<Vec<Known>, Fault> {
        let mut known = Vec::new();
        for (place, clause) in self.question.clauses.iter().enumerate() {
            let mut expression = clause.expression();
            let mut frequency = self.frequency(&expression)?;
            // What is still being typed is itself where it is a word, else whatever begins with it: a beginning brings together
            // the lists of all its words, which is dear in a large index.
            if let (true, 0, Some(Term::Words(words))) = (clause.typed, frequency, clause.any.first()) {
                expression = Term::Begun(words.clone()).expression();
                frequency = self.frequency(&expression)?;
            }
            if frequency > 0 {
                known.push(Known { frequency, clause: place, expression });
            }
        }
        Ok(known)
    }

    fn frequency(&self, expression: &str) -> Result<u32, Fault> {
        let count = "SELECT count(*) FROM (SELECT rowid FROM found WHERE found MATCH ? LIMIT ?)";
        self.here.row(count, args![expression, self.effort.common])?.map_or(Ok(0), |row| row.count(0))
    }

    /// The whole expression: what was quoted must be there, what was excluded must not, and the facets narrow it.
    fn narrowed(&self, words: &str) -> Option<String> {
        let mut all: Vec<String> = Vec::new();
        if !words.is_empty() {
            all.push(["(", words, ")"].concat());
        }
        all.extend(self.question.exact.iter().map(Term::expression));
        if all.is_empty() {
            return None;
        }
        if !self.products.is_empty() {
            let keys: Vec<String> = self.products.iter().map(|key| format!("facet : {}", product_facet(key.as_str()))).collect();
            all.push(["(", &keys.join(" OR "), ")"].concat());
        }
        all.extend(self.within.kind.map(|kind| format!("facet : {}", kind_facet(kind))));
        let mut whole = all.join(" AND ");
        if !self.question.excluded.is_empty() {
            let excluded: Vec<String> = self.question.excluded.iter().map(Term::expression).collect();
            whole = format!("({whole}) NOT ({})", excluded.join(" OR "));
        }
        Some(whole)
    }

    fn take(&self, words: &str, products: &[&str], ranked: bool, has_all: bool, into: &mut Collected) -> Result<(), Fault> {
        let Some(expression) = self.narrowed(words) else { return Ok(()) };
        let score = if ranked { "CAST(-1000.0 * rank AS INTEGER)" } else { "0" };
        let statement = Statement::of(
            &format!(
                "SELECT count(*), group_concat({LINE}, char(10)) FROM (SELECT rowid AS r, {score} AS s FROM found \
                 WHERE found MATCH ? ORDER BY rowid DESC LIMIT ?) h CROSS JOIN thread_line l ON l.n = h.r / {PARTS}"
            ),
            args![expression, self.effort.most],
        );
        self.collect(&statement, has_all, |hit| products.is_empty() || products.contains(&hit.product.as_str()), into)
    }

    /// Threads of a product that the words name, though the threads themselves may not.
    fn take_by_product(&self, known: &[Known], into: &mut Collected) -> Result<(), Fault> {
        let named = self.named()?;
        let most = named.values().map(Vec::len).max().unwrap_or(0);
        let products: Vec<&String> =
            named.iter().filter(|(_, clauses)| clauses.len() == most).map(|(product, _)| product).collect();
        let Some(clauses) = products.first().and_then(|product| named.get(*product)) else { return Ok(()) };
        let products: Vec<&str> = products.iter().take(20).map(|product| product.as_str()).collect();
        if self.question.clauses.len() == clauses.len() && self.question.exact.is_empty() {
            return self.take_all_of(&products, into);
        }
        let rest: Vec<&Known> = known.iter().filter(|known| !clauses.contains(&known.clause)).take(KEPT).collect();
        let complete = rest.len() + clauses.len() >= self.question.clauses.len();
        if !complete || rest.is_empty() {
            return Ok(());
        }
        let ranked = rest.first().is_some_and(|known| known.frequency < self.effort.common);
        let words: Vec<&str> = rest.iter().map(|known| known.expression.as_str()).collect();
        self.take(&words.join(" AND "), &products, ranked, true, into)
    }

    /// Which clauses the names and aliases of products satisfy.
    fn named(&self) -> Result<HashMap<String, Vec<usize>>, Fault> {
        let words: Vec<(usize, &Vec<String>)> = self
            .question
            .clauses
            .iter()
            .enumerate()
            .filter_map(|(place, clause)| match clause.any.first() {
                Some(Term::Words(words)) => Some((place, words)),
                Some(Term::Begun(_) | Term::Character(_)) | None => None,
            })
            .collect();
        let mut named: HashMap<String, Vec<usize>> = HashMap::new();
        if words.is_empty() {
            return Ok(named);
        }
        let all: Vec<&String> = words.iter().flat_map(|(_, words)| words.iter()).collect();
        let all = serde_json::to_string(&all).map_err(|_| Fault("words could not be written down".to_owned()))?;
        let sql = "SELECT word, product FROM product_word WHERE word IN (SELECT value FROM json_each(?)) LIMIT 2000";
        let mut of: HashMap<String, Vec<String>> = HashMap::new();
        for row in self.here.rows(sql, args![all])? {
            of.entry(row.text(1)?.to_owned()).or_default().push(row.text(0)?.to_owned());
        }
        for (product, has) in of {
            let clauses: Vec<usize> =
                words.iter().filter(|(_, words)| words.iter().all(|word| has.contains(word))).map(|(place, _)| *place).collect();
            if !clauses.is_empty() {
                named.insert(product, clauses);
            }
        }
        Ok(named)
    }

    /// All threads of products, those with something new first.
    fn take_all_of(&self, products: &[&str], into: &mut Collected) -> Result<(), Fault> {
        for product in products {
            if self.within.product.is_some_and(|only| only.as_str() != *product) {
                continue;
            }
            let mut statement = Statement::of(
                &format!(
                    "SELECT count(*), group_concat({LINE}, char(10)) FROM (SELECT t.n AS n, t.n * {PARTS} AS r, 1 AS s FROM thread t \
                     WHERE t.product = ?"
                ),
                args![*product],
            );
            if let Some(kind) = self.within.kind {
                statement.add(" AND t.kind = ?", args![kind.code()]);
            }
            if !self.question.excluded.is_empty() {
                let excluded: Vec<String> = self.question.excluded.iter().map(Term::expression).collect();
                let sql = format!(" AND t.n NOT IN (SELECT rowid / {PARTS} FROM found WHERE found MATCH ?)");
                statement.add(&sql, args![excluded.join(" OR ")]);
            }
            statement
                .add(" ORDER BY t.active DESC, t.n DESC LIMIT ?) h CROSS JOIN thread_line l ON l.n = h.n", args![self.effort.most]);
            self.collect(&statement, true, |_| true, into)?;
        }
        Ok(())
    }

    fn collect(
        &self,
        statement: &Statement,
        has_all: bool,
        fits: impl Fn(&Hit) -> bool,
        into: &mut Collected,
    ) -> Result<(), Fault> {
        let Some(row) = self.here.all(statement)?.into_iter().next() else { return Ok(()) };
        into.capped |= row.count(0)? >= self.effort.most;
        for line in row.opt_text(1)?.unwrap_or_default().lines() {
            let hit = read(line, has_all).ok_or_else(|| Fault("a line of the search cannot be read".to_owned()))?;
            if fits(&hit) {
                into.add(hit);
            }
        }
        Ok(())
    }
}

/// What is read of each hit, in one text: thousands of rows would each cross into the object's database and back. Only threads
/// that everybody can see have a line.
pub(crate) const LINE: &str = "h.r || ' ' || h.s || ' ' || l.told";

pub(crate) fn read(line: &str, has_all: bool) -> Option<Hit> {
    let mut parts = line.split(' ');
    let mut number = || parts.next()?.split('.').next()?.parse::<u64>().ok();
    let (document, score, facet) = (number()?, number()?, number()?);
    let (at, active, me_too, waits) = (number()?, number()?, number()?, number()?);
    let product = parts.next()?.to_owned();
    Some(Hit { thread: document / PARTS, score, has_all, facet: u32::try_from(facet).ok()?, product, at, active, me_too, waits })
}
