//! An owner says on which sites the tag shows this community.

use chie_domain::api::set_sites::{Request, SetSitesRefusal};
use chie_domain::policy::Act;

use crate::ask::{Outcome, Trouble};
use crate::audit::{self, Deed};
use crate::command::claim_threads::authorised;
use crate::company::Company;
use crate::here::{Here, refuse};
use crate::query::sites;
use crate::row::args;
use crate::sql::Sql;

/// Takes the list.
pub(crate) fn run<S: Sql>(here: &Here<'_, S>, request: &Request) -> Result<Outcome, Trouble> {
    here.whole(|here| {
        let company = Company::load(here)?;
        let authorised = authorised(here, &company, &Act::SetSites)?;
        let (_, member, tenancy) = authorised.ok_or_else(|| refuse(SetSitesRefusal::NotAllowed))?;
        here.run("DELETE FROM site", &[])?;
        for site in request.sites.hosts() {
            here.run("INSERT INTO site (host, tenancy) VALUES (?, ?)", args![site.as_str(), tenancy.as_str()])?;
        }
        audit::record(here, Deed::SitesSet, &member, tenancy.as_str())?;
        Ok(Outcome::Sites(sites::listed(here, &company)?))
    })
}
