//! A member as everybody may see them: what they asked and answered here under their own name, and what came of it. Guests have no
//! page, because their handles are to be told apart within a thread and not joined across threads; neither has whoever erased
//! themselves, and what somebody said for the brand or under another name is not listed.

use chie_domain::id::{MemberId, ReplyId};
use chie_domain::policy::Viewer;

use crate::ask::MemberPage;
use crate::company::Company;
use crate::credit;
use crate::here::Here;
use crate::query::thread::{COLUMNS, Thread, WIDTH};
use crate::query::{author, community};
use crate::row::{Statement, args};
use crate::sql::{Fault, Sql};
use crate::visibility::{Want, condition};

/// How many of each are listed.
const MOST: u32 = 20;

/// The page of a member, if everybody may see one.
pub(crate) fn view<S: Sql>(here: &Here<'_, S>, company: &Company, member: &MemberId) -> Result<Option<MemberPage>, Fault> {
    let row = here.row(
        "SELECT at, name FROM member WHERE id = ? AND account IS NOT NULL AND name IS NOT NULL AND erased IS NULL AND merged_into IS NULL",
        args![member.as_str()],
    )?;
    let (Some(row), Some(mut who)) = (row, author::me(here, member)?) else { return Ok(None) };
    who.solved = credit::solved(here, member, None)?;
    let mut asked = Statement::of(
        &format!("SELECT {COLUMNS} FROM thread t WHERE t.author = ? AND t.deleted IS NULL AND "),
        args![member.as_str()],
    );
    asked.join(&condition(&Viewer::Visitor, "t", Want::Whole));
    asked.add(" ORDER BY t.at DESC LIMIT ?", args![MOST]);
    let asked = here.all(&asked)?.iter().map(Thread::read).collect::<Result<Vec<_>, _>>()?;
    let of_theirs = |columns: &str| {
        let mut statement = Statement::of(
            &format!(
                "SELECT {columns} FROM reply r JOIN thread t ON t.n = r.thread WHERE r.author = ? AND r.parent IS NULL \
                 AND r.tenancy IS NULL AND r.deleted IS NULL AND (r.name IS NULL OR r.name = ?) AND "
            ),
            args![member.as_str(), row.text(1)?],
        );
        statement.join(&condition(&Viewer::Visitor, "r", Want::Whole));
        statement.add(" AND ", &[]);
        statement.join(&condition(&Viewer::Visitor, "t", Want::Whole));
        Ok::<_, Fault>(statement)
    };
    let counted = here.all(&of_theirs("coalesce(sum(r.stars), 0)")?)?;
    let thanks = counted.first().map_or(Ok(0), |row| row.count(0))?;
    let mut answered = of_theirs(&format!("{COLUMNS}, r.id"))?;
    answered.add(" ORDER BY r.at DESC LIMIT ?", args![MOST]);
    let answered: Vec<(Thread, ReplyId)> =
        here.all(&answered)?.iter().map(|row| Ok((Thread::read(row)?, row.parse(WIDTH)?))).collect::<Result<_, Fault>>()?;
    let claims = company.claims_of(here, asked.iter().chain(answered.iter().map(|(thread, _)| thread)).map(|thread| &thread.id))?;
    Ok(Some(MemberPage {
        who,
        since: row.time(0)?,
        levels: credit::levels(here, member)?,
        thanks,
        asked: asked.iter().map(|thread| thread.row(company, &claims)).collect(),
        answered: answered.into_iter().map(|(thread, reply)| (thread.row(company, &claims), reply)).collect(),
        brand_name: community::load(here)?.shown(here, company).map(str::to_owned),
    }))
}
