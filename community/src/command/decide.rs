//! The operator decides what becomes of something. The flags up to now are settled by it, the author is told, and an open appeal is
//! answered: by another operator than the one who decided, where there is one, or by the same after a day.

use chie_domain::api::decide::{DecideRefusal, Request};
use chie_domain::flag::SECOND_LOOK;
use chie_domain::ground::Ground;
use chie_domain::id::{MemberId, PostId};
use chie_domain::matter::{Asked, Matter, Verdict, Waits};
use chie_domain::policy::{Act, Viewer, Visibility, can_act};
use chie_domain::text::Reason;
use chie_domain::tiding::Tiding;

use crate::ask::{Others, Outcome, Trouble};
use crate::audit::{self, Deed};
use crate::command::set_duplicate;
use crate::company::Company;
use crate::here::{Here, refuse};
use crate::house::subject::{self, Subject, What};
use crate::house::{down, flags, notice, waiting};
use crate::query::{matter, thread};
use crate::row::{Row, args};
use crate::sql::{Fault, Sql};
use crate::{due, people, schema};

/// Decides. `others` says whether this installation has another operator.
pub(crate) fn run<S: Sql>(here: &Here<'_, S>, request: &Request, others: Others) -> Result<Outcome, Trouble> {
    here.whole(|here| {
        schema::migrate(here)?;
        let company = Company::load(here)?;
        let viewer = people::viewer(here, &company)?;
        if !can_act(&viewer, &Act::Decide) {
            return Err(refuse(DecideRefusal::NotAllowed));
        }
        let operator = people::on_console(here)?;
        carry_out(here, &company, &viewer, &operator, request, others)?;
        let view = matter::view(here, &company, &request.about)?.ok_or_else(|| refuse(DecideRefusal::NotFound))?;
        Ok(Outcome::Matter(Box::new(view)))
    })
}

/// Carries a decision out, for an operator who may.
pub(crate) fn carry_out<S: Sql>(
    here: &Here<'_, S>,
    company: &Company,
    viewer: &Viewer,
    operator: &MemberId,
    request: &Request,
    others: Others,
) -> Result<(), Trouble> {
    let subject = subject::find(here, &request.about)?.ok_or_else(|| refuse(DecideRefusal::NotFound))?;
    if !fits(&subject, request.verdict) {
        return Err(refuse(DecideRefusal::NotFitting));
    }
    let ground = request.ground.filter(|_| request.verdict.needs_ground());
    if request.verdict.needs_ground() && ground.is_none() {
        return Err(refuse(DecideRefusal::GroundMissing));
    }
    let last = last(here, &request.about)?;
    let appeal = open_appeal(here, &request.about)?;
    if let (Some(_), Some(before)) = (appeal.as_ref().filter(|it| it.decision > 0), &last) {
        may_answer(here, operator, before, others)?;
    }
    let beyond = request.of.as_ref().map(ToString::to_string).or_else(|| request.product.as_ref().map(ToString::to_string));
    let waits = waiting::of(here, &request.about)?;
    let repeated = last.as_ref().is_some_and(|last| {
        last.by == *operator && last.verdict == request.verdict && last.ground == ground && last.beyond == beyond
    });
    if repeated && waits.is_none() {
        return Ok(());
    }
    apply(here, company, viewer, operator, &subject, request, ground)?;
    let asked = asked(here, &request.about, waits, last.as_ref())?;
    let (_, upto) = flags::since_decision(here, &request.about)?;
    here.run(
        "INSERT INTO decision (about, verdict, ground, asked, by, upto, appeal, beyond, words, at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        args![
            request.about.as_str(),
            request.verdict.code(),
            ground.map(Ground::code),
            asked.code(),
            operator.as_str(),
            upto,
            appeal.as_ref().map(|it| it.n),
            beyond,
            request.words.as_ref().map(Reason::as_str),
            here.now,
        ],
    )?;
    if let Some(ground) = ground {
        here.run("UPDATE matter SET ground = ? WHERE about = ?", args![ground.code(), request.about.as_str()])?;
    }
    waiting::settle(here, &request.about, matches!(request.verdict, Verdict::Hidden | Verdict::AuthorHeld))?;
    tell(here, &subject, request, ground, appeal.is_some())?;
    audit::record(here, deed(request.verdict), operator, request.about.as_str())?;
    Ok(())
}

