//! Who acts for the brand, as those who do see it: seats, what is about to change, and the proofs behind it.

use chie_domain::api::get_people::{LiveProof, PersonView, Response, SeatStanding};
use chie_domain::api::join_former::Way;
use chie_domain::id::MemberId;
use chie_domain::policy::Role;

use crate::company::{Company, PROOF, StoredProof};
use crate::here::Here;
use crate::life::{contested, joinable, seen_since};
use crate::marks;
use crate::people;
use crate::row::{Row, Statement, args};
use crate::seats;
use crate::sql::{Fault, Sql};

/// Everybody with a seat, and the live proofs.
pub(crate) fn view<S: Sql>(here: &Here<'_, S>, company: &Company) -> Result<Response, Fault> {
    let Some(tenancy) = company.held() else {
        return Ok(Response { people: Vec::new(), proofs: Vec::new(), recovery: None, marked: Vec::new() });
    };
    let me = people::caller_account(here)?;
    let mut statement = Statement::of("SELECT x.member, m.address, x.role, x.since, x.invited, x.taken, d.until, d.by, ", &[]);
    statement.join(&contested(here.now));
    statement.add(
        ", EXISTS (SELECT 1 FROM proof p WHERE p.tenancy = x.tenancy AND p.member = x.member AND p.method = 'dns' \
         AND p.state IN ('confirmed', 'doubtful') AND p.b >= ?) FROM seat x JOIN member m ON m.id = x.member \
         LEFT JOIN removal d ON d.tenancy = x.tenancy AND d.member = x.member WHERE x.tenancy = ? \
         ORDER BY x.role <> 'owner', x.role <> 'representative', x.since, x.member",
        args![seen_since(here.now), tenancy.as_str()],
    );
    let person = |row: &Row| {
        let (member, since): (MemberId, _) = (row.parse(0)?, row.time(3)?);
        let standing = match (row.opt_time(6)?, row.opt_text(7)?) {
            (Some(until), _) => SeatStanding::LeavesAt(until),
            (None, Some(_)) => SeatStanding::RemovalAsked,
            (None, None) if row.whole(8)? == 1 => SeatStanding::Contested,
            (None, None) if since > here.now => SeatStanding::JoinsAt(since),
            (None, None) if row.opt_time(4)?.is_some() && row.opt_time(5)?.is_none() => SeatStanding::Invited,
            (None, None) => SeatStanding::Acts(since),
        };
        Ok(PersonView {
            me: me.as_ref() == Some(&member),
            address: row.opt_text(1)?.map(str::to_owned),
            role: row.code(2, Role::from_code)?,
            by_dns: row.whole(9)? == 1,
            standing,
            member,
        })
    };
    let people = here.all(&statement)?.iter().map(person).collect::<Result<Vec<_>, Fault>>()?;
    let columns = PROOF.split(", ").map(|name| format!("p.{name}")).collect::<Vec<_>>().join(", ");
    let rows = here.rows(
        &format!(
            "SELECT {columns}, m.address, EXISTS (SELECT 1 FROM seat s WHERE s.tenancy = p.tenancy AND s.member = p.member) \
             FROM proof p JOIN member m ON m.id = p.member WHERE p.tenancy = ? AND p.state IN ('confirmed', 'doubtful') AND p.b >= ? \
             ORDER BY p.n"
        ),
        args![tenancy.as_str(), seen_since(here.now)],
    )?;
    let proof = |row: &Row| {
        let it = StoredProof::read(row)?;
        Ok(LiveProof {
            id: it.id,
            address: row.opt_text(10)?.map(str::to_owned),
            left_over: row.whole(11)? == 0,
            method: it.method,
            host: it.host,
            state: it.state.at(here.now),
        })
    };
    let proofs = rows.iter().map(proof).collect::<Result<Vec<_>, Fault>>()?;
    let recovery = here.row("SELECT recovery_at FROM tenancy WHERE id = ?", args![tenancy.as_str()])?;
    let recovery = recovery.map_or(Ok(None), |row| row.opt_time(0))?;
    Ok(Response { people, proofs, recovery, marked: marks::all(here, company)? })
}

/// In which way a member could join the former company's place now.
pub(crate) fn may_join<S: Sql>(here: &Here<'_, S>, company: &Company, member: &MemberId) -> Result<Option<Way>, Fault> {
    let Some((former, recovery)) = joinable(here, company)? else { return Ok(None) };
    let owns = |seat: Option<(Role, _)>| seat.is_some_and(|(role, _)| role == Role::Owner);
    if owns(seats::seat_in(here, &former, member)?) {
        return Ok(Some(Way::ByConsent));
    }
    let Some(tenancy) = company.living() else { return Ok(None) };
    let proven = owns(seats::seat_in(here, tenancy, member)?);
    Ok((proven && recovery.is_some()).then_some(Way::ByCode))
}
