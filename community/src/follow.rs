//! Who follows which thread, and what they are told of it. Telling writes a letter into the outbox within the same transaction as
//! the news; which followers hear it is the domain's rule.

use chie_domain::follow::{News, Why, tells_again};
use chie_domain::id::{MemberId, ThreadId};

use crate::command::climb_ladder;
use crate::here::Here;
use crate::letters::{self, Subject};
use crate::row::args;
use crate::sql::{Fault, Sql};

/// Makes somebody follow a thread. Whoever chose to follow, or began it, stays what they are.
pub(crate) fn begin<S: Sql>(here: &Here<'_, S>, thread: u64, member: &MemberId, why: Why) -> Result<(), Fault> {
    let kept = if why == Why::Same { "why" } else { "CASE why WHEN 'same' THEN excluded.why ELSE why END" };
    let sql = format!(
        "INSERT INTO follow (thread, member, why, at) VALUES (?, ?, ?, ?) ON CONFLICT (thread, member) DO UPDATE SET why = {kept}"
    );
    here.run(&sql, args![thread, member.as_str(), why.code(), here.now])
}

/// Ends it, whatever the reason was.
pub(crate) fn end<S: Sql>(here: &Here<'_, S>, thread: u64, member: &MemberId) -> Result<(), Fault> {
    here.run("DELETE FROM follow WHERE thread = ? AND member = ?", args![thread, member.as_str()])
}

/// "Me too" was taken back: who followed for that alone does not any more.
pub(crate) fn end_same<S: Sql>(here: &Here<'_, S>, thread: u64, member: &MemberId) -> Result<(), Fault> {
    here.run("DELETE FROM follow WHERE thread = ? AND member = ? AND why = 'same'", args![thread, member.as_str()])
}

/// A follower was here: the next answer is told again. Writes only where something was told since.
pub(crate) fn visited<S: Sql>(here: &Here<'_, S>, thread: &ThreadId, member: &MemberId) -> Result<(), Fault> {
    here.run(
        "UPDATE follow SET seen = ? WHERE member = ? AND thread = (SELECT n FROM thread WHERE id = ?) \
         AND told IS NOT NULL AND told > coalesce(seen, 0)",
        args![here.now, member.as_str(), thread.as_str()],
    )
}

/// Notes the first answer of somebody else than the asker; nobody has to be called to the question any more.
pub(crate) fn first_answer<S: Sql>(here: &Here<'_, S>, thread: u64, author: &MemberId) -> Result<(), Fault> {
    let first = here.row(
        "UPDATE thread SET answered = ? WHERE n = ? AND answered IS NULL AND author <> ? RETURNING id",
        args![here.now, thread, author.as_str()],
    )?;
    if let Some(row) = first {
        climb_ladder::end(here, &row.parse(0)?)?;
    }
    Ok(())
}

/// Tells followers of a thread that somebody answered: not the one who did, and no one who was told already and has not come
/// back. For replies that everybody can see only.
pub(crate) fn answered<S: Sql>(here: &Here<'_, S>, thread: u64, reply: u64, author: &MemberId) -> Result<(), Fault> {
    // Whoever writes has read.
    here.run("UPDATE follow SET seen = ? WHERE thread = ? AND member = ?", args![here.now, thread, author.as_str()])?;
    let followers = here.rows(
        "SELECT f.member, f.why, f.told, f.seen FROM follow f JOIN member m ON m.id = f.member \
         WHERE f.thread = ? AND f.member <> ? AND m.sealed IS NOT NULL",
        args![thread, author.as_str()],
    )?;
    for row in &followers {
        let member: MemberId = row.parse(0)?;
        let why = row.code(1, Why::from_code)?;
        if !why.hears(News::Answered) || !tells_again(row.opt_time(2)?, row.opt_time(3)?, here.now) {
            continue;
        }
        here.run("UPDATE follow SET told = ? WHERE thread = ? AND member = ?", args![here.now, thread, member.as_str()])?;
        letters::write(here, &member, Subject::Answered, thread, Some(reply), &format!("answered:{reply}:{member}"))?;
    }
    Ok(())
}

/// Tells followers something else than an answer. `but` are those who are told in another way or did it themselves; `mark` makes
/// the same news told twice the same letter.
pub(crate) fn tell<S: Sql>(here: &Here<'_, S>, thread: u64, news: News, but: &[&MemberId], mark: &str) -> Result<(), Fault> {
    let followers = here.rows(
        "SELECT f.member, f.why FROM follow f JOIN member m ON m.id = f.member WHERE f.thread = ? AND m.sealed IS NOT NULL",
        args![thread],
    )?;
    let subject = match news {
        News::Answered | News::Changed => Subject::Changed,
        News::Solved => Subject::Solved,
        News::Duplicate => Subject::Duplicate,
    };
    for row in &followers {
        let member: MemberId = row.parse(0)?;
        if row.code(1, Why::from_code)?.hears(news) && !but.contains(&&member) {
            letters::write(here, &member, subject, thread, None, &format!("{}:{mark}:{member}", subject.code()))?;
        }
    }
    Ok(())
}

/// Moves what a guest followed to the member they turned out to be.
pub(crate) fn merge<S: Sql>(here: &Here<'_, S>, from: &str, to: &str) -> Result<(), Fault> {
    here.run("UPDATE OR IGNORE follow SET member = ? WHERE member = ?", args![to, from])?;
    here.run("DELETE FROM follow WHERE member = ?", args![from])?;
    here.run(
        "UPDATE follow SET why = 'asked' WHERE member = ? AND thread IN (SELECT n FROM thread WHERE author = ?)",
        args![to, to],
    )?;
    // A guest has no address, so that no letter of theirs has gone out.
    here.run("UPDATE OR IGNORE letter SET member = ? WHERE member = ?", args![to, from])?;
    here.run("DELETE FROM letter WHERE member = ?", args![from])?;
    here.run("DELETE FROM keep_link WHERE member IN (?, ?)", args![from, to])
}
