//! A representative, on an official thread, or the operator advises against a reply. The reply stays as it is; the caution is
//! dated and signed, and withdrawing it leaves a line.

use chie_domain::api::set_caution::{Request, SetCautionRefusal};
use chie_domain::event::{Doer, Happening};
use chie_domain::id::{MemberId, ReplyId, TenancyId};
use chie_domain::policy::{Act, Viewer, can_act};

use crate::ask::{Outcome, Trouble};
use crate::audit::{self, Deed};
use crate::command::claim_threads::authorised;
use crate::command::post_reply;
use crate::company::Company;
use crate::here::{Here, refuse};
use crate::query::thread;
use crate::row::args;
use crate::sql::Sql;
use crate::{events, people};

/// Somebody who may warn.
pub(crate) struct Warning {
    pub(crate) viewer: Viewer,
    pub(crate) member: MemberId,
    /// None for the operator.
    pub(crate) tenancy: Option<TenancyId>,
    pub(crate) doer: Doer,
}

/// The caller's authority to warn: as a representative where they are one, else as the operator.
pub(crate) fn warner<S: Sql>(here: &Here<'_, S>, company: &Company) -> Result<Option<Warning>, Trouble> {
    let viewer = people::viewer(here, company)?;
    if matches!(viewer, Viewer::Operator) && can_act(&viewer, &Act::Warn) {
        let member = people::on_console(here)?;
        return Ok(Some(Warning { viewer, member, tenancy: None, doer: Doer::Operator }));
    }
    let authorised = authorised(here, company, &Act::Warn)?;
    Ok(authorised.map(|(viewer, member, tenancy)| Warning { viewer, member, tenancy: Some(tenancy), doer: Doer::Brand }))
}

/// Puts a caution on a reply, or withdraws the caller's own.
pub(crate) fn run<S: Sql>(here: &Here<'_, S>, id: &ReplyId, request: &Request) -> Result<Outcome, Trouble> {
    here.whole(|here| {
        let company = Company::load(here)?;
        let warning = warner(here, &company)?.ok_or_else(|| refuse(SetCautionRefusal::NotAllowed))?;
        let reply = post_reply::find(here, &warning.viewer, id)?.ok_or_else(|| refuse(SetCautionRefusal::NotFound))?;
        if !reply.thread.may_warn(here, &company, warning.doer)? {
            return Err(refuse(SetCautionRefusal::NotClaimed));
        }
        let standing = here.row(
            "SELECT n, reason FROM caution WHERE reply = ? AND member = ? AND withdrawn IS NULL",
            args![reply.n, warning.member.as_str()],
        )?;
        let said = standing.as_ref().map_or(Ok(None), |row| row.text(1).map(Some))?;
        if said != request.reason.as_ref().map(chie_domain::text::Reason::as_str) {
            if let Some(row) = &standing {
                here.run("UPDATE caution SET withdrawn = ? WHERE n = ?", args![here.now, row.whole(0)?])?;
            }
            let (what, deed) = if let Some(reason) = &request.reason {
                let tenancy = warning.tenancy.as_ref().map(TenancyId::as_str);
                here.run(
                    "INSERT INTO caution (reply, member, tenancy, reason, at) VALUES (?, ?, ?, ?, ?)",
                    args![reply.n, warning.member.as_str(), tenancy, reason.as_str(), here.now],
                )?;
                (Happening::Cautioned(id.clone()), Deed::Cautioned)
            } else {
                (Happening::CautionWithdrawn(id.clone()), Deed::CautionWithdrawn)
            };
            events::record(here, reply.thread.n, warning.doer, &what, Some(reply.n))?;
            audit::record(here, deed, &warning.member, id.as_str())?;
        }
        Ok(Outcome::Thread(thread::view_around(here, &company, &warning.viewer, &reply.thread.id, id)?))
    })
}
