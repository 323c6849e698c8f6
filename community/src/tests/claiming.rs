//! Proofs, seats, claims, the official voice, and how all of it ends.

use chie_domain::api::request_proof::{self, Finding, RequestProofRefusal};
use chie_domain::api::view::{AuthorName, Voice};
use chie_domain::api::{get_desk, mark_official_answer, post_official_reply, set_status};
use chie_domain::brand::Host;
use chie_domain::claim::{ClaimState, Reach, Stewardship};
use chie_domain::id::{ReplyId, ThreadId};
use chie_domain::policy::Role;
use chie_domain::proof::{Method, ProofState};
use chie_domain::reply::AnswerBy;
use chie_domain::tenancy::JOIN_NOTICE;
use chie_domain::text::{Body, DisplayName, Reason};
use chie_domain::thread::{FanStatus, OfficialWord, Status};
use chie_domain::time::Span;

use super::actors::{Stage, code, console, key, member, operator, stage};
use crate::ask::{Ask, Caller, Others, Outcome, Seen, Trouble};

fn officially(stage: &Stage, who: &str, thread: &ThreadId, text: &str) -> Result<chie_domain::api::view::ThreadView, Trouble> {
    let request = post_official_reply::Request {
        body: Body::parse(text).expect("a body"),
        name: DisplayName::parse("Aoi of Acme").expect("a name"),
        under: None,
    };
    match stage.ask(&console(who), Ask::PostOfficialReply(thread.clone(), request))? {
        Outcome::Thread(view) => Ok(view),
        other => panic!("{other:?}"),
    }
}

fn mark(stage: &Stage, who: &str, thread: &ThreadId, reply: Option<&ReplyId>) -> Result<Outcome, Trouble> {
    let request = mark_official_answer::Request { reply: reply.cloned() };
    stage.ask(&console(who), Ask::MarkOfficialAnswer(thread.clone(), request))
}

fn say(stage: &Stage, who: &str, thread: &ThreadId, word: Option<OfficialWord>, reason: Option<&str>) -> Result<Outcome, Trouble> {
    let reason = reason.and_then(|reason| Reason::parse(reason).ok());
    stage.ask(&console(who), Ask::SetStatus(thread.clone(), set_status::Request { word, reason, version: None }))
}

fn desk(stage: &Stage, caller: &Caller) -> get_desk::Response {
    match stage.ask(caller, Ask::Desk(get_desk::Request::default())) {
        Ok(Outcome::Desk(desk)) => desk,
        other => panic!("{other:?}"),
    }
}

