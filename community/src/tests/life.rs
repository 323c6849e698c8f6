//! Who joins, objects, leaves and comes back; who is told of it.

use chie_domain::api::get_people::{Response, SeatStanding};
use chie_domain::api::join_former::Way;
use chie_domain::api::request_proof::Finding;
use chie_domain::api::{get_desk, request_proof};
use chie_domain::claim::{Reach, Stewardship};
use chie_domain::id::MemberId;
use chie_domain::policy::Role;
use chie_domain::proof::Method;
use chie_domain::tenancy::JOIN_NOTICE;
use chie_domain::tiding::Tiding;
use chie_domain::time::Span;

use super::actors::{Stage, account, code, console, contact, stage};
use crate::ask::{Ask, Outcome, PeopleAsk, Seen, Trouble};

/// Somebody shows their address on the console, so that mail reaches them.
fn reachable(stage: &Stage, who: &str) {
    let ask = Ask::Contact { address: format!("{who}@mail.example"), contact: contact(who) };
    stage.ask(&console(who), ask).expect("reached");
}

fn people(stage: &Stage, who: &str, ask: PeopleAsk) -> Result<Response, Trouble> {
    match stage.ask(&console(who), Ask::People(ask))? {
        Outcome::People(people) => Ok(people),
        other => panic!("{other:?}"),
    }
}

fn all(stage: &Stage, who: &str) -> Response {
    match stage.ask(&console(who), Ask::SeePeople) {
        Ok(Outcome::People(people)) => people,
        other => panic!("{other:?}"),
    }
}

fn member_of(stage: &Stage, viewer: &str, who: &str) -> MemberId {
    let address = format!("{who}@mail.example");
    let found = all(stage, viewer).people.into_iter().find(|it| it.address.as_ref() == Some(&address));
    found.expect("somebody of that address").member
}

fn standing(stage: &Stage, viewer: &str, who: &str) -> Option<SeatStanding> {
    let address = format!("{who}@mail.example");
    all(stage, viewer).people.into_iter().find(|it| it.address.as_ref() == Some(&address)).map(|it| it.standing)
}

/// What was told since the last time, and to whom.
fn told(stage: &Stage) -> Vec<(Tiding, String)> {
    let mut all = Vec::new();
    for _ in 0..5 {
        for letter in stage.all_due().tidings {
            stage.ask(&crate::ask::Caller::Visitor, Ask::TidingSent(letter.seq)).expect("noted");
            all.push((letter.what, letter.sealed.trim_start_matches("sealed:").to_owned()));
        }
    }
    all
}

fn confirm(stage: &Stage, who: &str) -> request_proof::Response {
    reachable(stage, who);
    stage.prove(who)
}

fn claim_code(stage: &Stage, who: &str) -> Option<String> {
    let request = chie_domain::api::claim_threads::Request {
        thread: None,
        threads: None,
        product: None,
        reach: Reach::All,
        hello: None,
        name: None,
    };
    match stage.ask(&console(who), Ask::Claim(request)) {
        Ok(Outcome::Claimed(_, code, _)) => code,
        other => panic!("{other:?}"),
    }
}

fn join_former(stage: &Stage, who: &str, code: Option<&str>) -> Result<Outcome, Trouble> {
    stage.ask(&console(who), Ask::People(PeopleAsk::JoinFormer(code.map(str::to_owned))))
}

fn former(stage: &Stage, who: &str) -> Option<Way> {
    match stage.ask(&console(who), Ask::Desk(get_desk::Request::default())) {
        Ok(Outcome::Desk(desk)) => desk.former,
        other => panic!("{other:?}"),
    }
}

fn names(told: &[(Tiding, String)], what: Tiding) -> Vec<&str> {
    let mut names: Vec<&str> = told.iter().filter(|(it, _)| *it == what).map(|(_, who)| who.as_str()).collect();
    names.sort_unstable();
    names
}

#[test]
fn a_strangers_request_is_told_and_moves_nothing() {
    let stage = stage();
    stage.asked("Lid");
    confirm(&stage, "aoi");
    stage.claim("aoi", None, None, Reach::All).expect("claimed");
    told(&stage);
    let before = stage.community();
    reachable(&stage, "ben");
    stage.request_proof("ben", Method::Dns);
    assert_eq!(stage.community(), before);
    assert_eq!(told(&stage), [(Tiding::Requested, "aoi".to_owned())]);
    stage.request_proof("ben", Method::File);
    assert_eq!(told(&stage), [], "once a day");
    assert_eq!(code(stage.ask(&console("ben"), Ask::SeePeople)), "not_allowed");
}

