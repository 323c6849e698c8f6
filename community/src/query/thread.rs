//! Threads: the stored row, its line in a list, and the whole view with answers and replies.

use chie_domain::api::get_thread::GetThreadRefusal;
use chie_domain::api::view::{Post, ProductChange, ThreadRow, ThreadView};
use chie_domain::claim::{Claim, Claimable, Stewardship};
use chie_domain::device::{DeviceFacts, Fact};
use chie_domain::event::Doer;
use chie_domain::id::{MemberId, ReplyId, TenancyId, ThreadId};
use chie_domain::markup::Markup;
use chie_domain::mood::{Face, Mood};
use chie_domain::policy::{Sight, Viewer, Visibility, can_see};
use chie_domain::text::{ProductKey, ProductVersion, Reason};
use chie_domain::thread::{FanStatus, Kind, OfficialStatus, OfficialWord, Status};
use chie_domain::time::Timestamp;

use crate::ask::Trouble;
use crate::company::Company;
use crate::here::{Here, refuse};
use crate::query::author::Wrote;
use crate::query::{community, reply};
use crate::row::{Row, args};
use crate::sql::{Fault, Sql};
use crate::{credit, duplicates, events, handles, introductions, marks, photos, private, steward, tags, visibility};

/// A thread as it is stored.
#[derive(Debug, Clone)]
pub(crate) struct Thread {
    pub(crate) n: u64,
    pub(crate) id: ThreadId,
    pub(crate) product: ProductKey,
    pub(crate) kind: Kind,
    pub(crate) title: String,
    pub(crate) author: MemberId,
    pub(crate) at: Timestamp,
    pub(crate) active: Timestamp,
    pub(crate) replies: u32,
    pub(crate) me_too: u32,
    pub(crate) fan: FanStatus,
    pub(crate) said: Option<(OfficialWord, Option<Reason>)>,
    pub(crate) said_tenancy: Option<TenancyId>,
    pub(crate) said_at: Option<Timestamp>,
    pub(crate) official_reply: Option<ReplyId>,
    pub(crate) official_tenancy: Option<TenancyId>,
    pub(crate) visibility: Visibility,
    pub(crate) weight: u64,
    pub(crate) waits: u64,
    pub(crate) danger: Option<Timestamp>,
}

/// The columns that [`Thread::read`] takes, of a table that is called `t`.
pub(crate) const COLUMNS: &str = "t.n, t.id, t.product, t.kind, t.title, t.author, t.at, t.active, t.replies, t.me_too, t.fan, \
    t.said, t.reason, t.said_tenancy, t.official_reply, t.official_tenancy, t.visibility, t.ground, t.weight, t.waits, t.danger, t.said_at";
/// How many columns these are.
pub(crate) const WIDTH: usize = 22;

impl Thread {
    pub(crate) fn read(row: &Row) -> Result<Self, Fault> {
        let said = match row.opt_text(11)? {
            Some(_) => Some((row.code(11, OfficialWord::from_code)?, row.opt_parse(12)?)),
            None => None,
        };
        Ok(Self {
            n: row.whole(0)?,
            id: row.parse(1)?,
            product: row.parse(2)?,
            kind: row.code(3, Kind::from_code)?,
            title: row.text(4)?.to_owned(),
            author: row.parse(5)?,
            at: row.time(6)?,
            active: row.time(7)?,
            replies: row.count(8)?,
            me_too: row.count(9)?,
            fan: row.code(10, steward::fan_of)?,
            said,
            said_tenancy: row.opt_parse(13)?,
            official_reply: row.opt_parse(14)?,
            official_tenancy: row.opt_parse(15)?,
            visibility: visibility::read(row, 16, 17, 5)?,
            weight: row.whole(18)?,
            waits: row.whole(19)?,
            danger: row.opt_time(20)?,
            said_at: row.opt_time(21)?,
        })
    }

    /// Who stands behind it now.
    pub(crate) fn steward(&self, company: &Company, claims: &[Claim]) -> Stewardship {
        company.steward(claims, Claimable { thread: &self.id, product: &self.product, began: self.at })
    }

    /// The reply that the brand puts its name to, while the thread is official.
    pub(crate) fn marked(&self, company: &Company, steward: Stewardship) -> Option<&ReplyId> {
        let counts = steward != Stewardship::FanMade && self.official_tenancy.as_ref() == company.living();
        self.official_reply.as_ref().filter(|_| counts)
    }

