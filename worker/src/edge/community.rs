//! Endpoints of the widget and of everybody: each reads its request, asks the community, and gives the answer its shape.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chie_community::ask::{Ask, Caller, IdempotencyKey, Outcome};
use chie_domain::api::error::ApiError;
use chie_domain::api::export_me;
use chie_domain::api::route::Route;
use chie_domain::api::view::{CommunityView, Post, ThreadPage, ThreadView};
use chie_domain::api::{get_thread, list_threads, open_community, post_reply, post_thread, set_accepted, set_me_too, set_star};
use chie_domain::brand::BrandDomain;
use chie_domain::ground::Ground;
use chie_domain::id::{MemberId, ReplyId, ThreadId};
use chie_domain::site::Room;
use chie_domain::text::ProductKey;
use sha2::{Digest, Sha256};
use worker::Response;

use super::call::{Call, HostKind};
use super::respond::{self, Keep};
use super::room::{self, Page};
use super::{arrival, cache, caller, codec, limits, private};
use crate::address;
use crate::clock;
use crate::directory::names;
use crate::protocol::{Answered, ToCommunity, Wish, ask_community};
use crate::token::{self, TokenError};

/// Another outcome than the one asked for can only be our own mistake.
pub(crate) fn unexpected() -> ApiError {
    worker::console_error!("an object answered with another outcome");
    ApiError::new("fault", "Something broke on our side. Please try again in a moment.")
}

/// Asks a community, and forgets what was remembered of it if something may have changed.
pub(crate) async fn ask(
    call: &Call,
    brand: &BrandDomain,
    who: Caller,
    key: Option<IdempotencyKey>,
    what: Ask,
) -> Result<Outcome, ApiError> {
    // A reading changes nothing that anybody is shown of the brand's threads.
    let writes = what.writes() && !matches!(what, Ask::CountReading(_));
    let mut moment = clock::moment(call.now).map_err(|_| unexpected())?;
    if writes {
        moment.arrival = arrival::read(call, brand);
    }
    let what = Wish::Ask(Box::new(what));
    let room = call.room(brand);
    let site = match call.page() {
        Page::Of(host) if room == Room::Public && call.host == HostKind::Chie => Some(host),
        Page::Of(_) | Page::Ours | Page::Local => None,
    };
    let (given, fault) = (call.given.get(), call.fault());
    let mut asked = ToCommunity { brand: brand.clone(), room, site, moment, caller: who, given, key, what, fault };
    let outcome = match ask_community(&call.env, &asked).await {
        Ok(Answered::Done(outcome, sites)) => {
            if let Some(sites) = sites {
                room::note(brand, sites);
            }
            Ok(outcome)
        }
        Ok(Answered::NotHere(sites)) => {
            room::note(brand, sites);
            call.is_test.set(true);
            // Whoever they are in the real community, they are nobody in the other one.
            (asked.room, asked.site, asked.caller) = (Room::Test, None, Caller::Visitor);
            match ask_community(&call.env, &asked).await {
                Ok(Answered::Done(outcome, _)) => Ok(outcome),
                Ok(Answered::NotHere(_)) => Err(unexpected()),
                Err(refusal) => Err(refusal),
            }
        }
        Err(refusal) => Err(refusal),
    };
    if writes {
        cache::forget(brand);
    }
    outcome
}

/// The request's `Idempotency-Key` with the hash of what it came with.
pub(crate) fn key(call: &Call, route: &Route, body: &[u8]) -> Result<Option<IdempotencyKey>, ApiError> {
    if !route.needs_key() && call.header("idempotency-key").is_none() {
        return Ok(None);
    }
    let missing = "Send an Idempotency-Key of 16 to 64 letters, digits and hyphens, the same one when you try again.";
    let key = call.header("idempotency-key").ok_or_else(|| ApiError::new("idempotency_key_missing", missing))?;
    named(key, route, body).map(Some).ok_or_else(|| ApiError::new("idempotency_key_missing", missing))
}

/// A wish by its name and by what it came with; nothing if this is no name.
fn named(key: String, route: &Route, body: &[u8]) -> Option<IdempotencyKey> {
    if !(16..=64).contains(&key.len()) || !key.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')) {
        return None;
    }
    let mut digest = Sha256::new();
    for part in [route.path().as_bytes(), body] {
        digest.update(part.len().to_le_bytes());
        digest.update(part);
    }
    let request = URL_SAFE_NO_PAD.encode(digest.finalize());
    Some(IdempotencyKey { key, request })
}

/// A session for a guest that was made just now.
pub(crate) fn session(call: &Call, brand: &BrandDomain, made: Option<MemberId>) -> Result<Option<String>, ApiError> {
    let sign = |member| token::session(&call.settings.token_key, brand, member, &call.site(), call.now).ok_or_else(unexpected);
    made.map(sign).transpose()
}

