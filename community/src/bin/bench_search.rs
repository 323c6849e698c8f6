//! Measures the search natively: `recall` asks a corpus its questions, `speed` fills a community with generated threads and
//! times what visitors ask. Both do the same with plain FTS5 tables in the same run. Prints one JSON object;
//! `npm run bench:search` puts them together.

use std::collections::HashMap;
use std::error::Error;
use std::time::Instant;

use chie_community::answer;
use chie_community::ask::{Ask, Caller, Moment, Outcome};
use chie_community::native::Native;
use chie_community::sql::{Sql, Value};
use chie_domain::api::list_threads::{self, Order};
use chie_domain::api::search_threads::{self, Answered, Sort};
use chie_domain::api::{post_reply, post_thread, set_accepted, set_me_too, suggest_threads};
use chie_domain::brand::BrandDomain;
use chie_domain::id::{MemberId, ReplyId, ThreadId};
use chie_domain::photo::Album;
use chie_domain::text::{Body, ProductKey, ProductName, Sought, Title};
use chie_domain::thread::{Kind, Phase};
use chie_domain::time::{Span, Timestamp};
use serde_json::json;

type Done<T> = Result<T, Box<dyn Error>>;

fn main() -> Done<()> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let result = match args.as_slice() {
        ["recall", docs, queries] => recall(docs, queries)?,
        ["speed", threads] => speed(threads.parse()?)?,
        _ => return Err("usage: bench_search recall DOCS.jsonl QUERIES.jsonl | speed THREADS".into()),
    };
    println!("{result}");
    Ok(())
}

/// A community with a clock and a chance of its own, the same in every run.
struct Stage {
    sql: Native,
    brand: BrandDomain,
    now: Timestamp,
    turn: u64,
}

impl Stage {
    fn new() -> Done<Self> {
        let brand = BrandDomain::parse("acme.example")?;
        Ok(Self { sql: Native::in_memory()?, brand, now: Timestamp::from_millis(1_800_000_000_000), turn: 0 })
    }

    fn ask(&mut self, caller: &Caller, ask: Ask) -> Done<Outcome> {
        self.turn += 1;
        let mut seed = [0; 32];
        for (byte, from) in seed.iter_mut().zip(self.turn.to_be_bytes()) {
            *byte = from;
        }
        Ok(answer(&self.sql, &self.brand, &Moment { now: self.now, seed }, caller, None, ask)?)
    }

    fn post(&mut self, product: &str, kind: Kind, title: &str, body: &str) -> Done<(ThreadId, MemberId)> {
        let request = post_thread::Request {
            product: ProductKey::parse(product)?,
            product_name: ProductName::parse(product).ok(),
            kind,
            title: Title::parse(title)?,
            body: Body::parse(body).ok(),
            name: None,
            mood: None,
            mood_words: None,
            facts: None,
            personal_data_ok: true,
            photos: Album::default(),
        };
        match self.ask(&Caller::Visitor, Ask::PostThread(request))? {
            Outcome::PostedThread(view, Some(guest)) => Ok((view.row.id, guest)),
            _ => Err("a thread was not posted".into()),
        }
    }

    fn reply(&mut self, thread: &ThreadId, text: &str) -> Done<ReplyId> {
        let request =
            post_reply::Request { body: Body::parse(text)?, name: None, personal_data_ok: true, photos: Album::default() };
        match self.ask(&Caller::Visitor, Ask::PostReply(thread.clone(), request))? {
            Outcome::PostedReply(view, _) => Ok(view.id),
            _ => Err("a reply was not posted".into()),
        }
    }
}

const PLAIN: [(&str, &str); 3] = [("unicode61", "unicode61"), ("porter", "porter unicode61"), ("trigram", "trigram")];

/// A plain table of the same texts, asked with any of the words, ranked by `bm25`.
struct Plain {
    sql: Native,
    trigram: bool,
}

impl Plain {
    fn new(tokenizer: &str) -> Done<Self> {
        let sql = Native::in_memory()?;
        sql.rows(&format!("CREATE VIRTUAL TABLE t USING fts5 (text, content = '', tokenize = '{tokenizer}')"), &[])?;
        Ok(Self { sql, trigram: tokenizer == "trigram" })
    }

