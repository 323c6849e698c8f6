//! Keys of programs: making and revoking them, and letting in a request that brings one. A key is made here, shown once, and known
//! afterwards by its hash only: by the brand's object, or by the account of whoever made a personal one.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chie_community::ask::{AccountId, Ask, Caller, KeyAsk, KeyUsed, NewKey, Outcome};
use chie_domain::api::error::{ApiError, Refusal};
use chie_domain::api::get_brand_keys::{ApiKeyView, Response as Keys};
use chie_domain::api::make_key::MakeKeyRefusal;
use chie_domain::api::revoke_key::RevokeKeyRefusal;
use chie_domain::api::route::Route;
use chie_domain::api::{make_brand_key, make_key};
use chie_domain::api_key::{self, BEGINS, KeyNeeds, KeyScope, REQUESTS, SentKey, UseKeyRefusal, WINDOW};
use chie_domain::brand::BrandDomain;
use chie_domain::id::ApiKeyId;
use chie_domain::site::Room;
use sha2::{Digest, Sha256};
use worker::Response;

use super::call::{Call, HostKind};
use super::codes::ask_about;
use super::community::{ask, unexpected};
use super::limits::Left;
use super::respond::{self, Keep};
use super::{caller, codec};
use crate::clock;
use crate::protocol::{AccountAsk, AccountKey, AccountOutcome, Answered, ToCommunity, Wish, ask_community};

/// A key as it is kept.
fn hash(key: &str) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(key.as_bytes()))
}

fn random() -> Result<String, ApiError> {
    Ok(URL_SAFE_NO_PAD.encode(clock::random::<32>().map_err(|_| unexpected())?))
}

fn new_id(call: &Call) -> Result<ApiKeyId, ApiError> {
    Ok(ApiKeyId::mint(call.now, clock::random().map_err(|_| unexpected())?))
}

/// The key that a request brings, if it brings one.
pub(super) fn sent(call: &Call) -> Option<String> {
    call.header("authorization")?.strip_prefix("Bearer ").filter(|text| text.starts_with(BEGINS)).map(str::to_owned)
}

/// Lets a request with a key in, as whomever the key stands for, or refuses it before anything else is looked at.
pub(super) async fn admit(call: &Call, route: &Route, key: &str) -> Result<(), ApiError> {
    let refused = |why: UseKeyRefusal| why.to_error();
    // Asked first: whoever put a key into a page is to hear that, wherever it was sent.
    if call.header("origin").is_some() || call.header("sec-fetch-site").is_some() {
        return Err(refused(UseKeyRefusal::InBrowser));
    }
    if call.host != HostKind::Console {
        return Err(refused(UseKeyRefusal::Elsewhere));
    }
    let sent = SentKey::parse(key).ok_or_else(|| refused(UseKeyRefusal::Invalid))?;
    let (brand, needs) = route.by_key().ok_or_else(|| refused(UseKeyRefusal::Scope))?;
    let who = match (sent, needs) {
        (SentKey::Brand, KeyNeeds::Scope(scope)) => Caller::Console(used(call, brand, key, Some(scope)).await?),
        (SentKey::Brand, KeyNeeds::Any) => {
            used(call, brand, key, None).await?;
            Caller::Visitor
        }
        (SentKey::Personal(account), KeyNeeds::Any | KeyNeeds::Person) => {
            let account = AccountId(account);
            match ask_about(call, &account, AccountAsk::UseKey(hash(key))).await? {
                AccountOutcome::KeyUsed(left, until) => count(call, left, until),
                AccountOutcome::KeySpent(until) => return Err(spent(call, ApiError::too_many(until))),
                _ => return Err(refused(UseKeyRefusal::Invalid)),
            }
            if needs == KeyNeeds::Any { Caller::Visitor } else { member_of(call, brand, account).await? }
        }
        (SentKey::Brand, KeyNeeds::Person) | (SentKey::Personal(_), KeyNeeds::Scope(_)) => {
            return Err(refused(UseKeyRefusal::Scope));
        }
    };
    call.keyed.replace(Some(who));
    Ok(())
}

/// What is left of a key's requests, for the answer's headers.
fn count(call: &Call, more: u32, until: chie_domain::time::Timestamp) {
    call.left.set(Some(Left { what: "requests", of: REQUESTS, window: WINDOW, more, until: until.since(call.now) }));
}

/// A refusal that may be that of a window which is full.
fn spent(call: &Call, refusal: ApiError) -> ApiError {
    if let Some(until) = refusal.goes_on() {
        count(call, 0, until);
    }
    refusal
}

