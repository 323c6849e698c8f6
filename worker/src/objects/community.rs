//! One brand's community: takes an envelope, asks the engine, answers. The alarm carries out what the engine says is due; it always
//! ends well and arms itself again, because a failing alarm is dropped after six tries.

mod due;
mod trying;

use chie_community::ask::{Ask, Caller, Outcome, Trouble};
use chie_community::sql::{Fault as SqlFault, Sql, Value};
use chie_domain::api::error::ApiError;
use chie_domain::brand::BrandDomain;
use chie_domain::site::{Room, from_name, is_listed, name_of};
use chie_domain::time::{Span, Timestamp};
use std::time::Duration;
use wasm_bindgen_futures::spawn_local;
use worker::{
    Delay, DurableObject, Env, Request, Response, Result, Socket, State, WebSocket, WebSocketIncomingMessage, durable_object,
};

use super::storage::ObjectSql;
use crate::clock;
use crate::fault::{self, Fault};
use crate::protocol::{Answered, Reply, ToCommunity, Wish, form};
use trying::{TEST_LIVES, remember_write};

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
        let Some(envelope) = form::read::<ToCommunity>(&request.bytes().await?) else { return form::unread() };
        match envelope.fault {
            Some(Fault::Panic) => fault::panic_now(),
            Some(Fault::Hang) => std::future::pending::<()>().await,
            Some(Fault::AnswerFirst) => return self.answer_first(envelope),
            // Breaks at the edge.
            Some(Fault::Photos | Fault::OtherBuild) | None => {}
        }
        match envelope.what {
            Wish::RunDue => {
                self.run_due(&envelope.brand, envelope.room, envelope.moment.now).await;
                form::answer(&Reply::Ok(Answered::Done(Outcome::Done, None)))
            }
            Wish::Tables => {
                let rows = ObjectSql::of(&self.state).rows("SELECT name FROM sqlite_master WHERE type = 'table'", &[]);
                let names = rows.unwrap_or_default().into_iter().flatten().filter_map(|value| match value {
                    Value::Text(name) => Some(name),
                    Value::Null | Value::Number(_) => None,
                });
                form::answer(&Reply::Ok(names.collect::<Vec<_>>()))
            }
            Wish::Ask(ref ask) => respond(self.carry_out_there(&envelope, ask)),
        }
    }

    async fn alarm(&self) -> Result<Response> {
        match self.own_name() {
            Ok(Some((room, brand))) => self.run_due(&brand, room, clock::now()).await,
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

fn respond(answered: std::result::Result<Answered, Trouble>) -> Result<Response> {
    match answered {
        Ok(answered) => form::answer(&Reply::Ok(answered)),
        Err(Trouble::Refused(refusal)) => form::answer(&Reply::<Answered>::Err(refusal)),
        Err(Trouble::Fault(fault)) => {
            worker::console_error!("a community failed: {fault}");
            Response::error("fault", 500)
        }
    }
}

impl Community {
    /// Carries an ask out, if the page that it comes from stands on one of the brand's sites.
    fn carry_out_there(&self, envelope: &ToCommunity, ask: &Ask) -> std::result::Result<Answered, Trouble> {
        let Some(site) = &envelope.site else {
            return self.carry_out(envelope, ask).map(|outcome| Answered::Done(outcome, None));
        };
        let sql = ObjectSql::of(&self.state);
        let (brand, moment) = (&envelope.brand, &envelope.moment);
        let sites = match chie_community::answer(&sql, brand, moment, &Caller::Visitor, None, Ask::CountingSites)? {
            Outcome::Sites(sites) => sites,
            _ => Vec::new(),
        };
        if !is_listed(&sites, site) {
            return Ok(Answered::NotHere(sites));
        }
        self.carry_out(envelope, ask).map(|outcome| Answered::Done(outcome, Some(sites)))
    }

    fn carry_out(&self, envelope: &ToCommunity, ask: &Ask) -> std::result::Result<Outcome, Trouble> {
        if let (Caller::Member(member), Some(given)) = (&envelope.caller, envelope.given) {
            let sql = ObjectSql::of(&self.state);
            if !chie_community::session_holds(&sql, &envelope.brand, &envelope.moment, member, given)? {
                let why = "you signed out everywhere; sign in again with your address";
                return Err(Trouble::Refused(ApiError::new("token_expired", why)));
            }
        }
        let is_test = envelope.room == Room::Test;
        let latest = is_test.then(|| envelope.moment.now.after(TEST_LIVES));
        let sql = ObjectSql::of(&self.state).ringing_by(latest);
        let answered = sql.atomically(|sql| {
            let outcome = chie_community::answer(
                sql,
                &envelope.brand,
                &envelope.moment,
                &envelope.caller,
                envelope.key.as_ref(),
                ask.clone(),
            )?;
            if ask.writes() {
                remember_name(sql, &name_of(envelope.room, &envelope.brand))?;
                if is_test {
                    remember_write(sql, envelope.moment.now)?;
                }
            }
            Ok(outcome)
        });
        if let Err(Trouble::Refused(refusal)) = &answered {
            let (brand, moment, caller) = (&envelope.brand, &envelope.moment, &envelope.caller);
            chie_community::note_refusal(&sql, brand, moment, caller, ask, refusal)?;
        }
        answered
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
        let answered = answered.map(|answered| answered.map(|outcome| Answered::Done(outcome, None)));
        answered.map_or_else(|| Response::error("fault", 500), respond)
    }

    /// The brand this object is of: an alarm is not told.
    fn own_name(&self) -> std::result::Result<Option<(Room, BrandDomain)>, SqlFault> {
        let sql = ObjectSql::of(&self.state);
        if sql.rows("SELECT name FROM sqlite_master WHERE name = 'self_name'", &[])?.is_empty() {
            return Ok(None);
        }
        let rows = sql.rows("SELECT brand FROM self_name", &[])?;
        Ok(rows.into_iter().flatten().find_map(|value| match value {
            Value::Text(text) => from_name(&text),
            Value::Null | Value::Number(_) => None,
        }))
    }

    fn ask_self(&self, brand: &BrandDomain, now: Timestamp, ask: Ask) -> Option<Outcome> {
        let moment = clock::moment(now).ok()?;
        let sql = ObjectSql::of(&self.state).ringing_by(self.wiped_at().ok()?);
        match chie_community::answer(&sql, brand, &moment, &Caller::Visitor, None, ask) {
            Ok(outcome) => Some(outcome),
            Err(trouble) => {
                worker::console_error!("a due task of {brand} failed: {trouble}");
                None
            }
        }
    }
}

fn remember_name(sql: &ObjectSql, name: &str) -> std::result::Result<(), SqlFault> {
    sql.rows("CREATE TABLE IF NOT EXISTS self_name (brand TEXT PRIMARY KEY)", &[])?;
    sql.rows("INSERT OR IGNORE INTO self_name (brand) VALUES (?)", &[Value::Text(name.to_owned())])?;
    Ok(())
}
