//! "This helped", or not any more. Enough stars make a reply the crowd's answer.

use chie_domain::api::set_star::{Request, SetStarRefusal};
use chie_domain::id::ReplyId;

use crate::ask::{Caller, Outcome, Trouble};
use crate::command::post_reply;
use crate::company::Company;
use crate::here::{Here, refuse};
use crate::idempotency::{Kept, once};
use crate::row::args;
use crate::sql::Sql;
use crate::{credit, people, steward};

/// Sets it or takes it back.
pub(crate) fn run<S: Sql>(here: &Here<'_, S>, id: &ReplyId, request: Request) -> Result<Outcome, Trouble> {
    here.whole(|here| {
        let kept = once(here, || set(here, id, request))?;
        let count = here.row("SELECT stars FROM reply WHERE id = ?", args![id.as_str()])?;
        Ok(Outcome::Count(count.map_or(Ok(0), |row| row.count(0))?, kept.guest))
    })
}

fn set<S: Sql>(here: &Here<'_, S>, id: &ReplyId, request: Request) -> Result<Kept, Trouble> {
    let company = Company::load(here)?;
    let viewer = people::viewer(here, &company)?;
    let reply = post_reply::find(here, &viewer, id)?.ok_or_else(|| refuse(SetStarRefusal::NotFound))?;
    if !request.on && *here.caller == Caller::Visitor {
        return Ok(Kept { object: id.to_string(), guest: None });
    }
    let person = people::taking_part(here)?;
    if person.id == reply.author {
        return Err(refuse(SetStarRefusal::OwnReply));
    }
    let changed = if request.on {
        let set = "INSERT INTO star (reply, member, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING RETURNING 1";
        here.rows(set, args![reply.n, person.id.as_str(), here.now])?
    } else {
        here.rows("DELETE FROM star WHERE reply = ? AND member = ? RETURNING 1", args![reply.n, person.id.as_str()])?
    };
    if !changed.is_empty() {
        let step = if request.on { "stars + 1" } else { "stars - 1" };
        here.run(&format!("UPDATE reply SET stars = {step} WHERE n = ?"), args![reply.n])?;
        steward::recount(here, &company, reply.thread.n)?;
        credit::recount(here, &reply.author, &reply.thread.product)?;
    }
    Ok(Kept { object: id.to_string(), guest: person.guest })
}
