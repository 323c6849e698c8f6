//! A matter as the operator sees it: the thing with what stands around it, who flagged it, what was decided before.

use chie_domain::api::get_matter::{AppealView, Decision, Flag, GetMatterRefusal, Neighbour, Place, Response, Sight};
use chie_domain::flag::SECOND_LOOK;
use chie_domain::ground::Ground;
use chie_domain::id::MemberId;
use chie_domain::matter::{Asked, Matter, Verdict};
use chie_domain::policy::{Act, Visibility, can_act};

use crate::ask::{Outcome, Trouble};
use crate::company::Company;
use crate::here::{Here, refuse};
use crate::house::subject::{self, PostRow, What};
use crate::house::{self, down, waiting};
use crate::query::{author, thread};
use crate::row::args;
use crate::sql::{Fault, Sql};
use crate::{people, photos};

/// So many characters of a neighbour are shown.
const EXCERPT: usize = 280;
/// So many neighbours before and after it.
const AROUND: u32 = 2;

/// What the operator asked for.
pub(crate) fn see<S: Sql>(here: &Here<'_, S>, company: &Company, about: &Matter) -> Result<Outcome, Trouble> {
    if !can_act(&people::viewer(here, company)?, &Act::Decide) {
        return Err(refuse(GetMatterRefusal::NotAllowed));
    }
    let view = view(here, company, about)?.ok_or_else(|| refuse(GetMatterRefusal::NotFound))?;
    Ok(Outcome::Matter(Box::new(view)))
}

/// The matter; nothing where nothing is known of it.
pub(crate) fn view<S: Sql>(here: &Here<'_, S>, _company: &Company, about: &Matter) -> Result<Option<Response>, Fault> {
    let subject = subject::find(here, about)?;
    let known = here.row("SELECT 1 FROM matter WHERE about = ?", args![about.as_str()])?.is_some();
    if subject.is_none() && !known {
        return Ok(None);
    }
    let closed = if *about == Matter::Community { down::standing(here)? } else { None };
    let (sight, ground) = match (subject.as_ref().map(|it| &it.visibility), closed) {
        (_, Some((_, ground))) => (Sight::Removed, Some(ground)),
        (Some(Visibility::Public), None) => (Sight::Public, None),
        (Some(Visibility::Held { ground, .. }), None) => (Sight::Hidden, Some(*ground)),
        (Some(Visibility::Removed { ground, .. }), None) => (Sight::Removed, Some(*ground)),
        (Some(Visibility::Gone) | None, None) => (Sight::Gone, None),
    };
    let who = subject.as_ref().and_then(|it| it.author.clone());
    let mut view = Response {
        brand: here.brand.clone(),
        about: about.clone(),
        waits: waiting::of(here, about)?,
        sight,
        ground,
        place: None,
        author: None,
        author_held: None,
        posts: 0,
        removed: 0,
        words: None,
        name: None,
        photos: Vec::new(),
        around: Vec::new(),
        flags: flags(here, about)?,
        decisions: decisions(here, about)?,
        appeal: appeal(here, about)?,
    };
    if let Some(who) = &who {
        view.author = author::me(here, who)?;
        view.author_held = house::author_held(here, who)?;
        (view.posts, view.removed) = past(here, who)?;
    }
    match subject.map(|it| it.what) {
        Some(What::Post(post)) => {
            (view.words, view.place) = words(here, &post)?;
            view.photos = photos::of_post_to_decide(here, photos::Place { thread: post.thread, reply: post.reply })?;
            view.around = around(here, &post)?;
        }
        Some(What::Photo(id, post)) => {
            (view.words, view.place) = words(here, &post)?;
            view.photos = photos::one_to_decide(here, &id)?;
            view.around = around(here, &post)?;
        }
        Some(What::Name(name, _)) => view.name = Some(name),
        Some(What::Place) | None => {}
    }
    Ok(Some(view))
}

fn words<S: Sql>(here: &Here<'_, S>, post: &PostRow) -> Result<(Option<chie_domain::markup::Markup>, Option<Place>), Fault> {
    let row = match post.reply {
        Some(reply) => {
            here.row("SELECT r.body, t.title, r.at FROM reply r JOIN thread t ON t.n = r.thread WHERE r.n = ?", args![reply])?
        }
        None => here.row("SELECT body, title, at FROM thread WHERE n = ?", args![post.thread])?,
    };
    let Some(row) = row else { return Ok((None, None)) };
    let place = Place {
        thread: post.thread_id.clone(),
        product: post.product.clone(),
        title: row.text(1)?.to_owned(),
        at: row.time(2)?,
        official: post.official,
    };
    Ok((Some(thread::markup(row.text(0)?)?), Some(place)))
}

