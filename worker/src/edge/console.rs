//! Endpoints of the console: company actions, on the console's host, with its cookie. Whether somebody may is decided by the engine
//! from their seat and a valid proof.

use chie_community::ask::{AccountId, Ask, Outcome};
use chie_domain::api::confirm_code::SignedIn;
use chie_domain::api::error::ApiError;
use chie_domain::api::route::Route;
use chie_domain::api::{
    claim_threads, get_desk, get_sites, lift_danger, mark_official_answer, post_official_reply, release_claim, remove_post,
    set_caution, set_duplicate, set_emergency, set_status,
};
use chie_domain::brand::BrandDomain;
use chie_domain::id::{ClaimId, ReplyId, ThreadId};
use serde::de::DeserializeOwned;
use worker::Response;

use super::call::Call;
use super::caller::{self, COOKIE};
use super::codec;
use super::codes::ask_about;
use super::community::{ask, cursor, key, position, signed_thread, unexpected};
use super::proofs::forwardable;
use super::respond::{self, Keep};
use super::room;
use crate::protocol::{AccountAsk, AccountOutcome};
use crate::token::CONSOLE_LIVES;

fn desk_name(brand: &BrandDomain) -> String {
    format!("{brand}|desk")
}

fn set_cookie(response: Response, value: &str, seconds: u64) -> Result<Response, ApiError> {
    let cookie = format!("{COOKIE}={value}; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age={seconds}");
    response.headers().set("set-cookie", &cookie).map_err(|_| unexpected())?;
    Ok(response)
}

/// Who is signed in now, with a new cookie where there is one.
pub(super) async fn signed_in(call: &Call, account: &AccountId, email: &str, cookie: Option<&str>) -> Result<Response, ApiError> {
    let AccountOutcome::Brands(brands) = ask_about(call, account, AccountAsk::Brands).await? else {
        return Err(unexpected());
    };
    let operator = caller::is_operator(call, email);
    let response = respond::value(call, Keep::Private, &SignedIn { email: email.to_owned(), brands, operator })?;
    match cookie {
        Some(cookie) => set_cookie(response, cookie, CONSOLE_LIVES.millis() / 1_000),
        None => Ok(response),
    }
}

pub(super) async fn session(call: &Call) -> Result<Response, ApiError> {
    let console = caller::signed_in(call).await?;
    signed_in(call, &console.account, &console.email, None).await
}

/// The session ends here as well as in the browser: a cookie that was copied before counts no more.
pub(super) async fn sign_out(call: &Call) -> Result<Response, ApiError> {
    caller::from_own_pages(call)?;
    if let Some(console) = caller::cookie(call) {
        ask_about(call, &console.account, AccountAsk::EndSession(console.session)).await?;
    }
    set_cookie(respond::value(call, Keep::Private, &())?, "", 0)
}

pub(super) async fn desk(call: &Call, brand: &BrandDomain) -> Result<Response, ApiError> {
    let who = caller::on_console(call).await?;
    let request: get_desk::Request = codec::query(call)?;
    let of = desk_name(brand);
    let cursor_in = position(call, &of, request.cursor.as_ref())?;
    match ask(call, brand, who, None, Ask::Desk(get_desk::Request { cursor: cursor_in })).await? {
        Outcome::Desk(mut desk) => {
            desk.threads.next = cursor(call, &of, desk.threads.next.as_ref())?;
            for proof in &mut desk.proofs {
                forwardable(call, brand, proof);
            }
            respond::value(call, Keep::Private, &desk)
        }
        _ => Err(unexpected()),
    }
}

/// Reads a request, asks with the caller's authority, and gives back the outcome.
async fn act<T: DeserializeOwned>(
    call: &Call,
    route: &Route,
    brand: &BrandDomain,
    what: impl FnOnce(T) -> Ask,
) -> Result<Outcome, ApiError> {
    let who = caller::on_console(call).await?;
    let (request, body): (T, _) = codec::body(call).await?;
    let key = key(call, route, &body)?;
    ask(call, brand, who, key, what(request)).await
}

pub(super) async fn claim(call: &Call, route: &Route, brand: &BrandDomain) -> Result<Response, ApiError> {
    match act(call, route, brand, Ask::Claim).await? {
        Outcome::Claimed(claim, recovery, act) => {
            respond::value(call, Keep::Private, &claim_threads::Response { claim, recovery, act })
        }
        _ => Err(unexpected()),
    }
}

pub(super) async fn release(call: &Call, route: &Route, brand: &BrandDomain, claim: &ClaimId) -> Result<Response, ApiError> {
    let who = caller::on_console(call).await?;
    let key = key(call, route, &[])?;
    match ask(call, brand, who, key, Ask::Release(claim.clone())).await? {
        Outcome::Claim(claim) => respond::value(call, Keep::Private, &release_claim::Response { claim }),
        _ => Err(unexpected()),
    }
}

