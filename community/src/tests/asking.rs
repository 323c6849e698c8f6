//! Asking, answering, me-too, stars, acceptance, and what a retried or refused write leaves behind.

use chie_domain::api::view::{AuthorName, ProductStanding, Voice};
use chie_domain::api::{open_community, post_thread, set_accepted, set_me_too, set_star};
use chie_domain::reply::AnswerBy;
use chie_domain::text::{BrandName, DisplayName, ProductName};
use chie_domain::thread::{FanStatus, Kind, Status};
use chie_domain::time::Span;

use super::actors::{code, console, key, member, operator, product, question, stage, words};
use crate::ask::{Ask, Caller, Met, Outcome};

#[test]
fn reading_an_unopened_community_creates_nothing() {
    let stage = stage();
    let community = stage.community();
    assert_eq!((community.opened, community.threads), (None, 0));
    let embed = Ask::Embed { product: product("lamp"), name: ProductName::parse("Desk Lamp").ok(), thread: None };
    let Ok(Outcome::Embed(parts)) = stage.ask(&Caller::Visitor, embed) else { panic!("no embed") };
    assert_eq!((parts.product.name.as_str(), parts.product.standing), ("Desk Lamp", ProductStanding::Unmade));
    assert!(stage.likely("lid").is_empty());
    assert!(matches!(stage.ask(&Caller::Visitor, Ask::Due), Ok(Outcome::Due(due)) if due.outbox.is_empty()));
    assert!(matches!(stage.ask(&Caller::Visitor, Ask::DirectoryEntry), Ok(Outcome::DirectoryEntry(None))));
    assert_eq!(stage.count("SELECT count(*) FROM sqlite_master"), 0);
}

#[test]
fn the_first_question_opens_the_community_and_makes_the_product_and_the_guest() {
    let stage = stage();
    let (view, guest) = stage.post(&Caller::Visitor, question("The lid sticks"));
    let guest = guest.expect("a guest");
    assert_eq!(view.author.member, guest);
    assert_eq!(view.author.voice, Voice::Guest);
    assert!(matches!(view.author.name, AuthorName::Guest(_, 1)));
    assert_eq!(view.row.status, Status::FanMade(FanStatus::Open));
    let community = stage.community();
    assert_eq!((community.opened, community.threads), (Some(stage.now.get()), 1));
    let kettle = &community.products[0];
    assert_eq!((kettle.standing, kettle.threads, kettle.waiting), (ProductStanding::NotYetConfirmed, 1, 1));
    let Ok(Outcome::Mine(mine)) = stage.ask(&member(&guest), Ask::Mine) else { panic!("no answer") };
    assert_eq!(mine.asked, [view.row.id]);
}

#[test]
fn what_nobody_may_post_leaves_nothing_behind() {
    let stage = stage();
    let update = chie_domain::api::post_thread::Request { kind: Kind::Update, ..question("News") };
    assert_eq!(code(stage.ask(&Caller::Visitor, Ask::PostThread(update))), "kind_reserved");
    let posing = chie_domain::api::post_thread::Request { name: DisplayName::parse("Acme Support").ok(), ..question("Hello") };
    assert_eq!(code(stage.ask(&Caller::Visitor, Ask::PostThread(posing))), "name_reserved");
    assert_eq!(stage.count("SELECT count(*) FROM sqlite_master"), 0, "a refused first write creates no schema");
    for caller in [console("aoi"), operator()] {
        assert_eq!(code(stage.ask(&caller, Ask::PostThread(question("Hello")))), "not_allowed");
    }
    let (thread, _) = stage.asked("The lid sticks");
    let posing = chie_domain::api::post_reply::Request { name: DisplayName::parse("公式").ok(), ..words("Hello") };
    assert_eq!(code(stage.ask(&Caller::Visitor, Ask::PostReply(thread, posing))), "name_reserved");
    assert_eq!(stage.count("SELECT count(*) FROM member"), 1);
}

