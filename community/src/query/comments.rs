//! Comments: the short remarks under replies, and the cautions that stand on them.

use chie_domain::api::view::CommentView;
use chie_domain::caution::{Caution, Warner};
use chie_domain::claim::Stewardship;
use chie_domain::id::ReplyId;
use chie_domain::policy::Viewer;

use crate::company::Company;
use crate::here::Here;
use crate::query::reply::{SELECT, wrote};
use crate::query::thread::{markup, shown};
use crate::row::{Row, Statement, args};
use crate::sql::{Fault, Sql, Value};
use crate::visibility::{self, Want, condition};

/// The comments of some replies, oldest first, each with the number of its reply.
pub(crate) fn of<S: Sql>(
    here: &Here<'_, S>,
    company: &Company,
    viewer: &Viewer,
    replies: &[Value],
    steward: Stewardship,
) -> Result<Vec<(u64, CommentView)>, Fault> {
    let mut found = Vec::new();
    for some in replies.chunks(60) {
        let marks = vec!["?"; some.len()].join(", ");
        let mut statement = Statement::of(&format!("{SELECT} WHERE r.parent IN ({marks}) AND "), some);
        statement.join(&condition(viewer, "r", Want::Trace));
        statement.add(" ORDER BY r.n", &[]);
        for row in here.all(&statement)? {
            found.push((row.whole(17)?, read(here, company, &row, steward)?));
        }
    }
    Ok(found)
}

/// One comment of a customer's.
pub(crate) fn one<S: Sql>(here: &Here<'_, S>, company: &Company, id: &ReplyId) -> Result<Option<CommentView>, Fault> {
    let sql = format!("{SELECT} WHERE r.id = ? AND r.parent IS NOT NULL AND NOT (r.visibility = 'removed' AND r.ground IS NULL)");
    here.row(&sql, args![id.as_str()])?.map(|row| read(here, company, &row, Stewardship::FanMade)).transpose()
}

fn read<S: Sql>(here: &Here<'_, S>, company: &Company, row: &Row, steward: Stewardship) -> Result<CommentView, Fault> {
    let visibility = visibility::read(row, 12, 13, 2)?;
    Ok(CommentView {
        id: row.parse(1)?,
        author: wrote(row)?.author(here, company, steward),
        post: shown(markup(row.text(8)?)?, &visibility, row.opt_time(16)?),
        at: row.time(9)?,
        edited: row.opt_time(15)?,
    })
}

/// The cautions that stand on some replies, oldest first, each with the number of its reply.
pub(crate) fn cautions<S: Sql>(
    here: &Here<'_, S>,
    company: &Company,
    replies: &[Value],
    steward: Stewardship,
) -> Result<Vec<(u64, Caution)>, Fault> {
    let official = company.living().filter(|_| steward != Stewardship::FanMade);
    let mut found = Vec::new();
    for some in replies.chunks(60) {
        let marks = vec!["?"; some.len()].join(", ");
        let sql = format!(
            "SELECT c.reply, c.tenancy, c.reason, c.at, \
             EXISTS (SELECT 1 FROM seat s WHERE s.tenancy = c.tenancy AND s.member = c.member) \
             FROM caution c WHERE c.reply IN ({marks}) AND c.withdrawn IS NULL ORDER BY c.n"
        );
        for row in here.rows(&sql, some)? {
            let by = match row.opt_parse(1)? {
                None => Warner::Operator,
                Some(tenancy) if official == Some(&tenancy) && row.whole(4)? == 1 => Warner::Brand(here.brand.clone()),
                Some(_) => Warner::FormerBrand(here.brand.clone()),
            };
            found.push((row.whole(0)?, Caution { by, reason: row.parse(2)?, at: row.time(3)? }));
        }
    }
    Ok(found)
}