#[test]
fn the_whole_life() {
    let stage = stage();
    let (thread, asker) = stage.asked("The lid sticks");
    let (reply, _) = stage.reply(&Caller::Visitor, &thread, "Warm it first.");
    assert_eq!(code(stage.claim("aoi", None, None, Reach::All)), "not_allowed");
    let proven = stage.prove("aoi");
    assert!(matches!(proven.proof.state, ProofState::Confirmed { .. }));
    let seat = proven.seat.expect("a seat");
    assert_eq!((seat.role, seat.from), (Role::Owner, stage.now.get()));
    assert_eq!(stage.community().badge, None, "a proof alone gives no badge");
    assert_eq!(code(officially(&stage, "aoi", &thread, "Hello")), "not_claimed");
    assert_eq!(code(mark(&stage, "aoi", &thread, Some(&reply.id))), "not_claimed");
    assert_eq!(code(say(&stage, "aoi", &thread, Some(OfficialWord::Answered), None)), "not_claimed");

    let claim = stage.claim("aoi", None, None, Reach::All).expect("a claim");
    assert_eq!(stage.claim("aoi", None, None, Reach::All).expect("the same"), claim);
    let community = stage.community();
    assert_eq!(community.steward, Stewardship::Official { since: claim.since });
    assert_eq!(community.badge.as_ref().map(|badge| badge.method), Some(Method::Dns));
    let view = officially(&stage, "aoi", &thread, "Turn it *left*.").expect("posted");
    let official = view.replies[1].clone();
    assert_eq!(official.author.voice, Voice::Official(stage.brand.clone()));
    assert_eq!(official.author.name, AuthorName::Chosen("Aoi of Acme".to_owned()));
    assert!(view.badge.is_some());
    mark(&stage, "aoi", &thread, Some(&official.id)).expect("marked");
    assert_eq!(code(say(&stage, "aoi", &thread, Some(OfficialWord::Planned), None)), "wrong_kind");
    assert_eq!(code(say(&stage, "aoi", &thread, Some(OfficialWord::Closed), None)), "reason_needed");
    say(&stage, "aoi", &thread, Some(OfficialWord::Closed), Some("It is out of production.")).expect("said");
    let view = stage.thread(&thread);
    assert!(matches!(&view.row.status, Status::Official(status) if status.word() == OfficialWord::Closed));
    assert_eq!(view.answers[0].by, AnswerBy::Brand);
    assert_eq!(stage.community().products[0].waiting, 0);

    // Released: customers' word speaks again, what was written stays with the date of its voice.
    let Ok(Outcome::Claim(released)) = stage.ask(&console("aoi"), Ask::Release(claim.id.clone())) else { panic!("not released") };
    assert_eq!(released.state, ClaimState::Released { at: stage.now.get() });
    let view = stage.thread(&thread);
    assert_eq!((view.row.status.clone(), view.row.steward), (Status::FanMade(FanStatus::Open), Stewardship::FanMade));
    assert_eq!((view.badge, view.answers), (None, Vec::new()));
    assert!(matches!(view.replies[1].author.voice, Voice::FormerlyOfficial(..)), "released: the seal goes, the date stays");
    assert_eq!((stage.community().badge, stage.community().products[0].waiting), (None, 1));
    stage.claim("aoi", None, None, Reach::All).expect("claimed again");
    assert!(matches!(stage.thread(&thread).row.status, Status::Official(_)));

    // In doubt: still official, but nothing new is said.
    stage.pass(Span::days(4));
    assert!(stage.thread(&thread).badge.is_some_and(|badge| badge.standing == chie_domain::badge::Standing::Doubtful));
    assert_eq!(code(officially(&stage, "aoi", &thread, "More")), "not_allowed");
    assert_eq!(code(say(&stage, "aoi", &thread, None, None)), "not_allowed");

    // Lapsed by the clock alone.
    stage.pass(Span::days(7));
    let view = stage.thread(&thread);
    assert_eq!(view.row.status, Status::FanMade(FanStatus::Open));
    assert!(matches!(view.replies[1].author.voice, Voice::FormerlyOfficial(..)));
    assert_eq!((stage.community().badge, stage.community().products[0].waiting), (None, 1));
    assert_eq!(code(stage.claim("aoi", None, None, Reach::All)), "not_allowed");

    // Somebody who sat comes back at once, and so does all that is official.
    stage.pass(Span::days(10));
    stage.prove("aoi");
    assert!(matches!(stage.thread(&thread).row.status, Status::Official(_)));
    assert_eq!(stage.thread(&thread).replies[1].author.voice, Voice::Official(stage.brand.clone()));

    // Ended: a new tenancy inherits nothing.
    stage.pass(Span::days(45));
    let newcomer = stage.prove("ben");
    assert_eq!(newcomer.seat.map(|seat| seat.from), Some(stage.now.get()));
    let view = stage.thread(&thread);
    assert_eq!((view.row.steward, view.row.status), (Stewardship::FanMade, Status::FanMade(FanStatus::Open)));
    assert!(matches!(view.replies[1].author.voice, Voice::FormerlyOfficial(..)));
    stage.claim("ben", None, None, Reach::All).expect("a claim of the new tenancy");
    let view = stage.thread(&thread);
    assert!(matches!(view.row.steward, Stewardship::Official { .. }));
    assert_eq!((view.row.status, view.answers.len()), (Status::FanMade(FanStatus::Open), 0));
    assert!(matches!(view.replies[1].author.voice, Voice::FormerlyOfficial(..)));
    assert_eq!(code(stage.ask(&console("ben"), Ask::Release(claim.id))), "not_found");
    assert_eq!(code(officially(&stage, "aoi", &thread, "Hello")), "not_allowed");
    assert_eq!(crate::verify_audit(&stage.sql), Ok(None));
    let _ = asker;
}

