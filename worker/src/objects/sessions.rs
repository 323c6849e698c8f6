//! Where somebody is signed in on the console. A cookie is good while its row is here: signing out, ending a session from elsewhere, and time
//! take the row.

use chie_community::sql::{Fault, Sql, Value};
use chie_domain::api::get_sessions::SessionView;
use chie_domain::id::SessionId;
use chie_domain::time::Timestamp;

use super::account::number;
use super::storage::ObjectSql;
use crate::protocol::AccountOutcome;
use crate::token::CONSOLE_LIVES;

/// How many devices somebody may be signed in on; the oldest goes first.
const MOST: f64 = 20.0;

fn id_of(id: &SessionId) -> Value {
    Value::Text(id.to_string())
}

/// Somebody signed in.
pub(super) fn open(sql: &ObjectSql, now: Timestamp, id: &SessionId, program: &str) -> Result<AccountOutcome, Fault> {
    let last = "DELETE FROM session WHERE id NOT IN (SELECT id FROM session ORDER BY rowid DESC LIMIT ?)";
    sql.rows(last, &[Value::Number(MOST - 1.0)])?;
    sql.rows(
        "INSERT OR IGNORE INTO session (id, at, until, program) VALUES (?, ?, ?, ?)",
        &[id_of(id), number(now), number(now.after(CONSOLE_LIVES)), Value::Text(program.to_owned())],
    )?;
    Ok(AccountOutcome::Done)
}

/// Whether a session counts.
pub(super) fn check(sql: &ObjectSql, now: Timestamp, id: &SessionId) -> Result<AccountOutcome, Fault> {
    let found = sql.rows("SELECT 1 FROM session WHERE id = ? AND until >= ?", &[id_of(id), number(now)])?;
    Ok(if found.is_empty() { AccountOutcome::Wrong } else { AccountOutcome::Fits })
}

/// The sessions that count, the newest first.
pub(super) fn all(sql: &ObjectSql, now: Timestamp) -> Result<AccountOutcome, Fault> {
    let rows = sql.rows("SELECT id, at, program FROM session WHERE until >= ? ORDER BY at DESC, id", &[number(now)])?;
    let view = |row: Vec<Value>| match row.as_slice() {
        [Value::Text(id), Value::Number(at), Value::Text(program)] => {
            let id = SessionId::parse(id).ok()?;
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a moment that was stored as one")]
            let since = Timestamp::from_millis(*at as u64);
            Some(SessionView { id, since, program: program.clone(), this: false })
        }
        _ => None,
    };
    Ok(AccountOutcome::Sessions(rows.into_iter().filter_map(view).collect()))
}

/// Ends one.
pub(super) fn end(sql: &ObjectSql, id: &SessionId) -> Result<AccountOutcome, Fault> {
    let gone = sql.rows("DELETE FROM session WHERE id = ? RETURNING id", &[id_of(id)])?;
    Ok(if gone.is_empty() { AccountOutcome::Wrong } else { AccountOutcome::Done })
}