fn list_name(brand: &BrandDomain, request: &list_threads::Request) -> String {
    let product = request.product.as_ref().map_or("", |key| key.as_str());
    let tag = request.tag.as_ref().map_or("", |tag| tag.as_str());
    format!("{brand}|list|{product}|{:?}|{:?}|{:?}|{tag}", request.phase, request.kind, request.order)
}

fn thread_name(brand: &BrandDomain, thread: &ThreadId) -> String {
    format!("{brand}|thread|{thread}")
}

/// The position in a cursor that somebody sent back.
pub(crate) fn position(call: &Call, of: &str, cursor: Option<&String>) -> Result<Option<String>, ApiError> {
    let read = |text: &String| {
        token::read_cursor(&call.settings.token_key, of, text, call.now).map_err(|error| match error {
            TokenError::Invalid => ApiError::of_field("cursor_invalid", "Begin again without a cursor.", "cursor"),
            TokenError::Expired => ApiError::of_field("cursor_expired", "Begin again without a cursor.", "cursor"),
        })
    };
    cursor.map(read).transpose()
}

/// A signed cursor for a position that goes out.
pub(crate) fn cursor(call: &Call, of: &str, position: Option<&String>) -> Result<Option<String>, ApiError> {
    let sign = |position: &String| token::cursor(&call.settings.token_key, of, position, call.now).ok_or_else(unexpected);
    position.map(sign).transpose()
}

/// Signs the cursor of the first page of a product's list.
pub(crate) fn sign_list(
    call: &Call,
    brand: &BrandDomain,
    request: &list_threads::Request,
    page: &mut ThreadPage,
) -> Result<(), ApiError> {
    page.next = cursor(call, &list_name(brand, request), page.next.as_ref())?;
    Ok(())
}

/// Signs the cursors of a thread's earlier and later replies.
pub(crate) fn sign_thread(call: &Call, brand: &BrandDomain, thread: &mut ThreadView) -> Result<(), ApiError> {
    let name = thread_name(brand, &thread.row.id);
    thread.next = cursor(call, &name, thread.next.as_ref())?;
    thread.before = cursor(call, &name, thread.before.as_ref())?;
    Ok(())
}

/// Answers from memory, or asks and remembers. Only for callers without credentials.
pub(super) async fn remembered<T: serde::Serialize>(
    call: &Call,
    brand: &BrandDomain,
    fresh: impl Future<Output = Result<T, ApiError>>,
) -> Result<Response, ApiError> {
    let codec = call.codec()?;
    let key = || format!("{codec:?} {:?} {:?} {}?{}", call.room(brand), call.host, call.path, call.query);
    let usable = call.header("authorization").is_none() && !call.clock_is_set() && call.fault().is_none();
    if let Some((media, body)) = cache::get(&key()).filter(|_| usable) {
        return respond::bytes(call, Keep::Public, media, body);
    }
    let asked = clock::now();
    let (media, body) = codec::encode(codec, &fresh.await?)?;
    if usable {
        cache::put(key(), brand, asked, media, &body);
    }
    respond::bytes(call, if usable { Keep::Public } else { Keep::Private }, media, body)
}

/// Asks a community what it tells everybody.
pub(crate) async fn ask_as_visitor(call: &Call, brand: &BrandDomain, what: Ask) -> Result<Outcome, ApiError> {
    ask(call, brand, Caller::Visitor, None, what).await
}

/// The community as everybody sees it.
pub(crate) async fn view(call: &Call, brand: &BrandDomain) -> Result<CommunityView, ApiError> {
    match ask(call, brand, Caller::Visitor, None, Ask::Community).await? {
        Outcome::Community(community) => Ok(community),
        _ => Err(unexpected()),
    }
}

pub(super) async fn get(call: &Call, brand: &BrandDomain) -> Result<Response, ApiError> {
    remembered(call, brand, view(call, brand)).await
}

pub(super) async fn list(call: &Call, brand: &BrandDomain) -> Result<Response, ApiError> {
    let asked: list_threads::Request = codec::query(call)?;
    let fresh = async {
        let mut request = asked.clone();
        request.cursor = position(call, &list_name(brand, &asked), asked.cursor.as_ref())?;
        match ask(call, brand, Caller::Visitor, None, Ask::List(request)).await? {
            Outcome::List(mut page) => {
                sign_list(call, brand, &asked, &mut page)?;
                Ok(page)
            }
            _ => Err(unexpected()),
        }
    };
    remembered(call, brand, fresh).await
}

