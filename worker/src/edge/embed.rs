//! The one request of the loader: everything a first view needs, drawn by the widget's own views.

use chie_community::ask::{Ask, Caller, EmbedParts, Outcome};
use chie_domain::api::error::ApiError;
use chie_domain::api::get_embed::{self, Embed, join};
use chie_domain::api::list_threads;
use chie_domain::brand::{BrandDomain, Place};
use chie_domain::set_up::PageAddress;
use chie_domain::text::{ProductKey, ProductName};
use chie_widget::locale::{Locale, Words};
use chie_widget::says::says;
use chie_widget::style;
use worker::Response;

use super::call::Call;
use super::community::{ask, sign_list, sign_thread, unexpected};
use super::respond::{self, Keep};
use super::{cache, codec};
use crate::clock;
use crate::directory::names;
use crate::zone;

const MEDIA: &str = "application/vnd.chie.embed+postcard";

pub(super) async fn get(call: &Call, brand: &BrandDomain, product: &ProductKey) -> Result<Response, ApiError> {
    let request: get_embed::Request = codec::query(call)?;
    if request.v.is_some_and(|version| version != get_embed::VERSION) {
        let message =
            "This copy of chie.js reads another version of the answer; load it from its own address, without keeping a copy.";
        return Err(ApiError::new("not_acceptable", message));
    }
    if request.at == Some(Place::Test) {
        call.is_test.set(true);
    }
    let place = place(call, brand, request.at);
    let locale = call.locale(request.lang.as_deref());
    let key = || {
        format!(
            "embed {:?} {brand}/{product} {place:?} {} {:?} {:?} {:?}",
            call.room(brand),
            locale.code(),
            request.name.as_ref().map(ProductName::as_str),
            request.thread,
            request.view
        )
    };
    let usable = !call.clock_is_set() && call.fault().is_none();
    if let Some((media, body)) = cache::get(&key()).filter(|_| usable) {
        return answer(call, Keep::Public, media, body, locale);
    }
    let asked = clock::now();
    let First { embed, .. } = data(call, brand, product, &request, place, locale).await?;
    let body = draw(embed, locale).await?;
    if usable {
        cache::put(key(), brand, asked, MEDIA, &body);
    }
    answer(call, Keep::Public, MEDIA, body, locale)
}

/// What the second part of the program says: `/words/{lang}?v={name of that part}`. The program sees by the edition whether it is its own.
pub(super) fn words(call: &Call, lang: &str) -> Result<Response, ApiError> {
    let locale = call.locale(Some(lang));
    let table = postcard::to_allocvec(&Words::of(locale).rest()).map_err(|_| unexpected())?;
    answer(call, Keep::Build, "application/vnd.chie.words", table, locale)
}

/// An answer says in which language it is: not always the one that was asked for.
fn answer(call: &Call, keep: Keep, media: &str, body: Vec<u8>, locale: Locale) -> Result<Response, ApiError> {
    let mut response = respond::bytes(call, keep, media, body)?;
    response.headers_mut().set("content-language", locale.code()).map_err(|_| unexpected())?;
    Ok(response)
}

/// Where the widget stands. The tag may say that it is the brand's own page; only the request's origin is believed, and our
/// own pages, of which only the one inside a frame ever says so, by where its frame was opened.
fn place(call: &Call, brand: &BrandDomain, said: Option<Place>) -> Place {
    let is_own = |origin: String| call.settings.is_own(brand, &origin) || origin == call.settings.chie;
    let own = said == Some(Place::Own) && is_own(call.origin());
    if own { Place::Own } else { Place::Elsewhere }
}

/// The data of a first view, and whether search engines may keep its page.
pub(crate) struct First {
    pub embed: Embed,
    pub worth_finding: bool,
    /// The page of the brand's own on which threads have their one address.
    pub canonical: Option<PageAddress>,
}

/// Asks for the data of a first view.
pub(crate) async fn data(
    call: &Call,
    brand: &BrandDomain,
    product: &ProductKey,
    request: &get_embed::Request,
    place: Place,
    locale: Locale,
) -> Result<First, ApiError> {
    let what = Ask::Embed { product: product.clone(), name: request.name.clone(), thread: request.thread.clone() };
    let Outcome::Embed(mut parts) = ask(call, brand, Caller::Visitor, None, what.clone()).await? else {
        return Err(unexpected());
    };
    // Where nobody has opened anything, the domain may be a further one of a brand's.
    let led = if parts.community.opened.is_none() { names::leads_to(&call.env, brand).await } else { None };
    let brand = led.as_ref().unwrap_or(brand);
    if led.is_some() {
        parts = match ask(call, brand, Caller::Visitor, None, what).await? {
            Outcome::Embed(parts) => parts,
            _ => return Err(unexpected()),
        };
    }
    let EmbedParts { community, product, mut threads, mut thread, worth_finding, hours, canonical } = parts;
    let list = list_threads::Request { product: Some(product.key.clone()), ..Default::default() };
    sign_list(call, brand, &list, &mut threads)?;
    if let Some(thread) = &mut thread {
        sign_thread(call, brand, thread)?;
    }
    let zone = hours.as_ref().map_or_else(String::new, |hours| zone::name(hours, locale.code(), call.now));
    let says = says(&Words::of(locale), locale, &community, &product, hours.as_ref(), &zone, call.now);
    let embed = Embed {
        now: call.now,
        place: if call.is_test.get() { Place::Test } else { place },
        lang: locale.code().to_owned(),
        community,
        product,
        threads,
        home: call.home(),
        console: call.settings.console.clone(),
        first: request.view.unwrap_or(get_embed::First::List),
        says,
        thread,
    };
    // What is tried out is for nobody to find.
    Ok(First { embed, worth_finding: worth_finding && !call.is_test.get(), canonical })
}

async fn draw(embed: Embed, locale: Locale) -> Result<Vec<u8>, ApiError> {
    let words = Words::of(locale);
    // A thread is drawn by the program's second part, which says the rest.
    let said = if embed.thread.is_some() { words.both() } else { words.first() };
    let table = postcard::to_allocvec(&said).map_err(|_| unexpected())?;
    let data = postcard::to_allocvec(&embed).map_err(|_| unexpected())?;
    let style = if embed.thread.is_some() { &style::TRAVELLING_WHOLE } else { &style::TRAVELLING };
    let html = chie_widget::render::embed(embed, words).await;
    Ok(join([style.as_bytes(), html.as_bytes(), &table, &data]))
}
