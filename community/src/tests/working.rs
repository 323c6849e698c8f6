//! Triage, claiming in one act and undoing it, the arrival tray, what waits, and what else a company does on its first days.

use chie_domain::api::get_triage;
use chie_domain::api::get_work;
use chie_domain::api::settle_arrivals::{self, Settle};
use chie_domain::api::view::Voice;
use chie_domain::api::{claim_threads, post_note, post_official_reply, set_hours, set_saved_reply};
use chie_domain::claim::{Reach, Stewardship, ThreadIds};
use chie_domain::hours::{Holidays, Week};
use chie_domain::id::{ActId, ThreadId};
use chie_domain::mood::Face;
use chie_domain::policy::Role;
use chie_domain::text::{Body, DisplayName};
use chie_domain::thread::Kind;
use chie_domain::tiding::Tiding;
use chie_domain::time::Span;

use super::actors::{Stage, account, code, console, contact, member, question, stage};
use crate::ask::{Ask, Caller, Outcome, PeopleAsk, TidingLetter, Trouble, WorkAsk};

fn body(text: &str) -> Body {
    Body::parse(text).expect("a body")
}

fn name() -> DisplayName {
    DisplayName::parse("Aoi").expect("a name")
}

fn triage(stage: &Stage, who: &str) -> get_triage::Response {
    match stage.ask(&console(who), Ask::Triage(get_triage::Request::default())) {
        Ok(Outcome::Triage(triage)) => triage,
        other => panic!("{other:?}"),
    }
}

fn work(stage: &Stage, who: &str) -> get_work::Response {
    match stage.ask(&console(who), Ask::SeeWork) {
        Ok(Outcome::Work(work)) => work,
        other => panic!("{other:?}"),
    }
}

fn do_work(stage: &Stage, who: &str, ask: WorkAsk) -> Result<Outcome, Trouble> {
    stage.ask(&console(who), Ask::Work(ask))
}

fn claim(stage: &Stage, threads: &[ThreadId], hello: Option<&str>) -> ActId {
    let request = claim_threads::Request {
        thread: None,
        threads: (!threads.is_empty()).then(|| ThreadIds::of(threads).expect("threads")),
        product: None,
        reach: Reach::All,
        hello: hello.map(body),
        name: hello.map(|_| name()),
    };
    match stage.ask(&console("aoi"), Ask::Claim(request)) {
        Ok(Outcome::Claimed(_, _, Some(act))) => act,
        other => panic!("{other:?}"),
    }
}

fn told(stage: &Stage) -> Vec<TidingLetter> {
    let mut all = Vec::new();
    for _ in 0..3 {
        for letter in stage.all_due().tidings {
            stage.ask(&Caller::Visitor, Ask::TidingSent(letter.seq)).expect("noted");
            all.push(letter);
        }
    }
    all
}

fn official(stage: &Stage, id: &ThreadId) -> bool {
    stage.thread(id).row.steward != Stewardship::FanMade
}

#[test]
fn triage_shows_danger_first_with_its_words_then_what_most_share() {
    let stage = stage();
    let (plain, _) = stage.asked("Can it go on induction?");
    let (shared, asker) = stage.asked("The whistle fell off");
    let (reply, helper) = stage.reply(&Caller::Visitor, &shared, "Press it back in.");
    stage.ask(&member(&asker), Ask::SetAccepted(reply.id, chie_domain::api::set_accepted::Request { on: true })).expect("accepted");
    let _ = helper;
    for _ in 0..3 {
        stage
            .ask(&Caller::Visitor, Ask::SetMeToo(shared.clone(), chie_domain::api::set_me_too::Request { on: true }))
            .expect("same");
    }
    stage.pass(Span::days(40));
    let mut hot = question("The handle gets hot and I got a burn");
    hot.mood = Some(Face::Cross);
    let (view, _) = stage.post(&Caller::Visitor, hot);
    stage.prove("aoi");
    let seen = triage(&stage, "aoi");
    let order: Vec<_> = seen.rows.iter().map(|line| line.row.id.clone()).collect();
    assert_eq!(order, [view.row.id, shared, plain]);
    assert_eq!((seen.total, seen.rows[0].mood, seen.rows[0].old, seen.rows[1].old), (3, Some(Face::Cross), false, true));
    assert_eq!(seen.rows[0].danger_words, ["burn"]);
    assert!(seen.rows[1].accepted.is_some() && seen.founder.is_some());
    assert_eq!(seen.helpers.len(), 1);
    assert_eq!(code(stage.ask(&console("eve"), Ask::Triage(get_triage::Request::default()))), "not_allowed");
}

