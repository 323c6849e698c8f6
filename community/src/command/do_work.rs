//! The company's own work on threads: taking and handing back, notes, saved replies, hours, the arrival tray, and undoing a claim.

use chie_domain::api::get_notes::{self, Note};
use chie_domain::api::post_note::{self, PostNoteRefusal};
use chie_domain::api::set_hours::{self, SetHoursRefusal};
use chie_domain::api::set_saved_reply::{self, SetSavedReplyRefusal};
use chie_domain::api::set_taken::SetTakenRefusal;
use chie_domain::api::settle_arrivals::{self, Settle, SettleArrivalsRefusal};
use chie_domain::api::undo_claim::UndoClaimRefusal;
use chie_domain::claim::{Stewardship, UNDO_WITHIN};
use chie_domain::hours::{Clock, Hours, ZoneName};
use chie_domain::id::{ActId, ThreadId};
use chie_domain::markup::parse;
use chie_domain::policy::{Act, Visibility};
use chie_domain::text::Body;
use chie_domain::thread::{Kind, OfficialWord};
use chie_domain::time::Span;

use crate::ask::{Outcome, Trouble, WorkAsk};
use crate::audit::{self, Deed};
use crate::command::claim_threads::authorised;
use crate::command::post_reply::{NewReply, save};
use crate::company::Company;
use crate::due::{self, Errand};
use crate::here::{Here, refuse};
use crate::idempotency::{Kept, once};
use crate::query::list::phase_code;
use crate::query::{thread, triage, work};
use crate::row::args;
use crate::sql::{Fault, Sql};
use crate::{claiming, steward};

/// After this long it is looked up again what a zone's clocks show.
const ZONE_LASTS: Span = Span::days(30);
/// So many saved replies fit.
const SAVED: u32 = 100;

/// Does it.
pub(crate) fn run<S: Sql>(here: &Here<'_, S>, ask: &WorkAsk) -> Result<Outcome, Trouble> {
    here.whole(|here| {
        let company = Company::load(here)?;
        match ask {
            WorkAsk::Take(id, on) => take(here, &company, id, *on),
            WorkAsk::Note(id, request) => note(here, &company, id, request),
            WorkAsk::SaveReply(request) => save_reply(here, &company, request),
            WorkAsk::SetHours(request, clock) => set_hours(here, &company, request, clock.as_ref()),
            WorkAsk::Settle(request) => settle(here, &company, request),
            WorkAsk::Undo(act) => undo(here, &company, act),
        }
    })
}

fn take<S: Sql>(here: &Here<'_, S>, company: &Company, id: &ThreadId, on: bool) -> Result<Outcome, Trouble> {
    let seen = authorised(here, company, &Act::Work)?.ok_or_else(|| refuse(SetTakenRefusal::NotAllowed))?;
    let (viewer, me, tenancy) = seen;
    let thread = thread::open_to(here, &viewer, id)?.ok_or_else(|| refuse(SetTakenRefusal::UnknownThread))?;
    let claims = company.claims_of(here, [id])?;
    if thread.steward(company, &claims) == Stewardship::FanMade {
        return Err(refuse(SetTakenRefusal::NotClaimed));
    }
    let has = here.row("SELECT member FROM taken WHERE thread = ? AND tenancy = ?", args![thread.n, tenancy.as_str()])?;
    let by_other = has.as_ref().map_or(Ok(false), |row| row.text(0).map(|by| by != me.as_str()))?;
    // A colleague who is gone has nothing.
    let gone = "SELECT 1 FROM taken k WHERE k.thread = ? AND k.tenancy = ? \
                AND NOT EXISTS (SELECT 1 FROM seat s WHERE s.tenancy = k.tenancy AND s.member = k.member)";
    let gone = here.row(gone, args![thread.n, tenancy.as_str()])?.is_some();
    if by_other && !gone {
        return Err(refuse(SetTakenRefusal::AlreadyTaken));
    }
    here.run("DELETE FROM taken WHERE thread = ? AND tenancy = ?", args![thread.n, tenancy.as_str()])?;
    if on {
        here.run(
            "INSERT INTO taken (thread, tenancy, member, at) VALUES (?, ?, ?, ?)",
            args![thread.n, tenancy.as_str(), me.as_str(), here.now],
        )?;
    }
    audit::record(here, if on { Deed::Taken } else { Deed::HandedBack }, &me, id.as_str())?;
    Ok(Outcome::Done)
}

fn note<S: Sql>(here: &Here<'_, S>, company: &Company, id: &ThreadId, request: &post_note::Request) -> Result<Outcome, Trouble> {
    let seen = authorised(here, company, &Act::Note)?.ok_or_else(|| refuse(PostNoteRefusal::NotAllowed))?;
    let (viewer, me, tenancy) = seen;
    let thread = thread::open_to(here, &viewer, id)?.ok_or_else(|| refuse(PostNoteRefusal::UnknownThread))?;
    once(here, || {
        here.run(
            "INSERT INTO note (thread, tenancy, member, body, at) VALUES (?, ?, ?, ?, ?)",
            args![thread.n, tenancy.as_str(), me.as_str(), request.body.as_str(), here.now],
        )?;
        audit::record(here, Deed::Noted, &me, id.as_str())?;
        Ok(Kept { object: id.to_string(), guest: None })
    })?;
    notes_of(here, thread.n, tenancy.as_str())
}

