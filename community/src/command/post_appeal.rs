//! The author of something that was hidden or removed says why it should stand. Once against each decision.

use chie_domain::api::post_appeal::{PostAppealRefusal, Request};
use chie_domain::matter::Waits;
use chie_domain::policy::Visibility;

use crate::ask::{Caller, Outcome, Trouble};
use crate::audit::{self, Deed};
use crate::here::{Here, refuse};
use crate::house::{flags, waiting};
use crate::query::statement;
use crate::row::args;
use crate::sql::Sql;

/// Appeals. The same words again are the same appeal.
pub(crate) fn run<S: Sql>(here: &Here<'_, S>, request: &Request) -> Result<Outcome, Trouble> {
    here.whole(|here| {
        let Caller::Member(me) = here.caller else { return Err(refuse(PostAppealRefusal::NotFound)) };
        let (stated, against, visibility) =
            statement::of(here, me, &request.about)?.ok_or_else(|| refuse(PostAppealRefusal::NotFound))?;
        match (&stated.appeal, stated.until) {
            (Some(appeal), _) if appeal.words == request.words.as_str() => {}
            (Some(_), _) => return Err(refuse(PostAppealRefusal::AlreadyAppealed)),
            (None, None) => return Err(refuse(PostAppealRefusal::TooLate)),
            (None, Some(_)) => {
                here.run(
                    "INSERT INTO appeal (about, decision, member, words, at) VALUES (?, ?, ?, ?, ?)",
                    args![request.about.as_str(), against, me.as_str(), request.words.as_str(), here.now],
                )?;
                let (weight, _) = flags::since_decision(here, &request.about)?;
                let hidden = matches!(visibility, Visibility::Held { .. });
                waiting::wait(here, &request.about, Waits::Appealed, stated.ground, weight, hidden)?;
                audit::record(here, Deed::Appealed, me, request.about.as_str())?;
            }
        }
        let stated = statement::of(here, me, &request.about)?.ok_or_else(|| refuse(PostAppealRefusal::NotFound))?.0;
        Ok(Outcome::Statement(Box::new(stated)))
    })
}
