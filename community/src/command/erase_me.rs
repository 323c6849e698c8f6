//! Somebody leaves, and what is theirs goes: name, address, photos, follows, marks, links, mail, and every post that nobody relies
//! on. What others accepted, starred, remarked on or answered stays under "former member". Their member row stays empty, because
//! the posts that stay point at it; whoever shows the same address again is somebody new.

use chie_domain::api::erase_me::{EraseMeRefusal, Response};
use chie_domain::id::{MemberId, PostId, ReplyId, ThreadId};
use chie_domain::policy::Viewer;

use crate::ask::{Caller, Outcome, Trouble};
use crate::audit::{self, Deed};
use crate::command::delete_post;
use crate::company::Company;
use crate::due::{self, Errand};
use crate::here::{Here, refuse};
use crate::query::written;
use crate::row::args;
use crate::search::index;
use crate::sql::{Fault, Sql};
use crate::{credit, handles, house, outbox, people, private, seats, steward};

/// Erases the caller.
pub(crate) fn run<S: Sql>(here: &Here<'_, S>) -> Result<Outcome, Trouble> {
    here.whole(|here| {
        let Caller::Member(me) = here.caller else { return Err(refuse(EraseMeRefusal::Nobody)) };
        // A session of somebody who is gone already is no session any more.
        people::taking_part(here)?;
        let company = Company::load(here)?;
        if seats::view(here, &company, me)?.is_some() {
            return Err(refuse(EraseMeRefusal::StillSeated));
        }
        unmark(here, &company, me)?;
        let removed = take_back(here, &company, me)?;
        let kept = forget_what_stays(here, me)?;
        forget(here, me)?;
        private::sweep(here, &company)?;
        audit::record(here, Deed::Erased, me, me.as_str())?;
        outbox::tell_directory(here)?;
        Ok(Outcome::Erased(Response { removed, kept }))
    })
}

/// Takes their me-toos and stars away and counts anew what they counted for.
fn unmark<S: Sql>(here: &Here<'_, S>, company: &Company, me: &MemberId) -> Result<(), Fault> {
    let touched = here.rows(
        "SELECT thread FROM me_too WHERE member = ? UNION SELECT r.thread FROM star x JOIN reply r ON r.n = x.reply WHERE x.member = ?",
        args![me.as_str(), me.as_str()],
    )?;
    here.run("DELETE FROM me_too WHERE member = ?", args![me.as_str()])?;
    here.run("DELETE FROM star WHERE member = ?", args![me.as_str()])?;
    for row in &touched {
        let n = row.whole(0)?;
        here.run("UPDATE thread SET me_too = (SELECT count(*) FROM me_too WHERE thread = ?) WHERE n = ?", args![n, n])?;
        here.run("UPDATE reply SET stars = (SELECT count(*) FROM star x WHERE x.reply = reply.n) WHERE thread = ?", args![n])?;
        steward::recount(here, company, n)?;
        credit::recount_thread(here, n)?;
    }
    Ok(())
}

/// A reply is relied on where somebody accepted or starred it, where it is the official answer, or where others remarked on it.
const LONELY_REPLIES: &str = "SELECT r.id FROM reply r JOIN thread t ON t.n = r.thread \
    WHERE r.author = ? AND r.deleted IS NULL AND r.tenancy IS NULL AND NOT (r.visibility = 'removed') \
    AND (r.visibility = 'held' OR (r.accepted IS NULL AND r.stars = 0 AND coalesce(t.official_reply, '') <> r.id \
    AND NOT EXISTS (SELECT 1 FROM reply c WHERE c.parent = r.n AND c.author <> r.author AND c.visibility <> 'removed')))";

/// A thread is relied on where others have written in it, or where a claim names it.
const LONELY_THREADS: &str = "SELECT t.id FROM thread t WHERE t.author = ? AND t.visibility <> 'removed' \
    AND (t.visibility = 'held' OR (NOT EXISTS (SELECT 1 FROM reply r WHERE r.thread = t.n AND r.author <> t.author \
    AND NOT (r.visibility = 'removed' AND r.ground IS NULL)) AND NOT EXISTS (SELECT 1 FROM claim c WHERE c.thread = t.id)))";

