//! Somebody writes a private note: the brand asks, the asker answers. The words come sealed for a tenancy and are kept as they come.

use chie_domain::api::ask_privately::AskPrivatelyRefusal;
use chie_domain::api::get_private_photo::GetPrivatePhotoRefusal;
use chie_domain::api::post_private_note::PostPrivateNoteRefusal;
use chie_domain::id::{MemberId, PhotoId, ThreadId};
use chie_domain::photo::UNUSED_LIVES;
use chie_domain::policy::Viewer;
use chie_domain::private::{LIVES, MOST, Side, Wanted};
use chie_domain::tiding::Tiding;

use crate::ask::{Caller, NewPhoto, Outcome, PrivateAsk, Sealed, Trouble};
use crate::audit::{self, Deed};
use crate::company::Company;
use crate::due::{self, Errand};
use crate::here::{Here, refuse};
use crate::idempotency::{Kept, once};
use crate::private::{count, sweep};
use crate::query::private_notes::{Party, notes, party, place};
use crate::row::args;
use crate::sql::{Fault, Sql};
use crate::tidings;

/// How many photos may wait for one thread's next note.
const WAITING: u32 = 8;

/// Writes it.
pub(crate) fn run<S: Sql>(here: &Here<'_, S>, ask: &PrivateAsk) -> Result<Outcome, Trouble> {
    here.whole(|here| match ask {
        PrivateAsk::Ask(id, wanted, sealed) => write(here, id, Some(*wanted), sealed, &[]),
        PrivateAsk::Answer(id, sealed, photos) => write(here, id, None, sealed, photos),
        PrivateAsk::PostPhoto(id, photo) => post_photo(here, id, photo),
        PrivateAsk::PhotoArrived(id) => arrived(here, id),
    })
}

fn write<S: Sql>(
    here: &Here<'_, S>,
    id: &ThreadId,
    wanted: Option<Wanted>,
    sealed: &Sealed,
    photos: &[PhotoId],
) -> Result<Outcome, Trouble> {
    let company = Company::load(here)?;
    sweep(here, &company)?;
    let party = party(here, &company, id)?;
    let tenancy = place(here, &company, &party)?;
    let asks = party.side == Side::Brand;
    // Words that were sealed for another company are not this one's to read.
    if sealed.tenancy != tenancy {
        return Err(if asks { refuse(AskPrivatelyRefusal::Moved) } else { refuse(PostPrivateNoteRefusal::Moved) });
    }
    let me = writer(&party)?;
    let thread = party.thread.n;
    once(here, || {
        if count(here, &company, thread)? >= MOST {
            return Err(if asks { refuse(AskPrivatelyRefusal::TooMany) } else { refuse(PostPrivateNoteRefusal::TooMany) });
        }
        let until = here.now.after(LIVES);
        let made = here.row(
            "INSERT INTO private_note (thread, tenancy, member, side, wanted, sealed, at, until) VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING n",
            args![
                thread,
                tenancy.as_str(),
                me.as_str(),
                party.side.code(),
                wanted.map(Wanted::code),
                sealed.text.as_str(),
                here.now,
                until,
            ],
        )?;
        let n = made.map_or(Ok(0), |row| row.whole(0))?;
        take(here, &party, n, photos)?;
        due::plan_by(here, &Errand::Private, until)?;
        tell(here, &party, n)?;
        audit::record(here, if asks { Deed::AskedPrivately } else { Deed::AnsweredPrivately }, &me, id.as_str())?;
        Ok(Kept { object: n.to_string(), guest: None })
    })?;
    notes(here, &company, &party)
}

/// Who writes: the asker, or whoever acts for the brand.
fn writer(party: &Party) -> Result<MemberId, Fault> {
    match &party.viewer {
        Viewer::Member(me) => Ok(me.clone()),
        Viewer::Representative(it) => Ok(it.member().clone()),
        Viewer::Visitor | Viewer::Operator => Err(Fault("nobody writes a private note".to_owned())),
    }
}

