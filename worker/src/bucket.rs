//! Where the bytes of photos are: one object for each, under its id, with the brand it belongs to beside it. Whether somebody
//! may see one is not known here.

use chie_domain::brand::BrandDomain;
use chie_domain::id::{PhotoId, TenancyId};
use chie_domain::photo::Media;
use std::collections::HashMap;
use worker::{Bucket, Data, Env, HttpMetadata, Object, Result};

fn open(env: &Env) -> Result<Bucket> {
    env.bucket("PHOTOS")
}

fn name(id: &PhotoId) -> String {
    format!("photos/{id}")
}

/// Photos of private notes have names of their own: no address that everybody may ask for leads there.
fn private_name(id: &PhotoId) -> String {
    format!("private/{id}")
}

/// Puts bytes where they belong; doing so twice changes nothing.
pub(crate) async fn put(env: &Env, brand: &BrandDomain, id: &PhotoId, media: Media, bytes: Vec<u8>) -> Result<()> {
    let content = HttpMetadata { content_type: Some(media.mime().to_owned()), ..HttpMetadata::default() };
    let beside = HashMap::from([("brand".to_owned(), brand.to_string()), ("media".to_owned(), media.code().to_owned())]);
    open(env)?.put(name(id), Data::Bytes(bytes)).http_metadata(content).custom_metadata(beside).execute().await?;
    Ok(())
}

/// A photo that was found.
pub(crate) struct Found {
    pub(crate) brand: BrandDomain,
    pub(crate) media: Media,
    pub(crate) object: Object,
}

/// Looks for a photo; its bytes are read only by who asks for them.
pub(crate) async fn get(env: &Env, id: &PhotoId) -> Result<Option<Found>> {
    let Some(object) = open(env)?.get(name(id)).execute().await? else { return Ok(None) };
    let beside = object.custom_metadata()?;
    let brand = beside.get("brand").and_then(|brand| BrandDomain::parse(brand).ok());
    let media = beside.get("media").and_then(|code| Media::from_code(code));
    Ok(brand.zip(media).map(|(brand, media)| Found { brand, media, object }))
}

/// The brand whose photo has this name already.
pub(crate) async fn owner(env: &Env, id: &PhotoId) -> Result<Option<BrandDomain>> {
    let Some(object) = open(env)?.head(name(id)).await? else { return Ok(None) };
    Ok(object.custom_metadata()?.get("brand").and_then(|brand| BrandDomain::parse(brand).ok()))
}

/// What stands beside the sealed bytes of a photo in a private note.
pub(crate) struct Private {
    pub(crate) brand: BrandDomain,
    pub(crate) media: Media,
    pub(crate) tenancy: TenancyId,
}

/// Puts sealed bytes where they belong.
pub(crate) async fn put_private(env: &Env, id: &PhotoId, it: &Private, sealed: Vec<u8>) -> Result<()> {
    let content = HttpMetadata { content_type: Some("application/octet-stream".to_owned()), ..HttpMetadata::default() };
    let beside = HashMap::from([
        ("brand".to_owned(), it.brand.to_string()),
        ("media".to_owned(), it.media.code().to_owned()),
        ("tenancy".to_owned(), it.tenancy.to_string()),
    ]);
    open(env)?.put(private_name(id), Data::Bytes(sealed)).http_metadata(content).custom_metadata(beside).execute().await?;
    Ok(())
}

/// Reads the sealed bytes of a photo in a private note.
pub(crate) async fn get_private(env: &Env, id: &PhotoId) -> Result<Option<(Private, Vec<u8>)>> {
    let Some(object) = open(env)?.get(private_name(id)).execute().await? else { return Ok(None) };
    let beside = object.custom_metadata()?;
    let brand = beside.get("brand").and_then(|brand| BrandDomain::parse(brand).ok());
    let media = beside.get("media").and_then(|code| Media::from_code(code));
    let tenancy = beside.get("tenancy").and_then(|id| TenancyId::parse(id).ok());
    let Some((brand, (media, tenancy))) = brand.zip(media.zip(tenancy)) else { return Ok(None) };
    let Some(body) = object.body() else { return Ok(None) };
    Ok(Some((Private { brand, media, tenancy }, body.bytes().await?)))
}

/// Deletes photos, and says whether they are gone; what is not there is gone.
pub(crate) async fn delete(env: &Env, ids: &[PhotoId]) -> bool {
    let names: Vec<String> = ids.iter().flat_map(|id| [name(id), private_name(id)]).collect();
    let done = match open(env) {
        Ok(bucket) => bucket.delete_multiple(names).await,
        Err(error) => Err(error),
    };
    if let Err(error) = &done {
        worker::console_error!("photos could not be deleted: {error}");
    }
    done.is_ok()
}
