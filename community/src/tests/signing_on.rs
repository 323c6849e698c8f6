//! Brand sign-on: who makes keys, that a token counts once, that whoever is signed on is apart from everybody else, and everything that ends it.

use chie_domain::api::get_sign_on::SignOnKeyView;
use chie_domain::id::{MemberId, SignOnKeyId};
use chie_domain::proof::LAPSE_AFTER;
use chie_domain::site::Room;
use chie_domain::text::DisplayName;
use chie_domain::tiding::Tiding;
use chie_domain::time::Span;

use super::actors::{Stage, account, code, console, member, operator, proven_stage, question, stage, words};
use crate::ask::{AccountId, Ask, Caller, Outcome, SignOnAsk, SignedOn, Trouble};

fn key(stage: &Stage) -> SignOnKeyId {
    SignOnKeyId::mint(stage.now.get(), [u8::try_from(stage.turn.get() % 200).unwrap_or(1); 10])
}

impl Stage {
    fn keys(&self, who: &Caller) -> Result<Vec<SignOnKeyView>, Trouble> {
        Ok(keys_of(self.ask(who, Ask::SignOn(SignOnAsk::See))?))
    }

    fn make(&self, who: &Caller) -> Result<SignOnKeyId, Trouble> {
        let key = key(self);
        self.ask(who, Ask::SignOn(SignOnAsk::Make(key.clone(), "sealed".to_owned())))?;
        Ok(key)
    }

    fn revoke(&self, who: &Caller, key: &SignOnKeyId) -> Result<Vec<SignOnKeyView>, Trouble> {
        Ok(keys_of(self.ask(who, Ask::SignOn(SignOnAsk::Revoke(key.clone())))?))
    }

    fn secret(&self, key: &SignOnKeyId) -> Result<String, Trouble> {
        match self.ask(&Caller::Visitor, Ask::SignOn(SignOnAsk::Secret(key.clone())))? {
            Outcome::SignOnSecret(_, sealed) => Ok(sealed),
            other => panic!("{other:?}"),
        }
    }

    fn sign_on(&self, as_whom: &Caller, signed: SignedOn) -> Result<MemberId, Trouble> {
        match self.ask(as_whom, Ask::SignOn(SignOnAsk::Take(signed)))? {
            Outcome::Joined(member, _) => Ok(member),
            other => panic!("{other:?}"),
        }
    }
}

fn keys_of(outcome: Outcome) -> Vec<SignOnKeyView> {
    match outcome {
        Outcome::SignOnKeys(keys) => keys,
        other => panic!("{other:?}"),
    }
}

fn signed(stage: &Stage, key: &SignOnKeyId, who: &str, jti: &str) -> SignedOn {
    SignedOn {
        key: key.clone(),
        jti: jti.to_owned(),
        until: stage.now.get().after(Span::minutes(5)),
        account: AccountId(format!("b1_{who}")),
        name: DisplayName::parse("Ken").ok(),
        room: Room::Public,
    }
}

#[test]
fn owners_make_two_keys_see_them_and_revoke_them() {
    let stage = proven_stage();
    let owner = console("aoi");
    stage.colleague("mei");
    for stranger in [console("mei"), console("nobody"), operator()] {
        assert_eq!(code(stage.keys(&stranger)), "not_allowed");
        assert_eq!(code(stage.make(&stranger)), "not_allowed");
    }
    for on_page in [Caller::Visitor, member(&MemberId::mint(stage.now.get(), [1; 10]))] {
        assert_eq!(code(stage.make(&on_page)), "not_allowed");
    }
    let first = stage.make(&owner).expect("made");
    let second = stage.make(&owner).expect("made");
    assert_eq!(code(stage.make(&owner)), "too_many_keys");
    assert_eq!(stage.keys(&owner).expect("keys").len(), 2);
    assert_eq!(stage.secret(&first), Ok("sealed".to_owned()));
    assert_eq!(code(stage.revoke(&console("mei"), &first)), "not_allowed");
    assert_eq!(stage.revoke(&owner, &first).expect("revoked").iter().map(|key| &key.id).collect::<Vec<_>>(), [&second]);
    assert_eq!(code(stage.secret(&first)), "token_key");
    assert_eq!(code(stage.revoke(&owner, &first)), "not_found");
    assert!(stage.make(&owner).is_ok(), "there is room for the next one");
    // Of a secret that counts no more nothing is kept, and everything is on record and told.
    assert_eq!(stage.count("SELECT count(*) FROM sign_on_key WHERE revoked IS NOT NULL AND sealed <> ''"), 0);
    let recorded = stage.rows("SELECT what, object FROM audit WHERE what LIKE 'sign_on%' ORDER BY seq");
    assert_eq!(
        recorded.iter().map(|(what, _)| what.as_str()).collect::<Vec<_>>(),
        ["sign_on_key_made", "sign_on_key_made", "sign_on_key_revoked", "sign_on_key_made"]
    );
    let told: Vec<Tiding> = stage
        .all_due()
        .tidings
        .iter()
        .map(|it| it.what)
        .filter(|it| matches!(it, Tiding::SignOnKeyMade | Tiding::SignOnKeyRevoked))
        .collect();
    assert_eq!(told.len(), 8, "two people are told four times");
}

