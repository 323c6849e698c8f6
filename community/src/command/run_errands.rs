//! What this community has to do by itself now, handed out to the object that can reach the outside; and what the object
//! reports back.

use chie_domain::claim::Stewardship;
use chie_domain::id::{MemberId, PhotoId, ThreadId};
use chie_domain::letter::Stop;
use chie_domain::policy::Viewer;
use chie_domain::time::Span;

use crate::ask::{Alarm, Due, Outcome, Sought, Told, Trouble};
use crate::command::{climb_ladder, do_work, recheck_proof};
use crate::company::{Company, PROOF, StoredProof};
use crate::due::{self, Errand};
use crate::here::Here;
use crate::query::thread;
use crate::row::args;
use crate::search::index;
use crate::sql::{Fault, Sql};
use crate::{aliases, claiming, gate, letters, life, outbox, photos, private, steward, tidings, webhooks};

/// How many errands are handed out at once.
const AT_ONCE: u32 = 20;
/// An errand that was handed out comes back after this, unless somebody reports.
const LEASE: Span = Span::minutes(2);

/// Hands out what is due.
pub(crate) fn run<S: Sql>(here: &Here<'_, S>) -> Result<Outcome, Trouble> {
    here.whole(|here| {
        let mut due = Due::default();
        for errand in due::ready(here, AT_ONCE)? {
            match &errand {
                Errand::Settle => settle(here)?,
                Errand::Index => {
                    if !index::catch_up(here)? {
                        due::done(here, &errand)?;
                    }
                }
                Errand::Photos => {
                    due.photos = photos::to_delete(here)?;
                    if due.photos.is_empty() { photos::plan_next(here)? } else { due::lease(here, &errand, LEASE)? }
                }
                Errand::Forget => gate::forget(here)?,
                Errand::Letters => due.letters = letters::hand_out(here)?,
                Errand::Claimed(act) => claiming::tell(here, act)?,
                Errand::Tidings => due.tidings = tidings::hand_out(here)?,
                Errand::Hooks => due.hooks = webhooks::hand_out(here)?,
                Errand::Zone => {
                    due.zone = do_work::zone(here)?;
                    if due.zone.is_none() { due::done(here, &errand)? } else { due::lease(here, &errand, LEASE)? }
                }
                Errand::Wait(id) => climb_ladder::run(here, id)?,
                Errand::Private => private::sweep(here, &Company::load(here)?)?,
                Errand::Outbox => {
                    due.outbox = outbox::waiting(here)?;
                    if due.outbox.is_empty() { due::done(here, &errand)? } else { due::lease(here, &errand, LEASE)? }
                }
                Errand::Alarm(id) => {
                    if let Some(alarm) = alarm(here, id)? {
                        due.alarms.push(alarm);
                        due::lease(here, &errand, LEASE)?;
                    } else {
                        due::done(here, &errand)?;
                    }
                }
                Errand::Alias(domain) => match aliases::due_look(here, domain)? {
                    Some(sought) => {
                        due.aliases.push(sought);
                        due::lease(here, &errand, LEASE)?;
                    }
                    None => due::done(here, &errand)?,
                },
                Errand::Proof(id) => {
                    let proof = here.row(&format!("SELECT {PROOF} FROM proof WHERE id = ?"), args![id.as_str()])?;
                    if let Some(proof) = proof.map(|row| StoredProof::read(&row)).transpose()? {
                        due.proofs.push(sought(proof));
                        due::lease(here, &errand, LEASE)?;
                    } else {
                        due::done(here, &errand)?;
                    }
                }
            }
        }
        due::arm(here)?;
        Ok(Outcome::Due(due))
    })
}

/// Something official began or ended by the clock alone.
fn settle<S: Sql>(here: &Here<'_, S>) -> Result<(), Fault> {
    due::done(here, &Errand::Settle)?;
    life::look_around(here)?;
    steward::settle_all(here, &Company::load(here)?)?;
    recheck_proof::plan_settling(here)?;
    outbox::tell_directory(here)
}

