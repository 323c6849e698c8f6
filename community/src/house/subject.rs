//! What a flag or a decision is about, as it is stored, and what becomes of it: everybody sees it, its author alone does, or a stone
//! stays. Counts, orders and the search index follow.

use chie_domain::ground::Ground;
use chie_domain::id::{MemberId, PhotoId, PostId, ReplyId, ThreadId};
use chie_domain::matter::Matter;
use chie_domain::policy::Visibility;
use chie_domain::text::ProductKey;
use chie_domain::thread::Kind;
use chie_domain::webhook::HookEvent;

use crate::command::climb_ladder;
use crate::company::Company;
use crate::due::{self, Errand};
use crate::here::Here;
use crate::photos::{self, Place};
use crate::row::args;
use crate::search::index;
use crate::sql::{Fault, Sql};
use crate::webhooks::About;
use crate::{credit, follow, outbox, posts, private, steward, visibility, webhooks};

/// Something that can be flagged and decided about.
#[derive(Debug, Clone)]
pub(crate) struct Subject {
    pub(crate) about: Matter,
    pub(crate) what: What,
    /// Whose it is; nobody's, for the badge and the community.
    pub(crate) author: Option<MemberId>,
    /// Who sees it now.
    pub(crate) visibility: Visibility,
    /// The version of the rules that it was written under.
    pub(crate) rules: u16,
}

/// What it is.
#[derive(Debug, Clone)]
pub(crate) enum What {
    /// A post.
    Post(PostRow),
    /// A photo, under the post of this place.
    Photo(PhotoId, PostRow),
    /// A name; where its owner last wrote.
    Name(String, Option<(u64, ProductKey)>),
    /// Nothing with an author.
    Place,
}

/// A post by its numbers.
#[derive(Debug, Clone)]
pub(crate) struct PostRow {
    pub(crate) thread: u64,
    pub(crate) thread_id: ThreadId,
    pub(crate) product: ProductKey,
    pub(crate) kind: Kind,
    /// None for the opening post.
    pub(crate) reply: Option<u64>,
    pub(crate) parent: Option<u64>,
    pub(crate) official: bool,
}

impl Subject {
    /// The post that it is or stands under.
    pub(crate) const fn post(&self) -> Option<&PostRow> {
        match &self.what {
            What::Post(post) | What::Photo(_, post) => Some(post),
            What::Name(..) | What::Place => None,
        }
    }

    /// The thread and product of it, for whoever is told.
    pub(crate) fn thread(&self) -> Option<u64> {
        match &self.what {
            What::Post(post) | What::Photo(_, post) => Some(post.thread),
            What::Name(_, place) => place.as_ref().map(|(thread, _)| *thread),
            What::Place => None,
        }
    }

    /// The product in which levels count for it.
    pub(crate) fn product(&self) -> Option<&ProductKey> {
        match &self.what {
            What::Post(post) | What::Photo(_, post) => Some(&post.product),
            What::Name(_, place) => place.as_ref().map(|(_, product)| product),
            What::Place => None,
        }
    }

    /// Whether it was said for the brand.
    pub(crate) fn official(&self) -> bool {
        self.post().is_some_and(|post| post.official)
    }
}

/// Finds it, whatever became of it; nothing where it is not here or its author took it back.
pub(crate) fn find<S: Sql>(here: &Here<'_, S>, about: &Matter) -> Result<Option<Subject>, Fault> {
    match about {
        Matter::Post(id) => post(here, about, id),
        Matter::Photo(id) => photo(here, about, id),
        Matter::Name(id) => name(here, about, id),
        Matter::Badge | Matter::Community => {
            let (about, visibility) = (about.clone(), Visibility::Public);
            Ok(Some(Subject { about, what: What::Place, author: None, visibility, rules: 0 }))
        }
    }
}

fn post<S: Sql>(here: &Here<'_, S>, about: &Matter, id: &PostId) -> Result<Option<Subject>, Fault> {
    let sql = match id {
        PostId::Opening(_) => {
            "SELECT t.n, t.id, t.product, t.kind, NULL, NULL, t.author, t.visibility, t.ground, t.rules, t.deleted, t.tenancy \
             FROM thread t WHERE t.id = ?"
        }
        PostId::Reply(_) => {
            "SELECT t.n, t.id, t.product, t.kind, r.n, r.parent, r.author, r.visibility, r.ground, r.rules, r.deleted, r.tenancy \
             FROM reply r JOIN thread t ON t.n = r.thread WHERE r.id = ?"
        }
    };
    let Some(row) = here.row(sql, args![id.as_str()])? else { return Ok(None) };
    let visibility = visibility::read(&row, 7, 8, 6)?;
    if visibility == Visibility::Gone || row.opt_time(10)?.is_some() {
        return Ok(None);
    }
    let post = PostRow {
        thread: row.whole(0)?,
        thread_id: row.parse(1)?,
        product: row.parse(2)?,
        kind: row.code(3, Kind::from_code)?,
        reply: row.opt_whole(4)?,
        parent: row.opt_whole(5)?,
        official: row.opt_text(11)?.is_some(),
    };
    let (author, rules) = (Some(row.parse(6)?), u16::try_from(row.whole(9)?).unwrap_or(u16::MAX));
    Ok(Some(Subject { about: about.clone(), what: What::Post(post), author, visibility, rules }))
}