/// The notes of a thread, for those who act for the brand.
pub(crate) fn notes<S: Sql>(here: &Here<'_, S>, company: &Company, id: &ThreadId) -> Result<Outcome, Trouble> {
    let seen = authorised(here, company, &Act::SeeDesk)?.ok_or_else(|| refuse(PostNoteRefusal::NotAllowed))?;
    let thread = thread::open_to(here, &seen.0, id)?.ok_or_else(|| refuse(PostNoteRefusal::UnknownThread))?;
    notes_of(here, thread.n, seen.2.as_str())
}

fn notes_of<S: Sql>(here: &Here<'_, S>, thread: u64, tenancy: &str) -> Result<Outcome, Trouble> {
    let rows = here.rows(
        "SELECT m.address, o.at, o.body FROM note o JOIN member m ON m.id = o.member WHERE o.thread = ? AND o.tenancy = ? ORDER BY o.n",
        args![thread, tenancy],
    )?;
    let read = |row: &crate::row::Row| {
        Ok(Note { by: row.opt_text(0)?.map(str::to_owned), at: row.time(1)?, body: row.text(2)?.to_owned() })
    };
    Ok(Outcome::Notes(get_notes::Response { notes: rows.iter().map(read).collect::<Result<_, Fault>>()? }))
}

fn save_reply<S: Sql>(here: &Here<'_, S>, company: &Company, request: &set_saved_reply::Request) -> Result<Outcome, Trouble> {
    let (_, me, tenancy) = authorised(here, company, &Act::Work)?.ok_or_else(|| refuse(SetSavedReplyRefusal::NotAllowed))?;
    here.run("DELETE FROM saved_reply WHERE tenancy = ? AND title = ?", args![tenancy.as_str(), request.title.as_str()])?;
    if let Some(body) = &request.body {
        let count = here.row("SELECT count(*) FROM saved_reply WHERE tenancy = ?", args![tenancy.as_str()])?;
        if count.map_or(Ok(0), |row| row.count(0))? >= SAVED {
            return Err(refuse(SetSavedReplyRefusal::TooMany));
        }
        here.run(
            "INSERT INTO saved_reply (tenancy, title, body) VALUES (?, ?, ?)",
            args![tenancy.as_str(), request.title.as_str(), body.as_str()],
        )?;
    }
    audit::record(here, Deed::ReplySaved, &me, tenancy.as_str())?;
    Ok(Outcome::Saved(work::saved(here, tenancy.as_str())?))
}

fn set_hours<S: Sql>(
    here: &Here<'_, S>,
    company: &Company,
    request: &set_hours::Request,
    clock: Option<&Clock>,
) -> Result<Outcome, Trouble> {
    let (_, me, tenancy) = authorised(here, company, &Act::SetHours)?.ok_or_else(|| refuse(SetHoursRefusal::NotAllowed))?;
    let zone = request.zone.clone();
    let clock = match (&zone, clock) {
        (Some(_), Some(clock)) => clock.clone(),
        (Some(_), None) => return Err(refuse(SetHoursRefusal::UnknownZone)),
        (None, _) => Clock::new(request.ahead, Vec::new()).ok_or_else(|| refuse(SetHoursRefusal::NoSuchClock))?,
    };
    let hours = Hours { zone, clock, week: request.week.clone(), holidays: request.holidays.clone(), goal: request.goal };
    here.run(
        "INSERT INTO hours (tenancy, ahead, week, holidays, goal, zone, clock) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (tenancy) DO UPDATE SET \
         ahead = excluded.ahead, week = excluded.week, holidays = excluded.holidays, goal = excluded.goal, zone = excluded.zone, clock = excluded.clock",
        args![
            tenancy.as_str(),
            // Kept above nothing: a thousand stands for universal time.
            u64::try_from(i32::from(request.ahead) + 1_000).unwrap_or(1_000),
            String::from(hours.week.clone()),
            String::from(hours.holidays.clone()),
            u32::from(hours.goal),
            hours.zone.as_ref().map(ZoneName::as_str),
            serde_json::to_string(&hours.clock).map_err(|_| Fault("a clock cannot be written".to_owned()))?,
        ],
    )?;
    due::plan(here, &Errand::Zone, here.now.after(ZONE_LASTS))?;
    audit::record(here, Deed::HoursSet, &me, tenancy.as_str())?;
    Ok(Outcome::Hours(hours))
}