/// The opening post, and what was written just before and after.
fn around<S: Sql>(here: &Here<'_, S>, post: &PostRow) -> Result<Vec<Neighbour>, Fault> {
    let n = post.reply.unwrap_or(0);
    let sql = "SELECT author, at, body FROM (SELECT 0 AS n, author, at, body FROM thread WHERE n = ? AND ? > 0 AND deleted IS NULL \
        UNION ALL SELECT n, author, at, body FROM (SELECT n, author, at, body FROM reply WHERE thread = ? AND n < ? AND deleted IS NULL \
        AND visibility = 'public' ORDER BY n DESC LIMIT ?) \
        UNION ALL SELECT n, author, at, body FROM (SELECT n, author, at, body FROM reply WHERE thread = ? AND n > ? AND deleted IS NULL \
        AND visibility = 'public' ORDER BY n LIMIT ?)) ORDER BY n";
    let rows = here.rows(sql, args![post.thread, n, post.thread, n, AROUND, post.thread, n, AROUND])?;
    let mut around = Vec::new();
    for row in &rows {
        let who: MemberId = row.parse(0)?;
        if let Some(author) = author::me(here, &who)? {
            around.push(Neighbour { author, at: row.time(1)?, excerpt: thread::markup(row.text(2)?)?.excerpt(EXCERPT) });
        }
    }
    Ok(around)
}

fn past<S: Sql>(here: &Here<'_, S>, who: &MemberId) -> Result<(u32, u32), Fault> {
    let who = who.as_str();
    let row = here.row(
        "SELECT (SELECT count(*) FROM thread WHERE author = ? AND visibility = 'public') + (SELECT count(*) FROM reply WHERE author = ? AND \
         visibility = 'public'), (SELECT count(*) FROM thread WHERE author = ? AND visibility = 'removed' AND ground IS NOT NULL) + \
         (SELECT count(*) FROM reply WHERE author = ? AND visibility = 'removed' AND ground IS NOT NULL)",
        args![who, who, who, who],
    )?;
    row.map_or(Ok((0, 0)), |row| Ok((row.count(0)?, row.count(1)?)))
}

fn flags<S: Sql>(here: &Here<'_, S>, about: &Matter) -> Result<Vec<Flag>, Fault> {
    let rows =
        here.rows("SELECT at, asked, ground, weight, words FROM flag WHERE about = ? ORDER BY n LIMIT 100", args![about.as_str()])?;
    let read = |row: &crate::row::Row| {
        Ok(Flag {
            at: row.time(0)?,
            asked: row.code(1, Asked::from_code)?,
            ground: row.code(2, Ground::from_code)?,
            weight: row.count(3)?,
            words: row.opt_text(4)?.map(str::to_owned),
        })
    };
    rows.iter().map(read).collect()
}

fn decisions<S: Sql>(here: &Here<'_, S>, about: &Matter) -> Result<Vec<Decision>, Fault> {
    let me = people::caller_account(here)?;
    let rows = here.rows(
        "SELECT at, verdict, ground, asked, words, appeal, by FROM decision WHERE about = ? ORDER BY n",
        args![about.as_str()],
    )?;
    let read = |row: &crate::row::Row| {
        Ok(Decision {
            at: row.time(0)?,
            verdict: row.code(1, Verdict::from_code)?,
            ground: row.opt_text(2)?.and_then(Ground::from_code),
            asked: row.code(3, Asked::from_code)?,
            words: row.opt_text(4)?.map(str::to_owned),
            on_appeal: row.opt_whole(5)?.is_some(),
            mine: me.as_ref().is_some_and(|me| row.text(6).is_ok_and(|by| by == me.as_str())),
        })
    };
    rows.iter().map(read).collect()
}

fn appeal<S: Sql>(here: &Here<'_, S>, about: &Matter) -> Result<Option<AppealView>, Fault> {
    let me = people::caller_account(here)?;
    let row = here.row(
        "SELECT a.at, coalesce(a.words, ''), EXISTS (SELECT 1 FROM decision x WHERE x.appeal = a.n), d.by, d.at FROM appeal a \
         LEFT JOIN decision d ON d.n = a.decision WHERE a.about = ? ORDER BY a.n DESC LIMIT 1",
        args![about.as_str()],
    )?;
    let Some(row) = row else { return Ok(None) };
    let decided = row.whole(2)? == 1;
    let own = me.as_ref().is_some_and(|me| row.opt_text(3).is_ok_and(|by| by == Some(me.as_str())));
    let at = row.time(0)?;
    let from = if own { row.opt_time(4)?.map(|at| at.after(SECOND_LOOK)) } else { Some(at) };
    Ok(Some(AppealView { at, words: row.text(1)?.to_owned(), from: from.filter(|_| !decided), decided }))
}
