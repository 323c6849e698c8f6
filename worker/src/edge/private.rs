//! Private notes: the words are sealed here before anything else of ours sees them, and opened here for those between whom they
//! are. The widget shows them only on the brand's own pages and on Chie's, because whoever runs another page could read along.

use chie_community::ask::{Ask, Caller, Outcome, PrivateAsk, Sealed, SeePrivate};
use chie_domain::api::error::{ApiError, Refusal};
use chie_domain::api::export_me::ExportedPrivateNote;
use chie_domain::api::get_private_notes::GetPrivateNotesRefusal;
use chie_domain::api::get_private_photo::{self, GetPrivatePhotoRefusal};
use chie_domain::api::route::Route;
use chie_domain::api::{ask_privately, post_private_note, post_private_photo};
use chie_domain::brand::BrandDomain;
use chie_domain::id::{PhotoId, TenancyId, ThreadId};
use chie_domain::photo::Colours;
use chie_domain::photo::clean::Clean;
use chie_domain::private::Side;
use worker::Response;

use super::call::{Call, Codec};
use super::community::{ask, key, unexpected};
use super::photos::{cleaned, keep, noted};
use super::respond::{self, Keep};
use super::{caller, codec};
use crate::bucket::{self, Private};
use crate::secret::{self, Secret};

/// Whether the page around the widget is the brand's own or Chie's; a page that nobody else can open counts as its owner's.
fn is_own_page(call: &Call, brand: &BrandDomain) -> bool {
    let origin = call.origin();
    call.is_test.get() || origin == "none" || origin == call.settings.chie || call.settings.is_own(brand, &origin)
}

/// The asker, on a page where nobody reads along.
fn asker(call: &Call, brand: &BrandDomain) -> Result<Caller, ApiError> {
    let who = caller::in_community(call, brand)?;
    if is_own_page(call, brand) { Ok(who) } else { Err(GetPrivateNotesRefusal::OtherSite.to_error()) }
}

/// Opens what an ask gave back.
fn opened(call: &Call, brand: &BrandDomain, thread: &ThreadId, outcome: Outcome) -> Result<Response, ApiError> {
    let Outcome::PrivateNotes(mut exchange) = outcome else { return Err(unexpected()) };
    for note in &mut exchange.notes {
        let words = secret::open_words(&call.settings.address_key, brand, thread, note.side, &note.body);
        note.body = words.ok_or_else(unreadable)?;
    }
    respond::value(call, Keep::Private, &exchange)
}

fn unreadable() -> ApiError {
    worker::console_error!("a private note could not be opened: was ADDRESS_KEY changed?");
    unexpected()
}

/// In which tenancy the caller can write now.
async fn place(call: &Call, brand: &BrandDomain, who: Caller, thread: &ThreadId) -> Result<TenancyId, ApiError> {
    match ask(call, brand, who, None, Ask::SeePrivate(thread.clone(), SeePrivate::Place)).await? {
        Outcome::PrivatePlace(tenancy) => Ok(tenancy),
        _ => Err(unexpected()),
    }
}

/// Seals words for the tenancy in which the caller can write now.
async fn sealed(
    call: &Call,
    brand: &BrandDomain,
    who: &Caller,
    (thread, side): (&ThreadId, Side),
    words: &str,
) -> Result<Sealed, ApiError> {
    let tenancy = place(call, brand, who.clone(), thread).await?;
    let text = secret::seal_words(&call.settings.address_key, brand, &tenancy, (thread, side), words).ok_or_else(unexpected)?;
    Ok(Sealed { tenancy, text })
}

pub(super) async fn get(call: &Call, brand: &BrandDomain, thread: &ThreadId) -> Result<Response, ApiError> {
    let who = asker(call, brand)?;
    opened(call, brand, thread, ask(call, brand, who, None, Ask::SeePrivate(thread.clone(), SeePrivate::Notes)).await?)
}

pub(super) async fn see(call: &Call, brand: &BrandDomain, thread: &ThreadId) -> Result<Response, ApiError> {
    let who = caller::on_console(call).await?;
    opened(call, brand, thread, ask(call, brand, who, None, Ask::SeePrivate(thread.clone(), SeePrivate::Notes)).await?)
}

pub(super) async fn ask_for(call: &Call, route: &Route, brand: &BrandDomain, thread: &ThreadId) -> Result<Response, ApiError> {
    let who = caller::on_console(call).await?;
    let (request, body): (ask_privately::Request, _) = codec::body(call).await?;
    let key = key(call, route, &body)?;
    let sealed = sealed(call, brand, &who, (thread, Side::Brand), request.body.as_str()).await?;
    let what = Ask::Private(PrivateAsk::Ask(thread.clone(), request.wanted, sealed));
    opened(call, brand, thread, ask(call, brand, who, key, what).await?)
}

