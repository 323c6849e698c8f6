//! Keys of programs: who makes them, what they stand for, that each of their requests is counted, and everything that ends them.

use chie_domain::api::get_brand_keys::ApiKeyView;
use chie_domain::api::request_proof::{self, Finding};
use chie_domain::api_key::{KeyScope, KeyScopes, MOST_KEYS, REQUESTS, WINDOW};
use chie_domain::id::{ApiKeyId, MemberId};
use chie_domain::policy::Role;
use chie_domain::proof::{LAPSE_AFTER, Method};
use chie_domain::tenancy::JOIN_NOTICE;
use chie_domain::text::DisplayName;
use chie_domain::time::Span;

use super::actors::{Stage, account, code, console, member, operator, proven_stage, stage};
use crate::ask::{Ask, Caller, KeyAsk, KeyUsed, NewKey, Outcome, PeopleAsk, Trouble};

fn new(stage: &Stage, hash: &str) -> NewKey {
    let turn = u8::try_from(stage.turn.get() % 200).unwrap_or(1);
    NewKey {
        id: ApiKeyId::mint(stage.now.get(), [turn; 10]),
        hash: hash.to_owned(),
        shown: "chie_bk_abcdef".to_owned(),
        name: DisplayName::parse("Ticket desk").expect("a name"),
        scopes: KeyScopes::parse("export read").expect("scopes"),
        days: 90,
    }
}

fn keys_of(outcome: Result<Outcome, Trouble>) -> Result<Vec<ApiKeyView>, Trouble> {
    match outcome? {
        Outcome::Keys(keys) => Ok(keys),
        other => panic!("{other:?}"),
    }
}

impl Stage {
    fn make_key(&self, who: &Caller, hash: &str) -> Result<Vec<ApiKeyView>, Trouble> {
        keys_of(self.ask(who, Ask::Key(KeyAsk::Make(new(self, hash)))))
    }

    fn use_key(&self, hash: &str, scope: Option<KeyScope>) -> Result<KeyUsed, Trouble> {
        match self.ask(&Caller::Visitor, Ask::Key(KeyAsk::Use(hash.to_owned(), scope)))? {
            Outcome::KeyUsed(used) => Ok(used),
            other => panic!("{other:?}"),
        }
    }
}

#[test]
fn owners_make_ten_keys_see_them_and_revoke_them() {
    let stage = proven_stage();
    let owner = console("aoi");
    stage.colleague("mei");
    for stranger in [console("mei"), console("nobody"), operator()] {
        assert_eq!(code(stage.make_key(&stranger, "h")), "not_allowed");
        assert_eq!(code(stage.ask(&stranger, Ask::Key(KeyAsk::See))), "not_allowed");
    }
    assert_eq!(code(stage.make_key(&Caller::Visitor, "h")), "not_allowed");
    let made = stage.make_key(&owner, "h0").expect("made").remove(0);
    assert_eq!((made.scopes.as_slice(), made.used), ([KeyScope::Read, KeyScope::Export].as_slice(), None));
    assert_eq!((made.until, made.by.as_deref()), (stage.now.get().after(Span::days(90)), Some("a…@acme.example")));
    for days in [0, 366] {
        let key = NewKey { days, ..new(&stage, "x") };
        assert_eq!(code(stage.ask(&owner, Ask::Key(KeyAsk::Make(key)))), "out_of_range");
    }
    for n in 1..MOST_KEYS {
        stage.make_key(&owner, &format!("h{n}")).expect("made");
    }
    assert_eq!(code(stage.make_key(&owner, "more")), "too_many_keys");
    assert_eq!(code(stage.ask(&console("mei"), Ask::Key(KeyAsk::Revoke(made.id.clone())))), "not_allowed");
    let left = keys_of(stage.ask(&owner, Ask::Key(KeyAsk::Revoke(made.id.clone())))).expect("revoked");
    assert!(left.iter().all(|key| key.id != made.id));
    assert_eq!(code(stage.ask(&owner, Ask::Key(KeyAsk::Revoke(made.id)))), "not_found");
    assert_eq!(code(stage.use_key("h0", None)), "key_invalid");
    assert!(stage.use_key("h1", None).is_ok());
    let recorded = stage.rows("SELECT what, object FROM audit WHERE what LIKE 'api_key%' ORDER BY seq");
    assert_eq!(recorded.len(), 11);
    assert_eq!(recorded.last().map(|(what, _)| what.as_str()), Some("api_key_revoked"));
    assert_eq!(stage.count("SELECT count(*) FROM tiding WHERE what LIKE 'api_key%'"), 22, "two people are told eleven times");
}

