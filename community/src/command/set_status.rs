//! A representative says where an official thread stands, a refusal always with its reason.

use chie_domain::api::set_status::{Request, SetStatusRefusal};
use chie_domain::claim::Stewardship;
use chie_domain::event::{Doer, Happening};
use chie_domain::follow::News;
use chie_domain::id::ThreadId;
use chie_domain::policy::Act;
use chie_domain::text::{ProductVersion, Reason};
use chie_domain::thread::{OfficialStatus, OfficialWord, Phase, StatusError};
use chie_domain::webhook::HookEvent;

use crate::ask::{Outcome, Trouble};
use crate::audit::{self, Deed};
use crate::command::claim_threads::authorised;
use crate::company::Company;
use crate::here::{Here, refuse};
use crate::query::list::phase_code;
use crate::query::thread;
use crate::row::args;
use crate::sql::Sql;
use crate::webhooks::About;
use crate::{events, follow, steward, webhooks};

/// Sets a status, or lets customers' acceptance speak again.
pub(crate) fn run<S: Sql>(here: &Here<'_, S>, id: &ThreadId, request: &Request) -> Result<Outcome, Trouble> {
    here.whole(|here| {
        let company = Company::load(here)?;
        let authorised = authorised(here, &company, &Act::SetStatus)?;
        let (viewer, member, tenancy) = authorised.ok_or_else(|| refuse(SetStatusRefusal::NotAllowed))?;
        let thread = thread::open_to(here, &viewer, id)?.ok_or_else(|| refuse(SetStatusRefusal::UnknownThread))?;
        let claims = company.claims_of(here, [id])?;
        if thread.steward(&company, &claims) == Stewardship::FanMade {
            return Err(refuse(SetStatusRefusal::NotClaimed));
        }
        let status = match request.word {
            Some(word) => Some(OfficialStatus::new(thread.kind, word, request.reason.clone()).map_err(|error| {
                refuse(match error {
                    StatusError::WrongKind => SetStatusRefusal::WrongKind,
                    StatusError::ReasonNeeded => SetStatusRefusal::ReasonNeeded,
                })
            })?),
            None => None,
        };
        let was = thread.said.as_ref().filter(|_| thread.said_tenancy.as_ref() == Some(&tenancy)).map(|(word, _)| *word);
        let word = status.as_ref().map(OfficialStatus::word);
        let reason = status.as_ref().and_then(OfficialStatus::reason).cloned();
        here.run(
            "UPDATE thread SET said = ?, said_phase = ?, reason = ?, said_by = ?, said_at = ?, said_tenancy = ?, said_version = ?, \
             not_solved = NULL WHERE n = ?",
            args![
                word.map(OfficialWord::code),
                word.map(|word| phase_code(word.phase())),
                reason.as_ref().map(Reason::as_str),
                word.map(|_| member.as_str()),
                word.map(|_| here.now),
                word.map(|_| tenancy.as_str()),
                word.filter(|word| word.changes_product()).and(request.version.as_ref()).map(ProductVersion::as_str),
                thread.n,
            ],
        )?;
        let happening = match status {
            Some(status) if status.word().changes_product() => {
                Happening::ProductChanged(status, request.version.clone(), thread.me_too.saturating_add(1))
            }
            Some(status) => Happening::StatusSet(status),
            None => Happening::StatusCleared,
        };
        if was != word || word.is_some_and(|word| word.phase() == Phase::Declined) {
            events::record(here, thread.n, Doer::Brand, &happening, None)?;
        }
        if was != word {
            webhooks::tell(here, HookEvent::StatusChanged, About::Thread(thread.n))?;
            let resolved = |word: Option<OfficialWord>| word.is_some_and(|word| word.phase() == Phase::Resolved);
            if resolved(word) && !resolved(was) {
                webhooks::tell(here, HookEvent::Solved, About::Thread(thread.n))?;
            }
        }
        let deed = if word.is_some() { Deed::StatusSet } else { Deed::StatusCleared };
        audit::record(here, deed, &member, id.as_str())?;
        steward::settle_thread(here, &company, thread.n)?;
        if let Some(word) = word {
            let (news, mark) = match word.phase() {
                Phase::Resolved => (News::Solved, thread.n.to_string()),
                Phase::Open | Phase::Active | Phase::Declined => (News::Changed, format!("{}:{}", thread.n, here.now.millis())),
            };
            follow::tell(here, thread.n, news, &[&member], &mark)?;
        }
        Ok(Outcome::Thread(thread::view(here, &company, &viewer, id, None)?))
    })
}
