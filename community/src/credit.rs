//! What somebody's answers did for others: counted anew from stars and acceptance whenever one of them changes, so that a figure
//! can never drift from the marks. One's own marks count for nothing; people are counted, not marks.

use std::collections::BTreeMap;

use chie_domain::api::view::{Author, LevelView, ThreadView};
use chie_domain::id::MemberId;
use chie_domain::level::{Level, MISUSE_COUNTS, Merit};
use chie_domain::text::ProductKey;
use chie_domain::time::Timestamp;

use crate::here::Here;
use crate::row::{Row, Statement, args};
use crate::sql::{Fault, Sql, Value};

/// Counts anew for a member in a product.
pub(crate) fn recount<S: Sql>(here: &Here<'_, S>, member: &MemberId, product: &ProductKey) -> Result<(), Fault> {
    const SOLVED: &str = "FROM reply r JOIN thread t ON t.n = r.thread WHERE r.author = ? AND t.product = ? AND r.accepted IS NOT NULL \
        AND r.visibility = 'public' AND t.visibility = 'public' AND t.author <> r.author";
    const STARRED: &str = "FROM star x JOIN reply r ON r.n = x.reply JOIN thread t ON t.n = r.thread WHERE r.author = ? AND t.product = ? \
        AND r.visibility = 'public' AND t.visibility = 'public' AND x.member <> r.author";
    let (me, key) = (member.as_str(), product.as_str());
    let sql = format!(
        "INSERT INTO credit (member, product, solved, solved_for, helped, confirmed) SELECT ?, ?, \
         (SELECT count(DISTINCT t.n) {SOLVED}), (SELECT count(DISTINCT t.author) {SOLVED}), count(m.id), count(m.account) \
         FROM member m WHERE m.id IN (SELECT t.author {SOLVED} UNION SELECT x.member {STARRED}) \
         ON CONFLICT (member, product) DO UPDATE SET solved = excluded.solved, solved_for = excluded.solved_for, \
         helped = excluded.helped, confirmed = excluded.confirmed"
    );
    here.run(&sql, args![me, key, me, key, me, key, me, key, me, key])
}

/// Counts anew for a member in the product of a thread.
pub(crate) fn recount_in<S: Sql>(here: &Here<'_, S>, member: &MemberId, thread: u64) -> Result<(), Fault> {
    match here.row("SELECT product FROM thread WHERE n = ?", args![thread])? {
        Some(row) => recount(here, member, &row.parse(0)?),
        None => Ok(()),
    }
}

/// Counts anew for everybody whose answers in a thread were marked.
pub(crate) fn recount_thread<S: Sql>(here: &Here<'_, S>, thread: u64) -> Result<(), Fault> {
    let rows = here.rows(
        "SELECT DISTINCT r.author, t.product FROM reply r JOIN thread t ON t.n = r.thread \
         WHERE r.thread = ? AND (r.stars > 0 OR r.accepted IS NOT NULL)",
        args![thread],
    )?;
    rows.iter().try_for_each(|row| recount(here, &row.parse(0)?, &row.parse(1)?))
}

/// Moves what a guest earned to the member they turned out to be.
pub(crate) fn merge<S: Sql>(here: &Here<'_, S>, from: &str, to: &MemberId) -> Result<(), Fault> {
    let products = here.rows("SELECT product FROM credit WHERE member IN (?, ?)", args![from, to.as_str()])?;
    here.run("DELETE FROM credit WHERE member = ?", args![from])?;
    here.run("UPDATE thread_tag SET by = ? WHERE by = ?", args![to.as_str(), from])?;
    here.run("UPDATE duplicate SET by = ? WHERE by = ?", args![to.as_str(), from])?;
    here.run("UPDATE act SET member = ? WHERE member = ?", args![to.as_str(), from])?;
    products.iter().try_for_each(|row| recount(here, to, &row.parse(0)?))
}

/// Posts that were removed on a ground of the rules, and acts that somebody else took back, for as long as they count.
const MISUSED: &str = "(SELECT count(*) FROM reply r WHERE r.author = m.id AND r.visibility = 'removed' AND r.ground IS NOT NULL AND r.at > ?) \
    + (SELECT count(*) FROM thread t WHERE t.author = m.id AND t.visibility = 'removed' AND t.ground IS NOT NULL AND t.at > ?) \
    + (SELECT count(*) FROM act a WHERE a.member = m.id AND a.reverted > ?)";

