//! Webhooks in one community: who makes, rotates and removes them, and what an owner sees of them. Secrets are made and sealed by the
//! Worker, which alone can open them. A webhook counts while the company is here and its host lies inside a domain that is proven.

mod deliveries;
mod payload;

use chie_domain::api::get_webhooks::{GetWebhooksRefusal, WebhookView};
use chie_domain::api::make_webhook::{MakeWebhookRefusal, Request};
use chie_domain::api::remove_webhook::RemoveWebhookRefusal;
use chie_domain::api::rotate_webhook::RotateWebhookRefusal;
use chie_domain::brand::BrandDomain;
use chie_domain::id::{TenancyId, WebhookId};
use chie_domain::policy::Act;
use chie_domain::webhook::{HookAddress, HookEvents, MOST_WEBHOOKS, OLD_SIGNS};

use crate::aliases;
use crate::ask::{Outcome, Trouble, WebhookAsk};
use crate::audit::{self, Deed};
use crate::command::claim_threads::who_may;
use crate::company::Company;
use crate::here::{Here, refuse};
use crate::row::{Row, args};
use crate::sql::{Fault, Sql};

pub(crate) use deliveries::{About, hand_out, tell};

/// Does it.
pub(crate) fn run<S: Sql>(here: &Here<'_, S>, ask: &WebhookAsk) -> Result<Outcome, Trouble> {
    match ask {
        WebhookAsk::See => see(here),
        WebhookAsk::Make(id, request, sealed) => here.whole(|here| make(here, id, request, sealed)),
        WebhookAsk::Rotate(id, sealed) => here.whole(|here| rotate(here, id, sealed)),
        WebhookAsk::Remove(id) => here.whole(|here| remove(here, id)),
        WebhookAsk::Test(id) => here.whole(|here| deliveries::test(here, id)),
        WebhookAsk::Again(id, delivery) => here.whole(|here| deliveries::again(here, id, delivery)),
        WebhookAsk::Tried(seq, answer) => here.whole(|here| deliveries::tried(here, *seq, *answer)),
    }
}

/// Whether the company has such a webhook.
fn is_there<S: Sql>(here: &Here<'_, S>, tenancy: &TenancyId, id: &WebhookId) -> Result<bool, Fault> {
    let sql = "SELECT 1 FROM webhook WHERE id = ? AND tenancy = ?";
    Ok(here.row(sql, args![id.as_str(), tenancy.as_str()])?.is_some())
}

/// The proven domain that an address lies in: the brand's own or a further one.
fn domain_of<S: Sql>(here: &Here<'_, S>, company: &Company, address: &HookAddress) -> Result<Option<BrandDomain>, Fault> {
    let Some(host) = address.host() else { return Ok(None) };
    if host.is_inside(here.brand) {
        return Ok(Some(here.brand.clone()));
    }
    Ok(aliases::proven(here, company)?.into_iter().find(|domain| host.is_inside(domain)))
}

fn see<S: Sql>(here: &Here<'_, S>) -> Result<Outcome, Trouble> {
    let (_, tenancy) = who_may(here, &Act::ManagePeople)?.ok_or_else(|| refuse(GetWebhooksRefusal::NotAllowed))?;
    all(here, &tenancy)
}

fn all<S: Sql>(here: &Here<'_, S>, tenancy: &TenancyId) -> Result<Outcome, Trouble> {
    let rows = here.rows(
        "SELECT w.id, w.address, w.events, w.made, m.address, w.old_until, w.failing, w.paused FROM webhook w \
         JOIN member m ON m.id = w.maker WHERE w.tenancy = ? ORDER BY w.made, w.id",
        args![tenancy.as_str()],
    )?;
    let read = |row: &Row| {
        let id: WebhookId = row.parse(0)?;
        Ok(WebhookView {
            address: row.parse(1)?,
            events: row.parse(2)?,
            made: row.time(3)?,
            by: row.opt_text(4)?.map(str::to_owned),
            old_signs_until: row.opt_time(5)?.filter(|until| *until > here.now),
            failing: row.opt_time(6)?,
            paused: row.opt_time(7)?,
            deliveries: deliveries::of(here, &id)?,
            id,
        })
    };
    Ok(Outcome::Webhooks(rows.iter().map(read).collect::<Result<_, Fault>>()?))
}

/// The events as they are stored: each with a space on either side, so that one is found in them.
fn stored(events: &HookEvents) -> String {
    let codes: Vec<&str> = events.all().iter().map(|event| event.code()).collect();
    format!(" {} ", codes.join(" "))
}

fn make<S: Sql>(here: &Here<'_, S>, id: &WebhookId, request: &Request, sealed: &str) -> Result<Outcome, Trouble> {
    let (me, tenancy) = who_may(here, &Act::MakeKeys)?.ok_or_else(|| refuse(MakeWebhookRefusal::NotAllowed))?;
    if domain_of(here, &Company::load(here)?, &request.address)?.is_none() {
        return Err(refuse(MakeWebhookRefusal::NotProven));
    }
    let count = here.row("SELECT count(*) FROM webhook WHERE tenancy = ?", args![tenancy.as_str()])?;
    if count.map_or(Ok(0), |row| row.count(0))? >= MOST_WEBHOOKS {
        return Err(refuse(MakeWebhookRefusal::TooMany));
    }
    here.run(
        "INSERT INTO webhook (id, tenancy, address, events, sealed, made, maker) VALUES (?, ?, ?, ?, ?, ?, ?) \
         ON CONFLICT (id) DO NOTHING",
        args![id.as_str(), tenancy.as_str(), request.address.as_str(), stored(&request.events), sealed, here.now, me.as_str(),],
    )?;
    audit::record(here, Deed::WebhookMade, &me, id.as_str())?;
    all(here, &tenancy)
}

fn rotate<S: Sql>(here: &Here<'_, S>, id: &WebhookId, sealed: &str) -> Result<Outcome, Trouble> {
    let (me, tenancy) = who_may(here, &Act::MakeKeys)?.ok_or_else(|| refuse(RotateWebhookRefusal::NotAllowed))?;
    let changed = here.rows(
        "UPDATE webhook SET old = sealed, old_until = ?, sealed = ? WHERE id = ? AND tenancy = ? RETURNING id",
        args![here.now.after(OLD_SIGNS), sealed, id.as_str(), tenancy.as_str()],
    )?;
    if changed.is_empty() {
        return Err(refuse(RotateWebhookRefusal::NotFound));
    }
    audit::record(here, Deed::WebhookRotated, &me, id.as_str())?;
    all(here, &tenancy)
}

fn remove<S: Sql>(here: &Here<'_, S>, id: &WebhookId) -> Result<Outcome, Trouble> {
    let (me, tenancy) = who_may(here, &Act::ManagePeople)?.ok_or_else(|| refuse(RemoveWebhookRefusal::NotAllowed))?;
    if !is_there(here, &tenancy, id)? {
        return Err(refuse(RemoveWebhookRefusal::NotFound));
    }
    here.run("DELETE FROM webhook WHERE id = ?", args![id.as_str()])?;
    deliveries::plan(here)?;
    audit::record(here, Deed::WebhookRemoved, &me, id.as_str())?;
    all(here, &tenancy)
}