    #[expect(clippy::cast_precision_loss, reason = "documents are few")]
    fn add(&self, n: usize, text: &str) -> Done<()> {
        let values = [Value::Number(n as f64), Value::Text(text.to_owned())];
        self.sql.rows("INSERT INTO t (rowid, text) VALUES (CAST(? AS INTEGER), ?)", &values)?;
        Ok(())
    }

    fn find(&self, query: &str, most: u32) -> Done<Vec<usize>> {
        let words = query.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let terms: Vec<String> = if self.trigram {
            let letters: Vec<Vec<char>> = words.map(|word| word.chars().collect()).collect();
            letters.iter().flat_map(|word| word.windows(3)).map(|three| three.iter().collect()).collect()
        } else {
            words.map(str::to_owned).collect()
        };
        if terms.is_empty() {
            return Ok(Vec::new());
        }
        let terms: Vec<String> = terms.iter().map(|term| format!("\"{term}\"")).collect();
        let values = [Value::Text(terms.join(" OR ")), Value::Number(f64::from(most))];
        let rows = self.sql.rows("SELECT rowid FROM t WHERE t MATCH ? ORDER BY rank LIMIT ?", &values)?;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "row numbers are small and whole")]
        let number = |row: Vec<Value>| match row.into_iter().next() {
            Some(Value::Number(n)) => n as usize,
            _ => usize::MAX,
        };
        Ok(rows.into_iter().map(number).collect())
    }
}

struct Doc {
    id: String,
    text: String,
}

struct Asked {
    text: String,
    relevant: Vec<String>,
}

fn lines(path: &str) -> Done<Vec<serde_json::Value>> {
    let file = std::fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))?;
    let read =
        |(n, line): (usize, &str)| serde_json::from_str(line).map_err(|error| format!("{path}, line {}: {error}", n + 1).into());
    file.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()).map(read).collect()
}

fn field(line: &serde_json::Value, name: &str) -> Done<String> {
    match line.get(name) {
        Some(serde_json::Value::String(text)) => Ok(text.clone()),
        Some(serde_json::Value::Number(number)) => Ok(number.to_string()),
        _ => Err(format!("a line has no \"{name}\"").into()),
    }
}

/// Up to so many characters of a text, and the rest.
fn split(text: &str, most: usize) -> (&str, &str) {
    text.char_indices().nth(most).map_or((text, ""), |(at, _)| text.split_at(at))
}

