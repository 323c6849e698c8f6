//! A post by its identifier, opening or reply alike: for its author, who changes or deletes it, and for the readers of its
//! earlier versions.

use chie_domain::api::get_versions::{GetVersionsRefusal, Response, Version};
use chie_domain::id::{MemberId, PostId};
use chie_domain::policy::{Act, Sight, Viewer, Visibility, can_act, can_see};
use chie_domain::time::Timestamp;

use crate::ask::Trouble;
use crate::here::{Here, refuse};
use crate::query::thread::markup;
use crate::row::args;
use crate::sql::{Fault, Sql};
use crate::visibility;

/// A post as it is stored.
#[derive(Debug, Clone)]
pub(crate) struct Written {
    /// The thread's number.
    pub(crate) thread: u64,
    /// The reply's number; the thread's for an opening post.
    pub(crate) n: u64,
    /// The reply that it is a comment on.
    pub(crate) parent: Option<u64>,
    pub(crate) author: MemberId,
    pub(crate) title: Option<String>,
    /// The stored tree.
    pub(crate) body: String,
    /// As it was typed; unknown for what was written long ago.
    pub(crate) source: Option<String>,
    pub(crate) at: Timestamp,
    pub(crate) edited: Option<Timestamp>,
    pub(crate) deleted: Option<Timestamp>,
    pub(crate) visibility: Visibility,
    /// Whether it was said for the brand.
    pub(crate) official: bool,
}

/// The post, if the viewer sees it whole and its author has not taken it back.
pub(crate) fn find<S: Sql>(here: &Here<'_, S>, viewer: &Viewer, id: &PostId) -> Result<Option<Written>, Fault> {
    let found = any(here, viewer, id)?;
    Ok(found.filter(|it| it.deleted.is_none() && matches!(it.visibility, Visibility::Public | Visibility::Held { .. })))
}

/// The post, whatever became of it, unless the viewer may not know that it was there; what is gone is known to its author.
pub(crate) fn any<S: Sql>(here: &Here<'_, S>, viewer: &Viewer, id: &PostId) -> Result<Option<Written>, Fault> {
    let sql = match id {
        PostId::Opening(_) => {
            "SELECT n, n, NULL, author, title, body, source, at, edited, deleted, visibility, ground, NULL, visibility, ground, author \
             FROM thread WHERE id = ?"
        }
        PostId::Reply(_) => {
            "SELECT r.thread, r.n, r.parent, r.author, NULL, r.body, r.source, r.at, r.edited, r.deleted, r.visibility, r.ground, \
             r.tenancy, t.visibility, t.ground, t.author FROM reply r JOIN thread t ON t.n = r.thread WHERE r.id = ?"
        }
    };
    let Some(row) = here.row(sql, args![id.as_str()])? else { return Ok(None) };
    let around = visibility::read(&row, 13, 14, 15)?;
    let it = Written {
        thread: row.whole(0)?,
        n: row.whole(1)?,
        parent: row.opt_whole(2)?,
        author: row.parse(3)?,
        title: row.opt_text(4)?.map(str::to_owned),
        body: row.text(5)?.to_owned(),
        source: row.opt_text(6)?.map(str::to_owned),
        at: row.time(7)?,
        edited: row.opt_time(8)?,
        deleted: row.opt_time(9)?,
        visibility: visibility::read(&row, 10, 11, 3)?,
        official: row.opt_text(12)?.is_some(),
    };
    let own = matches!(viewer, Viewer::Member(me) if *me == it.author);
    let seen = can_see(viewer, &it.visibility) != Sight::Nothing && can_see(viewer, &around) != Sight::Nothing;
    Ok((seen || (own && it.visibility == Visibility::Gone)).then_some(it))
}

/// What a post said, first to last.
pub(crate) fn versions<S: Sql>(here: &Here<'_, S>, viewer: &Viewer, id: &PostId) -> Result<Response, Trouble> {
    let it = find(here, viewer, id)?.ok_or_else(|| refuse(GetVersionsRefusal::NotFound))?;
    let mut versions = Vec::new();
    for row in here.rows("SELECT at, title, body FROM version WHERE post = ? ORDER BY n", args![id.as_str()])? {
        let title = row.opt_text(1)?.map(str::to_owned);
        versions.push(Version { at: row.time(0)?, title, words: markup(row.text(2)?)? });
    }
    versions.push(Version { at: it.edited.unwrap_or(it.at), title: it.title, words: markup(&it.body)? });
    let own = can_act(viewer, &Act::Rewrite { author: &it.author }) && !it.official;
    Ok(Response { versions, source: it.source.filter(|_| own) })
}
