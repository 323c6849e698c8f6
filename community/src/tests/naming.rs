//! What a brand is called, who may say so, and the marks and names of people.

use chie_domain::api::get_history::What;
use chie_domain::api::get_naming;
use chie_domain::api::judge_name::{self, Judgement};
use chie_domain::api::view::{AuthorName, Voice};
use chie_domain::api::{doubt_name, open_community, post_official_reply, set_my_name, set_name};
use chie_domain::brand::BrandDomain;
use chie_domain::claim::Reach;
use chie_domain::id::{MemberId, ThreadId};
use chie_domain::mark::Mark;
use chie_domain::naming::Naming;
use chie_domain::policy::Role;
use chie_domain::proof::Method;
use chie_domain::text::{Body, BrandName, DisplayName, ProductName, Reason};
use chie_domain::time::Span;

use super::actors::{Stage, account, code, console, contact, member, operator, question, stage};
use crate::ask::{Ask, Caller, Listing, Met, Outcome, PeopleAsk, Trouble};
use crate::session_holds;

fn at(domain: &str) -> Stage {
    Stage { brand: BrandDomain::parse(domain).expect("a domain"), ..stage() }
}

fn open(stage: &Stage, name: &str, met: Met) -> open_community::Outcome {
    let request = open_community::Request {
        domain: stage.brand.clone(),
        name: BrandName::parse(name).ok(),
        product_name: ProductName::parse("Kettle").expect("a name"),
        product: None,
    };
    match stage.ask(&Caller::Visitor, Ask::Open(request, met)) {
        Ok(Outcome::Opened(outcome, ..)) => outcome,
        other => panic!("{other:?}"),
    }
}

fn set(stage: &Stage, who: &Caller, name: Option<&str>, met: Met) -> Result<get_naming::Response, Trouble> {
    let request = set_name::Request { name: name.map(|name| BrandName::parse(name).expect("a name")) };
    match stage.ask(who, Ask::SetName(request, met))? {
        Outcome::Naming(naming) => Ok(naming),
        other => panic!("{other:?}"),
    }
}

fn judge(stage: &Stage, who: &Caller, what: Judgement) -> Result<get_naming::Response, Trouble> {
    match stage.ask(who, Ask::JudgeName(judge_name::Request { what }))? {
        Outcome::Naming(naming) => Ok(naming),
        other => panic!("{other:?}"),
    }
}

fn listing(stage: &Stage) -> Listing {
    match stage.ask(&Caller::Visitor, Ask::DirectoryEntry) {
        Ok(Outcome::DirectoryEntry(Some(listing))) => *listing,
        other => panic!("{other:?}"),
    }
}

/// The names that the public history tells, newest first; none where it went by its domain.
fn history(stage: &Stage) -> Vec<Option<String>> {
    let Ok(Outcome::History(history)) = stage.ask(&Caller::Visitor, Ask::History) else { panic!("no history") };
    let named = history.lines.into_iter().filter_map(|line| match line.what {
        What::Named(name) => Some(Some(name)),
        What::Unnamed => Some(None),
        _ => None,
    });
    named.collect()
}

fn doubt(stage: &Stage, words: &str) -> Result<Outcome, Trouble> {
    let words = Reason::parse(words).expect("words");
    stage.ask(&Caller::Visitor, Ask::DoubtName(doubt_name::Request { words }))
}

#[test]
fn a_name_that_another_brand_has_waits_for_the_operator() {
    let stage = stage();
    assert_eq!(open(&stage, "Acme", Met::Another), open_community::Outcome::Held);
    let held = listing(&stage);
    assert_eq!((held.listed, held.held.as_deref(), held.name_look, held.news), (false, Some("Acme"), None, true));
    assert_eq!(stage.community().name, None, "its own label, too");
    stage.prove("aoi");
    stage.claim("aoi", None, None, Reach::All).expect("claimed");
    assert_eq!(stage.community().badge.expect("a badge").name, None);
    assert!(listing(&stage).listed, "whoever proved the domain is found by it");
    for who in [Caller::Visitor, console("aoi")] {
        assert_eq!(code(judge(&stage, &who, Judgement::Release)), "not_allowed");
    }
    let released = judge(&stage, &operator(), Judgement::Release).expect("released");
    assert_eq!((released.shown.as_deref(), released.naming), (Some("Acme"), Naming::ByOperator));
    assert_eq!(listing(&stage).name_look, Some(listing(&stage).label_look));
    judge(&stage, &operator(), Judgement::Refuse).expect("refused");
    assert_eq!((stage.community().name, listing(&stage).name_look), (None, None));
    assert_eq!(history(&stage), [None, Some("Acme".to_owned())]);
    assert_eq!(crate::verify_audit(&stage.sql), Ok(None));
}

