//! A model of who speaks for the brand, walked at random: clocks jump, records come and go, several people prove, strangers ask. After each
//! step what the engine says is held against what little must always be so, worked out here in another way.

use std::collections::{BTreeMap, BTreeSet};

use chie_domain::api::request_proof::Finding;
use chie_domain::api::{get_desk, request_proof};
use chie_domain::claim::{Reach, Stewardship};
use chie_domain::id::{MemberId, ProofId, ThreadId};
use chie_domain::policy::Role;
use chie_domain::private::Wanted;
use chie_domain::proof::{LAPSE_AFTER, Method};
use chie_domain::tenancy::JOIN_NOTICE;
use chie_domain::time::{Span, Timestamp};

use super::actors::{Stage, account, console, contact, member, stage};
use crate::ask::{Ask, Caller, Outcome, PeopleAsk, PrivateAsk, Sealed, SeePrivate, Seen, WorkAsk};
use crate::row::Row;
use crate::sql::Sql;

const WALKS: u64 = 34;
const STEPS: u64 = 300;
const PROVERS: [&str; 3] = ["aoi", "ben", "cho"];
const STRANGERS: [&str; 2] = ["eve", "mallory"];
const EVERYBODY: [&str; 6] = ["aoi", "ben", "cho", "eve", "mallory", "mika"];

/// Chance that can be repeated.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }

    fn of<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[usize::try_from(self.below(all.len() as u64)).expect("small")]
    }
}

/// What the walk knows by itself.
#[derive(Default)]
struct World {
    proofs: Vec<(ProofId, &'static str)>,
    /// The records that stand in the DNS now.
    records: BTreeSet<ProofId>,
    /// When the engine was last shown a record that stood there, for proofs that it confirmed.
    seen: BTreeMap<ProofId, Timestamp>,
    /// When a proof was first confirmed.
    confirmed: BTreeMap<ProofId, Timestamp>,
    threads: Vec<ThreadId>,
    code: Option<String>,
    /// Who began the first thread, with an address, and when nobody spoke for the brand in it last.
    asker: Option<MemberId>,
    cut: Option<Timestamp>,
}

fn texts(stage: &Stage, sql: &str) -> BTreeSet<String> {
    let rows = stage.sql.rows(sql, &[]).expect("rows");
    rows.into_iter().map(|row| Row(row).text(0).expect("a text").to_owned()).collect()
}

fn audits(stage: &Stage) -> u32 {
    stage.count("SELECT count(*) FROM audit")
}

/// What says who speaks for the brand: whatever of it changes must stand in the record.
fn powers(stage: &Stage) -> BTreeSet<String> {
    let parts = [
        "SELECT 'claim ' || id || coalesce(released, '') FROM claim",
        "SELECT 'seat ' || tenancy || member || role FROM seat",
        "SELECT 'tenancy ' || id || coalesce(purged, '') FROM tenancy",
        "SELECT 'proof ' || id || state FROM proof WHERE state <> 'requested'",
        "SELECT 'objection ' || tenancy || member FROM objection",
        "SELECT 'note ' || n FROM note",
        "SELECT 'private ' || n FROM private_note",
    ];
    parts.into_iter().flat_map(|sql| texts(stage, sql)).collect()
}

/// The tenancy that began last.
fn tenancy(stage: &Stage) -> Option<chie_domain::id::TenancyId> {
    let all = texts(stage, &format!("SELECT id FROM tenancy WHERE began <= {} ORDER BY began", stage.now.get().millis()));
    all.iter().next_back().and_then(|id| chie_domain::id::TenancyId::parse(id).ok())
}

/// Who could claim now, as their own desk tells them.
fn acting(stage: &Stage) -> BTreeSet<&'static str> {
    let sees = |who: &&str| stage.ask(&console(who), Ask::SeePeople).is_ok();
    EVERYBODY.into_iter().filter(|who| sees(who)).collect()
}

fn look(stage: &Stage, world: &mut World, id: &ProofId, who: &str) {
    let there = world.records.contains(id);
    let finding = if there { Finding::Found } else { Finding::Nothing };
    let Ok(answer) = stage.look(who, id, finding) else { return };
    if there && answer.proof.state.is_valid() {
        world.seen.insert(id.clone(), stage.now.get());
        world.confirmed.entry(id.clone()).or_insert(stage.now.get());
    }
}

