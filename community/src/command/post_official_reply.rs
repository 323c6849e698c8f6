//! A representative answers with the official voice. What is stored is the tenancy it was written for; that it is official is
//! worked out at each reading.

use chie_domain::api::post_official_reply::{PostOfficialReplyRefusal, Request};
use chie_domain::claim::Stewardship;
use chie_domain::id::{ReplyId, ThreadId};
use chie_domain::markup::{Markup, parse};
use chie_domain::policy::{Act, Viewer, Visibility};

use crate::ask::{Outcome, Trouble};
use crate::audit::{self, Deed};
use crate::command::claim_threads::authorised;
use crate::command::post_comment;
use crate::command::post_reply::{self, NewReply, save};
use crate::company::Company;
use crate::here::{Here, refuse};
use crate::idempotency::{Kept, once};
use crate::people;
use crate::query::thread;
use crate::sql::Sql;

/// Posts it.
pub(crate) fn run<S: Sql>(here: &Here<'_, S>, id: &ThreadId, request: &Request) -> Result<Outcome, Trouble> {
    if request.body.has_blank() {
        return Err(refuse(PostOfficialReplyRefusal::BlankLeft));
    }
    let body = parse::parse(&request.body).map_err(|_| refuse(PostOfficialReplyRefusal::BodyTooLong))?;
    here.whole(|here| {
        once(here, || post(here, id, request, &body))?;
        let company = Company::load(here)?;
        let viewer = people::acting(here, &company)?.map_or(Viewer::Visitor, Viewer::Representative);
        Ok(Outcome::Thread(thread::view(here, &company, &viewer, id, None)?))
    })
}

fn post<S: Sql>(here: &Here<'_, S>, id: &ThreadId, request: &Request, body: &Markup) -> Result<Kept, Trouble> {
    let company = Company::load(here)?;
    let authorised = authorised(here, &company, &Act::AnswerOfficially)?;
    let (viewer, member, tenancy) = authorised.ok_or_else(|| refuse(PostOfficialReplyRefusal::NotAllowed))?;
    let thread = thread::open_to(here, &viewer, id)?.ok_or_else(|| refuse(PostOfficialReplyRefusal::UnknownThread))?;
    let claims = company.claims_of(here, [id])?;
    if thread.steward(&company, &claims) == Stewardship::FanMade {
        return Err(refuse(PostOfficialReplyRefusal::NotClaimed));
    }
    let voice = Some((&tenancy, &request.name));
    let source = request.body.as_str();
    let parent = match &request.under {
        Some(under) => Some(place(here, &viewer, &thread.id, under)?),
        None => None,
    };
    let reply = NewReply { thread: thread.n, parent, author: &member, visibility: Visibility::Public, voice, source };
    let reply = save(here, &reply, body)?;
    audit::record(here, Deed::Answered, &member, reply.as_str())?;
    Ok(Kept { object: reply.into(), guest: None })
}

/// The number of the reply that is remarked on, in this thread and with room under it.
fn place<S: Sql>(here: &Here<'_, S>, viewer: &Viewer, thread: &ThreadId, under: &ReplyId) -> Result<u64, Trouble> {
    let found = post_reply::find(here, viewer, under)?.filter(|found| found.thread.id == *thread);
    let n = found.ok_or_else(|| refuse(PostOfficialReplyRefusal::UnknownReply))?.n;
    if post_comment::is_full(here, n)? {
        return Err(refuse(PostOfficialReplyRefusal::Full));
    }
    Ok(n)
}
