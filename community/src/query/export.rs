//! What is known of somebody, for themselves to take along: all of it in the first part, further posts in the next ones.

use chie_domain::api::export_me::{
    ExportMeRefusal, ExportedAppeal, ExportedFlag, ExportedMark, ExportedPerson, ExportedPhoto, ExportedPost, ExportedVersion,
    PART, Request, Response,
};
use chie_domain::device::DeviceFacts;
use chie_domain::ground::Ground;
use chie_domain::id::{MemberId, PostId};
use chie_domain::mood::Face;
use chie_domain::thread::Kind;

use crate::ask::{AccountId, Caller, Outcome, Trouble};
use crate::audit::{self, Deed};
use crate::here::{Here, refuse};
use crate::house::flags::{SETTLED_BY, decided};
use crate::query::thread::markup;
use crate::row::{Row, args};
use crate::sql::{Fault, Sql};
use crate::{credit, people, private};

/// How many of each list are given: more than anybody has.
const MOST: u32 = 10_000;

/// An address that only the Worker can read, and whose it is.
type Sealed = Option<(AccountId, String)>;

/// The columns of an opening post, and of a reply, in one shape.
const THREADS: &str = "SELECT t.n, t.id, t.id, NULL, t.product, t.kind, t.title, t.source, t.body, t.at, t.edited, t.visibility, NULL, 0, \
    t.mood, t.mood_after, t.mood_words, t.facts FROM thread t WHERE t.author = ? AND t.deleted IS NULL \
    AND NOT (t.visibility = 'removed' AND t.ground IS NULL) AND t.n > ? ORDER BY t.n LIMIT ?";
const REPLIES: &str = "SELECT r.n, r.id, t.id, p.id, t.product, NULL, NULL, r.source, r.body, r.at, r.edited, r.visibility, r.accepted, \
    r.stars, NULL, NULL, NULL, NULL FROM reply r JOIN thread t ON t.n = r.thread LEFT JOIN reply p ON p.n = r.parent \
    WHERE r.author = ? AND r.deleted IS NULL AND NOT (r.visibility = 'removed' AND r.ground IS NULL) AND r.n > ? ORDER BY r.n LIMIT ?";

/// A part, with the address that only the Worker can read.
pub(crate) fn run<S: Sql>(here: &Here<'_, S>, request: &Request) -> Result<Outcome, Trouble> {
    let (part, sealed) = part(here, request)?;
    Ok(Outcome::TakenAlong(Box::new(part), sealed))
}

fn part<S: Sql>(here: &Here<'_, S>, request: &Request) -> Result<(Response, Sealed), Trouble> {
    let Caller::Member(me) = here.caller else { return Err(refuse(ExportMeRefusal::Nobody)) };
    people::taking_part(here)?;
    let row = here.row("SELECT name, lang, at, coalesce(reached, account), sealed FROM member WHERE id = ?", args![me.as_str()])?;
    let row = row.ok_or_else(|| refuse(ExportMeRefusal::Nobody))?;
    let person = ExportedPerson {
        id: me.clone(),
        name: row.opt_text(0)?.map(str::to_owned),
        address: None,
        lang: row.opt_text(1)?.map(str::to_owned),
        since: row.time(2)?,
        levels: credit::levels(here, me)?,
    };
    let sealed = row.opt_text(3)?.zip(row.opt_text(4)?).map(|(account, sealed)| (AccountId(account.to_owned()), sealed.to_owned()));
    let first = request.cursor.is_none();
    let (posts, next) = posts(here, me, request.cursor.as_deref())?;
    let mut part = Response {
        brand: here.brand.to_string(),
        at: here.now,
        person,
        posts,
        following: Vec::new(),
        me_too: Vec::new(),
        stars: Vec::new(),
        keep_links: Vec::new(),
        helping: Vec::new(),
        silent: Vec::new(),
        photos: Vec::new(),
        private_notes: Vec::new(),
        flags: Vec::new(),
        appeals: Vec::new(),
        next,
    };
    if first {
        part.private_notes = private::exported(here, me)?;
        everything_else(here, me, &mut part)?;
        audit::record(here, Deed::TakenAlong, me, me.as_str())?;
    }
    Ok((part, sealed))
}

fn everything_else<S: Sql>(here: &Here<'_, S>, me: &MemberId, part: &mut Response) -> Result<(), Fault> {
    let id = me.as_str();
    let marks = |sql: &str| -> Result<Vec<ExportedMark>, Fault> {
        let read = |row: &Row| Ok(ExportedMark { post: row.parse(0)?, title: row.text(1)?.to_owned(), at: row.time(2)? });
        here.rows(sql, args![id, MOST])?.iter().map(read).collect()
    };
    part.following =
        marks("SELECT t.id, t.title, f.at FROM follow f JOIN thread t ON t.n = f.thread WHERE f.member = ? ORDER BY f.at LIMIT ?")?;
    part.me_too =
        marks("SELECT t.id, t.title, x.at FROM me_too x JOIN thread t ON t.n = x.thread WHERE x.member = ? ORDER BY x.at LIMIT ?")?;
    part.stars = marks(
        "SELECT r.id, t.title, x.at FROM star x JOIN reply r ON r.n = x.reply JOIN thread t ON t.n = r.thread \
         WHERE x.member = ? ORDER BY x.at LIMIT ?",
    )?;
    part.keep_links = marks(
        "SELECT t.id, t.title, k.at FROM keep_link k JOIN thread t ON t.n = k.thread WHERE k.member = ? ORDER BY k.at LIMIT ?",
    )?;
    for row in here.rows("SELECT product FROM helper WHERE member = ? ORDER BY since LIMIT ?", args![id, MOST])? {
        part.helping.push(row.parse(0)?);
    }
    for row in here.rows("SELECT what FROM silence WHERE member = ? ORDER BY at LIMIT ?", args![id, MOST])? {
        part.silent.push(row.text(0)?.to_owned());
    }
    let photos = "SELECT p.id, coalesce(r.id, t.id), p.alt, p.at, p.key FROM photo p LEFT JOIN thread t ON t.n = p.thread \
                  LEFT JOIN reply r ON r.n = p.reply WHERE p.member = ? AND p.state <> 'gone' ORDER BY p.at, p.n LIMIT ?";
    for row in here.rows(photos, args![id, MOST])? {
        part.photos.push(ExportedPhoto {
            id: row.parse(0)?,
            post: row.opt_parse(1)?,
            alt: row.opt_text(2)?.map(str::to_owned),
            at: row.time(3)?,
            key: row.text(4)?.to_owned(),
        });
    }
    the_house(here, id, part)
}

