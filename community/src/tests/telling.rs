//! Danger, kinds, moods, cautions, and the lines that tell of them.

use chie_domain::api::{
    edit_post, lift_danger, list_threads, post_thread, set_accepted, set_caution, set_emergency, set_kind, set_mood,
    set_not_solved, set_sites, set_status,
};
use chie_domain::brand::Host;
use chie_domain::caution::Warner;
use chie_domain::claim::Reach;
use chie_domain::device::DeviceFacts;
use chie_domain::event::{Doer, Happening};
use chie_domain::id::{MemberId, PostId, ReplyId, ThreadId};
use chie_domain::markup::SafeUrl;
use chie_domain::mood::{Face, MoodChange};
use chie_domain::site::Sites;
use chie_domain::text::{MoodWords, ProductVersion, Reason, Title};
use chie_domain::thread::{FanStatus, Kind, OfficialWord, Status};
use chie_domain::time::Span;

use super::actors::{Stage, code, console, member, operator, question, stage};
use crate::ask::{Ask, Caller, Outcome, Told, Trouble};

fn reason(text: &str) -> Reason {
    Reason::parse(text).expect("a reason")
}

fn lift(stage: &Stage, caller: &Caller, thread: &ThreadId) -> Result<Outcome, Trouble> {
    stage.ask(caller, Ask::LiftDanger(thread.clone(), lift_danger::Request { reason: reason("A burner is a part of the hob.") }))
}

fn caution(stage: &Stage, caller: &Caller, reply: &ReplyId, why: Option<&str>) -> Result<Outcome, Trouble> {
    stage.ask(caller, Ask::SetCaution(reply.clone(), set_caution::Request { reason: why.map(reason) }))
}

fn says(stage: &Stage, thread: &ThreadId, word: OfficialWord, why: Option<&str>, version: Option<&str>) {
    let version = version.map(|version| ProductVersion::parse(version).expect("a version"));
    let request = set_status::Request { word: Some(word), reason: why.map(reason), version };
    stage.ask(&console("aoi"), Ask::SetStatus(thread.clone(), request)).expect("a status");
}

fn happened(stage: &Stage, thread: &ThreadId) -> Vec<(Doer, Happening)> {
    stage.thread(thread).events.into_iter().map(|event| (event.by, event.what)).collect()
}

fn asked(stage: &Stage, request: post_thread::Request) -> (ThreadId, MemberId) {
    let (view, guest) = stage.post(&Caller::Visitor, request);
    (view.row.id, guest.expect("a guest"))
}

fn order(stage: &Stage) -> Vec<String> {
    stage.list(list_threads::Request::default()).rows.into_iter().map(|row| row.title).collect()
}

