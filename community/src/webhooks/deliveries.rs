//! What webhooks are told: a row says which thing happened, in the transaction in which it did. What is sent is put together when it is
//! handed out ([`super::payload`]); a row that was handed out comes back unless somebody reports, and its name makes it the same for
//! whoever receives it.

use chie_domain::api::get_webhooks::DeliveryView;
use chie_domain::api::send_again::SendAgainRefusal;
use chie_domain::api::test_webhook::TestWebhookRefusal;
use chie_domain::id::{ClaimId, DeliveryId, MemberId, TenancyId, WebhookId};
use chie_domain::policy::Act;
use chie_domain::tiding::Tiding;
use chie_domain::time::Span;
use chie_domain::webhook::{HookAnswer, HookEvent, KEPT, PAUSED_AFTER, wait_after};

use super::is_there;
use super::payload::{SELECT, put_together};
use crate::ask::{HookOut, Outcome, Trouble};
use crate::audit::{self, Deed};
use crate::command::claim_threads::who_may;
use crate::company::Company;
use crate::due::{self, Errand};
use crate::here::{Here, refuse};
use crate::row::{Row, args};
use crate::sql::{Fault, Sql};
use crate::tidings::{self, News};

/// How many are handed out at once.
const AT_ONCE: u32 = 8;
/// How many an owner sees of a webhook.
const SHOWN: u32 = 25;
/// One that was handed out comes back after this, unless somebody reports.
const LEASE: Span = Span::minutes(2);
/// Who did it, where nobody but the clock did.
const CLOCK: &str = "clock";

/// What something happened to.
#[derive(Debug, Clone, Copy)]
pub(crate) enum About<'a> {
    /// A thread, by its number.
    Thread(u64),
    /// A reply in a thread, by their numbers.
    Reply(u64, u64),
    /// A claim.
    Claim(&'a ClaimId),
    /// Nothing: it is tried out.
    Nothing,
}

/// Tells every webhook that wants to hear of it.
pub(crate) fn tell<S: Sql>(here: &Here<'_, S>, event: HookEvent, about: About<'_>) -> Result<(), Fault> {
    let wanted = format!(" {} ", event.code());
    let sql = "SELECT id, tenancy FROM webhook WHERE paused IS NULL AND instr(events, ?) > 0";
    let webhooks = here.rows(sql, args![wanted])?;
    if webhooks.is_empty() {
        return Ok(());
    }
    let company = Company::load(here)?;
    for row in &webhooks {
        if company.living().map(TenancyId::as_str) == Some(row.text(1)?) {
            write(here, &row.parse(0)?, event, about)?;
        }
    }
    plan(here)
}

fn write<S: Sql>(here: &Here<'_, S>, webhook: &WebhookId, event: HookEvent, about: About<'_>) -> Result<DeliveryId, Fault> {
    let id = DeliveryId::mint(here.now, here.mint.ten());
    let (thread, reply, claim) = match about {
        About::Thread(thread) => (Some(thread), None, None),
        About::Reply(thread, reply) => (Some(thread), Some(reply), None),
        About::Claim(claim) => (None, None, Some(claim.as_str())),
        About::Nothing => (None, None, None),
    };
    here.run(
        "INSERT INTO delivery (id, webhook, event, thread, reply, claim, made, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        args![id.as_str(), webhook.as_str(), event.code(), thread, reply, claim, here.now, here.now],
    )?;
    Ok(id)
}

/// Plans the errand for the earliest one to try, or to forget.
pub(super) fn plan<S: Sql>(here: &Here<'_, S>) -> Result<(), Fault> {
    let earliest = here.row("SELECT min(coalesce(at, made + ?)) FROM delivery", args![KEPT.millis()])?;
    match earliest.map_or(Ok(None), |row| row.opt_time(0))? {
        Some(at) => due::plan(here, &Errand::Hooks, at),
        None => due::done(here, &Errand::Hooks),
    }
}