#[test]
fn a_key_stands_for_its_maker_within_its_scopes() {
    let stage = proven_stage();
    stage.make_key(&console("aoi"), "h").expect("made");
    assert_eq!(stage.use_key("h", Some(KeyScope::Read)).expect("let in").account, account("aoi"));
    assert_eq!(code(stage.use_key("h", Some(KeyScope::Answer))), "key_scope");
    assert_eq!(code(stage.use_key("another", Some(KeyScope::Read))), "key_invalid");
    // The day of the last use is seen.
    let keys = keys_of(stage.ask(&console("aoi"), Ask::Key(KeyAsk::See))).expect("keys");
    assert_eq!(keys.first().and_then(|key| key.used), Some(stage.now.get()));
    // Who the owner of a personal key is here, asked by the edge.
    let known = stage.ask(&Caller::Visitor, Ask::Key(KeyAsk::MemberOf(account("aoi"))));
    assert!(matches!(known, Ok(Outcome::MemberOf(Some(_)))));
    let unknown = stage.ask(&Caller::Visitor, Ask::Key(KeyAsk::MemberOf(account("nobody"))));
    assert_eq!(unknown, Ok(Outcome::MemberOf(None)));
}

#[test]
fn each_request_is_counted_within_its_minute() {
    let stage = proven_stage();
    stage.make_key(&console("aoi"), "h").expect("made");
    let began = stage.now.get();
    for left in (0..REQUESTS).rev() {
        let used = stage.use_key("h", None).expect("let in");
        assert_eq!((used.left, used.until), (left, began.after(WINDOW)));
    }
    let Err(Trouble::Refused(refusal)) = stage.use_key("h", None) else { panic!("let in") };
    assert_eq!((refusal.code.as_str(), refusal.goes_on()), ("too_many", Some(began.after(WINDOW))));
    stage.pass(Span::seconds(59));
    assert_eq!(code(stage.use_key("h", None)), "too_many");
    stage.pass(Span::seconds(1));
    assert_eq!(stage.use_key("h", None).map(|used| used.left), Ok(REQUESTS - 1));
}

#[test]
fn a_key_ends_with_its_date_and_its_room_is_free_again() {
    let stage = proven_stage();
    for n in 0..MOST_KEYS {
        let key = NewKey { days: 1, ..new(&stage, &format!("h{n}")) };
        stage.ask(&console("aoi"), Ask::Key(KeyAsk::Make(key))).expect("made");
    }
    stage.pass(Span::days(1));
    assert_eq!(code(stage.use_key("h0", None)), "key_invalid");
    assert_eq!(stage.make_key(&console("aoi"), "next").expect("made").len(), 1);
}

#[test]
fn a_key_ends_with_the_seat_of_its_maker_and_does_not_come_back() {
    let stage = proven_stage();
    let mei = stage.colleague("mei");
    stage.ask(&console("aoi"), Ask::People(PeopleAsk::SetRole(mei.clone(), Role::Owner))).expect("an owner");
    stage.pass(Span::days(4));
    stage.prove("aoi");
    stage.make_key(&console("mei"), "h").expect("made");
    assert!(stage.use_key("h", None).is_ok());
    stage.ask(&console("mei"), Ask::People(PeopleAsk::Remove(mei.clone()))).expect("left");
    assert_eq!(code(stage.use_key("h", None)), "key_invalid");
    stage.colleague("mei");
    assert_eq!(code(stage.use_key("h", None)), "key_invalid", "a new seat is another one");
    assert_eq!(stage.count("SELECT count(*) FROM audit WHERE what = 'api_key_revoked'"), 1);
}

#[test]
fn a_key_ends_at_the_moment_at_which_its_maker_does() {
    let stage = proven_stage();
    let mei = stage.colleague("mei");
    stage.ask(&console("aoi"), Ask::People(PeopleAsk::SetRole(mei.clone(), Role::Owner))).expect("an owner");
    stage.pass(JOIN_NOTICE);
    let anew = request_proof::Request { method: Method::Dns, host: None, fresh: true };
    let Ok(Outcome::Proof(asked)) = stage.ask(&console("aoi"), Ask::RequestProof(anew)) else { panic!("asked for") };
    stage.look("aoi", &asked.proof.id, Finding::Found).expect("proven anew");
    stage.make_key(&console("mei"), "h").expect("made");
    stage.ask(&console("aoi"), Ask::People(PeopleAsk::Remove(mei))).expect("announced");
    stage.pass(Span::hours(71));
    assert!(stage.use_key("h", None).is_ok(), "the notice is not over");
    stage.pass(Span::hours(1));
    assert_eq!(code(stage.use_key("h", None)), "key_invalid", "whether anything has looked around or not");
}

#[test]
fn a_key_counts_while_the_proof_does() {
    let stage = proven_stage();
    stage.make_key(&console("aoi"), "h").expect("made");
    stage.pass(LAPSE_AFTER);
    stage.pass(Span::seconds(1));
    assert_eq!(code(stage.use_key("h", None)), "key_invalid");
    assert_eq!(code(stage.make_key(&console("aoi"), "h2")), "not_allowed");
    stage.prove("aoi");
    assert!(stage.use_key("h", None).is_ok(), "the same company is there again");
}

#[test]
fn where_nothing_was_written_no_key_counts_and_nothing_is_made() {
    let stage = stage();
    assert_eq!(code(stage.use_key("h", None)), "key_invalid");
    assert_eq!(code(stage.make_key(&console("aoi"), "h")), "not_allowed");
    let nobody = member(&MemberId::mint(stage.now.get(), [1; 10]));
    assert_eq!(code(stage.make_key(&nobody, "h")), "not_allowed");
}
