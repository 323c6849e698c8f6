//! The house and its rules: flags, what they hide, decisions, appeals, what a brand may not do, and the record of it all.

use chie_domain::api::view::{AuthorName, Post};
use chie_domain::api::{decide, get_matter, get_record, get_statement, post_appeal, post_flag, request_removal, set_accepted};
use chie_domain::claim::Reach;
use chie_domain::flag::{HIDDEN_BY_GUESTS, HIDES};
use chie_domain::ground::Ground;
use chie_domain::id::{MemberId, PostId, ReplyId, ThreadId};
use chie_domain::matter::{Asked, Matter, Verdict, Waits};
use chie_domain::text::{DisplayName, Reason};
use chie_domain::tiding::Tiding;
use chie_domain::time::Span;

use super::actors::{Stage, account, code, console, member, operator, question, stage, words};
use crate::ask::{Ask, Caller, HouseEntry, Others, Outcome, Outside, Trouble};

fn reason(text: &str) -> Reason {
    Reason::parse(text).expect("a reason")
}

fn of(reply: &ReplyId) -> Matter {
    Matter::Post(PostId::Reply(reply.clone()))
}

fn of_thread(thread: &ThreadId) -> Matter {
    Matter::Post(PostId::Opening(thread.clone()))
}

fn flag(stage: &Stage, who: &Caller, about: &Matter, ground: Ground) -> Result<bool, Trouble> {
    flag_from(stage, who, about, ground, "here")
}

fn flag_from(stage: &Stage, who: &Caller, about: &Matter, ground: Ground, network: &str) -> Result<bool, Trouble> {
    let request = post_flag::Request { about: about.clone(), ground, words: Some(reason("Look at it.")) };
    let ask = match who {
        Caller::Console(_) => Ask::FlagForBrand(request),
        _ => Ask::Flag(request, Some(network.to_owned())),
    };
    match stage.ask(who, ask)? {
        Outcome::Flagged(hidden) => Ok(hidden),
        other => panic!("{other:?}"),
    }
}

fn decision(about: &Matter, verdict: Verdict, ground: Option<Ground>) -> decide::Request {
    decide::Request { about: about.clone(), verdict, ground, words: None, of: None, product: None }
}

fn decides(stage: &Stage, request: decide::Request, others: Others) -> Result<get_matter::Response, Trouble> {
    match stage.ask(&operator(), Ask::Decide(request, others))? {
        Outcome::Matter(matter) => Ok(*matter),
        other => panic!("{other:?}"),
    }
}

fn statement(stage: &Stage, who: &MemberId, about: &Matter) -> Result<get_statement::Response, Trouble> {
    match stage.ask(&member(who), Ask::Statement(about.clone()))? {
        Outcome::Statement(stated) => Ok(*stated),
        other => panic!("{other:?}"),
    }
}

fn appeal(stage: &Stage, who: &MemberId, about: &Matter, text: &str) -> Result<get_statement::Response, Trouble> {
    let request = post_appeal::Request { about: about.clone(), words: reason(text) };
    match stage.ask(&member(who), Ask::Appeal(request))? {
        Outcome::Statement(stated) => Ok(*stated),
        other => panic!("{other:?}"),
    }
}

fn queue(stage: &Stage) -> HouseEntry {
    match stage.ask(&Caller::Visitor, Ask::HouseEntry) {
        Ok(Outcome::HouseEntry(entry)) => entry,
        other => panic!("{other:?}"),
    }
}

fn record(stage: &Stage) -> get_record::Response {
    match stage.ask(&Caller::Visitor, Ask::Record) {
        Ok(Outcome::Record(record)) => record,
        other => panic!("{other:?}"),
    }
}

/// Number, upheld, not upheld.
fn counted(stage: &Stage, ground: Ground, asked: Asked) -> (u32, u32, u32) {
    let record = record(stage);
    let line = record.lines.iter().find(|line| line.ground == ground).expect("a line");
    let count = line.by.iter().find(|count| count.asked == asked).expect("a count");
    (count.number, count.upheld, count.not_upheld)
}