#[test]
fn a_selection_is_one_act_that_can_be_undone_before_anybody_is_mailed() {
    let stage = stage();
    let (one, asker) = stage.asked("One");
    stage.join(&member(&asker), "kim");
    let (two, _) = stage.asked("Two");
    let (three, _) = stage.asked("Three");
    stage.prove("aoi");
    let before = stage.community();
    let act = claim(&stage, &[one.clone(), two.clone()], Some("Hello, this is Acme\n\nThank you, Sota."));
    assert!(official(&stage, &one) && official(&stage, &two) && !official(&stage, &three));
    let hello = stage.list(chie_domain::api::list_threads::Request { kind: Some(Kind::Update), ..Default::default() }).rows;
    assert_eq!(hello[0].title, "Hello, this is Acme");
    assert_eq!(
        stage.thread(&hello[0].id).author.voice,
        Voice::FormerlyOfficial(stage.brand.clone(), stage.now.get()),
        "its thread is not claimed"
    );
    assert_eq!(triage(&stage, "aoi").undoable[0].threads, 2);
    stage.pass(Span::minutes(9));
    assert!(told(&stage).iter().all(|letter| letter.what != Tiding::Claimed));
    do_work(&stage, "aoi", WorkAsk::Undo(act.clone())).expect("undone");
    assert!(!official(&stage, &one) && !official(&stage, &two));
    assert_eq!(stage.community().threads, before.threads, "the hello post is gone");
    assert!(stage.thread(&one).events.is_empty(), "no line tells of it");
    stage.pass(Span::minutes(30));
    assert!(told(&stage).iter().all(|letter| letter.what != Tiding::Claimed));
    do_work(&stage, "aoi", WorkAsk::Undo(act)).expect("saying it twice changes nothing");
}

#[test]
fn after_ten_minutes_each_person_concerned_gets_one_digest() {
    let stage = stage();
    let (one, asker) = stage.asked("One");
    let kim = stage.join(&member(&asker), "kim");
    let (view, _) = stage.post(&member(&kim), question("Two"));
    let (three, _) = stage.asked("Three");
    stage.prove("aoi");
    let act = claim(&stage, &[], Some("Hello"));
    claim(&stage, &[three], None);
    stage.pass(Span::minutes(11));
    let digests: Vec<_> = told(&stage).into_iter().filter(|letter| letter.what == Tiding::Claimed).collect();
    assert_eq!(digests.len(), 1);
    assert_eq!((digests[0].number, digests[0].thread.as_ref().map(|(id, _)| id.clone())), (Some(2), Some(view.row.id)));
    assert_eq!(code(do_work(&stage, "aoi", WorkAsk::Undo(act))), "too_late");
    assert!(official(&stage, &one));
    let hello = stage.list(chie_domain::api::list_threads::Request { kind: Some(Kind::Update), ..Default::default() }).rows;
    assert_eq!(stage.thread(&hello[0].id).author.voice, Voice::Official(stage.brand.clone()));
    // Nobody outside the company says hello for it.
    let mut fake = question("Hello, this is Acme");
    fake.kind = Kind::Update;
    assert_eq!(code(stage.ask(&Caller::Visitor, Ask::PostThread(fake))), "kind_reserved");
}

#[test]
fn what_is_old_goes_to_the_tray_and_leaves_it_many_at_once() {
    let stage = stage();
    let (old, _) = stage.asked("Old one");
    let (older, _) = stage.asked("Old two");
    let (third, _) = stage.asked("Old three");
    stage.pass(Span::days(40));
    let (young, _) = stage.asked("Young");
    stage.prove("aoi");
    claim(&stage, &[], None);
    let seen = work(&stage, "aoi");
    assert_eq!(seen.arrivals.len(), 3);
    assert_eq!(seen.waiting.iter().map(|it| it.row.id.clone()).collect::<Vec<_>>(), [young]);
    let settle = |threads: &[ThreadId], what, words: Option<&str>| {
        let threads = ThreadIds::of(threads).expect("threads");
        do_work(
            &stage,
            "aoi",
            WorkAsk::Settle(settle_arrivals::Request { threads, what, body: words.map(body), name: words.map(|_| name()) }),
        )
    };
    assert_eq!(code(settle(std::slice::from_ref(&old), Settle::Ask, None)), "words_needed");
    assert!(matches!(settle(&[old.clone(), older.clone()], Settle::Ask, Some("Is it still so?")), Ok(Outcome::Settled(2))));
    assert!(
        matches!(settle(&[old.clone(), third.clone()], Settle::Close, Some("This is old.")), Ok(Outcome::Settled(1))),
        "only what is in the tray"
    );
    assert_eq!(stage.thread(&old).replies.len(), 1);
    assert_eq!(stage.thread(&third).row.status.phase(), Some(chie_domain::thread::Phase::Declined));
    assert!(work(&stage, "aoi").arrivals.is_empty());
}

