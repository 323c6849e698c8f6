//! What the daily look at a proof saw. A proof grows old by the clock even where nobody could look.

use chie_domain::id::ProofId;
use chie_domain::proof::{LAPSE_AFTER, ProofState, RECHECK_EVERY};
use chie_domain::tenancy::JOIN_NOTICE;
use chie_domain::time::{Span, Timestamp};

use crate::ask::{Outcome, Seen, Trouble};
use crate::audit::{self, Deed};
use crate::company::{Company, PROOF, StoredProof, stored};
use crate::due::{self, Errand};
use crate::here::Here;
use crate::row::args;
use crate::sql::{Fault, Sql};
use crate::{life, outbox, private, steward};

/// Daily looks are spread over this much more than a day.
const SPREAD: u64 = Span::hours(1).millis();

/// Takes in what was seen.
pub(crate) fn run<S: Sql>(here: &Here<'_, S>, id: &ProofId, seen: Seen) -> Result<Outcome, Trouble> {
    here.whole(|here| {
        let row = here.row(&format!("SELECT {PROOF}, member, misses FROM proof WHERE id = ?"), args![id.as_str()])?;
        let Some(row) = row else { return Ok(Outcome::Done) };
        let proof = StoredProof::read(&row)?;
        if !proof.state.is_valid() {
            due::done(here, &Errand::Proof(proof.id))?;
            return Ok(Outcome::Done);
        }
        // Time alone may have ended it before this look, and with it what lives no longer than it.
        private::sweep(here, &Company::load(here)?)?;
        let state = proof.state.at(here.now).recheck(seen.into(), here.now);
        save_state(here, id, state)?;
        if std::mem::discriminant(&state) != std::mem::discriminant(&proof.state) {
            audit::record(here, Deed::ProofChanged, &row.parse(10)?, id.as_str())?;
        }
        let misses = if seen == Seen::Yes { 0 } else { row.whole(11)?.saturating_add(1) };
        here.run("UPDATE proof SET misses = ? WHERE id = ?", args![misses, id.as_str()])?;
        plan_look(here, id, state, misses)?;
        after_change(here)?;
        Ok(Outcome::Done)
    })
}

/// Stores a proof's state.
pub(crate) fn save_state<S: Sql>(here: &Here<'_, S>, id: &ProofId, state: ProofState) -> Result<(), Fault> {
    let (code, a, b) = stored(state);
    here.run("UPDATE proof SET state = ?, a = ?, b = ? WHERE id = ?", args![code, a, b, id.as_str()])
}

/// Plans the next look, while there is anything to look at: a day later, or sooner after a miss, which may be the resolver's and not the
/// brand's: after an hour, then twice as long each time, up to a day. A little chance keeps looks apart.
pub(crate) fn plan_look<S: Sql>(here: &Here<'_, S>, id: &ProofId, state: ProofState, misses: u64) -> Result<(), Fault> {
    let errand = Errand::Proof(id.clone());
    if !state.is_valid() {
        return due::done(here, &errand);
    }
    let doubled = Span::hours(1).millis().saturating_mul(1 << misses.saturating_sub(1).min(10));
    let wait = if misses == 0 { RECHECK_EVERY.millis() } else { doubled.min(RECHECK_EVERY.millis()) };
    let late = here.mint.below(SPREAD.min(wait / 4));
    due::plan(here, &errand, Timestamp::from_millis(here.now.millis().saturating_add(wait).saturating_add(late)))
}

/// A proof changed: brings what follows from it up to date, if anything official did.
pub(crate) fn after_change<S: Sql>(here: &Here<'_, S>) -> Result<(), Fault> {
    life::look_around(here)?;
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
    let early = here.now.before(JOIN_NOTICE);
    let moments = here.row(
        "SELECT (SELECT min(counts) FROM proof WHERE counts > ? AND state <> 'lapsed'), \
         (SELECT min(b) FROM proof WHERE tenancy IS NOT NULL AND state IN ('confirmed', 'doubtful') AND b >= ?), \
         (SELECT min(until) FROM removal), (SELECT min(since) FROM seat WHERE since > ?), \
         (SELECT min(y.began) FROM tenancy y WHERE y.began >= ? \
          AND EXISTS (SELECT 1 FROM tenancy f WHERE f.began < y.began AND f.purged IS NULL))",
        args![here.now, life::seen_since(here.now), here.now, early],
    )?;
    let Some(moments) = moments else { return Ok(()) };
    let lapse = moments.opt_time(1)?.map(|seen| seen.after(LAPSE_AFTER).after(Span::seconds(1)));
    let purge = moments.opt_time(4)?.map(|began| began.after(JOIN_NOTICE).after(Span::seconds(1)));
    let next = [moments.opt_time(0)?, lapse, moments.opt_time(2)?, moments.opt_time(3)?, purge].into_iter().flatten().min();
    match next {
        Some(at) => due::plan(here, &Errand::Settle, at),
        None => due::done(here, &Errand::Settle),
    }
}