#[test]
fn one_key_makes_one_thread_and_one_guest() {
    let stage = stage();
    let once = key("0123456789abcdef", "h1");
    let mut answers = Vec::new();
    for _ in 0..200 {
        match stage.ask_once(&Caller::Visitor, &once, Ask::PostThread(question("The lid sticks"))) {
            Ok(Outcome::PostedThread(view, guest, _)) => answers.push((view, guest)),
            other => panic!("{other:?}"),
        }
    }
    assert!(answers.windows(2).all(|pair| pair[0] == pair[1]));
    assert_eq!((stage.count("SELECT count(*) FROM thread"), stage.count("SELECT count(*) FROM member")), (1, 1));
    let (_, guest) = stage.post(&Caller::Visitor, question("Something else"));
    let guest = Caller::Member(guest.expect("a guest"));
    match stage.ask_once(&guest, &once, Ask::PostThread(question("The lid sticks"))) {
        Ok(Outcome::PostedThread(view, made, _)) => assert_eq!((view.row.id, made), (answers[0].0.row.id.clone(), None)),
        other => panic!("{other:?}"),
    }
    let other = stage.ask_once(&Caller::Visitor, &key("0123456789abcdef", "h2"), Ask::PostThread(question("Another")));
    assert_eq!(code(other), "idempotency_key_reused");
    stage.pass(Span::hours(25));
    let later = stage.ask_once(&Caller::Visitor, &key("0123456789abcdef", "h2"), Ask::PostThread(question("Another")));
    assert!(later.is_ok());
}

#[test]
fn a_member_posts_twenty_times_in_ten_minutes_and_no_more() {
    let stage = stage();
    let (thread, guest) = stage.asked("The lid sticks");
    for turn in 1..20 {
        stage.reply(&member(&guest), &thread, &format!("More {turn}"));
    }
    assert_eq!(code(stage.ask(&member(&guest), Ask::PostReply(thread.clone(), words("One more")))), "too_many");
    stage.pass(Span::minutes(11));
    stage.reply(&member(&guest), &thread, "Later");
}

#[test]
fn me_too_counts_others_once() {
    let stage = stage();
    let (thread, guest) = stage.asked("The lid sticks");
    let set = |caller: &Caller, on| stage.ask(caller, Ask::SetMeToo(thread.clone(), set_me_too::Request { on }));
    assert_eq!(code(set(&member(&guest), true)), "own_thread");
    let Ok(Outcome::Count(1, Some(other))) = set(&Caller::Visitor, true) else { panic!("not counted") };
    assert!(matches!(set(&member(&other), true), Ok(Outcome::Count(1, None))));
    assert!(matches!(set(&member(&other), false), Ok(Outcome::Count(0, None))));
    assert!(matches!(set(&Caller::Visitor, false), Ok(Outcome::Count(0, None))));
    assert_eq!(stage.count("SELECT count(*) FROM member"), 2);
}

#[test]
fn stars_make_the_crowds_answer_and_the_asker_accepts() {
    let stage = stage();
    let (thread, asker) = stage.asked("The lid sticks");
    let (reply, helper) = stage.reply(&Caller::Visitor, &thread, "Warm it **first**.");
    let helper = helper.expect("a guest");
    let star = |caller: &Caller, on| stage.ask(caller, Ask::SetStar(reply.id.clone(), set_star::Request { on }));
    assert_eq!(code(star(&member(&helper), true)), "own_reply");
    for count in 1..=3 {
        assert!(matches!(star(&Caller::Visitor, true), Ok(Outcome::Count(now, Some(_))) if now == count));
    }
    let view = stage.thread(&thread);
    assert_eq!(view.row.status, Status::FanMade(FanStatus::SeemsSolved));
    assert_eq!(view.answers[0].by, AnswerBy::Crowd);
    assert_eq!(view.answers[0].excerpt, "Warm it first.");
    let accept = |caller: &Caller, on| stage.ask(caller, Ask::SetAccepted(reply.id.clone(), set_accepted::Request { on }));
    assert_eq!(code(accept(&member(&helper), true)), "not_allowed");
    assert_eq!(code(accept(&Caller::Visitor, true)), "not_allowed");
    assert_eq!(code(accept(&console("aoi"), true)), "not_allowed");
    let Ok(Outcome::Thread(view)) = accept(&member(&asker), true) else { panic!("not accepted") };
    assert_eq!(view.row.status, Status::FanMade(FanStatus::Solved));
    assert_eq!(view.answers.iter().map(|answer| answer.by).collect::<Vec<_>>(), [AnswerBy::Asker, AnswerBy::Crowd]);
    assert_eq!(stage.community().products[0].waiting, 0);
    let Ok(Outcome::Thread(view)) = accept(&member(&asker), false) else { panic!("not taken back") };
    assert_eq!(view.row.status, Status::FanMade(FanStatus::SeemsSolved));
}