/// What was decided last.
pub(crate) struct Last {
    pub(crate) n: u64,
    pub(crate) verdict: Verdict,
    pub(crate) ground: Option<Ground>,
    pub(crate) asked: Asked,
    pub(crate) by: MemberId,
    pub(crate) beyond: Option<String>,
    pub(crate) words: Option<String>,
    pub(crate) at: chie_domain::time::Timestamp,
}

/// The latest decision about something.
pub(crate) fn last<S: Sql>(here: &Here<'_, S>, about: &Matter) -> Result<Option<Last>, Fault> {
    let sql = "SELECT n, verdict, ground, asked, by, beyond, words, at FROM decision WHERE about = ? ORDER BY n DESC LIMIT 1";
    let read = |row: Row| {
        Ok(Last {
            n: row.whole(0)?,
            verdict: row.code(1, Verdict::from_code)?,
            ground: row.opt_text(2)?.and_then(Ground::from_code),
            asked: row.code(3, Asked::from_code)?,
            by: row.parse(4)?,
            beyond: row.opt_text(5)?.map(str::to_owned),
            words: row.opt_text(6)?.map(str::to_owned),
            at: row.time(7)?,
        })
    };
    here.row(sql, args![about.as_str()])?.map(read).transpose()
}

/// An appeal that nobody has decided about.
pub(crate) struct Open {
    pub(crate) n: u64,
    /// Against which decision; against a hold that nobody had decided, nothing.
    pub(crate) decision: u64,
}

/// The appeal that waits.
pub(crate) fn open_appeal<S: Sql>(here: &Here<'_, S>, about: &Matter) -> Result<Option<Open>, Fault> {
    let row = here.row(
        "SELECT a.n, a.decision FROM appeal a WHERE a.about = ? AND NOT EXISTS (SELECT 1 FROM decision d WHERE d.appeal = a.n) \
         ORDER BY a.n DESC LIMIT 1",
        args![about.as_str()],
    )?;
    row.map(|row| Ok(Open { n: row.whole(0)?, decision: row.whole(1)? })).transpose()
}

fn may_answer<S: Sql>(here: &Here<'_, S>, operator: &MemberId, before: &Last, others: Others) -> Result<(), Trouble> {
    if before.by != *operator {
        return Ok(());
    }
    match others {
        Others::Some => Err(refuse(DecideRefusal::AnotherOperator)),
        Others::None if here.now < before.at.after(SECOND_LOOK) => Err(refuse(DecideRefusal::AfterADay)),
        Others::None => Ok(()),
    }
}

fn fits(subject: &Subject, verdict: Verdict) -> bool {
    let opening = matches!(subject.about, Matter::Post(PostId::Opening(_)));
    match verdict {
        Verdict::Kept => true,
        Verdict::Hidden | Verdict::Removed => matches!(subject.what, What::Post(_) | What::Photo(..) | What::Name(..)),
        Verdict::AuthorHeld => subject.author.is_some(),
        Verdict::Merged | Verdict::Moved => opening,
        Verdict::TakenDown => subject.about == Matter::Community,
    }
}