/// Puts photos into a note, if all of them are its writer's and were sent for this thread.
fn take<S: Sql>(here: &Here<'_, S>, party: &Party, note: u64, photos: &[PhotoId]) -> Result<(), Trouble> {
    for (id, place) in photos.iter().zip(0_u32..) {
        let took = here.row(
            "UPDATE private_photo SET state = 'shown', note = ?, place = ? WHERE id = ? AND state = 'waiting' AND thread = ? \
             AND member = ? RETURNING id",
            args![note, place, id.as_str(), party.thread.n, party.thread.author.as_str()],
        )?;
        took.ok_or_else(|| refuse(PostPrivateNoteRefusal::UnknownPhoto))?;
    }
    Ok(())
}

/// The other side hears by mail that something is there, and nothing of what. Of the company it is whoever asked last.
fn tell<S: Sql>(here: &Here<'_, S>, party: &Party, note: u64) -> Result<(), Fault> {
    let thread = party.thread.n;
    let mark = format!("private:{note}");
    match party.side {
        Side::Brand => {
            let silent = "SELECT 1 FROM silence WHERE member = ? AND what = 'everything'";
            if here.row(silent, args![party.thread.author.as_str()])?.is_some() {
                return Ok(());
            }
            tidings::tell_customer(here, &party.thread.author, Tiding::AskedPrivately, 1, thread, &mark)
        }
        Side::Asker => {
            let last = "SELECT member FROM private_note WHERE thread = ? AND side = 'brand' ORDER BY n DESC LIMIT 1";
            match here.row(last, args![thread])? {
                Some(row) => tidings::tell_customer(here, &row.parse(0)?, Tiding::AnsweredPrivately, 1, thread, &mark),
                None => Ok(()),
            }
        }
    }
}

fn post_photo<S: Sql>(here: &Here<'_, S>, id: &ThreadId, photo: &NewPhoto) -> Result<Outcome, Trouble> {
    let company = Company::load(here)?;
    let party = party(here, &company, id)?;
    let tenancy = place(here, &company, &party)?;
    let Caller::Member(me) = here.caller else { return Err(refuse(PostPrivateNoteRefusal::NotAllowed)) };
    let kept = once(here, || {
        let waiting = "SELECT count(*) FROM private_photo WHERE thread = ? AND state IN ('coming', 'waiting')";
        if here.row(waiting, args![party.thread.n])?.map_or(Ok(0), |row| row.count(0))? >= WAITING {
            return Err(refuse(PostPrivateNoteRefusal::TooMany));
        }
        let id = PhotoId::mint(here.now, here.mint.ten());
        here.run(
            "INSERT INTO private_photo (id, thread, tenancy, member, at, media, width, height, bytes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            args![
                id.as_str(),
                party.thread.n,
                tenancy.as_str(),
                me.as_str(),
                here.now,
                photo.media.code(),
                photo.width,
                photo.height,
                photo.bytes,
            ],
        )?;
        due::plan_by(here, &Errand::Photos, here.now.after(UNUSED_LIVES))?;
        Ok(Kept { object: id.into(), guest: None })
    })?;
    let id = PhotoId::parse(&kept.object).map_err(|_| Fault("a key was kept for another kind of write".to_owned()))?;
    Ok(Outcome::PostedPhoto(id, None))
}

/// The photo's bytes are there; hearing it twice changes nothing.
fn arrived<S: Sql>(here: &Here<'_, S>, id: &PhotoId) -> Result<Outcome, Trouble> {
    here.run("UPDATE private_photo SET state = 'waiting' WHERE id = ? AND state = 'coming'", args![id.as_str()])?;
    let there = here.row("SELECT 1 FROM private_photo WHERE id = ? AND state <> 'gone'", args![id.as_str()])?;
    there.map(|_| Outcome::Done).ok_or_else(|| refuse(GetPrivatePhotoRefusal::NotFound))
}
