//! One intent, one write. A key is kept for a day with the hash of its request and the id of what came of it: the same
//! request again gives the same thing, another request under the same key is refused.

use chie_domain::api::error::ApiError;
use chie_domain::id::MemberId;
use chie_domain::time::Span;

use crate::ask::{Caller, Trouble};
use crate::here::Here;
use crate::row::args;
use crate::sql::{Fault, Sql};

/// How long a key is remembered.
pub(crate) const KEPT: Span = Span::hours(24);

/// What came of a write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Kept {
    /// The id of what was made or changed.
    pub(crate) object: String,
    /// The guest that was made for it.
    pub(crate) guest: Option<MemberId>,
}

/// Does the work unless this key has done it already. Runs inside the command's transaction.
pub(crate) fn once<S: Sql>(here: &Here<'_, S>, work: impl FnOnce() -> Result<Kept, Trouble>) -> Result<Kept, Trouble> {
    let Some(key) = here.key else { return work() };
    let scope = match here.caller {
        Caller::Visitor => "visitor".to_owned(),
        Caller::Member(id) => id.to_string(),
        Caller::Console(account) | Caller::Operator(account) => format!("account:{}", account.0),
    };
    let oldest = here.now.before(KEPT);
    here.run("DELETE FROM idempotency WHERE at < ?", args![oldest])?;
    // A visitor whose answer was lost may have become a guest by another act before trying again: it is the same wish still.
    let known = "SELECT request, object, guest FROM idempotency WHERE scope IN (?, 'visitor') AND key = ?";
    if let Some(row) = here.row(known, args![scope.as_str(), key.key.as_str()])? {
        if row.text(0)? != key.request {
            let why = "this key came with another request before; use a new key for a new request";
            return Err(Trouble::Refused(ApiError::new("idempotency_key_reused", why)));
        }
        let guest = row.opt_parse(2)?.filter(|_| *here.caller == Caller::Visitor);
        return Ok(Kept { object: row.text(1)?.to_owned(), guest: still_guest(here, guest)? });
    }
    let kept = work()?;
    let guest = kept.guest.as_ref().map(MemberId::as_str);
    here.run(
        "INSERT INTO idempotency (scope, key, request, object, guest, at) VALUES (?, ?, ?, ?, ?, ?)",
        args![scope, key.key.as_str(), key.request.as_str(), kept.object.as_str(), guest, here.now],
    )?;
    Ok(kept)
}

/// A guest who has shown an address since gets no new session out of an old key.
fn still_guest<S: Sql>(here: &Here<'_, S>, guest: Option<MemberId>) -> Result<Option<MemberId>, Fault> {
    let Some(guest) = guest else { return Ok(None) };
    let sql = "SELECT 1 FROM member WHERE id = ? AND account IS NULL AND merged_into IS NULL";
    Ok(here.row(sql, args![guest.as_str()])?.map(|_| guest))
}
