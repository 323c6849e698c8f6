//! The operator removes a post on a published ground; a stone with the ground stays. The brand cannot do this. It is a decision
//! like every other one: the author is told and may appeal.

use chie_domain::api::decide;
use chie_domain::api::error::ApiError;
use chie_domain::api::remove_post::{RemovePostRefusal, Request};
use chie_domain::id::PostId;
use chie_domain::matter::{Matter, Verdict};
use chie_domain::policy::{Act, can_act};

use crate::ask::{Others, Outcome, Trouble};
use crate::command::decide::carry_out;
use crate::company::Company;
use crate::here::{Here, refuse};
use crate::house::subject;
use crate::people;
use crate::sql::Sql;

/// Removes it; a post that was removed before only gets the new ground.
pub(crate) fn run<S: Sql>(here: &Here<'_, S>, request: &Request, others: Others) -> Result<Outcome, Trouble> {
    here.whole(|here| {
        let company = Company::load(here)?;
        let viewer = people::viewer(here, &company)?;
        if !can_act(&viewer, &Act::Remove) {
            return Err(refuse(RemovePostRefusal::NotAllowed));
        }
        let operator = people::on_console(here)?;
        let post = match &request.reply {
            Some(reply) => PostId::Reply(reply.clone()),
            None => PostId::Opening(request.thread.clone()),
        };
        let about = Matter::Post(post);
        let found = subject::find(here, &about)?;
        let there = found.as_ref().and_then(subject::Subject::post).is_some_and(|post| post.thread_id == request.thread);
        if !there {
            return Err(refuse(RemovePostRefusal::NotFound));
        }
        let (verdict, ground) = (Verdict::Removed, Some(request.ground));
        let decision = decide::Request { about, verdict, ground, words: None, of: None, product: None };
        carry_out(here, &company, &viewer, &operator, &decision, others).map_err(|trouble| match trouble {
            Trouble::Refused(ApiError { code, .. }) if code == "not_found" => refuse(RemovePostRefusal::NotFound),
            other => other,
        })?;
        Ok(Outcome::Removed(request.ground))
    })
}