#[test]
fn a_second_prover_joins_after_the_notice_and_everybody_hears() {
    let stage = stage();
    stage.asked("Lid");
    confirm(&stage, "aoi");
    stage.claim("aoi", None, None, Reach::All).expect("claimed");
    told(&stage);
    confirm(&stage, "ben");
    let news = told(&stage);
    assert_eq!(names(&news, Tiding::WillJoin), ["aoi", "ben"]);
    assert_eq!(standing(&stage, "aoi", "ben"), Some(SeatStanding::JoinsAt(stage.now.get().after(JOIN_NOTICE))));
    assert_eq!(code(stage.ask(&console("ben"), Ask::SeePeople)), "not_allowed");
    stage.pass(Span::hours(73));
    assert_eq!(names(&told(&stage), Tiding::Joined), ["aoi", "ben"]);
    assert_eq!(all(&stage, "ben").people.len(), 2);
}

#[test]
fn an_objection_holds_while_the_objectors_record_does() {
    let stage = stage();
    stage.asked("Lid");
    let owner = confirm(&stage, "aoi");
    stage.claim("aoi", None, None, Reach::All).expect("claimed");
    let newcomer = confirm(&stage, "ben");
    let ben = member_of(&stage, "aoi", "ben");
    told(&stage);
    people(&stage, "aoi", PeopleAsk::Object(ben.clone(), true)).expect("objected");
    assert_eq!(names(&told(&stage), Tiding::Objected), ["aoi", "ben"]);
    assert_eq!(standing(&stage, "aoi", "ben"), Some(SeatStanding::Contested));
    // Long after the notice both have what they had.
    let keep = |id: &chie_domain::id::ProofId, seen| {
        stage.ask(&crate::ask::Caller::Visitor, Ask::Rechecked(id.clone(), seen)).expect("noted")
    };
    for _ in 0..6 {
        stage.pass(Span::days(2));
        keep(&owner.proof.id, Seen::Yes);
        keep(&newcomer.proof.id, Seen::Yes);
    }
    assert_eq!(names(&told(&stage), Tiding::Joined), [] as [&str; 0]);
    assert_eq!(code(stage.claim("ben", None, None, Reach::All)), "not_allowed");
    // Proving once more is no way round it.
    let again = stage.request_proof("ben", Method::File);
    let look =
        request_proof::Look { asked: "a page".to_owned(), answer: "…".to_owned(), finding: Finding::Found, at: stage.now.get() };
    stage.ask(&console("ben"), Ask::RecordLooks(again.proof.id.clone(), vec![look])).expect("looked");
    assert_eq!(code(stage.claim("ben", None, None, Reach::All)), "not_allowed");
    // The owner's record goes: the newcomer is in, and the place lives on by their proof.
    for _ in 0..6 {
        stage.pass(Span::days(2));
        keep(&newcomer.proof.id, Seen::Yes);
    }
    assert_eq!(names(&told(&stage), Tiding::Joined), ["aoi", "ben"]);
    assert!(stage.claim("ben", None, None, Reach::All).is_ok());
}

#[test]
fn an_objection_needs_a_dns_proof_and_can_be_taken_back() {
    let stage = stage();
    stage.asked("Lid");
    reachable(&stage, "aoi");
    let asked = stage.request_proof("aoi", Method::File);
    stage.look("aoi", &asked.proof.id, Finding::Found).expect("proven by a file");
    confirm(&stage, "ben");
    let ben = member_of(&stage, "aoi", "ben");
    assert_eq!(code(people(&stage, "aoi", PeopleAsk::Object(ben.clone(), true))), "dns_proof_needed");
    stage.prove("aoi");
    people(&stage, "aoi", PeopleAsk::Object(ben.clone(), true)).expect("objected");
    stage.pass(Span::hours(80));
    assert_eq!(code(stage.claim("ben", None, None, Reach::All)), "not_allowed");
    people(&stage, "aoi", PeopleAsk::Object(ben.clone(), false)).expect("taken back");
    assert!(stage.claim("ben", None, None, Reach::All).is_ok());
    assert_eq!(code(people(&stage, "aoi", PeopleAsk::Object(ben, true))), "not_found", "who has joined is no newcomer");
}

#[test]
fn doubt_lapse_and_return_are_told_once() {
    let stage = stage();
    stage.asked("Lid");
    let owner = confirm(&stage, "aoi");
    stage.claim("aoi", None, None, Reach::All).expect("claimed");
    told(&stage);
    let miss = |seen| stage.ask(&crate::ask::Caller::Visitor, Ask::Rechecked(owner.proof.id.clone(), seen)).expect("noted");
    stage.pass(Span::days(4));
    miss(Seen::No);
    miss(Seen::No);
    assert_eq!(told(&stage), [(Tiding::Doubtful, "aoi".to_owned())]);
    miss(Seen::Yes);
    assert_eq!(told(&stage), [(Tiding::Returned, "aoi".to_owned())]);
    stage.pass(Span::days(11));
    assert_eq!(told(&stage), [(Tiding::Lapsed, "aoi".to_owned())], "the clock alone");
    stage.prove("aoi");
    assert_eq!(told(&stage), [(Tiding::Returned, "aoi".to_owned())]);
    assert_eq!(crate::verify_audit(&stage.sql), Ok(None));
}

