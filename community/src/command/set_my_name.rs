//! A member says what they want to be called, and where they are signed in no longer.

use chie_domain::api::end_my_sessions::EndMySessionsRefusal;
use chie_domain::api::set_my_name::{Request, SetMyNameRefusal};
use chie_domain::id::MemberId;
use chie_domain::name::Likeness;
use chie_domain::time::{Span, Timestamp};

use crate::ask::{Caller, Outcome, Trouble};
use crate::audit::{self, Deed};
use crate::company::Company;
use crate::here::{Here, refuse};
use crate::query::mine;
use crate::row::args;
use crate::sql::{Fault, Sql};
use crate::{people, posts};

/// How many changes of name fit into a day.
const CHANGES: usize = 3;

/// Renames the caller.
pub(crate) fn run<S: Sql>(here: &Here<'_, S>, request: &Request) -> Result<Outcome, Trouble> {
    here.whole(|here| {
        let me = me(here)?.ok_or_else(|| refuse(SetMyNameRefusal::Nobody))?;
        if people::is_guest(here, &me)? {
            return Err(refuse(SetMyNameRefusal::Guest));
        }
        let row = here.row("SELECT name, renamed FROM member WHERE id = ?", args![me.as_str()])?;
        let (before, renamed) = match &row {
            Some(row) => (row.opt_text(0)?, row.opt_text(1)?.unwrap_or_default()),
            None => (None, ""),
        };
        if before == Some(request.name.as_str()) {
            return Ok(Outcome::Mine(mine::view(here, &me)?));
        }
        if !matches!(posts::name_of(here, &Company::load(here)?, Some(&request.name))?, Ok(Likeness::Nobodys)) {
            return Err(refuse(SetMyNameRefusal::NameReserved));
        }
        let day = here.now.millis().saturating_sub(Span::days(1).millis());
        let mut lately: Vec<u64> = renamed.split(' ').filter_map(|at| at.parse().ok()).filter(|at| *at > day).collect();
        if lately.len() >= CHANGES {
            return Err(refuse(SetMyNameRefusal::TooMany));
        }
        lately.push(here.now.millis());
        let lately = lately.iter().map(u64::to_string).collect::<Vec<_>>().join(" ");
        let sql = "UPDATE member SET name = ?, renamed = ? WHERE id = ?";
        here.run(sql, args![request.name.as_str(), lately, me.as_str()])?;
        audit::record(here, Deed::Renamed, &me, me.as_str())?;
        Ok(Outcome::Mine(mine::view(here, &me)?))
    })
}

/// Ends every session of the caller's.
pub(crate) fn sign_out<S: Sql>(here: &Here<'_, S>) -> Result<Outcome, Trouble> {
    here.whole(|here| {
        let me = me(here)?.ok_or_else(|| refuse(EndMySessionsRefusal::Nobody))?;
        if people::is_guest(here, &me)? {
            return Err(refuse(EndMySessionsRefusal::Guest));
        }
        here.run("UPDATE member SET sessions_from = ? WHERE id = ?", args![here.now, me.as_str()])?;
        audit::record(here, Deed::SignedOut, &me, me.as_str())?;
        Ok(Outcome::Done)
    })
}

fn me<S: Sql>(here: &Here<'_, S>) -> Result<Option<MemberId>, Fault> {
    match here.caller {
        Caller::Member(id) if people::is_here(here, id)? => Ok(Some(id.clone())),
        Caller::Visitor | Caller::Member(_) | Caller::Console(_) | Caller::Operator(_) => Ok(None),
    }
}

/// Whether a session that was given out then counts still.
pub(crate) fn holds<S: Sql>(here: &Here<'_, S>, member: &MemberId, given: Timestamp) -> Result<bool, Fault> {
    let row = here.row("SELECT sessions_from FROM member WHERE id = ?", args![member.as_str()])?;
    let from = row.map_or(Ok(None), |row| row.opt_time(0))?;
    Ok(from.is_none_or(|from| given > from))
}