/// A thread with a reply of a member who can be written to.
fn scene(stage: &Stage) -> (ThreadId, ReplyId, MemberId) {
    let (thread, _) = stage.asked("The lid sticks");
    let (reply, guest) = stage.reply(&Caller::Visitor, &thread, "Come to my workshop by the mill.");
    let author = stage.join(&member(&guest.expect("a guest")), "author");
    stage.reply(&Caller::Visitor, &thread, "Oil it.");
    (thread, reply.id, author)
}

fn post_of(stage: &Stage, who: &Caller, thread: &ThreadId, reply: &ReplyId) -> Option<Post> {
    let view = stage.thread_as(who, thread).expect("a thread");
    view.replies.into_iter().find(|it| it.id == *reply).map(|it| it.post)
}

#[test]
fn private_facts_are_hidden_at_once_its_author_sees_why_appeals_and_it_is_decided() {
    let stage = stage();
    let (thread, reply, author) = scene(&stage);
    let about = of(&reply);
    assert_eq!(code(flag(&stage, &member(&author), &about, Ground::Spam)), "own_post");
    assert!(flag(&stage, &Caller::Visitor, &about, Ground::PersonalData).expect("flagged"));
    assert!(flag(&stage, &Caller::Visitor, &about, Ground::PersonalData).expect("again is once"), "still hidden");
    assert_eq!(post_of(&stage, &Caller::Visitor, &thread, &reply), None);
    assert!(matches!(post_of(&stage, &member(&author), &thread, &reply), Some(Post::Held(_, Ground::PersonalData))));
    assert_eq!(stage.thread(&thread).row.replies, 1);
    assert_eq!(code(statement(&stage, &MemberId::mint(stage.now.get(), [9; 10]), &about).map(|_| ())), "not_found");
    let told = statement(&stage, &author, &about).expect("a statement");
    assert_eq!((told.ground, told.verdict, told.asked, told.appeal), (Ground::PersonalData, None, Asked::Visitors, None));
    assert!(told.until.is_some());
    let letters = stage.all_due().tidings;
    assert_eq!(letters.iter().map(|it| (it.what, it.ground)).collect::<Vec<_>>(), [(Tiding::Hidden, Some(Ground::PersonalData))]);

    let told = appeal(&stage, &author, &about, "It is my shop, open to all.").expect("an appeal");
    assert_eq!(told.until, None);
    assert_eq!(code(appeal(&stage, &author, &about, "Once more").map(|_| ())), "already_appealed");
    let lines = queue(&stage).lines;
    assert_eq!(lines.iter().map(|it| (it.waits, it.hidden)).collect::<Vec<_>>(), [(Waits::Appealed, true)]);

    let removed = decision(&about, Verdict::Removed, Some(Ground::PersonalData));
    let seen = decides(&stage, removed, Others::None).expect("nobody had decided, so that anybody may");
    assert_eq!((seen.sight, seen.decisions.len(), seen.waits), (get_matter::Sight::Removed, 1, None));
    assert_eq!(post_of(&stage, &Caller::Visitor, &thread, &reply), Some(Post::Removed(Ground::PersonalData)));
    assert!(queue(&stage).lines.is_empty());

    // Now somebody decided: the second appeal is another one's, or waits for a day.
    appeal(&stage, &author, &about, "The address is on the maker's page.").expect("an appeal against the decision");
    let kept = || decision(&about, Verdict::Kept, None);
    assert_eq!(code(decides(&stage, kept(), Others::Some).map(|_| ())), "another_operator");
    assert_eq!(code(decides(&stage, kept(), Others::None).map(|_| ())), "after_a_day");
    stage.pass(Span::days(1));
    assert_eq!(code(decides(&stage, kept(), Others::Some).map(|_| ())), "another_operator");
    let seen = decides(&stage, kept(), Others::None).expect("a day has passed");
    assert!(seen.decisions.last().is_some_and(|it| it.on_appeal && it.mine));
    assert!(matches!(post_of(&stage, &Caller::Visitor, &thread, &reply), Some(Post::Whole(_))));
    assert_eq!(stage.thread(&thread).row.replies, 2);
    assert_eq!(code(statement(&stage, &author, &about).map(|_| ())), "not_found");
    let told = stage.all_due().tidings.into_iter().map(|it| it.what).collect::<Vec<_>>();
    assert!(told.contains(&Tiding::AppealOver) && told.contains(&Tiding::Restored), "{told:?}");

    let record = record(&stage);
    assert_eq!((record.appeals, record.appeals_upheld, record.appeals_waiting), (2, 1, 0));
    assert_eq!(counted(&stage, Ground::PersonalData, Asked::Visitors), (1, 1, 0), "the first decision settled the flag");
    assert!(crate::verify_audit(&stage.sql).expect("audit").is_none());
}

