//! The brand puts its name to one reply, its own or a customer's. It stands beside the asker's and the crowd's answer.

use chie_domain::api::mark_official_answer::{MarkOfficialAnswerRefusal, Request};
use chie_domain::claim::Stewardship;
use chie_domain::id::ThreadId;
use chie_domain::policy::Act;
use chie_domain::webhook::HookEvent;

use crate::ask::{Outcome, Trouble};
use crate::audit::{self, Deed};
use crate::command::claim_threads::authorised;
use crate::command::post_reply;
use crate::company::Company;
use crate::here::{Here, refuse};
use crate::query::thread;
use crate::row::args;
use crate::sql::Sql;
use crate::steward;
use crate::webhooks::{self, About};

/// Marks a reply, or takes the mark away.
pub(crate) fn run<S: Sql>(here: &Here<'_, S>, id: &ThreadId, request: &Request) -> Result<Outcome, Trouble> {
    here.whole(|here| {
        let company = Company::load(here)?;
        let authorised = authorised(here, &company, &Act::AnswerOfficially)?;
        let (viewer, member, tenancy) = authorised.ok_or_else(|| refuse(MarkOfficialAnswerRefusal::NotAllowed))?;
        let thread = thread::open_to(here, &viewer, id)?.ok_or_else(|| refuse(MarkOfficialAnswerRefusal::UnknownThread))?;
        let claims = company.claims_of(here, [id])?;
        let steward = thread.steward(&company, &claims);
        if steward == Stewardship::FanMade {
            return Err(refuse(MarkOfficialAnswerRefusal::NotClaimed));
        }
        if let Some(reply) = &request.reply {
            let found = post_reply::find(here, &viewer, reply)?.filter(|found| found.thread.n == thread.n);
            let found = found.ok_or_else(|| refuse(MarkOfficialAnswerRefusal::UnknownReply))?;
            here.run(
                "UPDATE thread SET official_reply = ?, official_by = ?, official_at = ?, official_tenancy = ? WHERE n = ?",
                args![reply.as_str(), member.as_str(), here.now, tenancy.as_str(), thread.n],
            )?;
            audit::record(here, Deed::Marked, &member, reply.as_str())?;
            if thread.marked(&company, steward) != Some(reply) {
                webhooks::tell(here, HookEvent::OfficialAnswer, About::Reply(thread.n, found.n))?;
            }
        } else {
            here.run(
                "UPDATE thread SET official_reply = NULL, official_by = NULL, official_at = NULL, official_tenancy = NULL \
                 WHERE n = ?",
                args![thread.n],
            )?;
            audit::record(here, Deed::Unmarked, &member, id.as_str())?;
        }
        steward::settle_thread(here, &company, thread.n)?;
        Ok(Outcome::Thread(thread::view(here, &company, &viewer, id, None)?))
    })
}
