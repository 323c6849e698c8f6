//! Products by all their names: a key that was merged away, and a model number that a tag names, lead to the product that stands now. Every
//! ask that names a product goes through here once, so that nothing behind it has to know.

use chie_domain::text::ProductKey;
use unicode_normalization::UnicodeNormalization;

use crate::ask::Ask;
use crate::here::Here;
use crate::row::args;
use crate::search::index;
use crate::sql::{Fault, Sql};

/// A key out of a name: its Latin letters and digits, joined by hyphens.
pub(crate) fn key_of(name: &str) -> Option<ProductKey> {
    let folded: String = name.nfkd().collect::<String>().to_lowercase();
    let latin: String = folded.chars().filter(|c| c.is_ascii() || c.is_alphanumeric()).collect();
    let words: Vec<&str> = latin.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let key: String = words.join("-").chars().take(ProductKey::MAX).collect();
    ProductKey::parse(key.trim_matches('-')).ok()
}

/// Where a key leads: the product that it was merged into, or the one that is called so; nothing where it leads nowhere else.
pub(crate) fn leads<S: Sql>(here: &Here<'_, S>, key: &ProductKey) -> Result<Option<ProductKey>, Fault> {
    let merged = "SELECT p.key FROM product x JOIN product p ON p.key = x.merged_into AND p.merged_into IS NULL WHERE x.key = ?";
    if let Some(row) = here.row(merged, args![key.as_str()])? {
        return row.parse(0).map(Some);
    }
    let called =
        "SELECT a.product FROM product_alias a WHERE a.leads = ? AND NOT EXISTS (SELECT 1 FROM product WHERE key = ?) LIMIT 1";
    here.row(called, args![key.as_str(), key.as_str()])?.map(|row| row.parse(0)).transpose()
}

fn led<S: Sql>(here: &Here<'_, S>, key: &mut ProductKey) -> Result<(), Fault> {
    if let Some(to) = leads(here, key)? {
        *key = to;
    }
    Ok(())
}

/// The same ask about the products that its keys lead to.
pub(crate) fn follow<S: Sql>(here: &Here<'_, S>, mut ask: Ask) -> Result<Ask, Fault> {
    match &mut ask {
        Ask::Embed { product, .. } => led(here, product)?,
        Ask::PostThread(request) => led(here, &mut request.product)?,
        Ask::SetHelping(request) => led(here, &mut request.product)?,
        Ask::List(request) => request.product.as_mut().map_or(Ok(()), |key| led(here, key))?,
        Ask::Likely(request) => request.product.as_mut().map_or(Ok(()), |key| led(here, key))?,
        Ask::Search(request) => request.product.as_mut().map_or(Ok(()), |key| led(here, key))?,
        Ask::Helping(request) => request.product.as_mut().map_or(Ok(()), |key| led(here, key))?,
        Ask::Claim(request) => request.product.as_mut().map_or(Ok(()), |key| led(here, key))?,
        _ => {}
    }
    Ok(ask)
}

/// Makes anew by what words a product is found, and which keys lead to it.
pub(crate) fn name<S: Sql>(here: &Here<'_, S>, key: &ProductKey) -> Result<(), Fault> {
    for row in here.rows("SELECT place, name FROM product_alias WHERE product = ?", args![key.as_str()])? {
        let leads = key_of(row.text(1)?).filter(|alias| alias != key);
        let taken = match &leads {
            Some(alias) => here.row("SELECT 1 FROM product WHERE key = ?", args![alias.as_str()])?.is_some(),
            None => true,
        };
        let leads = leads.as_ref().filter(|_| !taken).map(ProductKey::as_str);
        here.run("UPDATE product_alias SET leads = ? WHERE product = ? AND place = ?", args![leads, key.as_str(), row.whole(0)?])?;
    }
    index::name_product(here, key)
}

/// The keys that were merged into a product.
pub(crate) fn merged<S: Sql>(here: &Here<'_, S>, key: &ProductKey) -> Result<Vec<ProductKey>, Fault> {
    let rows = here.rows("SELECT key FROM product WHERE merged_into = ? ORDER BY key", args![key.as_str()])?;
    rows.iter().map(|row| row.parse(0)).collect()
}

/// Whether nothing new is asked about a product.
pub(crate) fn is_retired<S: Sql>(here: &Here<'_, S>, key: &ProductKey) -> Result<bool, Fault> {
    Ok(here.row("SELECT 1 FROM product WHERE key = ? AND retired IS NOT NULL", args![key.as_str()])?.is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_come_from_latin_letters() {
        let key = |name: &str| key_of(name).map(String::from);
        assert_eq!(key("Hand Grinder No. 3").as_deref(), Some("hand-grinder-no-3"));
        assert_eq!(key("Café Presse").as_deref(), Some("cafe-presse"));
        assert_eq!(key("KT-1200").as_deref(), Some("kt-1200"));
        assert_eq!(key("直火ケトル"), None);
    }
}