#[test]
fn a_request_reveals_and_changes_nothing() {
    let stage = stage();
    let asked = stage.request_proof("eve", Method::Dns);
    assert_eq!(stage.community().opened, None);
    assert_eq!(stage.request_proof("eve", Method::Dns).proof.id, asked.proof.id, "the same text while it lives");
    assert_ne!(stage.request_proof("aoi", Method::Dns).proof.id, asked.proof.id);
    assert_eq!(asked.seat, None);
    let missed = stage.look("eve", &asked.proof.id, Finding::Nothing).expect("an answer, not an error");
    assert!(matches!(missed.proof.state, ProofState::Requested { .. }));
    assert_eq!(missed.proof.looks.len(), 2);
    assert_eq!(code(stage.look("aoi", &asked.proof.id, Finding::Found)), "not_found", "another person's request");
    stage.pass(Span::days(31));
    assert_eq!(code(stage.look("eve", &asked.proof.id, Finding::Found)), "request_expired");
    assert_ne!(stage.request_proof("eve", Method::Dns).proof.id, asked.proof.id);
}

#[test]
fn requests_are_for_the_front_and_few() {
    let stage = stage();
    let ask = |method, host: &str| {
        let host = Some(Host::parse(host).expect("a host"));
        stage.ask(&console("aoi"), Ask::RequestProof(request_proof::Request { method, host, fresh: false }))
    };
    let wrong = code(ask(Method::File, "shop.acme.example"));
    assert_eq!(wrong, chie_domain::api::error::Refusal::to_error(&RequestProofRefusal::WrongHost).code);
    for (method, host) in [(Method::Dns, "acme.example"), (Method::File, "acme.example"), (Method::File, "www.acme.example")] {
        ask(method, host).expect("asked");
    }
    ask(Method::Meta, "acme.example").expect("asked");
    assert_eq!(code(ask(Method::Meta, "www.acme.example")), "too_many");
}

#[test]
fn one_look_in_ten_seconds_and_two_resolvers() {
    let stage = stage();
    let asked = stage.request_proof("aoi", Method::Dns);
    let seek = || stage.ask(&console("aoi"), Ask::Evidence(asked.proof.id.clone()));
    let Ok(Outcome::Evidence(sought)) = seek() else { panic!("nothing to look for") };
    assert!(asked.proof.placement.text.contains(&sought.token));
    assert_eq!(code(seek()), "too_many");
    stage.pass(Span::seconds(11));
    seek().expect("again");
    let look = request_proof::Look {
        asked: "one resolver".to_owned(),
        answer: String::new(),
        finding: Finding::Found,
        at: stage.now.get(),
    };
    let one = stage.ask(&console("aoi"), Ask::RecordLooks(asked.proof.id.clone(), vec![look]));
    assert!(matches!(one, Ok(Outcome::Proof(it)) if it.seat.is_none()), "one resolver is not enough");
}

#[test]
fn a_second_prover_waits_three_days() {
    let stage = stage();
    let (thread, _) = stage.asked("The lid sticks");
    stage.prove("aoi");
    let second = stage.prove("ben");
    let seat = second.seat.expect("a seat to come");
    assert_eq!(seat.from, stage.now.get().after(JOIN_NOTICE));
    assert_eq!(code(stage.claim("ben", None, None, Reach::All)), "not_allowed");
    assert!(desk(&stage, &console("ben")).threads.rows.is_empty());
    stage.pass(JOIN_NOTICE);
    stage.claim("ben", Some(&thread), None, Reach::All).expect("a claim after the notice");
    assert!(matches!(stage.thread(&thread).row.steward, Stewardship::Official { .. }));
}