fn apply<S: Sql>(
    here: &Here<'_, S>,
    company: &Company,
    viewer: &Viewer,
    operator: &MemberId,
    subject: &Subject,
    request: &Request,
    ground: Option<Ground>,
) -> Result<(), Trouble> {
    let author = subject.author.as_ref().map(MemberId::as_str);
    match (request.verdict, ground) {
        (Verdict::Kept, _) if subject.about == Matter::Community => down::set(here, None)?,
        (Verdict::Kept, _) => {
            subject::restore(here, company, subject)?;
            // Whoever was held because of this is not any more.
            let held_here = last(here, &subject.about)?.is_some_and(|last| last.verdict == Verdict::AuthorHeld);
            if held_here || matches!(subject.about, Matter::Name(_)) {
                here.run("DELETE FROM author_hold WHERE member = ?", args![author])?;
            }
        }
        (Verdict::Hidden, Some(ground)) => subject::hide(here, company, subject, ground)?,
        (Verdict::Removed, Some(ground)) => subject::remove(here, company, subject, ground)?,
        (Verdict::AuthorHeld, Some(ground)) => {
            subject::hide(here, company, subject, ground)?;
            here.run(
                "INSERT INTO author_hold (member, ground, at) VALUES (?, ?, ?) ON CONFLICT (member) DO UPDATE SET ground = excluded.ground",
                args![author, ground.code(), here.now],
            )?;
        }
        (Verdict::TakenDown, Some(_)) => down::set(here, ground)?,
        (Verdict::Merged, _) => {
            let (of, post) = request.of.as_ref().zip(subject.post()).ok_or_else(|| refuse(DecideRefusal::UnknownMaster))?;
            let thread = thread::open_to(here, viewer, &post.thread_id)?.ok_or_else(|| refuse(DecideRefusal::NotFound))?;
            set_duplicate::mark_as_operator(here, viewer, &thread, of, operator).map_err(|trouble| {
                if matches!(trouble, Trouble::Refused(_)) { refuse(DecideRefusal::UnknownMaster) } else { trouble }
            })?;
        }
        (Verdict::Moved, _) => {
            let (to, post) = request.product.as_ref().zip(subject.post()).ok_or_else(|| refuse(DecideRefusal::UnknownProduct))?;
            if here.row("SELECT 1 FROM product WHERE key = ?", args![to.as_str()])?.is_none() {
                return Err(refuse(DecideRefusal::UnknownProduct));
            }
            subject::move_to(here, company, post, to)?;
        }
        (Verdict::Hidden | Verdict::Removed | Verdict::AuthorHeld | Verdict::TakenDown, None) => {
            return Err(refuse(DecideRefusal::GroundMissing));
        }
    }
    due::arm(here)?;
    Ok(())
}

/// Who asked for what is decided now: whoever flagged it first since the last decision.
pub(crate) fn asked<S: Sql>(here: &Here<'_, S>, about: &Matter, waits: Option<Waits>, last: Option<&Last>) -> Result<Asked, Fault> {
    let row = here.row(
        "SELECT asked FROM flag WHERE about = ? AND n > coalesce((SELECT max(upto) FROM decision WHERE about = ?), 0) ORDER BY n LIMIT 1",
        args![about.as_str(), about.as_str()],
    )?;
    if let Some(row) = row {
        return row.code(0, Asked::from_code);
    }
    Ok(match (last, waits) {
        (Some(last), _) => last.asked,
        (None, Some(_)) => Asked::Chie,
        (None, None) => Asked::Operator,
    })
}

fn tell<S: Sql>(
    here: &Here<'_, S>,
    subject: &Subject,
    request: &Request,
    ground: Option<Ground>,
    on_appeal: bool,
) -> Result<(), Fault> {
    let Some(author) = &subject.author else { return Ok(()) };
    let what = match request.verdict {
        Verdict::Kept if subject.visibility == Visibility::Public => return Ok(()),
        Verdict::Kept => Tiding::Restored,
        Verdict::Hidden | Verdict::Removed if on_appeal => Tiding::AppealOver,
        Verdict::Hidden => Tiding::Hidden,
        Verdict::Removed => Tiding::PostRemoved,
        Verdict::AuthorHeld => Tiding::AuthorHeld,
        // Followers hear that it goes on elsewhere, its author among them; the others change nothing for anybody's words.
        Verdict::Merged | Verdict::Moved | Verdict::TakenDown => return Ok(()),
    };
    let words = request.words.as_ref().map(Reason::as_str);
    let mark = format!("{}:{}", request.about, here.now.millis());
    notice::tell(here, author, what, ground, words, subject.thread(), &mark)
}

const fn deed(verdict: Verdict) -> Deed {
    match verdict {
        Verdict::Kept => Deed::Kept,
        Verdict::Hidden => Deed::Hidden,
        Verdict::Removed => Deed::Removed,
        Verdict::AuthorHeld => Deed::AuthorHeld,
        Verdict::Merged => Deed::MergedByOperator,
        Verdict::Moved => Deed::MovedByOperator,
        Verdict::TakenDown => Deed::TakenDown,
    }
}
