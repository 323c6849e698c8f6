//! A photo on its way into a post: its place is made first, then its bytes are put where they belong, then it can be posted.
//! Whatever breaks on the way leaves a place that nobody sees and that is cleared away within a day.

use chie_domain::api::error::ApiError;
use chie_domain::api::set_photo_open::SetPhotoOpenRefusal;
use chie_domain::id::{MemberId, PhotoId};
use chie_domain::photo::UNUSED_LIVES;
use chie_domain::time::Span;

use crate::ask::{NewPhoto, Outcome, Trouble};
use crate::due::{self, Errand};
use crate::here::{Here, refuse};
use crate::idempotency::{Kept, once};
use crate::row::args;
use crate::sql::{Fault, Sql};
use crate::{people, schema};

/// How many photos somebody may send within [`WITHIN`].
const PHOTOS: u32 = 24;
/// The span over which they are counted.
const WITHIN: Span = Span::minutes(10);

/// Makes the photo's place.
pub(crate) fn run<S: Sql>(here: &Here<'_, S>, photo: &NewPhoto) -> Result<Outcome, Trouble> {
    here.whole(|here| {
        schema::migrate(here)?;
        let kept = once(here, || make(here, photo))?;
        let id = PhotoId::parse(&kept.object).map_err(|_| Fault("a key was kept for another kind of write".to_owned()))?;
        Ok(Outcome::PostedPhoto(id, kept.guest))
    })
}

fn make<S: Sql>(here: &Here<'_, S>, photo: &NewPhoto) -> Result<Kept, Trouble> {
    let person = people::taking_part(here)?;
    count(here, &person.id)?;
    let id = PhotoId::mint(here.now, here.mint.ten());
    here.run(
        "INSERT INTO photo (id, member, at, media, width, height, bytes, colours, key) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        args![
            id.as_str(),
            person.id.as_str(),
            here.now,
            photo.media.code(),
            photo.width,
            photo.height,
            photo.bytes,
            photo.colours.as_str(),
            here.mint.token(),
        ],
    )?;
    due::plan_by(here, &Errand::Photos, here.now.after(UNUSED_LIVES))?;
    Ok(Kept { object: id.into(), guest: person.guest })
}

fn count<S: Sql>(here: &Here<'_, S>, member: &MemberId) -> Result<(), Trouble> {
    let from = here.now.before(WITHIN);
    let sent = here.row("SELECT count(*) FROM photo WHERE member = ? AND at > ?", args![member.as_str(), from])?;
    if sent.map_or(Ok(0), |row| row.count(0))? >= PHOTOS {
        let why = "you have sent a lot of photos in a few minutes; wait a little and send this one again";
        return Err(Trouble::Refused(ApiError::new("too_many", why)));
    }
    Ok(())
}

/// The photo's bytes are there; hearing it twice changes nothing.
pub(crate) fn arrived<S: Sql>(here: &Here<'_, S>, id: &PhotoId) -> Result<Outcome, Trouble> {
    here.whole(|here| {
        here.run("UPDATE photo SET state = 'waiting' WHERE id = ? AND state = 'coming'", args![id.as_str()])?;
        let there = here.row("SELECT 1 FROM photo WHERE id = ? AND state <> 'gone'", args![id.as_str()])?;
        there.map(|_| Outcome::Done).ok_or_else(|| refuse(SetPhotoOpenRefusal::NotFound))
    })
}
