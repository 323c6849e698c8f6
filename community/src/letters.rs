//! Mail that waits to be written and sent. A row says to whom and what about; the words are put together when it is handed out,
//! so that nothing held, removed or taken back meanwhile is mailed. A row that was handed out comes back unless somebody reports,
//! and its number makes it the same letter for the provider: at least once from here, once in the mailbox.

use chie_domain::api::view::AuthorName;
use chie_domain::claim::Stewardship;
use chie_domain::id::{MemberId, ThreadId};
use chie_domain::letter::Stop;
use chie_domain::policy::Visibility;
use chie_domain::time::{Span, Timestamp};

use crate::ask::{AccountId, Letter};
use crate::company::Company;
use crate::due::{self, Errand};
use crate::here::Here;
use crate::query::{community, thread};
use crate::row::{Row, args};
use crate::sql::{Fault, Sql};
use crate::{duplicates, follow, handles, seats};

pub(crate) use chie_domain::letter::Subject;

/// How many letters are handed out at once.
const AT_ONCE: u32 = 20;
/// A letter that was handed out comes back after this, unless somebody reports.
const LEASE: Span = Span::minutes(2);
/// The wait after the first failure, in seconds; it doubles up to the longest.
const FIRST_WAIT: u64 = 30;
/// The longest wait, in seconds.
const LONGEST_WAIT: u64 = 6 * 3_600;
/// After so many failures over several days a letter is given up: what it says is old by then.
const GIVE_UP: u32 = 24;

/// Puts a letter into the outbox, unless the same one was put there before.
pub(crate) fn write<S: Sql>(
    here: &Here<'_, S>,
    member: &MemberId,
    subject: Subject,
    thread: u64,
    reply: Option<u64>,
    once: &str,
) -> Result<(), Fault> {
    here.run("UPDATE community SET outbox_seq = outbox_seq + 1", &[])?;
    let silent = here.row(
        "SELECT 1 FROM silence WHERE member = ? AND what IN ('everything', ?)",
        args![member.as_str(), subject.stops().code()],
    )?;
    if silent.is_some() {
        return Ok(());
    }
    let made = here.rows(
        "INSERT INTO letter (seq, once, member, what, thread, reply, made, at) SELECT outbox_seq, ?, ?, ?, ?, ?, ?, ? FROM community \
         WHERE true ON CONFLICT (once) DO NOTHING RETURNING seq",
        args![once, member.as_str(), subject.code(), thread, reply, here.now, here.now],
    )?;
    if made.is_empty() { Ok(()) } else { plan(here) }
}

/// Ends mail of a kind for somebody who asked for that by the link in a letter.
pub(crate) fn stop<S: Sql>(here: &Here<'_, S>, member: &MemberId, thread: &ThreadId, what: Stop) -> Result<(), Fault> {
    let row = here.row("SELECT n, product FROM thread WHERE id = ?", args![thread.as_str()])?;
    match (what, row) {
        (Stop::Thread, Some(row)) => follow::end(here, row.whole(0)?, member),
        (Stop::Helping, Some(row)) => {
            here.run("DELETE FROM helper WHERE member = ? AND product = ?", args![member.as_str(), row.text(1)?])
        }
        (Stop::Thread | Stop::Helping, None) => Ok(()),
        (Stop::Thanks | Stop::Calls | Stop::Everything, _) => here.run(
            "INSERT INTO silence (member, what, at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
            args![member.as_str(), what.code(), here.now],
        ),
    }
}

/// Plans the errand for the earliest letter.
fn plan<S: Sql>(here: &Here<'_, S>) -> Result<(), Fault> {
    let earliest = here.row("SELECT min(at) FROM letter WHERE at IS NOT NULL", &[])?.map_or(Ok(None), |row| row.opt_time(0))?;
    match earliest {
        Some(at) => due::plan(here, &Errand::Letters, at),
        None => due::done(here, &Errand::Letters),
    }
}