#[test]
fn in_a_resting_tenancy_strangers_wait_and_old_seats_do_not_live_on_them_before() {
    let stage = stage();
    let (thread, _) = stage.asked("The lid sticks");
    stage.prove("aoi");
    stage.claim("aoi", None, None, Reach::All).expect("a claim");
    stage.pass(Span::days(15));
    let seat = stage.prove("ben").seat.expect("a seat to come");
    assert_eq!(seat.from, stage.now.get().after(JOIN_NOTICE));
    assert_eq!(stage.thread(&thread).row.steward, Stewardship::FanMade);
    assert_eq!(code(stage.claim("aoi", None, None, Reach::All)), "not_allowed");
}

#[test]
fn a_prover_at_the_end_of_a_rest_begins_anew_unless_the_old_ones_return() {
    for returns in [false, true] {
        let stage = stage();
        let (thread, _) = stage.asked("The lid sticks");
        stage.prove("aoi");
        stage.claim("aoi", None, None, Reach::All).expect("a claim");
        stage.pass(Span::days(39));
        stage.prove("ben").seat.expect("a seat to come");
        if returns {
            stage.pass(Span::hours(1));
            stage.prove("aoi");
        }
        stage.pass(JOIN_NOTICE);
        let official = stage.thread(&thread).row.steward != Stewardship::FanMade;
        assert_eq!(official, returns);
        stage.claim("ben", Some(&thread), None, Reach::All).expect("ben may act by now");
        assert_eq!(stage.claim("aoi", Some(&thread), None, Reach::All).is_ok(), returns);
    }
}

#[test]
fn claims_cover_what_they_say() {
    let stage = stage();
    let (old, _) = stage.asked("The lid sticks");
    stage.prove("aoi");
    let both = chie_domain::api::claim_threads::Request {
        thread: Some(old.clone()),
        product: Some(super::actors::product("kettle")),
        reach: Reach::All,
        threads: None,
        hello: None,
        name: None,
    };
    assert_eq!(code(stage.ask(&console("aoi"), Ask::Claim(both))), "one_scope");
    assert_eq!(code(stage.claim("aoi", None, Some("lamp"), Reach::All)), "unknown_product");
    let nowhere = ThreadId::mint(stage.now.get(), [3; 10]);
    assert_eq!(code(stage.claim("aoi", Some(&nowhere), None, Reach::All)), "unknown_thread");
    stage.pass(Span::minutes(1));
    let claim = stage.claim("aoi", None, Some("kettle"), Reach::FromNowOn).expect("a claim");
    stage.pass(Span::minutes(1));
    let (new, _) = stage.asked("The handle is hot");
    assert_eq!(stage.thread(&old).row.steward, Stewardship::FanMade);
    assert_eq!(stage.thread(&new).row.steward, Stewardship::Official { since: stage.now.get() });
    let community = stage.community();
    assert_eq!(community.steward, Stewardship::FanMade);
    assert_eq!(community.products[0].steward, Stewardship::Official { since: claim.since });
    let other = chie_domain::api::claim_threads::Request {
        thread: None,
        threads: None,
        product: None,
        reach: Reach::All,
        hello: None,
        name: None,
    };
    let once = key("claimclaimclaimc", "h1");
    let first = stage.ask_once(&console("aoi"), &once, Ask::Claim(other.clone())).expect("a claim");
    assert_eq!(stage.ask_once(&console("aoi"), &once, Ask::Claim(other)).expect("the same"), first);
    assert_eq!(stage.count("SELECT count(*) FROM claim"), 2);
}

