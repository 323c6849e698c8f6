//! How fast it finds and lists, in a community of any size.

use std::path::Path;
use std::time::Instant;

use chie_community::ask::{Ask, Caller, Outcome};
use chie_community::native::Native;
use chie_community::sql::{Sql, Value};
use chie_domain::api::list_threads::{self, Order};
use chie_domain::api::search_threads::{self, Answered, Sort};
use chie_domain::api::{set_accepted, set_me_too, suggest_threads};
use chie_domain::text::{ProductKey, Sought};
use chie_domain::thread::{Kind, Phase};
use chie_domain::time::Span;
use serde_json::json;

use crate::Done;
use crate::language::{Chance, Language};
use crate::plain::{PLAIN, Plain};
use crate::stage::Stage;

const PRODUCTS: [&str; 20] = [
    "kettle", "lamp", "grinder", "toaster", "fan", "heater", "mixer", "scale", "oven", "press", "stove", "pan", "pot", "mug",
    "tray", "clock", "radio", "speaker", "charger", "cable",
];

/// Fills a community, or takes the one that a former run left in `file`, and times it.
pub(crate) fn speed(threads: usize, file: Option<&Path>) -> Done<serde_json::Value> {
    let mut chance = Chance(0x9e37_79b9_7f4a_7c15);
    let language = Language::new(&mut chance);
    let is_filled = file.is_some_and(Path::exists);
    let mut stage = match file {
        Some(file) => Stage::on(Native::open(file)?)?,
        None => Stage::new()?,
    };
    if file.is_some() {
        stage.sql.rows("PRAGMA cache_size = -4000000", &[])?;
        stage.sql.rows("PRAGMA journal_mode = MEMORY", &[])?;
        stage.sql.rows("PRAGMA synchronous = OFF", &[])?;
    }
    let mut texts: Vec<String> = Vec::with_capacity(threads);
    let begun = moment();
    for n in 0..threads {
        let made = Made::new(&mut chance, &language, n % 5 < 2);
        stage.now = stage.now.after(Span::minutes(3));
        if !is_filled {
            made.post(&mut stage)?;
        }
        texts.push(made.text());
    }
    let filled = begun.elapsed().as_secs_f64();
    let storage = bytes(&stage.sql)?;
    let lines = queries(&mut chance, &language, &texts);
    let likely = measure(&lines, |line| {
        let request = suggest_threads::Request { q: Sought::parse(line)?, product: Some(ProductKey::parse("kettle")?) };
        stage.ask(&Caller::Visitor, Ask::Likely(request)).map(drop)
    })?;
    let search = measure(&lines, |line| {
        stage
            .ask(&Caller::Visitor, Ask::Search(search_threads::Request { q: Sought::parse(line).ok(), ..Default::default() }))
            .map(drop)
    })?;
    let filtered = measure(&lines, |line| {
        let request = search_threads::Request {
            q: Sought::parse(line).ok(),
            product: Some(ProductKey::parse("lamp")?),
            answered: Some(Answered::Accepted),
            order: Sort::Active,
            ..Default::default()
        };
        stage.ask(&Caller::Visitor, Ask::Search(request)).map(drop)
    })?;
    let list = time_lists(&mut stage)?;
    let mut plain = serde_json::Map::new();
    for (name, tokenizer) in PLAIN.into_iter().filter(|_| !is_filled) {
        let table = Plain::new(tokenizer)?;
        for (n, text) in texts.iter().enumerate() {
            table.add(n, text)?;
        }
        let times = measure(&lines, |line| table.find(line, 20).map(drop))?;
        plain.insert(name.to_owned(), json!({ "search": times, "bytes_per_thread": bytes(&table.sql)? / threads.max(1) }));
    }
    let text_bytes: usize = texts.iter().map(String::len).sum();
    Ok(json!({
        "threads": threads,
        "filled_in_s": (filled * 10.0).round() / 10.0,
        "bytes_per_thread": storage / threads.max(1),
        "text_bytes_per_thread": text_bytes / threads.max(1),
        "likely": likely,
        "search": search,
        "search_filtered": filtered,
        "lists": list,
        "plain": plain,
    }))
}

/// A thread that somebody could have written.
struct Made {
    product: &'static str,
    kind: Kind,
    title: String,
    body: String,
    /// Each with whether the asker accepts it.
    replies: Vec<(String, bool)>,
    me_too: bool,
}

impl Made {
    fn new(chance: &mut Chance, language: &Language, japanese: bool) -> Self {
        let title = language.text(chance, japanese, 6).chars().take(100).collect();
        let body = language.text(chance, japanese, 40);
        let kind = match chance.below(20) {
            0..=7 => Kind::Question,
            8..=15 => Kind::Problem,
            16..=18 => Kind::Idea,
            _ => Kind::Praise,
        };
        let product = PRODUCTS.get(chance.rank(PRODUCTS.len())).copied().unwrap_or("kettle");
        let mut replies = Vec::new();
        for reply in 0..chance.below(4) {
            let words = language.text(chance, japanese, 25);
            replies.push((words, reply == 0 && chance.below(2) == 0));
        }
        Self { product, kind, title, body, replies, me_too: chance.below(5) == 0 }
    }

