//! What a brand's own page shows: its products, what most people shared and is solved, and the brand's updates.

use chie_domain::api::list_threads::Order;
use chie_domain::policy::Viewer;
use chie_domain::thread::{Kind, Phase};

use crate::ask::Home;
use crate::company::Company;
use crate::here::Here;
use crate::query::list::{Filters, lines};
use crate::query::{addresses, community};
use crate::sql::{Fault, Sql};

/// How many solved threads it shows.
const SOLVED: u32 = 8;
/// How many updates it shows.
const NEWS: u32 = 3;

/// The page's data, the same for everybody.
pub(crate) fn view<S: Sql>(here: &Here<'_, S>, company: &Company) -> Result<Home, Fault> {
    let some = |filters: Filters<'_>, order: Order, most: u32| {
        let threads = lines(here, company, &Viewer::Visitor, filters, order, None, most)?;
        let claims = company.claims_of(here, threads.iter().map(|thread| &thread.id))?;
        Ok::<_, Fault>(threads.iter().map(|thread| thread.row(company, &claims)).collect())
    };
    Ok(Home {
        community: community::view(here, company)?,
        solved: some(Filters { phase: Some(Phase::Resolved), ..Filters::default() }, Order::Common, SOLVED)?,
        news: some(Filters { kind: Some(Kind::Update), ..Filters::default() }, Order::Active, NEWS)?,
        worth_finding: addresses::is_worth_finding(here)?,
    })
}
