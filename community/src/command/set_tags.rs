//! Choosing a thread's tags, and what its words suggest. When the asker takes a tag away that somebody known had put there, that
//! counts against them.

use chie_domain::api::get_tags::Response;
use chie_domain::api::get_thread::GetThreadRefusal;
use chie_domain::api::set_tags::{Request, SetTagsRefusal};
use chie_domain::id::ThreadId;
use chie_domain::level::Power;
use chie_domain::policy::Viewer;

use crate::ask::{Outcome, Trouble};
use crate::company::Company;
use crate::here::{Here, refuse};
use crate::query::thread;
use crate::row::args;
use crate::sql::{Fault, Sql};
use crate::{credit, people, tags};

/// Chooses them.
pub(crate) fn run<S: Sql>(here: &Here<'_, S>, id: &ThreadId, request: &Request) -> Result<Outcome, Trouble> {
    here.whole(|here| {
        let viewer = people::viewer(here, &Company::load(here)?)?;
        let thread = thread::open_to(here, &viewer, id)?.ok_or_else(|| refuse(SetTagsRefusal::UnknownThread))?;
        let Viewer::Member(me) = &viewer else { return Err(refuse(SetTagsRefusal::NotAllowed)) };
        let asker = *me == thread.author;
        if !asker && !credit::level(here, me, &thread.product)?.may(Power::Retag) {
            return Err(refuse(SetTagsRefusal::NotAllowed));
        }
        let gone = tags::set(here, thread.n, &request.tags, me.as_str())?;
        for who in gone.iter().filter(|who| asker && who.as_str() != me.as_str()) {
            here.run(
                "UPDATE act SET reverted = ? WHERE thread = ? AND what = 'tags' AND member = ? AND reverted IS NULL",
                args![here.now, thread.n, who.as_str()],
            )?;
        }
        if !asker {
            here.run(
                "INSERT INTO act (member, thread, what, at) VALUES (?, ?, 'tags', ?)",
                args![me.as_str(), thread.n, here.now],
            )?;
        }
        Ok(Outcome::Tags(Response { tags: tags::of(here, thread.n)?, offered: Vec::new() }))
    })
}

/// What stands on a thread, and what its words suggest.
pub(crate) fn view<S: Sql>(here: &Here<'_, S>, viewer: &Viewer, id: &ThreadId) -> Result<Response, Trouble> {
    let thread = thread::open_to(here, viewer, id)?.ok_or_else(|| refuse(GetThreadRefusal::UnknownThread))?;
    let body = here.row("SELECT body FROM thread WHERE n = ?", args![thread.n])?;
    let body = body.ok_or_else(|| Fault("a thread is gone".to_owned()))?;
    let words = thread::markup(body.text(0)?)?.words();
    let chosen = tags::of(here, thread.n)?;
    let offered = tags::offered(here, &thread.title, &words)?.into_iter().filter(|tag| !chosen.contains(tag)).collect();
    Ok(Response { tags: chosen, offered })
}