#[test]
fn another_operator_decides_at_once() {
    let stage = stage();
    let (_, reply, author) = scene(&stage);
    let about = of(&reply);
    decides(&stage, decision(&about, Verdict::Removed, Some(Ground::Spam)), Others::Some).expect("removed");
    appeal(&stage, &author, &about, "No advertising.").expect("an appeal");
    let second = Caller::Operator(account("second"));
    let kept = Ask::Decide(decision(&about, Verdict::Kept, None), Others::Some);
    assert!(matches!(stage.ask(&second, kept), Ok(Outcome::Matter(_))));
}

#[test]
fn other_grounds_hide_by_weight_and_a_person_counts_once() {
    let stage = stage();
    let (thread, reply, _) = scene(&stage);
    let about = of(&reply);
    for _ in 0..10 {
        assert!(!flag(&stage, &Caller::Visitor, &about, Ground::Spam).expect("one network is one person"));
    }
    assert_eq!(queue(&stage).lines.first().map(|it| (it.waits, it.weight)), Some((Waits::Flagged, 1)));
    for n in 0..HIDES - 2 {
        assert!(!flag_from(&stage, &Caller::Visitor, &about, Ground::Spam, &format!("home {n}")).expect("flagged"));
    }
    // A guest of a network that flagged already adds nothing, whoever they say they are.
    let (_, guest) = stage.asked("Mine");
    assert!(!flag(&stage, &member(&guest), &about, Ground::Spam).expect("no more"));
    let joined = stage.join(&member(&guest), "somebody");
    assert!(flag(&stage, &member(&joined), &about, Ground::Spam).expect("a member weighs two"));
    assert_eq!(post_of(&stage, &Caller::Visitor, &thread, &reply), None);
}

#[test]
fn a_crowd_of_guests_cannot_empty_a_place_and_an_official_post_stays() {
    let stage = stage();
    let threads: Vec<ThreadId> = (0..=HIDDEN_BY_GUESTS).map(|n| stage.asked(&format!("Question {n}")).0).collect();
    let hidden: Vec<bool> = threads
        .iter()
        .zip(0..)
        .map(|(id, n)| flag_from(&stage, &Caller::Visitor, &of_thread(id), Ground::Threat, &format!("n{n}")).expect("flagged"))
        .collect();
    assert_eq!(hidden.iter().filter(|it| **it).count(), HIDDEN_BY_GUESTS as usize);
    assert_eq!(queue(&stage).total, HIDDEN_BY_GUESTS + 1);
    stage.prove("aoi");
    stage.claim("aoi", None, None, Reach::All).expect("a claim");
    let last = threads.last().expect("a thread");
    let request = chie_domain::api::post_official_reply::Request {
        body: chie_domain::text::Body::parse("Unplug it first.").expect("words"),
        name: DisplayName::parse("Aoi").expect("a name"),
        under: None,
    };
    stage.ask(&console("aoi"), Ask::PostOfficialReply(last.clone(), request)).expect("an answer");
    let official = stage.thread(last).replies.last().expect("a reply").id.clone();
    assert!(!flag(&stage, &member(&stage.join(&Caller::Visitor, "m")), &of(&official), Ground::Danger).expect("flagged"));
}