/// The zone whose clocks are to be looked up again, where the hours that count now name one.
pub(crate) fn zone<S: Sql>(here: &Here<'_, S>) -> Result<Option<ZoneName>, Fault> {
    let company = Company::load(here)?;
    let hours = company.living().map_or(Ok(None), |tenancy| work::hours(here, tenancy.as_str()))?;
    Ok(hours.and_then(|hours| hours.zone))
}

/// What the clocks of a zone show was looked up: rules of summer time change. Where nobody knows the zone any more, what was known stays.
pub(crate) fn zone_seen<S: Sql>(here: &Here<'_, S>, zone: &ZoneName, clock: Option<&Clock>) -> Result<Outcome, Trouble> {
    here.whole(|here| {
        if let Some(clock) = clock {
            let clock = serde_json::to_string(clock).map_err(|_| Fault("a clock cannot be written".to_owned()))?;
            here.run("UPDATE hours SET clock = ? WHERE zone = ?", args![clock, zone.as_str()])?;
        }
        due::plan(here, &Errand::Zone, here.now.after(ZONE_LASTS))?;
        Ok(Outcome::Done)
    })
}

fn settle<S: Sql>(here: &Here<'_, S>, company: &Company, request: &settle_arrivals::Request) -> Result<Outcome, Trouble> {
    let (_, me, tenancy) =
        authorised(here, company, &Act::AnswerOfficially)?.ok_or_else(|| refuse(SettleArrivalsRefusal::NotAllowed))?;
    let words = match (&request.body, &request.name) {
        (Some(body), Some(name)) => Some((body, name)),
        (None, _) if request.what == Settle::Thank => None,
        _ => return Err(refuse(SettleArrivalsRefusal::WordsNeeded)),
    };
    let body = words.map(|(body, _)| parse::parse(body)).transpose().map_err(|_| refuse(SettleArrivalsRefusal::BodyTooLong))?;
    let kept = once(here, || {
        let tray = triage::arrivals(here, company, tenancy.as_str())?;
        let mut settled = 0_u32;
        for id in request.threads.iter() {
            let Some(line) = tray.iter().find(|line| line.row.id == *id) else { continue };
            let n = here.row("SELECT n FROM thread WHERE id = ?", args![id.as_str()])?.map_or(Ok(0), |row| row.whole(0))?;
            here.run(
                "INSERT INTO arrival (thread, tenancy, what, by, at) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                args![n, tenancy.as_str(), request.what.code(), me.as_str(), here.now],
            )?;
            if let (Some((source, name)), Some(body)) = (words, &body) {
                let voice = Some((&tenancy, name));
                let reply = NewReply {
                    thread: n,
                    parent: None,
                    author: &me,
                    visibility: Visibility::Public,
                    voice,
                    source: source.as_str(),
                };
                save(here, &reply, body)?;
            }
            if request.what == Settle::Close && line.row.kind == Kind::Question {
                close(here, n, &me, &tenancy, words.map(|(source, _)| source))?;
            }
            steward::settle_thread(here, company, n)?;
            audit::record(here, Deed::Settled, &me, id.as_str())?;
            settled += 1;
        }
        Ok(Kept { object: settled.to_string(), guest: None })
    })?;
    Ok(Outcome::Settled(kept.object.parse().unwrap_or(0)))
}

/// A question is closed with its reason.
fn close<S: Sql>(
    here: &Here<'_, S>,
    thread: u64,
    me: &chie_domain::id::MemberId,
    tenancy: &chie_domain::id::TenancyId,
    reason: Option<&Body>,
) -> Result<(), Fault> {
    let word = OfficialWord::Closed;
    let reason: String =
        reason.map_or("", Body::as_str).split_whitespace().collect::<Vec<_>>().join(" ").chars().take(300).collect();
    here.run(
        "UPDATE thread SET said = ?, said_phase = ?, reason = ?, said_by = ?, said_at = ?, said_tenancy = ?, not_solved = NULL WHERE n = ?",
        args![word.code(), phase_code(word.phase()), reason, me.as_str(), here.now, tenancy.as_str(), thread],
    )
}

fn undo<S: Sql>(here: &Here<'_, S>, company: &Company, act: &ActId) -> Result<Outcome, Trouble> {
    let (_, me, tenancy) = authorised(here, company, &Act::Claim)?.ok_or_else(|| refuse(UndoClaimRefusal::NotAllowed))?;
    let row =
        here.row("SELECT at, undone, told FROM claiming WHERE id = ? AND tenancy = ?", args![act.as_str(), tenancy.as_str()])?;
    let row = row.ok_or_else(|| refuse(UndoClaimRefusal::NotFound))?;
    if row.opt_time(1)?.is_some() {
        return Ok(Outcome::Done);
    }
    if here.now.since(row.time(0)?) > UNDO_WITHIN || row.opt_time(2)?.is_some() {
        return Err(refuse(UndoClaimRefusal::TooLate));
    }
    claiming::undo(here, act, &me)?;
    Ok(Outcome::Done)
}
