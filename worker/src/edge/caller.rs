//! Who calls. On Chie's host only a bearer session counts, bound to one community and one site and without any power of staff; on
//! the console's host only the cookie, for company actions from the console's own pages, or a key, for what its scope reaches.

use chie_community::ask::Caller;
use chie_domain::api::error::ApiError;
use chie_domain::brand::BrandDomain;
use worker::Method;

use super::call::{Call, HostKind};
use super::codes::ask_about;
use crate::protocol::{AccountAsk, AccountOutcome};
use crate::token::{self, Console, TokenError};

/// The cookie's name: the prefix binds it to this very host and to https.
pub(crate) const COOKIE: &str = "__Host-chie";

fn refused(error: TokenError) -> ApiError {
    match error {
        TokenError::Invalid => {
            ApiError::new("token_invalid", "This session is not valid here; go on without it, or sign in again.")
        }
        TokenError::Expired => ApiError::new("token_expired", "This session is over; sign in again with your address."),
    }
}

/// The caller of a public route, or of one that knows guests and members.
pub(crate) fn in_community(call: &Call, brand: &BrandDomain) -> Result<Caller, ApiError> {
    // A session is one of the real community or of the one for trying things out: which is meant comes first.
    call.room(brand);
    let Some(header) = call.header("authorization") else {
        return Ok(Caller::Visitor);
    };
    if call.host == HostKind::Console {
        // A personal key stands for its maker in this community; nothing else of the console's takes part.
        let keyed = call.keyed.borrow().clone();
        return Ok(keyed.filter(|who| matches!(who, Caller::Member(_))).unwrap_or(Caller::Visitor));
    }
    let text = header.strip_prefix("Bearer ").ok_or_else(|| refused(TokenError::Invalid))?;
    let session = token::read_session(&call.settings.token_key, text, call.now).map_err(refused)?;
    if session.brand != *brand || session.site != call.site() {
        return Err(refused(TokenError::Invalid));
    }
    call.given.set(Some(session.given()));
    Ok(Caller::Member(session.member))
}

/// Who is signed in on the console.
pub(crate) async fn signed_in(call: &Call) -> Result<Console, ApiError> {
    let needed = || ApiError::new("sign_in_needed", "Sign in with your e-mail address.");
    if call.host != HostKind::Console {
        return Err(ApiError::new("not_allowed", "Company actions exist only on the console's host."));
    }
    from_own_pages(call)?;
    let console = cookie(call).ok_or_else(needed)?;
    // The signature says that it was given out; only the account knows whether it was ended since.
    match ask_about(call, &console.account, AccountAsk::CheckSession(console.session.clone())).await? {
        AccountOutcome::Fits => Ok(console),
        _ => Err(needed()),
    }
}

/// What the caller's cookie says, if it was given out here; whether it still counts is the account's to say.
pub(crate) fn cookie(call: &Call) -> Option<Console> {
    let cookies = call.header("cookie").unwrap_or_default();
    let mut pairs = cookies.split(';').filter_map(|pair| pair.trim().split_once('='));
    let (_, value) = pairs.find(|(name, _)| *name == COOKIE)?;
    token::read_console(&call.settings.token_key, value, call.now).ok()
}

/// Whatever changes something comes from the console's own pages: browsers say so in two ways, and a form on another site can
/// give neither.
pub(crate) fn from_own_pages(call: &Call) -> Result<(), ApiError> {
    if matches!(call.method, Method::Get | Method::Head) {
        return Ok(());
    }
    let own = call.header("origin").is_some_and(|origin| origin == call.settings.console);
    if own { Ok(()) } else { Err(ApiError::new("wrong_origin", "This can be done only from the console's own pages.")) }
}

/// The signed-in person as the community knows them.
pub(crate) async fn on_console(call: &Call) -> Result<Caller, ApiError> {
    // Whoever came with a key has no cookie and needs none: the key was looked at, and is never an operator's.
    if let Some(who) = call.keyed.borrow().clone() {
        return Ok(who);
    }
    let console = signed_in(call).await?;
    Ok(if is_operator(call, &console.email) { Caller::Operator(console.account) } else { Caller::Console(console.account) })
}

/// Whether the signed-in person runs this installation; asked anew each time, so that leaving the list ends it.
/// An account is the same in any case of its letters, and so is an operator.
pub(crate) fn is_operator(call: &Call, email: &str) -> bool {
    call.settings.operators.iter().any(|one| one.as_str().eq_ignore_ascii_case(email))
}