#[test]
fn proving_a_longer_domain_never_gives_the_shorter_name() {
    let stage = at("acme-help.example");
    assert_eq!(open(&stage, "Acme", Met::Nobody), open_community::Outcome::Opened);
    stage.prove("aoi");
    stage.claim("aoi", None, None, Reach::All).expect("claimed");
    assert_eq!(stage.community().badge.expect("a badge").name, None);
    for name in ["Acme", "ACME", "Асme", "Acrne", "Help"] {
        if let Ok(set) = set(&stage, &console("aoi"), Some(name), Met::Nobody) {
            assert_eq!((set.shown, set.naming), (None, Naming::Held), "{name}");
        }
    }
    for name in ["Acme official", "Acme Support", "Acme 公式"] {
        assert_eq!(code(set(&stage, &console("aoi"), Some(name), Met::Nobody)), "brand_name_reserved", "{name}");
    }
    assert_eq!(history(&stage), [] as [Option<String>; 0]);
}

#[test]
fn an_owner_with_a_dns_proof_names_the_brand_while_it_is_there() {
    let stage = at("kitchen.example");
    open(&stage, "Somebody's idea", Met::Nobody);
    assert_eq!(code(set(&stage, &console("aoi"), Some("Ember"), Met::Nobody)), "not_allowed");
    let asked = stage.request_proof("aoi", Method::Meta);
    stage.look("aoi", &asked.proof.id, chie_domain::api::request_proof::Finding::Found).expect("a proof");
    assert_eq!(code(set(&stage, &console("aoi"), Some("Ember"), Met::Nobody)), "dns_proof_needed");
    stage.prove("aoi");
    stage.claim("aoi", None, None, Reach::All).expect("claimed");
    let named = set(&stage, &console("aoi"), Some("Ember"), Met::Nobody).expect("named");
    assert_eq!((named.shown.as_deref(), named.naming), (Some("Ember"), Naming::ByOwner));
    assert_eq!(stage.community().badge.expect("a badge").name.as_deref(), Some("Ember"));
    // Another brand turns out to have it: what the operator did not let pass is held.
    stage.ask(&Caller::Visitor, Ask::NameMet).expect("met");
    assert_eq!((stage.community().name, listing(&stage).held.as_deref()), (None, Some("Ember")));
    judge(&stage, &operator(), Judgement::Release).expect("released");
    stage.ask(&Caller::Visitor, Ask::NameMet).expect("met");
    assert_eq!(stage.community().name.as_deref(), Some("Ember"), "the operator's word stands");
    let again = set(&stage, &console("aoi"), Some("Ember Kitchen"), Met::Another).expect("set");
    assert_eq!((again.shown, again.naming), (None, Naming::Held));
    // The operator hears of it once, however often it is sent.
    assert!(listing(&stage).news);
    stage.sql_run("UPDATE community SET matters_told = matters");
    set(&stage, &console("aoi"), Some("Ember Kitchen"), Met::Another).expect("set");
    assert!(!listing(&stage).news, "nothing new to look at");
    set(&stage, &console("aoi"), Some("Emberware"), Met::Nobody).expect("set");
    assert_eq!(history(&stage).first(), Some(&Some("Emberware".to_owned())));
    // The proof goes, and the name with it.
    stage.pass(Span::days(11));
    assert_eq!(stage.community().name, None);
}

#[test]
fn a_representative_and_an_observer_name_nothing() {
    let stage = stage();
    open(&stage, "Acme", Met::Nobody);
    stage.prove("aoi");
    for (who, role) in [("mika", Role::Representative), ("eyes", Role::Observer)] {
        let address = format!("{who}@mail.example");
        let ask = PeopleAsk::Invite { account: account(who), address, contact: contact(who), role };
        stage.ask(&console("aoi"), Ask::People(ask)).expect("invited");
        assert_eq!(code(set(&stage, &console(who), Some("Ember"), Met::Nobody)), "not_allowed");
        assert!(matches!(stage.ask(&console(who), Ask::Naming), Ok(Outcome::Naming(it)) if it.shown.as_deref() == Some("Acme")));
    }
    assert_eq!(code(stage.ask(&console("stranger"), Ask::Naming)), "not_allowed");
}

