//! One brand's community: takes an envelope, asks the engine, answers. The alarm carries out what the engine says is due: rows for
//! the directory, photos to delete, daily looks at proofs. It always ends well and arms itself again, because a failing alarm is dropped after
//! six tries.

use chie_community::ask::{Alarm, Ask, Caller, Due, Letter, OutboxRow, Outcome, Outside, Seen, Told, Trouble};
use chie_community::sql::{Fault as SqlFault, Sql, Value};
use chie_domain::brand::BrandDomain;
use chie_domain::time::{Span, Timestamp};
use futures_util::future::join_all;
use std::time::Duration;
use wasm_bindgen_futures::spawn_local;
use worker::{
    Delay, DurableObject, Env, Request, Response, Result, Socket, State, WebSocket, WebSocketIncomingMessage, durable_object,
};

use super::storage::ObjectSql;
use crate::bucket;
use crate::clock;
use crate::directory;
use crate::evidence;
use crate::fault::{self, Fault};
use crate::mail;
use crate::protocol::{Reply, ToCommunity, Wish};
use crate::settings::Settings;

/// When the alarm tries again after a fault of ours.
const AFTER_A_FAULT: Span = Span::minutes(15);
/// How long the control of the kill test waits before it writes what it has already acknowledged.
const ANSWERED_FIRST: Duration = Duration::from_millis(400);

/// The object.
#[durable_object]
pub struct Community {
    state: State,
    env: Env,
}

impl DurableObject for Community {
    fn new(state: State, env: Env) -> Self {
        Self { state, env }
    }

    async fn fetch(&self, mut request: Request) -> Result<Response> {
        let envelope: ToCommunity = serde_json::from_str(&request.text().await?)?;
        match envelope.fault {
            Some(Fault::Panic) => fault::panic_now(),
            Some(Fault::Hang) => std::future::pending::<()>().await,
            Some(Fault::AnswerFirst) => return self.answer_first(envelope),
            // Breaks at the edge.
            Some(Fault::Photos) | None => {}
        }
        match envelope.what {
            Wish::RunDue => {
                self.run_due(&envelope.brand, envelope.moment.now).await;
                Response::from_json(&Reply::Ok(Outcome::Done))
            }
            Wish::Tables => {
                let rows = ObjectSql::of(&self.state).rows("SELECT name FROM sqlite_master WHERE type = 'table'", &[]);
                let names = rows.unwrap_or_default().into_iter().flatten().filter_map(|value| match value {
                    Value::Text(name) => Some(name),
                    Value::Null | Value::Number(_) => None,
                });
                Response::from_json(&Reply::Ok(names.collect::<Vec<_>>()))
            }
            Wish::Ask(ref ask) => respond(self.carry_out(&envelope, ask)),
        }
    }