    /// Its line in a list.
    pub(crate) fn row(&self, company: &Company, claims: &[Claim]) -> ThreadRow {
        let steward = self.steward(company, claims);
        let said = self.said.clone().filter(|_| self.said_tenancy.as_ref() == company.living());
        let said = said.and_then(|(word, reason)| OfficialStatus::new(self.kind, word, reason).ok());
        ThreadRow {
            id: self.id.clone(),
            product: self.product.clone(),
            kind: self.kind,
            title: self.title.clone(),
            status: Status::of(self.kind, &steward, said, self.fan),
            steward,
            replies: self.replies,
            me_too: self.me_too,
            at: self.at,
            active: self.active,
            danger: self.danger,
        }
    }

    /// Whether somebody may warn here: the operator everywhere, a representative where the thread is official.
    pub(crate) fn may_warn<S: Sql>(&self, here: &Here<'_, S>, company: &Company, by: Doer) -> Result<bool, Fault> {
        let claims = company.claims_of(here, [&self.id])?;
        Ok(by == Doer::Operator || self.steward(company, &claims) != Stewardship::FanMade)
    }
}

/// The thread of that id, unless the viewer may not even know that it is there.
pub(crate) fn find<S: Sql>(here: &Here<'_, S>, viewer: &Viewer, id: &ThreadId) -> Result<Option<(Thread, Sight)>, Fault> {
    let row = here.row(&format!("SELECT {COLUMNS} FROM thread t WHERE t.id = ?"), args![id.as_str()])?;
    let Some(thread) = row.map(|row| Thread::read(&row)).transpose()? else { return Ok(None) };
    let sight = can_see(viewer, &thread.visibility);
    Ok((sight != Sight::Nothing).then_some((thread, sight)))
}

/// The thread of that id, if the viewer may write in it: everybody where all can see it, its author while it is held.
pub(crate) fn open_to<S: Sql>(here: &Here<'_, S>, viewer: &Viewer, id: &ThreadId) -> Result<Option<Thread>, Fault> {
    let found = find(here, viewer, id)?;
    let open = |thread: &Thread| matches!(thread.visibility, Visibility::Public | Visibility::Held { .. });
    Ok(found.map(|(thread, _)| thread).filter(open))
}

/// The whole view, from its beginning or from where a former part ended.
pub(crate) fn view<S: Sql>(
    here: &Here<'_, S>,
    company: &Company,
    viewer: &Viewer,
    id: &ThreadId,
    cursor: Option<&str>,
) -> Result<ThreadView, Trouble> {
    part(here, company, viewer, id, &cursor.map_or(reply::Part::First, reply::Part::At))
}

/// The part in which a reply stands; the first one where it is not there.
pub(crate) fn view_around<S: Sql>(
    here: &Here<'_, S>,
    company: &Company,
    viewer: &Viewer,
    id: &ThreadId,
    reply: &ReplyId,
) -> Result<ThreadView, Trouble> {
    part(here, company, viewer, id, &reply::Part::Around(reply))
}

fn part<S: Sql>(
    here: &Here<'_, S>,
    company: &Company,
    viewer: &Viewer,
    id: &ThreadId,
    part: &reply::Part<'_>,
) -> Result<ThreadView, Trouble> {
    let (thread, sight) = find(here, viewer, id)?.ok_or_else(|| refuse(GetThreadRefusal::UnknownThread))?;
    let claims = company.claims_of(here, [id])?;
    let mut row = thread.row(company, &claims);
    let Opening { wrote, product_name, post, edited, mood, facts, not_solved, version } = opening(here, &thread)?;
    let mut mood = mood;
    if sight == Sight::Tombstone {
        row.title = String::new();
        mood = None;
    }
    let facts = if sight == Sight::Tombstone { Vec::new() } else { facts };
    let official = row.steward != Stewardship::FanMade;
    let badge = if official { company.badge(here.brand, community::load(here)?.shown(here, company)) } else { None };
    let answers = reply::answers(here, company, &thread, thread.marked(company, row.steward), row.steward)?;
    let reply::Page { replies, before, next, from, to } = reply::page(here, company, viewer, &thread, part, row.steward)?;
    let photos = if sight == Sight::Tombstone { Vec::new() } else { photos::of_opening(here, viewer, &thread)? };
    let events = events::within(here, &thread, from, to)?;
    let author = wrote.author(here, company, row.steward);
    let changed = changed(&thread, &row.status, version);
    let private_notes = if official { private::count(here, company, thread.n)? } else { 0 };
    let (tags, duplicate) = (tags::of(here, thread.n)?, duplicates::view(here, company, thread.n)?);
    let mut view = ThreadView {
        row,
        product_name,
        author,
        post,
        photos,
        badge,
        answers,
        replies,
        next,
        before,
        edited,
        events,
        mood,
        facts,
        not_solved,
        changed,
        tags,
        duplicate,
        private_notes,
    };
    credit::show(here, &mut view)?;
    marks::show(here, company, &mut view)?;
    introductions::show(here, company, &mut view)?;
    Ok(view)
}