#[test]
fn a_brand_weighs_as_a_trusted_member_counts_once_and_loses_weight_by_being_wrong() {
    let stage = stage();
    let (thread, reply, _) = scene(&stage);
    assert_eq!(code(flag(&stage, &console("aoi"), &of(&reply), Ground::Hostility)), "not_allowed");
    stage.prove("aoi");
    stage.claim("aoi", None, None, Reach::All).expect("a claim");
    assert!(!flag(&stage, &console("aoi"), &of(&reply), Ground::Hostility).expect("flagged"));
    assert_eq!(queue(&stage).lines.first().map(|it| it.weight), Some(4));
    flag(&stage, &console("aoi"), &of(&reply), Ground::Hostility).expect("again is once");
    assert_eq!(queue(&stage).lines.first().map(|it| it.weight), Some(4));
    decides(&stage, decision(&of(&reply), Verdict::Kept, None), Others::None).expect("kept");
    // Four wrong ones, and what it flags weighs nothing and hides nothing.
    for n in 0..3 {
        let (other, _) = stage.asked(&format!("Complaint {n}"));
        let hidden = flag(&stage, &console("aoi"), &of_thread(&other), Ground::Threat).expect("flagged");
        assert!(hidden, "{n}");
        decides(&stage, decision(&of_thread(&other), Verdict::Kept, None), Others::None).expect("kept");
        assert!(stage.thread_as(&Caller::Visitor, &other).is_ok(), "restored");
    }
    let (last, _) = stage.asked("The last complaint");
    assert!(!flag(&stage, &console("aoi"), &of_thread(&last), Ground::Threat).expect("flagged"));
    assert_eq!(counted(&stage, Ground::Threat, Asked::Brand), (4, 0, 3));
    assert_eq!(counted(&stage, Ground::Hostility, Asked::Brand), (1, 0, 1));
    assert!(stage.thread(&thread).replies.iter().any(|it| it.id == reply));
}

#[test]
fn what_a_brand_tries_against_others_words_is_refused_and_written_down() {
    let stage = stage();
    let (thread, reply, _) = scene(&stage);
    stage.prove("aoi");
    stage.claim("aoi", None, None, Reach::All).expect("a claim");
    let me = stage.join(&Caller::Visitor, "aoi");
    let remove =
        chie_domain::api::remove_post::Request { thread: thread.clone(), reply: Some(reply.clone()), ground: Ground::Spam };
    let body = chie_domain::text::Body::parse("All is well.").ok();
    let edit = chie_domain::api::edit_post::Request { title: None, body, personal_data_ok: false };
    let tries = [
        (console("aoi"), Ask::Remove(remove, Others::None)),
        (console("aoi"), Ask::Decide(decision(&of(&reply), Verdict::Removed, Some(Ground::Spam)), Others::None)),
        (member(&me), Ask::EditPost(PostId::Reply(reply.clone()), edit)),
        (member(&me), Ask::DeletePost(PostId::Reply(reply.clone()))),
        (member(&me), Ask::SetAccepted(reply.clone(), set_accepted::Request { on: true })),
    ];
    let rows = |stage: &Stage| stage.count("SELECT count(*) FROM audit WHERE what = 'tried_to_silence'");
    for (n, (caller, ask)) in tries.into_iter().enumerate() {
        let Err(Trouble::Refused(refusal)) = stage.ask(&caller, ask.clone()) else { panic!("{ask:?} was done") };
        assert_eq!(refusal.status(), 403, "{ask:?}");
        assert_eq!(crate::note_refusal(&stage.sql, &stage.brand, &stage.moment(), &caller, &ask, &refusal), Ok(true));
        assert_eq!(rows(&stage) as usize, n + 1);
    }
    // A customer who tries the same is refused, and nothing is written down.
    let (_, guest) = stage.asked("Mine");
    let ask = Ask::DeletePost(PostId::Reply(reply));
    let Err(Trouble::Refused(refusal)) = stage.ask(&member(&guest), ask.clone()) else { panic!("done") };
    assert_eq!(crate::note_refusal(&stage.sql, &stage.brand, &stage.moment(), &member(&guest), &ask, &refusal), Ok(false));
    assert!(crate::verify_audit(&stage.sql).expect("audit").is_none());
}