#[test]
fn doubts_reach_the_operator_and_nobody_else() {
    let stage = stage();
    assert_eq!(code(doubt(&stage, "I work at Acme.")), "not_found", "nobody has opened it");
    open(&stage, "Acme", Met::Nobody);
    doubt(&stage, "I work at Acme, and this is not us.").expect("said");
    doubt(&stage, "I work at Acme, and this is not us.").expect("the same again");
    assert_eq!((listing(&stage).doubts, listing(&stage).news), (1, true));
    let seq = stage.all_due().outbox.last().expect("a row").seq;
    stage.ask(&Caller::Visitor, Ask::OutboxDone(seq)).expect("told");
    assert!(!listing(&stage).news, "told once");
    stage.prove("aoi");
    let seen = |who: &Caller| match stage.ask(who, Ask::Naming) {
        Ok(Outcome::Naming(naming)) => naming.doubts.len(),
        other => panic!("{other:?}"),
    };
    assert_eq!((seen(&console("aoi")), seen(&operator())), (0, 1));
    assert!(stage.community().name.is_some(), "nothing changes by being said");
    judge(&stage, &operator(), Judgement::Settle).expect("settled");
    assert_eq!(listing(&stage).doubts, 0);
    for n in 0..50 {
        doubt(&stage, &format!("Doubt {n}")).expect("said");
    }
    assert_eq!(code(doubt(&stage, "One more")), "too_many");
}

fn joins_at(stage: &Stage, who: &str, address: &str) -> MemberId {
    match stage.ask(&Caller::Visitor, Ask::Join { account: account(who), address: address.to_owned(), contact: contact(who) }) {
        Ok(Outcome::Joined(member, _)) => member,
        other => panic!("{other:?}"),
    }
}

fn mark_in(stage: &Stage, thread: &ThreadId) -> Option<Mark> {
    stage.thread(thread).author.mark
}

#[test]
fn an_address_at_the_domain_marks_an_employee_and_gives_nothing_more() {
    let stage = stage();
    for (who, address, marked) in [
        ("in", "i…@acme.example", true),
        ("deep", "d…@mail.acme.example", true),
        ("other", "o…@attacker-acme.example", false),
        ("longer", "l…@acme.example.test", false),
        ("top", "t…@example", false),
    ] {
        let me = joins_at(&stage, who, address);
        let (view, _) = stage.post(&member(&me), question("Does it whistle?"));
        let mark = mark_in(&stage, &view.row.id);
        assert_eq!(mark, marked.then(|| Mark::Employee(stage.brand.clone())), "{address}");
        assert_eq!(stage.thread(&view.row.id).author.voice, Voice::Member);
    }
    assert_eq!(code(stage.ask(&console("in"), Ask::SeePeople)), "not_allowed");
    assert_eq!(code(stage.claim("in", None, None, Reach::All)), "not_allowed");
    let mail = at("gmail.com");
    let me = joins_at(&mail, "anybody", "a…@gmail.com");
    let (view, _) = mail.post(&member(&me), question("Where is my mail?"));
    assert_eq!(mark_in(&mail, &view.row.id), None, "anybody gets an address there");
}

#[test]
fn a_champion_is_named_by_an_owner_and_loses_the_mark_with_the_company() {
    let stage = stage();
    let me = joins_at(&stage, "sora", "s…@mail.example");
    let (view, _) = stage.post(&member(&me), question("Does it whistle?"));
    let (thread, guest) = stage.asked("Is it hot?");
    let champion =
        |who: &str, member: &MemberId, on: bool| stage.ask(&console(who), Ask::People(PeopleAsk::Champion(member.clone(), on)));
    assert_eq!(code(champion("aoi", &me, true)), "not_allowed");
    stage.prove("aoi");
    assert_eq!(code(champion("aoi", &guest, true)), "address_needed");
    assert_eq!(code(champion("aoi", &MemberId::mint(stage.now.get(), [9; 10]), true)), "not_found");
    champion("aoi", &me, true).expect("named");
    let trusted = Some(Mark::Champion(stage.brand.clone()));
    assert_eq!((mark_in(&stage, &view.row.id), mark_in(&stage, &thread)), (trusted.clone(), None));
    assert_eq!(code(stage.claim("sora", None, None, Reach::All)), "not_allowed", "a mark without power");
    champion("aoi", &me, false).expect("taken back");
    assert_eq!(mark_in(&stage, &view.row.id), None);
    champion("aoi", &me, true).expect("named again");
    stage.pass(Span::days(11));
    assert_eq!(mark_in(&stage, &view.row.id), None, "nobody is there who trusts");
}

