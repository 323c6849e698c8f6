//! The personal keys of one person, beside where they are signed in: a hash of each, and its window of requests.

use chie_community::api_keys::counted;
use chie_community::sql::{Fault, Sql, Value};
use chie_domain::api::get_brand_keys::ApiKeyView;
use chie_domain::api_key::{MOST_KEYS, REQUESTS, WINDOW};
use chie_domain::id::ApiKeyId;
use chie_domain::text::DisplayName;
use chie_domain::time::Timestamp;

use super::account::number;
use super::storage::ObjectSql;
use crate::protocol::{AccountKey, AccountOutcome};

/// The table.
pub(super) const TABLE: &str = "CREATE TABLE IF NOT EXISTS api_key (id TEXT PRIMARY KEY, hash TEXT NOT NULL UNIQUE, shown TEXT NOT NULL, \
                                name TEXT NOT NULL, made REAL NOT NULL, until REAL NOT NULL, used REAL, began REAL NOT NULL, count REAL NOT NULL)";

fn text(value: &str) -> Value {
    Value::Text(value.to_owned())
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a moment that was stored as one")]
const fn moment(stored: f64) -> Timestamp {
    Timestamp::from_millis(stored as u64)
}

/// The keys that count, the newest first.
pub(super) fn all(sql: &ObjectSql, now: Timestamp) -> Result<AccountOutcome, Fault> {
    let rows = sql.rows(
        "SELECT id, shown, name, made, until, used FROM api_key WHERE until > ? ORDER BY made DESC, id DESC",
        &[number(now)],
    )?;
    let view = |row: Vec<Value>| match row.as_slice() {
        [Value::Text(id), Value::Text(shown), Value::Text(name), Value::Number(made), Value::Number(until), used] => {
            Some(ApiKeyView {
                id: ApiKeyId::parse(id).ok()?,
                name: DisplayName::parse(name).ok()?,
                shown: shown.clone(),
                scopes: Vec::new(),
                made: moment(*made),
                by: None,
                until: moment(*until),
                used: if let Value::Number(at) = used { Some(moment(*at)) } else { None },
            })
        }
        _ => None,
    };
    Ok(AccountOutcome::Keys(rows.into_iter().filter_map(view).collect()))
}

/// Keeps one more.
pub(super) fn make(sql: &ObjectSql, now: Timestamp, key: &AccountKey) -> Result<AccountOutcome, Fault> {
    sql.rows("DELETE FROM api_key WHERE until <= ?", &[number(now)])?;
    let counting = sql.rows("SELECT count(*) FROM api_key", &[])?;
    if matches!(counting.first().and_then(|row| row.first()), Some(Value::Number(n)) if *n >= f64::from(MOST_KEYS)) {
        return Ok(AccountOutcome::TooMany);
    }
    sql.rows(
        "INSERT INTO api_key (id, hash, shown, name, made, until, began, count) VALUES (?, ?, ?, ?, ?, ?, 0, 0)",
        &[text(key.id.as_str()), text(&key.hash), text(&key.shown), text(key.name.as_str()), number(now), number(key.until)],
    )?;
    all(sql, now)
}

/// One counts no more.
pub(super) fn revoke(sql: &ObjectSql, now: Timestamp, key: &ApiKeyId) -> Result<AccountOutcome, Fault> {
    let gone = sql.rows("DELETE FROM api_key WHERE id = ? RETURNING id", &[text(key.as_str())])?;
    if gone.is_empty() { Ok(AccountOutcome::Wrong) } else { all(sql, now) }
}

/// A request came with the key of this hash; it is counted.
pub(super) fn use_it(sql: &ObjectSql, now: Timestamp, hash: &str) -> Result<AccountOutcome, Fault> {
    let rows = sql.rows("SELECT id, began, count FROM api_key WHERE hash = ? AND until > ?", &[text(hash), number(now)])?;
    let Some([Value::Text(id), Value::Number(began), Value::Number(before)]) = rows.first().map(Vec::as_slice) else {
        return Ok(AccountOutcome::Wrong);
    };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count that was stored as one")]
    let (began, count) = counted(now, moment(*began), *before as u32);
    let until = began.after(WINDOW);
    if count > REQUESTS {
        return Ok(AccountOutcome::KeySpent(until));
    }
    sql.rows(
        "UPDATE api_key SET began = ?, count = ?, used = ? WHERE id = ?",
        &[number(began), Value::Number(f64::from(count)), number(now), text(id)],
    )?;
    Ok(AccountOutcome::KeyUsed(REQUESTS - count, until))
}
