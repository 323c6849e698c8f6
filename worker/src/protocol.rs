//! How the edge talks to objects: one typed envelope in, one typed answer out, over the stub's fetch, because Rust objects have no
//! RPC. The address in the request is only a form. Both are written in `form`, which only the same build reads.

pub(crate) mod form;

use chie_community::ask::{AccountId, Arrival, Ask, Caller, IdempotencyKey, Moment, Outcome};
use chie_domain::api::error::ApiError;
use chie_domain::api::get_brand_keys::ApiKeyView;
use chie_domain::api::get_sessions::SessionView;
use chie_domain::brand::{BrandDomain, Host};
use chie_domain::id::{ApiKeyId, SessionId};
use chie_domain::site::{Room, name_of};
use chie_domain::text::DisplayName;
use chie_domain::time::Timestamp;
use js_sys::Uint8Array;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use std::cell::RefCell;
use worker::{Env, Method, ObjectNamespace, Request, RequestInit};

use crate::fault::Fault;

/// What a community is asked.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct ToCommunity {
    pub brand: BrandDomain,
    pub room: Room,
    /// The site of the page that asks, where the brand's list of sites has to leave it in.
    pub site: Option<String>,
    pub moment: Moment,
    pub caller: Caller,
    /// When the caller's session was given out, if they have one.
    pub given: Option<Timestamp>,
    pub key: Option<IdempotencyKey>,
    pub what: Wish,
    pub fault: Option<Fault>,
}

impl ToCommunity {
    /// A wish of nobody in particular.
    pub(crate) fn of(brand: &BrandDomain, room: Room, moment: Moment, what: Wish) -> Self {
        let (brand, caller) = (brand.clone(), Caller::Visitor);
        Self { brand, room, site: None, moment, caller, given: None, key: None, what, fault: None }
    }
}

/// An ask of the engine, or the object's own round of what is due.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) enum Wish {
    Ask(Box<Ask>),
    /// What the alarm does, now: tests move the clock.
    RunDue,
    /// The names of the object's tables: tests look whether reading made any.
    Tables,
}

/// What a community answers.
#[expect(clippy::large_enum_variant, reason = "an answer is made once, written down and dropped")]
#[derive(Debug, Serialize, Deserialize)]
pub(crate) enum Answered {
    /// What was asked for, and the brand's list of sites where it was looked at.
    Done(Outcome, Option<Vec<Host>>),
    /// The page stands on none of the brand's sites: nothing was looked at or done.
    NotHere(Vec<Host>),
}

/// What an account is asked.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct ToAccount {
    pub account: AccountId,
    pub now: Timestamp,
    pub what: AccountAsk,
}

/// What can be asked of an account.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) enum AccountAsk {
    /// Remember this code as the one that was sent.
    IssueCode { code: String },
    /// Does this code fit?
    CheckCode { code: String },
    /// Remember that this person has to do with a brand.
    NoteBrand(BrandDomain),
    /// The brands this person has to do with.
    Brands,
    /// Somebody signed in on the console.
    OpenSession { id: SessionId, program: String },
    /// Does this session count still?
    CheckSession(SessionId),
    /// The sessions that count.
    Sessions,
    /// End one.
    EndSession(SessionId),
    /// The personal keys that count.
    Keys,
    /// Keep one more.
    MakeKey(AccountKey),
    /// One counts no more.
    RevokeKey(ApiKeyId),
    /// A request came with the key of this hash.
    UseKey(String),
    /// A provider said that mail to this address comes back, or is not wanted.
    NoteBounce,
    /// May letters go to it?
    TakesMail,
}

/// A personal key that was made just now: all of it but itself.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct AccountKey {
    pub id: ApiKeyId,
    pub hash: String,
    pub shown: String,
    pub name: DisplayName,
    pub until: Timestamp,
}