#[test]
fn words_of_danger_mark_a_thread_that_leads_and_wakes_somebody() {
    let stage = stage();
    let (calm, asker) = stage.asked("The lid sticks");
    let (reply, _) = stage.reply(&Caller::Visitor, &calm, "Warm it first.");
    stage.ask(&member(&asker), Ask::SetAccepted(reply.id, set_accepted::Request { on: true })).expect("accepted");
    let (fire, _) = stage.asked("It caught fire");
    stage.pass(Span::minutes(1));
    stage.asked("Which tea is best?");
    assert_eq!(order(&stage), ["It caught fire", "The lid sticks", "Which tea is best?"]);
    assert!(stage.thread(&fire).row.danger.is_some() && stage.thread(&calm).row.danger.is_none());
    let Ok(Outcome::Due(due)) = stage.ask(&Caller::Visitor, Ask::Due) else { panic!("nothing due") };
    assert_eq!(due.alarms.iter().map(|alarm| (&alarm.thread, alarm.official)).collect::<Vec<_>>(), [(&fire, false)]);
    // Whoever could not be told is told later, once.
    stage.ask(&Caller::Visitor, Ask::AlarmTold(fire.clone(), Told::No)).expect("noted");
    stage.pass(Span::minutes(1));
    let Ok(Outcome::Due(due)) = stage.ask(&Caller::Visitor, Ask::Due) else { panic!("nothing due") };
    assert_eq!(due.alarms.len(), 1);
    stage.ask(&Caller::Visitor, Ask::AlarmTold(fire.clone(), Told::Yes)).expect("noted");
    stage.pass(Span::hours(5));
    let Ok(Outcome::Due(due)) = stage.ask(&Caller::Visitor, Ask::Due) else { panic!("nothing due") };
    assert!(due.alarms.is_empty());
    assert_eq!(stage.likely("lid fire")[0].row.id, fire);
    stage.pass(Span::minutes(1));
    let (late, _) = stage.asked("Sparks fly out");
    stage.prove("aoi");
    let Ok(Outcome::Desk(desk)) = stage.ask(&console("aoi"), Ask::Desk(chie_domain::api::get_desk::Request::default())) else {
        panic!("no desk")
    };
    let queue: Vec<_> = desk.threads.rows.iter().map(|row| row.id.clone()).collect();
    assert_eq!(queue[..2], [fire.clone(), late.clone()], "they lead the queue too, the oldest first");
    assert_eq!(queue.iter().filter(|id| **id == fire).count(), 1);
    lift(&stage, &operator(), &late).expect("lifted");
    // A reply can mark a thread too; solved, it leads no more.
    stage.reply(&Caller::Visitor, &calm, "Mine burnt my hand");
    assert!(stage.thread(&calm).row.danger.is_some());
    assert_eq!(order(&stage)[0], "It caught fire");
}

#[test]
fn on_an_official_thread_those_who_act_for_the_brand_are_told_of_each_post_once() {
    let stage = stage();
    let (calm, _) = stage.asked("The lid sticks");
    stage.prove("aoi");
    let letters = || stage.count("SELECT count(*) FROM letter WHERE what = 'danger'");
    let address = |sealed: &str| {
        stage.sql_run(&format!("UPDATE member SET sealed = {sealed}, lang = 'en' WHERE id IN (SELECT member FROM seat)"));
    };
    address("'x'");
    stage.asked("It caught fire");
    assert_eq!(letters(), 0, "nobody is told of a thread that is not theirs");
    stage.claim("aoi", None, None, Reach::All).expect("a claim");
    address("NULL");
    stage.asked("It smokes");
    assert_eq!(letters(), 0, "nor can be without an address");
    address("'x'");
    let (thread, asker) = stage.asked("Sparks fly out");
    assert_eq!(letters(), 1);
    stage.pass(Span::minutes(1));
    let words = edit_post::Request { title: Title::parse("Sparks fly out, and smoke").ok(), body: None, personal_data_ok: false };
    stage.ask(&member(&asker), Ask::EditPost(PostId::Opening(thread.clone()), words)).expect("changed");
    assert_eq!(letters(), 1, "once, however often it is changed");
    stage.reply(&Caller::Visitor, &thread, "Mine burns too");
    stage.reply(&Caller::Visitor, &thread, "Warm it first");
    assert_eq!(letters(), 2, "of each post that speaks of it");
    stage.reply(&Caller::Visitor, &calm, "Mine gave me a shock");
    assert_eq!(letters(), 3);
}

#[test]
fn the_mark_is_taken_off_with_a_reason_by_those_who_may() {
    let stage = stage();
    let (thread, asker) = stage.asked("Which one burns?");
    for caller in [Caller::Visitor, member(&asker), console("ben")] {
        assert_eq!(code(lift(&stage, &caller, &thread)), "not_allowed");
    }
    stage.prove("aoi");
    assert_eq!(code(lift(&stage, &console("aoi"), &thread)), "not_claimed");
    stage.claim("aoi", Some(&thread), None, Reach::All).expect("a claim");
    lift(&stage, &console("aoi"), &thread).expect("lifted");
    assert_eq!(stage.thread(&thread).row.danger, None);
    let lines = happened(&stage, &thread);
    assert!(lines.contains(&(Doer::Brand, Happening::DangerLifted(reason("A burner is a part of the hob.")))), "{lines:?}");
    assert_eq!(code(lift(&stage, &console("aoi"), &thread)), "not_marked");
    let Ok(Outcome::Due(due)) = stage.ask(&Caller::Visitor, Ask::Due) else { panic!("nothing due") };
    assert!(due.alarms.is_empty(), "nobody is woken for it any more");
    stage.reply(&Caller::Visitor, &thread, "Now there is smoke");
    assert!(lift(&stage, &operator(), &thread).is_ok(), "and the operator may too");
    assert_eq!(happened(&stage, &thread).last().map(|(by, _)| *by), Some(Doer::Operator));
}