#[test]
fn danger_comes_first_then_unhappy_askers_then_the_hours() {
    let stage = stage();
    let (calm, _) = stage.asked("Calm");
    stage.pass(Span::hours(1));
    let mut cross = question("Cross");
    cross.mood = Some(Face::Cross);
    let (cross, _) = stage.post(&Caller::Visitor, cross);
    stage.pass(Span::hours(1));
    let (danger, _) = stage.asked("It caught fire");
    stage.prove("aoi");
    claim(&stage, &[], None);
    stage.pass(Span::hours(10));
    let order = |stage: &Stage| work(stage, "aoi").waiting.into_iter().map(|it| it.row.id).collect::<Vec<_>>();
    assert_eq!(order(&stage), [danger, cross.row.id, calm.clone()]);
    assert!(work(&stage, "aoi").waiting[2].late, "eight hours where nothing was said");
    // Nobody is there on any day: nothing is late.
    let hours = set_hours::Request { zone: None, ahead: 540, week: Week::default(), holidays: Holidays::default(), goal: 60 };
    do_work(&stage, "aoi", WorkAsk::SetHours(hours.clone(), None)).expect("said");
    assert!(work(&stage, "aoi").waiting.iter().all(|it| !it.late && it.waited == 0));
    assert_eq!(work(&stage, "aoi").hours.map(|hours| hours.clock.ahead_at(stage.now.get())), Some(540));
    let odd = set_hours::Request { ahead: 15 * 60, ..hours };
    assert_eq!(code(do_work(&stage, "aoi", WorkAsk::SetHours(odd, None))), "malformed");
    // Answered: nobody waits, until the asker writes again.
    let request = post_official_reply::Request { body: body("We look into it."), name: name(), under: None };
    stage.ask(&console("aoi"), Ask::PostOfficialReply(calm.clone(), request)).expect("answered");
    assert_eq!(work(&stage, "aoi").waiting.len(), 2);
}

#[test]
fn a_thread_is_taken_by_one_and_handed_back() {
    let stage = stage();
    let (thread, _) = stage.asked("Lid");
    stage.prove("aoi");
    let invite =
        |who: &str, role| PeopleAsk::Invite { account: account(who), address: who.to_owned(), contact: contact(who), role };
    for (who, role) in [("mika", Role::Representative), ("eyes", Role::Observer)] {
        stage.ask(&console("aoi"), Ask::People(invite(who, role))).expect("invited");
    }
    let take = |who: &str, on| do_work(&stage, who, WorkAsk::Take(thread.clone(), on));
    assert_eq!(code(take("aoi", true)), "not_claimed");
    claim(&stage, &[], None);
    take("aoi", true).expect("taken");
    take("aoi", true).expect("taken still");
    assert_eq!(code(take("mika", true)), "already_taken");
    assert_eq!(code(take("eyes", true)), "not_allowed");
    assert!(work(&stage, "aoi").waiting[0].taken.as_ref().is_some_and(|it| it.me));
    assert!(work(&stage, "mika").waiting[0].taken.as_ref().is_some_and(|it| !it.me));
    take("aoi", false).expect("handed back");
    take("mika", true).expect("taken by the other");
    assert_eq!(code(do_work(&stage, "eve", WorkAsk::Take(thread.clone(), true))), "not_allowed");
}

#[test]
fn whoever_learns_or_looks_on_says_no_hours() {
    let stage = stage();
    stage.prove("aoi");
    let invite =
        |who: &str, role| PeopleAsk::Invite { account: account(who), address: who.to_owned(), contact: contact(who), role };
    for (who, role) in [("mika", Role::Representative), ("learns", Role::Trainee), ("eyes", Role::Observer)] {
        stage.ask(&console("aoi"), Ask::People(invite(who, role))).expect("invited");
    }
    let hours = set_hours::Request { zone: None, ahead: 540, week: Week::default(), holidays: Holidays::default(), goal: 60 };
    for who in ["learns", "eyes"] {
        assert_eq!(code(do_work(&stage, who, WorkAsk::SetHours(hours.clone(), None))), "not_allowed", "{who}");
    }
    do_work(&stage, "mika", WorkAsk::SetHours(hours, None)).expect("a representative does");
}