pub(super) async fn post_official_reply(
    call: &Call,
    route: &Route,
    brand: &BrandDomain,
    thread: &ThreadId,
) -> Result<Response, ApiError> {
    let outcome = act(call, route, brand, |request| Ask::PostOfficialReply(thread.clone(), request)).await?;
    respond::value(call, Keep::Private, &post_official_reply::Response { thread: signed_thread(call, brand, outcome)? })
}

pub(super) async fn mark_official_answer(
    call: &Call,
    route: &Route,
    brand: &BrandDomain,
    thread: &ThreadId,
) -> Result<Response, ApiError> {
    let outcome = act(call, route, brand, |request| Ask::MarkOfficialAnswer(thread.clone(), request)).await?;
    respond::value(call, Keep::Private, &mark_official_answer::Response { thread: signed_thread(call, brand, outcome)? })
}

pub(super) async fn set_status(call: &Call, route: &Route, brand: &BrandDomain, thread: &ThreadId) -> Result<Response, ApiError> {
    let outcome = act(call, route, brand, |request| Ask::SetStatus(thread.clone(), request)).await?;
    respond::value(call, Keep::Private, &set_status::Response { thread: signed_thread(call, brand, outcome)? })
}

pub(super) async fn settle_kind(call: &Call, route: &Route, brand: &BrandDomain, thread: &ThreadId) -> Result<Response, ApiError> {
    let outcome = act(call, route, brand, |request| Ask::SetKind(thread.clone(), request)).await?;
    respond::value(call, Keep::Private, &chie_domain::api::set_kind::Response { thread: signed_thread(call, brand, outcome)? })
}

pub(super) async fn settle_duplicate(
    call: &Call,
    route: &Route,
    brand: &BrandDomain,
    thread: &ThreadId,
) -> Result<Response, ApiError> {
    let outcome = act(call, route, brand, |request| Ask::SetDuplicate(thread.clone(), request)).await?;
    respond::value(call, Keep::Private, &set_duplicate::Response { thread: signed_thread(call, brand, outcome)? })
}

pub(super) async fn remove(call: &Call, route: &Route, brand: &BrandDomain) -> Result<Response, ApiError> {
    let others = super::house::others(call);
    match act(call, route, brand, |request| Ask::Remove(request, others)).await? {
        Outcome::Removed(ground) => respond::value(call, Keep::Private, &remove_post::Response { ground }),
        _ => Err(unexpected()),
    }
}

pub(super) async fn lift_danger(call: &Call, route: &Route, brand: &BrandDomain, thread: &ThreadId) -> Result<Response, ApiError> {
    let outcome = act(call, route, brand, |request| Ask::LiftDanger(thread.clone(), request)).await?;
    respond::value(call, Keep::Private, &lift_danger::Response { thread: signed_thread(call, brand, outcome)? })
}

pub(super) async fn set_caution(call: &Call, route: &Route, brand: &BrandDomain, reply: &ReplyId) -> Result<Response, ApiError> {
    let outcome = act(call, route, brand, |request| Ask::SetCaution(reply.clone(), request)).await?;
    respond::value(call, Keep::Private, &set_caution::Response { thread: signed_thread(call, brand, outcome)? })
}

pub(super) async fn set_emergency(call: &Call, route: &Route, brand: &BrandDomain) -> Result<Response, ApiError> {
    match act(call, route, brand, Ask::SetEmergency).await? {
        Outcome::Emergency(link) => respond::value(call, Keep::Private, &set_emergency::Response { link }),
        _ => Err(unexpected()),
    }
}

pub(super) async fn search_words(call: &Call, brand: &BrandDomain) -> Result<Response, ApiError> {
    let who = caller::on_console(call).await?;
    match ask(call, brand, who, None, Ask::SearchWords).await? {
        Outcome::SearchWords(words) => respond::value(call, Keep::Private, &words),
        _ => Err(unexpected()),
    }
}

pub(super) async fn set_search_words(call: &Call, route: &Route, brand: &BrandDomain) -> Result<Response, ApiError> {
    match act(call, route, brand, Ask::SetSearchWords).await? {
        Outcome::SearchWords(words) => respond::value(call, Keep::Private, &words),
        _ => Err(unexpected()),
    }
}

pub(super) async fn sites(call: &Call, brand: &BrandDomain) -> Result<Response, ApiError> {
    let who = caller::on_console(call).await?;
    match ask(call, brand, who, None, Ask::Sites).await? {
        Outcome::Sites(sites) => respond::value(call, Keep::Private, &get_sites::Response { sites: sites.into() }),
        _ => Err(unexpected()),
    }
}

pub(super) async fn set_sites(call: &Call, route: &Route, brand: &BrandDomain) -> Result<Response, ApiError> {
    match act(call, route, brand, Ask::SetSites).await? {
        Outcome::Sites(sites) => {
            room::note(brand, sites.clone());
            respond::value(call, Keep::Private, &get_sites::Response { sites: sites.into() })
        }
        _ => Err(unexpected()),
    }
}
