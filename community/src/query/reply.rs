//! Replies: the conversation in parts, and the box of answers in which the brand's, the asker's and the crowd's choice stand
//! side by side.

use chie_domain::api::get_thread::{GetThreadRefusal, PAGE};
use chie_domain::api::view::{AnswerView, Post, ReplyView};
use chie_domain::claim::Stewardship;
use chie_domain::id::{ReplyId, ThreadId};
use chie_domain::policy::{Viewer, Visibility};
use chie_domain::reply::{AnswerBy, CROWD_THRESHOLD};
use chie_domain::thread::FanStatus;
use chie_domain::time::Timestamp;

use crate::ask::Trouble;
use crate::company::Company;
use crate::handles;
use crate::here::{Here, refuse};
use crate::photos;
use crate::query::author::Wrote;
use crate::query::comments;
use crate::query::thread::{Thread, markup, shown};
use crate::row::{Row, Statement, args};
use crate::sql::{Fault, Sql, Value};
use crate::visibility::{self, Want, condition};

/// The columns of a reply, of a table that is called `r`, with its author.
pub(crate) const SELECT: &str = "SELECT r.n, r.id, r.author, coalesce(r.name, m.name), m.account, h.number, r.tenancy, \
    EXISTS (SELECT 1 FROM seat s WHERE s.tenancy = r.tenancy AND s.member = r.author), r.body, r.at, r.stars, r.accepted, \
    r.visibility, r.ground, h.colour, r.edited, r.deleted, r.parent, \
    (SELECT count(*) FROM caution c WHERE c.reply = r.n AND c.withdrawn IS NULL) FROM reply r JOIN member m ON m.id = r.author \
    LEFT JOIN handle h ON h.thread = r.thread AND h.member = r.author";
/// How many characters of an answer stand in the box.
const EXCERPT: usize = 220;
/// How many accepted replies stand in the box.
const ACCEPTED: u32 = 5;

