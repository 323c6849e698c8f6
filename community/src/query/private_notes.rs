//! What is private on a thread, for those between whom it is: its asker in the widget, those who act for the brand on the console.

use chie_domain::api::ask_privately::AskPrivatelyRefusal;
use chie_domain::api::get_private_notes::{GetPrivateNotesRefusal, PrivateNoteView, Response};
use chie_domain::api::get_private_photo::GetPrivatePhotoRefusal;
use chie_domain::api::post_private_note::PostPrivateNoteRefusal;
use chie_domain::id::{MemberId, TenancyId, ThreadId};
use chie_domain::policy::{Act, Viewer, can_act};
use chie_domain::private::{PrivateStanding, Side, Wanted};

use crate::ask::{Caller, Outcome, SeePrivate, Trouble};
use crate::company::Company;
use crate::here::{Here, refuse};
use crate::people;
use crate::private::{FROM, HAS_ASKER, count, lives, photos_of};
use crate::query::thread::{self, Thread};
use crate::row::{Row, Statement, args};
use crate::sql::{Fault, Sql};
use crate::steward;

/// Somebody between whom and another the notes of a thread are.
pub(crate) struct Party {
    pub(crate) thread: Thread,
    pub(crate) viewer: Viewer,
    pub(crate) side: Side,
}

/// The caller as one of the two sides; refused where they are neither, with the same answer for what is not there.
pub(crate) fn party<S: Sql>(here: &Here<'_, S>, company: &Company, id: &ThreadId) -> Result<Party, Trouble> {
    let viewer = people::viewer(here, company)?;
    let side = match &viewer {
        Viewer::Representative(_) => Side::Brand,
        Viewer::Member(_) | Viewer::Visitor => Side::Asker,
        Viewer::Operator => match people::acting(here, company)? {
            // Whoever runs the installation and acts for a brand sees what the brand sees, and no more.
            Some(acting) => return between(here, Viewer::Representative(acting), Side::Brand, id),
            None => return Err(refuse(GetPrivateNotesRefusal::NotAllowed)),
        },
    };
    // On the console a stranger is told that they may not, before anything of the thread.
    if side == Side::Asker && matches!(here.caller, Caller::Console(_)) {
        return Err(refuse(GetPrivateNotesRefusal::NotAllowed));
    }
    between(here, viewer, side, id)
}

fn between<S: Sql>(here: &Here<'_, S>, viewer: Viewer, side: Side, id: &ThreadId) -> Result<Party, Trouble> {
    let thread = thread::open_to(here, &viewer, id)?.ok_or_else(|| refuse(GetPrivateNotesRefusal::UnknownThread))?;
    if can_act(&viewer, &Act::SeePrivately { asker: &thread.author }) {
        Ok(Party { thread, viewer, side })
    } else {
        Err(refuse(GetPrivateNotesRefusal::NotAllowed))
    }
}

/// Sees it.
pub(crate) fn see<S: Sql>(here: &Here<'_, S>, company: &Company, id: &ThreadId, what: SeePrivate) -> Result<Outcome, Trouble> {
    let party = party(here, company, id)?;
    match what {
        SeePrivate::Notes => notes(here, company, &party),
        SeePrivate::Place => Ok(Outcome::PrivatePlace(place(here, company, &party)?)),
        SeePrivate::Photo(photo) => {
            let sql = format!(
                "SELECT 1 FROM {FROM} JOIN private_photo p ON p.note = x.n WHERE p.id = ? AND p.state = 'shown' AND x.thread = ? AND "
            );
            let mut there = Statement::of(&sql, args![photo.as_str(), party.thread.n]);
            there.join(&lives(company, here.now));
            let there = here.all(&there)?;
            if there.is_empty() { Err(refuse(GetPrivatePhotoRefusal::NotFound)) } else { Ok(Outcome::PrivatePhoto) }
        }
    }
}