/// Takes back what nobody relies on; says how many posts that were.
fn take_back<S: Sql>(here: &Here<'_, S>, company: &Company, me: &MemberId) -> Result<u32, Trouble> {
    let viewer = Viewer::Member(me.clone());
    let mut removed = 0;
    let mut gone = |id: &PostId| -> Result<(), Trouble> {
        if let Some(it) = written::find(here, &viewer, id)? {
            delete_post::take_back(here, company, id, &it)?;
            removed += 1;
        }
        Ok(())
    };
    for row in here.rows(LONELY_REPLIES, args![me.as_str()])? {
        gone(&PostId::Reply(row.parse::<ReplyId>(0)?))?;
    }
    for row in here.rows(LONELY_THREADS, args![me.as_str()])? {
        gone(&PostId::Opening(row.parse::<ThreadId>(0)?))?;
    }
    Ok(removed)
}

/// Takes name, device, feelings and earlier words off the posts that stay; says how many they are.
fn forget_what_stays<S: Sql>(here: &Here<'_, S>, me: &MemberId) -> Result<u32, Fault> {
    let id = me.as_str();
    let own = "SELECT id FROM thread WHERE author = ? UNION ALL SELECT id FROM reply WHERE author = ?";
    here.run(&format!("DELETE FROM version WHERE post IN ({own})"), args![id, id])?;
    let threads =
        "UPDATE thread SET source = NULL, facts = NULL, mood = NULL, mood_words = NULL, mood_after = NULL WHERE author = ?";
    here.run(threads, args![id])?;
    here.run("UPDATE reply SET source = NULL, name = NULL WHERE author = ?", args![id])?;
    handles::make_former(here, me)?;
    let stay = "SELECT (SELECT count(*) FROM thread WHERE author = ? AND visibility = 'public' AND deleted IS NULL) \
                + (SELECT count(*) FROM reply WHERE author = ? AND visibility = 'public' AND deleted IS NULL)";
    let kept = here.row(stay, args![id, id])?.map_or(Ok(0), |row| row.count(0))?;
    for row in here.rows("SELECT n FROM thread WHERE author = ? UNION SELECT thread FROM reply WHERE author = ?", args![id, id])? {
        index::renew(here, row.whole(0)?)?;
    }
    Ok(kept)
}

/// Takes away what is about them and in no post.
fn forget<S: Sql>(here: &Here<'_, S>, me: &MemberId) -> Result<(), Fault> {
    let id = me.as_str();
    let photos = here.rows("UPDATE photo SET state = 'gone', alt = NULL WHERE member = ? RETURNING n", args![id])?;
    if !photos.is_empty() {
        due::plan_by(here, &Errand::Photos, here.now)?;
    }
    for table in ["follow", "keep_link", "letter", "tiding", "silence", "helper", "credit", "act"] {
        here.run(&format!("DELETE FROM {table} WHERE member = ?"), args![id])?;
    }
    // What they wrote counts for their network until it is forgotten, and for nobody.
    here.run("UPDATE newcomer_act SET member = NULL, hosts = NULL WHERE member = ?", args![id])?;
    here.run("DELETE FROM idempotency WHERE scope = ? OR guest = ?", args![id, id])?;
    house::forget(here, me)?;
    // A token that was taken stays so, and says no more whose it was.
    here.run("UPDATE sign_on_taken SET who = '' WHERE who = (SELECT account FROM member WHERE id = ?)", args![id])?;
    // Guests who turned out to be this person lead nowhere any more.
    here.run(
        "UPDATE member SET name = NULL, account = NULL, address = NULL, sealed = NULL, lang = NULL, employee = NULL, \
         champion = NULL, renamed = NULL, reached = NULL, erased = ? \
         WHERE id = ? OR merged_into = ?",
        args![here.now, id, id],
    )
}
