//! "I have this too", or not any more.

use chie_domain::api::set_me_too::{Request, SetMeTooRefusal};
use chie_domain::follow::Why;
use chie_domain::id::ThreadId;

use crate::ask::{Caller, Outcome, Trouble};
use crate::company::Company;
use crate::here::{Here, refuse};
use crate::idempotency::{Kept, once};
use crate::query::thread;
use crate::row::args;
use crate::sql::Sql;
use crate::{follow, people, steward};

/// Sets it or takes it back.
pub(crate) fn run<S: Sql>(here: &Here<'_, S>, id: &ThreadId, request: Request) -> Result<Outcome, Trouble> {
    here.whole(|here| {
        let kept = once(here, || set(here, id, request))?;
        let count = here.row("SELECT me_too FROM thread WHERE id = ?", args![id.as_str()])?;
        Ok(Outcome::Count(count.map_or(Ok(0), |row| row.count(0))?, kept.guest))
    })
}

fn set<S: Sql>(here: &Here<'_, S>, id: &ThreadId, request: Request) -> Result<Kept, Trouble> {
    let company = Company::load(here)?;
    let viewer = people::viewer(here, &company)?;
    let thread = thread::open_to(here, &viewer, id)?.ok_or_else(|| refuse(SetMeTooRefusal::UnknownThread))?;
    if !request.on && *here.caller == Caller::Visitor {
        return Ok(Kept { object: id.to_string(), guest: None });
    }
    let person = people::taking_part(here)?;
    if person.id == thread.author {
        return Err(refuse(SetMeTooRefusal::OwnThread));
    }
    let changed = if request.on {
        let set = "INSERT INTO me_too (thread, member, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING RETURNING 1";
        here.rows(set, args![thread.n, person.id.as_str(), here.now])?
    } else {
        here.rows("DELETE FROM me_too WHERE thread = ? AND member = ? RETURNING 1", args![thread.n, person.id.as_str()])?
    };
    if !changed.is_empty() {
        let step = if request.on { "me_too + 1" } else { "me_too - 1" };
        here.run(&format!("UPDATE thread SET me_too = {step} WHERE n = ?"), args![thread.n])?;
        steward::settle_thread(here, &company, thread.n)?;
        if request.on {
            follow::begin(here, thread.n, &person.id, Why::Same)?;
        } else {
            follow::end_same(here, thread.n, &person.id)?;
        }
    }
    Ok(Kept { object: id.to_string(), guest: person.guest })
}
