//! Who acts for the brand: inviting, roles, leaving, objecting to somebody who is about to join, the recovery code, and coming back
//! to a place that had ended. Hard cases take a fresh DNS proof and 72 hours' notice, or two owners.

use chie_domain::api::get_people::{GetPeopleRefusal, SeatStanding};
use chie_domain::api::invite_person::InvitePersonRefusal;
use chie_domain::api::join_former::{JoinFormerRefusal, Way};
use chie_domain::api::make_recovery_code::MakeRecoveryCodeRefusal;
use chie_domain::api::remove_person::RemovePersonRefusal;
use chie_domain::api::set_champion::SetChampionRefusal;
use chie_domain::api::set_objection::SetObjectionRefusal;
use chie_domain::api::set_role::SetRoleRefusal;
use chie_domain::id::{MemberId, TenancyId};
use chie_domain::policy::{Act, Role};
use chie_domain::tenancy::JOIN_NOTICE;
use chie_domain::tiding::Tiding;
use chie_domain::time::{Span, Timestamp};

use crate::ask::{Outcome, PeopleAsk, Trouble};
use crate::audit::{self, Deed};
use crate::command::claim_threads::authorised;
use crate::command::recheck_proof::after_change;
use crate::company::Company;
use crate::here::{Here, refuse};
use crate::query::people as view;
use crate::row::args;
use crate::sql::{Fault, Sql};
use crate::tidings::{self, News};
use crate::{introductions, life, marks, people, recovery, seats};

/// How many people fit.
const MOST: u32 = 200;
/// How fresh a proof must be for a hard case.
const FRESH: Span = Span::days(1);

/// Does it.
pub(crate) fn run<S: Sql>(here: &Here<'_, S>, ask: &PeopleAsk) -> Result<Outcome, Trouble> {
    here.whole(|here| {
        let company = Company::load(here)?;
        let done = match ask {
            PeopleAsk::Invite { .. } => invite(here, &company, ask)?,
            PeopleAsk::SetRole(member, role) => set_role(here, &company, member, *role)?,
            PeopleAsk::Remove(member) => remove(here, &company, member)?,
            PeopleAsk::Object(member, on) => object(here, &company, member, *on)?,
            PeopleAsk::Champion(member, on) => champion(here, &company, member, *on)?,
            PeopleAsk::MakeRecoveryCode => make_code(here, &company)?,
            PeopleAsk::JoinFormer(code) => join_former(here, &company, code.as_deref())?,
        };
        after_change(here)?;
        match done {
            Done::Everybody => Ok(Outcome::People(view::view(here, &Company::load(here)?)?)),
            Done::Removal(standing) => Ok(Outcome::Removal(standing)),
            Done::Code(code) => Ok(Outcome::RecoveryCode(code)),
            Done::Nothing => Ok(Outcome::Done),
        }
    })
}

/// What is answered.
enum Done {
    Everybody,
    Removal(Option<SeatStanding>),
    Code(String),
    Nothing,
}

fn owner<S: Sql>(here: &Here<'_, S>, company: &Company) -> Result<Option<(MemberId, TenancyId)>, Fault> {
    Ok(authorised(here, company, &Act::ManagePeople)?.map(|(_, member, tenancy)| (member, tenancy)))
}