fn since<S>(here: &Here<'_, S>) -> Timestamp {
    here.now.before(MISUSE_COUNTS)
}

/// What a member has earned in a product.
pub(crate) fn level<S: Sql>(here: &Here<'_, S>, member: &MemberId, product: &ProductKey) -> Result<Level, Fault> {
    let since = since(here);
    let sql = format!(
        "SELECT c.solved_for, c.helped, c.confirmed, {MISUSED}, m.account FROM credit c JOIN member m ON m.id = c.member \
         WHERE c.member = ? AND c.product = ?"
    );
    let row = here.row(&sql, args![since, since, since, member.as_str(), product.as_str()])?;
    row.map_or(Ok(Level::New), |row| earned(&row))
}

/// Where a member has earned a level above the first.
pub(crate) fn levels<S: Sql>(here: &Here<'_, S>, member: &MemberId) -> Result<Vec<LevelView>, Fault> {
    let since = since(here);
    let sql = format!(
        "SELECT c.solved_for, c.helped, c.confirmed, {MISUSED}, m.account, c.product FROM credit c JOIN member m ON m.id = c.member \
         WHERE c.member = ? AND c.solved_for > 0 ORDER BY c.solved_for DESC, c.product LIMIT 50"
    );
    let rows = here.rows(&sql, args![since, since, since, member.as_str()])?;
    let views =
        rows.iter().map(|row| Ok(LevelView { level: earned(row)?, product: row.parse(5)? })).collect::<Result<Vec<_>, Fault>>()?;
    Ok(views.into_iter().filter(|view| view.level > Level::New).collect())
}

fn earned(row: &Row) -> Result<Level, Fault> {
    let merit = Merit { solved_for: row.count(0)?, helped: row.count(1)?, confirmed: row.count(2)?, misused: row.count(3)? };
    Ok(Level::of(merit, row.opt_text(4)?.is_some()))
}

/// How many questions about a product a member's answers solved; about all products where none is named.
pub(crate) fn solved<S: Sql>(here: &Here<'_, S>, member: &MemberId, product: Option<&ProductKey>) -> Result<u32, Fault> {
    let row = match product {
        Some(key) => {
            here.row("SELECT solved FROM credit WHERE member = ? AND product = ?", args![member.as_str(), key.as_str()])?
        }
        None => here.row("SELECT coalesce(sum(solved), 0) FROM credit WHERE member = ?", args![member.as_str()])?,
    };
    row.map_or(Ok(0), |row| row.count(0))
}

/// Writes beside each name of a thread how many questions about its product that person solved.
pub(crate) fn show<S: Sql>(here: &Here<'_, S>, view: &mut ThreadView) -> Result<(), Fault> {
    let product = view.row.product.clone();
    let mut authors: Vec<&mut Author> = vec![&mut view.author];
    authors.extend(view.answers.iter_mut().map(|answer| &mut answer.author));
    authors.extend(view.replies.iter_mut().map(|reply| &mut reply.author));
    show_of(here, &product, authors)
}

/// The same for some authors in a product.
pub(crate) fn show_of<S: Sql>(here: &Here<'_, S>, product: &ProductKey, authors: Vec<&mut Author>) -> Result<(), Fault> {
    let mut members: Vec<Value> = authors.iter().map(|author| Value::from(author.member.as_str())).collect();
    members.sort_by(|a, b| format!("{a:?}").cmp(&format!("{b:?}")));
    members.dedup();
    let mut solved: BTreeMap<String, u32> = BTreeMap::new();
    for some in members.chunks(60) {
        let marks = vec!["?"; some.len()].join(", ");
        let mut statement =
            Statement::of("SELECT member, solved FROM credit WHERE product = ? AND solved > 0", args![product.as_str()]);
        statement.add(&format!(" AND member IN ({marks})"), some);
        for row in here.all(&statement)? {
            solved.insert(row.text(0)?.to_owned(), row.count(1)?);
        }
    }
    for author in authors {
        author.solved = solved.get(author.member.as_str()).copied().unwrap_or(0);
    }
    Ok(())
}