#[test]
fn a_customer_is_signed_on_once_a_token_and_keeps_what_they_wrote_as_a_guest() {
    let stage = proven_stage();
    let key = stage.make(&console("aoi")).expect("made");
    let (thread, guest) = stage.asked("Which water?");
    let me = stage.sign_on(&member(&guest), signed(&stage, &key, "seven", "token-1")).expect("signed on");
    assert_eq!(stage.thread(&thread).author.member, me);
    assert_eq!(code(stage.sign_on(&Caller::Visitor, signed(&stage, &key, "seven", "token-1"))), "token_used");
    // The same customer again is the same member, whatever they are called now; another one is another.
    let again = SignedOn { name: DisplayName::parse("Somebody").ok(), ..signed(&stage, &key, "seven", "token-2") };
    assert_eq!(stage.sign_on(&Caller::Visitor, again).expect("signed on"), me);
    let other = stage.sign_on(&Caller::Visitor, signed(&stage, &key, "eight", "token-3")).expect("signed on");
    assert_ne!(other, me);
    assert_eq!(stage.count(&format!("SELECT count(*) FROM member WHERE id = '{me}' AND name = 'Ken'")), 1);
    // Somebody who is signed on is not made another one by the next token.
    assert_eq!(stage.sign_on(&member(&other), signed(&stage, &key, "seven", "token-4")).expect("signed on"), me);
    assert_eq!(stage.count("SELECT count(*) FROM member WHERE merged_into IS NOT NULL"), 1);
    // Remembered no longer than somebody could come with it.
    stage.pass(Span::minutes(8));
    stage.sign_on(&Caller::Visitor, signed(&stage, &key, "seven", "token-5")).expect("signed on");
    assert_eq!(stage.count("SELECT count(*) FROM sign_on_taken"), 1);
    assert!(stage.keys(&console("aoi")).expect("keys")[0].used.is_some());
}

#[test]
fn nobody_is_signed_on_without_number() {
    let stage = proven_stage();
    let key = stage.make(&console("aoi")).expect("made");
    for n in 0..20 {
        stage.sign_on(&Caller::Visitor, signed(&stage, &key, "seven", &format!("token-{n}"))).expect("signed on");
    }
    assert_eq!(code(stage.sign_on(&Caller::Visitor, signed(&stage, &key, "seven", "token-20"))), "too_many");
    stage.sign_on(&Caller::Visitor, signed(&stage, &key, "eight", "token-21")).expect("others are not concerned");
    stage.pass(Span::minutes(6));
    stage.sign_on(&Caller::Visitor, signed(&stage, &key, "seven", "token-22")).expect("signed on");
}

#[test]
fn the_brands_word_never_reaches_whoever_showed_an_address() {
    let stage = proven_stage();
    let key = stage.make(&console("aoi")).expect("made");
    let shown = stage.join(&Caller::Visitor, "ken");
    let me = stage.sign_on(&Caller::Visitor, signed(&stage, &key, "ken", "token-1")).expect("signed on");
    assert_ne!(me, shown);
    // Whoever is signed in by an address and comes to the brand's page is somebody else there; nothing of theirs moves.
    let (thread, _) = stage.post(&member(&shown), question("Mine"));
    assert_eq!(stage.sign_on(&member(&shown), signed(&stage, &key, "ken", "token-2")).expect("signed on"), me);
    assert_eq!(stage.thread(&thread.row.id).author.member, shown);
    // An address that they leave says where mail reaches them, and makes them nobody else.
    assert_eq!(stage.join(&member(&me), "ken"), me);
    let (asked, _) = stage.post(&member(&me), question("By me"));
    stage.pass(Span::hours(1));
    stage.reply(&Caller::Visitor, &asked.row.id, "Half an hour.");
    stage.pass(Span::days(2));
    let letters = stage.all_due().letters;
    let mine = letters.iter().find(|letter| letter.member == me).expect("a letter");
    assert_eq!(mine.account, account("ken"), "the account that the address was sealed for");
    // The brand's company cannot pose through a name.
    let posing = SignedOn { name: DisplayName::parse("Acme Support").ok(), ..signed(&stage, &key, "nine", "token-3") };
    let nine = stage.sign_on(&Caller::Visitor, posing).expect("signed on");
    assert_eq!(stage.count(&format!("SELECT count(*) FROM member WHERE id = '{nine}' AND name IS NULL")), 1);
    // And has no power of staff.
    assert_eq!(code(stage.keys(&member(&me))), "not_allowed");
}

