//! The community's entry in the directory: what the outbox tells and reconciling asks for.

use chie_domain::api::search_directory::{BrandEntry, ProductEntry};
use chie_domain::badge::shown_name;

use crate::company::Company;
use crate::here::Here;
use crate::query::{community, product};
use crate::row::args;
use crate::sql::{Fault, Sql};

/// How many products an entry names, those with most threads first.
const PRODUCTS: u32 = 50;

/// The entry; nothing where nobody has opened the community.
pub(crate) fn entry<S: Sql>(here: &Here<'_, S>) -> Result<Option<BrandEntry>, Fault> {
    let community = community::load(here)?;
    if community.opened.is_none() {
        return Ok(None);
    }
    let company = Company::load(here)?;
    let rows = here.rows(
        "SELECT key, name, threads FROM product WHERE merged_into IS NULL ORDER BY threads DESC, key LIMIT ?",
        args![PRODUCTS],
    )?;
    let products =
        rows.iter().map(|row| Ok(ProductEntry { key: row.parse(0)?, name: row.text(1)?.to_owned(), threads: row.count(2)? }));
    Ok(Some(BrandEntry {
        brand: here.brand.clone(),
        name: shown_name(here.brand, community.name.as_ref()).map(str::to_owned),
        official: company.present.filter(|_| company.living().is_some()),
        threads: product::threads(here)?,
        products: products.collect::<Result<_, Fault>>()?,
    }))
}
