//! The operator slows newcomers down, or lets what they write wait, for as long as a community is beset.

use chie_domain::api::get_guard::{GetGuardRefusal, Response};
use chie_domain::api::set_guard::SetGuardRefusal;
use chie_domain::guard::{BUSY, Guard, REMEMBERED};
use chie_domain::policy::Viewer;
use chie_domain::time::{Span, Timestamp};

use crate::ask::{Outcome, Trouble};
use crate::audit::{self, Deed};
use crate::company::Company;
use crate::here::{Here, refuse};
use crate::row::args;
use crate::sql::Sql;
use crate::{gate, people};

/// Sets it.
pub(crate) fn run<S: Sql>(here: &Here<'_, S>, guard: Guard) -> Result<Outcome, Trouble> {
    here.whole(|here| {
        let viewer = people::viewer(here, &Company::load(here)?)?;
        if viewer != Viewer::Operator {
            return Err(refuse(SetGuardRefusal::NotAllowed));
        }
        if guard.slow > Guard::SLOWEST {
            return Err(refuse(SetGuardRefusal::TooSlow));
        }
        let operator = people::on_console(here)?;
        here.run(
            "INSERT INTO guard (one, slow, hold) VALUES (1, ?, ?) ON CONFLICT (one) DO UPDATE SET slow = excluded.slow, hold = excluded.hold",
            args![u32::from(guard.slow), u32::from(guard.hold_newcomers)],
        )?;
        let what = format!("slow:{} hold:{}", guard.slow, u32::from(guard.hold_newcomers));
        audit::record(here, Deed::GuardSet, &operator, &what)?;
        Ok(Outcome::Guard(view(here, &viewer)?))
    })
}

/// What is set, and what is going on.
pub(crate) fn view<S: Sql>(here: &Here<'_, S>, viewer: &Viewer) -> Result<Response, Trouble> {
    if *viewer != Viewer::Operator {
        return Err(refuse(GetGuardRefusal::NotAllowed));
    }
    let from = |span: Span| Timestamp::from_millis(here.now.millis().saturating_sub(span.millis()));
    let posts = |from: Timestamp| {
        let row = here.row("SELECT count(*) FROM newcomer_act WHERE what = 'post' AND at > ?", args![from])?;
        row.map_or(Ok(0), |row| row.count(0))
    };
    let held = here.row(
        "SELECT (SELECT count(*) FROM thread WHERE visibility = 'held' AND at > ?) \
         + (SELECT count(*) FROM reply WHERE visibility = 'held' AND at > ?)",
        args![from(REMEMBERED), from(REMEMBERED)],
    )?;
    Ok(Response {
        guard: gate::load(here)?,
        lately: posts(from(BUSY.within))?,
        today: posts(from(REMEMBERED))?,
        held: held.map_or(Ok(0), |row| row.count(0))?,
        busy: gate::is_busy(here, None)?,
    })
}