fn recall(docs: &str, queries: &str) -> Done<serde_json::Value> {
    let mut read = Vec::new();
    for line in lines(docs)? {
        read.push(Doc { id: field(&line, "id")?, text: field(&line, "text")? });
    }
    let mut asked = Vec::new();
    for line in lines(queries)? {
        let relevant = line.get("relevant").and_then(|list| list.as_array()).cloned().unwrap_or_default();
        let relevant = relevant.iter().map(|id| id.as_str().map_or_else(|| id.to_string(), str::to_owned)).collect();
        asked.push(Asked { text: field(&line, "text")?, relevant });
    }
    let mut stage = Stage::new()?;
    let mut ids: HashMap<String, usize> = HashMap::new();
    for (n, doc) in read.iter().enumerate() {
        let (first, rest) = doc.text.trim().split_once('\n').unwrap_or((doc.text.trim(), ""));
        // A heading becomes the title; a text without one begins with its own beginning.
        let (title, body) =
            if first.chars().count() <= Title::MAX { (first, rest) } else { (split(first, 80).0, doc.text.as_str()) };
        let title: String = title.chars().filter(|c| !c.is_control()).collect();
        let (body, mut more) = split(body, 9_000);
        let (thread, _) = stage.post("docs", Kind::Question, if title.trim().is_empty() { "–" } else { &title }, body)?;
        while !more.trim().is_empty() {
            let (part, rest) = split(more, 9_000);
            stage.reply(&thread, part)?;
            more = rest;
        }
        ids.insert(thread.to_string(), n);
    }
    let mut engines = serde_json::Map::new();
    let mut missed = Vec::new();
    let mut score = |name: &str, found: &mut dyn FnMut(&str) -> Done<Vec<usize>>| -> Done<()> {
        let (mut five, mut ten, mut reciprocal) = (0.0_f64, 0.0_f64, 0.0_f64);
        for query in &asked {
            let found = found(&query.text)?;
            let is_relevant = |n: &usize| read.get(*n).is_some_and(|doc| query.relevant.contains(&doc.id));
            #[expect(clippy::cast_precision_loss, reason = "small counts")]
            let share = |most: usize| {
                found.iter().take(most).filter(|n| is_relevant(n)).count() as f64 / (query.relevant.len().clamp(1, most) as f64)
            };
            five += share(5);
            ten += share(10);
            let first = found.iter().take(10).position(is_relevant);
            #[expect(clippy::cast_precision_loss, reason = "ten places")]
            let part = first.map_or(0.0, |place| 1.0 / (place + 1) as f64);
            reciprocal += part;
            if name == "chie" && share(5) < 1.0 {
                missed.push(query.text.clone());
            }
        }

        let all = f64::from(u32::try_from(asked.len().max(1))?);
        let round = |value: f64| (value / all * 10_000.0).round() / 10_000.0;
        engines
            .insert(name.to_owned(), json!({ "recall_at_5": round(five), "recall_at_10": round(ten), "mrr": round(reciprocal) }));
        Ok(())
    };
    score("chie", &mut |text| {
        let request = search_threads::Request { q: Sought::parse(text).ok(), limit: Some(10), ..Default::default() };
        match stage.ask(&Caller::Visitor, Ask::Search(request))? {
            Outcome::Search(found) => {
                Ok(found.matches.iter().filter_map(|found| ids.get(found.row.id.as_str()).copied()).collect())
            }
            _ => Err("not a search".into()),
        }
    })?;
    for (name, tokenizer) in PLAIN {
        let plain = Plain::new(tokenizer)?;
        for (n, doc) in read.iter().enumerate() {
            plain.add(n, &doc.text)?;
        }
        score(name, &mut |text| plain.find(text, 10))?;
    }
    Ok(json!({ "docs": read.len(), "queries": asked.len(), "engines": engines, "missed_at_5": missed }))
}

/// Chance that is the same in every run (a 64-bit xorshift).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, most: usize) -> usize {
        usize::try_from(self.next() % (most.max(1) as u64)).unwrap_or(0)
    }

    /// A place in a list, the early ones far more often: as words are in any language.
    #[expect(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a share of a small list"
    )]
    fn rank(&mut self, most: usize) -> usize {
        let share = (self.next() % 1_000_000) as f64 / 1_000_000.0;
        ((most as f64).powf(share) - 1.0) as usize
    }
}

/// Words that are made up, but as common and as long as those of a language.
struct Language {
    english: Vec<String>,
    kanji: Vec<char>,
    katakana: Vec<String>,
}

const SYLLABLES: [&str; 40] = [
    "ba", "ke", "ti", "lo", "mu", "ra", "ne", "si", "do", "fu", "pa", "le", "gi", "no", "ju", "sta", "tre", "bri", "clo", "plu",
    "an", "er", "in", "on", "us", "al", "ent", "ist", "or", "ure", "ma", "ve", "ri", "co", "hu", "sha", "che", "thi", "wo", "qua",
];
const PARTICLES: [&str; 12] = ["が", "を", "に", "は", "の", "で", "から", "まで", "と", "も", "へ", "より"];
const ENDINGS: [&str; 10] =
    ["しません", "できない", "しました", "ですか", "している", "なくなった", "してください", "れます", "ません", "たい"];

impl Language {
    fn new(chance: &mut Chance) -> Self {
        let mut english = Vec::new();
        for n in 0..20_000 {
            let length = if n < 200 { 1 + chance.below(2) } else { 2 + chance.below(3) };
            english.push((0..length).map(|_| SYLLABLES.get(chance.below(40)).copied().unwrap_or("a")).collect());
        }
        let kanji = (0..1_800_u32).filter_map(|n| char::from_u32(0x4e00 + n * 11)).collect();
        let kana: Vec<char> = ('ア'..='ヲ').collect();
        let katakana =
            (0..3_000).map(|_| (0..2 + chance.below(4)).filter_map(|_| kana.get(chance.below(kana.len()))).collect()).collect();
        Self { english, kanji, katakana }
    }