#[test]
fn a_key_counts_while_its_company_is_here() {
    let stage = proven_stage();
    let key = stage.make(&console("aoi")).expect("made");
    let me = stage.sign_on(&Caller::Visitor, signed(&stage, &key, "seven", "token-1")).expect("signed on");
    let elsewhere = SignOnKeyId::mint(stage.now.get(), [77; 10]);
    assert_eq!(code(stage.secret(&elsewhere)), "token_key");
    assert_eq!(code(stage.sign_on(&Caller::Visitor, signed(&stage, &elsewhere, "seven", "token-2"))), "token_key");
    // A revoked key signs nobody on, however late it was read.
    let second = stage.make(&console("aoi")).expect("made");
    let late = signed(&stage, &second, "seven", "token-3");
    stage.revoke(&console("aoi"), &second).expect("revoked");
    assert_eq!(code(stage.sign_on(&Caller::Visitor, late)), "token_key");
    // The proof lapses: nobody is signed on. Whoever is a member stays one.
    stage.pass(LAPSE_AFTER);
    stage.pass(Span::days(1));
    assert_eq!(code(stage.secret(&key)), "token_key");
    let (thread, _) = stage.asked("Still here?");
    stage.ask(&member(&me), Ask::PostReply(thread, words("Yes."))).expect("a member still");
    // Another company comes to the domain: nothing of the former keys is left.
    stage.pass(Span::days(40));
    stage.prove("newcomer");
    // From its first moment on, whatever of the former company is there still.
    assert_eq!(stage.count("SELECT count(*) FROM sign_on_key WHERE revoked IS NULL"), 1);
    assert_eq!(code(stage.secret(&key)), "token_key");
    stage.pass(Span::days(4));
    stage.all_due();
    assert_eq!(code(stage.secret(&key)), "token_key");
    assert_eq!(stage.keys(&console("newcomer")).expect("keys").len(), 0);
}

#[test]
fn a_token_is_known_for_as_long_as_somebody_may_be_on_the_way_with_it() {
    let stage = proven_stage();
    let key = stage.make(&console("aoi")).expect("made");
    let token = signed(&stage, &key, "seven", "token-1");
    stage.sign_on(&Caller::Visitor, token.clone()).expect("signed on");
    stage.pass(Span::minutes(5));
    stage.pass(Span::seconds(10));
    // Another sign-on clears away what is over; whoever was believed a moment before comes too late all the same.
    stage.sign_on(&Caller::Visitor, signed(&stage, &key, "eight", "token-2")).expect("signed on");
    assert_eq!(code(stage.sign_on(&Caller::Visitor, token)), "token_used");
    stage.pass(Span::minutes(10));
    stage.sign_on(&Caller::Visitor, signed(&stage, &key, "eight", "token-3")).expect("signed on");
    assert_eq!(stage.count("SELECT count(*) FROM sign_on_taken"), 1);
}

#[test]
fn where_things_are_tried_out_there_are_no_keys_of_its_own() {
    let stage = stage();
    let key = SignOnKeyId::mint(stage.now.get(), [7; 10]);
    assert_eq!(code(stage.sign_on(&Caller::Visitor, signed(&stage, &key, "seven", "token-1"))), "token_key");
    let tried = SignedOn { room: Room::Test, ..signed(&stage, &key, "seven", "token-1") };
    stage.sign_on(&Caller::Visitor, tried.clone()).expect("signed on");
    assert_eq!(code(stage.sign_on(&Caller::Visitor, tried)), "token_used");
}

#[test]
fn whoever_leaves_leaves_nothing_of_it() {
    let stage = proven_stage();
    let key = stage.make(&console("aoi")).expect("made");
    let me = stage.sign_on(&Caller::Visitor, signed(&stage, &key, "seven", "token-1")).expect("signed on");
    stage.join(&member(&me), "ken");
    stage.ask(&member(&me), Ask::EraseMe).expect("erased");
    // The token that was taken counts no second time, and says no more whose it was.
    assert_eq!(stage.count("SELECT count(*) FROM sign_on_taken WHERE who <> ''"), 0);
    assert_eq!(code(stage.sign_on(&Caller::Visitor, signed(&stage, &key, "seven", "token-1"))), "token_used");
    assert_eq!(
        stage.count(&format!("SELECT count(*) FROM member WHERE id = '{me}' AND (account IS NOT NULL OR reached IS NOT NULL)")),
        0
    );
    assert_ne!(stage.sign_on(&Caller::Visitor, signed(&stage, &key, "seven", "token-2")).expect("signed on"), me);
}
