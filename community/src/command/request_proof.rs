//! Somebody asks for a text to put under the brand's domain. Asking changes nothing for anybody and opens no community; the
//! same person asking again for the same place gets the same text while it lives.

use chie_domain::api::request_proof::{Request, RequestProofRefusal, Response};
use chie_domain::brand::Host;
use chie_domain::id::{MemberId, ProofId};
use chie_domain::proof::{Method, ProofState, REQUEST_LIVES};
use chie_domain::tiding::Tiding;
use chie_domain::time::Span;

use crate::ask::{Outcome, Trouble};
use crate::audit::{self, Deed};
use crate::company::{Company, PROOF, StoredProof, stored};
use crate::here::{Here, refuse};
use crate::idempotency::{Kept, once};
use crate::query::desk;
use crate::row::args;
use crate::sql::{Fault, Sql};
use crate::tidings::{self, News};
use crate::{people, schema, seats};

/// How many open requests a person may have at once.
const OPEN: usize = 4;

/// Asks.
pub(crate) fn run<S: Sql>(here: &Here<'_, S>, request: &Request) -> Result<Outcome, Trouble> {
    let host = host(here, request)?;
    here.whole(|here| {
        schema::migrate(here)?;
        let member = people::on_console(here)?;
        let kept = once(here, || ask(here, request, &host, &member))?;
        let id = ProofId::parse(&kept.object).map_err(|_| Fault("a key was kept for another kind of write".to_owned()))?;
        response(here, &member, &id)
    })
}

fn ask<S: Sql>(here: &Here<'_, S>, request: &Request, host: &Host, member: &MemberId) -> Result<Kept, Trouble> {
    let mine = of_member(here, member)?;
    let lives = |proof: &&StoredProof| match proof.state.at(here.now) {
        ProofState::Requested { at } => here.now.since(at) <= REQUEST_LIVES,
        ProofState::Confirmed { .. } | ProofState::Doubtful { .. } => !request.fresh,
        ProofState::Lapsed { .. } => false,
    };
    let same = |proof: &&StoredProof| proof.method == request.method && proof.host == *host;
    let id = if let Some(proof) = mine.iter().filter(lives).find(same) {
        proof.id.clone()
    } else {
        let open = |proof: &&StoredProof| matches!(proof.state, ProofState::Requested { .. });
        if mine.iter().filter(lives).filter(open).count() >= OPEN {
            return Err(refuse(RequestProofRefusal::TooMany));
        }
        make(here, member, request.method, host)?
    };
    Ok(Kept { object: id.into(), guest: None })
}

/// A proof of a member's, and what they are in the company by now.
pub(crate) fn response<S: Sql>(here: &Here<'_, S>, member: &MemberId, id: &ProofId) -> Result<Outcome, Trouble> {
    let proof = find(here, member, id)?.ok_or_else(|| Fault("a proof is gone".to_owned()))?;
    let seat = seats::view(here, &Company::load(here)?, member)?;
    Ok(Outcome::Proof(Response { proof: desk::proof(here, proof)?, seat }))
}

/// A proof, if it is this member's.
pub(crate) fn find<S: Sql>(here: &Here<'_, S>, member: &MemberId, id: &ProofId) -> Result<Option<StoredProof>, Fault> {
    let sql = format!("SELECT {PROOF} FROM proof WHERE id = ? AND member = ?");
    here.row(&sql, args![id.as_str(), member.as_str()])?.map(|row| StoredProof::read(&row)).transpose()
}

fn host<S: Sql>(here: &Here<'_, S>, request: &Request) -> Result<Host, Trouble> {
    let domain = Host::parse(here.brand.as_str()).map_err(|_| Fault("the brand's domain is no host".to_owned()))?;
    match (&request.host, request.method) {
        (Some(host), Method::File | Method::Meta) if !here.brand.is_front(host) => Err(refuse(RequestProofRefusal::WrongHost)),
        (Some(host), Method::File | Method::Meta) => Ok(host.clone()),
        (Some(host), Method::Dns) if *host != domain => Err(refuse(RequestProofRefusal::WrongHost)),
        (_, Method::Dns) | (None, _) => Ok(domain),
    }
}

fn make<S: Sql>(here: &Here<'_, S>, member: &MemberId, method: Method, host: &Host) -> Result<ProofId, Fault> {
    let id = ProofId::mint(here.now, here.mint.ten());
    let (state, a, b) = stored(ProofState::Requested { at: here.now });
    here.run(
        "INSERT INTO proof (id, member, method, host, token, asked, state, a, b) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        args![id.as_str(), member.as_str(), method.code(), host.as_str(), here.mint.token(), here.now, state, a, b],
    )?;
    audit::record(here, Deed::ProofRequested, member, id.as_str())?;
    let company = Company::load(here)?;
    if let Some(tenancy) = company.held()
        && seats::seat_in(here, tenancy, member)?.is_none()
    {
        // Those who sit are told, once a day: a stranger's wishes are no reason to fill a mailbox.
        let day = here.now.millis() / Span::days(1).millis();
        let sitting = tidings::seated(here, tenancy)?;
        tidings::tell(here, &sitting, &News::about(Tiding::Requested, member), &day.to_string())?;
    }
    Ok(id)
}

fn of_member<S: Sql>(here: &Here<'_, S>, member: &MemberId) -> Result<Vec<StoredProof>, Fault> {
    let rows = here.rows(&format!("SELECT {PROOF} FROM proof WHERE member = ? ORDER BY n DESC"), args![member.as_str()])?;
    rows.iter().map(StoredProof::read).collect()
}
