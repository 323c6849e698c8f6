//! The statement of reasons for the author of something that was hidden or removed.

use chie_domain::api::get_statement::{Appeal, GetStatementRefusal, Response};
use chie_domain::flag::APPEALS;
use chie_domain::ground::RULES_VERSION;
use chie_domain::id::MemberId;
use chie_domain::matter::{Matter, Verdict};
use chie_domain::policy::Visibility;

use crate::ask::{Caller, Trouble};
use crate::command::decide;
use crate::here::{Here, refuse};
use crate::house::{subject, waiting};
use crate::row::args;
use crate::sql::{Fault, Sql};

/// What is asked for by its author.
pub(crate) fn view<S: Sql>(here: &Here<'_, S>, about: &Matter) -> Result<Response, Trouble> {
    let Caller::Member(me) = here.caller else { return Err(refuse(GetStatementRefusal::NotFound)) };
    let found = of(here, me, about)?;
    found.map(|(stated, ..)| stated).ok_or_else(|| refuse(GetStatementRefusal::NotFound))
}

/// The statement, the decision that it is about (nothing for a hold that nobody decided yet), and who sees the thing now.
pub(crate) fn of<S: Sql>(here: &Here<'_, S>, me: &MemberId, about: &Matter) -> Result<Option<(Response, u64, Visibility)>, Fault> {
    let Some(subject) = subject::find(here, about)?.filter(|it| it.author.as_ref() == Some(me)) else { return Ok(None) };
    let (Visibility::Held { ground, .. } | Visibility::Removed { ground, .. }) = subject.visibility.clone() else {
        return Ok(None);
    };
    let last = decide::last(here, about)?;
    let asked = decide::asked(here, about, waiting::of(here, about)?, last.as_ref())?;
    let decided = last.filter(|last| last.verdict.upholds());
    let since = here.row("SELECT since FROM matter WHERE about = ?", args![about.as_str()])?;
    let since = since.map_or(Ok(here.now), |row| row.time(0))?;
    let (against, at) = decided.as_ref().map_or((0, since), |last| (last.n, last.at));
    let row = here.row(
        "SELECT a.at, coalesce(a.words, ''), d.at, d.verdict FROM appeal a LEFT JOIN decision d ON d.appeal = a.n \
         WHERE a.about = ? AND a.decision = ?",
        args![about.as_str(), against],
    )?;
    let read = |row: crate::row::Row| {
        let decided = match row.opt_time(2)? {
            Some(at) => Some((at, row.code(3, Verdict::from_code)?)),
            None => None,
        };
        Ok::<_, Fault>(Appeal { at: row.time(0)?, words: row.text(1)?.to_owned(), decided })
    };
    let appeal = row.map(read).transpose()?;
    let end = at.after(APPEALS);
    let until = (appeal.is_none() && here.now < end).then_some(end);
    let stated = Response {
        about: about.clone(),
        ground,
        rules: if subject.rules == 0 { RULES_VERSION } else { subject.rules },
        at,
        asked,
        verdict: decided.as_ref().map(|last| last.verdict),
        words: decided.and_then(|last| last.words),
        appeal,
        until,
    };
    Ok(Some((stated, against, subject.visibility)))
}
