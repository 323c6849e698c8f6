//! The set-up after claiming, the page of the brand's own, hours, and the sign at a place that leads elsewhere.

use chie_domain::api::change_set_up;
use chie_domain::api::get_history::What::{SignTaken, Signposted};
use chie_domain::claim::{Reach, Stewardship};
use chie_domain::hours::{Clock, Holidays, Week, ZoneName};
use chie_domain::markup::SafeUrl;
use chie_domain::proof::Method;
use chie_domain::set_up::PageAddress;
use chie_domain::time::{Span, Timestamp};

use super::super::actors::{Stage, code, console, member, question, stage};
use super::{embed, history};
use crate::ask::{Ask, Caller, Outcome, Seen, Trouble, WorkAsk};

fn set_up(stage: &Stage, request: change_set_up::Request) -> Result<Outcome, Trouble> {
    stage.ask(&console("aoi"), Ask::ChangeSetUp(request))
}

fn link() -> Option<SafeUrl> {
    SafeUrl::parse("https://help.acme.example/").ok()
}

#[test]
fn a_signpost_needs_a_proof_and_no_claim_begins_with_its_date_and_can_be_taken_back() {
    let stage = stage();
    let (view, _) = stage.asked("Loud");
    stage.prove("aoi");
    let at = |days| stage.now.get().after(Span::days(days));
    let put = |from| stage.ask(&console("aoi"), Ask::SetSignpost(from));
    assert_eq!(code(put(Some(at(7)))), "help_needed");
    set_up(&stage, change_set_up::Request { help: link(), ..Default::default() }).expect("said");
    assert_eq!(stage.community().help, None, "shown only where the brand says that it has some");
    assert_eq!(code(put(Some(at(800)))), "too_far");
    let from = at(7);
    put(Some(from)).expect("up");
    assert_eq!((stage.community().signpost, stage.community().help.as_deref()), (Some(from), Some("https://help.acme.example/")));
    stage.asked("Before its date");
    assert_eq!(code(set_up(&stage, change_set_up::Request::default())), "help_needed");
    for _ in 0..7 {
        stage.pass(Span::days(1));
        for sought in stage.all_due().proofs {
            stage.ask(&Caller::Visitor, Ask::Rechecked(sought.proof, Seen::Yes)).expect("noted");
        }
    }
    assert_eq!(code(stage.ask(&Caller::Visitor, Ask::PostThread(question("After")))), "signposted");
    stage.reply(&Caller::Visitor, &view, "Still here.");
    assert_eq!(stage.thread(&view).row.steward, Stewardship::FanMade, "nothing was claimed");
    stage.ask(&console("aoi"), Ask::SetSignpost(None)).expect("down");
    stage.asked("Again");
    assert_eq!(history(&stage)[..2], [SignTaken, Signposted(from)]);
    // It stands only as long as the brand does.
    stage.ask(&console("aoi"), Ask::SetSignpost(Some(from))).expect("up");
    assert_eq!(stage.community().signpost, Some(stage.now.get()), "nobody was told of it before");
    assert_eq!(code(stage.ask(&Caller::Visitor, Ask::PostThread(question("After")))), "signposted");
    stage.pass(Span::days(12));
    stage.asked("Lapsed");
    assert_eq!(stage.community().signpost, None);
}

#[test]
fn a_page_of_its_own_lies_inside_what_is_proven() {
    let stage = stage();
    stage.asked("Loud");
    let proof = stage.request_proof("aoi", Method::File);
    stage.look("aoi", &proof.proof.id, chie_domain::api::request_proof::Finding::Found).expect("a proof");
    let host = proof.proof.host.to_string();
    let page =
        |text: &str| change_set_up::Request { own_site: Some(true), page: PageAddress::parse(text).ok(), ..Default::default() };
    for elsewhere in ["https://shop.acme.example/help", "https://acme-help.example/", "https://acme.example.evil.example/"] {
        assert_eq!(code(set_up(&stage, page(elsewhere))), "not_proven", "{elsewhere}");
    }
    set_up(&stage, page(&format!("https://{host}/help?t={{thread}}"))).expect("on the proven host");
    assert!(embed(&stage, "kettle").canonical.is_some());
    set_up(&stage, change_set_up::Request { own_site: Some(false), ..page(&format!("https://{host}/help")) }).expect("said");
    assert_eq!(embed(&stage, "kettle").canonical, None);
    stage.prove("ben");
    stage.prove("aoi");
    set_up(&stage, page("https://shop.acme.example/help")).expect("the whole domain is proven");
    assert!(embed(&stage, "kettle").canonical.is_some());
    assert_eq!(code(set_up(&stage, page("https://notacme.example/help"))), "not_proven", "labels are compared, not letters");
    // The records go, the file stays: a page beside its host is one no more.
    for _ in 0..12 {
        stage.pass(Span::days(1));
        for sought in stage.all_due().proofs {
            let seen = if sought.proof == proof.proof.id { Seen::Yes } else { Seen::No };
            stage.ask(&Caller::Visitor, Ask::Rechecked(sought.proof, seen)).expect("noted");
        }
    }
    assert_eq!(embed(&stage, "kettle").canonical, None, "beside what is proven still");
    set_up(&stage, page(&format!("https://{host}/help"))).expect("on the proven host");
    assert!(embed(&stage, "kettle").canonical.is_some());
    stage.pass(Span::days(12));
    assert_eq!(embed(&stage, "kettle").canonical, None, "no proof, no page");
}

