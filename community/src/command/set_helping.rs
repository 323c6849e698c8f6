//! Hearing of questions about a product that wait, or not any more.

use chie_domain::api::set_helping::{Request, SetHelpingRefusal};

use crate::ask::{Caller, Outcome, Trouble};
use crate::here::{Here, refuse};
use crate::people;
use crate::row::args;
use crate::sql::Sql;

/// Sets it.
pub(crate) fn run<S: Sql>(here: &Here<'_, S>, request: &Request) -> Result<Outcome, Trouble> {
    here.whole(|here| {
        let key = request.product.as_str();
        let Caller::Member(me) = here.caller else { return Err(refuse(SetHelpingRefusal::AddressNeeded)) };
        if !people::is_here(here, me)?
            || here.row("SELECT 1 FROM member WHERE id = ? AND sealed IS NOT NULL", args![me.as_str()])?.is_none()
        {
            return Err(refuse(SetHelpingRefusal::AddressNeeded));
        }
        if here.row("SELECT 1 FROM product WHERE key = ?", args![key])?.is_none() {
            return Err(refuse(SetHelpingRefusal::UnknownProduct));
        }
        if request.on {
            let set = "INSERT INTO helper (member, product, since) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";
            here.run(set, args![me.as_str(), key, here.now])?;
        } else {
            here.run("DELETE FROM helper WHERE member = ? AND product = ?", args![me.as_str(), key])?;
        }
        Ok(Outcome::Helping(request.on))
    })
}