#[test]
fn the_asker_says_what_kind_it_is_and_a_line_tells() {
    let stage = stage();
    let (thread, asker) = stage.asked("The lid sticks");
    let set = |caller: &Caller, kind| stage.ask(caller, Ask::SetKind(thread.clone(), set_kind::Request { kind }));
    assert_eq!(code(set(&Caller::Visitor, Kind::Problem)), "not_allowed");
    assert_eq!(code(set(&member(&asker), Kind::Update)), "kind_reserved");
    set(&member(&asker), Kind::Problem).expect("set");
    set(&member(&asker), Kind::Problem).expect("twice is once");
    assert_eq!(stage.thread(&thread).row.kind, Kind::Problem);
    assert_eq!(happened(&stage, &thread), [(Doer::Asker, Happening::KindChanged(Kind::Question, Kind::Problem))]);
    // What was said in the words of the former kind falls away.
    stage.prove("aoi");
    stage.claim("aoi", None, None, Reach::All).expect("a claim");
    says(&stage, &thread, OfficialWord::AsDesigned, Some("It locks on purpose."), None);
    set(&member(&asker), Kind::Idea).expect("set");
    assert_eq!(stage.thread(&thread).row.status, Status::FanMade(FanStatus::Open));
    assert_eq!(stage.community().products[0].waiting, 1);
    set(&member(&asker), Kind::Praise).expect("set");
    assert_eq!((stage.thread(&thread).row.status, stage.community().products[0].waiting), (Status::None, 0));
}

#[test]
fn a_change_of_the_product_thanks_those_who_reported_it() {
    let stage = stage();
    let (thread, asker) = asked(&stage, post_thread::Request { kind: Kind::Problem, ..question("The lid sticks") });
    for _ in 0..3 {
        let same = Ask::SetMeToo(thread.clone(), chie_domain::api::set_me_too::Request { on: true });
        stage.ask(&Caller::Visitor, same).expect("counted");
    }
    stage.prove("aoi");
    let claim = stage.claim("aoi", None, None, Reach::All).expect("a claim");
    says(&stage, &thread, OfficialWord::InProgress, None, Some("unused"));
    assert_eq!(stage.thread(&thread).changed, None);
    says(&stage, &thread, OfficialWord::Changed, None, Some("1.3"));
    let changed = stage.thread(&thread).changed.expect("a change");
    assert_eq!((changed.people, changed.version.map(String::from), changed.at), (4, Some("1.3".to_owned()), stage.now.get()));
    assert!(matches!(happened(&stage, &thread).last(), Some((Doer::Brand, Happening::ProductChanged(_, Some(_), 4)))));
    // Given back to customers, it says so no more; the lines stay.
    stage.pass(Span::hours(1));
    stage.ask(&console("aoi"), Ask::Release(claim.id)).expect("released");
    let view = stage.thread(&thread);
    assert_eq!((view.changed, view.row.status), (None, Status::FanMade(FanStatus::Open)));
    assert_eq!(view.events.last().map(|event| event.what.clone()), Some(Happening::Released));
    assert_eq!(view.events.len(), 3, "{:?}", view.events);
    let not_closed = Ask::SetNotSolved(thread, set_not_solved::Request { on: true });
    assert_eq!(code(stage.ask(&member(&asker), not_closed)), "not_closed");
}