fn invite<S: Sql>(here: &Here<'_, S>, company: &Company, ask: &PeopleAsk) -> Result<Done, Trouble> {
    let PeopleAsk::Invite { account, address, contact, role } = ask else { return Ok(Done::Nothing) };
    let (me, tenancy) = owner(here, company)?.ok_or_else(|| refuse(InvitePersonRefusal::NotAllowed))?;
    if *role == Role::Owner {
        return Err(refuse(InvitePersonRefusal::OwnerProves));
    }
    let count = here.row("SELECT count(*) FROM seat WHERE tenancy = ?", args![tenancy.as_str()])?;
    if count.map_or(Ok(0), |row| row.count(0))? >= MOST {
        return Err(refuse(InvitePersonRefusal::TooMany));
    }
    let member = people::of_account_or_new(here, account)?;
    // Somebody who showed this address before keeps what they said about mail.
    here.run(
        "UPDATE member SET address = coalesce(address, ?), sealed = coalesce(sealed, ?), lang = coalesce(lang, ?) WHERE id = ?",
        args![address.as_str(), contact.sealed.as_str(), contact.lang.as_str(), member.as_str()],
    )?;
    let made = here.rows(
        "INSERT INTO seat (member, tenancy, role, since, told, invited) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING role",
        args![member.as_str(), tenancy.as_str(), role.code(), here.now, here.now, here.now],
    )?;
    if !made.is_empty() {
        audit::record(here, Deed::Invited, &me, member.as_str())?;
        let news = News { role: Some(*role), ..News::about(Tiding::Invited, &member) };
        tidings::tell_all(here, &tenancy, &news, &format!("{member}:{}", here.now.millis()))?;
    }
    Ok(Done::Everybody)
}

fn set_role<S: Sql>(here: &Here<'_, S>, company: &Company, member: &MemberId, role: Role) -> Result<Done, Trouble> {
    let (me, tenancy) = owner(here, company)?.ok_or_else(|| refuse(SetRoleRefusal::NotAllowed))?;
    let (was, _) = acts(here, &tenancy, member)?.ok_or_else(|| refuse(SetRoleRefusal::NotFound))?;
    if was == role {
        return Ok(Done::Everybody);
    }
    if was == Role::Owner {
        return Err(refuse(SetRoleRefusal::IsOwner));
    }
    if role == Role::Owner && !is_fresh(here, &tenancy, &me)? {
        return Err(refuse(SetRoleRefusal::FreshProofNeeded));
    }
    // Whoever is made an owner begins to be one after the notice, like everybody who becomes one later.
    let since = if role == Role::Owner { here.now.after(JOIN_NOTICE) } else { here.now };
    let told = (role != Role::Owner).then_some(here.now);
    here.run(
        "UPDATE seat SET role = ?, since = ?, told = ? WHERE tenancy = ? AND member = ?",
        args![role.code(), since, told, tenancy.as_str(), member.as_str()],
    )?;
    // Whoever answers no more shows no face any longer.
    introductions::sweep(here)?;
    audit::record(here, Deed::RoleSet, &me, member.as_str())?;
    let news = News { role: Some(role), ..News::about(Tiding::RoleChanged, member).at(since) };
    tidings::tell_all(here, &tenancy, &news, &format!("{member}:{}", here.now.millis()))?;
    Ok(Done::Everybody)
}

fn remove<S: Sql>(here: &Here<'_, S>, company: &Company, member: &MemberId) -> Result<Done, Trouble> {
    let acting = people::acting(here, company)?.ok_or_else(|| refuse(RemovePersonRefusal::NotAllowed))?;
    let me = acting.member().clone();
    let tenancy = company.living().cloned().ok_or_else(|| refuse(RemovePersonRefusal::NotAllowed))?;
    if me != *member && acting.role() != Role::Owner {
        return Err(refuse(RemovePersonRefusal::NotAllowed));
    }
    let role = seats::seat_in(here, &tenancy, member)?.ok_or_else(|| refuse(RemovePersonRefusal::NotFound))?.0;
    let others = "SELECT sum(role = 'owner'), count(*) FROM seat WHERE tenancy = ? AND member <> ? AND since <= ?";
    let others = here.row(others, args![tenancy.as_str(), member.as_str(), here.now])?;
    let (owners, all) = match &others {
        Some(row) => (row.opt_whole(0)?.unwrap_or(0), row.whole(1)?),
        None => (0, 0),
    };
    if role == Role::Owner && owners == 0 && all > 0 {
        return Err(refuse(RemovePersonRefusal::LastOwner));
    }
    if me == *member || role != Role::Owner {
        life::unseat(here, &tenancy, member, &me)?;
        return Ok(Done::Removal(None));
    }
    if life::has_dns(here, &tenancy, member)? {
        return Err(refuse(RemovePersonRefusal::ProofIsLive));
    }
    let asked =
        here.row("SELECT by, until FROM removal WHERE tenancy = ? AND member = ?", args![tenancy.as_str(), member.as_str()])?;
    let asked = asked.map(|row| Ok::<(MemberId, Option<Timestamp>), Fault>((row.parse(0)?, row.opt_time(1)?))).transpose()?;
    if asked.as_ref().is_some_and(|(by, _)| *by != me) {
        life::unseat(here, &tenancy, member, &me)?;
        return Ok(Done::Removal(None));
    }
    let until = match asked {
        Some((_, Some(until))) => Some(until),
        _ if is_fresh(here, &tenancy, &me)? => Some(here.now.after(JOIN_NOTICE)),
        _ => None,
    };
    here.run(
        "INSERT INTO removal (tenancy, member, by, at, until) VALUES (?, ?, ?, ?, ?) \
         ON CONFLICT (tenancy, member) DO UPDATE SET until = excluded.until",
        args![tenancy.as_str(), member.as_str(), me.as_str(), here.now, until],
    )?;
    audit::record(here, Deed::RemovalAsked, &me, member.as_str())?;
    let news = News { moment: until, ..News::about(Tiding::RemovalAsked, member) };
    tidings::tell_all(here, &tenancy, &news, &format!("{member}:{}", until.map_or(0, Timestamp::millis)))?;
    Ok(Done::Removal(Some(until.map_or(SeatStanding::RemovalAsked, SeatStanding::LeavesAt))))
}

