//! What was seen of a proof's evidence, at the wish of the person who asked for it. A missing text is an answer, not an
//! error; the exact text seats its prover.

use chie_domain::api::check_proof::CheckProofRefusal;
use chie_domain::api::request_proof::{Finding, Look};
use chie_domain::id::ProofId;
use chie_domain::proof::{Method, ProofError, ProofState, Sighting};

use crate::ask::{Outcome, Trouble};
use crate::audit::{self, Deed};
use crate::command::recheck_proof::{after_change, plan_look, save_state};
use crate::command::request_proof::{find, response};
use crate::company::Company;
use crate::here::{Here, refuse};
use crate::row::args;
use crate::sql::{Fault, Sql};
use crate::{outbox, people, private, seats};

/// How many looks of one check are kept.
const LOOKS: usize = 8;

/// Takes in the looks.
pub(crate) fn run<S: Sql>(here: &Here<'_, S>, id: &ProofId, looks: &[Look]) -> Result<Outcome, Trouble> {
    here.whole(|here| {
        let member = people::on_console(here)?;
        let proof = find(here, &member, id)?.ok_or_else(|| refuse(CheckProofRefusal::NotFound))?;
        let kept: Vec<&Look> = looks.iter().take(LOOKS).collect();
        let kept = serde_json::to_string(&kept).map_err(|_| Fault("looks could not be written down".to_owned()))?;
        here.run("UPDATE proof SET looks = ?, sought = ? WHERE id = ?", args![kept, here.now, id.as_str()])?;
        // What ended by the clock alone is over before anything begins again.
        private::sweep(here, &Company::load(here)?)?;
        let before = proof.state.at(here.now);
        let state = match before.confirm(sighting(proof.method, looks), here.now) {
            Ok(state) => state,
            Err(ProofError::RequestExpired) => return Err(refuse(CheckProofRefusal::RequestExpired)),
            Err(ProofError::EvidenceMissing) => return response(here, &member, id),
        };
        save_state(here, id, state)?;
        if matches!(before, ProofState::Requested { .. }) {
            let place = seats::seat_prover(here, &member)?;
            here.run(
                "UPDATE proof SET tenancy = ?, counts = ? WHERE id = ?",
                args![place.tenancy.as_str(), place.counts, id.as_str()],
            )?;
            audit::record(here, Deed::ProofConfirmed, &member, id.as_str())?;
            outbox::tell_directory(here)?;
        }
        here.run("UPDATE proof SET misses = 0 WHERE id = ?", args![id.as_str()])?;
        plan_look(here, id, state, 0)?;
        after_change(here)?;
        response(here, &member, id)
    })
}

/// What all looks of a check say together: every one must have found the exact text, and for DNS two resolvers must agree.
fn sighting(method: Method, looks: &[Look]) -> Sighting {
    let needed = if method == Method::Dns { 2 } else { 1 };
    let all = looks.iter().all(|look| look.finding == Finding::Found);
    if all && looks.len() >= needed { Sighting::Seen } else { Sighting::Missed }
}