fn photo<S: Sql>(here: &Here<'_, S>, about: &Matter, id: &PhotoId) -> Result<Option<Subject>, Fault> {
    let sql = "SELECT p.member, p.hidden, t.id, r.id FROM photo p JOIN thread t ON t.n = p.thread LEFT JOIN reply r ON r.n = p.reply \
               WHERE p.id = ? AND p.state = 'shown'";
    let Some(row) = here.row(sql, args![id.as_str()])? else { return Ok(None) };
    let under = match row.opt_parse::<ReplyId>(3)? {
        Some(reply) => PostId::Reply(reply),
        None => PostId::Opening(row.parse(2)?),
    };
    let Some(Subject { what: What::Post(post), visibility, rules, .. }) = post(here, about, &under)? else { return Ok(None) };
    let author: MemberId = row.parse(0)?;
    let visibility = match (visibility, row.opt_text(1)?.and_then(Ground::from_code)) {
        (Visibility::Public, Some(ground)) => Visibility::Held { author: author.clone(), ground },
        (other, _) => other,
    };
    Ok(Some(Subject { about: about.clone(), what: What::Photo(id.clone(), post), author: Some(author), visibility, rules }))
}

fn name<S: Sql>(here: &Here<'_, S>, about: &Matter, id: &MemberId) -> Result<Option<Subject>, Fault> {
    let sql = "SELECT name, name_held FROM member WHERE id = ? AND erased IS NULL AND merged_into IS NULL";
    let Some(row) = here.row(sql, args![id.as_str()])? else { return Ok(None) };
    let ground = "SELECT ground FROM matter WHERE about = ?";
    let (name, visibility) = match (row.opt_text(0)?, row.opt_text(1)?) {
        (Some(name), _) => (name, Visibility::Public),
        (None, Some(name)) => {
            let ground = here.row(ground, args![id.as_str()])?.map(|row| row.code(0, Ground::from_code)).transpose()?;
            let ground = ground.unwrap_or(Ground::PosingAsStaff);
            (name, Visibility::Held { author: id.clone(), ground })
        }
        (None, None) => return Ok(None),
    };
    let last = here.row(
        "SELECT n, product FROM (SELECT n, product, at FROM thread WHERE author = ? UNION ALL \
         SELECT t.n, t.product, r.at FROM reply r JOIN thread t ON t.n = r.thread WHERE r.author = ?) ORDER BY at DESC LIMIT 1",
        args![id.as_str(), id.as_str()],
    )?;
    let last = last.map(|row| Ok::<_, Fault>((row.whole(0)?, row.parse(1)?))).transpose()?;
    let what = What::Name(name.to_owned(), last);
    Ok(Some(Subject { about: about.clone(), what, author: Some(id.clone()), visibility, rules: 0 }))
}

/// Hides it from everybody but its author.
pub(crate) fn hide<S: Sql>(here: &Here<'_, S>, company: &Company, it: &Subject, ground: Ground) -> Result<(), Fault> {
    match (&it.what, &it.author) {
        (What::Post(post), Some(author)) => {
            set(here, company, post, &it.visibility, &Visibility::Held { author: author.clone(), ground })
        }
        (What::Photo(id, _), _) => {
            let sql = "UPDATE photo SET hidden = ?, veiled = 1 WHERE id = ?";
            here.run(sql, args![ground.code(), id.as_str()])
        }
        (What::Name(..), Some(member)) => {
            let sql = "UPDATE member SET name_held = coalesce(name, name_held), name = NULL WHERE id = ?";
            here.run(sql, args![member.as_str()])?;
            give_handles(here, member)
        }
        (What::Post(_) | What::Name(..), None) | (What::Place, _) => Ok(()),
    }
}

/// Removes it; of a post a stone with the ground stays. A photo's bytes are deleted, so that this cannot be undone for them.
pub(crate) fn remove<S: Sql>(here: &Here<'_, S>, company: &Company, it: &Subject, ground: Ground) -> Result<(), Fault> {
    match (&it.what, &it.author) {
        (What::Post(post), Some(author)) => {
            set(here, company, post, &it.visibility, &Visibility::Removed { author: author.clone(), ground })?;
            photos::let_go(here, Place { thread: post.thread, reply: post.reply })
        }
        (What::Photo(id, _), _) => {
            here.run("UPDATE photo SET state = 'gone' WHERE id = ?", args![id.as_str()])?;
            due::plan_by(here, &Errand::Photos, here.now)
        }
        (What::Name(..), Some(member)) => {
            here.run("UPDATE member SET name = NULL, name_held = NULL WHERE id = ?", args![member.as_str()])?;
            give_handles(here, member)
        }
        (What::Post(_) | What::Name(..), None) | (What::Place, _) => Ok(()),
    }
}