fn officially(stage: &Stage, who: &str, thread: &ThreadId, name: &str) {
    let request = post_official_reply::Request {
        body: Body::parse("We see.").expect("words"),
        name: DisplayName::parse(name).expect("a name"),
        under: None,
    };
    stage.ask(&console(who), Ask::PostOfficialReply(thread.clone(), request)).expect("answered");
}

#[test]
fn whoever_left_is_of_the_company_no_more() {
    let stage = stage();
    let (thread, _) = stage.asked("Does it whistle?");
    stage.prove("aoi");
    stage.claim("aoi", None, None, Reach::All).expect("claimed");
    let address = "m…@acme.example".to_owned();
    let ask = PeopleAsk::Invite { account: account("mika"), address, contact: contact("mika"), role: Role::Representative };
    stage.ask(&console("aoi"), Ask::People(ask)).expect("invited");
    officially(&stage, "mika", &thread, "Mika");
    assert!(matches!(stage.thread(&thread).replies[0].author.voice, Voice::Official(_)));
    let Ok(Outcome::People(all)) = stage.ask(&console("aoi"), Ask::SeePeople) else { panic!("nobody") };
    let mika = all.people.iter().find(|it| !it.me).expect("mika").member.clone();
    stage.ask(&console("aoi"), Ask::People(PeopleAsk::Remove(mika))).expect("removed");
    assert_eq!(stage.thread(&thread).replies[0].author.voice, Voice::Alum(stage.brand.clone()));
    stage.pass(Span::days(11));
    assert!(matches!(stage.thread(&thread).replies[0].author.voice, Voice::FormerlyOfficial(..)), "and then all are former");
}

fn rename(stage: &Stage, who: &Caller, name: &str) -> Result<AuthorName, Trouble> {
    let request = set_my_name::Request { name: DisplayName::parse(name).expect("a name") };
    match stage.ask(who, Ask::SetMyName(request))? {
        Outcome::Mine(mine) => Ok(mine.me.expect("me").name),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_member_is_called_what_they_like_but_not_what_others_are_known_by() {
    let stage = stage();
    let (thread, guest) = stage.asked("Does it whistle?");
    assert_eq!(code(rename(&stage, &Caller::Visitor, "Sora")), "not_found");
    assert_eq!(code(rename(&stage, &member(&guest), "Sora")), "address_needed");
    let me = stage.join(&member(&guest), "sora");
    stage.prove("aoi");
    stage.claim("aoi", None, None, Reach::All).expect("claimed");
    officially(&stage, "aoi", &thread, "Mika Tanaka");
    for name in [
        "Acme",
        "Асme",
        "Acme Team",
        "official",
        "公式サポート",
        "ＡＣＭＥ",
        "Mika Tanaka",
        "MIKA TANAKA",
        "Mіka Tаnaka",
        "МIKA ТANAKA",
        "Mlka Tanaka",
    ] {
        assert_eq!(code(rename(&stage, &member(&me), name)), "name_reserved", "{name}");
    }
    assert_eq!(rename(&stage, &member(&me), "Sora").expect("renamed"), AuthorName::Chosen("Sora".to_owned()));
    assert_eq!(stage.thread(&thread).author.name, AuthorName::Chosen("Sora".to_owned()));
    rename(&stage, &member(&me), "Sora").expect("the same is no change");
    rename(&stage, &member(&me), "Umi").expect("renamed");
    rename(&stage, &member(&me), "Kaze").expect("renamed");
    assert_eq!(code(rename(&stage, &member(&me), "Yuki")), "too_many");
    stage.pass(Span::hours(25));
    rename(&stage, &member(&me), "Yuki").expect("on another day");
}

#[test]
fn signing_out_everywhere_ends_what_was_given_out_before() {
    let stage = stage();
    let (_, guest) = stage.asked("Does it whistle?");
    let holds = |id: &MemberId, given| session_holds(&stage.sql, &stage.brand, &stage.moment(), id, given).expect("known");
    let before = stage.now.get();
    assert_eq!(code(stage.ask(&member(&guest), Ask::EndMySessions)), "address_needed", "it is their only key");
    let me = stage.join(&member(&guest), "sora");
    assert!(holds(&me, before));
    stage.pass(Span::minutes(1));
    stage.ask(&member(&me), Ask::EndMySessions).expect("signed out");
    stage.pass(Span::seconds(1));
    assert!(!holds(&me, before));
    assert!(holds(&me, stage.now.get()));
    let other = stage.join(&Caller::Visitor, "umi");
    assert!(holds(&other, before), "of nobody else");
}