/// The notes as a side sees them.
pub(crate) fn notes<S: Sql>(here: &Here<'_, S>, company: &Company, party: &Party) -> Result<Outcome, Trouble> {
    let mut all = Statement::of(
        &format!(
            "SELECT x.n, x.side, w.address, x.wanted, x.sealed, x.at, x.until FROM {FROM} JOIN member w ON w.id = x.member \
             WHERE x.thread = ? AND "
        ),
        args![party.thread.n],
    );
    all.join(&lives(company, here.now));
    all.add(" ORDER BY x.n", &[]);
    let read = |row: &Row| {
        let side = row.code(1, Side::from_code)?;
        // Colleagues see who of them it was; neither side sees the address of the other.
        let who = row.opt_text(2)?.filter(|_| side == Side::Brand && party.side == Side::Brand);
        Ok(PrivateNoteView {
            side,
            who: who.map(str::to_owned),
            wanted: row.opt_text(3)?.and_then(Wanted::from_code),
            body: row.text(4)?.to_owned(),
            photos: photos_of(here, row.whole(0)?)?,
            at: row.time(5)?,
            until: row.time(6)?,
        })
    };
    let notes = here.all(&all)?.iter().map(read).collect::<Result<Vec<_>, Fault>>()?;
    Ok(Outcome::PrivateNotes(Response { standing: standing(here, company, party, !notes.is_empty())?, notes }))
}

fn standing<S: Sql>(here: &Here<'_, S>, company: &Company, party: &Party, any: bool) -> Result<PrivateStanding, Fault> {
    Ok(if !is_official(here, company, party.thread.n)? {
        PrivateStanding::NotOfficial
    } else if !has_asker(here, party.thread.n)? {
        PrivateStanding::NoAddress
    } else {
        let may = match party.side {
            Side::Brand => can_act(&party.viewer, &Act::AskPrivately),
            Side::Asker => any,
        };
        if may { PrivateStanding::Open } else { PrivateStanding::ReadOnly }
    })
}

fn is_official<S: Sql>(here: &Here<'_, S>, company: &Company, thread: u64) -> Result<bool, Fault> {
    let mut official = Statement::of("SELECT 1 FROM thread t WHERE t.n = ? AND ", args![thread]);
    official.join(&steward::is_official(company));
    Ok(!here.all(&official)?.is_empty())
}

/// Whether the asker of a thread has confirmed an address.
fn has_asker<S: Sql>(here: &Here<'_, S>, thread: u64) -> Result<bool, Fault> {
    let sql = format!("SELECT 1 FROM thread t JOIN member m ON m.id = t.author WHERE t.n = ? AND {HAS_ASKER}");
    Ok(here.row(&sql, args![thread])?.is_some())
}

/// In which tenancy this side can write now, or why it cannot.
pub(crate) fn place<S: Sql>(here: &Here<'_, S>, company: &Company, party: &Party) -> Result<TenancyId, Trouble> {
    let Some(tenancy) = company.living() else { return Err(nothing_official(party.side)) };
    let n = party.thread.n;
    if !is_official(here, company, n)? {
        return Err(nothing_official(party.side));
    }
    let asker: &MemberId = &party.thread.author;
    match party.side {
        Side::Brand if !can_act(&party.viewer, &Act::AskPrivately) => Err(refuse(AskPrivatelyRefusal::NotAllowed)),
        Side::Brand if !has_asker(here, n)? => Err(refuse(AskPrivatelyRefusal::AskerUnconfirmed)),
        Side::Asker if !can_act(&party.viewer, &Act::AnswerPrivately { asker }) => Err(refuse(PostPrivateNoteRefusal::NotAllowed)),
        Side::Asker if count(here, company, n)? == 0 => Err(refuse(PostPrivateNoteRefusal::NothingAsked)),
        Side::Brand | Side::Asker => Ok(tenancy.clone()),
    }
}

fn nothing_official(side: Side) -> Trouble {
    match side {
        Side::Brand => refuse(AskPrivatelyRefusal::NotClaimed),
        Side::Asker => refuse(PostPrivateNoteRefusal::NothingAsked),
    }
}