#[test]
fn somebody_outside_asks_without_being_anybody_and_learns_what_came_of_it() {
    let stage = stage();
    let (thread, reply, _) = scene(&stage);
    let members = stage.count("SELECT count(*) FROM member");
    let ask = |receipt: &str| {
        let request = request_removal::Request {
            post: PostId::Reply(reply.clone()),
            ground: Ground::Hostility,
            words: reason("It names me."),
        };
        stage.ask(&Caller::Visitor, Ask::RequestRemoval(request, receipt.to_owned(), "net".to_owned()))
    };
    assert_eq!(ask("first").expect("asked"), Outcome::Flagged(false));
    assert_eq!(ask("second").expect("again gives a new key"), Outcome::Flagged(false));
    assert_eq!(stage.count("SELECT count(*) FROM member"), members);
    assert_eq!(queue(&stage).lines.first().map(|it| it.waits), Some(Waits::Requested));
    let came_of = |receipt: &str| match stage.ask(&Caller::Visitor, Ask::Requested(receipt.to_owned())) {
        Ok(Outcome::Requested(came)) => came,
        other => panic!("{other:?}"),
    };
    assert_eq!(came_of("first"), None);
    assert_eq!(came_of("second").expect("known").decided, None);
    let text = format!("{:?}", stage.thread(&thread));
    assert!(!text.contains("names me"));
    decides(&stage, decision(&of(&reply), Verdict::Hidden, Some(Ground::Hostility)), Others::None).expect("hidden");
    assert_eq!(came_of("second").expect("known").decided.map(|(_, verdict)| verdict), Some(Verdict::Hidden));
    assert_eq!(counted(&stage, Ground::Hostility, Asked::Outsiders), (1, 1, 0));
}

#[test]
fn an_author_is_held_merged_moved_and_a_place_is_closed_and_opened() {
    let stage = stage();
    let (thread, reply, author) = scene(&stage);
    for verdict in [Verdict::Hidden, Verdict::Removed, Verdict::AuthorHeld] {
        assert_eq!(code(decides(&stage, decision(&of(&reply), verdict, None), Others::None).map(|_| ())), "ground_missing");
    }
    assert_eq!(code(decides(&stage, decision(&of(&reply), Verdict::Moved, None), Others::None).map(|_| ())), "not_fitting");
    decides(&stage, decision(&of(&reply), Verdict::AuthorHeld, Some(Ground::Spam)), Others::None).expect("held");
    let next = match stage.ask(&member(&author), Ask::PostReply(thread.clone(), words("Buy now"))) {
        Ok(Outcome::PostedReply(view, _)) => view,
        other => panic!("{other:?}"),
    };
    assert!(matches!(next.post, Post::Held(_, Ground::Spam)));
    assert_eq!(
        queue(&stage).lines.iter().map(|it| (it.about.clone(), it.waits)).collect::<Vec<_>>(),
        [(of(&next.id), Waits::Held)]
    );
    decides(&stage, decision(&of(&next.id), Verdict::Kept, None), Others::None).expect("kept");
    assert!(matches!(post_of(&stage, &Caller::Visitor, &thread, &next.id), Some(Post::Whole(_))));
    decides(&stage, decision(&of(&reply), Verdict::Kept, None), Others::None).expect("free");
    let free = stage.reply(&member(&author), &thread, "Thank you.").0;
    assert!(matches!(free.post, Post::Whole(_)));

    let (same, _) = stage.asked("The lid is stuck");
    let merged = decide::Request { of: Some(thread.clone()), ..decision(&of_thread(&same), Verdict::Merged, None) };
    decides(&stage, merged, Others::None).expect("merged");
    assert_eq!(stage.thread(&same).duplicate.expect("goes on").thread.id, thread);

    let other = chie_domain::api::post_thread::Request { product: super::actors::product("pan"), ..question("A pan") };
    stage.post(&Caller::Visitor, other);
    let to = |key: &str| decide::Request {
        product: Some(super::actors::product(key)),
        ..decision(&of_thread(&thread), Verdict::Moved, None)
    };
    assert_eq!(code(decides(&stage, to("nowhere"), Others::None).map(|_| ())), "unknown_product");
    decides(&stage, to("pan"), Others::None).expect("moved");
    let counts: Vec<(String, u32)> =
        stage.community().products.into_iter().map(|it| (it.key.as_str().to_owned(), it.threads)).collect();
    assert_eq!(counts, [("pan".to_owned(), 2), ("kettle".to_owned(), 1)]);
    assert_eq!(stage.thread(&thread).row.product, super::actors::product("pan"));

    decides(&stage, decision(&Matter::Community, Verdict::TakenDown, Some(Ground::Unlawful)), Others::None).expect("closed");
    assert_eq!(stage.community().threads, 0);
    assert!(stage.thread_as(&Caller::Visitor, &thread).is_err());
    assert_eq!(code(stage.ask(&Caller::Visitor, Ask::PostThread(question("More")))), "taken_down");
    assert_eq!(record(&stage).taken_down.map(|(_, ground)| ground), Some(Ground::Unlawful));
    let gone = stage.all_due().outbox.into_iter().any(|row| matches!(row.what, Outside::NoDirectory(_)));
    assert!(gone, "the directory forgets it");
    decides(&stage, decision(&Matter::Community, Verdict::Kept, None), Others::None).expect("opened");
    assert_eq!(stage.thread(&thread).row.id, thread);
}