pub(super) async fn thread(call: &Call, brand: &BrandDomain, thread: &ThreadId) -> Result<Response, ApiError> {
    let request: get_thread::Request = codec::query(call)?;
    let who = caller::in_community(call, brand)?;
    let fresh = async {
        let cursor = position(call, &thread_name(brand, thread), request.cursor.as_ref())?;
        let what = Ask::Thread(thread.clone(), get_thread::Request { cursor, around: request.around.clone() });
        signed_thread(call, brand, ask(call, brand, who, None, what).await?)
    };
    remembered(call, brand, fresh).await
}

/// A part of a thread as everybody sees it: for pages that readers without script turn.
pub(crate) async fn part(
    call: &Call,
    brand: &BrandDomain,
    thread: &ThreadId,
    request: get_thread::Request,
) -> Result<ThreadView, ApiError> {
    let cursor = position(call, &thread_name(brand, thread), request.cursor.as_ref())?;
    let what = Ask::Thread(thread.clone(), get_thread::Request { cursor, around: request.around });
    signed_thread(call, brand, ask(call, brand, Caller::Visitor, None, what).await?)
}

/// The thread of an outcome, with its cursor signed.
pub(crate) fn signed_thread(call: &Call, brand: &BrandDomain, outcome: Outcome) -> Result<ThreadView, ApiError> {
    let Outcome::Thread(mut thread) = outcome else {
        return Err(unexpected());
    };
    sign_thread(call, brand, &mut thread)?;
    Ok(thread)
}

/// Everything of the caller's goes, here and in what this Worker remembers; what is kept elsewhere lives two seconds.
pub(super) async fn erase_me(call: &Call, brand: &BrandDomain) -> Result<Response, ApiError> {
    let who = caller::in_community(call, brand)?;
    match ask(call, brand, who, None, Ask::EraseMe).await? {
        Outcome::Erased(erased) => respond::value(call, Keep::Private, &erased),
        _ => Err(unexpected()),
    }
}

pub(super) async fn export_me(call: &Call, brand: &BrandDomain) -> Result<Response, ApiError> {
    let request: export_me::Request = codec::query(call)?;
    let who = caller::in_community(call, brand)?;
    match ask(call, brand, who, None, Ask::ExportMe(request)).await? {
        Outcome::TakenAlong(mut part, sealed) => {
            if let Some((account, sealed)) = sealed {
                part.person.address = address::open(&call.settings.address_key, &account, &sealed).map(String::from);
            }
            private::taken_along(call, brand, &mut part.private_notes)?;
            respond::value(call, Keep::Private, &*part)
        }
        _ => Err(unexpected()),
    }
}

pub(super) async fn mine(call: &Call, brand: &BrandDomain) -> Result<Response, ApiError> {
    let who = caller::in_community(call, brand)?;
    match ask(call, brand, who, None, Ask::Mine).await? {
        Outcome::Mine(mine) => respond::value(call, Keep::Private, &mine),
        _ => Err(unexpected()),
    }
}

/// One brand, one community: opening one at a further domain of a brand's leads to that brand's.
async fn at_its_brand(call: &Call, request: open_community::Request) -> open_community::Request {
    match names::leads_to(&call.env, &request.domain).await {
        Some(domain) => open_community::Request { domain, name: None, ..request },
        None => request,
    }
}

pub(super) async fn open(call: &Call, route: &Route) -> Result<Response, ApiError> {
    let (request, body): (open_community::Request, _) = codec::body(call).await?;
    let request = at_its_brand(call, request).await;
    let brand = request.domain.clone();
    let who = caller::in_community(call, &brand)?;
    let key = key(call, route, &body)?;
    let met = names::meet(&call.env, &brand, request.name.as_ref()).await;
    match ask(call, &brand, who, key, Ask::Open(request, met)).await? {
        Outcome::Opened(outcome, brand, product, made) => {
            let session = session(call, &brand, made)?;
            respond::value(call, Keep::Private, &open_community::Response { outcome, brand, product, session })
        }
        _ => Err(unexpected()),
    }
}

/// Opens a community for the directory's form. Opening is the same wish however often it is sent, so it needs no key of the
/// caller's; the guest that is made is nobody's, because a form keeps no session.
pub(crate) async fn open_from_page(
    call: &Call,
    request: open_community::Request,
) -> Result<(open_community::Outcome, BrandDomain, ProductKey), ApiError> {
    limits::check(call, &Route::OpenCommunity).await?;
    let request = at_its_brand(call, request).await;
    let brand = request.domain.clone();
    let met = names::meet(&call.env, &brand, request.name.as_ref()).await;
    match ask(call, &brand, Caller::Visitor, None, Ask::Open(request, met)).await? {
        Outcome::Opened(outcome, brand, product, _) => Ok((outcome, brand, product)),
        _ => Err(unexpected()),
    }
}

/// What a form of ours wants to post.
pub(crate) enum PagePost {
    /// A thread.
    Thread(post_thread::Request),
    /// A reply.
    Reply(ThreadId, post_reply::Request),
}

