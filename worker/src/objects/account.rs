//! One e-mail address, by the keyed hash that names the object: the code that was sent to it, how often it was tried, and which
//! brands the person has to do with. The address itself is not here.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chie_community::sql::{Fault, Sql, Value};
use chie_domain::api::request_code::{CODE_LIVES, CODES_AN_HOUR, TRIES};
use chie_domain::brand::BrandDomain;
use chie_domain::time::{Span, Timestamp};
use sha2::{Digest, Sha256};
use worker::{DurableObject, Env, Request, Response, Result, Socket, State, WebSocket, WebSocketIncomingMessage, durable_object};

use super::keys;
use super::sessions;
use super::storage::ObjectSql;
use crate::protocol::{AccountAsk, AccountOutcome, Reply, ToAccount, form};

/// A code that fitted may be shown again for this long, so that an answer lost on the way can be asked for again.
const FITS_AGAIN: Span = Span::minutes(5);

/// The object.
#[durable_object]
pub struct Account {
    state: State,
}

impl DurableObject for Account {
    fn new(state: State, _env: Env) -> Self {
        Self { state }
    }

    async fn fetch(&self, mut request: Request) -> Result<Response> {
        let Some(asked) = form::read::<ToAccount>(&request.bytes().await?) else { return form::unread() };
        let sql = ObjectSql::of(&self.state);
        let outcome: std::result::Result<AccountOutcome, Fault> = sql.atomically(|sql| {
            let makes =
                matches!(asked.what, AccountAsk::IssueCode { .. } | AccountAsk::NoteBrand(_) | AccountAsk::OpenSession { .. });
            if !makes && !has_schema(sql)? {
                return Ok(match asked.what {
                    AccountAsk::Brands => AccountOutcome::Brands(Vec::new()),
                    AccountAsk::TakesMail => AccountOutcome::Fits,
                    _ => AccountOutcome::Wrong,
                });
            }
            make_schema(sql)?;
            match &asked.what {
                AccountAsk::IssueCode { code } => issue_code(sql, &asked, code),
                AccountAsk::CheckCode { code } => check_code(sql, &asked, code),
                AccountAsk::NoteBrand(brand) => {
                    sql.rows("INSERT OR IGNORE INTO brand (domain) VALUES (?)", &[Value::Text(brand.to_string())])?;
                    Ok(AccountOutcome::Done)
                }
                AccountAsk::Brands => brands(sql),
                AccountAsk::OpenSession { id, program } => sessions::open(sql, asked.now, id, program),
                AccountAsk::CheckSession(id) => sessions::check(sql, asked.now, id),
                AccountAsk::Sessions => sessions::all(sql, asked.now),
                AccountAsk::EndSession(id) => sessions::end(sql, id),
                AccountAsk::Keys => keys::all(sql, asked.now),
                AccountAsk::MakeKey(key) => keys::make(sql, asked.now, key),
                AccountAsk::RevokeKey(id) => keys::revoke(sql, asked.now, id),
                AccountAsk::UseKey(hash) => keys::use_it(sql, asked.now, hash),
                AccountAsk::NoteBounce => {
                    sql.rows("DELETE FROM bounce", &[])?;
                    sql.rows("INSERT INTO bounce (at) VALUES (?)", &[number(asked.now)])?;
                    Ok(AccountOutcome::Done)
                }
                AccountAsk::TakesMail => {
                    let stopped = !sql.rows("SELECT at FROM bounce", &[])?.is_empty();
                    Ok(if stopped { AccountOutcome::Wrong } else { AccountOutcome::Fits })
                }
            }
        });
        match outcome {
            Ok(outcome) => form::answer(&Reply::Ok(outcome)),
            Err(fault) => {
                worker::console_error!("an account failed: {fault}");
                Response::error("fault", 500)
            }
        }
    }

    async fn alarm(&self) -> Result<Response> {
        Response::empty()
    }

    async fn websocket_message(&self, _socket: WebSocket, _message: WebSocketIncomingMessage) -> Result<()> {
        Ok(())
    }

    async fn websocket_close(&self, _socket: WebSocket, _code: usize, _reason: String, _clean: bool) -> Result<()> {
        Ok(())
    }

    async fn websocket_error(&self, _socket: WebSocket, _error: worker::Error) -> Result<()> {
        Ok(())
    }

    async fn connect(&self, _socket: Socket) -> Result<()> {
        Ok(())
    }
}

