//! Signed texts: sessions, the console's cookie, cursors. All are JWTs with one fixed algorithm, a key's name, a purpose that is
//! checked before anything else is believed, and our own clock.

use chie_community::ask::AccountId;
use chie_domain::brand::BrandDomain;
use chie_domain::id::{MemberId, ProofId, SessionId, ThreadId};
use chie_domain::letter::Stop;
use chie_domain::time::{Span, Timestamp};
use chrono::{DateTime, Utc};
use hmac::{Hmac, Mac};
use jwt_compact::alg::{Hs256, Hs256Key};
use jwt_compact::{AlgorithmExt, Claims, Header, TimeOptions, Token, UntrustedToken};
use serde::Deserialize;
use serde::{Serialize, de::DeserializeOwned};
use sha2::Sha256;

/// How long a guest's or member's session lasts. It is the only key to a guest's thread.
const SESSION_LIVES: Span = Span::days(180);
/// How long somebody stays signed in on the console.
pub(crate) const CONSOLE_LIVES: Span = Span::hours(12);
/// How long the link in a letter can stop it: mail is kept for years.
const STOP_LIVES: Span = Span::days(3 * 365);
/// How long a cursor can be followed.
const CURSOR_LIVES: Span = Span::hours(24);
/// How long whoever sent a plain form is shown how to keep what they wrote.
const KEPT_LIVES: Span = Span::minutes(10);
/// How many bytes of a hash stand in the address of a page to forward.
const FORWARD_BYTES: usize = 16;
/// The name of the key in use; another one is added before this one is retired.
const KEY_NAME: &str = "k1";

/// Why a signed text is not believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum TokenError {
    Invalid,
    Expired,
}

/// A guest's or member's session: good in one community, from one site, and for nothing of staff.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Session {
    purpose: String,
    pub brand: BrandDomain,
    pub member: MemberId,
    pub site: String,
    /// When it was given out, in milliseconds; those of earlier versions do not say.
    #[serde(default)]
    at: u64,
}

impl Session {
    /// When it was given out.
    pub(crate) const fn given(&self) -> Timestamp {
        Timestamp::from_millis(self.at)
    }
}

/// Somebody signed in on the console's host.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Console {
    purpose: String,
    pub account: AccountId,
    pub session: SessionId,
    pub email: String,
}

/// What the link in a letter may end, for whom. It names a member and nothing that others could not see.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct StopLink {
    purpose: String,
    pub brand: BrandDomain,
    pub member: MemberId,
    pub thread: ThreadId,
    pub what: Stop,
}

/// Where a list goes on, bound to the list it was given out for.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Cursor {
    purpose: String,
    of: String,
    position: String,
}

impl Purpose for StopLink {
    const NAME: &'static str = "stop";
    fn purpose(&self) -> &str {
        &self.purpose
    }
}

/// What a form without any program made: shown for a moment to whoever sent it, so that they can keep it.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct Kept {
    purpose: String,
    brand: BrandDomain,
    member: MemberId,
}

trait Purpose {
    const NAME: &'static str;
    fn purpose(&self) -> &str;
}

impl Purpose for Session {
    const NAME: &'static str = "session";
    fn purpose(&self) -> &str {
        &self.purpose
    }
}

impl Purpose for Kept {
    const NAME: &'static str = "kept";
    fn purpose(&self) -> &str {
        &self.purpose
    }
}

impl Purpose for Console {
    const NAME: &'static str = "console";
    fn purpose(&self) -> &str {
        &self.purpose
    }
}

impl Purpose for Cursor {
    const NAME: &'static str = "cursor";
    fn purpose(&self) -> &str {
        &self.purpose
    }
}

fn date(at: Timestamp) -> DateTime<Utc> {
    i64::try_from(at.millis()).ok().and_then(DateTime::from_timestamp_millis).unwrap_or(DateTime::UNIX_EPOCH)
}

fn sign<T: Serialize>(key: &[u8], what: T, now: Timestamp, lives: Span) -> Option<String> {
    let mut claims = Claims::new(what);
    claims.expiration = Some(date(now.after(lives)));
    claims.issued_at = Some(date(now));
    Hs256.token(&Header::empty().with_key_id(KEY_NAME), &claims, &Hs256Key::new(key)).ok()
}