/// What they flagged and what they appealed against, each with what came of it: the first decision that looked at it.
fn the_house<S: Sql>(here: &Here<'_, S>, id: &str, part: &mut Response) -> Result<(), Fault> {
    let flags = format!(
        "SELECT f.about, f.at, f.words, f.ground, d.at, d.verdict FROM flag f {SETTLED_BY} WHERE f.who = ? ORDER BY f.n LIMIT ?"
    );
    for row in &here.rows(&flags, args![id, MOST])? {
        part.flags.push(ExportedFlag {
            about: row.parse(0)?,
            at: row.time(1)?,
            words: row.opt_text(2)?.map(str::to_owned),
            ground: row.code(3, Ground::from_code)?,
            decided: decided(row, 4)?,
        });
    }
    let appeals = "SELECT a.about, a.at, a.words, NULL, d.at, d.verdict FROM appeal a LEFT JOIN decision d ON d.appeal = a.n \
                   WHERE a.member = ? ORDER BY a.n LIMIT ?";
    for row in &here.rows(appeals, args![id, MOST])? {
        let words = row.opt_text(2)?.map(str::to_owned);
        part.appeals.push(ExportedAppeal { about: row.parse(0)?, at: row.time(1)?, words, decided: decided(row, 4)? });
    }
    Ok(())
}

/// Posts from a cursor on: threads first, then replies.
fn posts<S: Sql>(here: &Here<'_, S>, me: &MemberId, cursor: Option<&str>) -> Result<(Vec<ExportedPost>, Option<String>), Trouble> {
    let most = usize::try_from(PART).unwrap_or(usize::MAX);
    let (kind, after) = match cursor {
        None => ("t", 0),
        Some(cursor) => position(cursor).ok_or_else(|| refuse(ExportMeRefusal::CursorInvalid))?,
    };
    let mut posts = Vec::new();
    let mut from = (kind, after);
    for (name, sql) in [("t", THREADS), ("r", REPLIES)] {
        if (kind == "r" && name == "t") || posts.len() >= most {
            continue;
        }
        let after = if name == kind { after } else { 0 };
        let left = u32::try_from(most - posts.len()).unwrap_or(PART) + 1;
        let rows = here.rows(sql, args![me.as_str(), after, left])?;
        from = (name, after);
        for row in &rows {
            if posts.len() == most {
                return Ok((posts, Some(format!("{}~{}", from.0, from.1))));
            }
            posts.push(post(here, row)?);
            from = (name, row.whole(0)?);
        }
    }
    // Exactly full with threads: replies may follow.
    let next = (posts.len() == most && from.0 == "t").then(|| "r~0".to_owned());
    Ok((posts, next))
}

fn position(cursor: &str) -> Option<(&'static str, u64)> {
    let (kind, n) = cursor.split_once('~')?;
    let kind = ["t", "r"].into_iter().find(|it| *it == kind)?;
    let digits = (1..=15).contains(&n.len()) && n.bytes().all(|byte| byte.is_ascii_digit());
    Some((kind, n.parse().ok().filter(|_| digits)?))
}

fn post<S: Sql>(here: &Here<'_, S>, row: &Row) -> Result<ExportedPost, Fault> {
    let id: PostId = row.parse(1)?;
    let mut versions = Vec::new();
    for version in here.rows("SELECT at, title, body FROM version WHERE post = ? ORDER BY n", args![id.as_str()])? {
        versions.push(ExportedVersion {
            at: version.time(0)?,
            title: version.opt_text(1)?.map(str::to_owned),
            text: markup(version.text(2)?)?.plain(),
        });
    }
    let text = match row.opt_text(7)? {
        Some(source) => source.to_owned(),
        None => markup(row.text(8)?)?.plain(),
    };
    let face = |place: usize| -> Result<Option<Face>, Fault> { Ok(row.opt_text(place)?.and_then(Face::from_code)) };
    Ok(ExportedPost {
        id,
        thread: row.parse(2)?,
        under: row.opt_parse(3)?,
        product: row.parse(4)?,
        kind: row.opt_text(5)?.and_then(Kind::from_code),
        title: row.opt_text(6)?.map(str::to_owned),
        text,
        at: row.time(9)?,
        edited: row.opt_time(10)?,
        state: row.text(11)?.to_owned(),
        accepted: row.opt_time(12)?,
        stars: row.count(13)?,
        mood: [face(14)?, face(15)?].into_iter().flatten().collect(),
        mood_words: row.opt_text(16)?.map(str::to_owned),
        facts: row.opt_text(17)?.and_then(|text| DeviceFacts::parse(text).ok()).map_or_else(Vec::new, |it| it.facts().to_vec()),
        versions,
    })
}
