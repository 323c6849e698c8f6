//! What the daily look at a proof saw. A proof grows old by the clock even where nobody could look.

use chie_domain::id::ProofId;
use chie_domain::proof::{LAPSE_AFTER, ProofState, RECHECK_EVERY};
use chie_domain::time::{Span, Timestamp};

use crate::ask::{Outcome, Seen, Trouble};
use crate::audit::{self, Deed};
use crate::company::{Company, PROOF, StoredProof, stored};
use crate::due::{self, Errand};
use crate::here::Here;
use crate::row::args;
use crate::sql::{Fault, Sql};
use crate::{outbox, steward};

/// Daily looks are spread over this much more than a day.
const SPREAD: u64 = Span::hours(1).millis();

/// Takes in what was seen.
pub(crate) fn run<S: Sql>(here: &Here<'_, S>, id: &ProofId, seen: Seen) -> Result<Outcome, Trouble> {
    here.whole(|here| {
        let row = here.row(&format!("SELECT {PROOF}, member FROM proof WHERE id = ?"), args![id.as_str()])?;
        let Some(row) = row else { return Ok(Outcome::Done) };
        let proof = StoredProof::read(&row)?;
        if !proof.state.is_valid() {
            due::done(here, &Errand::Proof(proof.id))?;
            return Ok(Outcome::Done);
        }
        // Time alone may have ended it before this look.
        let state = proof.state.at(here.now).recheck(seen.into(), here.now);
        save_state(here, id, state)?;
        if std::mem::discriminant(&state) != std::mem::discriminant(&proof.state) {
            audit::record(here, Deed::ProofChanged, &row.parse(10)?, id.as_str())?;
        }
        plan_look(here, id, state)?;
        after_change(here)?;
        Ok(Outcome::Done)
    })
}

/// Stores a proof's state.
pub(crate) fn save_state<S: Sql>(here: &Here<'_, S>, id: &ProofId, state: ProofState) -> Result<(), Fault> {
    let (code, a, b) = stored(state);
    here.run("UPDATE proof SET state = ?, a = ?, b = ? WHERE id = ?", args![code, a, b, id.as_str()])
}

/// Plans the next daily look, while there is anything to look at.
pub(crate) fn plan_look<S: Sql>(here: &Here<'_, S>, id: &ProofId, state: ProofState) -> Result<(), Fault> {
    let errand = Errand::Proof(id.clone());
    if !state.is_valid() {
        return due::done(here, &errand);
    }
    let late = here.mint.below(SPREAD);
    due::plan(here, &errand, Timestamp::from_millis(here.now.after(RECHECK_EVERY).millis().saturating_add(late)))
}

/// A proof changed: brings what follows from it up to date, if anything official did.
pub(crate) fn after_change<S: Sql>(here: &Here<'_, S>) -> Result<(), Fault> {
    let company = Company::load(here)?;
    let settled = here.row("SELECT settled_for FROM community", &[])?;
    let settled = settled.map_or(Ok(String::new()), |row| row.text(0).map(str::to_owned))?;
    if settled != steward::for_whom(&company) {
        steward::settle_all(here, &company)?;
        outbox::tell_directory(here)?;
    }
    plan_settling(here)
}

/// Plans for the moment at which the clock alone changes what is official: a proof begins to count, or the last one lapses.
pub(crate) fn plan_settling<S: Sql>(here: &Here<'_, S>) -> Result<(), Fault> {
    let moments = here.row(
        "SELECT (SELECT min(counts) FROM proof WHERE counts > ? AND state <> 'lapsed'), \
         (SELECT max(b) FROM proof WHERE tenancy IS NOT NULL AND state IN ('confirmed', 'doubtful'))",
        args![here.now],
    )?;
    let Some(moments) = moments else { return Ok(()) };
    let lapse = moments.opt_time(1)?.map(|seen| seen.after(LAPSE_AFTER).after(Span::seconds(1)));
    let next = [moments.opt_time(0)?, lapse.filter(|at| *at > here.now)].into_iter().flatten().min();
    match next {
        Some(at) => due::plan(here, &Errand::Settle, at),
        None => due::done(here, &Errand::Settle),
    }
}
