//! Brand sign-on: keys for owners, and taking what the brand's server signed. A secret is made and sealed here, so that the community's
//! object never holds anything that could sign; a token is read and believed here, and taken there.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chie_community::ask::{AccountId, Ask, Caller, Outcome, SignOnAsk, SignedOn};
use chie_community::sign_on::{ACCOUNT, token as signed_token};
use chie_domain::api::error::{ApiError, Refusal};
use chie_domain::api::get_sign_on::{self, SignOnKeyView};
use chie_domain::api::sign_on::{Request, SignOnRefusal};
use chie_domain::api::{make_sign_on_key, sign_on};
use chie_domain::brand::BrandDomain;
use chie_domain::id::{SignOnKeyId, TenancyId};
use chie_domain::sign_on::audience;
use chie_domain::site::{Room, is_listed};
use hmac::{Hmac, Mac};
use sha2::Sha256;
use worker::Response;

use super::call::Call;
use super::community::{ask, unexpected};
use super::respond::{self, Keep};
use super::room::Page;
use super::{caller, codec};
use crate::clock;
use crate::protocol::{Answered, ToCommunity, Wish, ask_community};
use crate::secret::{self, Of};
use crate::token;

fn shown(call: &Call, brand: &BrandDomain, outcome: Outcome) -> Result<get_sign_on::Response, ApiError> {
    let of = |keys: Vec<SignOnKeyView>| get_sign_on::Response {
        audience: audience(&call.settings.chie, brand),
        issuer: brand.to_string(),
        keys,
    };
    match outcome {
        Outcome::SignOnKeys(keys) => Ok(of(keys)),
        _ => Err(unexpected()),
    }
}

pub(super) async fn get(call: &Call, brand: &BrandDomain) -> Result<Response, ApiError> {
    let who = caller::on_console(call).await?;
    let outcome = ask(call, brand, who, None, Ask::SignOn(SignOnAsk::See)).await?;
    respond::value(call, Keep::Private, &shown(call, brand, outcome)?)
}

pub(super) async fn make(call: &Call, brand: &BrandDomain) -> Result<Response, ApiError> {
    let who = caller::on_console(call).await?;
    let id = SignOnKeyId::mint(call.now, clock::random().map_err(|_| unexpected())?);
    let secret = URL_SAFE_NO_PAD.encode(clock::random::<32>().map_err(|_| unexpected())?);
    let sealed = secret::seal_key(&call.settings.address_key, brand, Of::SignOn(&id), &secret).ok_or_else(unexpected)?;
    let outcome = ask(call, brand, who, None, Ask::SignOn(SignOnAsk::Make(id.clone(), sealed))).await?;
    let sign_on = shown(call, brand, outcome)?;
    respond::value(call, Keep::Private, &make_sign_on_key::Response { id, secret, sign_on })
}

pub(super) async fn revoke(call: &Call, brand: &BrandDomain, key: &SignOnKeyId) -> Result<Response, ApiError> {
    let who = caller::on_console(call).await?;
    let outcome = ask(call, brand, who, None, Ask::SignOn(SignOnAsk::Revoke(key.clone()))).await?;
    respond::value(call, Keep::Private, &shown(call, brand, outcome)?)
}

/// Signs a customer of the brand's on.
pub(super) async fn take(call: &Call, brand: &BrandDomain) -> Result<Response, ApiError> {
    let (Request { token: text }, _) = codec::body(call).await?;
    let mut who = caller::in_community(call, brand)?;
    let was_test = call.is_test.get();
    on_own_page(call, brand).await?;
    if call.is_test.get() && !was_test {
        // Whoever they are in the real community, they are nobody in the other one.
        who = Caller::Visitor;
    }
    let unbelieved = signed_token::read(&text).map_err(|refusal| refusal.to_error())?;
    let (tenancy, sealed) = key_of(call, brand, &unbelieved.key).await?;
    let secret = secret::open_key(&call.settings.address_key, brand, Of::SignOn(&unbelieved.key), &sealed).ok_or_else(|| {
        worker::console_error!("a sign-on key could not be opened: was ADDRESS_KEY changed?");
        unexpected()
    })?;
    let signed =
        unbelieved.believe(secret.as_bytes(), &call.settings.chie, brand, call.now).map_err(|refusal| refusal.to_error())?;
    let room = call.room(brand);
    let taken = SignedOn {
        key: unbelieved.key,
        jti: signed.jti,
        until: signed.until,
        account: account(call, &tenancy, &signed.subject)?,
        name: signed.name,
        room,
    };
    match ask(call, brand, who, None, Ask::SignOn(SignOnAsk::Take(taken))).await? {
        Outcome::Joined(member, mine) => {
            let session = token::session(&call.settings.token_key, brand, member, &call.site(), call.now).ok_or_else(unexpected)?;
            respond::value(call, Keep::Private, &sign_on::Response { session, test: room == Room::Test, mine })
        }
        _ => Err(unexpected()),
    }
}

/// Customers are signed on where the brand can vouch for the page: inside its domain, on a site that an owner has listed, on Chie's own
/// pages, and wherever things are only tried out. What was signed is worth nothing on anybody else's page.
async fn on_own_page(call: &Call, brand: &BrandDomain) -> Result<(), ApiError> {
    call.room(brand);
    let Page::Of(host) = call.page() else { return Ok(()) };
    if call.is_test.get() {
        return Ok(());
    }
    // The list is asked for first: where an owner has made one, whatever is not on it is a place to try things out, inside the domain too.
    let Outcome::Sites(sites) = ask(call, brand, Caller::Visitor, None, Ask::CountingSites).await? else {
        return Err(unexpected());
    };
    if call.is_test.get() || call.settings.is_own(brand, &call.origin()) || (!sites.is_empty() && is_listed(&sites, &host)) {
        Ok(())
    } else {
        Err(SignOnRefusal::Elsewhere.to_error())
    }
}

/// The key as it is kept: by the community that everybody reads, wherever this is tried out.
async fn key_of(call: &Call, brand: &BrandDomain, key: &SignOnKeyId) -> Result<(TenancyId, String), ApiError> {
    let moment = clock::moment(call.now).map_err(|_| unexpected())?;
    let wish = Wish::Ask(Box::new(Ask::SignOn(SignOnAsk::Secret(key.clone()))));
    match ask_community(&call.env, &ToCommunity::of(brand, Room::Public, moment, wish)).await? {
        Answered::Done(Outcome::SignOnSecret(tenancy, sealed), _) => Ok((tenancy, sealed)),
        _ => Err(unexpected()),
    }
}

/// The account of the brand's own customer: a keyed hash, of this company's time here only, so that whoever comes after it at the same
/// domain cannot become anybody.
fn account(call: &Call, tenancy: &TenancyId, subject: &str) -> Result<AccountId, ApiError> {
    let mut mac = <Hmac<Sha256> as Mac>::new_from_slice(&call.settings.account_key).map_err(|_| unexpected())?;
    for part in ["sign-on", tenancy.as_str(), subject] {
        mac.update(&u64::try_from(part.len()).unwrap_or(u64::MAX).to_le_bytes());
        mac.update(part.as_bytes());
    }
    Ok(AccountId(format!("{ACCOUNT}{}", URL_SAFE_NO_PAD.encode(mac.finalize().into_bytes()))))
}
