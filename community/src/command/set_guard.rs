//! Newcomers are slowed down, or what they write waits, while a community is beset. The operator sets both, an owner of the brand only
//! the pace: a brand has a voice here, and nothing to silence others with. What is set ends by itself.

use chie_domain::api::get_guard::{GetGuardRefusal, Response, Setting};
use chie_domain::api::set_guard::{Request, SetGuardRefusal};
use chie_domain::guard::{BUSY, Guard, REMEMBERED, SetBy};
use chie_domain::policy::{Act, Viewer, can_act};
use chie_domain::time::{Span, Timestamp};

use crate::ask::{Outcome, Trouble};
use crate::audit::{self, Deed};
use crate::company::Company;
use crate::here::{Here, refuse};
use crate::row::args;
use crate::sql::{Fault, Sql};
use crate::{gate, people};

/// Sets it.
pub(crate) fn run<S: Sql>(here: &Here<'_, S>, request: Request) -> Result<Outcome, Trouble> {
    here.whole(|here| {
        let viewer = people::viewer(here, &Company::load(here)?)?;
        let guard = request.guard();
        if !can_act(&viewer, &Act::SlowNewcomers) {
            return Err(refuse(SetGuardRefusal::NotAllowed));
        }
        if guard.hold_newcomers && !can_act(&viewer, &Act::HoldNewcomers) {
            return Err(refuse(SetGuardRefusal::HoldNotAllowed));
        }
        if guard.slow > Guard::SLOWEST {
            return Err(refuse(SetGuardRefusal::TooSlow));
        }
        let hours = request.hours.unwrap_or(Guard::USUAL);
        if hours == 0 || hours > Guard::LONGEST {
            return Err(refuse(SetGuardRefusal::TooLong));
        }
        let side = side(&viewer);
        let by_operator = setting(here, side)?.is_some_and(|set| set.by == SetBy::Operator);
        if by_operator && side == SetBy::Brand {
            return Err(refuse(SetGuardRefusal::SetByOperator));
        }
        let me = people::on_console(here)?;
        let until = if guard.is_off() { here.now } else { here.now.after(Span::hours(hours.into())) };
        here.run(
            "INSERT INTO guard (one, slow, hold, side, by, at, until) VALUES (1, ?, ?, ?, ?, ?, ?) ON CONFLICT (one) DO UPDATE SET \
             slow = excluded.slow, hold = excluded.hold, side = excluded.side, by = excluded.by, at = excluded.at, until = excluded.until",
            args![u32::from(guard.slow), u32::from(guard.hold_newcomers), side.code(), me.as_str(), here.now, until],
        )?;
        let hours = if guard.is_off() { 0 } else { hours };
        let what = format!("slow:{} hold:{} hours:{hours} by:{}", guard.slow, u32::from(guard.hold_newcomers), side.code());
        audit::record(here, Deed::GuardSet, &me, &what)?;
        Ok(Outcome::Guard(view(here, &viewer)?))
    })
}

/// What is set, and what is going on.
pub(crate) fn view<S: Sql>(here: &Here<'_, S>, viewer: &Viewer) -> Result<Response, Trouble> {
    if !can_act(viewer, &Act::SeeDesk) && !can_act(viewer, &Act::SlowNewcomers) {
        return Err(refuse(GetGuardRefusal::NotAllowed));
    }
    let from = |span: Span| here.now.before(span);
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
        set: setting(here, side(viewer))?,
        lately: posts(from(BUSY.within))?,
        today: posts(from(REMEMBERED))?,
        held: held.map_or(Ok(0), |row| row.count(0))?,
        busy: gate::is_busy(here, None)?,
    })
}

/// Who set what counts now, as that side sees it: nobody's address is told to the other.
fn setting<S: Sql>(here: &Here<'_, S>, side: SetBy) -> Result<Option<Setting>, Fault> {
    let row = here.row(
        "SELECT g.side, m.address, g.at, g.until FROM guard g LEFT JOIN member m ON m.id = g.by WHERE g.until > ?",
        args![here.now],
    )?;
    let Some(row) = row else { return Ok(None) };
    let by = row.code(0, SetBy::from_code)?;
    let address = row.opt_text(1)?.filter(|_| by == side).map(str::to_owned);
    Ok(Some(Setting { by, address, at: row.time(2)?, until: row.time(3)? }))
}

const fn side(viewer: &Viewer) -> SetBy {
    match viewer {
        Viewer::Operator => SetBy::Operator,
        Viewer::Visitor | Viewer::Member(_) | Viewer::Representative(_) => SetBy::Brand,
    }
}
