//! Somebody changes what they wrote. The former words are kept as a version that everybody can read; index, markup and the mark
//! of danger follow the new ones. An accepted answer stays accepted: readers see that it was changed since.

use chie_domain::api::edit_post::{EditPostRefusal, MOST, Request};
use chie_domain::id::PostId;
use chie_domain::markup::{Markup, parse};
use chie_domain::policy::{Act, Visibility, can_act};
use chie_domain::text::{Body, Title};

use crate::ask::{Outcome, Trouble};
use crate::company::Company;
use crate::here::{Here, refuse};
use crate::query::thread::{self, markup};
use crate::query::written::{self, Written};
use crate::row::args;
use crate::search::index;
use crate::sql::{Fault, Sql};
use crate::{danger, outbox, people, posts, steward};

/// Changes it; the same words again change nothing.
pub(crate) fn run<S: Sql>(here: &Here<'_, S>, id: &PostId, request: &Request) -> Result<Outcome, Trouble> {
    match (id, &request.title, &request.body) {
        (PostId::Opening(_), None, _) => return Err(refuse(EditPostRefusal::TitleMissing)),
        (PostId::Reply(_), Some(_), _) => return Err(refuse(EditPostRefusal::TitleGiven)),
        (PostId::Reply(_), None, None) => return Err(refuse(EditPostRefusal::BodyMissing)),
        (PostId::Opening(_), Some(_), _) | (PostId::Reply(_), None, Some(_)) => {}
    }
    posts::check_private(request.title.as_ref(), request.body.as_ref(), request.personal_data_ok)?;
    let body = request.body.as_ref().map(parse::parse).transpose().map_err(|_| refuse(EditPostRefusal::BodyTooLong))?;
    let body = body.unwrap_or_default();
    here.whole(|here| {
        let company = Company::load(here)?;
        let viewer = people::viewer(here, &company)?;
        let written = written::find(here, &viewer, id)?.ok_or_else(|| refuse(EditPostRefusal::NotFound))?;
        // A session of the page has no power of staff, whoever holds it: what was said officially is not changed by it.
        if !can_act(&viewer, &Act::Rewrite { author: &written.author }) || written.official {
            return Err(refuse(EditPostRefusal::NotTheAuthor));
        }
        change(here, &company, id, &written, request, &body)?;
        let now = written::find(here, &viewer, id)?.ok_or_else(|| Fault("a changed post is gone".to_owned()))?;
        let post = thread::shown(markup(&now.body)?, &now.visibility, now.deleted);
        Ok(Outcome::Edited(now.title, post, now.edited))
    })
}

fn change<S: Sql>(
    here: &Here<'_, S>,
    company: &Company,
    id: &PostId,
    before: &Written,
    request: &Request,
    body: &Markup,
) -> Result<(), Trouble> {
    let product = here.row("SELECT product FROM thread WHERE n = ?", args![before.thread])?;
    let product = product.ok_or_else(|| Fault("a post without a thread".to_owned()))?.parse(0)?;
    let tree = posts::stored(&posts::tree(here, &before.author, &product, body)?)?;
    let title = request.title.as_ref().map(Title::as_str);
    if tree == before.body && title == before.title.as_deref() {
        return Ok(());
    }
    let kept = here.row("SELECT count(*) FROM version WHERE post = ?", args![id.as_str()])?;
    if kept.map_or(Ok(0), |row| row.count(0))? >= MOST {
        return Err(refuse(EditPostRefusal::TooMany));
    }
    here.run(
        "INSERT INTO version (post, title, body, at) VALUES (?, ?, ?, ?)",
        args![id.as_str(), before.title.as_deref(), before.body.as_str(), before.edited.unwrap_or(before.at)],
    )?;
    let source = request.body.as_ref().map(Body::as_str);
    match id {
        PostId::Opening(_) => here.run(
            "UPDATE thread SET title = ?, body = ?, source = ?, edited = ? WHERE n = ?",
            args![title, tree, source, here.now, before.thread],
        )?,
        PostId::Reply(_) => {
            here.run("UPDATE reply SET body = ?, source = ?, edited = ? WHERE n = ?", args![tree, source, here.now, before.n])?;
        }
    }
    if before.visibility == Visibility::Public {
        match posts::after_edit(here, &before.author, body)? {
            Visibility::Public => index::renew(here, before.thread)?,
            waits => hold(here, company, id, before, &waits)?,
        }
    }
    let reply = match id {
        PostId::Opening(_) => None,
        PostId::Reply(reply) => Some(reply),
    };
    danger::look(here, company, before.thread, reply, &[title.unwrap_or_default(), source.unwrap_or_default()])?;
    Ok(())
}

/// A public post that now has to wait.
fn hold<S: Sql>(here: &Here<'_, S>, company: &Company, id: &PostId, before: &Written, waits: &Visibility) -> Result<(), Fault> {
    let (seen_by, ground) = posts::columns(waits);
    match id {
        PostId::Opening(_) => {
            let sql = "UPDATE thread SET visibility = ?, ground = ? WHERE n = ?";
            here.run(sql, args![seen_by, ground, before.thread])?;
            index::take_out_thread(here, before.thread)?;
            outbox::tell_directory(here)
        }
        PostId::Reply(_) => {
            here.run("UPDATE reply SET visibility = ?, ground = ? WHERE n = ?", args![seen_by, ground, before.n])?;
            if before.parent.is_none() {
                here.run("UPDATE thread SET replies = replies - 1 WHERE n = ?", args![before.thread])?;
            }
            index::take_out_reply(here, before.thread, before.n)?;
            steward::recount(here, company, before.thread)
        }
    }
}