    fn post(&self, stage: &mut Stage) -> Done<()> {
        let (thread, asker) = stage.post(self.product, self.kind, &self.title, &self.body)?;
        for (words, accepted) in &self.replies {
            let id = stage.reply(&thread, words)?;
            if *accepted {
                stage.ask(&Caller::Member(asker.clone()), Ask::SetAccepted(id, set_accepted::Request { on: true }))?;
            }
        }
        if self.me_too {
            stage.ask(&Caller::Visitor, Ask::SetMeToo(thread, set_me_too::Request { on: true }))?;
        }
        Ok(())
    }

    fn text(&self) -> String {
        let replies: Vec<&str> = self.replies.iter().map(|(words, _)| words.as_str()).collect();
        [&[self.title.as_str(), self.body.as_str()], replies.as_slice()].concat().join("\n")
    }
}

/// The one clock of a measure.
#[expect(clippy::disallowed_methods, reason = "a measure is about time")]
fn moment() -> Instant {
    Instant::now()
}

fn bytes(sql: &Native) -> Done<usize> {
    let mut product = 1.0;
    for what in ["PRAGMA page_count", "PRAGMA page_size"] {
        if let Some(Value::Number(n)) = sql.rows(what, &[])?.into_iter().flatten().next() {
            product *= n;
        }
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a size is whole and positive")]
    Ok(product as usize)
}

/// What visitors type: parts of titles, common and rare words, one and two characters, and what nobody wrote.
fn queries(chance: &mut Chance, language: &Language, texts: &[String]) -> Vec<String> {
    let mut lines = Vec::new();
    for n in 0..400 {
        let title = texts.get(chance.below(texts.len())).and_then(|text| text.lines().next()).unwrap_or("kettle");
        let letters: Vec<char> = title.chars().collect();
        lines.push(match n % 8 {
            0 => title.to_owned(),
            1 => title.split(' ').take(3).collect::<Vec<_>>().join(" "),
            2 => letters.iter().take(4 + chance.below(12)).collect(),
            3 => language.english(chance, 2),
            4 => language.english(chance, 1),
            5 => language.kanji.get(chance.rank(language.kanji.len())).map_or_else(|| "笛".to_owned(), char::to_string),
            6 => language.japanese(chance, 2),
            _ => format!("kettle {}", language.english(chance, 3)),
        });
    }
    lines
}

fn measure(lines: &[String], mut ask: impl FnMut(&str) -> Done<()>) -> Done<serde_json::Value> {
    let mut times = Vec::with_capacity(lines.len());
    for line in lines.iter().take(20) {
        ask(line)?;
    }
    for line in lines {
        let begun = moment();
        ask(line)?;
        times.push(begun.elapsed().as_secs_f64() * 1_000.0);
    }
    Ok(summary(times))
}

fn summary(mut times: Vec<f64>) -> serde_json::Value {
    times.sort_by(f64::total_cmp);
    let at = |share: usize| times.get(times.len() * share / 100).map_or(0.0, |time| (time * 1_000.0).round() / 1_000.0);
    json!({ "p50_ms": at(50), "p95_ms": at(95), "max_ms": times.last().map_or(0.0, |time| (time * 1_000.0).round() / 1_000.0) })
}

/// How often all lists are asked for, once before counting. A list takes microseconds, so that one round tells of what else the machine
/// did; what stands in the middle of many tells of lists.
const ROUNDS: usize = 25;

/// Every order with every filter, first and second page: of all rounds the one in the middle, each number by itself.
fn time_lists(stage: &mut Stage) -> Done<serde_json::Value> {
    list_round(stage)?;
    let mut rounds = Vec::with_capacity(ROUNDS);
    for _ in 0..ROUNDS {
        rounds.push(summary(list_round(stage)?));
    }
    let middle = |name: &str| {
        let mut all: Vec<f64> = rounds.iter().filter_map(|round| round.get(name)?.as_f64()).collect();
        all.sort_by(f64::total_cmp);
        all.get(all.len() / 2).copied().unwrap_or_default()
    };
    Ok(json!({ "p50_ms": middle("p50_ms"), "p95_ms": middle("p95_ms"), "max_ms": middle("max_ms") }))
}

fn list_round(stage: &mut Stage) -> Done<Vec<f64>> {
    let mut times = Vec::new();
    for product in [None, Some("kettle"), Some("cable")] {
        for phase in [None, Some(Phase::Open), Some(Phase::Resolved), Some(Phase::Declined)] {
            for kind in [None, Some(Kind::Question), Some(Kind::Praise), Some(Kind::Update)] {
                for order in [Order::Common, Order::Active, Order::MeToo, Order::Waiting] {
                    let mut cursor = None;
                    for _ in 0..2 {
                        let product = product.map(ProductKey::parse).transpose()?;
                        let request =
                            list_threads::Request { product, phase, kind, tag: None, order, cursor: cursor.take(), limit: None };
                        let begun = moment();
                        let outcome = stage.ask(&Caller::Visitor, Ask::List(request))?;
                        times.push(begun.elapsed().as_secs_f64() * 1_000.0);
                        if let Outcome::List(page) = outcome {
                            cursor = page.next;
                        }
                        if cursor.is_none() {
                            break;
                        }
                    }
                }
            }
        }
    }
    Ok(times)
}