#[test]
fn answers_choose_what_waits_and_what_visitors_are_told() {
    let stage = stage();
    let (calm, _) = stage.asked("Calm");
    let (hot, _) = stage.asked("It caught fire");
    stage.prove("aoi");
    stage.claim("aoi", None, None, Reach::All).expect("a claim");
    let waiting = || match stage.ask(&console("aoi"), Ask::SeeWork) {
        Ok(Outcome::Work(work)) => work.waiting,
        other => panic!("{other:?}"),
    };
    assert_eq!(waiting().len(), 2);
    let say = |request| set_up(&stage, request).expect("said");
    say(change_set_up::Request { customers_first: Some(true), ..Default::default() });
    assert_eq!(waiting().iter().map(|it| it.row.id.clone()).collect::<Vec<_>>(), std::slice::from_ref(&hot));
    stage.pass(Span::hours(25));
    assert_eq!(waiting().iter().map(|it| (it.row.id.clone(), it.late)).collect::<Vec<_>>(), [(hot, true), (calm, true)]);
    say(change_set_up::Request { answers: Some(false), ..Default::default() });
    assert!(waiting().iter().all(|it| !it.late), "it promised nothing");
    let hours = chie_domain::api::set_hours::Request {
        zone: ZoneName::parse("Europe/Berlin").ok(),
        ahead: 0,
        week: Week::parse("mon-fri 9-17").expect("a week"),
        holidays: Holidays::default(),
        goal: 60,
    };
    let ask = |clock| stage.ask(&console("aoi"), Ask::Work(WorkAsk::SetHours(hours.clone(), clock)));
    assert_eq!(code(ask(None)), "unknown_zone");
    ask(Some(Clock::fixed(60))).expect("said");
    assert_eq!(embed(&stage, "kettle").hours, None, "it does not answer");
    say(change_set_up::Request::default());
    let told = embed(&stage, "kettle").hours.expect("hours");
    assert_eq!(told.clock, Clock::fixed(60));
    // Zones are looked up again, and what comes of it counts.
    stage.pass(Span::days(2));
    for _ in 0..20 {
        stage.pass(Span::days(2));
        for sought in stage.all_due().proofs {
            stage.ask(&Caller::Visitor, Ask::Rechecked(sought.proof, Seen::Yes)).expect("noted");
        }
    }
    let due = (0..3).find_map(|_| stage.all_due().zone).or_else(|| {
        stage.pass(Span::minutes(3));
        stage.all_due().zone
    });
    let zone = due.expect("a zone");
    let summer = Clock::new(60, vec![(Timestamp::from_millis(1), 120)]).expect("a clock");
    stage.ask(&Caller::Visitor, Ask::ZoneSeen(zone.clone(), Some(summer.clone()))).expect("noted");
    assert_eq!(embed(&stage, "kettle").hours.expect("hours").clock, summer);
    stage.ask(&Caller::Visitor, Ask::ZoneSeen(zone, None)).expect("noted");
    assert_eq!(embed(&stage, "kettle").hours.expect("hours").clock, summer, "what was known stays");
}

#[test]
fn the_context_of_a_thread_tells_of_its_asker_what_everybody_may_know() {
    let stage = stage();
    let (first, asker) = stage.asked("One");
    let again = |title: &str| stage.post(&member(&asker), question(title)).0.row.id;
    let (second, third) = (again("Two"), again("Three"));
    let (reply, _) = stage.reply(&Caller::Visitor, &second, "So.");
    stage.ask(&member(&asker), Ask::SetAccepted(reply.id, chie_domain::api::set_accepted::Request { on: true })).expect("accepted");
    stage.prove("aoi");
    stage.claim("aoi", None, None, Reach::All).expect("a claim");
    stage.ask(&console("aoi"), Ask::Work(WorkAsk::Take(first.clone(), true))).expect("taken");
    let Ok(Outcome::Context(seen)) = stage.ask(&console("aoi"), Ask::Context(first)) else { panic!("no context") };
    assert_eq!((seen.asked, seen.solved, seen.founder, seen.followers), (3, 1, true, 1));
    assert_eq!(seen.others.iter().map(|row| row.id.clone()).collect::<Vec<_>>(), [third, second]);
    assert!(seen.taken.is_some_and(|taken| taken.me) && seen.claimed == Some(stage.now.get()));
}