/// The alarm rings: what is due is done, and records are looked at.
fn ring(stage: &Stage, world: &mut World) {
    for _ in 0..3 {
        for sought in stage.all_due().proofs {
            let there = world.records.contains(&sought.proof);
            let valid = world.seen.get(&sought.proof).is_some_and(|seen| stage.now.get().since(*seen) <= LAPSE_AFTER);
            if there && valid {
                world.seen.insert(sought.proof.clone(), stage.now.get());
            }
            let seen = if there { Seen::Yes } else { Seen::No };
            stage.ask(&Caller::Visitor, Ask::Rechecked(sought.proof, seen)).expect("noted");
        }
    }
}

/// What a step is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Time passes, and nothing but time.
    Clock,
    /// Somebody asks for a text.
    Request,
    /// Something that must leave a row in the record, if it was done.
    Deed,
    /// Anything else.
    Other,
}

#[expect(clippy::too_many_lines, reason = "one arm for each kind of step")]
fn step(stage: &Stage, world: &mut World, dice: &mut Dice) -> (Kind, bool) {
    let who = *dice.of(&PROVERS);
    let done = |outcome: Result<Outcome, crate::ask::Trouble>| (Kind::Deed, outcome.is_ok());
    match dice.below(23) {
        0..=3 => {
            stage.pass(Span::minutes(
                [1, 90, 60 * 24, 60 * 24 * 3, 60 * 73, 60 * 24 * 11, 60 * 24 * 41][usize::try_from(dice.below(7)).expect("small")],
            ));
            (Kind::Clock, true)
        }
        4..=6 => {
            ring(stage, world);
            (Kind::Clock, true)
        }
        7 | 8 => {
            let who = if dice.below(3) == 0 { *dice.of(&STRANGERS) } else { who };
            let fresh = dice.below(4) == 0;
            let ask = request_proof::Request { method: Method::Dns, host: None, fresh };
            if let Ok(Outcome::Proof(answer)) = stage.ask(&console(who), Ask::RequestProof(ask))
                && !world.proofs.iter().any(|(id, _)| *id == answer.proof.id)
            {
                world.proofs.push((answer.proof.id, who));
            }
            (Kind::Request, true)
        }
        9 | 10 if !world.proofs.is_empty() => {
            let (id, by) = dice.of(&world.proofs).clone();
            if PROVERS.contains(&by) && !world.records.remove(&id) {
                world.records.insert(id);
            }
            (Kind::Other, true)
        }
        11 | 12 if !world.proofs.is_empty() => {
            let (id, by) = dice.of(&world.proofs).clone();
            look(stage, world, &id, by);
            // Two looks at once are one.
            look(stage, world, &id, by);
            (Kind::Other, true)
        }
        13 => {
            let reach = if dice.below(2) == 0 { Reach::All } else { Reach::FromNowOn };
            let request = chie_domain::api::claim_threads::Request {
                thread: None,
                threads: None,
                product: None,
                reach,
                hello: None,
                name: None,
            };
            match stage.ask(&console(who), Ask::Claim(request)) {
                Ok(Outcome::Claimed(_, code, _)) => {
                    world.code = code.or(world.code.take());
                    (Kind::Other, true)
                }
                _ => (Kind::Other, false),
            }
        }
        14 => {
            let claims = texts(stage, "SELECT id FROM claim WHERE released IS NULL");
            let Some(id) = claims.iter().next() else { return (Kind::Other, false) };
            done(stage.ask(&console(who), Ask::Release(chie_domain::id::ClaimId::parse(id).expect("an id"))))
        }
        15 => {
            let thread = dice.of(&world.threads).clone();
            let body = chie_domain::text::Body::parse("We look into it.").expect("a body");
            let name = chie_domain::text::DisplayName::parse("Aoi").expect("a name");
            let request = chie_domain::api::post_official_reply::Request { body, name, under: None };
            done(stage.ask(&console(who), Ask::PostOfficialReply(thread, request)))
        }
        16 => {
            let members = texts(stage, "SELECT member FROM seat");
            let Some(member) = members.iter().nth(usize::try_from(dice.below(members.len().max(1) as u64)).expect("small")) else {
                return (Kind::Other, false);
            };
            let member = chie_domain::id::MemberId::parse(member).expect("an id");
            let ask = match dice.below(4) {
                0 => PeopleAsk::Object(member, dice.below(3) > 0),
                1 => PeopleAsk::Remove(member),
                2 => PeopleAsk::SetRole(member, *dice.of(&[Role::Owner, Role::Representative, Role::Observer])),
                _ => PeopleAsk::MakeRecoveryCode,
            };
            let counted = matches!(ask, PeopleAsk::Remove(_) | PeopleAsk::MakeRecoveryCode);
            let ok = stage.ask(&console(who), Ask::People(ask)).is_ok();
            (if counted { Kind::Deed } else { Kind::Other }, ok)
        }
        17 => {
            let role = *dice.of(&[Role::Representative, Role::Observer]);
            let ask = PeopleAsk::Invite {
                account: account("mika"),
                address: "m…@mail.example".to_owned(),
                contact: contact("mika"),
                role,
            };
            stage.ask(&console(who), Ask::People(ask)).ok();
            (Kind::Other, true)
        }
        20 => {
            // A colleague's note says of which company it is.
            let Some(tenancy) = tenancy(stage) else { return (Kind::Other, false) };
            let body = chie_domain::text::Body::parse(tenancy.as_str()).expect("a body");
            let note = WorkAsk::Note(world.threads[0].clone(), chie_domain::api::post_note::Request { body });
            done(stage.ask(&console(who), Ask::Work(note)))
        }
        21 | 22 => {
            let (Some(tenancy), Some(asker)) = (tenancy(stage), world.asker.clone()) else { return (Kind::Other, false) };
            let sealed = Sealed { text: format!("sealed:{tenancy}"), tenancy };
            let thread = world.threads[0].clone();
            let (caller, ask) = if dice.below(2) == 0 {
                (console(who), PrivateAsk::Ask(thread, Wanted::Serial, sealed))
            } else {
                (member(&asker), PrivateAsk::Answer(thread, sealed, Vec::new()))
            };
            done(stage.ask(&caller, Ask::Private(ask)))
        }
        18 => {
            let code = if dice.below(2) == 0 { world.code.clone() } else { None };
            done(stage.ask(&console(who), Ask::People(PeopleAsk::JoinFormer(code))))
        }
        _ => {
            let (id, _) = stage.asked("It drips");
            world.threads.push(id);
            (Kind::Other, true)
        }
    }
}

