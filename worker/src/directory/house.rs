//! What waits for the operator, over all brands. Each community tells all of what waits in it at once, by numbered messages: an older one
//! changes nothing after a later one.

use chie_community::ask::HouseEntry;
use chie_domain::api::get_house::{Line, MOST, Response};
use wasm_bindgen::JsValue;
use worker::{Env, Result};

use super::{Differed, database, ill, names, number, patiently};

/// Writes what waits in a community, unless a later message has written already.
pub(crate) async fn write(env: &Env, entry: &HouseEntry, seq: u64) -> Result<()> {
    patiently(write_now(env, entry, seq)).await
}

async fn write_now(env: &Env, entry: &HouseEntry, seq: u64) -> Result<()> {
    let database = database(env).await?;
    let domain = JsValue::from_str(entry.brand.as_str());
    let told = database
        .prepare(
            "INSERT INTO house (domain, seq, total) VALUES (?1, ?2, ?3) ON CONFLICT (domain) DO UPDATE SET \
             seq = excluded.seq, total = excluded.total WHERE excluded.seq >= house.seq",
        )
        .bind(&[domain.clone(), number(seq), number(u64::from(entry.total))])?;
    let gone = database
        .prepare("DELETE FROM house_line WHERE domain = ?1 AND ?2 = (SELECT seq FROM house WHERE domain = ?1)")
        .bind(&[domain.clone(), number(seq)])?;
    let row = |line: &Line| -> Result<Row> {
        Ok(Row {
            about: line.about.to_string(),
            urgency: line.urgency(),
            since: line.since.millis(),
            line: serde_json::to_string(line)?,
        })
    };
    let rows = entry.lines.iter().map(row).collect::<Result<Vec<_>>>()?;
    let lined = database
        .prepare(
            "INSERT INTO house_line (domain, about, urgency, since, line) SELECT ?1, value ->> 'about', value ->> 'urgency', \
             value ->> 'since', value ->> 'line' FROM json_each(?2) WHERE ?3 = (SELECT seq FROM house WHERE domain = ?1)",
        )
        .bind(&[domain, JsValue::from_str(&serde_json::to_string(&rows)?), number(seq)])?;
    database.batch(vec![told, gone, lined]).await?;
    ill::after()
}

/// The queue, the most pressing first.
pub(crate) async fn queue(env: &Env) -> Result<Response> {
    patiently(queue_now(env)).await
}

async fn queue_now(env: &Env) -> Result<Response> {
    let database = database(env).await?;
    let sql = format!("SELECT line FROM house_line ORDER BY urgency DESC, since LIMIT {MOST}");
    let rows: Vec<Found> = database.prepare(sql).all().await?.results()?;
    let lines = rows.into_iter().filter_map(|row| serde_json::from_str(&row.line).ok()).collect();
    let total: Option<Total> = database.prepare("SELECT coalesce(sum(total), 0) AS total FROM house").first(None).await?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count is small and positive")]
    let total = total.map_or(0, |row| row.total as u32);
    Ok(Response { lines, total, names: names::matters(env).await? })
}

/// Puts right what differs from the object; says whether it differed.
pub(crate) async fn mend(env: &Env, truth: &HouseEntry) -> Result<Differed> {
    let database = database(env).await?;
    let key = [JsValue::from_str(truth.brand.as_str())];
    let sql = "SELECT line FROM house_line WHERE domain = ?1 ORDER BY urgency DESC, since";
    let rows: Vec<Found> = database.prepare(sql).bind(&key)?.all().await?.results()?;
    let known: Vec<Option<Line>> = rows.into_iter().map(|row| serde_json::from_str(&row.line).ok()).collect();
    let mut wanted = truth.lines.clone();
    let mut there: Vec<Line> = known.iter().flatten().cloned().collect();
    for lines in [&mut wanted, &mut there] {
        lines.sort_by(|a, b| a.about.as_str().cmp(b.about.as_str()));
    }
    if known.iter().all(Option::is_some) && wanted == there {
        return Ok(Differed::No);
    }
    let seq: Option<Seq> = database.prepare("SELECT seq FROM house WHERE domain = ?1").bind(&key)?.first(None).await?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "sequence numbers are small and positive")]
    write(env, truth, seq.map_or(0, |row| row.seq as u64)).await?;
    Ok(Differed::Yes)
}

/// A line as it is kept.
#[derive(serde::Serialize)]
struct Row {
    about: String,
    urgency: u32,
    since: u64,
    line: String,
}

/// How far a brand has been told of.
#[derive(serde::Deserialize)]
struct Seq {
    seq: f64,
}

/// Makes a brand's rows wrong, for tests of reconciling.
pub(crate) async fn spoil(env: &Env, domain: &str) -> Result<()> {
    let spoilt = database(env).await?.prepare("DELETE FROM house_line WHERE domain = ?1");
    spoilt.bind(&[JsValue::from_str(domain)])?.run().await.map(|_| ())
}

#[derive(serde::Deserialize)]
struct Found {
    line: String,
}

#[derive(serde::Deserialize)]
struct Total {
    total: f64,
}
