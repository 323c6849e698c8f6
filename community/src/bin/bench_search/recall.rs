//! How well it finds: a corpus's questions, asked of a community that holds its documents as threads.

use std::collections::HashMap;

use chie_community::ask::{Ask, Caller, Outcome};
use chie_domain::api::search_threads;
use chie_domain::text::{Sought, Title};
use chie_domain::thread::Kind;
use serde_json::json;

use crate::Done;
use crate::plain::{PLAIN, Plain};
use crate::stage::Stage;

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

pub(crate) fn recall(docs: &str, queries: &str) -> Done<serde_json::Value> {
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