    fn english(&self, chance: &mut Chance, words: usize) -> String {
        (0..words)
            .filter_map(|_| self.english.get(chance.rank(self.english.len())))
            .map(String::as_str)
            .collect::<Vec<_>>()
            .join(" ")
    }

    fn japanese(&self, chance: &mut Chance, pieces: usize) -> String {
        let mut text = String::new();
        for n in 0..pieces {
            if chance.below(4) == 0 {
                text.extend(self.katakana.get(chance.rank(self.katakana.len())).cloned());
            } else {
                text.extend(self.kanji.get(chance.rank(self.kanji.len())));
                text.extend(self.kanji.get(chance.rank(self.kanji.len())));
            }
            text.push_str(PARTICLES.get(chance.rank(PARTICLES.len())).copied().unwrap_or("が"));
            if n % 4 == 3 {
                text.push_str(ENDINGS.get(chance.rank(ENDINGS.len())).copied().unwrap_or("たい"));
                text.push('。');
            }
        }
        text
    }

    fn text(&self, chance: &mut Chance, japanese: bool, length: usize) -> String {
        if japanese { self.japanese(chance, length) } else { self.english(chance, length) }
    }
}

const PRODUCTS: [&str; 20] = [
    "kettle", "lamp", "grinder", "toaster", "fan", "heater", "mixer", "scale", "oven", "press", "stove", "pan", "pot", "mug",
    "tray", "clock", "radio", "speaker", "charger", "cable",
];

fn speed(threads: usize) -> Done<serde_json::Value> {
    let mut chance = Chance(0x9e37_79b9_7f4a_7c15);
    let language = Language::new(&mut chance);
    let mut stage = Stage::new()?;
    let mut texts: Vec<String> = Vec::with_capacity(threads);
    let begun = moment();
    for n in 0..threads {
        stage.now = stage.now.after(Span::minutes(3));
        let japanese = n % 5 < 2;
        let title = language.text(&mut chance, japanese, 6);
        let title: String = title.chars().take(100).collect();
        let body = language.text(&mut chance, japanese, 40);
        let kind = match chance.below(20) {
            0..=7 => Kind::Question,
            8..=15 => Kind::Problem,
            16..=18 => Kind::Idea,
            _ => Kind::Praise,
        };
        let product = PRODUCTS.get(chance.rank(PRODUCTS.len())).copied().unwrap_or("kettle");
        let (thread, asker) = stage.post(product, kind, &title, &body)?;
        let mut text = format!("{title}\n{body}");
        for reply in 0..chance.below(4) {
            let words = language.text(&mut chance, japanese, 25);
            let id = stage.reply(&thread, &words)?;
            text.push('\n');
            text.push_str(&words);
            if reply == 0 && chance.below(2) == 0 {
                stage.ask(&Caller::Member(asker.clone()), Ask::SetAccepted(id, set_accepted::Request { on: true }))?;
            }
        }
        if chance.below(5) == 0 {
            stage.ask(&Caller::Visitor, Ask::SetMeToo(thread, set_me_too::Request { on: true }))?;
        }
        texts.push(text);
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
    for (name, tokenizer) in PLAIN {
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

/// Every order with every filter, first and second page.
fn time_lists(stage: &mut Stage) -> Done<serde_json::Value> {
    let mut times = Vec::new();
    for product in [None, Some("kettle"), Some("cable")] {
        for phase in [None, Some(Phase::Open), Some(Phase::Resolved), Some(Phase::Declined)] {
            for kind in [None, Some(Kind::Question), Some(Kind::Praise), Some(Kind::Update)] {
                for order in [Order::Common, Order::Active, Order::MeToo, Order::Waiting] {
                    let mut cursor = None;
                    for _ in 0..2 {
                        let product = product.map(ProductKey::parse).transpose()?;
                        let request = list_threads::Request { product, phase, kind, order, cursor: cursor.take(), limit: None };
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
    Ok(summary(times))
}
