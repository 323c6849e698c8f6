//! A representative says where the maker can be reached in an emergency.

use chie_domain::api::set_emergency::{Request, SetEmergencyRefusal};
use chie_domain::markup::SafeUrl;
use chie_domain::policy::Act;

use crate::ask::{Outcome, Trouble};
use crate::audit::{self, Deed};
use crate::command::claim_threads::authorised;
use crate::company::Company;
use crate::here::{Here, refuse};
use crate::row::args;
use crate::sql::Sql;

/// Says where, or that there is no such place.
pub(crate) fn run<S: Sql>(here: &Here<'_, S>, request: &Request) -> Result<Outcome, Trouble> {
    here.whole(|here| {
        let company = Company::load(here)?;
        let authorised = authorised(here, &company, &Act::SetDesk)?;
        let (_, member, tenancy) = authorised.ok_or_else(|| refuse(SetEmergencyRefusal::NotAllowed))?;
        let link = request.link.as_ref().map(SafeUrl::as_str);
        here.run("UPDATE community SET emergency = ?, emergency_tenancy = ?", args![link, tenancy.as_str()])?;
        audit::record(here, Deed::EmergencySet, &member, tenancy.as_str())?;
        Ok(Outcome::Emergency(request.link.clone()))
    })
}