fn object<S: Sql>(here: &Here<'_, S>, company: &Company, member: &MemberId, on: bool) -> Result<Done, Trouble> {
    let (me, tenancy) = owner(here, company)?.ok_or_else(|| refuse(SetObjectionRefusal::NotAllowed))?;
    let row = here.row(
        "SELECT 1 FROM seat s WHERE s.tenancy = ? AND s.member = ? AND s.told IS NULL AND s.role = 'owner' \
         AND EXISTS (SELECT 1 FROM proof p WHERE p.tenancy = s.tenancy AND p.member = s.member)",
        args![tenancy.as_str(), member.as_str()],
    )?;
    if row.is_none() {
        return Err(refuse(SetObjectionRefusal::NotFound));
    }
    if on && !life::has_dns(here, &tenancy, &me)? {
        return Err(refuse(SetObjectionRefusal::DnsProofNeeded));
    }
    let changed = if on {
        here.rows(
            "INSERT INTO objection (tenancy, member, by, at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING RETURNING member",
            args![tenancy.as_str(), member.as_str(), me.as_str(), here.now],
        )?
    } else {
        // Only whoever objected takes it back.
        here.rows(
            "DELETE FROM objection WHERE tenancy = ? AND member = ? AND by = ? RETURNING member",
            args![tenancy.as_str(), member.as_str(), me.as_str()],
        )?
    };
    if !changed.is_empty() {
        let (deed, what) = if on { (Deed::Objected, Tiding::Objected) } else { (Deed::ObjectionWithdrawn, Tiding::ObjectionOver) };
        audit::record(here, deed, &me, member.as_str())?;
        tidings::tell_all(here, &tenancy, &News::about(what, member), &format!("{member}:{}", here.now.millis()))?;
    }
    Ok(Done::Everybody)
}

fn champion<S: Sql>(here: &Here<'_, S>, company: &Company, member: &MemberId, on: bool) -> Result<Done, Trouble> {
    let (me, tenancy) = owner(here, company)?.ok_or_else(|| refuse(SetChampionRefusal::NotAllowed))?;
    marks::set_champion(here, (&me, &tenancy), member, on)?;
    Ok(Done::Everybody)
}

fn make_code<S: Sql>(here: &Here<'_, S>, company: &Company) -> Result<Done, Trouble> {
    let (me, tenancy) = owner(here, company)?.ok_or_else(|| refuse(MakeRecoveryCodeRefusal::NotAllowed))?;
    let code = recovery::make(here, &tenancy, &me)?;
    let news = News::about(Tiding::RecoveryMade, &me);
    tidings::tell_all(here, &tenancy, &news, &here.now.millis().to_string())?;
    Ok(Done::Code(code))
}

