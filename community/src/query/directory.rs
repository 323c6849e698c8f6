//! The community's entry in the directory: what the outbox tells and reconciling asks for.

use chie_domain::api::search_directory::{BrandEntry, ProductEntry};
use chie_domain::name::{brand_look, label_look};
use chie_domain::naming::Naming;

use crate::aliases;
use crate::ask::Listing;
use crate::company::Company;
use crate::here::Here;
use crate::house::down;
use crate::naming;
use crate::query::{community, product};
use crate::row::args;
use crate::sql::{Fault, Sql};

/// How many products an entry names, those with most threads first.
const PRODUCTS: u32 = 50;

/// The entry; nothing where nobody has opened the community.
pub(crate) fn entry<S: Sql>(here: &Here<'_, S>) -> Result<Option<Listing>, Fault> {
    let community = community::load(here)?;
    if community.opened.is_none() || down::standing(here)?.is_some() {
        return Ok(None);
    }
    let company = Company::load(here)?;
    let rows = here.rows(
        "SELECT key, name, threads FROM product WHERE merged_into IS NULL ORDER BY threads DESC, key LIMIT ?",
        args![PRODUCTS],
    )?;
    let products =
        rows.iter().map(|row| Ok(ProductEntry { key: row.parse(0)?, name: row.text(1)?.to_owned(), threads: row.count(2)? }));
    let shown = community.shown(here, &company);
    let held = community.name.as_ref().filter(|_| community.naming == Naming::Held).map(|name| name.as_str().to_owned());
    let entry = BrandEntry {
        brand: here.brand.clone(),
        name: shown.map(str::to_owned),
        official: company.present.filter(|_| company.living().is_some()),
        threads: product::threads(here)?,
        products: products.collect::<Result<_, Fault>>()?,
    };
    let news = here.row("SELECT 1 FROM community WHERE matters > matters_told", &[])?.is_some();
    Ok(Some(Listing {
        listed: held.is_none() || company.living().is_some(),
        label_look: label_look(here.brand),
        name_look: shown.map(brand_look),
        held_look: held.as_deref().map(brand_look),
        held,
        doubts: naming::open_doubts(here)?,
        news,
        aliases: aliases::proven(here, &company)?,
        entry,
    }))
}
