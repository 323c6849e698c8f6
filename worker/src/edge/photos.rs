//! Photos: taken in, cleaned, kept, shown. Each is served from its own path with a policy that lets nothing run, whatever it
//! turns out to be; who sees it is asked of its community each time, and remembered for two seconds.

use chie_community::ask::{Ask, Caller, NewPhoto, Outcome, PhotoSeen};
use chie_domain::api::error::{ApiError, Refusal};
use chie_domain::api::get_photo::{self, GetPhotoRefusal};
use chie_domain::api::route::Route;
use chie_domain::api::{post_photo, set_photo_open};
use chie_domain::brand::BrandDomain;
use chie_domain::id::PhotoId;
use chie_domain::photo::clean::{Clean, clean};
use chie_domain::photo::{Colours, GONE_WITHIN, Media, READ};
use worker::Response;

use super::call::Call;
use super::community::{ask, key, session, unexpected};
use super::respond::{self, Keep};
use super::{cache, caller, codec};
use crate::bucket::{self, Found};
use crate::clock;
use crate::fault::Fault;

pub(super) fn away() -> ApiError {
    ApiError::new("unavailable", "Photos cannot be kept right now. Your text is not touched; send the photo again in a moment.")
}

pub(super) async fn post(call: &Call, route: &Route, brand: &BrandDomain) -> Result<Response, ApiError> {
    let who = caller::in_community(call, brand)?;
    let request: post_photo::Request = codec::query(call)?;
    let (it, body) = cleaned(call).await?;
    let key = key(call, route, &body)?;
    let (width, height) = (it.width, it.height);
    let photo = noted(&it, request.colours.unwrap_or_default())?;
    let Outcome::PostedPhoto(id, made) = ask(call, brand, who, key, Ask::PostPhoto(photo)).await? else {
        return Err(unexpected());
    };
    put(call, brand, &id, it, Ask::PhotoArrived(id.clone())).await?;
    let session = session(call, brand, made)?;
    respond::value(call, Keep::Private, &post_photo::Response { id, width, height, session })
}

/// Takes in the picture that a request holds; gives it cleaned, and as it came.
pub(super) async fn cleaned(call: &Call) -> Result<(Clean, Vec<u8>), ApiError> {
    let said = Media::from_mime(&call.header("content-type").unwrap_or_default());
    let said = said.ok_or_else(|| {
        ApiError::new("wrong_content_type", "Send a JPEG, PNG or WebP picture as the body, with its Content-Type.")
    })?;
    let body = call.body_up_to(READ).await?;
    let it = clean(said, &body).map_err(|error| ApiError::from_value(&error, ""))?;
    Ok((it, body))
}

/// What a community notes of a picture that is on its way.
pub(super) fn noted(it: &Clean, colours: Colours) -> Result<NewPhoto, ApiError> {
    let bytes = u32::try_from(it.bytes.len()).map_err(|_| unexpected())?;
    Ok(NewPhoto { media: it.media, width: it.width, height: it.height, bytes, colours })
}

/// Puts the bytes where they belong and says that they are there. Until then the picture can be put nowhere.
pub(super) async fn put(call: &Call, brand: &BrandDomain, id: &PhotoId, it: Clean, there: Ask) -> Result<(), ApiError> {
    keep(call, brand, id, bucket::put(&call.env, brand, id, it.media, it.bytes), there).await
}

/// The same for bytes that are kept in another way.
pub(super) async fn keep(
    call: &Call,
    brand: &BrandDomain,
    id: &PhotoId,
    putting: impl Future<Output = worker::Result<()>>,
    there: Ask,
) -> Result<(), ApiError> {
    let done = match call.fault() {
        Some(Fault::Photos) => Err("a test asked for this failure".to_owned()),
        _ => putting.await.map_err(|error| error.to_string()),
    };
    if let Err(error) = done {
        worker::console_error!("a photo could not be kept: {error}");
        return Err(away());
    }
    if let Err(refusal) = ask(call, brand, Caller::Visitor, None, there).await {
        // Its place was cleared away meanwhile: nobody would ever find the bytes.
        if refusal.status() == 404 {
            bucket::delete(&call.env, std::slice::from_ref(id)).await;
            return Err(away());
        }
        return Err(refusal);
    }
    Ok(())
}

/// The picture. Its bytes never change, but whether it is shown does: whoever keeps it asks again within a minute.
pub(super) async fn get(call: &Call, id: &PhotoId) -> Result<Response, ApiError> {
    let absent = || GetPhotoRefusal::NotFound.to_error();
    let request: get_photo::Request = codec::query(call)?;
    let found = bucket::get(&call.env, id).await.map_err(|error| {
        worker::console_error!("a photo could not be read: {error}");
        ApiError::new("unavailable", "This photo cannot be read right now. Please try again in a moment.")
    })?;
    let Found { brand, media, object } = found.ok_or_else(absent)?;
    let keep = match seen(call, &brand, id).await? {
        PhotoSeen::ByAll => Keep::Public,
        PhotoSeen::ByKey(key) if request.key.as_ref() == Some(&key) => Keep::Private,
        PhotoSeen::ByKey(_) | PhotoSeen::ByNobody => return Err(absent()),
    };
    let tag = object.http_etag();
    let known = keep == Keep::Public && call.header("if-none-match").is_some_and(|it| it.split(',').any(|one| one.trim() == tag));
    let body = match object.body().filter(|_| !known) {
        Some(body) => Some(body.response_body().map_err(|_| unexpected())?),
        None => None,
    };
    respond::picture(call, keep, media, &tag, body)
}

/// Who sees a photo.
async fn seen(call: &Call, brand: &BrandDomain, id: &PhotoId) -> Result<PhotoSeen, ApiError> {
    let name = || format!("{:?} photo {id}", call.room(brand));
    let usable = !call.clock_is_set() && call.fault().is_none();
    if let Some(seen) = cache::get(&name()).filter(|_| usable).and_then(|(_, body)| postcard::from_bytes(&body).ok()) {
        return Ok(seen);
    }
    let asked = clock::now();
    let Outcome::PhotoSeen(seen) = ask(call, brand, Caller::Visitor, None, Ask::PhotoSeen(id.clone())).await? else {
        return Err(unexpected());
    };
    if let Some(body) = postcard::to_allocvec(&seen).ok().filter(|_| usable) {
        cache::put(name(), brand, asked, "", &body);
    }
    Ok(seen)
}

pub(super) async fn set_open(call: &Call, brand: &BrandDomain, id: &PhotoId) -> Result<Response, ApiError> {
    let who = caller::in_community(call, brand)?;
    open_or_veil(call, brand, id, who).await
}

pub(super) async fn judge(call: &Call, brand: &BrandDomain, id: &PhotoId) -> Result<Response, ApiError> {
    let who = caller::on_console(call).await?;
    open_or_veil(call, brand, id, who).await
}

async fn open_or_veil(call: &Call, brand: &BrandDomain, id: &PhotoId, who: Caller) -> Result<Response, ApiError> {
    let (request, _): (set_photo_open::Request, _) = codec::body(call).await?;
    match ask(call, brand, who, None, Ask::SetPhotoOpen(id.clone(), request)).await? {
        Outcome::Photo(photo) => respond::value(call, Keep::Private, &set_photo_open::Response { photo }),
        _ => Err(unexpected()),
    }
}

/// For how long others may keep a picture.
pub(super) fn kept() -> String {
    format!("public, max-age={GONE_WITHIN}, must-revalidate")
}
