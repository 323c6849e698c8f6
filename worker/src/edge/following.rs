//! Following, and a guest's private links. A link's secret is made here and leaves once; the community keeps its hash.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chie_community::ask::{Ask, Caller, Outcome};
use chie_domain::api::error::ApiError;
use chie_domain::api::route::Route;
use chie_domain::api::{come_back, make_keep_link, set_follow};
use chie_domain::brand::BrandDomain;
use chie_domain::id::{MemberId, ThreadId};
use chie_domain::letter::Stop;
use chie_widget::locale::Locale;
use sha2::{Digest, Sha256};
use worker::Response;

use super::call::Call;
use super::community::{ask, key, session, unexpected};
use super::respond::{self, Keep};
use super::{caller, codec};
use crate::clock;
use crate::token::{self, StopLink};

pub(super) async fn set_follow(call: &Call, route: &Route, brand: &BrandDomain, thread: &ThreadId) -> Result<Response, ApiError> {
    let (request, body): (set_follow::Request, _) = codec::body(call).await?;
    let who = caller::in_community(call, brand)?;
    let key = key(call, route, &body)?;
    match ask(call, brand, who, key, Ask::SetFollow(thread.clone(), request)).await? {
        Outcome::Followed(on, made) => {
            let session = session(call, brand, made)?;
            respond::value(call, Keep::Private, &set_follow::Response { on, session })
        }
        _ => Err(unexpected()),
    }
}

fn hash(secret: &str) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(secret.as_bytes()))
}

pub(super) async fn make_keep_link(call: &Call, brand: &BrandDomain, thread: &ThreadId) -> Result<Response, ApiError> {
    let who = caller::in_community(call, brand)?;
    let secret: [u8; 32] = clock::random().map_err(|_| unexpected())?;
    let secret = URL_SAFE_NO_PAD.encode(secret);
    match ask(call, brand, who, None, Ask::MakeKeepLink(thread.clone(), hash(&secret))).await? {
        Outcome::KeepLink => {
            let lang = Locale::pick(call.language().as_deref()).code();
            let link = format!("{}/keep?lang={lang}#{brand}/{secret}", call.home());
            respond::value(call, Keep::Private, &make_keep_link::Response { link })
        }
        _ => Err(unexpected()),
    }
}

/// Makes the private link for somebody who asked by a form, which keeps no session: gives a ticket that shows it for a moment.
/// The secret follows from the ticket, so that looking twice shows the same link.
pub(crate) async fn link_for_page(
    call: &Call,
    brand: &BrandDomain,
    thread: &ThreadId,
    guest: MemberId,
) -> Result<String, ApiError> {
    let key = &call.settings.token_key;
    let ticket = token::kept(key, brand, guest.clone(), call.now).ok_or_else(unexpected)?;
    let what = Ask::MakeKeepLink(thread.clone(), hash(&secret_of(key, &ticket)));
    match ask(call, brand, Caller::Member(guest), None, what).await? {
        Outcome::KeepLink => Ok(ticket),
        _ => Err(unexpected()),
    }
}

/// The link of a ticket that is still good in this community.
pub(crate) fn link_of_ticket(call: &Call, brand: &BrandDomain, ticket: &str) -> Option<String> {
    let key = &call.settings.token_key;
    token::read_kept(key, brand, ticket, call.now)?;
    let lang = Locale::pick(call.language().as_deref()).code();
    Some(format!("{}/keep?lang={lang}#{brand}/{}", call.home(), secret_of(key, ticket)))
}

fn secret_of(key: &[u8], ticket: &str) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest([key, b"keep", ticket.as_bytes(), key].concat()))
}

pub(super) async fn revoke_keep_link(call: &Call, brand: &BrandDomain, thread: &ThreadId) -> Result<Response, ApiError> {
    let who = caller::in_community(call, brand)?;
    ask(call, brand, who, None, Ask::RevokeKeepLink(thread.clone())).await?;
    respond::value(call, Keep::Private, &())
}

/// Whoever holds the secret is the guest; who they were before on this site counts for nothing here.
pub(super) async fn come_back(call: &Call, brand: &BrandDomain) -> Result<Response, ApiError> {
    let (request, _): (come_back::Request, _) = codec::body(call).await?;
    caller::in_community(call, brand)?;
    match ask(call, brand, Caller::Visitor, None, Ask::ComeBack(hash(request.secret.trim()))).await? {
        Outcome::Returned(member, product, thread, mine) => {
            let session = session(call, brand, Some(member))?.ok_or_else(unexpected)?;
            respond::value(call, Keep::Private, &come_back::Response { session, product, thread, mine })
        }
        _ => Err(unexpected()),
    }
}

/// Ends mail for whoever has the link in it; `everything` is the wider wish that the page offers.
pub(crate) async fn stop(call: &Call, link: StopLink, everything: bool) -> Result<(), ApiError> {
    let what = if everything { Stop::Everything } else { link.what };
    ask(call, &link.brand, Caller::Visitor, None, Ask::Stop(link.member, link.thread, what)).await.map(|_| ())
}