/// What an account answers.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) enum AccountOutcome {
    Done,
    /// Too many codes within the hour.
    TooMany,
    /// The code fits; again within five minutes, so that a lost answer can be asked for again.
    Fits,
    Wrong,
    /// Too many wrong tries.
    Spent,
    Brands(Vec<BrandDomain>),
    Sessions(Vec<SessionView>),
    Keys(Vec<ApiKeyView>),
    /// A key counts; it has so many more requests until then.
    KeyUsed(u32, Timestamp),
    /// A key has no more requests until then.
    KeySpent(Timestamp),
}

/// An object's answer: an outcome, or a refusal that the caller is told.
pub(crate) type Reply<T> = Result<T, ApiError>;

fn unavailable() -> ApiError {
    ApiError::new("unavailable", "This part of Chie does not answer right now. Please try again in a moment.")
}

fn failed(error: &dyn std::fmt::Display) -> ApiError {
    worker::console_error!("an object did not answer: {error}");
    unavailable()
}

fn written<A: Serialize>(what: &A) -> Reply<Vec<u8>> {
    form::write(what).map_err(|error| failed(&error))
}

async fn ask<T: DeserializeOwned>(objects: &ObjectNamespace, name: &str, body: Vec<u8>) -> Reply<T> {
    let mut init = RequestInit::new();
    init.with_method(Method::Post).with_body(Some(Uint8Array::from(body.as_slice()).into()));
    let request = Request::new_with_init("https://object/", &init).map_err(|error| failed(&error))?;
    let stub = objects.get_by_name(name).map_err(|error| failed(&error))?;
    let mut response = stub.fetch_with_request(request).await.map_err(|error| failed(&error))?;
    let status = response.status_code();
    let bytes = response.bytes().await.map_err(|error| failed(&error))?;
    match status {
        200 => form::read::<Reply<T>>(&bytes).ok_or_else(|| failed(&"it was written by another build"))?,
        503 => Err(unavailable()),
        _ => Err(ApiError::new("fault", "Something broke on our side. Please try again in a moment.")),
    }
}

thread_local! {
    /// The one brand whose asks are counted, while a test watches it.
    static WATCHED: RefCell<Option<(BrandDomain, u32)>> = const { RefCell::new(None) };
}

/// Counts the asks of a brand's object from now on; says how many there were since it was watched last.
pub(crate) fn watch(brand: &BrandDomain) -> u32 {
    WATCHED.with_borrow_mut(|watched| {
        let before = watched.replace((brand.clone(), 0));
        before.filter(|(of, _)| of == brand).map_or(0, |(_, asks)| asks)
    })
}

/// Asks the object of a brand.
pub(crate) async fn ask_community(env: &Env, what: &ToCommunity) -> Reply<Answered> {
    WATCHED.with_borrow_mut(|watched| {
        if let Some((_, asks)) = watched.as_mut().filter(|(of, _)| *of == what.brand) {
            *asks = asks.saturating_add(1);
        }
    });
    let objects = env.durable_object("COMMUNITY").map_err(|_| unavailable())?;
    let mut body = written(what)?;
    if what.fault == Some(Fault::OtherBuild) {
        body = form::of_another_build(body);
    }
    ask(&objects, &name_of(what.room, &what.brand), body).await
}

/// The names of a brand's tables.
pub(crate) async fn tables(env: &Env, brand: &BrandDomain, room: Room) -> Reply<Vec<String>> {
    let objects = env.durable_object("COMMUNITY").map_err(|_| unavailable())?;
    let moment = Moment { now: Timestamp::from_millis(0), seed: [0; 32], arrival: Arrival::default() };
    let what = ToCommunity::of(brand, room, moment, Wish::Tables);
    ask(&objects, &name_of(room, brand), written(&what)?).await
}

/// Asks the object of an address.
pub(crate) async fn ask_account(env: &Env, what: &ToAccount) -> Reply<AccountOutcome> {
    let objects = env.durable_object("ACCOUNT").map_err(|_| unavailable())?;
    ask(&objects, &what.account.0, written(what)?).await
}
