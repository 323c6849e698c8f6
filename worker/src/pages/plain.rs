//! Asking and replying where no program runs: plain forms that a browser sends by itself. A hidden key makes sending again the
//! same post; a form that came without one (from inside somebody's page) is shown again with one, and nothing is posted yet.

use chie_domain::api::error::ApiError;
use chie_domain::api::get_embed::{self, Embed};
use chie_domain::api::{post_reply, post_thread};
use chie_domain::brand::{BrandDomain, Place};
use chie_domain::device::{self, DeviceFacts};
use chie_domain::ground::Ground;
use chie_domain::id::ThreadId;
use chie_domain::photo::Album;
use chie_domain::text::{Body, DisplayName, ProductKey, TextError, Title};
use chie_domain::thread::Kind;
use chie_domain::time::Timestamp;
use chie_widget::parts::markup::ground_text;
use chie_widget::render::PlainForm;
use worker::{Headers, Response, Result, Url};

use super::document::{self, Index, Page, escape};
use super::said;
use super::words::Words;
use crate::edge::{EdgeCall, PagePost, PagePosted, Plain, embed_data, link_for_page, link_of_ticket, post_from_page};
use crate::{clock, work};

/// Where a form stands: in which product, and under which thread if it is a reply.
struct Spot {
    brand: BrandDomain,
    product: ProductKey,
    thread: Option<ThreadId>,
}

impl Spot {
    fn read(brand: &str, product: &str, thread: Option<&str>) -> Option<Self> {
        let thread = thread.map(ThreadId::parse).transpose().ok()?;
        Some(Self { brand: BrandDomain::parse(brand).ok()?, product: ProductKey::parse(product).ok()?, thread })
    }

    async fn embed(&self, call: &EdgeCall, words: Words) -> std::result::Result<Embed, ApiError> {
        let thread = self.thread.clone();
        let request = get_embed::Request { lang: None, at: None, name: None, thread, view: None, v: None };
        let first = embed_data(call, &self.brand, &self.product, &request, Place::Elsewhere, words.locale).await?;
        if self.thread.is_some() && first.embed.thread.is_none() {
            return Err(ApiError::new("not_found", "There is no such thread."));
        }
        Ok(first.embed)
    }
}

/// The form of a new thread, with what the address fills in.
pub(super) async fn ask(call: &EdgeCall, brand: &str, product: &str) -> Result<Response> {
    let query = call.query.as_bytes();
    let form = PlainForm { title: asked(query, "title"), place: device::place(&asked(query, "at")), ..PlainForm::default() };
    show(call, Spot::read(brand, product, None), form, 200).await
}

/// The form of a reply.
pub(super) async fn reply(call: &EdgeCall, brand: &str, product: &str, thread: &str) -> Result<Response> {
    show(call, Spot::read(brand, product, Some(thread)), PlainForm::default(), 200).await
}

/// A new thread was sent.
pub(super) async fn post_thread(call: &EdgeCall, brand: &str, product: &str) -> Result<Response> {
    let Some(spot) = Spot::read(brand, product, None) else {
        return document::not_found(call, Words::of(call));
    };
    let body = match call.body().await {
        Ok(body) => body,
        Err(refusal) => return refused(call, spot, PlainForm::default(), refusal).await,
    };
    let form = read(&body);
    if form.key.is_empty() {
        return show(call, Some(spot), form, 200).await;
    }
    note_how(call, &form, &body);
    let request = thread_of(&spot, &form, personal_data_ok(&body));
    send(call, spot, form, request.map(PagePost::Thread)).await
}

/// A reply was sent.
pub(super) async fn post_reply(call: &EdgeCall, brand: &str, product: &str, thread: &str) -> Result<Response> {
    let spot = Spot::read(brand, product, Some(thread));
    let Some((spot, thread)) = spot.and_then(|spot| spot.thread.clone().map(|thread| (spot, thread))) else {
        return document::not_found(call, Words::of(call));
    };
    let body = match call.body().await {
        Ok(body) => body,
        Err(refusal) => return refused(call, spot, PlainForm::default(), refusal).await,
    };
    let mut form = read(&body);
    if form.key.is_empty() {
        // The fields of the widget's own form are named otherwise: a page may hold several.
        form.body = asked(&body, "reply");
        form.name = asked(&body, "reply-name");
        return show(call, Some(spot), form, 200).await;
    }
    note_how(call, &form, &body);
    let request = reply_of(&form, personal_data_ok(&body));
    send(call, spot, form, request.map(|request| PagePost::Reply(thread, request))).await
}