#[test]
fn a_name_is_hidden_alone_and_comes_back() {
    let stage = stage();
    let (thread, _) = stage.asked("The lid sticks");
    let named = chie_domain::api::post_reply::Request { name: DisplayName::parse("Kettle Care").ok(), ..words("Hello.") };
    let (reply, who) = match stage.ask(&Caller::Visitor, Ask::PostReply(thread.clone(), named)) {
        Ok(Outcome::PostedReply(view, guest)) => (view.id, guest.expect("a guest")),
        other => panic!("{other:?}"),
    };
    let about = Matter::Name(who.clone());
    assert!(flag(&stage, &Caller::Visitor, &about, Ground::PosingAsStaff).expect("flagged"));
    let name = |stage: &Stage| stage.thread(&thread).replies.into_iter().find(|it| it.id == reply).expect("the reply").author.name;
    assert!(matches!(name(&stage), AuthorName::Guest(..)));
    assert_eq!(statement(&stage, &who, &about).expect("told").ground, Ground::PosingAsStaff);
    decides(&stage, decision(&about, Verdict::Kept, None), Others::None).expect("kept");
    assert_eq!(name(&stage), AuthorName::Chosen("Kettle Care".to_owned()));
    decides(&stage, decision(&about, Verdict::Removed, Some(Ground::PosingAsStaff)), Others::None).expect("removed");
    assert!(matches!(name(&stage), AuthorName::Guest(..)));
}

#[test]
fn what_its_author_takes_back_or_changes_follows_in_the_queue() {
    let stage = stage();
    let (thread, reply, author) = scene(&stage);
    flag(&stage, &Caller::Visitor, &of(&reply), Ground::Threat).expect("flagged");
    decides(&stage, decision(&of(&reply), Verdict::Hidden, Some(Ground::Threat)), Others::None).expect("hidden");
    assert!(queue(&stage).lines.is_empty());
    let body = chie_domain::text::Body::parse("Come by and we look at it together.").ok();
    let edit = chie_domain::api::edit_post::Request { title: None, body, personal_data_ok: false };
    stage.ask(&member(&author), Ask::EditPost(PostId::Reply(reply.clone()), edit)).expect("changed");
    assert_eq!(post_of(&stage, &Caller::Visitor, &thread, &reply), None, "it stays hidden");
    assert_eq!(queue(&stage).total, 1);
    stage.ask(&member(&author), Ask::DeletePost(PostId::Reply(reply))).expect("taken back");
    assert_eq!(queue(&stage).total, 0);
    let told = stage.all_due().outbox;
    assert!(told.iter().any(|row| matches!(&row.what, Outside::House(entry) if entry.total == 0)), "{told:?}");
}

#[test]
fn whoever_leaves_takes_their_words_out_of_flags_and_appeals() {
    let stage = stage();
    let (_, reply, author) = scene(&stage);
    flag(&stage, &Caller::Visitor, &of(&reply), Ground::Threat).expect("flagged");
    appeal(&stage, &author, &of(&reply), "Marigold words").expect("an appeal");
    let (other, _) = stage.asked("Another");
    let request = post_flag::Request { about: of_thread(&other), ground: Ground::Spam, words: Some(reason("Marigold too")) };
    stage.ask(&member(&author), Ask::Flag(request, Some("net".to_owned()))).expect("flagged");
    stage.ask(&member(&author), Ask::EraseMe).expect("erased");
    assert_eq!(stage.count("SELECT count(*) FROM appeal WHERE words IS NOT NULL"), 0);
    assert_eq!(stage.count("SELECT count(*) FROM flag WHERE words LIKE 'Marigold%'"), 0);
    assert_eq!(counted(&stage, Ground::Spam, Asked::Visitors), (1, 0, 0), "that it was asked for stays");
}
