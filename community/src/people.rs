//! Members of this community: who the caller is among them, and how guests come to be. A guest is made by the first write of
//! a visitor, never before.

use chie_domain::api::error::ApiError;
use chie_domain::id::MemberId;
use chie_domain::policy::{Representative, Viewer};
use chie_domain::text::DisplayName;

use crate::ask::{AccountId, Caller, Trouble};
use crate::company::Company;
use crate::here::{Here, not_allowed};
use crate::row::args;
use crate::sql::{Fault, Sql};
use crate::{gate, seats};

/// Somebody who takes part.
#[derive(Debug, Clone)]
pub(crate) struct Person {
    /// Who.
    pub(crate) id: MemberId,
    /// The same, if the person came to be just now.
    pub(crate) guest: Option<MemberId>,
}

/// The caller as somebody who takes part; a visitor becomes a guest.
pub(crate) fn taking_part<S: Sql>(here: &Here<'_, S>) -> Result<Person, Trouble> {
    match here.caller {
        Caller::Visitor => {
            let id = MemberId::mint(here.now, here.mint.ten());
            gate::count_guest(here, &id)?;
            here.run("INSERT INTO member (id, at) VALUES (?, ?)", args![id.as_str(), here.now])?;
            Ok(Person { id: id.clone(), guest: Some(id) })
        }
        Caller::Member(id) if is_here(here, id)? => Ok(Person { id: id.clone(), guest: None }),
        Caller::Member(_) => {
            Err(Trouble::Refused(ApiError::new("token_invalid", "this session is not of this community any more")))
        }
        Caller::Console(_) | Caller::Operator(_) => Err(not_allowed("take part on the brand's page, not from the console")),
    }
}

/// Whether a member is here and has not turned out to be another one.
pub(crate) fn is_here<S: Sql>(here: &Here<'_, S>, id: &MemberId) -> Result<bool, Fault> {
    Ok(here.row("SELECT 1 FROM member WHERE id = ? AND merged_into IS NULL AND erased IS NULL", args![id.as_str()])?.is_some())
}

/// The member of an account.
pub(crate) fn of_account<S: Sql>(here: &Here<'_, S>, account: &AccountId) -> Result<Option<MemberId>, Fault> {
    here.row("SELECT id FROM member WHERE account = ?", args![account.0.as_str()])?.map(|row| row.parse(0)).transpose()
}

/// The caller's account as a member who acts on the console; made when they first act.
pub(crate) fn on_console<S: Sql>(here: &Here<'_, S>) -> Result<MemberId, Trouble> {
    let (Caller::Console(account) | Caller::Operator(account)) = here.caller else {
        return Err(not_allowed("sign in on the console"));
    };
    Ok(of_account_or_new(here, account)?)
}

/// The member of an account, made where there is none.
pub(crate) fn of_account_or_new<S: Sql>(here: &Here<'_, S>, account: &AccountId) -> Result<MemberId, Fault> {
    if let Some(id) = of_account(here, account)? {
        return Ok(id);
    }
    let id = MemberId::mint(here.now, here.mint.ten());
    here.run("INSERT INTO member (id, account, at) VALUES (?, ?, ?)", args![id.as_str(), account.0.as_str(), here.now])?;
    Ok(id)
}

/// Who is looking.
pub(crate) fn viewer<S: Sql>(here: &Here<'_, S>, company: &Company) -> Result<Viewer, Fault> {
    Ok(match here.caller {
        Caller::Member(id) if is_here(here, id)? => Viewer::Member(id.clone()),
        Caller::Visitor | Caller::Member(_) => Viewer::Visitor,
        Caller::Console(_) => acting(here, company)?.map_or(Viewer::Visitor, Viewer::Representative),
        Caller::Operator(_) => Viewer::Operator,
    })
}

/// The member of the caller's account, if they are known here.
pub(crate) fn caller_account<S: Sql>(here: &Here<'_, S>) -> Result<Option<MemberId>, Fault> {
    match here.caller {
        Caller::Console(account) | Caller::Operator(account) => of_account(here, account),
        Caller::Visitor | Caller::Member(_) => Ok(None),
    }
}

/// The authority of a caller on the console, if they have any now.
pub(crate) fn acting<S: Sql>(here: &Here<'_, S>, company: &Company) -> Result<Option<Representative>, Fault> {
    let (Caller::Console(account) | Caller::Operator(account)) = here.caller else { return Ok(None) };
    let Some(member) = of_account(here, account)? else { return Ok(None) };
    seats::authority(here, company, member)
}

/// Whether this would be the first post of somebody without an account.
pub(crate) fn is_new_guest<S: Sql>(here: &Here<'_, S>, id: &MemberId) -> Result<bool, Fault> {
    let row = here.row(
        "SELECT 1 FROM member m WHERE m.id = ? AND m.account IS NULL AND NOT EXISTS (SELECT 1 FROM thread WHERE author = m.id) \
         AND NOT EXISTS (SELECT 1 FROM reply WHERE author = m.id)",
        args![id.as_str()],
    )?;
    Ok(row.is_some())
}

/// Whether somebody has no account.
pub(crate) fn is_guest<S: Sql>(here: &Here<'_, S>, id: &MemberId) -> Result<bool, Fault> {
    Ok(here.row("SELECT 1 FROM member WHERE id = ? AND account IS NULL", args![id.as_str()])?.is_some())
}

/// Keeps the name that a member chose.
pub(crate) fn name<S: Sql>(here: &Here<'_, S>, id: &MemberId, name: Option<&DisplayName>) -> Result<(), Fault> {
    match name {
        Some(name) => here.run("UPDATE member SET name = ? WHERE id = ?", args![name.as_str(), id.as_str()]),
        None => Ok(()),
    }
}