fn asked(fields: &[u8], name: &str) -> String {
    let found = form_urlencoded::parse(fields).find(|(key, _)| key == name);
    found.map(|(_, value)| value.into_owned()).unwrap_or_default()
}

fn personal_data_ok(body: &[u8]) -> bool {
    !asked(body, "personal_data_ok").is_empty()
}

fn read(body: &[u8]) -> PlainForm {
    PlainForm {
        key: asked(body, "key"),
        title: asked(body, "title"),
        body: asked(body, "body"),
        name: asked(body, "name"),
        place: device::place(&asked(body, "place")),
        kind: Kind::from_code(&asked(body, "kind")),
        refusal: None,
    }
}

/// A value that may be left out.
fn given<T>(
    text: &str,
    field: &str,
    parse: impl FnOnce(&str) -> std::result::Result<T, TextError>,
) -> std::result::Result<Option<T>, ApiError> {
    if text.trim().is_empty() { Ok(None) } else { parse(text).map(Some).map_err(|error| ApiError::from_value(&error, field)) }
}

fn thread_of(spot: &Spot, form: &PlainForm, personal_data_ok: bool) -> std::result::Result<post_thread::Request, ApiError> {
    Ok(post_thread::Request {
        product: spot.product.clone(),
        product_name: None,
        kind: form.kind.unwrap_or(Kind::Question),
        title: Title::parse(&form.title).map_err(|error| ApiError::from_value(&error, "title"))?,
        body: given(&form.body, "body", Body::parse)?,
        name: given(&form.name, "name", DisplayName::parse)?,
        mood: None,
        mood_words: None,
        facts: given(&form.place, "place", |place| DeviceFacts::parse(&["place=", place].concat()))?,
        personal_data_ok,
        photos: Album::default(),
    })
}

fn reply_of(form: &PlainForm, personal_data_ok: bool) -> std::result::Result<post_reply::Request, ApiError> {
    Ok(post_reply::Request {
        body: Body::parse(&form.body).map_err(|error| ApiError::from_value(&error, "body"))?,
        name: given(&form.name, "name", DisplayName::parse)?,
        personal_data_ok,
        photos: Album::default(),
    })
}

/// How a form was filled in: its name says when it was drawn, and a field that nobody sees whether a program filled in all of them.
fn note_how(call: &EdgeCall, form: &PlainForm, body: &[u8]) {
    let drawn = drawn_at(&call.settings.token_key, &form.key);
    let took = drawn.map(|at| u32::try_from(call.now.since(at).millis()).unwrap_or(u32::MAX));
    call.plain.set(Some(Plain { took, trapped: !asked(body, "homepage").is_empty() }));
}

/// Posts, and leads to the thread; or shows the form again with what was wrong.
async fn send(call: &EdgeCall, spot: Spot, form: PlainForm, post: std::result::Result<PagePost, ApiError>) -> Result<Response> {
    let posted = match post {
        Ok(post) => post_from_page(call, &spot.brand, post, form.key.clone()).await,
        Err(refusal) => Err(refusal),
    };
    match posted {
        Ok(posted) => lead(call, &spot, posted).await,
        Err(refusal) => refused(call, spot, form, refusal).await,
    }
}

/// To what was posted; where it waits, to the nearest page that everybody sees, which says so.
async fn lead(call: &EdgeCall, spot: &Spot, PagePosted { thread, reply, made, waits }: PagePosted) -> Result<Response> {
    let lang = Words::of(call).locale.code();
    let below = if waits.is_some() && reply.is_none() { String::new() } else { format!("/{thread}") };
    let mut to = format!("{}/c/{}/{}{below}?lang={lang}", call.home(), spot.brand, spot.product);
    if let Some(ground) = waits {
        to.push_str("&waits=");
        to.push_str(ground.code());
    }
    if let (Some(guest), None) = (made, &reply) {
        // Without it the thread is there all the same.
        if let Ok(ticket) = link_for_page(call, &spot.brand, &thread, guest).await {
            to.push_str("&kept=");
            to.push_str(&ticket);
        }
    }
    if let Some(reply) = reply.filter(|_| waits.is_none()) {
        to.push('#');
        to.push_str(reply.as_str());
    }
    let headers = Headers::new();
    headers.set("location", &to)?;
    headers.set("cache-control", "no-store")?;
    headers.set("referrer-policy", "no-referrer")?;
    Ok(Response::empty()?.with_status(303).with_headers(headers))
}