/// The change of the product that a thread led to, while its status says so.
fn changed(thread: &Thread, status: &Status, version: Option<ProductVersion>) -> Option<ProductChange> {
    let at = thread.said_at?;
    let says_so = matches!(status, Status::Official(status) if status.word().changes_product());
    says_so.then(|| ProductChange { people: thread.me_too.saturating_add(1), at, version })
}

/// What is shown of a post to somebody who may know of it. A removed one is a stone for everybody, its author too: the ground
/// is what they are told.
pub(crate) fn shown(body: Markup, visibility: &Visibility, deleted: Option<Timestamp>) -> Post {
    match visibility {
        Visibility::Public | Visibility::Held { .. } if deleted.is_some() => Post::Deleted,
        Visibility::Gone => Post::Deleted,
        Visibility::Public => Post::Whole(body),
        Visibility::Held { ground, .. } => Post::Held(body, *ground),
        Visibility::Removed { ground, .. } => Post::Removed(*ground),
    }
}

/// A stored tree.
pub(crate) fn markup(text: &str) -> Result<Markup, Fault> {
    serde_json::from_str(text).map_err(|_| Fault("a stored post does not parse".to_owned()))
}

/// What an opening post has beyond its line.
struct Opening {
    wrote: Wrote,
    product_name: String,
    post: Post,
    edited: Option<Timestamp>,
    mood: Option<Mood>,
    facts: Vec<Fact>,
    not_solved: Option<Timestamp>,
    version: Option<ProductVersion>,
}

fn opening<S: Sql>(here: &Here<'_, S>, thread: &Thread) -> Result<Opening, Fault> {
    let row = here.row(
        "SELECT t.body, m.name, m.account, h.number, p.name, h.colour, t.edited, t.deleted, t.mood, t.mood_words, t.mood_after, \
         t.facts, t.not_solved, t.said_version, t.tenancy, t.spoken_by, \
         EXISTS (SELECT 1 FROM seat s WHERE s.tenancy = t.tenancy AND s.member = t.author) FROM thread t JOIN member m ON m.id = t.author \
         JOIN product p ON p.key = t.product LEFT JOIN handle h ON h.thread = t.n AND h.member = t.author WHERE t.n = ?",
        args![thread.n],
    )?;
    let row = row.ok_or_else(|| Fault("a thread without its author".to_owned()))?;
    let wrote = Wrote {
        member: thread.author.clone(),
        name: row.opt_text(15)?.or(row.opt_text(1)?).map(str::to_owned),
        confirmed: row.opt_text(2)?.is_some(),
        handle: handles::read(&row, 5, 3)?,
        tenancy: row.opt_parse(14)?,
        seated: row.whole(16)? == 1,
        at: thread.at,
    };
    let before = row.opt_text(8)?.and_then(Face::from_code);
    let mood = match before {
        Some(before) => Some(Mood { before, words: row.opt_parse(9)?, after: row.opt_text(10)?.and_then(Face::from_code) }),
        None => None,
    };
    let facts: Option<DeviceFacts> = row.opt_parse(11)?;
    Ok(Opening {
        wrote,
        product_name: row.text(4)?.to_owned(),
        post: shown(markup(row.text(0)?)?, &thread.visibility, row.opt_time(7)?),
        edited: row.opt_time(6)?,
        mood,
        facts: facts.unwrap_or_default().facts().to_vec(),
        not_solved: row.opt_time(12)?,
        version: row.opt_parse(13)?,
    })
}
