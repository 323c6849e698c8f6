//! How many threads each value of a filter would leave, counted over what was found.

use std::collections::HashMap;

use chie_domain::api::search_threads::{Answered, Count, Counts, ProductCount, Request, Steward, Within as Age};
use chie_domain::text::ProductKey;
use chie_domain::thread::{Kind, Phase};
use chie_domain::time::{Span, Timestamp};

use crate::here::Here;
use crate::search::find::Hit;
use crate::sql::{Fault, Sql, Value};
use crate::steward::Facet;

/// How many products are counted.
const PRODUCTS: usize = 50;

/// The filters of a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Filter {
    Product,
    Kind,
    Phase,
    Answered,
    Steward,
    Within,
}

pub(super) fn since(now: Timestamp, age: Age) -> u64 {
    now.millis().saturating_sub(Span::days(age.days()).millis())
}

/// The filters that a hit does not pass, two at most: a hit that misses one alone counts for that filter's other values.
pub(super) fn misses(now: Timestamp, request: &Request, hit: &Hit, is_official: bool) -> Vec<Filter> {
    let facet = Facet(hit.facet);
    let official = |wanted| (wanted == Steward::Official) == is_official;
    let all = [
        (Filter::Product, request.product.as_ref().is_none_or(|key| key.as_str() == hit.product)),
        (Filter::Kind, request.kind.is_none_or(|kind| facet.kind() == Some(kind))),
        (Filter::Phase, request.phase.is_none_or(|phase| facet.phase() == Some(phase))),
        (Filter::Answered, request.answered.is_none_or(|answered| facet.has(answered))),
        (Filter::Steward, request.steward.is_none_or(official)),
        (Filter::Within, request.within.is_none_or(|age| hit.at >= since(now, age))),
    ];
    all.into_iter().filter(|(_, passes)| !passes).map(|(filter, _)| filter).take(2).collect()
}

pub(super) fn count<S: Sql>(here: &Here<'_, S>, request: &Request, hits: &[(Hit, bool)]) -> Result<Counts, Fault> {
    let mut tally = Tally::default();
    for (hit, is_official) in hits {
        let missed = misses(here.now, request, hit, *is_official);
        // A value of a filter is counted where all other filters pass.
        let counts_for = |filter: Filter| missed.iter().all(|other| *other == filter);
        let facet = Facet(hit.facet);
        if counts_for(Filter::Product) {
            *tally.product.entry(hit.product.clone()).or_default() += 1;
        }
        if let (true, Some(kind)) = (counts_for(Filter::Kind), facet.kind()) {
            *tally.kind.entry(kind).or_default() += 1;
        }
        if let (true, Some(phase)) = (counts_for(Filter::Phase), facet.phase()) {
            *tally.phase.entry(phase).or_default() += 1;
        }
        for answered in Answered::ALL.into_iter().filter(|answered| counts_for(Filter::Answered) && facet.has(*answered)) {
            *tally.answered.entry(answered).or_default() += 1;
        }
        if counts_for(Filter::Steward) {
            *tally.steward.entry(if *is_official { Steward::Official } else { Steward::FanMade }).or_default() += 1;
        }
        for age in Age::ALL.into_iter().filter(|age| counts_for(Filter::Within) && hit.at >= since(here.now, *age)) {
            *tally.within.entry(age).or_default() += 1;
        }
    }
    tally.counts(here)
}

#[derive(Default)]
pub(super) struct Tally {
    pub(super) product: HashMap<String, u32>,
    pub(super) kind: HashMap<Kind, u32>,
    pub(super) phase: HashMap<Phase, u32>,
    pub(super) answered: HashMap<Answered, u32>,
    pub(super) steward: HashMap<Steward, u32>,
    pub(super) within: HashMap<Age, u32>,
}

const KINDS: [Kind; 5] = [Kind::Question, Kind::Problem, Kind::Idea, Kind::Praise, Kind::Update];
const PHASES: [Phase; 4] = [Phase::Open, Phase::Active, Phase::Resolved, Phase::Declined];

impl Tally {
    /// The counts in the order of their values; what nothing has is left out.
    pub(super) fn counts<S: Sql>(self, here: &Here<'_, S>) -> Result<Counts, Fault> {
        fn ordered<T: Copy + Eq + std::hash::Hash>(all: &[T], counted: &HashMap<T, u32>) -> Vec<Count<T>> {
            let of = |value: &T| counted.get(value).map(|threads| Count { value: *value, threads: *threads });
            all.iter().filter_map(of).collect()
        }
        let mut products: Vec<(&String, &u32)> = self.product.iter().collect();
        products.sort_by(|a, b| b.1.cmp(a.1).then(a.0.cmp(b.0)));
        products.truncate(PRODUCTS);
        let keys: Vec<Value> = products.iter().map(|(key, _)| Value::from(key.as_str())).collect();
        let mut names: HashMap<String, String> = HashMap::new();
        if !keys.is_empty() {
            let marks = vec!["?"; keys.len()].join(", ");
            for row in here.rows(&format!("SELECT key, name FROM product WHERE key IN ({marks})"), &keys)? {
                names.insert(row.text(0)?.to_owned(), row.text(1)?.to_owned());
            }
        }
        let product = |(key, threads): (&String, &u32)| {
            let name = names.get(key).unwrap_or(key).clone();
            Some(ProductCount { key: ProductKey::parse(key).ok()?, name, threads: *threads })
        };
        Ok(Counts {
            product: products.into_iter().filter_map(product).collect(),
            kind: ordered(&KINDS, &self.kind),
            phase: ordered(&PHASES, &self.phase),
            answered: ordered(&Answered::ALL, &self.answered),
            steward: ordered(&Steward::ALL, &self.steward),
            within: ordered(&Age::ALL, &self.within),
        })
    }
}