#[test]
fn notes_and_saved_replies_are_the_companys_own_and_end_with_it() {
    let stage = stage();
    let (thread, _) = stage.asked("Lid");
    stage.prove("aoi");
    claim(&stage, &[], None);
    let note = |who: &str, text: &str| do_work(&stage, who, WorkAsk::Note(thread.clone(), post_note::Request { body: body(text) }));
    let Ok(Outcome::Notes(notes)) = note("aoi", "Called them; **plain** words.") else { panic!("no note") };
    assert_eq!(notes.notes[0].body, "Called them; **plain** words.");
    assert_eq!(code(note("eve", "x")), "not_allowed");
    assert_eq!(code(stage.ask(&console("eve"), Ask::Notes(thread.clone()))), "not_allowed");
    assert!(!format!("{:?}", stage.thread(&thread)).contains("Called them"));
    assert!(stage.likely("Called them").is_empty(), "not in the search");
    let title = DisplayName::parse("Thanks").expect("a title");
    let keep = |text: Option<&str>| {
        do_work(&stage, "aoi", WorkAsk::SaveReply(set_saved_reply::Request { title: title.clone(), body: text.map(body) }))
    };
    assert!(matches!(keep(Some("Thank you, {{name}}.")), Ok(Outcome::Saved(all)) if all.len() == 1));
    assert!(
        matches!(keep(Some("Thanks, {{name}}.")), Ok(Outcome::Saved(all)) if all.len() == 1 && all[0].body.as_str().starts_with("Thanks"))
    );
    // Another company sees nothing of it, and nothing is left.
    stage.pass(Span::days(45));
    stage.prove("ben");
    let request = claim_threads::Request { thread: None, threads: None, product: None, reach: Reach::All, hello: None, name: None };
    stage.ask(&console("ben"), Ask::Claim(request)).expect("claimed");
    assert!(matches!(stage.ask(&console("ben"), Ask::Notes(thread.clone())), Ok(Outcome::Notes(notes)) if notes.notes.is_empty()));
    assert!(work(&stage, "ben").saved.is_empty());
    stage.pass(Span::minutes(11));
    told(&stage);
    assert_eq!(stage.count("SELECT (SELECT count(*) FROM note) + (SELECT count(*) FROM saved_reply)"), 0);
}

#[test]
fn a_reply_with_an_empty_blank_is_not_sent() {
    let stage = stage();
    let (thread, _) = stage.asked("Lid");
    stage.prove("aoi");
    claim(&stage, &[], None);
    let say = |text: &str| {
        let request = post_official_reply::Request { body: body(text), name: name(), under: None };
        stage.ask(&console("aoi"), Ask::PostOfficialReply(thread.clone(), request))
    };
    assert_eq!(code(say("Dear {{name}}, thank you.")), "blank_left");
    say("Dear Sota, thank you.").expect("sent");
}

#[test]
fn the_overview_counts_and_the_history_names_nobody() {
    let stage = stage();
    let (thread, asker) = stage.asked("Lid");
    let (reply, _) = stage.reply(&Caller::Visitor, &thread, "Press it.");
    stage.asked("Other");
    stage.prove("aoi");
    let act = claim(&stage, &[], None);
    stage.ask(&member(&asker), Ask::SetAccepted(reply.id, chie_domain::api::set_accepted::Request { on: true })).expect("accepted");
    let Ok(Outcome::Overview(seen)) = stage.ask(&console("aoi"), Ask::Overview) else { panic!("no overview") };
    assert_eq!((seen.claimed, seen.waiting, seen.by_customers, seen.by_us), (2, 1, 1, 0));
    assert_eq!(code(stage.ask(&console("eve"), Ask::Overview)), "not_allowed");
    let history = |stage: &Stage| match stage.ask(&Caller::Visitor, Ask::History) {
        Ok(Outcome::History(history)) => history.lines.len(),
        other => panic!("{other:?}"),
    };
    assert_eq!(history(&stage), 3, "opened, proven, claimed");
    do_work(&stage, "aoi", WorkAsk::Undo(act)).expect("undone");
    assert_eq!(history(&stage), 2, "what was undone was not");
}
