//! What the console shows: to anybody signed in their own requests and seat, to whoever may act for the brand now its claims
//! and the threads to triage.

use chie_domain::api::get_desk::{Request, Response};
use chie_domain::api::list_threads::{self, Order};
use chie_domain::api::request_proof::{Look, ProofView};
use chie_domain::api::view::{ThreadPage, ThreadRow};
use chie_domain::badge::Standing;
use chie_domain::id::MemberId;
use chie_domain::policy::{Act, Viewer, can_act};
use chie_domain::proof::{ProofState, REQUEST_LIVES, placement};
use chie_domain::thread::Phase;

use crate::ask::{Caller, Trouble};
use crate::company::{Company, PROOF, StoredProof, read_claim};
use crate::here::{Here, not_allowed};
use crate::query::set_up::SetUp;
use crate::query::thread::{COLUMNS, Thread};
use crate::query::{community, list};
use crate::row::{Statement, args};
use crate::sql::{Fault, Sql};
use crate::visibility::{Want, condition};
use crate::{people, seats};

/// How many claims are shown at most.
const CLAIMS: u32 = 200;
/// How many threads that speak of danger lead the queue at most.
const PRESSING: u32 = 50;

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
            "SELECT id, scope, product, thread, reach, since, released FROM claim WHERE tenancy = ? AND undone IS NULL ORDER BY n DESC LIMIT ?",
            args![tenancy, CLAIMS],
        )?;
        (claims.iter().map(read_claim).collect::<Result<_, _>>()?, queue(here, company, &viewer, request)?)
    } else {
        (Vec::new(), ThreadPage { rows: Vec::new(), next: None })
    };
    let doubtful = |proof: crate::company::ValidProof| matches!(proof.state, ProofState::Doubtful { .. });
    let proven = company.proof.filter(|_| viewer != Viewer::Visitor);
    let proven = proven.map(|proof| if doubtful(proof) { Standing::Doubtful } else { Standing::Fresh });
    let learns = SetUp::load(here, company)?.reasons.learns == Some(true);
    let former = member.as_ref().map_or(Ok(None), |member| super::people::may_join(here, company, member))?;
    Ok(Response { community: community::view(here, company)?, proofs, seat, claims, threads, former, proven, learns })
}

/// The queue: what waits longest first, and before all of it what speaks of danger and is not solved.
fn queue<S: Sql>(here: &Here<'_, S>, company: &Company, viewer: &Viewer, request: &Request) -> Result<ThreadPage, Trouble> {
    let lines = list_threads::Request { order: Order::Waiting, cursor: request.cursor.clone(), ..Default::default() };
    let mut page = list::page(here, company, viewer, &lines)?;
    let mut pressing = pressing(here, company, viewer)?;
    page.rows.retain(|row| pressing.iter().all(|other| other.id != row.id));
    if request.cursor.is_none() {
        pressing.append(&mut page.rows);
        page.rows = pressing;
    }
    Ok(page)
}

/// The threads that speak of danger and are not solved, the oldest first.
fn pressing<S: Sql>(here: &Here<'_, S>, company: &Company, viewer: &Viewer) -> Result<Vec<ThreadRow>, Fault> {
    let mut statement = Statement::of(&format!("SELECT {COLUMNS} FROM thread t WHERE t.danger IS NOT NULL AND "), &[]);
    statement.join(&condition(viewer, "t", Want::Whole));
    statement.add(" ORDER BY t.danger LIMIT ?", args![PRESSING]);
    let threads = here.all(&statement)?.iter().map(Thread::read).collect::<Result<Vec<_>, _>>()?;
    let claims = company.claims_of(here, threads.iter().map(|thread| &thread.id))?;
    let rows = threads.iter().map(|thread| thread.row(company, &claims));
    Ok(rows.filter(|row| !matches!(row.status.phase(), Some(Phase::Resolved | Phase::Declined))).collect())
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