/// What everybody sees, without the clock's part of it.
fn seen_by_all(stage: &Stage, world: &World) -> String {
    format!("{:?} {:?}", stage.community(), world.threads.last().map(|id| stage.thread(id)))
}

/// What is private stays with the company that it was written to, ends with it, and is nobody else's.
fn check_private(stage: &Stage, world: &mut World, at: &str) {
    let (thread, asker) = (world.threads[0].clone(), world.asker.clone().expect("an asker"));
    let official = stage.thread(&thread).row.steward != Stewardship::FanMade;
    if !official {
        world.cut = Some(stage.now.get());
    }
    if stage.count("SELECT (SELECT count(*) FROM private_note) + (SELECT count(*) FROM note)") == 0 {
        return;
    }
    let notes = |who: &Caller| match stage.ask(who, Ask::SeePrivate(thread.clone(), SeePrivate::Notes)) {
        Ok(Outcome::PrivateNotes(exchange)) => exchange.notes,
        _ => Vec::new(),
    };
    let now = tenancy(stage).map(|id| format!("sealed:{id}"));
    let acting = acting(stage);
    for who in EVERYBODY.iter().map(|who| console(who)).chain([member(&asker), Caller::Visitor]) {
        for note in notes(&who) {
            assert!(official && Some(&note.body) == now.as_ref(), "{at}: {who:?} sees what is another company's");
            assert!(world.cut.is_none_or(|cut| note.at >= cut), "{at}: {who:?} sees what had ended");
            let may = who == member(&asker) || acting.iter().any(|one| console(one) == who);
            assert!(may, "{at}: {who:?} sees what is private");
        }
        if let Ok(Outcome::Notes(seen)) = stage.ask(&who, Ask::Notes(thread.clone())) {
            let ours = tenancy(stage).map(|id| id.to_string());
            assert!(seen.notes.iter().all(|note| Some(&note.body) == ours.as_ref()), "{at}: {who:?} sees notes of others");
        }
    }
}

