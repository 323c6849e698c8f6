//! Products, with how many threads they have and how many of these wait for an answer.

use chie_domain::api::get_products::{self, GetProductsRefusal, ProductLine};
use chie_domain::api::view::{ProductStanding, ProductView};
use chie_domain::claim::Stewardship;
use chie_domain::name::check_product;
use chie_domain::policy::Act;
use chie_domain::set_up::Aliases;
use chie_domain::text::{ProductKey, ProductName};

use crate::ask::{Outcome, Trouble};
use crate::command::claim_threads::authorised;
use crate::company::Company;
use crate::here::{Here, refuse};
use crate::products;
use crate::query::community::{self, Community};
use crate::row::{Row, Statement, args};
use crate::sql::{Fault, Sql};
use crate::steward;

/// How many products are shown at most.
const MOST: u32 = 500;

/// The name under which a standing is stored.
pub(crate) const fn code(standing: ProductStanding) -> &'static str {
    match standing {
        ProductStanding::Made | ProductStanding::Retired(_) => "made",
        ProductStanding::NotYetConfirmed | ProductStanding::Unmade => "not_yet_confirmed",
    }
}

/// All products, those with most threads first.
pub(crate) fn all<S: Sql>(here: &Here<'_, S>, company: &Company, community: &Community) -> Result<Vec<ProductView>, Fault> {
    let rows =
        here.rows("SELECT key, name, standing, threads, waiting, retired FROM product WHERE merged_into IS NULL ORDER BY threads DESC, key LIMIT ?", args![MOST])?;
    let mut products = rows.iter().map(|row| read(row, company)).collect::<Result<Vec<_>, _>>()?;
    // The counts are kept for what was official when they were last brought up to date; a proof may have lapsed since.
    if community.settled_for != steward::for_whom(company) {
        let waiting = waiting(here, company)?;
        for product in &mut products {
            product.waiting = waiting.iter().find(|(key, _)| *key == product.key).map_or(0, |(_, count)| *count);
        }
    }
    Ok(products)
}

/// One product; unmade, and named by the tag or its key, where nobody has asked about it yet.
pub(crate) fn one<S: Sql>(
    here: &Here<'_, S>,
    products: &[ProductView],
    company: &Company,
    key: &ProductKey,
    name: Option<&ProductName>,
) -> Result<ProductView, Fault> {
    if let Some(product) = products.iter().find(|product| product.key == *key) {
        return Ok(product.clone());
    }
    // A brand may have more products than are shown at once.
    let row = here.row("SELECT key, name, standing, threads, waiting, retired FROM product WHERE key = ?", args![key.as_str()])?;
    row.map_or_else(|| Ok(unmade(key, name, company.steward_of_new(Some(key)))), |row| read(&row, company))
}

/// The products as whoever acts for the brand sees them.
pub(crate) fn lines<S: Sql>(here: &Here<'_, S>, company: &Company) -> Result<get_products::Response, Fault> {
    let mut lines = Vec::new();
    for product in all(here, company, &community::load(here)?)? {
        let names = here.rows("SELECT name FROM product_alias WHERE product = ? ORDER BY place", args![product.key.as_str()])?;
        let names = names.iter().map(|row| row.text(0)).collect::<Result<Vec<_>, _>>()?.join("\n");
        let aliases = Aliases::parse(&names).map_err(|_| Fault("another name of a product cannot be read".to_owned()))?;
        lines.push(ProductLine { aliases, merged: products::merged(here, &product.key)?, product });
    }
    Ok(get_products::Response { products: lines })
}

/// The same, for those who act for the brand.
pub(crate) fn see<S: Sql>(here: &Here<'_, S>, company: &Company) -> Result<Outcome, Trouble> {
    authorised(here, company, &Act::SeeDesk)?.ok_or_else(|| refuse(GetProductsRefusal::NotAllowed))?;
    Ok(Outcome::Products(lines(here, company)?))
}

/// All threads that everybody can see.
pub(crate) fn threads<S: Sql>(here: &Here<'_, S>) -> Result<u32, Fault> {
    here.row("SELECT coalesce(sum(threads), 0) FROM product", &[])?.map_or(Ok(0), |row| row.count(0))
}

/// What a product is called that a tag or a visitor names: the name, unless it claims to be official, else its key. A page's
/// visitor is never refused for it.
pub(crate) fn called<'a>(key: &'a ProductKey, name: Option<&'a ProductName>) -> &'a str {
    name.filter(|name| check_product(name).is_ok()).map_or(key.as_str(), ProductName::as_str)
}

/// A product that only a tag has named.
pub(crate) fn unmade(key: &ProductKey, name: Option<&ProductName>, steward: Stewardship) -> ProductView {
    let name = called(key, name).to_owned();
    ProductView { key: key.clone(), name, standing: ProductStanding::Unmade, steward, threads: 0, waiting: 0 }
}

fn read(row: &Row, company: &Company) -> Result<ProductView, Fault> {
    let key: ProductKey = row.parse(0)?;
    let standing = match (row.text(2)?, row.opt_time(5)?) {
        (_, Some(since)) => ProductStanding::Retired(since),
        ("made", None) => ProductStanding::Made,
        _ => ProductStanding::NotYetConfirmed,
    };
    Ok(ProductView {
        name: row.text(1)?.to_owned(),
        standing,
        steward: company.steward_of_new(Some(&key)),
        threads: row.count(3)?,
        waiting: row.count(4)?,
        key,
    })
}

fn waiting<S: Sql>(here: &Here<'_, S>, company: &Company) -> Result<Vec<(ProductKey, u32)>, Fault> {
    let mut statement = Statement::of("SELECT t.product, count(*) FROM thread t WHERE t.visibility = 'public' AND (", &[]);
    statement.join(&steward::phase(company));
    statement.add(") = 'open' GROUP BY t.product", &[]);
    here.all(&statement)?.iter().map(|row| Ok((row.parse(0)?, row.count(1)?))).collect()
}
