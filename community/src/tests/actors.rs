//! The people of these tests and the stage they act on.

use std::cell::Cell;

use chie_domain::api::request_proof::{self, Finding, Look};
use chie_domain::api::view::{CommunityView, ReplyView, ThreadPage, ThreadView};
use chie_domain::api::{claim_threads, get_thread, list_threads, post_reply, post_thread, suggest_threads};
use chie_domain::brand::BrandDomain;
use chie_domain::claim::{Claim, Reach};
use chie_domain::id::{MemberId, ProofId, ThreadId};
use chie_domain::photo::Album;
use chie_domain::policy::Role;
use chie_domain::proof::Method;
use chie_domain::text::{Body, ProductKey, Sought, Title};
use chie_domain::thread::Kind;
use chie_domain::time::{Span, Timestamp};

use crate::answer;
use crate::ask::{AccountId, Arrival, Ask, Caller, Contact, Due, IdempotencyKey, Moment, Outcome, PeopleAsk, Trouble};
use crate::native::Native;
use crate::row::Row;
use crate::sql::Sql;

pub(crate) const T0: Timestamp = Timestamp::from_millis(1_800_000_000_000);

/// A community of acme.example with a clock that the test moves.
pub(crate) struct Stage {
    pub(crate) sql: Native,
    pub(crate) brand: BrandDomain,
    pub(crate) now: Cell<Timestamp>,
    pub(crate) turn: Cell<u64>,
    pub(crate) arrival: Cell<Arrival>,
}

pub(crate) fn stage() -> Stage {
    let brand = BrandDomain::parse("acme.example").expect("a domain");
    Stage { sql: Native::in_memory().expect("a database"), brand, now: Cell::new(T0), turn: Cell::new(0), arrival: Cell::default() }
}

/// With a question, and a brand that `aoi` has proven and is mailed about.
pub(crate) fn proven_stage() -> Stage {
    let stage = stage();
    stage.asked("It leaks");
    stage.prove("aoi");
    stage.ask(&console("aoi"), Ask::Contact { address: "a…@acme.example".to_owned(), contact: contact("aoi") }).expect("reached");
    stage
}

pub(crate) fn member(id: &MemberId) -> Caller {
    Caller::Member(id.clone())
}

pub(crate) fn account(name: &str) -> AccountId {
    AccountId(format!("1:{name}"))
}

/// How mail reaches somebody; nobody here can open it.
pub(crate) fn contact(name: &str) -> Contact {
    Contact { sealed: format!("sealed:{name}"), lang: "en".to_owned() }
}

pub(crate) fn console(name: &str) -> Caller {
    Caller::Console(account(name))
}

pub(crate) fn operator() -> Caller {
    Caller::Operator(account("operator"))
}

pub(crate) fn key(text: &str, request: &str) -> IdempotencyKey {
    IdempotencyKey { key: text.to_owned(), request: request.to_owned() }
}

pub(crate) fn product(text: &str) -> ProductKey {
    ProductKey::parse(text).expect("a key")
}

pub(crate) fn question(title: &str) -> post_thread::Request {
    post_thread::Request {
        product: product("kettle"),
        product_name: None,
        kind: Kind::Question,
        title: Title::parse(title).expect("a title"),
        body: None,
        name: None,
        mood: None,
        mood_words: None,
        facts: None,
        personal_data_ok: false,
        photos: Album::default(),
    }
}

pub(crate) fn words(text: &str) -> post_reply::Request {
    let body = Body::parse(text).expect("a body");
    post_reply::Request { body, name: None, personal_data_ok: false, photos: Album::default() }
}

/// The refusal's code.
pub(crate) fn code<T: std::fmt::Debug>(result: Result<T, Trouble>) -> String {
    match result {
        Err(Trouble::Refused(error)) => error.code,
        other => panic!("not a refusal: {other:?}"),
    }
}

impl Stage {
    pub(crate) fn moment(&self) -> Moment {
        let turn = self.turn.get() + 1;
        self.turn.set(turn);
        let mut seed = [0; 32];
        seed[..8].copy_from_slice(&turn.to_be_bytes());
        Moment { now: self.now.get(), seed, arrival: self.arrival.get() }
    }

    pub(crate) fn pass(&self, span: Span) {
        self.now.set(self.now.get().after(span));
    }

    pub(crate) fn ask(&self, caller: &Caller, ask: Ask) -> Result<Outcome, Trouble> {
        answer(&self.sql, &self.brand, &self.moment(), caller, None, ask)
    }

    pub(crate) fn ask_once(&self, caller: &Caller, key: &IdempotencyKey, ask: Ask) -> Result<Outcome, Trouble> {
        answer(&self.sql, &self.brand, &self.moment(), caller, Some(key), ask)
    }

    pub(crate) fn community(&self) -> CommunityView {
        match self.ask(&Caller::Visitor, Ask::Community) {
            Ok(Outcome::Community(view)) => view,
            other => panic!("{other:?}"),
        }
    }

    pub(crate) fn post(&self, caller: &Caller, request: post_thread::Request) -> (ThreadView, Option<MemberId>) {
        match self.ask(caller, Ask::PostThread(request)) {
            Ok(Outcome::PostedThread(view, guest, _)) => (view, guest),
            other => panic!("{other:?}"),
        }
    }

