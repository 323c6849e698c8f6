//! The asker says that a reply solved it, or takes it back. Several replies can be accepted.

use chie_domain::api::set_accepted::{Request, SetAcceptedRefusal};
use chie_domain::event::{Doer, Happening};
use chie_domain::follow::News;
use chie_domain::id::ReplyId;
use chie_domain::letter::Subject;
use chie_domain::policy::{Act, can_act};
use chie_domain::thread::FanStatus;
use chie_domain::webhook::HookEvent;

use crate::ask::{Outcome, Trouble};
use crate::command::post_reply;
use crate::company::Company;
use crate::here::{Here, refuse};
use crate::query::thread;
use crate::row::args;
use crate::sql::{Fault, Sql};
use crate::webhooks::About;
use crate::{credit, events, follow, letters, people, steward, webhooks};

/// Accepts or takes back.
pub(crate) fn run<S: Sql>(here: &Here<'_, S>, id: &ReplyId, request: Request) -> Result<Outcome, Trouble> {
    here.whole(|here| {
        let company = Company::load(here)?;
        let viewer = people::viewer(here, &company)?;
        let reply = post_reply::find(here, &viewer, id)?.ok_or_else(|| refuse(SetAcceptedRefusal::NotFound))?;
        if !can_act(&viewer, &Act::Accept { asker: &reply.thread.author }) {
            return Err(refuse(SetAcceptedRefusal::NotTheAsker));
        }
        if request.on {
            let sql = "UPDATE reply SET accepted = ? WHERE n = ? AND accepted IS NULL RETURNING 1";
            if here.row(sql, args![here.now, reply.n])?.is_some() {
                events::record(here, reply.thread.n, Doer::Asker, &Happening::Accepted(id.clone()), Some(reply.n))?;
                // What solved it speaks against the asker's own objection.
                here.run("UPDATE thread SET not_solved = NULL WHERE n = ?", args![reply.thread.n])?;
                if reply.thread.fan != FanStatus::Solved {
                    webhooks::tell(here, HookEvent::Solved, About::Reply(reply.thread.n, reply.n))?;
                }
            }
            tell(here, &reply)?;
        } else {
            here.run("UPDATE reply SET accepted = NULL WHERE n = ?", args![reply.n])?;
            events::forget(here, reply.thread.n, &Happening::Accepted(id.clone()))?;
        }
        steward::recount(here, &company, reply.thread.n)?;
        credit::recount(here, &reply.author, &reply.thread.product)?;
        Ok(Outcome::Thread(thread::view(here, &company, &viewer, &reply.thread.id, None)?))
    })
}

/// Thanks the helper, and tells everybody else who follows that it is solved. Accepting again tells nobody twice.
fn tell<S: Sql>(here: &Here<'_, S>, reply: &post_reply::Found) -> Result<(), Fault> {
    let (asker, helper, thread) = (&reply.thread.author, &reply.author, reply.thread.n);
    follow::tell(here, thread, News::Solved, &[asker, helper], &thread.to_string())?;
    let reached = here.row("SELECT 1 FROM member WHERE id = ? AND sealed IS NOT NULL", args![helper.as_str()])?;
    if helper != asker && reached.is_some() {
        letters::write(here, helper, Subject::Thanks, thread, Some(reply.n), &format!("thanks:{}", reply.n))?;
    }
    Ok(())
}
