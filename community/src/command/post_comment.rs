//! Somebody remarks on a reply. A comment is a reply that hangs on another one: it is seen, held, removed, changed and deleted
//! as any post, but neither counted among replies nor starred, accepted or marked.

use chie_domain::api::post_comment::{MOST, PostCommentRefusal, Request};
use chie_domain::id::ReplyId;
use chie_domain::markup::{Markup, parse};
use chie_domain::name::Likeness;
use chie_domain::policy::Visibility;

use crate::ask::{Outcome, Trouble};
use crate::command::post_reply::{self, NewReply, save};
use crate::company::Company;
use crate::gate::{self, Writing};
use crate::here::{Here, refuse};
use crate::idempotency::{Kept, once};
use crate::query::comments;
use crate::row::args;
use crate::sql::{Fault, Sql};
use crate::{danger, people, posts};

/// Posts a comment.
pub(crate) fn run<S: Sql>(here: &Here<'_, S>, id: &ReplyId, request: &Request) -> Result<Outcome, Trouble> {
    posts::check_private(None, Some(&request.body), request.personal_data_ok)?;
    let body = parse::parse(&request.body).map_err(|_| refuse(PostCommentRefusal::BodyTooLong))?;
    here.whole(|here| {
        let kept = once(here, || post(here, id, request, &body))?;
        let comment = ReplyId::parse(&kept.object).map_err(|_| Fault("a key was kept for another kind of write".to_owned()))?;
        let view = comments::one(here, &Company::load(here)?, &comment)?;
        Ok(Outcome::PostedComment(view.ok_or_else(|| refuse(PostCommentRefusal::NotFound))?, kept.guest))
    })
}

fn post<S: Sql>(here: &Here<'_, S>, id: &ReplyId, request: &Request, body: &Markup) -> Result<Kept, Trouble> {
    let company = Company::load(here)?;
    let viewer = people::viewer(here, &company)?;
    let under = post_reply::find(here, &viewer, id)?.ok_or_else(|| refuse(PostCommentRefusal::NotFound))?;
    let likeness = posts::name_of(here, &company, request.name.as_ref())?.map_err(|_| refuse(PostCommentRefusal::NameReserved))?;
    if is_full(here, under.n)? {
        return Err(refuse(PostCommentRefusal::Full));
    }
    let person = people::taking_part(here)?;
    let (thread, source) = (under.thread.n, request.body.as_str());
    let poses = likeness == Likeness::Disguised;
    let writing = Writing { author: &person.id, product: &under.thread.product, texts: ["", source], body, poses };
    let visibility = gate::pass(here, &writing)?;
    let body = &posts::tree(here, &person.id, &under.thread.product, body)?;
    let seen = visibility == Visibility::Public;
    people::name(here, &person.id, request.name.as_ref())?;
    let comment = NewReply { thread, parent: Some(under.n), author: &person.id, visibility, voice: None, source };
    let id = save(here, &comment, body)?;
    if seen {
        danger::look(here, &company, thread, Some(&id), &[source])?;
    }
    if poses {
        posts::tell_of_posing(here, &company)?;
    }
    Ok(Kept { object: id.into(), guest: person.guest })
}

/// Whether as many remarks as fit stand under a reply.
pub(crate) fn is_full<S: Sql>(here: &Here<'_, S>, reply: u64) -> Result<bool, Fault> {
    let there = here.row("SELECT count(*) FROM reply WHERE parent = ?", args![reply])?;
    Ok(there.map_or(Ok(0), |row| row.count(0))? >= MOST)
}