/// Everybody sees it again, or for the first time.
pub(crate) fn restore<S: Sql>(here: &Here<'_, S>, company: &Company, it: &Subject) -> Result<(), Fault> {
    match &it.what {
        What::Post(post) => set(here, company, post, &it.visibility, &Visibility::Public),
        What::Photo(id, _) => {
            // Whoever decided has looked at it.
            here.run("UPDATE photo SET hidden = NULL, veiled = 0 WHERE id = ? AND hidden IS NOT NULL", args![id.as_str()])
        }
        What::Name(..) => {
            let id = it.about.as_str();
            here.run("UPDATE member SET name = coalesce(name, name_held), name_held = NULL WHERE id = ?", args![id])
        }
        What::Place => Ok(()),
    }
}

/// Whoever has no name any more goes by a colour, wherever they wrote.
fn give_handles<S: Sql>(here: &Here<'_, S>, member: &MemberId) -> Result<(), Fault> {
    let threads = "SELECT n FROM thread WHERE author = ? UNION SELECT thread FROM reply WHERE author = ?";
    for row in here.rows(threads, args![member.as_str(), member.as_str()])? {
        crate::handles::give(here, row.whole(0)?, member)?;
    }
    Ok(())
}

/// Sets who sees a post, with all that follows from it.
fn set<S: Sql>(
    here: &Here<'_, S>,
    company: &Company,
    post: &PostRow,
    before: &Visibility,
    after: &Visibility,
) -> Result<(), Fault> {
    let (seen_by, ground) = posts::columns(after);
    let (was, is) = (*before == Visibility::Public, *after == Visibility::Public);
    let Some(reply) = post.reply else {
        here.run("UPDATE thread SET visibility = ?, ground = ? WHERE n = ?", args![seen_by, ground, post.thread])?;
        if is && !was {
            index::renew(here, post.thread)?;
            if matches!(post.kind, Kind::Question | Kind::Problem) {
                climb_ladder::begin(here, &post.thread_id)?;
            }
            if matches!(before, Visibility::Held { .. }) {
                webhooks::tell(here, HookEvent::Asked, About::Thread(post.thread))?;
            }
        } else if was && !is {
            // The conversation below stays readable in its place, but nothing of it is found any more.
            index::take_out_thread(here, post.thread)?;
            private::sweep(here, company)?;
        }
        credit::recount_thread(here, post.thread)?;
        return outbox::tell_directory(here);
    };
    here.run("UPDATE reply SET visibility = ?, ground = ? WHERE n = ?", args![seen_by, ground, reply])?;
    if was != is && post.parent.is_none() {
        let sql = if is {
            "UPDATE thread SET replies = replies + 1 WHERE n = ?"
        } else {
            "UPDATE thread SET replies = replies - 1 WHERE n = ?"
        };
        here.run(sql, args![post.thread])?;
    }
    let author: Option<MemberId> = match after {
        Visibility::Public => {
            here.row("SELECT author FROM reply WHERE n = ?", args![reply])?.map(|row| row.parse(0)).transpose()?
        }
        Visibility::Held { .. } | Visibility::Removed { .. } | Visibility::Gone => None,
    };
    if let Some(author) = author.filter(|_| !was) {
        // Nobody heard of what waited: whoever follows hears of it now, and of one that stood before not twice.
        if post.parent.is_none() {
            follow::first_answer(here, post.thread, &author)?;
        }
        if matches!(before, Visibility::Held { .. }) {
            follow::answered(here, post.thread, reply, &author)?;
            webhooks::tell(here, HookEvent::Replied, About::Reply(post.thread, reply))?;
        }
    }
    if here.row("SELECT 1 FROM thread WHERE n = ? AND visibility = 'public'", args![post.thread])?.is_some() {
        index::renew(here, post.thread)?;
    }
    steward::recount(here, company, post.thread)?;
    credit::recount_thread(here, post.thread)
}

/// Puts a thread under another product, with its counts. Counts follow its visibility, so that it leaves one and comes into the other.
pub(crate) fn move_to<S: Sql>(here: &Here<'_, S>, company: &Company, post: &PostRow, to: &ProductKey) -> Result<(), Fault> {
    let n = post.thread;
    let row = here.row("SELECT visibility FROM thread WHERE n = ?", args![n])?;
    let public = row.map_or(Ok(false), |row| row.text(0).map(|it| it == "public"))?;
    if public {
        here.run("UPDATE thread SET visibility = 'removed', ground = 'off_topic' WHERE n = ?", args![n])?;
    }
    here.run("UPDATE thread SET product = ? WHERE n = ?", args![to.as_str(), n])?;
    if public {
        here.run("UPDATE thread SET visibility = 'public', ground = NULL WHERE n = ?", args![n])?;
        index::renew(here, n)?;
    }
    steward::settle_thread(here, company, n)?;
    let wrote = "SELECT DISTINCT author FROM reply WHERE thread = ?";
    for row in here.rows(wrote, args![n])? {
        let author: MemberId = row.parse(0)?;
        credit::recount(here, &author, &post.product)?;
        credit::recount(here, &author, to)?;
    }
    outbox::tell_directory(here)
}
