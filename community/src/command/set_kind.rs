//! Of which kind a thread is: said by whoever asked, by somebody known in the product, or by the brand and the operator on their
//! host. A line tells of it and followers hear it. A status in the words of the former kind falls away with it, so that nobody
//! but those who may set one changes the kind of a thread that has one.

use chie_domain::api::set_kind::{Request, SetKindRefusal};
use chie_domain::claim::Stewardship;
use chie_domain::event::{Doer, Happening};
use chie_domain::follow::News;
use chie_domain::id::{MemberId, ThreadId};
use chie_domain::level::Power;
use chie_domain::policy::{Act, Viewer, can_act};
use chie_domain::thread::Kind;

use crate::ask::{Caller, Outcome, Trouble};
use crate::command::claim_threads::authorised;
use crate::company::Company;
use crate::here::{Here, refuse};
use crate::query::thread::{self, Thread};
use crate::row::args;
use crate::search::index;
use crate::sql::{Fault, Sql};
use crate::{credit, events, follow, outbox, people, steward};

/// The power's name among what members did with one.
const ACT: &str = "kind";

/// Sets the kind.
pub(crate) fn run<S: Sql>(here: &Here<'_, S>, id: &ThreadId, request: Request) -> Result<Outcome, Trouble> {
    if !Kind::OPEN_TO_ALL.contains(&request.kind) {
        return Err(refuse(SetKindRefusal::KindReserved));
    }
    here.whole(|here| {
        let company = Company::load(here)?;
        let brand = match here.caller {
            Caller::Console(_) => {
                let authorised = authorised(here, &company, &Act::SetStatus)?;
                Some(authorised.ok_or_else(|| refuse(SetKindRefusal::NotTheAsker))?)
            }
            Caller::Visitor | Caller::Member(_) | Caller::Operator(_) => None,
        };
        let viewer = match &brand {
            Some((viewer, ..)) => viewer.clone(),
            None => people::viewer(here, &company)?,
        };
        let thread = thread::open_to(here, &viewer, id)?.ok_or_else(|| refuse(SetKindRefusal::UnknownThread))?;
        let (doer, me) = capacity(here, &company, &viewer, brand.map(|(_, member, _)| member), &thread)?;
        if thread.kind == Kind::Update {
            return Err(refuse(SetKindRefusal::NotTheAsker));
        }
        if thread.kind != request.kind {
            change(here, &company, &thread, request.kind, doer, me.as_ref())?;
        }
        Ok(Outcome::Thread(thread::view(here, &company, &viewer, id, None)?))
    })
}

/// In which capacity somebody says it.
fn capacity<S: Sql>(
    here: &Here<'_, S>,
    company: &Company,
    viewer: &Viewer,
    brand: Option<MemberId>,
    thread: &Thread,
) -> Result<(Doer, Option<MemberId>), Trouble> {
    if let Some(member) = brand {
        let claims = company.claims_of(here, [&thread.id])?;
        if thread.steward(company, &claims) == Stewardship::FanMade {
            return Err(refuse(SetKindRefusal::NotClaimed));
        }
        return Ok((Doer::Brand, Some(member)));
    }
    if can_act(viewer, &Act::Describe { asker: &thread.author }) {
        return Ok((Doer::Asker, Some(thread.author.clone())));
    }
    match viewer {
        Viewer::Operator => Ok((Doer::Operator, None)),
        Viewer::Member(me) if thread.said.is_none() && credit::level(here, me, &thread.product)?.may(Power::ChangeKind) => {
            Ok((Doer::Helper, Some(me.clone())))
        }
        Viewer::Member(_) | Viewer::Visitor | Viewer::Representative(_) => Err(refuse(SetKindRefusal::NotTheAsker)),
    }
}

fn change<S: Sql>(
    here: &Here<'_, S>,
    company: &Company,
    thread: &Thread,
    kind: Kind,
    doer: Doer,
    me: Option<&MemberId>,
) -> Result<(), Fault> {
    here.run(
        "UPDATE thread SET kind = ?, said = NULL, said_phase = NULL, reason = NULL, said_by = NULL, said_at = NULL, \
         said_tenancy = NULL, said_version = NULL, not_solved = NULL WHERE n = ?",
        args![kind.code(), thread.n],
    )?;
    let (id, now) = (me.map(MemberId::as_str), here.now);
    // Whoever may say it better took back what somebody known had said.
    if doer != Doer::Helper {
        here.run(
            "UPDATE act SET reverted = ? WHERE thread = ? AND what = ? AND member IS NOT ? AND reverted IS NULL",
            args![now, thread.n, ACT, id],
        )?;
    } else if let Some(id) = id {
        here.run("INSERT INTO act (member, thread, what, at) VALUES (?, ?, ?, ?)", args![id, thread.n, ACT, now])?;
    }
    events::record(here, thread.n, doer, &Happening::KindChanged(thread.kind, kind), None)?;
    steward::settle_thread(here, company, thread.n)?;
    index::renew(here, thread.n)?;
    let without: Vec<&MemberId> = me.into_iter().collect();
    follow::tell(here, thread.n, News::Changed, &without, &format!("{}:{}", thread.n, now.millis()))?;
    outbox::tell_directory(here)
}