fn join_former<S: Sql>(here: &Here<'_, S>, company: &Company, code: Option<&str>) -> Result<Done, Trouble> {
    let me = people::on_console(here)?;
    let Some((former, kept)) = life::joinable(here, company)? else {
        return Err(refuse(match view::may_join(here, company, &me)? {
            None if people::acting(here, company)?.is_none() => JoinFormerRefusal::NotAllowed,
            _ => JoinFormerRefusal::NothingToJoin,
        }));
    };
    let tenancy = company.tenancy.clone().ok_or_else(|| refuse(JoinFormerRefusal::NothingToJoin))?;
    match (view::may_join(here, company, &me)?, code) {
        (Some(Way::ByConsent), _) => {}
        (Some(Way::ByCode), Some(code)) if recovery::fits(&former, code, kept.as_deref()) => {}
        (Some(Way::ByCode), _) => return Err(refuse(JoinFormerRefusal::CodeWrong)),
        (None, _) => return Err(refuse(JoinFormerRefusal::NotAllowed)),
    }
    let (from, to) = (tenancy.as_str(), former.as_str());
    let newcomers = tidings::seated(here, &tenancy)?;
    here.run("UPDATE OR IGNORE seat SET tenancy = ? WHERE tenancy = ?", args![to, from])?;
    here.run("DELETE FROM seat WHERE tenancy = ?", args![from])?;
    here.run("UPDATE proof SET tenancy = ? WHERE tenancy = ?", args![to, from])?;
    here.run("UPDATE community SET emergency_tenancy = ? WHERE emergency_tenancy = ?", args![to, from])?;
    here.run("UPDATE community SET naming_tenancy = ? WHERE naming_tenancy = ?", args![to, from])?;
    here.run("UPDATE member SET champion = ? WHERE champion = ?", args![to, from])?;
    here.run("UPDATE OR IGNORE brand_alias SET tenancy = ? WHERE tenancy = ?", args![to, from])?;
    // What the newcomers set up meanwhile gives way to what the place was.
    for table in ["hours", "introduction", "set_up"] {
        here.run(&format!("UPDATE OR IGNORE {table} SET tenancy = ? WHERE tenancy = ?"), args![to, from])?;
        here.run(&format!("DELETE FROM {table} WHERE tenancy = ?"), args![from])?;
    }
    for table in ["brand_alias", "objection", "removal", "sign_on_key", "api_key", "webhook"] {
        here.run(&format!("DELETE FROM {table} WHERE tenancy = ?"), args![from])?;
    }
    introductions::sweep(here)?;
    here.run("DELETE FROM tenancy WHERE id = ?", args![from])?;
    audit::record(here, Deed::FormerJoined, &me, to)?;
    let who = newcomers.first().unwrap_or(&me);
    tidings::tell_all(here, &former, &News::about(Tiding::Rejoined, who), &format!("{former}:{}", here.now.millis()))?;
    Ok(Done::Nothing)
}

/// Somebody with a seat that has begun.
fn acts<S: Sql>(here: &Here<'_, S>, tenancy: &TenancyId, member: &MemberId) -> Result<Option<(Role, Timestamp)>, Fault> {
    Ok(seats::seat_in(here, tenancy, member)?.filter(|(_, since)| *since <= here.now))
}

/// Whether somebody has proven the domain by DNS within the last day.
fn is_fresh<S: Sql>(here: &Here<'_, S>, tenancy: &TenancyId, member: &MemberId) -> Result<bool, Fault> {
    let day = here.now.before(FRESH);
    let sql = "SELECT 1 FROM proof WHERE tenancy = ? AND member = ? AND method = 'dns' AND state = 'confirmed' AND a >= ?";
    Ok(here.row(sql, args![tenancy.as_str(), member.as_str(), day])?.is_some())
}

/// Who acts for the brand, for those who do.
pub(crate) fn see<S: Sql>(here: &Here<'_, S>, company: &Company) -> Result<Outcome, Trouble> {
    authorised(here, company, &Act::SeeDesk)?.ok_or_else(|| refuse(GetPeopleRefusal::NotAllowed))?;
    Ok(Outcome::People(view::view(here, company)?))
}
