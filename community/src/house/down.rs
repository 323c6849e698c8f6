//! A community that the operator closed: it reads as if nobody had opened it, nothing is written in it, and the public record says
//! since when and on which ground. What leaves and what is decided goes on.

use chie_domain::api::error::ApiError;
use chie_domain::ground::Ground;
use chie_domain::time::Timestamp;

use crate::ask::{Ask, Caller, KeyAsk, Outcome, Trouble, WebhookAsk};
use crate::here::Here;
use crate::row::args;
use crate::sql::{Fault, Sql};
use crate::{outbox, unopened};

/// Since when it is closed, and on which ground.
pub(crate) fn standing<S: Sql>(here: &Here<'_, S>) -> Result<Option<(Timestamp, Ground)>, Fault> {
    let row = here.row("SELECT down, down_ground FROM community WHERE down IS NOT NULL", &[])?;
    row.map(|row| Ok((row.time(0)?, row.code(1, Ground::from_code)?))).transpose()
}

/// Closes it, or opens it again.
pub(crate) fn set<S: Sql>(here: &Here<'_, S>, ground: Option<Ground>) -> Result<(), Fault> {
    let at = ground.map(|_| here.now);
    here.run("UPDATE community SET down = ?, down_ground = ?", args![at, ground.map(Ground::code)])?;
    outbox::tell_directory(here)
}

/// The answer where it is closed; nothing where the ask goes on as ever.
pub(crate) fn answer<S: Sql>(here: &Here<'_, S>, ask: &Ask) -> Option<Result<Outcome, Trouble>> {
    if goes_on(ask) || matches!(here.caller, Caller::Operator(_)) {
        return None;
    }
    match standing(here) {
        Ok(None) => None,
        Ok(Some((_, ground))) => {
            let closed = || {
                let why = format!("this community was closed by whoever runs this installation: {}", ground.english());
                Err(Trouble::Refused(ApiError::new("taken_down", why)))
            };
            if ask.writes() { Some(closed()) } else { Some(unopened::answer(here.brand, here.caller, ask).unwrap_or_else(closed)) }
        }
        Err(fault) => Some(Err(fault.into())),
    }
}

/// What the object does by itself, what people take along or away, and what the house's own rules give them.
const fn goes_on(ask: &Ask) -> bool {
    matches!(
        ask,
        Ask::Due
            | Ask::OutboxDone(_)
            | Ask::OutboxFailed
            | Ask::Rechecked(..)
            | Ask::DirectoryEntry
            | Ask::HouseEntry
            | Ask::AlarmTold(..)
            | Ask::LetterSent(_)
            | Ask::LetterFailed(_)
            | Ask::TidingSent(_)
            | Ask::TidingFailed(_)
            | Ask::Webhook(WebhookAsk::Tried(..))
            | Ask::PhotosDeleted(_)
            | Ask::PhotosKept
            | Ask::PhotosOf(_)
            | Ask::AllPhotos
            | Ask::CountingSites
            | Ask::Stop(..)
            | Ask::EraseMe
            | Ask::ExportMe(_)
            | Ask::Key(KeyAsk::MemberOf(_))
            | Ask::Join { .. }
            | Ask::Statement(_)
            | Ask::Appeal(_)
            | Ask::Requested(_)
            | Ask::Record
            | Ask::History
    )
}
