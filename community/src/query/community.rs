//! The community as everybody sees it.

use chie_domain::api::view::CommunityView;
use chie_domain::badge::shown_name;
use chie_domain::markup::SafeUrl;
use chie_domain::mood::{Face, MoodChange};
use chie_domain::text::BrandName;
use chie_domain::time::Timestamp;

use crate::company::Company;
use crate::here::Here;
use crate::query::product;
use crate::query::set_up::SetUp;
use crate::row::args;
use crate::sql::{Fault, Sql};

/// The community's own row.
#[derive(Debug, Clone)]
pub(crate) struct Community {
    /// What somebody called the brand.
    pub(crate) name: Option<BrandName>,
    /// When it was opened.
    pub(crate) opened: Option<Timestamp>,
    /// For which tenancy the counts of waiting threads are right.
    pub(crate) settled_for: String,
}

/// Loads the community's own row.
pub(crate) fn load<S: Sql>(here: &Here<'_, S>) -> Result<Community, Fault> {
    let row = here.row("SELECT name, opened, settled_for FROM community", &[])?;
    let row = row.ok_or_else(|| Fault("the community's row is missing".to_owned()))?;
    Ok(Community { name: row.opt_parse(0)?, opened: row.opt_time(1)?, settled_for: row.text(2)?.to_owned() })
}

/// The community as everybody sees it.
pub(crate) fn view<S: Sql>(here: &Here<'_, S>, company: &Company) -> Result<CommunityView, Fault> {
    let community = load(here)?;
    let products = product::all(here, company, &community)?;
    let set_up = SetUp::load(here, company)?;
    Ok(CommunityView {
        brand: here.brand.clone(),
        name: shown_name(here.brand, community.name.as_ref()).map(str::to_owned),
        opened: community.opened,
        badge: company.badge(here.brand, community.name.as_ref()),
        steward: company.steward_of_new(None),
        threads: product::threads(here)?,
        emergency: emergency(here, company)?.map(Into::into),
        moods: moods(here)?,
        help: set_up.shown_help().map(|help| help.as_str().to_owned()),
        signpost: set_up.signpost,
        products,
    })
}

/// Where the maker is reached in an emergency, while the tenancy lives that said so.
fn emergency<S: Sql>(here: &Here<'_, S>, company: &Company) -> Result<Option<SafeUrl>, Fault> {
    let Some(tenancy) = company.living() else { return Ok(None) };
    let row = here.row("SELECT emergency FROM community WHERE emergency_tenancy = ?", args![tenancy.as_str()])?;
    row.map_or(Ok(None), |row| row.opt_parse(0))
}

/// How askers felt before and after, those of public threads, the commonest first.
fn moods<S: Sql>(here: &Here<'_, S>) -> Result<Vec<MoodChange>, Fault> {
    let rows = here.rows(
        "SELECT mood, mood_after, count(*) FROM thread WHERE mood_after IS NOT NULL AND visibility = 'public' \
         GROUP BY mood, mood_after ORDER BY 3 DESC, mood, mood_after",
        &[],
    )?;
    let read = |row: &crate::row::Row| {
        let (before, after) = (row.code(0, Face::from_code)?, row.code(1, Face::from_code)?);
        Ok(MoodChange { before, after, people: row.count(2)? })
    };
    rows.iter().map(read).collect()
}
