//! A thread is the same as another one and goes on there, or is not after all. Its followers are told and follow the other one; it
//! stays readable where it is. A brand undoes what others said, and that counts against whoever said it.

use chie_domain::api::set_duplicate::{Request, SetDuplicateRefusal};
use chie_domain::follow::News;
use chie_domain::id::{MemberId, ThreadId};
use chie_domain::level::Power;
use chie_domain::policy::{Act, Viewer, Visibility};

use crate::ask::{Caller, Outcome, Trouble};
use crate::audit::{self, Deed};
use crate::command::claim_threads::authorised;
use crate::company::Company;
use crate::here::{Here, refuse};
use crate::query::thread::{self, Thread};
use crate::row::args;
use crate::sql::Sql;
use crate::{credit, duplicates, follow, people};

/// In which capacity somebody says it.
enum As {
    /// The brand, or the operator: what others said gives way.
    Brand(MemberId),
    Asker(MemberId),
    Trusted(MemberId),
    /// May still take back what they said themselves.
    Nobody(Option<MemberId>),
}

/// Marks it, or takes the mark away.
pub(crate) fn run<S: Sql>(here: &Here<'_, S>, id: &ThreadId, request: &Request) -> Result<Outcome, Trouble> {
    here.whole(|here| {
        let company = Company::load(here)?;
        let (viewer, brand) = match here.caller {
            Caller::Console(_) | Caller::Operator(_) => {
                let authorised = authorised(here, &company, &Act::SetStatus)?;
                let (viewer, member, _) = authorised.ok_or_else(|| refuse(SetDuplicateRefusal::NotAllowed))?;
                (viewer, Some(member))
            }
            Caller::Visitor | Caller::Member(_) => (people::viewer(here, &company)?, None),
        };
        let thread = thread::open_to(here, &viewer, id)?.ok_or_else(|| refuse(SetDuplicateRefusal::UnknownThread))?;
        let who = capacity(here, &viewer, brand, &thread)?;
        match &request.of {
            Some(of) => mark(here, &viewer, &thread, of, &who)?,
            None => undo(here, &thread, &who)?,
        }
        Ok(Outcome::Thread(thread::view(here, &company, &viewer, id, None)?))
    })
}

fn capacity<S: Sql>(here: &Here<'_, S>, viewer: &Viewer, brand: Option<MemberId>, thread: &Thread) -> Result<As, Trouble> {
    if let Some(member) = brand {
        return Ok(As::Brand(member));
    }
    Ok(match viewer {
        Viewer::Member(me) if *me == thread.author => As::Asker(me.clone()),
        Viewer::Member(me) if credit::level(here, me, &thread.product)?.may(Power::MarkDuplicate) => As::Trusted(me.clone()),
        Viewer::Member(me) => As::Nobody(Some(me.clone())),
        Viewer::Visitor | Viewer::Representative(_) | Viewer::Operator => As::Nobody(None),
    })
}

/// The operator says it.
pub(crate) fn mark_as_operator<S: Sql>(
    here: &Here<'_, S>,
    viewer: &Viewer,
    thread: &Thread,
    of: &ThreadId,
    me: &MemberId,
) -> Result<(), Trouble> {
    mark(here, viewer, thread, of, &As::Brand(me.clone()))
}

fn mark<S: Sql>(here: &Here<'_, S>, viewer: &Viewer, thread: &Thread, of: &ThreadId, who: &As) -> Result<(), Trouble> {
    let (As::Brand(me) | As::Asker(me) | As::Trusted(me)) = who else { return Err(refuse(SetDuplicateRefusal::NotAllowed)) };
    let before = duplicates::mark_of(here, thread.n)?;
    if before.as_ref().is_some_and(|(_, by)| by != me) && !matches!(who, As::Brand(_)) {
        return Err(refuse(SetDuplicateRefusal::NotAllowed));
    }
    let master = thread::open_to(here, viewer, of)?.filter(|master| master.visibility == Visibility::Public);
    let master = master.ok_or_else(|| refuse(SetDuplicateRefusal::UnknownMaster))?;
    let master = duplicates::mark_of(here, master.n)?.map_or(master.n, |(further, _)| further);
    let pointed = here.row("SELECT 1 FROM duplicate WHERE master = ? LIMIT 1", args![thread.n])?;
    if master == thread.n || pointed.is_some() {
        return Err(refuse(SetDuplicateRefusal::SameThread));
    }
    if before.as_ref().is_some_and(|(known, _)| *known == master) {
        return Ok(());
    }
    here.run("DELETE FROM follow WHERE via = ?", args![thread.n])?;
    here.run(
        "INSERT INTO duplicate (thread, master, by, at) VALUES (?, ?, ?, ?) ON CONFLICT (thread) DO UPDATE SET \
         master = excluded.master, by = excluded.by, at = excluded.at",
        args![thread.n, master, me.as_str(), here.now],
    )?;
    here.run(
        "INSERT OR IGNORE INTO follow (thread, member, why, at, via) \
         SELECT ?, member, CASE why WHEN 'asked' THEN 'chosen' ELSE why END, ?, ? FROM follow WHERE thread = ?",
        args![master, here.now, thread.n, thread.n],
    )?;
    if matches!(who, As::Trusted(_)) {
        here.run(
            "INSERT INTO act (member, thread, what, at) VALUES (?, ?, 'duplicate', ?)",
            args![me.as_str(), thread.n, here.now],
        )?;
    }
    follow::tell(here, thread.n, News::Duplicate, &[me], &format!("{}:{master}", thread.n))?;
    audit::record(here, Deed::DuplicateMarked, me, thread.id.as_str())?;
    Ok(())
}

fn undo<S: Sql>(here: &Here<'_, S>, thread: &Thread, who: &As) -> Result<(), Trouble> {
    let not_allowed = || refuse(SetDuplicateRefusal::NotAllowed);
    let (As::Brand(me) | As::Asker(me) | As::Trusted(me) | As::Nobody(Some(me))) = who else { return Err(not_allowed()) };
    let Some((_, by)) = duplicates::mark_of(here, thread.n)? else {
        return if matches!(who, As::Nobody(_)) { Err(not_allowed()) } else { Ok(()) };
    };
    let brand = matches!(who, As::Brand(_));
    if by != *me && !brand {
        return Err(not_allowed());
    }
    here.run("DELETE FROM duplicate WHERE thread = ?", args![thread.n])?;
    here.run("DELETE FROM follow WHERE via = ?", args![thread.n])?;
    if brand && by != *me {
        here.run(
            "UPDATE act SET reverted = ? WHERE thread = ? AND what = 'duplicate' AND member = ? AND reverted IS NULL",
            args![here.now, thread.n, by.as_str()],
        )?;
    }
    audit::record(here, Deed::DuplicateUnmarked, me, thread.id.as_str())?;
    Ok(())
}
