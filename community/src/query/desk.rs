//! What the console shows: to anybody signed in their own requests and seat, to whoever may act for the brand now its claims
//! and the threads to triage.

use chie_domain::api::get_desk::{Request, Response};
use chie_domain::api::list_threads::{self, Order};
use chie_domain::api::request_proof::{Look, ProofView};
use chie_domain::api::view::ThreadPage;
use chie_domain::id::MemberId;
use chie_domain::policy::{Act, Viewer, can_act};
use chie_domain::proof::{REQUEST_LIVES, placement};

use crate::ask::{Caller, Trouble};
use crate::company::{Company, PROOF, StoredProof, read_claim};
use crate::here::{Here, not_allowed};
use crate::query::{community, list};
use crate::row::args;
use crate::sql::{Fault, Sql};
use crate::{people, seats};

/// How many claims are shown at most.
const CLAIMS: u32 = 200;

/// The desk of the caller.
pub(crate) fn view<S: Sql>(here: &Here<'_, S>, company: &Company, request: &Request) -> Result<Response, Trouble> {
    let (Caller::Console(account) | Caller::Operator(account)) = here.caller else {
        return Err(not_allowed("sign in on the console"));
    };
    let member = people::of_account(here, account)?;
    let viewer = people::acting(here, company)?.map_or(Viewer::Visitor, Viewer::Representative);
    let (proofs, seat) = match &member {
        Some(member) => (proofs(here, member)?, seats::view(here, company, member)?),
        None => (Vec::new(), None),
    };
    let (claims, threads) = if can_act(&viewer, &Act::SeeDesk) {
        let tenancy = company.living().map_or("", |tenancy| tenancy.as_str());
        let claims = here.rows(
            "SELECT id, scope, product, thread, reach, since, released FROM claim WHERE tenancy = ? ORDER BY n DESC LIMIT ?",
            args![tenancy, CLAIMS],
        )?;
        let lines = list_threads::Request { order: Order::Waiting, cursor: request.cursor.clone(), ..Default::default() };
        (claims.iter().map(read_claim).collect::<Result<_, _>>()?, list::page(here, company, &viewer, &lines)?)
    } else {
        (Vec::new(), ThreadPage { rows: Vec::new(), next: None })
    };
    Ok(Response { community: community::view(here, company)?, proofs, seat, claims, threads })
}

/// A proof as the person who asked for it sees it.
pub(crate) fn proof<S: Sql>(here: &Here<'_, S>, proof: StoredProof) -> Result<ProofView, Fault> {
    let looks: Vec<Look> = serde_json::from_str(&proof.looks).map_err(|_| Fault("stored looks do not parse".to_owned()))?;
    Ok(ProofView {
        placement: placement(proof.method, here.brand, &proof.host, &proof.token),
        id: proof.id,
        method: proof.method,
        host: proof.host,
        state: proof.state.at(here.now),
        until: proof.asked.after(REQUEST_LIVES),
        looks,
    })
}

fn proofs<S: Sql>(here: &Here<'_, S>, member: &MemberId) -> Result<Vec<ProofView>, Fault> {
    let rows = here.rows(&format!("SELECT {PROOF} FROM proof WHERE member = ? ORDER BY n DESC"), args![member.as_str()])?;
    rows.iter().map(|row| proof(here, StoredProof::read(row)?)).collect()
}
