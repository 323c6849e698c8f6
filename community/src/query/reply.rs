//! Replies: the conversation in parts, and the box of answers in which the brand's, the asker's and the crowd's choice stand
//! side by side.

use chie_domain::api::get_thread::{GetThreadRefusal, PAGE};
use chie_domain::api::view::{AnswerView, Post, ReplyView};
use chie_domain::id::{ReplyId, ThreadId};
use chie_domain::policy::{Viewer, Visibility};
use chie_domain::reply::{AnswerBy, CROWD_THRESHOLD};

use crate::ask::Trouble;
use crate::company::Company;
use crate::handles;
use crate::here::{Here, refuse};
use crate::query::author::Wrote;
use crate::query::thread::{Thread, markup, shown};
use crate::row::{Row, Statement, args};
use crate::sql::{Fault, Sql, Value};
use crate::visibility::{self, Want, condition};

/// The columns of a reply, of a table that is called `r`, with its author.
const SELECT: &str = "SELECT r.n, r.id, r.author, coalesce(r.name, m.name), m.account, h.number, r.tenancy, \
    EXISTS (SELECT 1 FROM seat s WHERE s.tenancy = r.tenancy AND s.member = r.author), r.body, r.at, r.stars, r.accepted, \
    r.visibility, r.ground, h.colour FROM reply r JOIN member m ON m.id = r.author \
    LEFT JOIN handle h ON h.thread = r.thread AND h.member = r.author";
/// How many characters of an answer stand in the box.
const EXCERPT: usize = 220;
/// How many accepted replies stand in the box.
const ACCEPTED: u32 = 5;

/// A part of the conversation, oldest first, and where the next part begins.
pub(crate) fn page<S: Sql>(
    here: &Here<'_, S>,
    company: &Company,
    viewer: &Viewer,
    thread: &Thread,
    cursor: Option<&str>,
) -> Result<(Vec<ReplyView>, Option<String>), Trouble> {
    let after = cursor.map(|cursor| position(&thread.id, cursor).ok_or_else(|| refuse(GetThreadRefusal::CursorInvalid)));
    let after = after.transpose()?.unwrap_or(0);
    let mut statement = Statement::of(SELECT, &[]);
    statement.add(" WHERE r.thread = ? AND r.n > ? AND ", args![thread.n, after]);
    statement.join(&condition(viewer, "r", Want::Trace));
    statement.add(" ORDER BY r.n LIMIT ?", args![PAGE + 1]);
    let rows = here.all(&statement)?;
    let most = usize::try_from(PAGE).unwrap_or(usize::MAX);
    let part = rows.iter().take(most);
    let next = match part.clone().next_back() {
        Some(last) if rows.len() > most => Some(format!("r~{}~{}", thread.id, last.whole(0)?)),
        _ => None,
    };
    let replies = part.map(|row| read(here, company, row)).collect::<Result<Vec<_>, _>>()?;
    Ok((replies, next))
}

/// One reply, for somebody who may know of it.
pub(crate) fn one<S: Sql>(here: &Here<'_, S>, company: &Company, id: &ReplyId) -> Result<Option<ReplyView>, Fault> {
    let row = here.row(&format!("{SELECT} WHERE r.id = ?"), args![id.as_str()])?;
    row.map(|row| read(here, company, &row)).transpose()
}

/// The box of answers: brand, asker, crowd. Removed and held replies do not stand in it.
pub(crate) fn answers<S: Sql>(
    here: &Here<'_, S>,
    company: &Company,
    thread: &Thread,
    marked: Option<&ReplyId>,
) -> Result<Vec<AnswerView>, Fault> {
    let mut answers = Vec::new();
    let mut add = |by: AnswerBy, rest: &str, values: &[Value]| -> Result<(), Fault> {
        for row in here.rows(&format!("{SELECT} WHERE r.thread = ? AND r.visibility = 'public' AND {rest}"), values)? {
            let author = wrote(&row)?.author(here, company);
            let excerpt = markup(row.text(8)?)?.excerpt(EXCERPT);
            answers.push(AnswerView { by, reply: row.parse(1)?, author, excerpt, stars: row.count(10)? });
        }
        Ok(())
    };
    if let Some(id) = marked {
        add(AnswerBy::Brand, "r.id = ?", args![thread.n, id.as_str()])?;
    }
    add(AnswerBy::Asker, "r.accepted IS NOT NULL ORDER BY r.accepted, r.n LIMIT ?", args![thread.n, ACCEPTED])?;
    add(AnswerBy::Crowd, "r.stars >= ? AND r.stars > 0 ORDER BY r.stars DESC, r.n LIMIT 1", args![thread.n, CROWD_THRESHOLD])?;
    Ok(answers)
}

fn read<S: Sql>(here: &Here<'_, S>, company: &Company, row: &Row) -> Result<ReplyView, Fault> {
    let visibility = visibility::read(row, 12, 13, 2)?;
    let post = shown(markup(row.text(8)?)?, &visibility);
    let accepted = row.opt_time(11)?.filter(|_| visibility == Visibility::Public);
    let stars = if matches!(post, Post::Removed(_)) { 0 } else { row.count(10)? };
    let author = wrote(row)?.author(here, company);
    Ok(ReplyView { id: row.parse(1)?, author, post, at: row.time(9)?, stars, accepted })
}

fn wrote(row: &Row) -> Result<Wrote, Fault> {
    Ok(Wrote {
        member: row.parse(2)?,
        name: row.opt_text(3)?.map(str::to_owned),
        confirmed: row.opt_text(4)?.is_some(),
        handle: handles::read(row, 14, 5)?,
        tenancy: row.opt_parse(6)?,
        seated: row.whole(7)? == 1,
        at: row.time(9)?,
    })
}

fn position(thread: &ThreadId, cursor: &str) -> Option<u64> {
    let n = cursor.strip_prefix("r~")?.strip_prefix(thread.as_str())?.strip_prefix('~')?;
    let digits = (1..=15).contains(&n.len()) && n.bytes().all(|byte| byte.is_ascii_digit()) && !n.starts_with('0');
    n.parse().ok().filter(|_| digits)
}