async fn refused(call: &EdgeCall, spot: Spot, mut form: PlainForm, refusal: ApiError) -> Result<Response> {
    let status = refusal.status();
    // A refusal ends the wish: what is sent after it is another one. Without an answer it is still the same.
    if status < 500 {
        form.key.clear();
    }
    form.refusal = Some(refusal);
    show(call, Some(spot), form, status).await
}

async fn show(call: &EdgeCall, spot: Option<Spot>, mut form: PlainForm, status: u16) -> Result<Response> {
    let words = Words::of(call);
    let Some(spot) = spot else {
        return document::not_found(call, words);
    };
    let embed = match spot.embed(call, words).await {
        Ok(embed) => embed,
        Err(error) if error.status() >= 500 => return document::away(call, words),
        Err(_) => return document::not_found(call, words),
    };
    if form.key.is_empty() {
        form.key = new_key(call);
    }
    // Where nothing new is asked, and at an address that leads on, the product's own page says so.
    let closed = embed.says.sign.as_ref().is_some_and(|sign| sign.closed);
    if spot.thread.is_none() && (closed || embed.product.key != spot.product) {
        let to = format!("{}/c/{}/{}?lang={}", call.home(), spot.brand, embed.product.key, words.locale.code());
        return Response::redirect_with_status(Url::parse(&to)?, 303);
    }
    let table = chie_widget::locale::Words::of(words.locale);
    let title = embed.thread.as_ref().map_or_else(|| embed.product.name.clone(), |thread| thread.row.title.clone());
    let view = chie_widget::render::plain(embed, form, table).await;
    let body = format!(r#"<div class="page-widget">{view}</div>"#);
    let page = Page { words, title, about: words.directory_about, body, status, index: Index::No, head: String::new() };
    document::respond(call, &page)
}

/// A name for a wish that nobody else has, which says when its form was drawn: the moment, chance, and our signature of both.
fn new_key(call: &EdgeCall) -> String {
    let chance = clock::random::<9>().unwrap_or_default();
    let begun = chance.iter().fold(format!("{:012x}", call.now.millis()), |key, byte| key + &format!("{byte:02x}"));
    let signed = work::sign(&call.settings.token_key, &begun).unwrap_or_default();
    begun + signed.get(..SIGNED).unwrap_or_default()
}

/// How many digits of the signature a name carries.
const SIGNED: usize = 32;

/// When the form of a name was drawn, if it was drawn here.
fn drawn_at(key: &[u8], name: &str) -> Option<Timestamp> {
    let (begun, signed) = name.split_at_checked(name.len().checked_sub(SIGNED)?)?;
    if !work::same(work::sign(key, begun)?.get(..SIGNED)?.as_bytes(), signed.as_bytes()) {
        return None;
    }
    u64::from_str_radix(begun.get(..12)?, 16).ok().map(Timestamp::from_millis)
}

/// What somebody who has just posted by a form is shown for a moment: that it waits and why, and the private link to what they asked.
pub(super) fn keep(call: &EdgeCall, brand: &BrandDomain, words: Words) -> String {
    let said = said::Said::in_language(words.locale);
    let waits = Ground::from_code(&asked(call.query.as_bytes(), "waits"));
    let waiting = waits.map(|ground| {
        let rule = ground_text(&chie_widget::locale::Words::of(words.locale), ground);
        format!(
            r#"<section class="ch ch-plain page-card" role="status"><h2>{}</h2><p>{}</p><p>{} <a href="/rules?lang={}#{}">{}</a></p></section>"#,
            said.waits_title,
            said.waits_about,
            said.waits_rule,
            words.locale.code(),
            ground.code(),
            escape(&rule),
        )
    });
    let waiting = waiting.unwrap_or_default();
    let Some(link) = link_of_ticket(call, brand, &asked(call.query.as_bytes(), "kept")) else {
        return waiting;
    };
    format!(
        r#"{waiting}<section class="ch ch-plain page-card" role="status"><h2>{title}</h2><p>{about}</p><p class="page-code"><a href="{link}">{link}</a></p></section>"#,
        title = if waits.is_some() { said.kept_title_waits } else { words.kept_title },
        about = words.kept_about,
        link = escape(&link),
    )
}
