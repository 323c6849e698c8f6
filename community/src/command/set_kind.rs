//! The asker says of which kind their thread is. A status in the words of the former kind falls away with it.

use chie_domain::api::set_kind::{Request, SetKindRefusal};
use chie_domain::event::{Doer, Happening};
use chie_domain::follow::News;
use chie_domain::id::ThreadId;
use chie_domain::policy::{Act, can_act};
use chie_domain::thread::Kind;

use crate::ask::{Outcome, Trouble};
use crate::company::Company;
use crate::here::{Here, refuse};
use crate::query::thread;
use crate::row::args;
use crate::search::index;
use crate::sql::Sql;
use crate::{events, follow, outbox, people, steward};

/// Sets the kind.
pub(crate) fn run<S: Sql>(here: &Here<'_, S>, id: &ThreadId, request: Request) -> Result<Outcome, Trouble> {
    if !Kind::OPEN_TO_ALL.contains(&request.kind) {
        return Err(refuse(SetKindRefusal::KindReserved));
    }
    here.whole(|here| {
        let company = Company::load(here)?;
        let viewer = people::viewer(here, &company)?;
        let thread = thread::open_to(here, &viewer, id)?.ok_or_else(|| refuse(SetKindRefusal::UnknownThread))?;
        if !can_act(&viewer, &Act::Describe { asker: &thread.author }) || thread.kind == Kind::Update {
            return Err(refuse(SetKindRefusal::NotTheAsker));
        }
        if thread.kind != request.kind {
            here.run(
                "UPDATE thread SET kind = ?, said = NULL, said_phase = NULL, reason = NULL, said_by = NULL, said_at = NULL, \
                 said_tenancy = NULL, said_version = NULL, not_solved = NULL WHERE n = ?",
                args![request.kind.code(), thread.n],
            )?;
            events::record(here, thread.n, Doer::Asker, &Happening::KindChanged(thread.kind, request.kind), None)?;
            steward::settle_thread(here, &company, thread.n)?;
            index::renew(here, thread.n)?;
            let mark = format!("{}:{}", thread.n, here.now.millis());
            follow::tell(here, thread.n, News::Changed, &[&thread.author], &mark)?;
            outbox::tell_directory(here)?;
        }
        Ok(Outcome::Thread(thread::view(here, &company, &viewer, id, None)?))
    })
}