fn has_schema(sql: &ObjectSql) -> std::result::Result<bool, Fault> {
    Ok(!sql.rows("SELECT name FROM sqlite_master WHERE name = 'code'", &[])?.is_empty())
}

fn make_schema(sql: &ObjectSql) -> std::result::Result<(), Fault> {
    for statement in [
        "CREATE TABLE IF NOT EXISTS code (hash TEXT NOT NULL, until REAL NOT NULL, tries REAL NOT NULL, fitted REAL)",
        "CREATE TABLE IF NOT EXISTS sent (at REAL NOT NULL)",
        "CREATE TABLE IF NOT EXISTS bounce (at REAL NOT NULL)",
        "CREATE TABLE IF NOT EXISTS brand (domain TEXT PRIMARY KEY)",
        "CREATE TABLE IF NOT EXISTS session (id TEXT PRIMARY KEY, at REAL NOT NULL, until REAL NOT NULL, program TEXT NOT NULL)",
        keys::TABLE,
    ] {
        sql.rows(statement, &[])?;
    }
    Ok(())
}

#[expect(clippy::cast_precision_loss, reason = "milliseconds stay below 2^53 for the next 280,000 years")]
pub(super) fn number(at: Timestamp) -> Value {
    Value::Number(at.millis() as f64)
}

fn hash(asked: &ToAccount, code: &str) -> String {
    let mut digest = Sha256::new();
    digest.update(asked.account.0.as_bytes());
    digest.update([0]);
    digest.update(code.as_bytes());
    URL_SAFE_NO_PAD.encode(digest.finalize())
}

fn issue_code(sql: &ObjectSql, asked: &ToAccount, code: &str) -> std::result::Result<AccountOutcome, Fault> {
    let hour_ago = asked.now.before(Span::hours(1));
    sql.rows("DELETE FROM sent WHERE at < ?", &[number(hour_ago)])?;
    let sent = sql.rows("SELECT COUNT(*) FROM sent WHERE at <= ?", &[number(asked.now)])?;
    let sent = sent.first().and_then(|row| row.first());
    if matches!(sent, Some(Value::Number(n)) if *n >= f64::from(CODES_AN_HOUR)) {
        return Ok(AccountOutcome::TooMany);
    }
    sql.rows("INSERT INTO sent (at) VALUES (?)", &[number(asked.now)])?;
    sql.rows("DELETE FROM code", &[])?;
    let until = asked.now.after(CODE_LIVES);
    sql.rows("INSERT INTO code (hash, until, tries) VALUES (?, ?, 0)", &[Value::Text(hash(asked, code)), number(until)])?;
    Ok(AccountOutcome::Done)
}

fn check_code(sql: &ObjectSql, asked: &ToAccount, code: &str) -> std::result::Result<AccountOutcome, Fault> {
    let rows = sql.rows("SELECT hash, until, tries, fitted FROM code", &[])?;
    let Some([Value::Text(right), Value::Number(until), Value::Number(tries), fitted]) = rows.first().map(Vec::as_slice) else {
        return Ok(AccountOutcome::Wrong);
    };
    let Value::Number(now) = number(asked.now) else {
        return Ok(AccountOutcome::Wrong);
    };
    if *tries >= f64::from(TRIES) {
        return Ok(AccountOutcome::Spent);
    }
    let fits = hash(asked, code) == *right;
    match (fits, fitted) {
        (true, Value::Number(at)) if now - at <= f64::from(u32::try_from(FITS_AGAIN.millis()).unwrap_or(0)) => {
            Ok(AccountOutcome::Fits)
        }
        (true, Value::Null) if now <= *until => {
            sql.rows("UPDATE code SET fitted = ?", &[Value::Number(now)])?;
            // The code came there, so mail does again.
            sql.rows("DELETE FROM bounce", &[])?;
            Ok(AccountOutcome::Fits)
        }
        _ => {
            sql.rows("UPDATE code SET tries = tries + 1", &[])?;
            Ok(if tries + 1.0 >= f64::from(TRIES) { AccountOutcome::Spent } else { AccountOutcome::Wrong })
        }
    }
}

fn brands(sql: &ObjectSql) -> std::result::Result<AccountOutcome, Fault> {
    let rows = sql.rows("SELECT domain FROM brand ORDER BY domain LIMIT 100", &[])?;
    let domains = rows.into_iter().flatten().filter_map(|value| match value {
        Value::Text(text) => BrandDomain::parse(&text).ok(),
        Value::Null | Value::Number(_) => None,
    });
    Ok(AccountOutcome::Brands(domains.collect()))
}