fn read<T: Purpose + DeserializeOwned>(key: &[u8], text: &str, now: Timestamp) -> Result<T, TokenError> {
    let untrusted = UntrustedToken::new(text).map_err(|_| TokenError::Invalid)?;
    if untrusted.header().key_id.as_deref() != Some(KEY_NAME) {
        return Err(TokenError::Invalid);
    }
    let token: Token<T> = Hs256.validator(&Hs256Key::new(key)).validate(&untrusted).map_err(|_| TokenError::Invalid)?;
    let claims = token.claims();
    if claims.custom.purpose() != T::NAME {
        return Err(TokenError::Invalid);
    }
    let ours = TimeOptions::new(chrono::TimeDelta::seconds(30), || date(now));
    claims.validate_expiration(&ours).map_err(|_| TokenError::Expired)?;
    Ok(token.into_parts().1.custom)
}

/// A session for a member of a community on a site.
pub(crate) fn session(key: &[u8], brand: &BrandDomain, member: MemberId, site: &str, now: Timestamp) -> Option<String> {
    let what = Session { purpose: Session::NAME.to_owned(), brand: brand.clone(), member, site: site.to_owned(), at: now.millis() };
    sign(key, what, now, SESSION_LIVES)
}

/// Reads a session.
pub(crate) fn read_session(key: &[u8], text: &str, now: Timestamp) -> Result<Session, TokenError> {
    read(key, text, now)
}

/// A ticket to be shown the session of a guest that was made just now.
pub(crate) fn kept(key: &[u8], brand: &BrandDomain, member: MemberId, now: Timestamp) -> Option<String> {
    let what = Kept { purpose: Kept::NAME.to_owned(), brand: brand.clone(), member };
    sign(key, what, now, KEPT_LIVES)
}

/// Reads such a ticket, in the community that it is for.
pub(crate) fn read_kept(key: &[u8], brand: &BrandDomain, text: &str, now: Timestamp) -> Option<MemberId> {
    read::<Kept>(key, text, now).ok().filter(|kept| kept.brand == *brand).map(|kept| kept.member)
}

/// The console's cookie for an account.
pub(crate) fn console(key: &[u8], account: AccountId, session: SessionId, email: &str, now: Timestamp) -> Option<String> {
    let what = Console { purpose: Console::NAME.to_owned(), account, session, email: email.to_owned() };
    sign(key, what, now, CONSOLE_LIVES)
}

/// Reads the console's cookie.
pub(crate) fn read_console(key: &[u8], text: &str, now: Timestamp) -> Result<Console, TokenError> {
    read(key, text, now)
}

/// What a letter's link to stop it carries.
pub(crate) fn stop(
    key: &[u8],
    brand: &BrandDomain,
    member: MemberId,
    thread: ThreadId,
    what: Stop,
    now: Timestamp,
) -> Option<String> {
    let link = StopLink { purpose: StopLink::NAME.to_owned(), brand: brand.clone(), member, thread, what };
    sign(key, link, now, STOP_LIVES)
}

/// Reads it.
pub(crate) fn read_stop(key: &[u8], text: &str, now: Timestamp) -> Result<StopLink, TokenError> {
    read(key, text, now)
}

/// The key in the address of a page that is forwarded to whoever runs the DNS: nobody guesses it, and it is the same each time.
pub(crate) fn forward(key: &[u8], brand: &BrandDomain, proof: &ProofId) -> Option<String> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).ok()?;
    for part in ["forward", brand.as_str(), proof.as_str()] {
        mac.update(&part.len().to_le_bytes());
        mac.update(part.as_bytes());
    }
    let bytes = mac.finalize().into_bytes();
    let digits: Vec<String> = bytes.iter().take(FORWARD_BYTES).map(|byte| format!("{byte:02x}")).collect();
    Some(digits.concat())
}

/// Whether it is that key; compared as a whole, so that time tells nothing of where two differ.
pub(crate) fn is_forward(key: &[u8], brand: &BrandDomain, proof: &ProofId, said: &str) -> bool {
    let Some(right) = forward(key, brand, proof) else { return false };
    let differ = right.bytes().zip(said.bytes()).fold(0, |differ, (a, b)| differ | (a ^ b));
    right.len() == said.len() && differ == 0
}

/// A cursor for a position in the list that `of` describes.
pub(crate) fn cursor(key: &[u8], of: &str, position: &str, now: Timestamp) -> Option<String> {
    let what = Cursor { purpose: Cursor::NAME.to_owned(), of: of.to_owned(), position: position.to_owned() };
    sign(key, what, now, CURSOR_LIVES)
}

/// Reads the position out of a cursor that was given out for the list that `of` describes.
pub(crate) fn read_cursor(key: &[u8], of: &str, text: &str, now: Timestamp) -> Result<String, TokenError> {
    let cursor: Cursor = read(key, text, now)?;
    if cursor.of == of { Ok(cursor.position) } else { Err(TokenError::Invalid) }
}