/// What became of what a form posted.
pub(crate) struct PagePosted {
    /// The thread, or the one replied to.
    pub(crate) thread: ThreadId,
    /// The reply.
    pub(crate) reply: Option<ReplyId>,
    /// The guest that was made.
    pub(crate) made: Option<MemberId>,
    /// On which ground it waits until somebody has looked at it.
    pub(crate) waits: Option<Ground>,
}

/// Posts for a form, which names its wish in a hidden field.
pub(crate) async fn post_from_page(call: &Call, brand: &BrandDomain, post: PagePost, key: String) -> Result<PagePosted, ApiError> {
    let waits = |post: &Post| if let Post::Held(_, ground) = post { Some(*ground) } else { None };
    let (route, body, what) = match post {
        PagePost::Thread(request) => (Route::PostThread(brand.clone()), serde_json::to_vec(&request), Ask::PostThread(request)),
        PagePost::Reply(thread, request) => {
            (Route::PostReply(brand.clone(), thread.clone()), serde_json::to_vec(&request), Ask::PostReply(thread, request))
        }
    };
    limits::check(call, &route).await?;
    let key = named(key, &route, &body.map_err(|_| unexpected())?);
    let thread = if let Ask::PostReply(thread, _) = &what { Some(thread.clone()) } else { None };
    match (ask(call, brand, Caller::Visitor, key, what).await?, thread) {
        (Outcome::PostedThread(it, made, _), _) => Ok(PagePosted { waits: waits(&it.post), thread: it.row.id, reply: None, made }),
        (Outcome::PostedReply(it, made), Some(thread)) => {
            Ok(PagePosted { thread, waits: waits(&it.post), reply: Some(it.id), made })
        }
        _ => Err(unexpected()),
    }
}

pub(super) async fn post_thread(call: &Call, route: &Route, brand: &BrandDomain) -> Result<Response, ApiError> {
    let (request, body): (post_thread::Request, _) = codec::body(call).await?;
    let who = caller::in_community(call, brand)?;
    let key = key(call, route, &body)?;
    match ask(call, brand, who, key, Ask::PostThread(request)).await? {
        Outcome::PostedThread(mut thread, made, first_answer) => {
            sign_thread(call, brand, &mut thread)?;
            let session = session(call, brand, made)?;
            respond::value(call, Keep::Private, &post_thread::Response { thread, session, first_answer })
        }
        _ => Err(unexpected()),
    }
}

pub(super) async fn post_reply(call: &Call, route: &Route, brand: &BrandDomain, thread: &ThreadId) -> Result<Response, ApiError> {
    let (request, body): (post_reply::Request, _) = codec::body(call).await?;
    let who = caller::in_community(call, brand)?;
    let key = key(call, route, &body)?;
    match ask(call, brand, who, key, Ask::PostReply(thread.clone(), request)).await? {
        Outcome::PostedReply(reply, made) => {
            let session = session(call, brand, made)?;
            respond::value(call, Keep::Private, &post_reply::Response { reply, session })
        }
        _ => Err(unexpected()),
    }
}

pub(super) async fn set_me_too(call: &Call, route: &Route, brand: &BrandDomain, thread: &ThreadId) -> Result<Response, ApiError> {
    let (request, body): (set_me_too::Request, _) = codec::body(call).await?;
    let who = caller::in_community(call, brand)?;
    let key = key(call, route, &body)?;
    match ask(call, brand, who, key, Ask::SetMeToo(thread.clone(), request)).await? {
        Outcome::Count(me_too, made) => {
            let session = session(call, brand, made)?;
            respond::value(call, Keep::Private, &set_me_too::Response { me_too, session })
        }
        _ => Err(unexpected()),
    }
}

pub(super) async fn set_star(call: &Call, route: &Route, brand: &BrandDomain, reply: &ReplyId) -> Result<Response, ApiError> {
    let (request, body): (set_star::Request, _) = codec::body(call).await?;
    let who = caller::in_community(call, brand)?;
    let key = key(call, route, &body)?;
    match ask(call, brand, who, key, Ask::SetStar(reply.clone(), request)).await? {
        Outcome::Count(stars, made) => {
            let session = session(call, brand, made)?;
            respond::value(call, Keep::Private, &set_star::Response { stars, session })
        }
        _ => Err(unexpected()),
    }
}

pub(super) async fn set_accepted(call: &Call, route: &Route, brand: &BrandDomain, reply: &ReplyId) -> Result<Response, ApiError> {
    let (request, body): (set_accepted::Request, _) = codec::body(call).await?;
    let who = caller::in_community(call, brand)?;
    let key = key(call, route, &body)?;
    let outcome = ask(call, brand, who, key, Ask::SetAccepted(reply.clone(), request)).await?;
    respond::value(call, Keep::Private, &set_accepted::Response { thread: signed_thread(call, brand, outcome)? })
}
