//! Acts of claiming: what was claimed together, the hello post that went with it, and telling those concerned after ten minutes, in which
//! all of it can be undone as if it had not been.

use chie_domain::claim::UNDO_WITHIN;
use chie_domain::follow::Why;
use chie_domain::ground::RULES_VERSION;
use chie_domain::id::{ActId, MemberId, TenancyId, ThreadId};
use chie_domain::markup::Markup;
use chie_domain::text::{Body, DisplayName, ProductKey};
use chie_domain::thread::Kind;
use chie_domain::tiding::Tiding;
use chie_domain::time::Span;
use chie_domain::webhook::HookEvent;

use crate::audit::{self, Deed};
use crate::company::Company;
use crate::due::{self, Errand};
use crate::here::Here;
use crate::row::args;
use crate::search::index;
use crate::sql::{Fault, Sql};
use crate::webhooks::About;
use crate::{follow, life, outbox, posts, private, steward, tidings, webhooks};

/// The threads `t` that the claims of an act cover.
const COVERED: &str = "EXISTS (SELECT 1 FROM claim c WHERE c.act = ? AND c.released IS NULL \
    AND (c.scope = 'community' OR c.product = t.product OR c.thread = t.id) AND (c.reach = 'all' OR t.at >= c.since))";

/// Begins an act.
pub(crate) fn begin<S: Sql>(here: &Here<'_, S>, tenancy: &TenancyId, by: &MemberId) -> Result<ActId, Fault> {
    let act = ActId::mint(here.now, here.mint.ten());
    here.run(
        "INSERT INTO claiming (id, tenancy, by, at) VALUES (?, ?, ?, ?)",
        args![act.as_str(), tenancy.as_str(), by.as_str(), here.now],
    )?;
    due::plan(here, &Errand::Claimed(act.clone()), here.now.after(UNDO_WITHIN).after(Span::seconds(1)))?;
    Ok(act)
}

/// What a hello post consists of.
pub(crate) struct Hello<'a> {
    pub(crate) product: &'a ProductKey,
    pub(crate) title: &'a str,
    pub(crate) source: &'a Body,
    pub(crate) body: &'a Markup,
    pub(crate) name: &'a DisplayName,
}

/// Posts the hello: news of the brand's, in the voice of whoever claimed.
pub(crate) fn say_hello<S: Sql>(
    here: &Here<'_, S>,
    act: &ActId,
    tenancy: &TenancyId,
    by: &MemberId,
    hello: &Hello<'_>,
) -> Result<(), Fault> {
    let id = ThreadId::mint(here.now, here.mint.ten());
    let made = here.row(
        "INSERT INTO thread (id, product, kind, title, body, author, at, active, rules, visibility, waits, source, tenancy, spoken_by) \
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, 'public', 0, ?, ?, ?) RETURNING n",
        args![
            id.as_str(),
            hello.product.as_str(),
            Kind::Update.code(),
            hello.title,
            posts::stored(hello.body)?,
            by.as_str(),
            here.now,
            here.now,
            u32::from(RULES_VERSION),
            hello.source.as_str(),
            tenancy.as_str(),
            hello.name.as_str(),
        ],
    )?;
    let n = made.ok_or_else(|| Fault("a thread got no number".to_owned()))?.whole(0)?;
    follow::begin(here, n, by, Why::Asked)?;
    index::add(here, n, None)?;
    steward::settle_thread(here, &Company::load(here)?, n)?;
    here.run("UPDATE claiming SET hello = ? WHERE id = ?", args![n, act.as_str()])?;
    audit::record(here, Deed::Answered, by, id.as_str())
}

/// How many threads an act made official.
pub(crate) fn count<S: Sql>(here: &Here<'_, S>, act: &ActId) -> Result<u32, Fault> {
    let sql = format!("SELECT count(*) FROM thread t WHERE t.visibility = 'public' AND t.kind <> 'update' AND {COVERED}");
    here.row(&sql, args![act.as_str()])?.map_or(Ok(0), |row| row.count(0))
}

/// Undoes an act: its claims count for nothing, then and now.
pub(crate) fn undo<S: Sql>(here: &Here<'_, S>, act: &ActId, by: &MemberId) -> Result<(), Fault> {
    here.run(
        "UPDATE claim SET released = ?, released_by = ?, undone = ? WHERE act = ? AND released IS NULL",
        args![here.now, by.as_str(), here.now, act.as_str()],
    )?;
    let hello = here.row("UPDATE claiming SET undone = ? WHERE id = ? RETURNING hello", args![here.now, act.as_str()])?;
    if let Some(n) = hello.map_or(Ok(None), |row| row.opt_whole(0))? {
        let answered = here.row("SELECT 1 FROM reply WHERE thread = ? AND visibility = 'public' LIMIT 1", args![n])?;
        if answered.is_none() {
            here.run(
                "UPDATE thread SET title = '', body = '[]', source = NULL, visibility = 'removed', ground = NULL WHERE n = ?",
                args![n],
            )?;
            here.run("DELETE FROM follow WHERE thread = ?", args![n])?;
            index::take_out_thread(here, n)?;
        }
    }
    due::done(here, &Errand::Claimed(act.clone()))?;
    audit::record(here, Deed::ClaimUndone, by, act.as_str())?;
    let company = Company::load(here)?;
    steward::settle_all(here, &company)?;
    private::sweep(here, &company)?;
    outbox::tell_directory(here)
}

/// Ten minutes are over: what was private of a former company goes, and those who follow what was claimed are told, once a person and day.
pub(crate) fn tell<S: Sql>(here: &Here<'_, S>, act: &ActId) -> Result<(), Fault> {
    due::done(here, &Errand::Claimed(act.clone()))?;
    let row = here.row(
        "UPDATE claiming SET told = ? WHERE id = ? AND told IS NULL AND undone IS NULL RETURNING tenancy",
        args![here.now, act.as_str()],
    )?;
    let Some(row) = row else { return Ok(()) };
    let tenancy: TenancyId = row.parse(0)?;
    life::purge_former(here, &tenancy)?;
    for row in here.rows("SELECT id FROM claim WHERE act = ? AND released IS NULL ORDER BY n", args![act.as_str()])? {
        webhooks::tell(here, HookEvent::Claimed, About::Claim(&row.parse(0)?))?;
    }
    let sql = format!(
        "SELECT f.member, count(*), max(t.n) FROM follow f JOIN thread t ON t.n = f.thread JOIN member m ON m.id = f.member \
         WHERE t.visibility = 'public' AND t.kind <> 'update' AND m.sealed IS NOT NULL AND {COVERED} \
         AND NOT EXISTS (SELECT 1 FROM seat s WHERE s.member = f.member AND s.tenancy = ?) \
         AND NOT EXISTS (SELECT 1 FROM silence q WHERE q.member = f.member AND q.what = 'everything') GROUP BY f.member"
    );
    let day = here.now.millis() / Span::days(1).millis();
    for row in here.rows(&sql, args![act.as_str(), tenancy.as_str()])? {
        let member: MemberId = row.parse(0)?;
        tidings::tell_customer(here, &member, Tiding::Claimed, row.whole(1)?, row.whole(2)?, &format!("{tenancy}:{day}"))?;
    }
    Ok(())
}
