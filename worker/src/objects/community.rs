//! One brand's community: takes an envelope, asks the engine, answers. The alarm carries out what the engine says is due: rows for
//! the directory, photos to delete, daily looks at proofs. A community for trying things out tells nobody anything, and its alarm wipes it. It always ends well and arms itself again, because a failing alarm is dropped after
//! six tries.

use chie_community::ask::{
    Alarm, AliasAsk, Ask, Caller, Due, Letter, Listing, OutboxRow, Outcome, Outside, Seen, Told, Trouble, WebhookAsk,
};
use chie_community::sql::{Fault as SqlFault, Sql, Value};
use chie_domain::api::error::ApiError;
use chie_domain::brand::BrandDomain;
use chie_domain::hours::ZoneName;
use chie_domain::id::PhotoId;
use chie_domain::site::{Room, from_name, is_listed, name_of};
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
use crate::hook;
use crate::mail;
use crate::protocol::{Answered, Reply, ToCommunity, Wish, form};
use crate::settings::Settings;
use crate::zone;

/// When the alarm tries again after a fault of ours.
const AFTER_A_FAULT: Span = Span::minutes(15);
/// How long the control of the kill test waits before it writes what it has already acknowledged.
const ANSWERED_FIRST: Duration = Duration::from_millis(400);
/// For how long what was tried out stays after somebody last wrote.
const TEST_LIVES: Span = Span::days(7);

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

    /// When what was tried out here is wiped, unless somebody writes; never, for a real community.
    fn wiped_at(&self) -> std::result::Result<Option<Timestamp>, SqlFault> {
        let sql = ObjectSql::of(&self.state);
        if sql.rows("SELECT name FROM sqlite_master WHERE name = 'test_write'", &[])?.is_empty() {
            return Ok(None);
        }
        let rows = sql.rows("SELECT at FROM test_write", &[])?;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it was a moment when it was written")]
        let at = rows.into_iter().flatten().find_map(|value| match value {
            Value::Number(at) => Some(Timestamp::from_millis(at as u64)),
            Value::Null | Value::Text(_) => None,
        });
        Ok(at.map(|at| at.after(TEST_LIVES)))
    }

    /// Wipes what was tried out, pictures first: once the rows are gone, nobody knows of them.
    async fn wipe(&self, brand: &BrandDomain, now: Timestamp) {
        let photos = match self.ask_self(brand, now, Ask::AllPhotos) {
            Some(Outcome::Photos(photos)) => photos,
            _ => Vec::new(),
        };
        let gone = photos.is_empty() || bucket::delete(&self.env, &photos).await;
        let sql = ObjectSql::of(&self.state);
        let done = if gone { sql.wipe().await } else { sql.wake_at(Some(now.after(AFTER_A_FAULT))) };
        if let Err(fault) = done {
            worker::console_error!("what was tried out at {brand} could not be wiped: {fault}");
        }
    }

    /// What is due where things are tried out: whatever would be told to the outside counts as told.
    async fn run_due_in_test(&self, brand: &BrandDomain, now: Timestamp) {
        if self.wiped_at().is_ok_and(|at| at.is_some_and(|at| at <= now)) {
            return self.wipe(brand, now).await;
        }
        let Some(Outcome::Due(Due { outbox, proofs: _, aliases: _, alarms, photos, letters, tidings, zone, hooks: _ })) =
            self.ask_self(brand, now, Ask::Due)
        else {
            return self.try_later(now);
        };
        let told = outbox.last().map(|row| Ask::OutboxDone(row.seq)).into_iter();
        let told = told.chain(alarms.into_iter().map(|alarm| Ask::AlarmTold(alarm.thread, Told::Yes)));
        let told = told.chain(letters.iter().map(|letter| Ask::LetterSent(letter.seq)));
        for done in told.chain(tidings.iter().map(|tiding| Ask::TidingSent(tiding.seq))) {
            self.ask_self(brand, now, done);
        }
        self.see_zone(brand, now, zone);
        self.delete_photos(brand, now, photos).await;
    }

    /// Looks up again what the clocks of the brand's zone show.
    fn see_zone(&self, brand: &BrandDomain, now: Timestamp, zone: Option<ZoneName>) {
        if let Some(zone) = zone {
            let clock = zone::clock(&zone, now);
            self.ask_self(brand, now, Ask::ZoneSeen(zone, clock));
        }
    }

    async fn delete_photos(&self, brand: &BrandDomain, now: Timestamp, photos: Vec<PhotoId>) {
        if !photos.is_empty() {
            let done = bucket::delete(&self.env, &photos).await;
            self.ask_self(brand, now, if done { Ask::PhotosDeleted(photos) } else { Ask::PhotosKept });
        }
    }

    /// What is due was not even handed out, so that nothing has set the alarm again.
    fn try_later(&self, now: Timestamp) {
        if let Err(fault) = ObjectSql::of(&self.state).wake_at(Some(now.after(AFTER_A_FAULT))) {
            worker::console_error!("an alarm could not be set again: {fault}");
        }
    }

    async fn run_due(&self, brand: &BrandDomain, room: Room, now: Timestamp) {
        if room == Room::Test {
            return self.run_due_in_test(brand, now).await;
        }
        let Some(Outcome::Due(Due { outbox, proofs, aliases, alarms, photos, letters, tidings, zone, hooks })) =
            self.ask_self(brand, now, Ask::Due)
        else {
            return self.try_later(now);
        };
        if let Some(last) = outbox.last().map(|row| row.seq) {
            let done = self.tell(brand, now, &outbox).await;
            self.ask_self(brand, now, if done { Ask::OutboxDone(last) } else { Ask::OutboxFailed });
        }
        self.see_zone(brand, now, zone);
        self.delete_photos(brand, now, photos).await;
        let Ok(settings) = Settings::read(&self.env) else {
            return;
        };
        for alarm in alarms {
            let told = if tell_of_danger(&self.env, &settings, brand, &alarm).await { Told::Yes } else { Told::No };
            self.ask_self(brand, now, Ask::AlarmTold(alarm.thread, told));
        }
        self.send_letters(&settings, brand, now, &letters).await;
        let told = join_all(tidings.iter().map(|tiding| mail::tiding::send(&self.env, &settings, brand, tiding, now))).await;
        for (tiding, told) in tidings.iter().zip(told) {
            self.ask_self(brand, now, if told.is_ok() { Ask::TidingSent(tiding.seq) } else { Ask::TidingFailed(tiding.seq) });
        }
        let told = join_all(hooks.iter().map(|out| hook::deliver(&settings, brand, out, now))).await;
        for (out, answer) in hooks.iter().zip(told) {
            self.ask_self(brand, now, Ask::Webhook(WebhookAsk::Tried(out.seq, answer)));
        }
        let looks = aliases.iter().map(|sought| evidence::look_at_alias(&settings, sought, now));
        for (sought, looks) in aliases.iter().zip(join_all(looks).await) {
            let seen = if evidence::agree(&looks) { Seen::Yes } else { Seen::No };
            self.ask_self(brand, now, Ask::Alias(AliasAsk::Rechecked(sought.domain.clone(), seen)));
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
        let (together, alone): (Vec<&Letter>, Vec<&Letter>) =
            letters.iter().partition(|letter| letter.digest.is_some_and(|number| number > 0));
        let sent = join_all(alone.iter().map(|letter| mail::letter::send(&self.env, settings, brand, letter, now))).await;
        let mut reports: Vec<(u64, bool)> = alone.iter().zip(sent).map(|(letter, sent)| (letter.seq, sent.is_ok())).collect();
        let mut numbers: Vec<u64> = together.iter().filter_map(|letter| letter.digest).collect();
        numbers.sort_unstable();
        numbers.dedup();
        for number in numbers {
            let of_it: Vec<&Letter> = together.iter().copied().filter(|letter| letter.digest == Some(number)).collect();
            let sent = mail::letter::send_digest(&self.env, settings, brand, &of_it, now).await.is_ok();
            reports.extend(of_it.iter().map(|letter| (letter.seq, sent)));
        }
        for (seq, sent) in reports {
            self.ask_self(brand, now, if sent { Ask::LetterSent(seq) } else { Ask::LetterFailed(seq) });
        }
    }

    /// Tells the outside in order; the numbers make a repetition harmless.
    async fn tell(&self, brand: &BrandDomain, now: Timestamp, rows: &[OutboxRow]) -> bool {
        for row in rows {
            let told = match &row.what {
                Outside::Directory(listing) => directory::write(&self.env, listing, row.seq).await,
                Outside::NoDirectory(brand) => directory::forget(&self.env, brand, row.seq).await,
                Outside::House(entry) => directory::house::write(&self.env, entry, row.seq).await,
            };
            if let Err(error) = told {
                worker::console_error!("the directory could not be written: {error}");
                return false;
            }
        }
        let Some(Outside::Directory(listing)) = rows.last().map(|row| &row.what) else { return true };
        // Two may have taken one name at once, each before the other was written down.
        if directory::names::is_shared(&self.env, listing).await.unwrap_or(false) {
            self.ask_self(brand, now, Ask::NameMet);
        }
        !listing.news || tell_of_name(&self.env, listing).await
    }
}

