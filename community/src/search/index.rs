//! The search index: one document per opening post and per reply that everybody can see. A query keeps its rarest few words;
//! all of them are asked for first, any of them if too few documents have all. Work is bounded: frequencies are counted up to
//! a limit, and beyond it the newest documents are taken instead of ranking all.

use crate::here::Here;
use crate::row::{Row, args};
use crate::search::tokens::{Token, of_query, to_index};
use crate::sql::{Fault, Sql};

/// How many words of a query are kept.
const KEPT: usize = 4;
/// Beyond so many documents a word is common, and its documents are not ranked.
const COMMON: u32 = 1_000;
/// How many documents are taken as candidates at most.
const CANDIDATES: u32 = 60;

/// A thread that may answer a query.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Candidate {
    /// Its number.
    pub(crate) thread: u64,
    /// Whether it has all words of the query that were kept.
    pub(crate) has_all: bool,
}

/// Puts an opening post (no `reply`) or a reply into the index.
pub(crate) fn add<S: Sql>(here: &Here<'_, S>, thread: u64, reply: Option<u64>, title: &str, words: &str) -> Result<(), Fault> {
    let made = here.row("INSERT INTO doc (thread, reply) VALUES (?, ?) RETURNING n", args![thread, reply])?;
    let n = made.ok_or_else(|| Fault("a document got no number".to_owned()))?.whole(0)?;
    here.run(
        "INSERT INTO search (rowid, title, words) VALUES (CAST(? AS INTEGER), ?, ?)",
        args![n, to_index(title), to_index(words)],
    )
}

/// Takes a removed reply out.
pub(crate) fn take_out_reply<S: Sql>(here: &Here<'_, S>, thread: u64, reply: u64) -> Result<(), Fault> {
    take_out(here, &here.rows("SELECT n FROM doc WHERE thread = ? AND reply = ?", args![thread, reply])?)
}

/// Takes an opening post out; its replies stay.
pub(crate) fn take_out_opening<S: Sql>(here: &Here<'_, S>, thread: u64) -> Result<(), Fault> {
    take_out(here, &here.rows("SELECT n FROM doc WHERE thread = ? AND reply IS NULL", args![thread])?)
}

/// Takes a removed thread out, with its replies.
pub(crate) fn take_out_thread<S: Sql>(here: &Here<'_, S>, thread: u64) -> Result<(), Fault> {
    take_out(here, &here.rows("SELECT n FROM doc WHERE thread = ?", args![thread])?)
}

fn take_out<S: Sql>(here: &Here<'_, S>, docs: &[Row]) -> Result<(), Fault> {
    for doc in docs {
        let n = doc.whole(0)?;
        here.run("DELETE FROM search WHERE rowid = CAST(? AS INTEGER)", args![n])?;
        here.run("DELETE FROM doc WHERE n = ?", args![n])?;
    }
    Ok(())
}

/// Threads that may answer, best first, each once.
pub(crate) fn candidates<S: Sql>(here: &Here<'_, S>, text: &str, enough: usize) -> Result<Vec<Candidate>, Fault> {
    let mut known: Vec<(u32, Token)> = Vec::new();
    for token in of_query(text).into_iter().take(16) {
        let (mut token, mut frequency) = (token.clone(), frequency(here, &token)?);
        if let (Token::Typed(word), 0) = (&token, frequency) {
            token = Token::Prefix(word.clone());
            frequency = self::frequency(here, &token)?;
        }
        if frequency > 0 {
            known.push((frequency, token));
        }
    }
    known.sort_by_key(|(frequency, _)| *frequency);
    known.truncate(KEPT);
    let Some((rarest, _)) = known.first() else { return Ok(Vec::new()) };
    let mut found = Vec::new();
    matching(here, &joined(&known, " AND "), *rarest, true, &mut found)?;
    if found.len() < enough && known.len() > 1 {
        // Common words would bring everything, and all that is brought is ranked.
        let within = known.iter().scan(0, |sum, (frequency, _)| {
            *sum += frequency;
            (*sum < COMMON).then_some(())
        });
        let rare: Vec<_> = known.iter().take(within.count()).cloned().collect();
        if !rare.is_empty() {
            matching(here, &joined(&rare, " OR "), 0, false, &mut found)?;
        }
    }
    Ok(found)
}

fn joined(tokens: &[(u32, Token)], by: &str) -> String {
    tokens.iter().map(|(_, token)| token.term()).collect::<Vec<_>>().join(by)
}

fn frequency<S: Sql>(here: &Here<'_, S>, token: &Token) -> Result<u32, Fault> {
    let count = "SELECT count(*) FROM (SELECT rowid FROM search WHERE search MATCH ? LIMIT ?)";
    here.row(count, args![token.term(), COMMON])?.map_or(Ok(0), |row| row.count(0))
}

fn matching<S: Sql>(
    here: &Here<'_, S>,
    expression: &str,
    rarest: u32,
    has_all: bool,
    found: &mut Vec<Candidate>,
) -> Result<(), Fault> {
    let order = if rarest < COMMON { "rank" } else { "rowid DESC" };
    let docs = format!(
        "SELECT d.thread FROM (SELECT rowid AS n FROM search WHERE search MATCH ? ORDER BY {order} LIMIT ?) s CROSS JOIN doc d ON d.n = s.n"
    );
    for row in here.rows(&docs, args![expression, CANDIDATES])? {
        let thread = row.whole(0)?;
        if found.iter().all(|other| other.thread != thread) {
            found.push(Candidate { thread, has_all });
        }
    }
    Ok(())
}
