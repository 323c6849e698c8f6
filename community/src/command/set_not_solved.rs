//! The asker's own word beside a status of the brand that closes or refuses: not solved for me.

use chie_domain::api::set_not_solved::{Request, SetNotSolvedRefusal};
use chie_domain::event::{Doer, Happening};
use chie_domain::id::ThreadId;
use chie_domain::policy::{Act, can_act};
use chie_domain::thread::{Phase, Status};

use crate::ask::{Outcome, Trouble};
use crate::company::Company;
use crate::here::{Here, refuse};
use crate::query::thread;
use crate::row::args;
use crate::sql::Sql;
use crate::{events, people};

/// Says so or takes it back.
pub(crate) fn run<S: Sql>(here: &Here<'_, S>, id: &ThreadId, request: Request) -> Result<Outcome, Trouble> {
    here.whole(|here| {
        let company = Company::load(here)?;
        let viewer = people::viewer(here, &company)?;
        let thread = thread::open_to(here, &viewer, id)?.ok_or_else(|| refuse(SetNotSolvedRefusal::UnknownThread))?;
        if !can_act(&viewer, &Act::Describe { asker: &thread.author }) {
            return Err(refuse(SetNotSolvedRefusal::NotTheAsker));
        }
        if request.on {
            let claims = company.claims_of(here, [id])?;
            let status = thread.row(&company, &claims).status;
            let closed = matches!(status, Status::Official(_)) && matches!(status.phase(), Some(Phase::Declined | Phase::Resolved));
            if !closed {
                return Err(refuse(SetNotSolvedRefusal::NotClosed));
            }
            let sql = "UPDATE thread SET not_solved = ? WHERE n = ? AND not_solved IS NULL RETURNING 1";
            if here.row(sql, args![here.now, thread.n])?.is_some() {
                events::record(here, thread.n, Doer::Asker, &Happening::NotSolved, None)?;
            }
        } else {
            here.run("UPDATE thread SET not_solved = NULL WHERE n = ?", args![thread.n])?;
            events::forget(here, thread.n, &Happening::NotSolved)?;
        }
        Ok(Outcome::Thread(thread::view(here, &company, &viewer, id, None)?))
    })
}