/// What an owner sees of a webhook's deliveries.
pub(super) fn of<S: Sql>(here: &Here<'_, S>, webhook: &WebhookId) -> Result<Vec<DeliveryView>, Fault> {
    let rows = here.rows(
        "SELECT id, event, made, tries, tried, answer, at FROM delivery WHERE webhook = ? AND made > ? ORDER BY seq DESC LIMIT ?",
        args![webhook.as_str(), here.now.before(KEPT), SHOWN],
    )?;
    let read = |row: &Row| {
        Ok(DeliveryView {
            id: row.parse(0)?,
            event: row.code(1, HookEvent::from_code)?,
            at: row.time(2)?,
            tries: row.count(3)?,
            tried: row.opt_time(4)?,
            answer: row.opt_text(5)?.and_then(answer_of),
            next: row.opt_time(6)?,
        })
    };
    rows.iter().map(read).collect()
}

/// What came back, as it is stored.
fn stored(answer: HookAnswer) -> String {
    match answer {
        HookAnswer::Status(status) => status.to_string(),
        HookAnswer::TimedOut => "timed_out".to_owned(),
        HookAnswer::Unreachable => "unreachable".to_owned(),
        HookAnswer::PrivateAddress => "private_address".to_owned(),
    }
}

fn answer_of(stored: &str) -> Option<HookAnswer> {
    match stored {
        "timed_out" => Some(HookAnswer::TimedOut),
        "unreachable" => Some(HookAnswer::Unreachable),
        "private_address" => Some(HookAnswer::PrivateAddress),
        status => status.parse().ok().map(HookAnswer::Status),
    }
}

/// Hands out what is to be sent now. What is not so any more, and what is too old, goes.
pub(crate) fn hand_out<S: Sql>(here: &Here<'_, S>) -> Result<Vec<HookOut>, Fault> {
    here.run("DELETE FROM delivery WHERE made <= ?", args![here.now.before(KEPT)])?;
    let rows = here.rows(&format!("{SELECT} WHERE d.at <= ? ORDER BY d.at, d.seq LIMIT ?"), args![here.now, AT_ONCE])?;
    let company = Company::load(here)?;
    let mut out = Vec::new();
    for row in &rows {
        if let Some(it) = put_together(here, &company, row)? {
            lease(here, it.seq)?;
            out.push(it);
        } else {
            here.run("DELETE FROM delivery WHERE seq = ?", args![row.whole(0)?])?;
        }
    }
    plan(here)?;
    Ok(out)
}

fn lease<S: Sql>(here: &Here<'_, S>, seq: u64) -> Result<(), Fault> {
    here.run("UPDATE delivery SET at = ? WHERE seq = ?", args![here.now.after(LEASE), seq])
}

/// An owner tries a webhook out: it is sent by whoever asked.
pub(super) fn test<S: Sql>(here: &Here<'_, S>, webhook: &WebhookId) -> Result<Outcome, Trouble> {
    let (_, tenancy) = who_may(here, &Act::MakeKeys)?.ok_or_else(|| refuse(TestWebhookRefusal::NotAllowed))?;
    if !is_there(here, &tenancy, webhook)? {
        return Err(refuse(TestWebhookRefusal::NotFound));
    }
    let id = write(here, webhook, HookEvent::Test, About::Nothing)?;
    let row = find(here, webhook, &id)?.ok_or_else(|| Fault("a delivery is gone".to_owned()))?;
    hand(here, &row)?.ok_or_else(|| refuse(TestWebhookRefusal::NotProven))
}

/// An owner has something sent again: it is sent by whoever asked.
pub(super) fn again<S: Sql>(here: &Here<'_, S>, webhook: &WebhookId, id: &DeliveryId) -> Result<Outcome, Trouble> {
    let (_, tenancy) = who_may(here, &Act::MakeKeys)?.ok_or_else(|| refuse(SendAgainRefusal::NotAllowed))?;
    if !is_there(here, &tenancy, webhook)? {
        return Err(refuse(SendAgainRefusal::NotFound));
    }
    let row = find(here, webhook, id)?.ok_or_else(|| refuse(SendAgainRefusal::NotFound))?;
    hand(here, &row)?.ok_or_else(|| refuse(SendAgainRefusal::NothingToTell))
}

