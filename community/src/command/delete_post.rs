//! Somebody takes back what they wrote, with every earlier version. Where others answered, a stone stays and their words with it;
//! where nobody did, nothing is left. Rows are kept empty, because others (claims, marks, keys of retried writes) may point there.

use chie_domain::api::delete_post::{DeletePostRefusal, Left};
use chie_domain::id::PostId;
use chie_domain::policy::{Act, Visibility, can_act};

use crate::ask::{Outcome, Trouble};
use crate::company::Company;
use crate::here::{Here, refuse};
use crate::photos::Place;
use crate::query::written::{self, Written};
use crate::row::args;
use crate::search::index;
use crate::sql::{Fault, Sql};
use crate::{credit, events, outbox, people, photos, private, steward};

/// Deletes it; doing so twice changes nothing.
pub(crate) fn run<S: Sql>(here: &Here<'_, S>, id: &PostId) -> Result<Outcome, Trouble> {
    here.whole(|here| {
        let company = Company::load(here)?;
        let viewer = people::viewer(here, &company)?;
        let written = written::any(here, &viewer, id)?.ok_or_else(|| refuse(DeletePostRefusal::NotFound))?;
        if !can_act(&viewer, &Act::Rewrite { author: &written.author }) || written.official {
            // Of what is gone, nobody else is told that it was there.
            let gone = written.visibility == Visibility::Gone;
            return Err(refuse(if gone { DeletePostRefusal::NotFound } else { DeletePostRefusal::NotTheAuthor }));
        }
        match (&written.visibility, written.deleted) {
            (Visibility::Gone, _) => return Ok(Outcome::Deleted(Left::Nothing)),
            (Visibility::Public, Some(_)) => return Ok(Outcome::Deleted(Left::Stone)),
            // The stone of a removal is not the author's to take away.
            (Visibility::Removed { .. }, _) => return Err(refuse(DeletePostRefusal::NotFound)),
            (Visibility::Public | Visibility::Held { .. }, _) => {}
        }
        Ok(Outcome::Deleted(take_back(here, &company, id, &written)?))
    })
}

/// Takes back a post that stands there; the caller has seen to it that this is its author's wish.
pub(crate) fn take_back<S: Sql>(here: &Here<'_, S>, company: &Company, id: &PostId, written: &Written) -> Result<Left, Fault> {
    here.run("DELETE FROM version WHERE post = ?", args![id.as_str()])?;
    match id {
        PostId::Opening(_) => {
            let left = opening(here, written)?;
            private::sweep(here, company)?;
            Ok(left)
        }
        PostId::Reply(_) => reply(here, company, id, written),
    }
}

fn opening<S: Sql>(here: &Here<'_, S>, it: &Written) -> Result<Left, Fault> {
    let (n, author) = (it.thread, it.author.as_str());
    let needed = is_needed(here, n, author)?;
    here.run(
        "UPDATE thread SET body = '[]', source = NULL, facts = NULL, mood = NULL, mood_words = NULL, mood_after = NULL, \
         edited = NULL, deleted = ? WHERE n = ?",
        args![here.now, n],
    )?;
    photos::let_go(here, Place { thread: n, reply: None })?;
    if needed {
        // The title stays above what others wrote, and is found by.
        if it.visibility == Visibility::Public {
            index::renew(here, n)?;
        }
        return Ok(Left::Stone);
    }
    sweep(here, n)?;
    Ok(Left::Nothing)
}

/// Nothing is left of a thread: what its author wrote below goes with it.
fn sweep<S: Sql>(here: &Here<'_, S>, n: u64) -> Result<(), Fault> {
    let own = "SELECT id FROM reply WHERE thread = ?";
    for row in here.rows(own, args![n])? {
        here.run("DELETE FROM version WHERE post = ?", args![row.text(0)?])?;
    }
    here.run(
        "UPDATE reply SET body = '[]', source = NULL, visibility = 'removed', ground = NULL, deleted = ? WHERE thread = ?",
        args![here.now, n],
    )?;
    here.run(
        "UPDATE thread SET title = '', visibility = 'removed', ground = NULL, danger = NULL, replies = 0 WHERE n = ?",
        args![n],
    )?;
    photos::let_go_all(here, n)?;
    here.run("DELETE FROM event WHERE thread = ?", args![n])?;
    index::take_out_thread(here, n)?;
    outbox::tell_directory(here)
}