#[test]
fn the_console_and_the_page_do_not_mix() {
    let stage = stage();
    let (thread, guest) = stage.asked("The lid sticks");
    let (reply, _) = stage.reply(&Caller::Visitor, &thread, "Warm it.");
    stage.prove("aoi");
    let claim = stage.claim("aoi", None, None, Reach::All).expect("a claim");
    let asks = || {
        vec![
            Ask::Desk(get_desk::Request::default()),
            Ask::RequestProof(request_proof::Request { method: Method::Dns, host: None, fresh: false }),
            Ask::Claim(chie_domain::api::claim_threads::Request {
                thread: None,
                threads: None,
                product: None,
                reach: Reach::All,
                hello: None,
                name: None,
            }),
            Ask::Release(claim.id.clone()),
            Ask::MarkOfficialAnswer(thread.clone(), mark_official_answer::Request { reply: None }),
            Ask::SetStatus(thread.clone(), set_status::Request { word: None, reason: None, version: None }),
            Ask::Remove(
                chie_domain::api::remove_post::Request {
                    thread: thread.clone(),
                    reply: None,
                    ground: chie_domain::ground::Ground::Spam,
                },
                Others::None,
            ),
        ]
    };
    for caller in [Caller::Visitor, member(&guest)] {
        for ask in asks() {
            assert_eq!(code(stage.ask(&caller, ask)), "not_allowed");
        }
    }
    // A representative removes nothing and accepts nothing; an operator speaks for nobody.
    let remove = asks().pop().expect("removal");
    assert_eq!(code(stage.ask(&console("aoi"), remove)), "not_allowed");
    for ask in [
        Ask::SetMeToo(thread.clone(), chie_domain::api::set_me_too::Request { on: true }),
        Ask::SetStar(reply.id.clone(), chie_domain::api::set_star::Request { on: true }),
        Ask::SetAccepted(reply.id.clone(), chie_domain::api::set_accepted::Request { on: true }),
    ] {
        assert_eq!(code(stage.ask(&console("aoi"), ask)), "not_allowed");
    }
    assert_eq!(code(stage.ask(&operator(), Ask::Release(claim.id))), "not_allowed");
    assert_eq!(code(mark(&stage, "eve", &thread, None)), "not_allowed");
    assert!(matches!(desk(&stage, &operator()).threads.rows.as_slice(), []));
}

#[test]
fn the_desk_shows_the_longest_waiting_first_and_only_to_those_who_may() {
    let stage = stage();
    let (first, _) = stage.asked("The lid sticks");
    stage.pass(Span::minutes(1));
    let (second, _) = stage.asked("The handle is hot");
    stage.prove("aoi");
    stage.claim("aoi", None, None, Reach::All).expect("a claim");
    let seen = desk(&stage, &console("aoi"));
    assert_eq!(seen.threads.rows.iter().map(|row| row.id.clone()).collect::<Vec<_>>(), [first.clone(), second.clone()]);
    assert_eq!((seen.claims.len(), seen.proofs.len()), (1, 1));
    say(&stage, "aoi", &first, Some(OfficialWord::Answered), None).expect("said");
    let seen = desk(&stage, &console("aoi"));
    assert_eq!(seen.threads.rows[0].id, second);
    let stranger = desk(&stage, &console("eve"));
    assert_eq!((stranger.seat, stranger.claims.len(), stranger.threads.rows.len()), (None, 0, 0));
}

#[test]
fn a_proof_lives_on_its_daily_looks() {
    let stage = stage();
    stage.asked("The lid sticks");
    let proof = stage.prove("aoi").proof.id;
    stage.claim("aoi", None, None, Reach::All).expect("a claim");
    for _ in 0..30 {
        stage.pass(Span::hours(25));
        let Ok(Outcome::Due(due)) = stage.ask(&Caller::Visitor, Ask::Due) else { panic!("nothing due") };
        assert_eq!(due.proofs.len(), 1, "looked at every day");
        stage.ask(&Caller::Visitor, Ask::Rechecked(proof.clone(), Seen::Yes)).expect("taken in");
    }
    assert!(stage.community().badge.is_some());
    let mut official = Vec::new();
    for _ in 0..12 {
        stage.pass(Span::hours(25));
        stage.ask(&Caller::Visitor, Ask::Due).expect("due");
        stage.ask(&Caller::Visitor, Ask::Rechecked(proof.clone(), Seen::No)).expect("taken in");
        official.push(stage.community().badge.is_some());
    }
    assert_eq!(official.iter().filter(|it| **it).count(), 9, "{official:?}");
    stage.ask(&Caller::Visitor, Ask::Rechecked(proof, Seen::Yes)).expect("taken in");
    assert_eq!(stage.community().badge, None, "a lapsed proof is proven anew");
    let Ok(Outcome::DirectoryEntry(Some(entry))) = stage.ask(&Caller::Visitor, Ask::DirectoryEntry) else { panic!("no entry") };
    assert_eq!(entry.entry.official, None);
}