fn check(stage: &Stage, world: &World, at: &str) {
    let now = stage.now.get();
    let valid = world.seen.values().any(|seen| now.since(*seen) <= LAPSE_AFTER);
    let community = stage.community();
    let official = community.badge.is_some() || community.steward != Stewardship::FanMade;
    assert!(valid || !official, "{at}: official without a valid proof");
    assert!(valid || acting(stage).is_empty(), "{at}: somebody acts without a valid proof");
    if let Some(id) = world.threads.last() {
        let thread = stage.thread(id);
        assert!(valid || thread.row.steward == Stewardship::FanMade, "{at}: an official thread without a valid proof");
        let seals = format!("{:?}", thread.replies).contains("voice: Official");
        assert!(thread.row.steward != Stewardship::FanMade || !seals, "{at}: a seal in a thread of customers");
    }
    // Nothing private crosses: what somebody's desk shows belongs to a place in which they sit.
    for who in EVERYBODY {
        let Ok(Outcome::Desk(desk)) = stage.ask(&console(who), Ask::Desk(get_desk::Request::default())) else {
            panic!("{at}: no desk")
        };
        let mine = texts(
            stage,
            &format!(
                "SELECT c.id FROM claim c JOIN seat s ON s.tenancy = c.tenancy JOIN member m ON m.id = s.member WHERE m.account = '{}'",
                account(who).0
            ),
        );
        assert!(desk.claims.iter().all(|claim| mine.contains(claim.id.as_str())), "{at}: {who} sees claims of others");
    }
    assert_eq!(
        stage.count("SELECT count(*) FROM seat s JOIN tenancy y ON y.id = s.tenancy WHERE y.purged IS NOT NULL"),
        0,
        "{at}: people of a company that is gone"
    );
}

/// Whoever begins to act while only time passes has proven the domain, or was made an owner, and the notice is over.
fn check_silence(stage: &Stage, world: &World, before: &BTreeSet<&'static str>, announced: &BTreeSet<String>, at: &str) {
    for who in acting(stage).difference(before) {
        let theirs = world.proofs.iter().filter(|(_, by)| by == who).filter_map(|(id, _)| world.confirmed.get(id));
        let notice_over = theirs.into_iter().any(|confirmed| stage.now.get().since(*confirmed) >= JOIN_NOTICE);
        assert!(notice_over || announced.contains(&account(who).0), "{at}: {who} came in by silence");
    }
}

#[test]
fn whatever_happens_what_must_be_so_is_so() {
    for walk in 0..WALKS {
        let stage = stage();
        let mut dice = Dice(walk * 7_919 + 17);
        let mut world = World::default();
        let (first, guest) = stage.asked("The lid sticks");
        world.threads.push(first);
        world.asker = Some(stage.join(&member(&guest), "ken"));
        for who in PROVERS {
            stage.ask(&console(who), Ask::Contact { address: format!("{who}@x"), contact: contact(who) }).expect("reached");
        }
        for n in 0..STEPS {
            let announced = texts(&stage, "SELECT m.account FROM seat s JOIN member m ON m.id = s.member");
            let (before, public, rows) = (acting(&stage), seen_by_all(&stage, &world), audits(&stage));
            let powers_before = powers(&stage);
            let claims = texts(&stage, "SELECT id || coalesce(released, '') FROM claim");
            let (kind, done) = step(&stage, &mut world, &mut dice);
            let at = format!("walk {walk}, step {n}, {kind:?}");
            match kind {
                Kind::Clock => {
                    check_silence(&stage, &world, &before, &announced, &at);
                    assert_eq!(texts(&stage, "SELECT id || coalesce(released, '') FROM claim"), claims, "{at}");
                }
                Kind::Request => {
                    assert_eq!(seen_by_all(&stage, &world), public, "{at}: a request changed something");
                    assert_eq!(acting(&stage), before, "{at}: a request moved somebody");
                    assert_eq!(powers(&stage), powers_before, "{at}: a request changed who speaks");
                }
                Kind::Deed => assert!(!done || audits(&stage) > rows, "{at}: no row in the record"),
                Kind::Other => {}
            }
            assert!(
                powers(&stage) == powers_before || audits(&stage) > rows,
                "{at}: who speaks for the brand changed without a row in the record"
            );
            check(&stage, &world, &at);
            check_private(&stage, &mut world, &at);
        }
        assert_eq!(crate::verify_audit(&stage.sql), Ok(None), "walk {walk}");
    }
}