#[test]
fn beside_a_refusal_the_asker_says_not_solved_for_me() {
    let stage = stage();
    let (thread, asker) = asked(&stage, post_thread::Request { kind: Kind::Problem, ..question("The lid sticks") });
    let set = |caller: &Caller, on| stage.ask(caller, Ask::SetNotSolved(thread.clone(), set_not_solved::Request { on }));
    assert_eq!(code(set(&member(&asker), true)), "not_closed");
    stage.prove("aoi");
    stage.claim("aoi", None, None, Reach::All).expect("a claim");
    says(&stage, &thread, OfficialWord::SeenDifferently, Some("We like it so."), None);
    assert_eq!(code(set(&Caller::Visitor, true)), "not_allowed");
    set(&member(&asker), true).expect("said");
    set(&member(&asker), true).expect("twice is once");
    assert_eq!(stage.thread(&thread).not_solved, Some(stage.now.get()));
    assert_eq!(happened(&stage, &thread).iter().filter(|(_, what)| *what == Happening::NotSolved).count(), 1);
    set(&member(&asker), false).expect("taken back");
    assert!(stage.thread(&thread).not_solved.is_none());
    assert!(happened(&stage, &thread).iter().all(|(_, what)| *what != Happening::NotSolved));
}

#[test]
fn a_mood_is_told_once_and_once_more_when_it_is_solved() {
    let stage = stage();
    let cross = post_thread::Request {
        mood: Some(Face::Cross),
        mood_words: MoodWords::parse("tea for <b>nine</b> years").ok(),
        facts: DeviceFacts::parse("browser=Firefox 141\npage=https://shop.example/kettle?order=17").ok(),
        ..question("The lid sticks")
    };
    let (thread, asker) = asked(&stage, cross);
    let view = stage.thread(&thread);
    let mood = view.mood.expect("a mood");
    assert_eq!((mood.before, mood.after), (Face::Cross, None));
    assert_eq!(mood.words.map(String::from).as_deref(), Some("tea for <b>nine</b> years"));
    assert_eq!(
        view.facts.iter().map(|fact| fact.value.as_str()).collect::<Vec<_>>(),
        ["Firefox 141", "https://shop.example/kettle"]
    );
    let set = |caller: &Caller, face| stage.ask(caller, Ask::SetMood(thread.clone(), set_mood::Request { face }));
    assert_eq!(code(set(&member(&asker), Face::Glad)), "not_asked");
    let (reply, _) = stage.reply(&Caller::Visitor, &thread, "Warm it first.");
    stage.ask(&member(&asker), Ask::SetAccepted(reply.id, set_accepted::Request { on: true })).expect("accepted");
    assert_eq!(code(set(&Caller::Visitor, Face::Glad)), "not_allowed");
    set(&member(&asker), Face::Glad).expect("told");
    set(&member(&asker), Face::Fine).expect("and corrected");
    assert_eq!(stage.thread(&thread).mood.and_then(|mood| mood.after), Some(Face::Fine));
    assert_eq!(stage.community().moods, [MoodChange { before: Face::Cross, after: Face::Fine, people: 1 }]);
    // Whoever told no face is not asked.
    let (plain, other) = stage.asked("Which tea?");
    let (reply, _) = stage.reply(&Caller::Visitor, &plain, "Green.");
    stage.ask(&member(&other), Ask::SetAccepted(reply.id, set_accepted::Request { on: true })).expect("accepted");
    let face = set_mood::Request { face: Face::Glad };
    assert_eq!(code(stage.ask(&member(&other), Ask::SetMood(plain, face))), "not_asked");
}