/// Outbox rows up to a number were carried out.
pub(crate) fn carried_out<S: Sql>(here: &Here<'_, S>, seq: u64) -> Result<Outcome, Trouble> {
    here.whole(|here| {
        outbox::carried_out(here, seq)?;
        Ok(Outcome::Done)
    })
}

/// Carrying the outbox out failed.
pub(crate) fn failed<S: Sql>(here: &Here<'_, S>) -> Result<Outcome, Trouble> {
    here.whole(|here| {
        due::put_off(here, &Errand::Outbox)?;
        Ok(Outcome::Done)
    })
}

/// The bytes of these photos were deleted.
pub(crate) fn photos_deleted<S: Sql>(here: &Here<'_, S>, ids: &[PhotoId]) -> Result<Outcome, Trouble> {
    here.whole(|here| {
        photos::deleted(here, ids)?;
        Ok(Outcome::Done)
    })
}

/// Deleting bytes of photos failed.
pub(crate) fn photos_kept<S: Sql>(here: &Here<'_, S>) -> Result<Outcome, Trouble> {
    here.whole(|here| {
        due::put_off(here, &Errand::Photos)?;
        Ok(Outcome::Done)
    })
}

/// A thread that speaks of danger still.
fn alarm<S: Sql>(here: &Here<'_, S>, id: &ThreadId) -> Result<Option<Alarm>, Fault> {
    let Some((thread, _)) = thread::find(here, &Viewer::Operator, id)? else { return Ok(None) };
    if thread.danger.is_none() {
        return Ok(None);
    }
    let company = Company::load(here)?;
    let claims = company.claims_of(here, [id])?;
    let official = thread.steward(&company, &claims) != Stewardship::FanMade;
    Ok(Some(Alarm { thread: thread.id, product: thread.product, title: thread.title, official }))
}

/// Somebody was told of a danger, or could not be.
pub(crate) fn alarm_told<S: Sql>(here: &Here<'_, S>, id: ThreadId, told: Told) -> Result<Outcome, Trouble> {
    here.whole(|here| {
        let errand = Errand::Alarm(id);
        match told {
            Told::Yes => due::done(here, &errand)?,
            Told::No => due::put_off(here, &errand)?,
        }
        Ok(Outcome::Done)
    })
}

/// A letter went out.
pub(crate) fn letter_sent<S: Sql>(here: &Here<'_, S>, seq: u64) -> Result<Outcome, Trouble> {
    here.whole(|here| {
        letters::sent(here, seq)?;
        Ok(Outcome::Done)
    })
}

/// A letter could not be handed over.
pub(crate) fn letter_failed<S: Sql>(here: &Here<'_, S>, seq: u64) -> Result<Outcome, Trouble> {
    here.whole(|here| {
        letters::failed(here, seq)?;
        Ok(Outcome::Done)
    })
}

/// News of the brand's place went out.
pub(crate) fn tiding_sent<S: Sql>(here: &Here<'_, S>, seq: u64) -> Result<Outcome, Trouble> {
    here.whole(|here| {
        tidings::sent(here, seq)?;
        Ok(Outcome::Done)
    })
}

/// News of the brand's place could not be handed over.
pub(crate) fn tiding_failed<S: Sql>(here: &Here<'_, S>, seq: u64) -> Result<Outcome, Trouble> {
    here.whole(|here| {
        tidings::failed(here, seq)?;
        Ok(Outcome::Done)
    })
}

/// Somebody stopped mail by the link in it. Saying it twice changes nothing.
pub(crate) fn stop<S: Sql>(here: &Here<'_, S>, member: &MemberId, thread: &ThreadId, what: Stop) -> Result<Outcome, Trouble> {
    here.whole(|here| {
        letters::stop(here, member, thread, what)?;
        Ok(Outcome::Done)
    })
}

/// What to look for to see whether a proof holds.
pub(crate) fn sought(proof: StoredProof) -> Sought {
    Sought { proof: proof.id, method: proof.method, host: proof.host, token: proof.token }
}