/// Hands out the letters whose time has come.
pub(crate) fn hand_out<S: Sql>(here: &Here<'_, S>) -> Result<Vec<Letter>, Fault> {
    let company = Company::load(here)?;
    let rows = here.rows(
        "SELECT l.seq, l.member, l.what, l.thread, l.reply, m.sealed, m.lang, coalesce(m.reached, m.account), l.digest FROM letter l JOIN member m ON m.id = l.member \
         WHERE l.at <= ? ORDER BY l.seq LIMIT ?",
        args![here.now, AT_ONCE],
    )?;
    let mut letters = Vec::new();
    for row in &rows {
        let seq = row.whole(0)?;
        match put_together(here, &company, row)? {
            Some(letter) => {
                here.run("UPDATE letter SET at = ? WHERE seq = ?", args![here.now.after(LEASE), seq])?;
                letters.push(letter);
            }
            // What it would have told is not so any more. Where it never went out nobody was told: becoming so again is news.
            None => here.run(
                "UPDATE letter SET at = NULL, once = CASE WHEN digest IS NULL THEN once || '~' || seq ELSE once END WHERE seq = ?",
                args![seq],
            )?,
        }
    }
    gather(here, &mut letters)?;
    plan(here)?;
    Ok(letters)
}

/// From so many letters to one person at once on, they are one mail.
const A_DIGEST: usize = 3;
/// The number of no mail: the letter goes by itself. Numbers of letters begin with one.
const ALONE: u64 = 0;

/// Puts letters to one person that are due at once together, for good: tried again they are the same mail. What cannot wait to be
/// read, and a text that is to be taken along, stay by themselves.
fn gather<S: Sql>(here: &Here<'_, S>, letters: &mut [Letter]) -> Result<(), Fault> {
    let alone = |letter: &Letter| letter.digest.is_some() || matches!(letter.subject, Subject::Danger | Subject::OwnHelp);
    let members: Vec<MemberId> = letters.iter().filter(|letter| !alone(letter)).map(|letter| letter.member.clone()).collect();
    for member in members {
        let of_theirs = |letter: &&mut Letter| letter.member == member && !alone(letter);
        let first = letters.iter_mut().filter(of_theirs).map(|letter| letter.seq).min();
        let (Some(first), true) = (first, letters.iter_mut().filter(of_theirs).count() >= A_DIGEST) else { continue };
        for letter in letters.iter_mut().filter(of_theirs) {
            letter.digest = Some(first);
            here.run("UPDATE letter SET digest = ? WHERE seq = ?", args![first, letter.seq])?;
        }
    }
    // Whatever goes out by itself once may have arrived, and stays by itself.
    for letter in letters.iter_mut().filter(|letter| letter.digest.is_none()) {
        letter.digest = Some(ALONE);
        here.run("UPDATE letter SET digest = ? WHERE seq = ?", args![ALONE, letter.seq])?;
    }
    Ok(())
}

/// A letter went out.
pub(crate) fn sent<S: Sql>(here: &Here<'_, S>, seq: u64) -> Result<(), Fault> {
    here.run("UPDATE letter SET at = NULL WHERE seq = ?", args![seq])?;
    plan(here)
}

/// A letter could not be handed over: it is tried again, with growing patience.
pub(crate) fn failed<S: Sql>(here: &Here<'_, S>, seq: u64) -> Result<(), Fault> {
    let Some(row) = here.row("SELECT tries FROM letter WHERE seq = ? AND at IS NOT NULL", args![seq])? else { return Ok(()) };
    let tries = row.count(0)?;
    let seconds = (FIRST_WAIT << tries.min(12)).min(LONGEST_WAIT);
    let next: Option<Timestamp> = (tries < GIVE_UP).then(|| here.now.after(Span::seconds(seconds)));
    here.run("UPDATE letter SET at = ?, tries = tries + 1 WHERE seq = ?", args![next, seq])?;
    plan(here)
}