    /// A visitor asks and becomes a guest.
    pub(crate) fn asked(&self, title: &str) -> (ThreadId, MemberId) {
        let (view, guest) = self.post(&Caller::Visitor, question(title));
        (view.row.id, guest.expect("a guest"))
    }

    pub(crate) fn reply(&self, caller: &Caller, thread: &ThreadId, text: &str) -> (ReplyView, Option<MemberId>) {
        match self.ask(caller, Ask::PostReply(thread.clone(), words(text))) {
            Ok(Outcome::PostedReply(view, guest)) => (view, guest),
            other => panic!("{other:?}"),
        }
    }

    pub(crate) fn thread(&self, id: &ThreadId) -> ThreadView {
        self.thread_as(&Caller::Visitor, id).expect("a thread")
    }

    pub(crate) fn thread_as(&self, caller: &Caller, id: &ThreadId) -> Result<ThreadView, Trouble> {
        match self.ask(caller, Ask::Thread(id.clone(), get_thread::Request::default()))? {
            Outcome::Thread(view) => Ok(view),
            other => panic!("{other:?}"),
        }
    }

    pub(crate) fn list(&self, request: list_threads::Request) -> ThreadPage {
        match self.ask(&Caller::Visitor, Ask::List(request)) {
            Ok(Outcome::List(page)) => page,
            other => panic!("{other:?}"),
        }
    }

    pub(crate) fn likely(&self, text: &str) -> Vec<suggest_threads::Likely> {
        let q = Sought::parse(text).expect("words");
        match self.ask(&Caller::Visitor, Ask::Likely(suggest_threads::Request { q, product: Some(product("kettle")) })) {
            Ok(Outcome::Likely(found)) => found.likely,
            other => panic!("{other:?}"),
        }
    }

    pub(crate) fn request_proof(&self, who: &str, method: Method) -> request_proof::Response {
        match self.ask(&console(who), Ask::RequestProof(request_proof::Request { method, host: None, fresh: false })) {
            Ok(Outcome::Proof(response)) => response,
            other => panic!("{other:?}"),
        }
    }

    pub(crate) fn look(&self, who: &str, proof: &ProofId, finding: Finding) -> Result<request_proof::Response, Trouble> {
        let look = Look { asked: "a resolver".to_owned(), answer: "…".to_owned(), finding, at: self.now.get() };
        match self.ask(&console(who), Ask::RecordLooks(proof.clone(), vec![look.clone(), look]))? {
            Outcome::Proof(response) => Ok(response),
            other => panic!("{other:?}"),
        }
    }

    /// Somebody proves the domain.
    pub(crate) fn prove(&self, who: &str) -> request_proof::Response {
        let asked = self.request_proof(who, Method::Dns);
        self.look(who, &asked.proof.id, Finding::Found).expect("a proof")
    }

    pub(crate) fn claim(&self, who: &str, thread: Option<&ThreadId>, of: Option<&str>, reach: Reach) -> Result<Claim, Trouble> {
        let request = claim_threads::Request {
            thread: thread.cloned(),
            threads: None,
            product: of.map(product),
            reach,
            hello: None,
            name: None,
        };
        match self.ask(&console(who), Ask::Claim(request))? {
            Outcome::Claimed(claim, ..) => Ok(claim),
            other => panic!("{other:?}"),
        }
    }

    /// A colleague whom `aoi` invites to answer with them.
    pub(crate) fn colleague(&self, name: &str) -> MemberId {
        let role = Role::Representative;
        let invited =
            PeopleAsk::Invite { account: account(name), address: "m…@acme.example".to_owned(), contact: contact(name), role };
        self.ask(&console("aoi"), Ask::People(invited)).expect("invited");
        let (id, _) = self.rows(&format!("SELECT id, id FROM member WHERE account = '1:{name}'")).remove(0);
        MemberId::parse(&id).expect("a member")
    }

    /// Somebody confirms an address; what they were before becomes theirs.
    pub(crate) fn join(&self, caller: &Caller, name: &str) -> MemberId {
        match self.ask(caller, Ask::Join { account: account(name), address: "a…@mail.example".to_owned(), contact: contact(name) })
        {
            Ok(Outcome::Joined(member, _)) => member,
            other => panic!("{other:?}"),
        }
    }

    /// What has to be done now.
    pub(crate) fn all_due(&self) -> Due {
        match self.ask(&Caller::Visitor, Ask::Due) {
            Ok(Outcome::Due(due)) => due,
            other => panic!("{other:?}"),
        }
    }

    pub(crate) fn sql_run(&self, sql: &str) {
        self.sql.rows(sql, &[]).expect("done");
    }

    /// Pairs of texts.
    pub(crate) fn rows(&self, sql: &str) -> Vec<(String, String)> {
        let rows = self.sql.rows(sql, &[]).expect("rows");
        let text = |row: &Row, place| row.text(place).expect("a text").to_owned();
        rows.into_iter().map(Row).map(|row| (text(&row, 0), text(&row, 1))).collect()
    }

    pub(crate) fn count(&self, sql: &str) -> u32 {
        let rows = self.sql.rows(sql, &[]).expect("rows");
        rows.into_iter().map(Row).next().expect("a row").count(0).expect("a number")
    }
}
