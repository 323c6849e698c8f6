//! The asker says with one tap how they feel now that it is solved.

use chie_domain::api::set_mood::{Request, SetMoodRefusal};
use chie_domain::id::ThreadId;
use chie_domain::policy::{Act, can_act};
use chie_domain::thread::Phase;

use crate::ask::{Outcome, Trouble};
use crate::company::Company;
use crate::here::{Here, refuse};
use crate::people;
use crate::query::thread;
use crate::row::args;
use crate::sql::Sql;

/// Sets the face of afterwards.
pub(crate) fn run<S: Sql>(here: &Here<'_, S>, id: &ThreadId, request: Request) -> Result<Outcome, Trouble> {
    here.whole(|here| {
        let company = Company::load(here)?;
        let viewer = people::viewer(here, &company)?;
        let thread = thread::open_to(here, &viewer, id)?.ok_or_else(|| refuse(SetMoodRefusal::UnknownThread))?;
        if !can_act(&viewer, &Act::Describe { asker: &thread.author }) {
            return Err(refuse(SetMoodRefusal::NotTheAsker));
        }
        let claims = company.claims_of(here, [id])?;
        let solved = thread.row(&company, &claims).status.phase() == Some(Phase::Resolved);
        let sql = "UPDATE thread SET mood_after = ? WHERE n = ? AND mood IS NOT NULL RETURNING 1";
        if !solved || here.row(sql, args![request.face.code(), thread.n])?.is_none() {
            return Err(refuse(SetMoodRefusal::NotAsked));
        }
        Ok(Outcome::Thread(thread::view(here, &company, &viewer, id, None)?))
    })
}
