//! What a brand may not do: change, remove, decide about or accept what others wrote. The refusal changes nothing, and so the try is
//! written down after it, in a transaction of its own.

use chie_domain::api::error::ApiError;
use chie_domain::id::MemberId;

use crate::ask::{Ask, Caller};
use crate::audit::{self, Deed};
use crate::company::Company;
use crate::here::Here;
use crate::row::args;
use crate::sql::{Fault, Sql};
use crate::{people, schema};

/// What somebody tried, if it is one of these.
fn object(ask: &Ask) -> Option<&str> {
    match ask {
        Ask::Remove(request, _) => Some(request.reply.as_ref().map_or(request.thread.as_str(), |reply| reply.as_str())),
        Ask::Decide(request, _) => Some(request.about.as_str()),
        Ask::EditPost(id, _) | Ask::DeletePost(id) => Some(id.as_str()),
        Ask::SetAccepted(id, _) => Some(id.as_str()),
        _ => None,
    }
}

/// Writes the try down, where whoever tried sits for the brand. Says whether it did.
pub(crate) fn note<S: Sql>(here: &Here<'_, S>, ask: &Ask, refusal: &ApiError) -> Result<bool, Fault> {
    let Some(object) = object(ask).filter(|_| refusal.status() == 403) else { return Ok(false) };
    if !schema::is_there(here)? {
        return Ok(false);
    }
    let who: Option<MemberId> = match here.caller {
        Caller::Console(account) => people::of_account(here, account)?,
        Caller::Member(me) => Some(me.clone()),
        Caller::Visitor | Caller::Operator(_) => None,
    };
    let company = Company::load(here)?;
    let (Some(who), Some(tenancy)) = (who, company.held()) else { return Ok(false) };
    let seat = "SELECT 1 FROM seat WHERE tenancy = ? AND member = ?";
    if here.row(seat, args![tenancy.as_str(), who.as_str()])?.is_none() {
        return Ok(false);
    }
    audit::record(here, Deed::TriedToSilence, &who, object)?;
    Ok(true)
}
