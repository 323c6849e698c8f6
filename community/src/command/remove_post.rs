//! The operator removes a post on a published ground; a stone with the ground stays. The brand cannot do this.

use chie_domain::api::remove_post::{RemovePostRefusal, Request};
use chie_domain::id::ReplyId;
use chie_domain::policy::{Act, Visibility, can_act};

use crate::ask::{Outcome, Trouble};
use crate::audit::{self, Deed};
use crate::company::Company;
use crate::here::{Here, refuse};
use crate::photos::Place;
use crate::query::thread::{self, Thread};
use crate::row::args;
use crate::search::index;
use crate::sql::Sql;
use crate::{credit, outbox, people, photos, private, steward};

/// Removes it; a post that was removed before only gets the new ground.
pub(crate) fn run<S: Sql>(here: &Here<'_, S>, request: &Request) -> Result<Outcome, Trouble> {
    here.whole(|here| {
        let company = Company::load(here)?;
        let viewer = people::viewer(here, &company)?;
        if !can_act(&viewer, &Act::Remove) {
            return Err(refuse(RemovePostRefusal::NotAllowed));
        }
        let operator = people::on_console(here)?;
        let (thread, _) = thread::find(here, &viewer, &request.thread)?.ok_or_else(|| refuse(RemovePostRefusal::NotFound))?;
        let object = if let Some(reply) = &request.reply {
            remove_reply(here, &company, &thread, request)?;
            reply.as_str()
        } else {
            here.run("UPDATE thread SET visibility = 'removed', ground = ? WHERE n = ?", args![request.ground.code(), thread.n])?;
            photos::let_go(here, Place { thread: thread.n, reply: None })?;
            // The conversation below stays readable in its place, but nothing of it is found any more.
            index::take_out_thread(here, thread.n)?;
            outbox::tell_directory(here)?;
            private::sweep(here, &company)?;
            request.thread.as_str()
        };
        credit::recount_thread(here, thread.n)?;
        audit::record(here, Deed::Removed, &operator, object)?;
        Ok(Outcome::Removed(request.ground))
    })
}

fn remove_reply<S: Sql>(here: &Here<'_, S>, company: &Company, thread: &Thread, request: &Request) -> Result<(), Trouble> {
    let id = request.reply.as_ref().map(ReplyId::as_str);
    let sql = "SELECT n, visibility, ground, author, parent, deleted FROM reply WHERE id = ? AND thread = ?";
    let row = here.row(sql, args![id, thread.n])?.ok_or_else(|| refuse(RemovePostRefusal::NotFound))?;
    let (n, before) = (row.whole(0)?, crate::visibility::read(&row, 1, 2, 3)?);
    if before == Visibility::Gone {
        return Err(refuse(RemovePostRefusal::NotFound));
    }
    here.run("UPDATE reply SET visibility = 'removed', ground = ? WHERE n = ?", args![request.ground.code(), n])?;
    // Comments and the stones of what its author took back are not counted.
    if before == Visibility::Public && row.opt_whole(4)?.is_none() && row.opt_whole(5)?.is_none() {
        here.run("UPDATE thread SET replies = replies - 1 WHERE n = ?", args![thread.n])?;
    }
    photos::let_go(here, Place { thread: thread.n, reply: Some(n) })?;
    index::take_out_reply(here, thread.n, n)?;
    Ok(steward::recount(here, company, thread.n)?)
}