/// A delivery that is not too old, for [`hand`].
fn find<S: Sql>(here: &Here<'_, S>, webhook: &WebhookId, id: &DeliveryId) -> Result<Option<Row>, Fault> {
    let sql = format!("{SELECT} WHERE d.id = ? AND d.webhook = ? AND d.made > ?");
    here.row(&sql, args![id.as_str(), webhook.as_str(), here.now.before(KEPT)])
}

/// Hands one out, if there is anything to tell.
fn hand<S: Sql>(here: &Here<'_, S>, row: &Row) -> Result<Option<Outcome>, Fault> {
    let Some(out) = put_together(here, &Company::load(here)?, row)? else { return Ok(None) };
    lease(here, out.seq)?;
    plan(here)?;
    Ok(Some(Outcome::HookOut(Box::new(out))))
}

/// Something was sent, and this came back. What did not arrive is tried again, later each time, unless the webhook is paused.
pub(super) fn tried<S: Sql>(here: &Here<'_, S>, seq: u64, answer: HookAnswer) -> Result<Outcome, Trouble> {
    let row = here.row(
        "SELECT w.id, w.tenancy, w.failing, w.paused, d.event, d.tries FROM delivery d JOIN webhook w ON w.id = d.webhook \
         WHERE d.seq = ?",
        args![seq],
    )?;
    // Whoever removed the webhook meanwhile wants to hear nothing of it.
    let Some(row) = row else { return Ok(Outcome::Done) };
    let webhook: WebhookId = row.parse(0)?;
    let (failing, paused) = (row.opt_time(2)?, row.opt_time(3)?);
    let tries = row.count(5)?.saturating_add(1);
    let counts = !answer.took() && paused.is_none() && row.code(4, HookEvent::from_code)? != HookEvent::Test;
    let wait = if counts { wait_after(tries, |limit| here.mint.below(limit)) } else { None };
    here.run(
        "UPDATE delivery SET at = ?, tries = ?, tried = ?, answer = ? WHERE seq = ?",
        args![wait.map(|wait| here.now.after(wait)), tries, here.now, stored(answer), seq],
    )?;
    if answer.took() {
        here.run("UPDATE webhook SET failing = NULL, paused = NULL WHERE id = ?", args![webhook.as_str()])?;
    } else if counts {
        here.run("UPDATE webhook SET failing = coalesce(failing, ?) WHERE id = ?", args![here.now, webhook.as_str()])?;
        if failing.is_some_and(|since| here.now.since(since) >= PAUSED_AFTER) {
            pause(here, &webhook, &row.parse(1)?)?;
        }
    }
    plan(here)?;
    Ok(Outcome::Done)
}

/// Nothing has arrived for three days: everything rests, and the owners are told.
fn pause<S: Sql>(here: &Here<'_, S>, webhook: &WebhookId, tenancy: &TenancyId) -> Result<(), Fault> {
    here.run("UPDATE webhook SET paused = ? WHERE id = ?", args![here.now, webhook.as_str()])?;
    here.run("UPDATE delivery SET at = NULL WHERE webhook = ?", args![webhook.as_str()])?;
    audit::record_of(here, Deed::WebhookPaused, CLOCK, webhook.as_str())?;
    let sql = "SELECT member FROM seat WHERE tenancy = ? AND role = 'owner' AND since <= ? ORDER BY member";
    let owners: Vec<MemberId> =
        here.rows(sql, args![tenancy.as_str(), here.now])?.iter().map(|row| row.parse(0)).collect::<Result<_, _>>()?;
    tidings::tell(here, &owners, &News::of(Tiding::WebhookPaused), &format!("{webhook}:{}", here.now.millis()))
}
