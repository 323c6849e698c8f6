//! The directory in D1: which brands and products there are, for finding only. It is off the path of everything else; each row says
//! by which numbered message of its community it was written, so that repetition and disorder do no harm.

pub(crate) mod house;
pub(crate) mod ill;
pub(crate) mod names;

use chie_community::ask::Listing;
use chie_community::search;
use chie_domain::api::search_directory::{BrandEntry, MOST};
use chie_domain::brand::BrandDomain;
use chie_domain::text::SearchText;
use chie_domain::time::Timestamp;
use futures_util::future::{Either, select};
use std::collections::BTreeSet;
use std::pin::pin;
use std::time::Duration;
use wasm_bindgen::JsValue;
use worker::{D1Database, Delay, Env, Error, Result};

/// After this long an answer is not waited for.
const PATIENCE: Duration = Duration::from_secs(2);

#[derive(serde::Deserialize)]
struct Found {
    entry: String,
}

/// The database, where it can be had.
async fn database(env: &Env) -> Result<D1Database> {
    ill::before().await?;
    env.d1("DIRECTORY")
}

/// Waits for an answer of the directory, and not for ever: it is off the path of everything else.
async fn patiently<T>(work: impl Future<Output = Result<T>>) -> Result<T> {
    match select(pin!(work), pin!(Delay::from(PATIENCE))).await {
        Either::Left((answer, _)) => answer,
        Either::Right(_) => Err(Error::RustError("the directory did not answer in time".to_owned())),
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts and milliseconds stay below 2^53")]
fn number(n: u64) -> JsValue {
    JsValue::from_f64(n as f64)
}

fn words(entry: &BrandEntry) -> BTreeSet<String> {
    let names = entry.name.iter().map(String::as_str).chain(entry.products.iter().map(|product| product.name.as_str()));
    let domain = entry.brand.as_str();
    let mut words: BTreeSet<String> = names.chain([domain, entry.brand.own_label()]).flat_map(search::words).collect();
    words.insert(domain.to_owned());
    words
}

/// Writes an entry, unless a later message has written already.
pub(crate) async fn write(env: &Env, listing: &Listing, seq: u64) -> Result<()> {
    patiently(write_now(env, listing, seq)).await
}

async fn write_now(env: &Env, listing: &Listing, seq: u64) -> Result<()> {
    let database = database(env).await?;
    let entry = &listing.entry;
    let or_null = |text: Option<&str>| text.map_or(JsValue::NULL, JsValue::from_str);
    let domain = JsValue::from_str(entry.brand.as_str());
    let entered = database
        .prepare(
            "INSERT INTO brand (domain, entry, threads, seq, listed, label_look, name_look, held, held_look, doubts, proven) \
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) ON CONFLICT (domain) DO UPDATE SET \
                 entry = excluded.entry, threads = excluded.threads, seq = excluded.seq, listed = excluded.listed, \
                 label_look = excluded.label_look, name_look = excluded.name_look, held = excluded.held, \
                 held_look = excluded.held_look, doubts = excluded.doubts, proven = excluded.proven \
                 WHERE excluded.seq >= brand.seq",
        )
        .bind(&[
            domain.clone(),
            JsValue::from_str(&serde_json::to_string(entry)?),
            number(u64::from(entry.threads)),
            number(seq),
            number(u64::from(listing.listed)),
            JsValue::from_str(&listing.label_look),
            or_null(listing.name_look.as_deref()),
            or_null(listing.held.as_deref()),
            or_null(listing.held_look.as_deref()),
            number(u64::from(listing.doubts)),
            number(u64::from(entry.official.is_some())),
        ])?;
    // Words are only ever added: a name that changed stays findable under its old words. They go as one list, because a call may
    // hold only so many statements.
    let words = serde_json::to_string(&words(entry))?;
    let worded = database
        .prepare("INSERT OR IGNORE INTO word (word, domain) SELECT value, ?1 FROM json_each(?2)")
        .bind(&[domain, JsValue::from_str(&words)])?;
    // Of the message that wrote last only, like the rest of the row.
    let now = "EXISTS (SELECT 1 FROM brand WHERE domain = ?1 AND seq = ?2)";
    let name = JsValue::from_str(entry.brand.as_str());
    let left = database.prepare(format!("DELETE FROM alias WHERE brand = ?1 AND {now}")).bind(&[name.clone(), number(seq)])?;
    let aliases = serde_json::to_string(&listing.aliases)?;
    let led = database
        .prepare(format!("INSERT OR IGNORE INTO alias (domain, brand) SELECT value, ?1 FROM json_each(?3) WHERE {now}"))
        .bind(&[name, number(seq), JsValue::from_str(&aliases)])?;
    database.batch(vec![entered, worded, left, led]).await?;
    ill::after()
}

/// Finds brands that have all words of the text, those with most threads first; without a text, the liveliest.
pub(crate) async fn find(env: &Env, text: Option<&SearchText>) -> Result<Vec<BrandEntry>> {
    patiently(find_now(env, text)).await
}

async fn find_now(env: &Env, text: Option<&SearchText>) -> Result<Vec<BrandEntry>> {
    let database = database(env).await?;
    let sought: Vec<String> = text.map(|text| search::sought(text.as_str()).into_iter().take(12).collect()).unwrap_or_default();
    let found = if sought.is_empty() {
        if text.is_some() {
            return Ok(Vec::new());
        }
        database.prepare(format!("SELECT entry FROM brand WHERE listed = 1 ORDER BY threads DESC LIMIT {MOST}"))
    } else {
        // Each word may be the beginning of one: people search while they type.
        let matches: Vec<String> = (1..=sought.len())
            .map(|n| {
                format!(
                    "EXISTS (SELECT 1 FROM word w WHERE w.domain = b.domain AND w.word >= ?{n} AND w.word < ?{n} || char(1114111))"
                )
            })
            .collect();
        let sql =
            format!("SELECT entry FROM brand b WHERE listed = 1 AND {} ORDER BY threads DESC LIMIT {MOST}", matches.join(" AND "));
        database.prepare(sql).bind(&sought.iter().map(|word| JsValue::from_str(word)).collect::<Vec<_>>())?
    };
    let rows: Vec<Found> = found.all().await?.results()?;
    Ok(rows.into_iter().filter_map(|row| serde_json::from_str(&row.entry).ok()).collect())
}

/// The brands whose rows were compared with their objects longest ago.
pub(crate) async fn stalest(env: &Env, most: u32) -> Result<Vec<String>> {
    #[derive(serde::Deserialize)]
    struct Row {
        domain: String,
    }
    let sql = format!("SELECT domain FROM brand ORDER BY checked LIMIT {most}");
    let rows: Vec<Row> = database(env).await?.prepare(sql).all().await?.results()?;
    Ok(rows.into_iter().map(|row| row.domain).collect())
}

/// Puts right what differs from the object, or takes the row away where nobody has opened the community; says whether it differed.
pub(crate) async fn mend(env: &Env, domain: &str, truth: Option<&Listing>, now: Timestamp) -> Result<Differed> {
    #[derive(serde::Deserialize)]
    struct Row {
        entry: String,
        seq: f64,
        listed: u32,
        label_look: String,
        name_look: Option<String>,
        held: Option<String>,
        doubts: u32,
    }
    let database = database(env).await?;
    let key = [JsValue::from_str(domain)];
    let row: Option<Row> = database
        .prepare("SELECT entry, seq, listed, label_look, name_look, held, doubts FROM brand WHERE domain = ?1")
        .bind(&key)?
        .first(None)
        .await?;
    let Some(truth) = truth else {
        database.prepare("DELETE FROM brand WHERE domain = ?1").bind(&key)?.run().await?;
        return Ok(if row.is_some() { Differed::Yes } else { Differed::No });
    };
    let same = row.as_ref().is_some_and(|row| {
        let names = row.label_look == truth.label_look && row.name_look == truth.name_look;
        let matters = row.held == truth.held && row.doubts == truth.doubts && (row.listed == 1) == truth.listed;
        names && matters && serde_json::from_str::<BrandEntry>(&row.entry).is_ok_and(|entry| entry == truth.entry)
    });
    if !same {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "sequence numbers are small and positive")]
        let seq = row.map_or(0, |row| row.seq as u64);
        write(env, truth, seq).await?;
    }
    checked(env, domain, now).await?;
    Ok(if same { Differed::No } else { Differed::Yes })
}

/// Forgets a brand, unless a later message has written.
pub(crate) async fn forget(env: &Env, brand: &BrandDomain, seq: u64) -> Result<()> {
    let gone = database(env).await?.prepare("DELETE FROM brand WHERE domain = ?1 AND seq <= ?2");
    gone.bind(&[JsValue::from_str(brand.as_str()), number(seq)])?.run().await.map(|_| ())
}

/// Notes that a row was looked at.
pub(crate) async fn checked(env: &Env, domain: &str, now: Timestamp) -> Result<()> {
    let checked = database(env).await?.prepare("UPDATE brand SET checked = ?2 WHERE domain = ?1");
    checked.bind(&[JsValue::from_str(domain), number(now.millis())])?.run().await.map(|_| ())
}

/// Makes a row wrong, for tests of reconciling.
pub(crate) async fn spoil(env: &Env, brand: &BrandDomain) -> Result<()> {
    let spoilt = database(env).await?.prepare("UPDATE brand SET entry = '{}' WHERE domain = ?1");
    spoilt.bind(&[JsValue::from_str(brand.as_str())])?.run().await.map(|_| ())
}

/// Whether a row was not as the object has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Differed {
    Yes,
    No,
}