#[test]
fn a_missed_look_is_repeated_soon_and_then_ever_later() {
    let stage = stage();
    stage.asked("Lid");
    let owner = confirm(&stage, "aoi");
    let planned = || {
        let sql = format!("SELECT at FROM due WHERE what = 'proof:{}'", owner.proof.id);
        let rows = crate::sql::Sql::rows(&stage.sql, &sql, &[]).expect("rows");
        crate::row::Row(rows.into_iter().next().expect("planned")).time(0).expect("a moment").since(stage.now.get()).millis()
    };
    let hour = Span::hours(1).millis();
    assert!((24 * hour..=25 * hour).contains(&planned()));
    for hours in [1, 2, 4, 8, 16, 24, 24] {
        stage.ask(&crate::ask::Caller::Visitor, Ask::Rechecked(owner.proof.id.clone(), Seen::No)).expect("noted");
        assert!((hours * hour..=hours * hour + hour).contains(&planned()), "{hours}");
    }
    stage.ask(&crate::ask::Caller::Visitor, Ask::Rechecked(owner.proof.id.clone(), Seen::Yes)).expect("noted");
    assert!((24 * hour..=25 * hour).contains(&planned()));
}

#[test]
fn the_recovery_code_is_shown_once_and_opens_the_former_place() {
    let stage = stage();
    let (thread, _) = stage.asked("Lid");
    confirm(&stage, "aoi");
    let printed = claim_code(&stage, "aoi").expect("a code with the first claim");
    assert_eq!(claim_code(&stage, "aoi"), None, "never again");
    assert_eq!(stage.count(&format!("SELECT count(*) FROM tenancy WHERE recovery LIKE '%{}%'", &printed[..4])), 0);
    stage.pass(Span::days(45));
    confirm(&stage, "ben");
    assert_eq!(names(&told(&stage), Tiding::Succeeded), ["aoi"]);
    assert_eq!(
        (former(&stage, "ben"), former(&stage, "aoi"), former(&stage, "eve")),
        (Some(Way::ByCode), Some(Way::ByConsent), None)
    );
    assert_eq!(stage.thread(&thread).row.steward, Stewardship::FanMade);
    assert_eq!(code(join_former(&stage, "ben", None)), "code_wrong");
    assert_eq!(code(join_former(&stage, "ben", Some("aaaa-bbbb"))), "code_wrong");
    assert_eq!(code(join_former(&stage, "eve", Some(&printed))), "not_allowed");
    join_former(&stage, "ben", Some(&printed.to_uppercase().replace('-', " "))).expect("joined");
    assert_eq!(names(&told(&stage), Tiding::Rejoined), ["aoi", "ben"]);
    assert!(matches!(stage.thread(&thread).row.steward, Stewardship::Official { .. }), "the claims of then count again");
    assert_eq!(all(&stage, "ben").people.len(), 2);
}

#[test]
fn a_former_owner_consents_and_nobody_else_can() {
    let stage = stage();
    stage.asked("Lid");
    confirm(&stage, "aoi");
    stage.claim("aoi", None, None, Reach::All).expect("claimed");
    stage.pass(Span::days(45));
    confirm(&stage, "ben");
    assert_eq!(code(join_former(&stage, "cho", None)), "not_allowed");
    join_former(&stage, "aoi", None).expect("consented");
    assert_eq!(all(&stage, "ben").people.len(), 2);
    assert_eq!(code(join_former(&stage, "aoi", None)), "nothing_to_join");
}

#[test]
fn once_the_new_company_acts_or_three_days_pass_nothing_of_the_former_is_left() {
    for acts in [true, false] {
        let stage = stage();
        stage.asked("Lid");
        confirm(&stage, "aoi");
        let printed = claim_code(&stage, "aoi").expect("a code");
        stage.pass(Span::days(45));
        confirm(&stage, "ben");
        if acts {
            stage.claim("ben", None, None, Reach::All).expect("claimed");
            assert_eq!(code(join_former(&stage, "ben", Some(&printed))), "nothing_to_join");
            stage.pass(Span::minutes(11));
            told(&stage);
        } else {
            stage.pass(Span::hours(73));
            told(&stage);
        }
        assert_eq!(code(join_former(&stage, "ben", Some(&printed))), "nothing_to_join");
        assert_eq!(stage.count("SELECT count(DISTINCT tenancy) FROM seat"), 1);
        assert_eq!(stage.count("SELECT count(*) FROM tenancy WHERE purged IS NOT NULL AND recovery IS NULL"), 1);
    }
}