#[test]
fn a_product_that_claims_to_be_official_goes_by_its_key_or_is_refused() {
    let stage = stage();
    let claiming = ProductName::parse("Acme Official Help").expect("a name");
    let asked = stage.post(&Caller::Visitor, post_thread::Request { product_name: Some(claiming.clone()), ..question("Why?") });
    assert_eq!(asked.0.product_name, "kettle");
    let request = open_community::Request { domain: stage.brand.clone(), name: None, product_name: claiming, product: None };
    assert_eq!(code(stage.ask(&Caller::Visitor, Ask::Open(request, Met::Nobody))), "brand_name_reserved");
}

#[test]
fn opening_twice_leads_to_the_first() {
    let stage = stage();
    let open = |name: &str, of: &str| {
        Ask::Open(
            open_community::Request {
                domain: stage.brand.clone(),
                name: BrandName::parse(name).ok(),
                product_name: ProductName::parse(of).expect("a name"),
                product: None,
            },
            Met::Nobody,
        )
    };
    assert_eq!(code(stage.ask(&Caller::Visitor, open("Acme official", "Kettle"))), "brand_name_reserved");
    assert_eq!(code(stage.ask(&Caller::Visitor, open("Acme", "直火ケトル"))), "key_needed");
    let Ok(Outcome::Opened(open_community::Outcome::Opened, _, key, Some(guest))) =
        stage.ask(&Caller::Visitor, open("Acme", "Stove-top Kettle"))
    else {
        panic!("not opened")
    };
    assert_eq!(key.as_str(), "stove-top-kettle");
    let community = stage.community();
    assert_eq!(community.name.as_deref(), Some("Acme"));
    assert_eq!(community.products[0].standing, ProductStanding::Made);
    let again = stage.ask(&member(&guest), open("Other", "Stove-top Kettle"));
    assert!(matches!(again, Ok(Outcome::Opened(open_community::Outcome::WasOpen, _, _, None))));
    let more = stage.ask(&member(&guest), open("Other", "Lamp"));
    assert!(matches!(more, Ok(Outcome::Opened(open_community::Outcome::WasOpen, ..))));
    let community = stage.community();
    assert_eq!((community.name.as_deref(), community.products.len()), (Some("Acme"), 2));
}

#[test]
fn a_newcomers_first_post_with_links_waits_and_only_they_see_it() {
    let stage = stage();
    let (thread, _) = stage.asked("The lid sticks");
    let text = "https://a.example https://b.example https://c.example";
    let (reply, guest) = stage.reply(&Caller::Visitor, &thread, text);
    let guest = guest.expect("a guest");
    assert!(matches!(reply.post, chie_domain::api::view::Post::Held(..)));
    assert!(stage.thread(&thread).replies.is_empty());
    assert_eq!(stage.thread(&thread).row.replies, 0);
    assert_eq!(stage.thread_as(&member(&guest), &thread).expect("a thread").replies.len(), 1);
    let Ok(Outcome::Mine(mine)) = stage.ask(&member(&guest), Ask::Mine) else { panic!("no answer") };
    assert_eq!(mine.held, [reply.id.to_string()]);
    let star = Ask::SetStar(reply.id, set_star::Request { on: true });
    assert_eq!(code(stage.ask(&Caller::Visitor, star)), "not_found");
}

#[test]
fn guests_of_one_colour_get_numbers_in_their_order() {
    let stage = stage();
    let (thread, _) = stage.asked("The lid sticks");
    for _ in 0..12 {
        stage.reply(&Caller::Visitor, &thread, "Same here.");
    }
    let view = stage.thread(&thread);
    let mut names: Vec<_> = view.replies.iter().map(|reply| reply.author.name.clone()).collect();
    names.push(view.author.name);
    for (place, name) in names.iter().enumerate() {
        assert!(!names[..place].contains(name), "{name:?} twice");
    }
    assert!(names.iter().any(|name| matches!(name, AuthorName::Guest(_, 2))));
}

#[test]
fn a_session_of_nobody_here_is_told_so() {
    let stage = stage();
    let (thread, _) = stage.asked("The lid sticks");
    let nobody = chie_domain::id::MemberId::mint(stage.now.get(), [9; 10]);
    assert_eq!(code(stage.ask(&member(&nobody), Ask::PostReply(thread, words("Hello")))), "token_invalid");
    assert!(matches!(stage.ask(&member(&nobody), Ask::Mine), Ok(Outcome::Mine(mine)) if mine.me.is_none()));
}