pub(super) async fn answer(call: &Call, route: &Route, brand: &BrandDomain, thread: &ThreadId) -> Result<Response, ApiError> {
    let who = asker(call, brand)?;
    let (request, body): (post_private_note::Request, _) = codec::body(call).await?;
    let key = key(call, route, &body)?;
    let sealed = sealed(call, brand, &who, (thread, Side::Asker), request.body.as_str()).await?;
    let photos = request.photos.each().iter().map(|photo| photo.id.clone()).collect();
    let what = Ask::Private(PrivateAsk::Answer(thread.clone(), sealed, photos));
    opened(call, brand, thread, ask(call, brand, who, key, what).await?)
}

/// A photo for an answer: cleaned like every other, then sealed, then kept.
pub(super) async fn post_photo(call: &Call, route: &Route, brand: &BrandDomain, thread: &ThreadId) -> Result<Response, ApiError> {
    let who = asker(call, brand)?;
    let _: post_private_photo::Request = codec::query(call)?;
    let (it, body) = cleaned(call).await?;
    let key = key(call, route, &body)?;
    let tenancy = place(call, brand, who.clone(), thread).await?;
    let what = Ask::Private(PrivateAsk::PostPhoto(thread.clone(), noted(&it, Colours::default())?));
    let Outcome::PostedPhoto(id, _) = ask(call, brand, who, key, what).await? else { return Err(unexpected()) };
    let secret = Secret::of(&call.settings.address_key, brand, &tenancy);
    let bytes = secret.and_then(|secret| secret.seal_photo(&id, &it.bytes)).ok_or_else(unexpected)?;
    let kept = Private { brand: brand.clone(), media: it.media, tenancy };
    let arrived = Ask::Private(PrivateAsk::PhotoArrived(id.clone()));
    keep(call, brand, &id, bucket::put_private(&call.env, &id, &kept, bytes), arrived).await?;
    let Clean { width, height, .. } = it;
    respond::value(call, Keep::Private, &post_private_photo::Response { id, width, height, session: None })
}

pub(super) async fn get_photo(call: &Call, brand: &BrandDomain, thread: &ThreadId, id: &PhotoId) -> Result<Response, ApiError> {
    let who = asker(call, brand)?;
    photo(call, brand, who, thread, id).await
}

pub(super) async fn see_photo(call: &Call, brand: &BrandDomain, thread: &ThreadId, id: &PhotoId) -> Result<Response, ApiError> {
    let who = caller::on_console(call).await?;
    photo(call, brand, who, thread, id).await
}

async fn photo(call: &Call, brand: &BrandDomain, who: Caller, thread: &ThreadId, id: &PhotoId) -> Result<Response, ApiError> {
    match ask(call, brand, who, None, Ask::SeePrivate(thread.clone(), SeePrivate::Photo(id.clone()))).await? {
        Outcome::PrivatePhoto => {}
        _ => return Err(unexpected()),
    }
    let found = bucket::get_private(&call.env, id).await.map_err(|error| {
        worker::console_error!("a photo could not be read: {error}");
        ApiError::new("unavailable", "This photo cannot be read right now. Please try again in a moment.")
    })?;
    let (kept, sealed) =
        found.filter(|(kept, _)| kept.brand == *brand).ok_or_else(|| GetPrivatePhotoRefusal::NotFound.to_error())?;
    let secret = Secret::of(&call.settings.address_key, brand, &kept.tenancy);
    let bytes = secret.and_then(|secret| secret.open_photo(id, &sealed)).ok_or_else(unreadable)?;
    match call.codec()? {
        Codec::Postcard => respond::value(call, Keep::Private, &get_private_photo::Response { media: kept.media, bytes }),
        Codec::Json => respond::own_picture(call, kept.media, bytes),
    }
}

/// Opens what somebody takes along; on a page where others could read along nothing private goes out.
pub(super) fn taken_along(call: &Call, brand: &BrandDomain, notes: &mut Vec<ExportedPrivateNote>) -> Result<(), ApiError> {
    if !is_own_page(call, brand) {
        notes.clear();
    }
    for note in notes {
        let words = secret::open_words(&call.settings.address_key, brand, &note.thread, note.side, &note.text);
        note.text = words.ok_or_else(unreadable)?;
    }
    Ok(())
}
