//! Opens the community with a first product, or leads to the one that is there.

use chie_domain::api::open_community::{OpenCommunityRefusal, Outcome as Opening, Request};
use chie_domain::api::view::ProductStanding;
use chie_domain::name::{check_brand, check_product};
use chie_domain::text::{ProductKey, ProductName};

use crate::ask::{Caller, Outcome, Trouble};
use crate::company::Company;
use crate::here::{Here, refuse};
use crate::idempotency::{Kept, once};
use crate::query::{community, product};
use crate::row::args;
use crate::sql::{Fault, Sql};
use crate::{outbox, people, products, schema};

/// Opens it.
pub(crate) fn run<S: Sql>(here: &Here<'_, S>, request: &Request) -> Result<Outcome, Trouble> {
    if request.name.as_ref().is_some_and(|name| check_brand(name, here.brand).is_err()) {
        return Err(refuse(OpenCommunityRefusal::NameReserved));
    }
    let key = match &request.product {
        Some(key) => key.clone(),
        None => products::key_of(request.product_name.as_str()).ok_or_else(|| refuse(OpenCommunityRefusal::KeyNeeded))?,
    };
    here.whole(|here| {
        schema::migrate(here)?;
        let kept = once(here, || open(here, request, &key))?;
        let opening = if kept.object == "opened" { Opening::Opened } else { Opening::WasOpen };
        Ok(Outcome::Opened(opening, here.brand.clone(), key.clone(), kept.guest))
    })
}

fn open<S: Sql>(here: &Here<'_, S>, request: &Request, key: &ProductKey) -> Result<Kept, Trouble> {
    let community = community::load(here)?;
    let known = here.row("SELECT standing FROM product WHERE key = ?", args![key.as_str()])?;
    let speaks = people::acting(here, &Company::load(here)?)?.is_some();
    if community.opened.is_some() && known.is_some() && !speaks {
        return Ok(Kept { object: "was_open".to_owned(), guest: None });
    }
    if !speaks && check_product(&request.product_name).is_err() {
        return Err(refuse(OpenCommunityRefusal::ProductNameReserved));
    }
    let guest = match here.caller {
        Caller::Visitor | Caller::Member(_) => people::taking_part(here)?.guest,
        Caller::Console(_) | Caller::Operator(_) => people::on_console(here).map(|_| None)?,
    };
    let is_new = open_now(here)?;
    let standing = if is_new || speaks { ProductStanding::Made } else { ProductStanding::NotYetConfirmed };
    if is_new && let Some(name) = &request.name {
        here.run("UPDATE community SET name = ?", args![name.as_str()])?;
    }
    make_product(here, key, Some(&request.product_name), standing)?;
    if standing == ProductStanding::Made {
        here.run("UPDATE product SET standing = 'made' WHERE key = ?", args![key.as_str()])?;
    }
    outbox::tell_directory(here)?;
    Ok(Kept { object: if is_new { "opened" } else { "was_open" }.to_owned(), guest })
}

/// Opens the community unless it is open; whether it was opened now.
pub(crate) fn open_now<S: Sql>(here: &Here<'_, S>) -> Result<bool, Fault> {
    let opened = here.rows("UPDATE community SET opened = ? WHERE opened IS NULL RETURNING one", args![here.now])?;
    Ok(!opened.is_empty())
}

/// Makes a product unless it is there.
pub(crate) fn make_product<S: Sql>(
    here: &Here<'_, S>,
    key: &ProductKey,
    name: Option<&ProductName>,
    standing: ProductStanding,
) -> Result<(), Fault> {
    let name = match standing {
        ProductStanding::Made | ProductStanding::Retired(_) => name.map_or(key.as_str(), ProductName::as_str),
        ProductStanding::NotYetConfirmed | ProductStanding::Unmade => product::called(key, name),
    };
    let made = here.rows(
        "INSERT INTO product (key, name, standing, at) VALUES (?, ?, ?, ?) ON CONFLICT (key) DO NOTHING RETURNING key",
        args![key.as_str(), name, product::code(standing), here.now],
    )?;
    if made.is_empty() { Ok(()) } else { products::name(here, key) }
}
