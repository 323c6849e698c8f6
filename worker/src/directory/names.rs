//! Names in the directory, by how they look: which other brands have the same one, and what waits for the operator.

use chie_community::ask::{Listing, Met};
use chie_domain::api::get_house::NameMatter;
use chie_domain::brand::BrandDomain;
use chie_domain::name::brand_look;
use chie_domain::text::BrandName;
use wasm_bindgen::JsValue;
use worker::{Env, Result};

use super::{database, patiently};

/// How many brands of the same look are named to the operator.
const LIKE: u32 = 5;
/// How many matters the operator is shown at once.
const MATTERS: u32 = 200;

#[derive(serde::Deserialize)]
struct Domain {
    domain: String,
}

/// Whether another brand has this name, one that looks like it, or a domain that does. What cannot be looked up counts as met: the
/// operator decides then.
pub(crate) async fn meet(env: &Env, brand: &BrandDomain, name: Option<&BrandName>) -> Met {
    let Some(name) = name else { return Met::Nobody };
    match patiently(like(env, brand.as_str(), &brand_look(name.as_str()))).await {
        Ok(like) if like.is_empty() => Met::Nobody,
        Ok(_) => Met::Another,
        Err(error) => {
            worker::console_error!("names could not be compared: {error}");
            Met::Another
        }
    }
}

async fn like(env: &Env, domain: &str, look: &str) -> Result<Vec<String>> {
    let sql =
        format!("SELECT domain FROM brand WHERE domain <> ?1 AND (name_look = ?2 OR label_look = ?2) ORDER BY domain LIMIT {LIKE}");
    let asked = database(env).await?.prepare(sql).bind(&[JsValue::from_str(domain), JsValue::from_str(look)])?;
    let rows: Vec<Domain> = asked.all().await?.results()?;
    Ok(rows.into_iter().map(|row| row.domain).collect())
}

/// Whether the name that a brand is shown under belongs to another brand as well: one that is shown under it, or that has proven a
/// domain of that look.
pub(crate) async fn is_shared(env: &Env, listing: &Listing) -> Result<bool> {
    let Some(look) = listing.name_look.as_ref().filter(|look| **look != listing.label_look) else { return Ok(false) };
    let sql = "SELECT domain FROM brand WHERE domain <> ?1 AND (name_look = ?2 OR (label_look = ?2 AND proven = 1)) LIMIT 1";
    let asked = [JsValue::from_str(listing.entry.brand.as_str()), JsValue::from_str(look)];
    let found: Option<Domain> = database(env).await?.prepare(sql).bind(&asked)?.first(None).await?;
    Ok(found.is_some())
}

/// The brand to whose community a further domain of its leads.
pub(crate) async fn leads_to(env: &Env, domain: &BrandDomain) -> Option<BrandDomain> {
    #[derive(serde::Deserialize)]
    struct Row {
        brand: String,
    }
    let found = async {
        let asked = database(env)
            .await?
            .prepare("SELECT brand FROM alias WHERE domain = ?1")
            .bind(&[JsValue::from_str(domain.as_str())])?;
        asked.first::<Row>(None).await
    };
    match patiently(found).await {
        Ok(row) => row.and_then(|row| BrandDomain::parse(&row.brand).ok()),
        Err(error) => {
            worker::console_error!("aliases could not be looked up: {error}");
            None
        }
    }
}

/// What waits for the operator.
pub(crate) async fn matters(env: &Env) -> Result<Vec<NameMatter>> {
    #[derive(serde::Deserialize)]
    struct Row {
        domain: String,
        held: Option<String>,
        likes: String,
        doubts: u32,
    }
    let sql = format!(
        "SELECT domain, held, doubts, (SELECT json_group_array(domain) FROM (SELECT other.domain FROM brand AS other \
         WHERE other.domain <> brand.domain AND (other.name_look = brand.held_look OR other.label_look = brand.held_look) \
         ORDER BY other.domain LIMIT {LIKE})) AS likes FROM brand WHERE held IS NOT NULL OR doubts > 0 ORDER BY domain LIMIT {MATTERS}"
    );
    let rows: Vec<Row> = database(env).await?.prepare(sql).all().await?.results()?;
    let mut matters = Vec::new();
    for row in rows {
        let Ok(brand) = BrandDomain::parse(&row.domain) else { continue };
        let found: Vec<String> = serde_json::from_str(&row.likes)?;
        let like = found.iter().filter_map(|domain| BrandDomain::parse(domain).ok()).collect();
        matters.push(NameMatter { brand, held: row.held, like, doubts: row.doubts });
    }
    Ok(matters)
}
