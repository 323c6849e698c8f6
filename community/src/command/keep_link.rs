//! A guest's private link to their own thread: making it, taking it back, opening it. The engine sees only the hash of its
//! secret. Joining with an address ends all links: whoever had one holds nothing afterwards.

use chie_domain::api::come_back::ComeBackRefusal;
use chie_domain::api::make_keep_link::MakeKeepLinkRefusal;
use chie_domain::id::{MemberId, ThreadId};

use crate::ask::{Caller, Outcome, Trouble};
use crate::audit::{self, Deed};
use crate::company::Company;
use crate::here::{Here, refuse};
use crate::people;
use crate::query::{mine, thread};
use crate::row::args;
use crate::sql::Sql;

/// Makes the link; the one before ends.
pub(crate) fn make<S: Sql>(here: &Here<'_, S>, id: &ThreadId, hash: &str) -> Result<Outcome, Trouble> {
    here.whole(|here| {
        let (thread, me) = own(here, id)?;
        if here.row("SELECT 1 FROM member WHERE id = ? AND account IS NOT NULL", args![me.as_str()])?.is_some() {
            return Err(refuse(MakeKeepLinkRefusal::HasAddress));
        }
        here.run(
            "INSERT INTO keep_link (thread, member, hash, at) VALUES (?, ?, ?, ?) \
             ON CONFLICT (thread, member) DO UPDATE SET hash = excluded.hash, at = excluded.at",
            args![thread, me.as_str(), hash, here.now],
        )?;
        audit::record(here, Deed::LinkMade, &me, id.as_str())?;
        Ok(Outcome::KeepLink)
    })
}

/// Takes it back. Saying it twice changes nothing.
pub(crate) fn revoke<S: Sql>(here: &Here<'_, S>, id: &ThreadId) -> Result<Outcome, Trouble> {
    here.whole(|here| {
        let (thread, me) = own(here, id)?;
        here.run("DELETE FROM keep_link WHERE thread = ? AND member = ?", args![thread, me.as_str()])?;
        audit::record(here, Deed::LinkRevoked, &me, id.as_str())?;
        Ok(Outcome::Done)
    })
}

/// Somebody opened a link.
pub(crate) fn open<S: Sql>(here: &Here<'_, S>, hash: &str) -> Result<Outcome, Trouble> {
    here.whole(|here| {
        let row = here.row(
            "SELECT k.member, t.product, t.id FROM keep_link k JOIN thread t ON t.n = k.thread JOIN member m ON m.id = k.member \
             WHERE k.hash = ? AND m.account IS NULL AND m.merged_into IS NULL",
            args![hash],
        )?;
        let row = row.ok_or_else(|| refuse(ComeBackRefusal::LinkOver))?;
        let member: MemberId = row.parse(0)?;
        audit::record(here, Deed::LinkOpened, &member, row.text(2)?)?;
        let view = mine::view(here, &member)?;
        Ok(Outcome::Returned(member, row.parse(1)?, row.parse(2)?, view))
    })
}

fn own<S: Sql>(here: &Here<'_, S>, id: &ThreadId) -> Result<(u64, MemberId), Trouble> {
    let viewer = people::viewer(here, &Company::load(here)?)?;
    let thread = thread::open_to(here, &viewer, id)?.ok_or_else(|| refuse(MakeKeepLinkRefusal::UnknownThread))?;
    match here.caller {
        Caller::Member(me) if *me == thread.author => Ok((thread.n, me.clone())),
        _ => Err(refuse(MakeKeepLinkRefusal::NotYours)),
    }
}