/// Which part of the conversation.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Part<'a> {
    /// The beginning.
    First,
    /// Where another part ended or began.
    At(&'a str),
    /// Where this reply stands, with a few before it.
    Around(&'a ReplyId),
}

/// A part of the conversation, oldest first.
pub(crate) struct Page {
    pub(crate) replies: Vec<ReplyView>,
    /// Where the part before it ends, if there is one.
    pub(crate) before: Option<String>,
    /// Where the next part begins, if there is one.
    pub(crate) next: Option<String>,
    /// The span of time that it covers.
    pub(crate) from: Timestamp,
    pub(crate) to: Option<Timestamp>,
}

/// How many replies stand before the one that a part was asked for.
const LEAD_IN: u32 = 4;

/// A part of the conversation and where its neighbours lie.
pub(crate) fn page<S: Sql>(
    here: &Here<'_, S>,
    company: &Company,
    viewer: &Viewer,
    thread: &Thread,
    part: &Part<'_>,
    steward: Stewardship,
) -> Result<Page, Trouble> {
    let seen = condition(viewer, "r", Want::Trace);
    let invalid = || refuse(GetThreadRefusal::CursorInvalid);
    let range = match part {
        Part::First => Range::From(0),
        Part::At(cursor) => position(&thread.id, cursor).ok_or_else(invalid)?,
        Part::Around(reply) => around(here, &seen, thread, reply)?,
    };
    let most = usize::try_from(PAGE).unwrap_or(usize::MAX);
    let mut statement = Statement::of(SELECT, &[]);
    let mut rows = match range {
        Range::From(n) => {
            statement.add(" WHERE r.thread = ? AND r.parent IS NULL AND r.n >= ? AND ", args![thread.n, n]);
            statement.join(&seen);
            statement.add(" ORDER BY r.n LIMIT ?", args![PAGE + 1]);
            here.all(&statement)?
        }
        Range::Before(n) => {
            statement.add(" WHERE r.thread = ? AND r.parent IS NULL AND r.n < ? AND ", args![thread.n, n]);
            statement.join(&seen);
            statement.add(" ORDER BY r.n DESC LIMIT ?", args![PAGE]);
            let mut rows = here.all(&statement)?;
            rows.reverse();
            rows.extend(first_from(here, &seen, thread, n)?);
            rows
        }
    };
    // The last row is the first one of the next part, where there is more than fits or than was asked for.
    let over = rows.len() > most
        || matches!(range, Range::Before(n) if rows.last().is_some_and(|row| row.whole(0).is_ok_and(|last| last >= n)));
    let following = if over { rows.pop() } else { None };
    let first = rows.first().map_or(Ok(None), |row| row.whole(0).map(Some))?;
    let earlier = match first {
        Some(first) if !matches!(range, Range::From(0)) => exists_before(here, &seen, thread, first)?.then_some(first),
        _ => None,
    };
    let name = |letter: char, n: u64| format!("{letter}~{}~{n}", thread.id);
    let next = following.as_ref().map_or(Ok(None), |row| row.whole(0).map(Some))?;
    let from = match (earlier, rows.first()) {
        (Some(_), Some(row)) => row.time(9)?,
        _ => Timestamp::from_millis(0),
    };
    let to = following.as_ref().map_or(Ok(None), |row| row.time(9).map(Some))?;
    let mut replies = rows.iter().map(|row| read(here, company, row, steward)).collect::<Result<Vec<_>, _>>()?;
    hang_on(here, company, viewer, &rows, &mut replies, steward)?;
    Ok(Page { replies, before: earlier.map(|n| name('b', n)), next: next.map(|n| name('r', n)), from, to })
}

/// Which replies: from a number on, or those before it.
enum Range {
    From(u64),
    Before(u64),
}

/// The range that begins a few replies before this one.
fn around<S: Sql>(here: &Here<'_, S>, seen: &Statement, thread: &Thread, reply: &ReplyId) -> Result<Range, Fault> {
    let sql = "SELECT coalesce(parent, n) FROM reply WHERE id = ? AND thread = ?";
    let Some(row) = here.row(sql, args![reply.as_str(), thread.n])? else { return Ok(Range::From(0)) };
    let n = row.whole(0)?;
    let mut first = Statement::of(
        "SELECT count(*) FROM (SELECT 1 FROM reply r WHERE r.thread = ? AND r.parent IS NULL AND r.n < ? AND ",
        args![thread.n, n],
    );
    first.join(seen);
    first.add(" LIMIT ?)", args![PAGE]);
    let before = here.all(&first)?.into_iter().next().map_or(Ok(0), |row| row.count(0))?;
    if before < PAGE {
        return Ok(Range::From(0));
    }
    let mut lead =
        Statement::of("SELECT r.n FROM reply r WHERE r.thread = ? AND r.parent IS NULL AND r.n < ? AND ", args![thread.n, n]);
    lead.join(seen);
    lead.add(" ORDER BY r.n DESC LIMIT ?", args![LEAD_IN]);
    Ok(Range::From(here.all(&lead)?.last().map_or(Ok(n), |row| row.whole(0))?))
}

fn first_from<S: Sql>(here: &Here<'_, S>, seen: &Statement, thread: &Thread, n: u64) -> Result<Option<Row>, Fault> {
    let mut statement = Statement::of(SELECT, &[]);
    statement.add(" WHERE r.thread = ? AND r.parent IS NULL AND r.n >= ? AND ", args![thread.n, n]);
    statement.join(seen);
    statement.add(" ORDER BY r.n LIMIT 1", &[]);
    Ok(here.all(&statement)?.into_iter().next())
}

fn exists_before<S: Sql>(here: &Here<'_, S>, seen: &Statement, thread: &Thread, n: u64) -> Result<bool, Fault> {
    let mut statement =
        Statement::of("SELECT 1 FROM reply r WHERE r.thread = ? AND r.parent IS NULL AND r.n < ? AND ", args![thread.n, n]);
    statement.join(seen);
    statement.add(" LIMIT 1", &[]);
    Ok(!here.all(&statement)?.is_empty())
}

/// Hangs comments, photos and cautions on their replies.
fn hang_on<S: Sql>(
    here: &Here<'_, S>,
    company: &Company,
    viewer: &Viewer,
    rows: &[Row],
    replies: &mut [ReplyView],
    steward: Stewardship,
) -> Result<(), Fault> {
    let numbers = rows.iter().map(|row| row.whole(0)).collect::<Result<Vec<_>, _>>()?;
    let values: Vec<Value> = numbers.iter().map(|n| Value::from(*n)).collect();
    let place = |n: u64| numbers.iter().position(|other| *other == n);
    for (n, comment) in comments::of(here, company, viewer, &values, steward)? {
        if let Some(reply) = place(n).and_then(|place| replies.get_mut(place)) {
            reply.comments.push(comment);
        }
    }
    for (n, photos) in photos::of_replies(here, viewer, &numbers)? {
        if let Some(reply) = place(n).and_then(|place| replies.get_mut(place)) {
            reply.photos = photos;
        }
    }
    for (n, caution) in comments::cautions(here, company, &values, steward)? {
        if let Some(reply) = place(n).and_then(|place| replies.get_mut(place)) {
            reply.cautions.push(caution);
        }
    }
    Ok(())
}

/// One reply of a customer's, for somebody who may know of it; nothing where it is gone.
pub(crate) fn one<S: Sql>(
    here: &Here<'_, S>,
    company: &Company,
    viewer: &Viewer,
    id: &ReplyId,
) -> Result<Option<ReplyView>, Fault> {
    let sql = format!("{SELECT} WHERE r.id = ? AND NOT (r.visibility = 'removed' AND r.ground IS NULL)");
    let Some(row) = here.row(&sql, args![id.as_str()])? else { return Ok(None) };
    let mut reply = read(here, company, &row, Stewardship::FanMade)?;
    reply.photos = photos::of_replies(here, viewer, &[row.whole(0)?])?.remove(&row.whole(0)?).unwrap_or_default();
    Ok(Some(reply))
}

/// The box of answers: brand, asker, crowd. Removed and held replies do not stand in it.
pub(crate) fn answers<S: Sql>(
    here: &Here<'_, S>,
    company: &Company,
    thread: &Thread,
    marked: Option<&ReplyId>,
    steward: Stewardship,
) -> Result<Vec<AnswerView>, Fault> {
    let mut answers = Vec::new();
    let mut add = |by: AnswerBy, rest: &str, values: &[Value]| -> Result<(), Fault> {
        for row in here.rows(
            &format!(
                "{SELECT} WHERE r.thread = ? AND r.parent IS NULL AND r.deleted IS NULL AND r.visibility = 'public' AND {rest}"
            ),
            values,
        )? {
            let author = wrote(&row)?.author(here, company, steward);
            let excerpt = markup(row.text(8)?)?.excerpt(EXCERPT);
            let (stars, cautions) = (row.count(10)?, row.count(18)?);
            answers.push(AnswerView { by, reply: row.parse(1)?, author, excerpt, stars, cautions, introduction: None });
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

/// The beginning of the answer that stands first in that box, and nothing else of it: for a line below a title.
pub(crate) fn first_answer<S: Sql>(here: &Here<'_, S>, thread: &Thread, marked: Option<&ReplyId>) -> Result<Option<String>, Fault> {
    if marked.is_none() && thread.fan == FanStatus::Open {
        return Ok(None);
    }
    let marked = marked.map(ReplyId::as_str);
    let row = here.row(
        "SELECT r.body FROM reply r WHERE r.thread = ? AND r.parent IS NULL AND r.deleted IS NULL AND r.visibility = 'public' \
         AND (r.id IS ? OR r.accepted IS NOT NULL OR r.stars >= ?) \
         ORDER BY r.id IS ? DESC, r.accepted IS NULL, r.accepted, r.stars DESC, r.n LIMIT 1",
        args![thread.n, marked, CROWD_THRESHOLD, marked],
    )?;
    row.map(|row| Ok(markup(row.text(0)?)?.excerpt(EXCERPT))).transpose()
}

fn read<S: Sql>(here: &Here<'_, S>, company: &Company, row: &Row, steward: Stewardship) -> Result<ReplyView, Fault> {
    let visibility = visibility::read(row, 12, 13, 2)?;
    let post = shown(markup(row.text(8)?)?, &visibility, row.opt_time(16)?);
    let accepted = row.opt_time(11)?.filter(|_| visibility == Visibility::Public);
    let stars = if matches!(post, Post::Removed(_)) { 0 } else { row.count(10)? };
    let author = wrote(row)?.author(here, company, steward);
    Ok(ReplyView {
        id: row.parse(1)?,
        author,
        post,
        photos: Vec::new(),
        at: row.time(9)?,
        stars,
        accepted,
        edited: row.opt_time(15)?,
        comments: Vec::new(),
        cautions: Vec::new(),
    })
}

pub(crate) fn wrote(row: &Row) -> Result<Wrote, Fault> {
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

fn position(thread: &ThreadId, cursor: &str) -> Option<Range> {
    let (letter, rest) = cursor.split_once('~')?;
    let n = rest.strip_prefix(thread.as_str())?.strip_prefix('~')?;
    let digits = (1..=15).contains(&n.len()) && n.bytes().all(|byte| byte.is_ascii_digit()) && !n.starts_with('0');
    let n = n.parse().ok().filter(|_| digits)?;
    match letter {
        "r" => Some(Range::From(n)),
        "b" => Some(Range::Before(n)),
        _ => None,
    }
}
