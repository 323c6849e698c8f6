//! Somebody showed that they read mail at an address: a guest becomes a member and keeps everything, or turns out to be the
//! member they already are here. Either way all that the guest wrote moves to the member, and the guest's session ends: somebody
//! who planted it, or wrote it down on a shared computer, holds nothing afterwards. Saying it twice changes nothing.

use chie_domain::id::MemberId;

use crate::ask::{AccountId, Caller, Contact, Outcome, Trouble};
use crate::audit::{self, Deed};
use crate::company::Company;
use crate::here::{Here, not_allowed};
use crate::query::mine;
use crate::row::args;
use crate::sql::{Fault, Sql};
use crate::{credit, follow, house, marks, people, schema, sign_on, steward};

/// Joins.
pub(crate) fn run<S: Sql>(here: &Here<'_, S>, account: &AccountId, address: &str, contact: &Contact) -> Result<Outcome, Trouble> {
    here.whole(|here| {
        schema::migrate(here)?;
        // Whom the brand signed on stays who they are here: the address only says where mail reaches them.
        let member = match here.caller {
            Caller::Member(id) if sign_on::is_signed_on(here, id)? => id.clone(),
            _ => as_account(here, account)?,
        };
        reached_at(here, &member, address, contact)?;
        here.run(
            "UPDATE member SET reached = CASE WHEN account = ? THEN NULL ELSE ? END WHERE id = ?",
            args![account.0.as_str(), account.0.as_str(), member.as_str()],
        )?;
        marks::mark_employee(here, &member, marks::host_of(address))?;
        let view = mine::view(here, &member)?;
        Ok(Outcome::Joined(member, view))
    })
}

/// The member of an account; what the caller wrote as a guest is theirs from now on.
pub(crate) fn as_account<S: Sql>(here: &Here<'_, S>, account: &AccountId) -> Result<MemberId, Trouble> {
    let guest = match here.caller {
        Caller::Visitor => None,
        Caller::Member(id) => open_guest(here, id)?,
        Caller::Console(_) | Caller::Operator(_) => return Err(not_allowed("join on the brand's page, not from the console")),
    };
    let member = people::of_account_or_new(here, account)?;
    if let Some(guest) = guest {
        merge(here, &guest, &member)?;
    }
    Ok(member)
}

/// Somebody who acts on the console can be reached: a proof in doubt, or a question that waits, is told them.
pub(crate) fn reached_on_console<S: Sql>(here: &Here<'_, S>, address: &str, contact: &Contact) -> Result<Outcome, Trouble> {
    here.whole(|here| {
        schema::migrate(here)?;
        let member = people::on_console(here)?;
        reached_at(here, &member, address, contact)?;
        marks::mark_employee(here, &member, marks::host_of(address))?;
        Ok(Outcome::Done)
    })
}

fn reached_at<S: Sql>(here: &Here<'_, S>, member: &MemberId, address: &str, contact: &Contact) -> Result<(), Fault> {
    here.run(
        "UPDATE member SET address = ?, sealed = ?, lang = ? WHERE id = ?",
        args![address, contact.sealed.as_str(), contact.lang.as_str(), member.as_str()],
    )
}

/// The caller, if they are a guest still: a member of another account leaves what is theirs where it is.
fn open_guest<S: Sql>(here: &Here<'_, S>, id: &MemberId) -> Result<Option<MemberId>, Fault> {
    let row = here.row("SELECT account FROM member WHERE id = ? AND merged_into IS NULL", args![id.as_str()])?;
    let is_guest = row.map_or(Ok(false), |row| row.opt_text(0).map(|account| account.is_none()))?;
    Ok(is_guest.then(|| id.clone()))
}

/// Moves what a guest wrote and marked to the member. Nobody stars or shares their own.
fn merge<S: Sql>(here: &Here<'_, S>, guest: &MemberId, member: &MemberId) -> Result<(), Fault> {
    let (from, to) = (guest.as_str(), member.as_str());
    let touched = here.rows(
        "SELECT n FROM thread WHERE author = ? OR author = ? UNION SELECT thread FROM reply WHERE author = ? OR author = ? \
         UNION SELECT thread FROM me_too WHERE member = ? \
         UNION SELECT r.thread FROM star x JOIN reply r ON r.n = x.reply WHERE x.member = ?",
        args![from, to, from, to, from, from],
    )?;
    here.run("UPDATE thread SET author = ? WHERE author = ?", args![to, from])?;
    here.run("UPDATE reply SET author = ? WHERE author = ?", args![to, from])?;
    here.run("UPDATE photo SET member = ? WHERE member = ?", args![to, from])?;
    here.run("UPDATE OR IGNORE me_too SET member = ? WHERE member = ?", args![to, from])?;
    here.run("UPDATE OR IGNORE star SET member = ? WHERE member = ?", args![to, from])?;
    here.run("DELETE FROM me_too WHERE member = ?", args![from])?;
    here.run("DELETE FROM star WHERE member = ?", args![from])?;
    here.run("DELETE FROM me_too WHERE member = ? AND thread IN (SELECT n FROM thread WHERE author = ?)", args![to, to])?;
    here.run("DELETE FROM star WHERE member = ? AND reply IN (SELECT n FROM reply WHERE author = ?)", args![to, to])?;
    follow::merge(here, from, to)?;
    credit::merge(here, from, member)?;
    house::merge(here, from, to)?;
    // In a thread they go on by the colour that others know them by.
    here.run("UPDATE OR IGNORE handle SET member = ? WHERE member = ?", args![to, from])?;
    here.run("DELETE FROM handle WHERE member = ?", args![from])?;
    let name = "UPDATE member SET name = coalesce(name, (SELECT g.name FROM member g WHERE g.id = ?)) WHERE id = ?";
    here.run(name, args![from, to])?;
    here.run("UPDATE member SET merged_into = ?, name = NULL WHERE id = ?", args![to, from])?;
    let company = Company::load(here)?;
    for row in &touched {
        let n = row.whole(0)?;
        here.run("UPDATE thread SET me_too = (SELECT count(*) FROM me_too WHERE thread = ?) WHERE n = ?", args![n, n])?;
        here.run("UPDATE reply SET stars = (SELECT count(*) FROM star x WHERE x.reply = reply.n) WHERE thread = ?", args![n])?;
        steward::recount(here, &company, n)?;
        credit::recount_thread(here, n)?;
    }
    audit::record(here, Deed::Merged, member, from)
}
