//! Says what to look for, for a request of the caller's, and counts the look: the evidence is looked at once in ten seconds.

use chie_domain::api::check_proof::CheckProofRefusal;
use chie_domain::id::ProofId;
use chie_domain::proof::{ProofState, REQUEST_LIVES};
use chie_domain::time::Span;

use crate::ask::{Outcome, Trouble};
use crate::command::request_proof::find;
use crate::command::run_errands::sought;
use crate::here::{Here, refuse};
use crate::people;
use crate::row::args;
use crate::sql::Sql;

/// How long after one look the next may come.
const BETWEEN: Span = Span::seconds(10);

/// Says it.
pub(crate) fn run<S: Sql>(here: &Here<'_, S>, id: &ProofId) -> Result<Outcome, Trouble> {
    here.whole(|here| {
        let member = people::on_console(here)?;
        let proof = find(here, &member, id)?.ok_or_else(|| refuse(CheckProofRefusal::NotFound))?;
        if matches!(proof.state, ProofState::Requested { at } if here.now.since(at) > REQUEST_LIVES) {
            return Err(refuse(CheckProofRefusal::RequestExpired));
        }
        if proof.sought.is_some_and(|sought| here.now.since(sought) < BETWEEN) {
            return Err(refuse(CheckProofRefusal::TooMany));
        }
        here.run("UPDATE proof SET sought = ? WHERE id = ?", args![here.now, id.as_str()])?;
        Ok(Outcome::Evidence(sought(proof)))
    })
}