#[test]
fn an_owner_invites_gives_roles_and_removes() {
    let stage = stage();
    let (thread, _) = stage.asked("Lid");
    confirm(&stage, "aoi");
    stage.claim("aoi", None, None, Reach::All).expect("claimed");
    told(&stage);
    let invite = |by: &str, who: &str, role| {
        let address = format!("{who}@mail.example");
        people(&stage, by, PeopleAsk::Invite { account: account(who), address, contact: contact(who), role })
    };
    assert_eq!(code(invite("aoi", "mika", Role::Owner)), "owner_proves");
    invite("aoi", "mika", Role::Representative).expect("invited");
    invite("aoi", "mika", Role::Representative).expect("the same again");
    assert_eq!(names(&told(&stage), Tiding::Invited), ["aoi", "mika"]);
    assert_eq!(standing(&stage, "aoi", "mika"), Some(SeatStanding::Invited));
    assert_eq!(code(invite("mika", "eve", Role::Observer)), "not_allowed");
    stage.claim("mika", Some(&thread), None, Reach::All).expect("acts at once");
    assert!(matches!(standing(&stage, "aoi", "mika"), Some(SeatStanding::Acts(_))));
    let mika = member_of(&stage, "aoi", "mika");
    people(&stage, "aoi", PeopleAsk::SetRole(mika.clone(), Role::Observer)).expect("an observer");
    assert_eq!(code(stage.claim("mika", None, None, Reach::FromNowOn)), "not_allowed");
    assert_eq!(all(&stage, "mika").people.len(), 2, "who observes sees");
    assert!(matches!(stage.ask(&console("aoi"), Ask::People(PeopleAsk::Remove(mika.clone()))), Ok(Outcome::Removal(None))));
    assert_eq!(code(stage.ask(&console("mika"), Ask::SeePeople)), "not_allowed");
    assert_eq!(code(people(&stage, "aoi", PeopleAsk::SetRole(mika, Role::Observer))), "not_found");
    assert_eq!(crate::verify_audit(&stage.sql), Ok(None));
}

#[test]
fn an_owner_goes_by_two_owners_or_by_a_fresh_record_and_notice() {
    let remove = |stage: &Stage, by: &str, who: &MemberId| stage.ask(&console(by), Ask::People(PeopleAsk::Remove(who.clone())));
    let stage = stage();
    stage.asked("Lid");
    let first = confirm(&stage, "aoi");
    let second = confirm(&stage, "ben");
    stage.pass(Span::hours(73));
    told(&stage);
    let (aoi, ben) = (member_of(&stage, "aoi", "aoi"), member_of(&stage, "aoi", "ben"));
    assert_eq!(code(remove(&stage, "aoi", &ben)), "proof_is_live");
    // The record of one goes; nobody could look at the other one's for a day, which changes nothing.
    let see = |id: &chie_domain::id::ProofId, seen| {
        stage.ask(&crate::ask::Caller::Visitor, Ask::Rechecked(id.clone(), seen)).expect("noted")
    };
    for _ in 0..6 {
        stage.pass(Span::days(2));
        see(&first.proof.id, Seen::Yes);
        see(&second.proof.id, Seen::No);
    }
    assert!(matches!(remove(&stage, "aoi", &ben), Ok(Outcome::Removal(Some(SeatStanding::RemovalAsked)))), "no fresh record");
    stage.pass(Span::days(4));
    see(&first.proof.id, Seen::Yes);
    assert_eq!(standing(&stage, "ben", "ben"), Some(SeatStanding::RemovalAsked), "nothing moves by silence");
    assert_eq!(stage.request_proof("aoi", Method::Dns).proof.id, first.proof.id, "the living proof is the same");
    let fresh = request_proof::Request { method: Method::Dns, host: None, fresh: true };
    let Ok(Outcome::Proof(fresh)) = stage.ask(&console("aoi"), Ask::RequestProof(fresh)) else { panic!("no text") };
    stage.look("aoi", &fresh.proof.id, Finding::Found).expect("proven anew");
    let Ok(Outcome::Removal(Some(SeatStanding::LeavesAt(until)))) = remove(&stage, "aoi", &ben) else { panic!("no notice") };
    assert_eq!(until, stage.now.get().after(JOIN_NOTICE));
    assert!(names(&told(&stage), Tiding::RemovalAsked).contains(&"ben"));
    stage.pass(Span::hours(73));
    assert_eq!(names(&told(&stage), Tiding::Removed), ["aoi", "ben"]);
    assert_eq!(code(stage.ask(&console("ben"), Ask::SeePeople)), "not_allowed");
    assert!(matches!(remove(&stage, "aoi", &aoi), Ok(Outcome::Removal(None))), "the last one may leave");
}
