//! Photos of this community: which ones there are, whose, under which post, and who sees each. Their bytes are elsewhere, so
//! that whatever ends a photo here leaves an errand to delete them there; it is seen by nobody from that moment on.

use std::collections::BTreeMap;

use chie_domain::api::view::{PhotoView, Veil};
use chie_domain::id::{MemberId, PhotoId, ReplyId};
use chie_domain::level::{Level, Power, can_open_photo};
use chie_domain::photo::{Album, UNUSED_LIVES};
use chie_domain::policy::{Viewer, Visibility};
use chie_domain::text::ProductKey;
use chie_domain::time::Timestamp;

use crate::ask::PhotoSeen;
use crate::due::{self, Errand};
use crate::here::Here;
use crate::query::thread::Thread;
use crate::row::{Row, args};
use crate::sql::{Fault, Sql};
use crate::{credit, introductions, private, visibility};

/// How many are deleted at once.
const AT_ONCE: u32 = 50;

/// A post by its numbers: the opening post where there is no reply.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place {
    pub(crate) thread: u64,
    pub(crate) reply: Option<u64>,
}

/// The photos of replies by their numbers.
pub(crate) type Photos = BTreeMap<u64, Vec<PhotoView>>;

/// Puts photos under a post, if all of them are there, are its author's and stand nowhere yet. Those of a guest are veiled.
pub(crate) fn take<S: Sql>(here: &Here<'_, S>, author: &MemberId, album: &Album, at: Place) -> Result<bool, Fault> {
    for (photo, place) in album.each().iter().zip(0_u32..) {
        let alt = photo.alt.as_ref().map(|alt| alt.as_str().to_owned());
        let took = here.row(
            "UPDATE photo SET state = 'shown', thread = ?, reply = ?, place = ?, alt = ?, \
             veiled = (SELECT account IS NULL FROM member WHERE id = ?) \
             WHERE id = ? AND member = ? AND state = 'waiting' RETURNING n",
            args![at.thread, at.reply, place, alt, author.as_str(), photo.id.as_str(), author.as_str()],
        )?;
        if took.is_none() {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Lets go of the photos of a post that went: nobody sees them from now on, and their bytes are deleted soon.
pub(crate) fn let_go<S: Sql>(here: &Here<'_, S>, at: Place) -> Result<(), Fault> {
    let gone = here.rows(
        "UPDATE photo SET state = 'gone' WHERE thread = ? AND reply IS ? AND state = 'shown' RETURNING n",
        args![at.thread, at.reply],
    )?;
    if gone.is_empty() { Ok(()) } else { due::plan_by(here, &Errand::Photos, here.now) }
}

/// Lets go of every photo in a thread.
pub(crate) fn let_go_all<S: Sql>(here: &Here<'_, S>, thread: u64) -> Result<(), Fault> {
    let gone = here.rows("UPDATE photo SET state = 'gone' WHERE thread = ? AND state = 'shown' RETURNING n", args![thread])?;
    if gone.is_empty() { Ok(()) } else { due::plan_by(here, &Errand::Photos, here.now) }
}

/// Where a reply stands.
pub(crate) fn place_of<S: Sql>(here: &Here<'_, S>, id: &ReplyId) -> Result<Place, Fault> {
    let row = here.row("SELECT thread, n FROM reply WHERE id = ?", args![id.as_str()])?;
    let row = row.ok_or_else(|| Fault("a reply is gone".to_owned()))?;
    Ok(Place { thread: row.whole(0)?, reply: Some(row.whole(1)?) })
}

/// Every photo of a member that is not gone, for whoever takes their data along or erases it.
pub(crate) fn of_member<S: Sql>(here: &Here<'_, S>, member: &MemberId) -> Result<Vec<PhotoId>, Fault> {
    let rows = here.rows("SELECT id FROM photo WHERE member = ? AND state <> 'gone' ORDER BY at, n", args![member.as_str()])?;
    rows.iter().map(|row| row.parse(0)).collect()
}

/// Every photo whose bytes are kept.
pub(crate) fn all<S: Sql>(here: &Here<'_, S>) -> Result<Vec<PhotoId>, Fault> {
    here.rows("SELECT id FROM photo UNION ALL SELECT id FROM private_photo UNION ALL SELECT id FROM face", &[])?
        .iter()
        .map(|row| row.parse(0))
        .collect()
}

/// What came before this and stands nowhere goes.
fn unused<S: Sql>(here: &Here<'_, S>) -> Timestamp {
    here.now.before(UNUSED_LIVES)
}

/// The photos whose bytes are to be deleted now, those that no post took in time among them.
pub(crate) fn to_delete<S: Sql>(here: &Here<'_, S>) -> Result<Vec<PhotoId>, Fault> {
    let unused = unused(here);
    here.run("UPDATE photo SET state = 'gone' WHERE state IN ('coming', 'waiting') AND at <= ?", args![unused])?;
    private::let_go_unused(here, unused)?;
    introductions::let_go_unused(here, unused)?;
    let gone = "SELECT id FROM photo WHERE state = 'gone' UNION ALL SELECT id FROM private_photo WHERE state = 'gone' \
                UNION ALL SELECT id FROM face WHERE state = 'gone' UNION ALL SELECT id FROM carried_photo WHERE at <= ? LIMIT ?";
    let rows = here.rows(gone, args![unused, AT_ONCE])?;
    rows.iter().map(|row| row.parse(0)).collect()
}

/// The bytes of these photos are deleted.
pub(crate) fn deleted<S: Sql>(here: &Here<'_, S>, ids: &[PhotoId]) -> Result<(), Fault> {
    for id in ids {
        here.run("DELETE FROM carried_photo WHERE id = ? AND at <= ?", args![id.as_str(), unused(here)])?;
        for table in ["photo", "private_photo", "face"] {
            here.run(&format!("DELETE FROM {table} WHERE id = ? AND state = 'gone'"), args![id.as_str()])?;
        }
    }
    plan_next(here)
}

/// Plans the next deletion: at once while something is left to delete, else when the oldest unused photo has had its day.
pub(crate) fn plan_next<S: Sql>(here: &Here<'_, S>) -> Result<(), Fault> {
    let gone = "SELECT 1 FROM photo WHERE state = 'gone' UNION ALL SELECT 1 FROM private_photo WHERE state = 'gone' \
                UNION ALL SELECT 1 FROM face WHERE state = 'gone' LIMIT 1";
    if here.row(gone, &[])?.is_some() {
        return due::plan(here, &Errand::Photos, here.now);
    }
    let oldest = here.row(
        "SELECT min(at) FROM (SELECT at FROM photo WHERE state IN ('coming', 'waiting') \
         UNION ALL SELECT at FROM private_photo WHERE state IN ('coming', 'waiting') \
         UNION ALL SELECT at FROM face WHERE state IN ('coming', 'waiting') UNION ALL SELECT at FROM carried_photo)",
        &[],
    )?;
    match oldest.map_or(Ok(None), |row| row.opt_time(0))? {
        Some(at) => due::plan(here, &Errand::Photos, at.after(UNUSED_LIVES)),
        None => due::done(here, &Errand::Photos),
    }
}

/// A photo under a post, as it is stored.
struct Stored {
    view: PhotoView,
    author: MemberId,
    key: String,
    reply: Option<u64>,
    veiled: bool,
    visibility: Visibility,
}

/// The columns that [`Stored::read`] takes. What stands in a held thread is held with it.
const SELECT: &str = "SELECT p.id, p.width, p.height, p.alt, p.colours, p.key, p.reply, p.veiled, p.member, \
    CASE WHEN t.visibility = 'held' THEN 'held' WHEN p.hidden IS NOT NULL AND coalesce(r.visibility, t.visibility) = 'public' THEN 'held' \
    ELSE coalesce(r.visibility, t.visibility) END, \
    coalesce(CASE WHEN t.visibility = 'held' THEN t.ground END, CASE WHEN r.n IS NULL THEN t.ground ELSE r.ground END, p.hidden) \
    FROM photo p JOIN thread t ON t.n = p.thread LEFT JOIN reply r ON r.n = p.reply WHERE p.state = 'shown' AND ";

impl Stored {
    fn read(row: &Row) -> Result<Self, Fault> {
        let (width, height, alt) = (row.count(1)?, row.count(2)?, row.opt_text(3)?.map(str::to_owned));
        Ok(Self {
            view: PhotoView { id: row.parse(0)?, width, height, alt, veil: Veil::Down(row.parse(4)?) },
            author: row.parse(8)?,
            key: row.text(5)?.to_owned(),
            reply: row.opt_whole(6)?,
            veiled: row.whole(7)? == 1,
            visibility: visibility::read(row, 9, 10, 8)?,
        })
    }

    /// Who sees it.
    fn seen(&self) -> PhotoSeen {
        match &self.visibility {
            Visibility::Public if !self.veiled => PhotoSeen::ByAll,
            Visibility::Public | Visibility::Held { .. } => PhotoSeen::ByKey(self.key.clone()),
            Visibility::Removed { .. } | Visibility::Gone => PhotoSeen::ByNobody,
        }
    }

    /// As a viewer who may see the post sees it.
    fn shown(mut self, viewer: &Viewer) -> PhotoView {
        let own = matches!(viewer, Viewer::Member(me) if *me == self.author);
        match self.seen() {
            PhotoSeen::ByAll => self.view.veil = Veil::Lifted,
            PhotoSeen::ByKey(key) if own || !self.veiled => self.view.veil = Veil::ByKey(key),
            PhotoSeen::ByKey(_) | PhotoSeen::ByNobody => {}
        }
        self.view
    }
}

/// The photos of an opening post.
pub(crate) fn of_opening<S: Sql>(here: &Here<'_, S>, viewer: &Viewer, thread: &Thread) -> Result<Vec<PhotoView>, Fault> {
    let rows = here.rows(&format!("{SELECT} p.thread = ? AND p.reply IS NULL ORDER BY p.place"), args![thread.n])?;
    rows.iter().map(|row| Ok(Stored::read(row)?.shown(viewer))).collect()
}

/// The photos of neighbouring replies of one thread.
pub(crate) fn of_replies<S: Sql>(here: &Here<'_, S>, viewer: &Viewer, replies: &[u64]) -> Result<Photos, Fault> {
    let (Some(first), Some(last)) = (replies.first(), replies.last()) else { return Ok(Photos::new()) };
    let sql =
        format!("{SELECT} p.thread = (SELECT thread FROM reply WHERE n = ?) AND p.reply BETWEEN ? AND ? ORDER BY p.reply, p.place");
    let mut photos = Photos::new();
    for row in here.rows(&sql, args![*first, *first, *last])? {
        let stored = Stored::read(&row)?;
        if let Some(reply) = stored.reply {
            photos.entry(reply).or_default().push(stored.shown(viewer));
        }
    }
    Ok(photos)
}

/// Who sees a photo, whoever asks.
pub(crate) fn seen<S: Sql>(here: &Here<'_, S>, id: &PhotoId) -> Result<PhotoSeen, Fault> {
    let row = here.row(&format!("{SELECT} p.id = ?"), args![id.as_str()])?;
    match row {
        Some(row) => Ok(Stored::read(&row)?.seen()),
        None if introductions::is_shown(here, id)? => Ok(PhotoSeen::ByAll),
        None => Ok(PhotoSeen::ByNobody),
    }
}

/// A photo for the operator, who has to look at it to decide.
pub(crate) fn one_to_decide<S: Sql>(here: &Here<'_, S>, id: &PhotoId) -> Result<Vec<PhotoView>, Fault> {
    let rows = here.rows(&format!("{SELECT} p.id = ?"), args![id.as_str()])?;
    rows.iter().map(to_decide).collect()
}

/// The photos under a post for the operator.
pub(crate) fn of_post_to_decide<S: Sql>(here: &Here<'_, S>, at: Place) -> Result<Vec<PhotoView>, Fault> {
    let rows = here.rows(&format!("{SELECT} p.thread = ? AND p.reply IS ? ORDER BY p.place"), args![at.thread, at.reply])?;
    rows.iter().map(to_decide).collect()
}

fn to_decide(row: &Row) -> Result<PhotoView, Fault> {
    let stored = Stored::read(row)?;
    let veil = match stored.seen() {
        PhotoSeen::ByAll => Veil::Lifted,
        PhotoSeen::ByKey(key) => Veil::ByKey(key),
        PhotoSeen::ByNobody => stored.view.veil.clone(),
    };
    Ok(PhotoView { veil, ..stored.view })
}

/// A photo that stands under a post that everybody sees, as a viewer sees it; with the product of its thread.
pub(crate) fn find<S: Sql>(here: &Here<'_, S>, viewer: &Viewer, id: &PhotoId) -> Result<Option<(PhotoView, ProductKey)>, Fault> {
    let Some(row) = here.row(&format!("{SELECT} p.id = ?"), args![id.as_str()])? else { return Ok(None) };
    let stored = Stored::read(&row)?;
    if stored.visibility != Visibility::Public {
        return Ok(None);
    }
    let product = here.row("SELECT t.product FROM photo p JOIN thread t ON t.n = p.thread WHERE p.id = ?", args![id.as_str()])?;
    let product = product.ok_or_else(|| Fault("a photo without its thread".to_owned()))?.parse(0)?;
    Ok(Some((stored.shown(viewer), product)))
}

/// The products in which a member is known well enough to open photos.
pub(crate) fn opened_by<S: Sql>(here: &Here<'_, S>, member: &MemberId) -> Result<Vec<ProductKey>, Fault> {
    let levels = credit::levels(here, member)?;
    Ok(levels.into_iter().filter(|it| it.level.may(Power::OpenPhoto)).map(|it| it.product).collect())
}

/// Whether a viewer may open photos in a product, and veil them again.
pub(crate) fn may_open<S: Sql>(here: &Here<'_, S>, viewer: &Viewer, product: &ProductKey) -> Result<bool, Fault> {
    let level = match viewer {
        Viewer::Member(me) => credit::level(here, me, product)?,
        Viewer::Visitor | Viewer::Representative(_) | Viewer::Operator => Level::New,
    };
    Ok(can_open_photo(viewer, level))
}
