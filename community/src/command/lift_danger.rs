//! A representative, on an official thread, or the operator takes the mark of danger off, with a reason that everybody reads.

use chie_domain::api::lift_danger::{LiftDangerRefusal, Request};
use chie_domain::event::Happening;
use chie_domain::id::ThreadId;

use crate::ask::{Outcome, Trouble};
use crate::audit::{self, Deed};
use crate::command::set_caution::{Warning, warner};
use crate::company::Company;
use crate::here::{Here, refuse};
use crate::query::thread;
use crate::sql::Sql;
use crate::{danger, events};

/// Takes it off.
pub(crate) fn run<S: Sql>(here: &Here<'_, S>, id: &ThreadId, request: &Request) -> Result<Outcome, Trouble> {
    here.whole(|here| {
        let company = Company::load(here)?;
        let Warning { viewer, member, doer, .. } = warner(here, &company)?.ok_or_else(|| refuse(LiftDangerRefusal::NotAllowed))?;
        let thread = thread::open_to(here, &viewer, id)?.ok_or_else(|| refuse(LiftDangerRefusal::UnknownThread))?;
        if !thread.may_warn(here, &company, doer)? {
            return Err(refuse(LiftDangerRefusal::NotClaimed));
        }
        if thread.danger.is_none() {
            return Err(refuse(LiftDangerRefusal::NotMarked));
        }
        danger::lift(here, &company, &thread)?;
        events::record(here, thread.n, doer, &Happening::DangerLifted(request.reason.clone()), None)?;
        audit::record(here, Deed::DangerLifted, &member, id.as_str())?;
        Ok(Outcome::Thread(thread::view(here, &company, &viewer, id, None)?))
    })
}