fn put_together<S: Sql>(here: &Here<'_, S>, company: &Company, row: &Row) -> Result<Option<Letter>, Fault> {
    let member: MemberId = row.parse(1)?;
    let subject = row.code(2, Subject::from_code)?;
    let (Some(sealed), Some(account)) = (row.opt_text(5)?, row.opt_text(7)?) else { return Ok(None) };
    let n = row.whole(3)?;
    let stored = here.row(&format!("SELECT {} FROM thread t WHERE t.n = ?", thread::COLUMNS), args![n])?;
    let more = here.row("SELECT t.body, p.name FROM thread t JOIN product p ON p.key = t.product WHERE t.n = ?", args![n])?;
    let Some((stored, more)) = stored.zip(more) else { return Ok(None) };
    let of = thread::Thread::read(&stored)?;
    if of.visibility != Visibility::Public || !still_wanted(here, subject, &member, n)? {
        return Ok(None);
    }
    let body = thread::markup(more.text(0)?)?;
    let product_name = more.text(1)?.to_owned();
    let asker = called(here, n, &of.author)?;
    let (post, writer) = match row.opt_whole(4)?.filter(|_| subject.is_about_a_reply() || subject == Subject::Danger) {
        None if subject.is_about_a_reply() => return Ok(None),
        None => (body, None),
        Some(reply) => {
            let sql = "SELECT r.body, r.author, r.name, r.accepted FROM reply r WHERE r.n = ? AND r.visibility = 'public'";
            let Some(reply) = here.row(sql, args![reply])? else { return Ok(None) };
            if subject == Subject::Thanks && reply.opt_time(3)?.is_none() {
                return Ok(None);
            }
            let name = match reply.opt_text(2)? {
                Some(name) => AuthorName::Chosen(name.to_owned()),
                None => called(here, n, &reply.parse(1)?)?,
            };
            (thread::markup(reply.text(0)?)?, Some(name))
        }
    };
    let claims = company.claims_of(here, [&of.id])?;
    let line = of.row(company, &claims);
    if subject == Subject::Solved && line.status.phase() != Some(chie_domain::thread::Phase::Resolved) {
        return Ok(None);
    }
    // Who released the thread or left their seat meanwhile is not woken any more.
    if subject == Subject::Danger && !(line.steward != Stewardship::FanMade && seats::on_duty(here, company)?.contains(&member)) {
        return Ok(None);
    }
    let other = if subject == Subject::Duplicate { duplicates::master(here, n)? } else { None };
    if subject == Subject::Duplicate && other.is_none() {
        return Ok(None);
    }
    let name = community::load(here)?.shown(here, company).map(str::to_owned);
    Ok(Some(Letter {
        seq: row.whole(0)?,
        member,
        account: AccountId(account.to_owned()),
        sealed: sealed.to_owned(),
        lang: row.opt_text(6)?.unwrap_or("en").to_owned(),
        subject,
        brand_name: name,
        official: line.steward != Stewardship::FanMade,
        product_name,
        line,
        asker,
        writer,
        post,
        other,
        digest: row.opt_whole(8)?,
    }))
}

/// Who stopped following meanwhile is told nothing more.
fn still_wanted<S: Sql>(here: &Here<'_, S>, subject: Subject, member: &MemberId, thread: u64) -> Result<bool, Fault> {
    let wanted = match subject {
        Subject::Answered | Subject::Solved | Subject::Changed | Subject::Duplicate => {
            here.row("SELECT 1 FROM follow WHERE thread = ? AND member = ?", args![thread, member.as_str()])?.is_some()
        }
        Subject::Waiting | Subject::OwnHelp | Subject::Called => {
            here.row("SELECT 1 FROM thread WHERE n = ? AND answered IS NULL AND waits = 1", args![thread])?.is_some()
        }
        Subject::Danger => here.row("SELECT 1 FROM thread WHERE n = ? AND danger IS NOT NULL", args![thread])?.is_some(),
        Subject::Thanks => true,
    };
    Ok(wanted)
}

/// What somebody is called in a thread.
fn called<S: Sql>(here: &Here<'_, S>, thread: u64, member: &MemberId) -> Result<AuthorName, Fault> {
    let row = here.row(
        "SELECT m.name, h.colour, h.number FROM member m LEFT JOIN handle h ON h.thread = ? AND h.member = m.id WHERE m.id = ?",
        args![thread, member.as_str()],
    )?;
    let Some(row) = row else { return Ok(handles::called(None, member, None)) };
    Ok(handles::called(row.opt_text(0)?, member, handles::read(&row, 1, 2)?))
}
