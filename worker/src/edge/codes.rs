//! Codes by e-mail: the same flow for a guest who wants to keep a thread and for somebody who signs in on the console. Known and
//! unknown addresses get the same answers.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chie_community::ask::{AccountId, Ask, Contact, Outcome};
use chie_domain::api::confirm_code::{self, ConfirmCodeRefusal, Joined};
use chie_domain::api::error::{ApiError, Refusal};
use chie_domain::api::request_code::{self, CODE_LIVES, RequestCodeRefusal};
use chie_domain::brand::BrandDomain;
use chie_domain::id::SessionId;
use chie_domain::text::EmailAddress;
use chie_widget::locale::Locale;
use hmac::{Hmac, Mac};
use sha2::Sha256;
use worker::Response;

use super::call::Call;
use super::community::{ask, unexpected};
use super::respond::{self, Keep};
use super::{caller, codec, console};
use crate::address;
use crate::clock;
use crate::mail;
use crate::protocol::{AccountAsk, AccountOutcome, ToAccount, ask_account};
use crate::token;

/// The account of an address: a keyed hash, so that whoever reads the objects' names learns no address.
pub(super) fn account(call: &Call, email: &EmailAddress) -> Result<AccountId, ApiError> {
    let mut mac = Hmac::<Sha256>::new_from_slice(&call.settings.account_key).map_err(|_| unexpected())?;
    mac.update(email.as_str().to_lowercase().as_bytes());
    Ok(AccountId(format!("a1_{}", URL_SAFE_NO_PAD.encode(mac.finalize().into_bytes()))))
}

/// Asks an account.
pub(super) async fn ask_about(call: &Call, account: &AccountId, what: AccountAsk) -> Result<AccountOutcome, ApiError> {
    ask_account(&call.env, &ToAccount { account: account.clone(), now: call.now, what }).await
}

fn new_code() -> Result<String, ApiError> {
    let bytes: [u8; 8] = clock::random().map_err(|_| unexpected())?;
    Ok(format!("{:06}", u64::from_le_bytes(bytes) % 1_000_000))
}

pub(super) async fn request(call: &Call) -> Result<Response, ApiError> {
    let (request, _): (request_code::Request, _) = codec::body(call).await?;
    let account = account(call, &request.email)?;
    let code = new_code()?;
    match ask_about(call, &account, AccountAsk::IssueCode { code: code.clone() }).await? {
        AccountOutcome::Done => {}
        AccountOutcome::TooMany => return Err(RequestCodeRefusal::TooMany.to_error()),
        _ => return Err(unexpected()),
    }
    let minutes = CODE_LIVES.millis() / 60_000;
    let lang = request.lang.or_else(|| call.language());
    let message = mail::code(&request.email, Locale::pick(lang.as_deref()), &code, minutes);
    mail::send(&call.env, &call.settings, &message).await.map_err(|_| RequestCodeRefusal::MailFailed.to_error())?;
    respond::value(call, Keep::Private, &request_code::Response { minutes: u32::try_from(minutes).unwrap_or(10) })
}

/// Checks a code; what comes back is the account of an address whose mail the caller reads.
async fn confirmed(call: &Call, request: &confirm_code::Request) -> Result<AccountId, ApiError> {
    let code: String = request.code.chars().filter(|c| !c.is_whitespace() && *c != '-').map(ascii_digit).collect();
    if code.len() != 6 || !code.chars().all(|c| c.is_ascii_digit()) {
        return Err(ConfirmCodeRefusal::CodeWrong.to_error());
    }
    let account = account(call, &request.email)?;
    match ask_about(call, &account, AccountAsk::CheckCode { code }).await? {
        AccountOutcome::Fits => Ok(account),
        AccountOutcome::Spent => Err(ConfirmCodeRefusal::CodeSpent.to_error()),
        AccountOutcome::Wrong => Err(ConfirmCodeRefusal::CodeWrong.to_error()),
        _ => Err(unexpected()),
    }
}

/// Japanese keyboards type wide digits.
fn ascii_digit(c: char) -> char {
    match u32::from(c).checked_sub(0xff10) {
        Some(n @ 0..=9) => char::from_digit(n, 10).unwrap_or(c),
        _ => c,
    }
}

/// How mail reaches somebody: the address sealed for their account, and the language they want.
pub(super) fn contact(call: &Call, account: &AccountId, email: &EmailAddress, lang: Option<&str>) -> Result<Contact, ApiError> {
    let sealed = address::seal(&call.settings.address_key, account, email).ok_or_else(unexpected)?;
    let asked = lang.map(str::to_owned).or_else(|| call.language());
    Ok(Contact { sealed, lang: Locale::pick(asked.as_deref()).code().to_owned() })
}

/// An address for its owner's own eyes: `a…@acme.example`.
pub(super) fn shortened(email: &EmailAddress) -> String {
    let (local, domain) = email.as_str().split_once('@').unwrap_or((email.as_str(), ""));
    format!("{}…@{domain}", local.chars().next().unwrap_or('…'))
}

pub(super) async fn join(call: &Call, brand: &BrandDomain) -> Result<Response, ApiError> {
    let (request, _): (confirm_code::Request, _) = codec::body(call).await?;
    let who = caller::in_community(call, brand)?;
    let account = confirmed(call, &request).await?;
    let contact = contact(call, &account, &request.email, request.lang.as_deref())?;
    let what = Ask::Join { account, address: shortened(&request.email), contact };
    match ask(call, brand, who, None, what).await? {
        Outcome::Joined(member, mine) => {
            let session = token::session(&call.settings.token_key, brand, member, &call.site(), call.now).ok_or_else(unexpected)?;
            respond::value(call, Keep::Private, &Joined { session, mine })
        }
        _ => Err(unexpected()),
    }
}

pub(super) async fn sign_in(call: &Call) -> Result<Response, ApiError> {
    caller::from_own_pages(call)?;
    let (request, _): (confirm_code::Request, _) = codec::body(call).await?;
    let account = confirmed(call, &request).await?;
    let session = SessionId::mint(call.now, clock::random().map_err(|_| unexpected())?);
    let program = call.header("user-agent").unwrap_or_default().chars().filter(|c| !c.is_control()).take(200).collect();
    ask_about(call, &account, AccountAsk::OpenSession { id: session.clone(), program }).await?;
    let cookie = token::console(&call.settings.token_key, account.clone(), session, request.email.as_str(), call.now)
        .ok_or_else(unexpected)?;
    console::signed_in(call, &account, request.email.as_str(), Some(&cookie)).await
}