/// Tells whoever runs this installation of a name; the list that they read on the console holds it already.
async fn tell_of_name(env: &Env, listing: &Listing) -> bool {
    let Ok(settings) = Settings::read(env) else { return false };
    let mut told = settings.operators.is_empty();
    for operator in &settings.operators {
        let message = mail::matter(operator, listing, &settings.console);
        told |= mail::send(env, &settings, &message).await.is_ok();
    }
    told
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

/// Remembers when somebody last wrote where things are tried out.
fn remember_write(sql: &ObjectSql, now: Timestamp) -> std::result::Result<(), SqlFault> {
    sql.rows("CREATE TABLE IF NOT EXISTS test_write (one REAL PRIMARY KEY, at REAL NOT NULL)", &[])?;
    #[expect(clippy::cast_precision_loss, reason = "milliseconds stay below 2^53 for the next 280,000 years")]
    let at = Value::Number(now.millis() as f64);
    sql.rows("INSERT INTO test_write (one, at) VALUES (1, ?) ON CONFLICT (one) DO UPDATE SET at = max(at, excluded.at)", &[at])?;
    Ok(())
}

fn remember_name(sql: &ObjectSql, name: &str) -> std::result::Result<(), SqlFault> {
    sql.rows("CREATE TABLE IF NOT EXISTS self_name (brand TEXT PRIMARY KEY)", &[])?;
    sql.rows("INSERT OR IGNORE INTO self_name (brand) VALUES (?)", &[Value::Text(name.to_owned())])?;
    Ok(())
}