/// Whether anything of others, or a claim, still hangs on a thread.
fn is_needed<S: Sql>(here: &Here<'_, S>, n: u64, author: &str) -> Result<bool, Fault> {
    let others = here.row(
        "SELECT 1 FROM reply r WHERE r.thread = ? AND r.author <> ? AND NOT (r.visibility = 'removed' AND r.ground IS NULL) \
         UNION SELECT 1 FROM claim c JOIN thread t ON t.id = c.thread WHERE t.n = ? LIMIT 1",
        args![n, author, n],
    )?;
    Ok(others.is_some())
}

/// A stone goes when the last thing that hung on it is gone: that of the reply above a comment, then that of the thread.
fn clear_stones<S: Sql>(here: &Here<'_, S>, it: &Written) -> Result<(), Fault> {
    if let Some(parent) = it.parent {
        here.run(
            "UPDATE reply AS p SET visibility = 'removed', ground = NULL WHERE p.n = ? AND p.deleted IS NOT NULL \
             AND p.visibility = 'public' AND NOT EXISTS \
             (SELECT 1 FROM reply c WHERE c.parent = p.n AND NOT (c.visibility = 'removed' AND c.ground IS NULL))",
            args![parent],
        )?;
    }
    let stone = "SELECT author FROM thread WHERE n = ? AND deleted IS NOT NULL AND visibility = 'public'";
    match here.row(stone, args![it.thread])? {
        Some(row) if !is_needed(here, it.thread, row.text(0)?)? => sweep(here, it.thread),
        _ => Ok(()),
    }
}

fn reply<S: Sql>(here: &Here<'_, S>, company: &Company, id: &PostId, it: &Written) -> Result<Left, Fault> {
    let others = here.row(
        "SELECT 1 FROM reply WHERE parent = ? AND author <> ? AND NOT (visibility = 'removed' AND ground IS NULL) LIMIT 1",
        args![it.n, it.author.as_str()],
    )?;
    let own = "SELECT n, id FROM reply WHERE parent = ?";
    let below = if others.is_none() { here.rows(own, args![it.n])? } else { Vec::new() };
    for comment in &below {
        here.run("DELETE FROM version WHERE post = ?", args![comment.text(1)?])?;
        index::take_out_reply(here, it.thread, comment.whole(0)?)?;
    }
    if others.is_none() {
        here.run(
            "UPDATE reply SET body = '[]', source = NULL, visibility = 'removed', ground = NULL, deleted = ? \
             WHERE n = ? OR parent = ?",
            args![here.now, it.n, it.n],
        )?;
    }
    here.run(
        "UPDATE reply SET body = '[]', source = NULL, edited = NULL, accepted = NULL, stars = 0, deleted = ? WHERE n = ?",
        args![here.now, it.n],
    )?;
    photos::let_go(here, Place { thread: it.thread, reply: Some(it.n) })?;
    here.run("DELETE FROM star WHERE reply = ?", args![it.n])?;
    here.run(
        "UPDATE thread SET official_reply = NULL, official_by = NULL, official_at = NULL, official_tenancy = NULL \
         WHERE n = ? AND official_reply = ?",
        args![it.thread, id.as_str()],
    )?;
    here.run("UPDATE caution SET withdrawn = ? WHERE reply = ? AND withdrawn IS NULL", args![here.now, it.n])?;
    events::forget_reply(here, it.thread, it.n)?;
    if it.visibility == Visibility::Public && it.parent.is_none() {
        here.run("UPDATE thread SET replies = replies - 1 WHERE n = ?", args![it.thread])?;
    }
    index::take_out_reply(here, it.thread, it.n)?;
    steward::recount(here, company, it.thread)?;
    clear_stones(here, it)?;
    credit::recount_in(here, &it.author, it.thread)?;
    Ok(if others.is_some() { Left::Stone } else { Left::Nothing })
}
