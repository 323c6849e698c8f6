//! On which sites the tag shows this community.

use chie_domain::api::get_sites::GetSitesRefusal;
use chie_domain::brand::Host;
use chie_domain::policy::Act;

use crate::ask::Trouble;
use crate::command::claim_threads::authorised;
use crate::company::Company;
use crate::here::{Here, refuse};
use crate::row::args;
use crate::sql::{Fault, Sql};

/// The list, for whoever acts for the brand.
pub(crate) fn view<S: Sql>(here: &Here<'_, S>, company: &Company) -> Result<Vec<Host>, Trouble> {
    authorised(here, company, &Act::Claim)?.ok_or_else(|| refuse(GetSitesRefusal::NotAllowed))?;
    Ok(listed(here, company)?)
}

/// The list as it counts now: nothing of it once the tenancy is over in which it was made.
pub(crate) fn listed<S: Sql>(here: &Here<'_, S>, company: &Company) -> Result<Vec<Host>, Fault> {
    let Some(tenancy) = company.living() else { return Ok(Vec::new()) };
    let rows = here.rows("SELECT host FROM site WHERE tenancy = ? ORDER BY host", args![tenancy.as_str()])?;
    rows.iter().map(|row| row.parse(0)).collect()
}

/// The list, for the edge, which asks with every request of a page: hardly any brand has one.
pub(crate) fn counting<S: Sql>(here: &Here<'_, S>) -> Result<Vec<Host>, Fault> {
    if here.row("SELECT 1 FROM site LIMIT 1", &[])?.is_none() {
        return Ok(Vec::new());
    }
    listed(here, &Company::load(here)?)
}
