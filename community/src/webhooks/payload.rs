//! What a webhook is told of something, put together when it is sent: as everybody reads it then. What nobody reads any more, or what is
//! not so any more, is told to nobody.

use chie_domain::api::view::{ReplyView, ThreadRow};
use chie_domain::claim::{Claim, ClaimState};
use chie_domain::id::{ClaimId, ReplyId, TenancyId};
use chie_domain::policy::{Viewer, Visibility};
use chie_domain::webhook::{HookAddress, HookEvent};

use super::domain_of;
use crate::ask::HookOut;
use crate::command::claim_threads;
use crate::company::Company;
use crate::here::Here;
use crate::house::down;
use crate::query::{reply, thread};
use crate::row::{Row, args};
use crate::sql::{Fault, Sql};

/// What [`put_together`] takes.
pub(super) const SELECT: &str = "SELECT d.seq, d.id, d.event, d.thread, d.reply, d.claim, d.made, w.id, w.tenancy, w.address, \
    w.sealed, w.old, w.old_until FROM delivery d JOIN webhook w ON w.id = d.webhook";

/// What is sent, while the community is open, the company here and the host its own.
pub(super) fn put_together<S: Sql>(here: &Here<'_, S>, company: &Company, row: &Row) -> Result<Option<HookOut>, Fault> {
    if company.living().map(TenancyId::as_str) != Some(row.text(8)?) || down::standing(here)?.is_some() {
        return Ok(None);
    }
    let address: HookAddress = row.parse(9)?;
    let Some(domain) = domain_of(here, company, &address)? else { return Ok(None) };
    let event = row.code(2, HookEvent::from_code)?;
    let (thread, reply) = match row.opt_whole(3)? {
        None => (None, None),
        Some(n) => match shown(here, company, event, n, row.opt_whole(4)?)? {
            Some((line, reply)) => (Some(line), reply),
            None => return Ok(None),
        },
    };
    let claim = match row.opt_parse(5)? {
        None => None,
        Some(id) => match claimed(here, event, &id)? {
            Some(claim) => Some(claim),
            None => return Ok(None),
        },
    };
    let old_signs = row.opt_time(12)?.is_some_and(|until| until > here.now);
    Ok(Some(HookOut {
        seq: row.whole(0)?,
        id: row.parse(1)?,
        event,
        at: row.time(6)?,
        webhook: row.parse(7)?,
        address,
        domain,
        sealed: row.text(10)?.to_owned(),
        old: row.opt_text(11)?.filter(|_| old_signs).map(str::to_owned),
        thread,
        reply,
        claim,
    }))
}

/// A thread, and a reply in it.
fn shown<S: Sql>(
    here: &Here<'_, S>,
    company: &Company,
    event: HookEvent,
    n: u64,
    post: Option<u64>,
) -> Result<Option<(ThreadRow, Option<ReplyView>)>, Fault> {
    let row = here.row(&format!("SELECT {} FROM thread t WHERE t.n = ?", thread::COLUMNS), args![n])?;
    let Some(found) = row.map(|row| thread::Thread::read(&row)).transpose()? else { return Ok(None) };
    let lifted = event == HookEvent::Danger && found.danger.is_none();
    if found.visibility != Visibility::Public || lifted {
        return Ok(None);
    }
    let claims = company.claims_of(here, [&found.id])?;
    let line = found.row(company, &claims);
    let Some(post) = post else { return Ok(Some((line, None))) };
    let row = here.row("SELECT id FROM reply WHERE n = ? AND visibility = 'public' AND deleted IS NULL", args![post])?;
    let Some(id) = row.map(|row| row.parse::<ReplyId>(0)).transpose()? else { return Ok(None) };
    if event == HookEvent::OfficialAnswer && found.marked(company, line.steward) != Some(&id) {
        return Ok(None);
    }
    Ok(reply::one(here, company, &Viewer::Visitor, &id)?.map(|view| (line, Some(view))))
}

/// A claim, while what is told of it is so.
fn claimed<S: Sql>(here: &Here<'_, S>, event: HookEvent, id: &ClaimId) -> Result<Option<Claim>, Fault> {
    let claim = claim_threads::find(here, id)?.map(|(claim, _)| claim);
    Ok(claim.filter(|claim| (event == HookEvent::Claimed) == (claim.state == ClaimState::Live)))
}
