//! Gives threads back to customers. Nothing that was written goes.

use chie_domain::api::release_claim::ReleaseClaimRefusal;
use chie_domain::claim::ClaimState;
use chie_domain::id::ClaimId;
use chie_domain::policy::Act;
use chie_domain::webhook::HookEvent;

use crate::ask::{Outcome, Trouble};
use crate::audit::{self, Deed};
use crate::command::claim_threads::{authorised, find};
use crate::company::Company;
use crate::here::{Here, refuse};
use crate::row::args;
use crate::sql::Sql;
use crate::webhooks::About;
use crate::{outbox, private, steward, webhooks};

/// Releases; a claim that was released before stays as it was.
pub(crate) fn run<S: Sql>(here: &Here<'_, S>, id: &ClaimId) -> Result<Outcome, Trouble> {
    here.whole(|here| {
        let authorised = authorised(here, &Company::load(here)?, &Act::Claim)?;
        let (_, member, tenancy) = authorised.ok_or_else(|| refuse(ReleaseClaimRefusal::NotAllowed))?;
        let (mut claim, owner) = find(here, id)?.ok_or_else(|| refuse(ReleaseClaimRefusal::NotFound))?;
        if owner != tenancy {
            return Err(refuse(ReleaseClaimRefusal::NotFound));
        }
        if claim.state == ClaimState::Live {
            here.run("UPDATE claim SET released = ?, released_by = ? WHERE id = ?", args![here.now, member.as_str(), id.as_str()])?;
            claim.state = ClaimState::Released { at: here.now };
            audit::record(here, Deed::Released, &member, id.as_str())?;
            webhooks::tell(here, HookEvent::Released, About::Claim(id))?;
            let company = Company::load(here)?;
            steward::settle_all(here, &company)?;
            private::sweep(here, &company)?;
            outbox::tell_directory(here)?;
        }
        Ok(Outcome::Claim(claim))
    })
}
