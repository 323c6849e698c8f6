//! Following a thread by choice, or not any more.

use chie_domain::api::set_follow::{Request, SetFollowRefusal};
use chie_domain::follow::Why;
use chie_domain::id::ThreadId;

use crate::ask::{Caller, Outcome, Trouble};
use crate::company::Company;
use crate::here::{Here, refuse};
use crate::idempotency::{Kept, once};
use crate::query::thread;
use crate::sql::Sql;
use crate::{follow, people};

/// Follows, or ends it.
pub(crate) fn run<S: Sql>(here: &Here<'_, S>, id: &ThreadId, request: Request) -> Result<Outcome, Trouble> {
    here.whole(|here| {
        let kept = once(here, || set(here, id, request))?;
        Ok(Outcome::Followed(request.on, kept.guest))
    })
}

fn set<S: Sql>(here: &Here<'_, S>, id: &ThreadId, request: Request) -> Result<Kept, Trouble> {
    let viewer = people::viewer(here, &Company::load(here)?)?;
    let thread = thread::open_to(here, &viewer, id)?.ok_or_else(|| refuse(SetFollowRefusal::UnknownThread))?;
    if !request.on && *here.caller == Caller::Visitor {
        return Ok(Kept { object: id.to_string(), guest: None });
    }
    let person = people::taking_part(here)?;
    if request.on {
        let why = if person.id == thread.author { Why::Asked } else { Why::Chosen };
        follow::begin(here, thread.n, &person.id, why)?;
    } else {
        follow::end(here, thread.n, &person.id)?;
    }
    Ok(Kept { object: id.to_string(), guest: person.guest })
}
