//! Somebody who is known here, the brand or the operator opens a photo to everybody, or veils it again.

use chie_domain::api::set_photo_open::{Request, SetPhotoOpenRefusal};
use chie_domain::id::PhotoId;
use chie_domain::policy::{Act, Viewer, can_act};

use crate::ask::{Outcome, Trouble};
use crate::audit::{self, Deed};
use crate::company::Company;
use crate::here::{Here, refuse};
use crate::row::args;
use crate::sql::{Fault, Sql};
use crate::{people, photos};

/// Opens or veils it; doing so twice changes nothing.
pub(crate) fn run<S: Sql>(here: &Here<'_, S>, id: &PhotoId, request: Request) -> Result<Outcome, Trouble> {
    here.whole(|here| {
        let viewer = people::viewer(here, &Company::load(here)?)?;
        let judge = match &viewer {
            Viewer::Visitor => return Err(refuse(SetPhotoOpenRefusal::NotAllowed)),
            Viewer::Member(me) => me.clone(),
            // Whoever only learns or looks on is not even told whether it is here.
            Viewer::Representative(_) if !can_act(&viewer, &Act::JudgePhoto) => {
                return Err(refuse(SetPhotoOpenRefusal::NotAllowed));
            }
            Viewer::Representative(it) => it.member().clone(),
            Viewer::Operator => people::on_console(here)?,
        };
        let found = photos::find(here, &viewer, id)?;
        let (_, product) = found.ok_or_else(|| refuse(SetPhotoOpenRefusal::NotFound))?;
        if !photos::may_open(here, &viewer, &product)? {
            return Err(refuse(SetPhotoOpenRefusal::NotAllowed));
        }
        let veiled = u32::from(!request.open);
        let changed = here.row(
            "UPDATE photo SET veiled = ?, judged_by = ?, judged_at = ? WHERE id = ? AND veiled <> ? RETURNING n",
            args![veiled, judge.as_str(), here.now, id.as_str(), veiled],
        )?;
        if changed.is_some() {
            audit::record(here, if request.open { Deed::PhotoOpened } else { Deed::PhotoVeiled }, &judge, id.as_str())?;
        }
        let (view, _) = photos::find(here, &viewer, id)?.ok_or_else(|| Fault("a photo is gone".to_owned()))?;
        Ok(Outcome::Photo(view))
    })
}