    async fn alarm(&self) -> Result<Response> {
        match self.own_name() {
            Ok(Some(brand)) => self.run_due(&brand, clock::now()).await,
            Ok(None) => {}
            Err(fault) => worker::console_error!("an alarm could not begin: {fault}"),
        }
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

fn respond(outcome: std::result::Result<Outcome, Trouble>) -> Result<Response> {
    match outcome {
        Ok(outcome) => Response::from_json(&Reply::Ok(outcome)),
        Err(Trouble::Refused(refusal)) => Response::from_json(&Reply::<Outcome>::Err(refusal)),
        Err(Trouble::Fault(fault)) => {
            worker::console_error!("a community failed: {fault}");
            Response::error("fault", 500)
        }
    }
}

impl Community {
    fn carry_out(&self, envelope: &ToCommunity, ask: &Ask) -> std::result::Result<Outcome, Trouble> {
        let sql = ObjectSql::of(&self.state);
        sql.atomically(|sql| {
            let outcome = chie_community::answer(
                sql,
                &envelope.brand,
                &envelope.moment,
                &envelope.caller,
                envelope.key.as_ref(),
                ask.clone(),
            )?;
            if ask.writes() {
                remember_name(sql, &envelope.brand)?;
            }
            Ok(outcome)
        })
    }

    /// The control of the kill test: runs the ask in a transaction that is thrown away, answers, and writes it a moment later. The
    /// seed makes both runs mint the same identifiers.
    fn answer_first(&self, envelope: ToCommunity) -> Result<Response> {
        let Wish::Ask(ask) = envelope.what.clone() else {
            return Response::error("fault", 500);
        };
        let mut answered = None;
        let _thrown_away: std::result::Result<(), SqlFault> = ObjectSql::of(&self.state).atomically(|sql| {
            let key = envelope.key.as_ref();
            answered = Some(chie_community::answer(sql, &envelope.brand, &envelope.moment, &envelope.caller, key, (*ask).clone()));
            Err(SqlFault("thrown away".to_owned()))
        });
        let sql = ObjectSql::of(&self.state);
        spawn_local(async move {
            Delay::from(ANSWERED_FIRST).await;
            let key = envelope.key.as_ref();
            let late = chie_community::answer(&sql, &envelope.brand, &envelope.moment, &envelope.caller, key, *ask);
            if let Err(trouble) = late {
                worker::console_error!("a late write failed: {trouble}");
            }
        });
        answered.map_or_else(|| Response::error("fault", 500), respond)
    }

    /// The brand this object is of: an alarm is not told.
    fn own_name(&self) -> std::result::Result<Option<BrandDomain>, SqlFault> {
        let sql = ObjectSql::of(&self.state);
        if sql.rows("SELECT name FROM sqlite_master WHERE name = 'self_name'", &[])?.is_empty() {
            return Ok(None);
        }
        let rows = sql.rows("SELECT brand FROM self_name", &[])?;
        Ok(rows.into_iter().flatten().find_map(|value| match value {
            Value::Text(text) => BrandDomain::parse(&text).ok(),
            Value::Null | Value::Number(_) => None,
        }))
    }

    fn ask_self(&self, brand: &BrandDomain, now: Timestamp, ask: Ask) -> Option<Outcome> {
        let moment = clock::moment(now).ok()?;
        let sql = ObjectSql::of(&self.state);
        match chie_community::answer(&sql, brand, &moment, &Caller::Visitor, None, ask) {
            Ok(outcome) => Some(outcome),
            Err(trouble) => {
                worker::console_error!("a due task of {brand} failed: {trouble}");
                None
            }
        }
    }

    async fn run_due(&self, brand: &BrandDomain, now: Timestamp) {
        let Some(Outcome::Due(Due { outbox, proofs, alarms, photos, letters, tidings })) = self.ask_self(brand, now, Ask::Due)
        else {
            // What is due was not even handed out, so that nothing has set the alarm again.
            if let Err(fault) = ObjectSql::of(&self.state).wake_at(Some(now.after(AFTER_A_FAULT))) {
                worker::console_error!("an alarm could not be set again: {fault}");
            }
            return;
        };
        if let Some(last) = outbox.last().map(|row| row.seq) {
            let done = self.tell(&outbox).await;
            self.ask_self(brand, now, if done { Ask::OutboxDone(last) } else { Ask::OutboxFailed });
        }
        if !photos.is_empty() {
            let done = bucket::delete(&self.env, &photos).await;
            self.ask_self(brand, now, if done { Ask::PhotosDeleted(photos) } else { Ask::PhotosKept });
        }
        let Ok(settings) = Settings::read(&self.env) else {
            return;
        };
        for alarm in alarms {
            let told = if tell_of_danger(&self.env, &settings, brand, &alarm).await { Told::Yes } else { Told::No };
            self.ask_self(brand, now, Ask::AlarmTold(alarm.thread, told));
        }
        self.send_letters(&settings, brand, now, &letters).await;
        let told = join_all(tidings.iter().map(|tiding| mail::tiding::send(&self.env, &settings, brand, tiding))).await;
        for (tiding, told) in tidings.iter().zip(told) {
            self.ask_self(brand, now, if told.is_ok() { Ask::TidingSent(tiding.seq) } else { Ask::TidingFailed(tiding.seq) });
        }
        // All at once: one slow site must not use up the time of the others.
        let looks = proofs.iter().map(|sought| evidence::look(&settings, brand, sought, now));
        for (sought, looks) in proofs.iter().zip(join_all(looks).await) {
            let seen = if evidence::agree(&looks) { Seen::Yes } else { Seen::No };
            self.ask_self(brand, now, Ask::Rechecked(sought.proof.clone(), seen));
        }
    }

    /// Sends letters, all at once, and notes for each whether it went out. One that was sent but not noted comes again under the
    /// same number, by which the provider knows it.
    async fn send_letters(&self, settings: &Settings, brand: &BrandDomain, now: Timestamp, letters: &[Letter]) {
        let sent = join_all(letters.iter().map(|letter| mail::letter::send(&self.env, settings, brand, letter, now))).await;
        for (letter, sent) in letters.iter().zip(sent) {
            self.ask_self(brand, now, if sent.is_ok() { Ask::LetterSent(letter.seq) } else { Ask::LetterFailed(letter.seq) });
        }
    }

    /// Tells the outside in order; the numbers make a repetition harmless.
    async fn tell(&self, rows: &[OutboxRow]) -> bool {
        for row in rows {
            let Outside::Directory(entry) = &row.what;
            if let Err(error) = directory::write(&self.env, entry, row.seq).await {
                worker::console_error!("the directory could not be written: {error}");
                return false;
            }
        }
        true
    }
}

/// Tells whoever runs this installation; an address that cannot be reached keeps the others from nothing.
async fn tell_of_danger(env: &Env, settings: &Settings, brand: &BrandDomain, alarm: &Alarm) -> bool {
    let mut told = settings.operators.is_empty();
    for operator in &settings.operators {
        let message = mail::danger(operator, brand, alarm, &settings.chie);
        told |= mail::send(env, settings, &message).await.is_ok();
    }
    told
}

fn remember_name(sql: &ObjectSql, brand: &BrandDomain) -> std::result::Result<(), SqlFault> {
    sql.rows("CREATE TABLE IF NOT EXISTS self_name (brand TEXT PRIMARY KEY)", &[])?;
    sql.rows("INSERT OR IGNORE INTO self_name (brand) VALUES (?)", &[Value::Text(brand.to_string())])?;
    Ok(())
}