#[test]
fn a_caution_is_dated_signed_and_can_be_withdrawn() {
    let stage = stage();
    let (thread, _) = stage.asked("The lid sticks");
    let (reply, helper) = stage.reply(&Caller::Visitor, &thread, "Hit it with a hammer.");
    let before = stage.thread(&thread).replies[0].post.clone();
    for caller in [Caller::Visitor, member(&helper.expect("a guest")), console("ben")] {
        assert_eq!(code(caution(&stage, &caller, &reply.id, Some("No."))), "not_allowed");
    }
    stage.prove("aoi");
    assert_eq!(code(caution(&stage, &console("aoi"), &reply.id, Some("No."))), "not_claimed");
    stage.claim("aoi", None, None, Reach::All).expect("a claim");
    caution(&stage, &console("aoi"), &reply.id, Some("It breaks the valve.")).expect("a caution");
    caution(&stage, &console("aoi"), &reply.id, Some("It breaks the valve.")).expect("twice is once");
    caution(&stage, &operator(), &reply.id, Some("Dangerous.")).expect("the operator's own");
    let seen = stage.thread(&thread).replies[0].clone();
    assert_eq!(seen.post, before, "the reply stays as it is");
    let by: Vec<_> = seen.cautions.iter().map(|caution| (caution.by.clone(), caution.reason.to_string())).collect();
    let brand = Warner::Brand(stage.brand.clone());
    assert_eq!(by, [(brand, "It breaks the valve.".to_owned()), (Warner::Operator, "Dangerous.".to_owned())]);
    caution(&stage, &console("aoi"), &reply.id, None).expect("withdrawn");
    assert_eq!(stage.thread(&thread).replies[0].cautions.len(), 1);
    let lines: Vec<_> = happened(&stage, &thread).into_iter().map(|(by, _)| by).collect();
    assert_eq!(lines, [Doer::Brand, Doer::Operator, Doer::Brand]);
    // After the proof has lapsed it reads as the former brand's.
    caution(&stage, &console("aoi"), &reply.id, Some("Again.")).expect("a caution");
    stage.pass(Span::days(12));
    assert_eq!(stage.thread(&thread).replies[0].cautions[1].by, Warner::FormerBrand(stage.brand.clone()));
}

#[test]
fn an_emergency_desk_is_shown_while_its_tenancy_lives() {
    let stage = stage();
    stage.asked("The lid sticks");
    let link = SafeUrl::parse("https://acme.example/emergency").ok();
    let set = |caller: &Caller| stage.ask(caller, Ask::SetEmergency(set_emergency::Request { link: link.clone() }));
    assert_eq!(code(set(&console("ben"))), "not_allowed");
    assert_eq!(code(set(&operator())), "not_allowed");
    stage.prove("aoi");
    set(&console("aoi")).expect("set");
    assert_eq!(stage.community().emergency, link.map(Into::into));
    stage.pass(Span::days(12));
    assert_eq!(stage.community().emergency, None);
}

#[test]
fn an_owners_list_of_sites_counts_while_its_tenancy_lives() {
    let stage = stage();
    stage.asked("The lid sticks");
    let host = |text: &str| Host::parse(text).expect("a host");
    let set = |caller: &Caller, sites: &[&str]| {
        let sites = Sites::parse(&sites.join("\n")).expect("a list");
        stage.ask(caller, Ask::SetSites(set_sites::Request { sites }))
    };
    let counting = || match stage.ask(&Caller::Visitor, Ask::CountingSites) {
        Ok(Outcome::Sites(sites)) => sites,
        other => panic!("{other:?}"),
    };
    for stranger in [console("ben"), operator()] {
        assert_eq!(code(set(&stranger, &["shop.acme.example"])), "not_allowed");
        assert_eq!(code(stage.ask(&stranger, Ask::Sites)), "not_allowed");
    }
    assert_eq!(code(set(&Caller::Visitor, &[])), "not_allowed");
    stage.prove("aoi");
    assert_eq!(counting(), []);
    set(&console("aoi"), &["www.acme.example", "shop.acme.example", "shop.acme.example"]).expect("set");
    assert_eq!(counting(), [host("shop.acme.example"), host("www.acme.example")]);
    let Ok(Outcome::Sites(seen)) = stage.ask(&console("aoi"), Ask::Sites) else { panic!("no list") };
    assert_eq!(seen, counting());
    stage.pass(Span::days(12));
    assert_eq!(counting(), []);
}