/// Asks the brand's object whether its key counts, and for whom it stands.
async fn used(call: &Call, brand: &BrandDomain, key: &str, scope: Option<KeyScope>) -> Result<AccountId, ApiError> {
    match to_object(call, brand, KeyAsk::Use(hash(key), scope)).await.map_err(|refusal| spent(call, refusal))? {
        Outcome::KeyUsed(KeyUsed { account, left, until }) => {
            count(call, left, until);
            Ok(account)
        }
        _ => Err(unexpected()),
    }
}

/// Who the owner of a personal key is in a community: nobody where they are not known.
async fn member_of(call: &Call, brand: &BrandDomain, account: AccountId) -> Result<Caller, ApiError> {
    match to_object(call, brand, KeyAsk::MemberOf(account)).await? {
        Outcome::MemberOf(member) => Ok(member.map_or(Caller::Visitor, Caller::Member)),
        _ => Err(unexpected()),
    }
}

async fn to_object(call: &Call, brand: &BrandDomain, what: KeyAsk) -> Result<Outcome, ApiError> {
    let moment = clock::moment(call.now).map_err(|_| unexpected())?;
    let wish = Wish::Ask(Box::new(Ask::Key(what)));
    match ask_community(&call.env, &ToCommunity::of(brand, Room::Public, moment, wish)).await? {
        Answered::Done(outcome, _) => Ok(outcome),
        Answered::NotHere(_) => Err(unexpected()),
    }
}

fn shown(outcome: Outcome) -> Result<Keys, ApiError> {
    match outcome {
        Outcome::Keys(keys) => Ok(Keys { keys }),
        _ => Err(unexpected()),
    }
}

pub(super) async fn of_brand(call: &Call, brand: &BrandDomain) -> Result<Response, ApiError> {
    let who = caller::on_console(call).await?;
    respond::value(call, Keep::Private, &shown(ask(call, brand, who, None, Ask::Key(KeyAsk::See)).await?)?)
}

pub(super) async fn make_for_brand(call: &Call, brand: &BrandDomain) -> Result<Response, ApiError> {
    let who = caller::on_console(call).await?;
    let (request, _): (make_brand_key::Request, _) = codec::body(call).await?;
    let key = api_key::of_brand(&random()?);
    let make_brand_key::Request { name, scopes, days } = request;
    let new = NewKey { id: new_id(call)?, hash: hash(&key), shown: api_key::shown(&key), name, scopes, days };
    let keys = shown(ask(call, brand, who, None, Ask::Key(KeyAsk::Make(new))).await?)?;
    respond::value(call, Keep::Private, &make_brand_key::Response { key, keys })
}

pub(super) async fn revoke_of_brand(call: &Call, brand: &BrandDomain, key: &ApiKeyId) -> Result<Response, ApiError> {
    let who = caller::on_console(call).await?;
    respond::value(call, Keep::Private, &shown(ask(call, brand, who, None, Ask::Key(KeyAsk::Revoke(key.clone()))).await?)?)
}

fn own(keys: Vec<ApiKeyView>) -> Keys {
    Keys { keys }
}

pub(super) async fn of_person(call: &Call) -> Result<Response, ApiError> {
    let console = caller::signed_in(call).await?;
    match ask_about(call, &console.account, AccountAsk::Keys).await? {
        AccountOutcome::Keys(keys) => respond::value(call, Keep::Private, &own(keys)),
        _ => Err(unexpected()),
    }
}

pub(super) async fn make_for_person(call: &Call) -> Result<Response, ApiError> {
    let console = caller::signed_in(call).await?;
    let (request, _): (make_key::Request, _) = codec::body(call).await?;
    let until = call.now.after(api_key::lives(request.days).ok_or_else(|| MakeKeyRefusal::TooLong.to_error())?);
    let key = api_key::of_person(&random()?, &console.account.0);
    let (id, shown) = (new_id(call)?, api_key::shown(&key));
    let new = AccountKey { id, hash: hash(&key), shown, name: request.name, until };
    match ask_about(call, &console.account, AccountAsk::MakeKey(new)).await? {
        AccountOutcome::Keys(keys) => respond::value(call, Keep::Private, &make_key::Response { key, keys: own(keys) }),
        AccountOutcome::TooMany => Err(MakeKeyRefusal::TooMany.to_error()),
        _ => Err(unexpected()),
    }
}

pub(super) async fn revoke_of_person(call: &Call, key: &ApiKeyId) -> Result<Response, ApiError> {
    let console = caller::signed_in(call).await?;
    match ask_about(call, &console.account, AccountAsk::RevokeKey(key.clone())).await? {
        AccountOutcome::Keys(keys) => respond::value(call, Keep::Private, &own(keys)),
        _ => Err(RevokeKeyRefusal::NotFound.to_error()),
    }
}
