//! Newcomers and waves: who is slowed, who works, what waits, and that whoever is known here notices nothing of it.

use chie_domain::api::get_guard;
use chie_domain::api::view::{Post, ThreadView};
use chie_domain::api::{get_audit, post_official_reply, set_guard, set_me_too};
use chie_domain::claim::Reach;
use chie_domain::ground::Ground;
use chie_domain::guard::{ALIKE, BUSY, GUESTS, Guard, NETWORK, SetBy};
use chie_domain::id::{MemberId, ThreadId};
use chie_domain::text::{Body, DisplayName};
use chie_domain::time::{Span, Timestamp};
use proptest::prelude::*;

use super::actors::{Stage, code, console, member, operator, question, stage, words};
use crate::ask::{Arrival, Ask, Caller, Layer, Measured, Outcome, Trouble};
use crate::schema::MIGRATIONS;

fn from(network: u8) -> Arrival {
    Arrival { network: Some([network; 16]), took: Some(20_000), ..Arrival::default() }
}

fn arrive(stage: &Stage, arrival: Arrival) -> &Stage {
    stage.arrival.set(arrival);
    stage
}

/// A text that says something else each time.
fn other(turn: usize) -> String {
    const THINGS: [&str; 8] = ["kettle", "lid", "handle", "filter", "spout", "base", "cord", "switch"];
    const TROUBLES: [&str; 8] = ["leaks", "rattles", "sticks", "smells", "hums", "drips", "wobbles", "clicks"];
    let at = |list: [&'static str; 8], turn: usize| list.into_iter().nth(turn % 8).expect("a word");
    let (one, two, three) = (at(THINGS, turn), at(TROUBLES, turn / 8), at(THINGS, turn / 3 + 1));
    format!("{one} {two} since day {turn} and number {} of the {three} number {}", turn * 7 + 3, turn * 13 + 5)
}

fn try_ask(stage: &Stage, caller: &Caller, title: &str) -> Result<(ThreadView, Option<MemberId>), Trouble> {
    match stage.ask(caller, Ask::PostThread(question(title)))? {
        Outcome::PostedThread(view, guest, _) => Ok((view, guest)),
        other => panic!("{other:?}"),
    }
}

fn try_reply(stage: &Stage, thread: &ThreadId, text: &str, name: Option<&str>) -> Result<Post, Trouble> {
    let request =
        chie_domain::api::post_reply::Request { name: name.map(|it| DisplayName::parse(it).expect("a name")), ..words(text) };
    match stage.ask(&Caller::Visitor, Ask::PostReply(thread.clone(), request))? {
        Outcome::PostedReply(view, _) => Ok(view.post),
        other => panic!("{other:?}"),
    }
}

fn goes_on<T: std::fmt::Debug>(result: Result<T, Trouble>) -> Timestamp {
    match result {
        Err(Trouble::Refused(error)) => error.goes_on().expect("it says when it goes on"),
        other => panic!("not refused: {other:?}"),
    }
}

fn wanted(guard: Guard) -> Ask {
    Ask::SetGuard(set_guard::Request { slow: guard.slow, hold_newcomers: guard.hold_newcomers, hours: None })
}

fn set(stage: &Stage, guard: Guard) -> get_guard::Response {
    match stage.ask(&operator(), wanted(guard)) {
        Ok(Outcome::Guard(now)) => now,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_network_brings_so_many_posts_and_hears_exactly_when_it_goes_on() {
    let stage = stage();
    let began = stage.now.get();
    for turn in 0..NETWORK[0].most as usize {
        arrive(&stage, from(1));
        assert!(try_ask(&stage, &Caller::Visitor, &other(turn)).is_ok(), "{turn}");
        stage.pass(Span::seconds(10));
    }
    let until = goes_on(try_ask(&stage, &Caller::Visitor, &other(90)));
    assert_eq!(until, began.after(NETWORK[0].within));
    // Others are not concerned, and neither is whoever has shown an address.
    arrive(&stage, from(2));
    let (_, guest) = try_ask(&stage, &Caller::Visitor, &other(91)).expect("another network");
    let known = stage.join(&member(&guest.expect("a guest")), "aoi");
    arrive(&stage, from(1));
    assert!(try_ask(&stage, &member(&known), &other(92)).is_ok());
    // A millisecond before it is still refused, and then it goes on.
    stage.now.set(Timestamp::from_millis(until.millis() - 1));
    assert_eq!(code(try_ask(&stage, &Caller::Visitor, &other(93))), "too_many");
    stage.now.set(until);
    assert!(try_ask(&stage, &Caller::Visitor, &other(94)).is_ok());
}

#[test]
fn a_network_makes_so_many_guests_by_marks() {
    let stage = stage();
    let (thread, _) = stage.asked("Which water?");
    arrive(&stage, from(3));
    let mark = || stage.ask(&Caller::Visitor, Ask::SetMeToo(thread.clone(), set_me_too::Request { on: true }));
    for _ in 0..GUESTS[0].most {
        assert!(mark().is_ok());
    }
    assert_eq!(goes_on(mark()), stage.now.get().after(GUESTS[0].within));
    assert_eq!(stage.thread(&thread).row.me_too, GUESTS[0].most);
}

#[test]
fn in_a_wave_newcomers_work_once_for_each_post_and_nobody_else_does() {
    let stage = stage();
    let mut turn = 0;
    while turn < BUSY.most as usize {
        arrive(&stage, from(u8::try_from(turn % 200).expect("a byte")));
        assert!(try_ask(&stage, &Caller::Visitor, &other(turn)).is_ok(), "nobody works in quiet times");
        turn += 1;
    }
    arrive(&stage, from(210));
    assert_eq!(code(try_ask(&stage, &Caller::Visitor, &other(100))), "work_needed");
    arrive(&stage, Arrival { work: Some([7; 16]), ..from(210) });
    assert!(try_ask(&stage, &Caller::Visitor, &other(101)).is_ok());
    assert_eq!(code(try_ask(&stage, &Caller::Visitor, &other(102))), "work_needed", "work counts once");
    // Plain forms are slowed instead.
    arrive(&stage, Arrival { plain: true, ..from(211) });
    assert!(try_ask(&stage, &Caller::Visitor, &other(103)).is_ok());
    assert_eq!(goes_on(try_ask(&stage, &Caller::Visitor, &other(104))), stage.now.get().after(Span::minutes(2)));
    // Whoever is known goes on, and so does another product.
    arrive(&stage, Arrival { work: Some([8; 16]), ..from(212) });
    let (_, guest) = try_ask(&stage, &Caller::Visitor, &other(105)).expect("worked");
    let known = stage.join(&member(&guest.expect("a guest")), "aoi");
    arrive(&stage, from(212));
    assert!(try_ask(&stage, &member(&known), &other(106)).is_ok());
    let elsewhere = chie_domain::api::post_thread::Request { product: super::actors::product("lamp"), ..question(&other(107)) };
    assert!(stage.ask(&Caller::Visitor, Ask::PostThread(elsewhere)).is_ok());
    stage.pass(BUSY.within);
    assert!(try_ask(&stage, &Caller::Visitor, &other(108)).is_ok(), "a wave is over when it is over");
}

#[test]
fn nearly_the_same_words_of_several_newcomers_wait_and_common_words_do_not() {
    let stage = stage();
    let offer = "Cheap kettles and grinders of all makers with fast shipping to every country, order today";
    for turn in 0..ALIKE {
        arrive(&stage, from(u8::try_from(turn).expect("a byte")));
        let text = format!("{offer} https://shop{turn}.example/sale");
        assert!(matches!(try_ask(&stage, &Caller::Visitor, &text), Ok((ThreadView { post: Post::Whole(_), .. }, _))));
    }
    arrive(&stage, from(99));
    let (view, _) = try_ask(&stage, &Caller::Visitor, &format!("{offer}! https://shop99.example")).expect("it waits");
    assert!(matches!(view.post, Post::Held(_, Ground::Spam)), "{:?}", view.post);
    // The second from one network waits at once.
    let again = "Win a holiday for two people by sending this message to all of your friends before Friday evening";
    arrive(&stage, from(40));
    try_ask(&stage, &Caller::Visitor, again).expect("posted");
    let (view, _) = try_ask(&stage, &Caller::Visitor, again).expect("it waits");
    assert!(matches!(view.post, Post::Held(..)));
    let (thread, _) = arrive(&stage, Arrival::default()).asked("Which water?");
    for network in 50..60 {
        arrive(&stage, from(network));
        assert!(matches!(try_reply(&stage, &thread, "Same here, thank you, that helped!", None), Ok(Post::Whole(_))));
    }
}

#[test]
fn links_of_newcomers_are_text_but_for_the_brands_own_and_posts_for_a_link_wait() {
    let stage = stage();
    let (thread, _) = stage.asked("Which water?");
    arrive(&stage, from(1));
    let text = "I read in https://blog.example/a and https://help.acme.example/b that filtered water leaves less scale behind.";
    let Ok(Post::Whole(tree)) = try_reply(&stage, &thread, text, None) else { panic!("posted") };
    assert_eq!(tree.links(), 1);
    assert!(tree.words().contains("https://blog.example/a"));
    arrive(&stage, from(2));
    assert!(
        matches!(try_reply(&stage, &thread, "Look https://pills.example", None), Ok(Post::Held(..))),
        "it is there for its link"
    );
    for network in 10..13 {
        arrive(&stage, from(network));
        let said = other(usize::from(network));
        let post = try_reply(&stage, &thread, &format!("{said}, see https://one.example/{network} for everything about it"), None);
        assert_eq!(matches!(post, Ok(Post::Held(..))), network == 12, "the third newcomer who leads there waits");
    }
    // Whoever has been here for a day is no newcomer.
    arrive(&stage, from(30));
    let (_, guest) = try_ask(&stage, &Caller::Visitor, &other(70)).expect("posted");
    stage.pass(Span::days(1).max(Span::hours(25)));
    let (view, _) =
        try_ask(&stage, &member(&guest.expect("a guest")), "Why does https://blog.example/a say that it rusts?").expect("posted");
    assert!(matches!(view.post, Post::Whole(_)));
}

#[test]
fn what_a_program_fills_in_waits_and_what_a_person_pastes_quickly_does_not() {
    let stage = stage();
    arrive(&stage, Arrival { trapped: true, ..from(1) });
    assert!(matches!(try_ask(&stage, &Caller::Visitor, &other(1)), Ok((ThreadView { post: Post::Held(..), .. }, _))));
    arrive(&stage, Arrival { took: Some(300), ..from(2) });
    assert!(matches!(try_ask(&stage, &Caller::Visitor, &other(2)), Ok((ThreadView { post: Post::Whole(_), .. }, _))));
    let quick = format!("{} https://a.example/x as it says there in many words", other(3));
    assert!(matches!(try_ask(&stage, &Caller::Visitor, &quick), Ok((ThreadView { post: Post::Held(..), .. }, _))));
}

#[test]
fn one_switch_slows_newcomers_or_lets_them_wait() {
    let stage = stage();
    let (thread, known) = stage.asked("Which water?");
    let known = stage.join(&member(&known), "aoi");
    assert_eq!(code(stage.ask(&console("ben"), wanted(Guard::default()))), "not_allowed");
    assert_eq!(code(stage.ask(&console("ben"), Ask::Guard)), "not_allowed");
    assert_eq!(code(stage.ask(&operator(), wanted(Guard { slow: 241, hold_newcomers: false }))), "out_of_range");
    set(&stage, Guard { slow: 5, hold_newcomers: false });
    arrive(&stage, from(1));
    let (_, guest) = try_ask(&stage, &Caller::Visitor, &other(1)).expect("the first");
    let guest = member(&guest.expect("a guest"));
    assert_eq!(goes_on(try_ask(&stage, &guest, &other(2))), stage.now.get().after(Span::minutes(5)));
    assert_eq!(code(try_ask(&stage, &Caller::Visitor, &other(3))), "too_many", "a new guest of the same network is no way round");
    assert!(try_ask(&stage, &member(&known), &other(4)).is_ok());
    let now = set(&stage, Guard { slow: 0, hold_newcomers: true });
    assert_eq!((now.guard.hold_newcomers, now.lately, now.held, now.busy), (true, 1, 0, false));
    arrive(&stage, from(2));
    assert!(matches!(try_reply(&stage, &thread, "Try rain water.", None), Ok(Post::Held(_, Ground::Spam))));
    assert!(stage.all_due().letters.is_empty(), "what waits mails nobody");
    assert!(try_ask(&stage, &member(&known), &other(5)).is_ok_and(|(view, _)| matches!(view.post, Post::Whole(_))));
    assert_eq!(set(&stage, Guard::default()).held, 1);
    arrive(&stage, from(3));
    assert!(matches!(try_reply(&stage, &thread, "Try snow.", None), Ok(Post::Whole(_))));
}

#[test]
fn the_switch_says_who_turned_it_and_until_when_and_ends_by_itself() {
    let stage = stage();
    let (thread, _) = stage.asked("Which water?");
    let now = match stage.ask(&operator(), Ask::SetGuard(set_guard::Request { slow: 0, hold_newcomers: true, hours: Some(6) })) {
        Ok(Outcome::Guard(now)) => now,
        other => panic!("{other:?}"),
    };
    let set = now.set.expect("it says who");
    assert_eq!((set.by, set.at, set.until), (SetBy::Operator, stage.now.get(), stage.now.get().after(Span::hours(6))));
    stage.now.set(Timestamp::from_millis(set.until.millis() - 1));
    arrive(&stage, from(1));
    assert!(matches!(try_reply(&stage, &thread, "Try rain water.", None), Ok(Post::Held(_, Ground::Spam))));
    stage.now.set(set.until);
    arrive(&stage, from(2));
    assert!(matches!(try_reply(&stage, &thread, "Try snow.", None), Ok(Post::Whole(_))), "nobody has to turn it back");
    assert!(matches!(stage.ask(&operator(), Ask::Guard), Ok(Outcome::Guard(now)) if now.set.is_none() && now.guard.is_off()));
    for hours in [0, 169] {
        let asked = set_guard::Request { slow: 1, hold_newcomers: false, hours: Some(hours) };
        assert_eq!(code(stage.ask(&operator(), Ask::SetGuard(asked))), "out_of_range");
    }
}

#[test]
fn what_was_set_before_there_was_an_end_gets_one_and_what_was_off_is_nobodys() {
    for (slow, by) in [(0, None), (10, Some(SetBy::Operator))] {
        let stage = stage();
        stage.sql_run("CREATE TABLE migration (n INTEGER PRIMARY KEY, at INTEGER NOT NULL)");
        for (n, migration) in MIGRATIONS.iter().filter(|(n, _)| *n < 130) {
            for statement in migration.split("\n\n").map(str::trim).filter(|statement| !statement.is_empty()) {
                stage.sql_run(statement);
            }
            stage.sql_run(&format!("INSERT INTO migration (n, at) VALUES ({n}, 0)"));
        }
        stage.sql_run(&format!("INSERT INTO guard (one, slow, hold) VALUES (1, {slow}, 0)"));
        stage.prove("aoi");
        let Ok(Outcome::Guard(now)) = stage.ask(&console("aoi"), Ask::Guard) else { panic!("an owner sees it") };
        assert_eq!(now.set.map(|set| set.by), by);
        let asked = set_guard::Request { slow: 30, hold_newcomers: false, hours: None };
        let set = stage.ask(&console("aoi"), Ask::SetGuard(asked));
        assert_eq!(matches!(set, Ok(Outcome::Guard(_))), by.is_none(), "{set:?}");
    }
}

#[test]
fn an_owner_slows_a_flood_down_and_lets_nothing_wait() {
    let stage = stage();
    stage.asked("Which water?");
    stage.prove("aoi");
    let told = Ask::Contact { address: "a…@mail.example".to_owned(), contact: super::actors::contact("aoi") };
    stage.ask(&console("aoi"), told).expect("reached");
    let asked = |slow, hold_newcomers| Ask::SetGuard(set_guard::Request { slow, hold_newcomers, hours: None });
    let Ok(Outcome::Guard(now)) = stage.ask(&console("aoi"), asked(10, false)) else { panic!("an owner may") };
    let set = now.set.expect("it says who");
    assert_eq!((set.by, set.address.as_deref()), (SetBy::Brand, Some("a…@mail.example")));
    assert_eq!(code(stage.ask(&console("aoi"), asked(0, true))), "not_allowed", "that would silence");
    let Ok(Outcome::Guard(seen)) = stage.ask(&operator(), Ask::Guard) else { panic!("the operator sees it") };
    assert_eq!(seen.set.map(|set| (set.by, set.address)), Some((SetBy::Brand, None)), "but not whose address it was");
    // What the operator set is not the brand's to take off; what the brand set is the operator's too.
    self::set(&stage, Guard { slow: 0, hold_newcomers: true });
    assert_eq!(code(stage.ask(&console("aoi"), asked(0, false))), "not_allowed");
    assert!(self::set(&stage, Guard::default()).set.is_none());
    assert!(stage.ask(&console("aoi"), asked(0, false)).is_ok());
    assert_eq!(code(stage.ask(&console("ben"), asked(10, false))), "not_allowed");
}

#[test]
fn a_name_that_is_made_to_look_like_a_colleagues_waits_and_the_colleague_hears_of_it_once() {
    let stage = stage();
    let (thread, _) = stage.asked("Which water?");
    stage.prove("aoi");
    let contact = Ask::Contact { address: "a…@mail.example".to_owned(), contact: super::actors::contact("aoi") };
    stage.ask(&console("aoi"), contact).expect("reached");
    stage.claim("aoi", None, None, Reach::All).expect("claimed");
    let request = post_official_reply::Request {
        body: Body::parse("Soft water.").expect("a body"),
        name: DisplayName::parse("Mika").expect("a name"),
        ..serde_json::from_str(r#"{"body":"x","name":"y"}"#).expect("a request")
    };
    stage.ask(&console("aoi"), Ask::PostOfficialReply(thread.clone(), request)).expect("answered");
    stage.all_due();
    assert_eq!(code(try_reply(&stage, &thread, "Send me your number.", Some("Mika"))), "name_reserved");
    arrive(&stage, from(1));
    for name in ["Мika", "Міka"] {
        let post = try_reply(&stage, &thread, "Send me your number.", Some(name));
        assert!(matches!(post, Ok(Post::Held(_, Ground::PosingAsStaff))), "{name}: {post:?}");
    }
    assert!(matches!(try_reply(&stage, &thread, "Hard water.", Some("Mikaela")), Ok(Post::Whole(_))));
    assert_eq!(stage.count("SELECT count(*) FROM tiding WHERE what = 'posed'"), 1);
}

#[test]
fn after_a_day_nothing_is_left_of_how_anybody_came() {
    let stage = stage();
    arrive(&stage, from(1));
    let (_, guest) = try_ask(&stage, &Caller::Visitor, &other(1)).expect("posted");
    stage.ask(&member(&guest.expect("a guest")), Ask::EraseMe).expect("erased");
    assert_eq!(stage.count("SELECT count(*) FROM newcomer_act WHERE member IS NOT NULL"), 0, "counted, and nobody's");
    stage.pass(Span::days(1));
    stage.all_due();
    assert_eq!(stage.count("SELECT count(*) FROM newcomer_act"), 0);
}

#[test]
fn a_measurement_leaves_out_one_layer_or_all_others() {
    for measured in [
        Measured::Without(Layer::Form),
        Measured::Without(Layer::Counters),
        Measured::Alone(Layer::Counters),
        Measured::Alone(Layer::Form),
    ] {
        let stage = stage();
        for turn in 0..12 {
            arrive(&stage, Arrival { trapped: true, measured: Some(measured), ..from(1) });
            let posted = try_ask(&stage, &Caller::Visitor, &format!("Question {turn}"));
            match measured {
                Measured::Without(Layer::Form) | Measured::Alone(Layer::Counters) if turn < 10 => {
                    assert!(matches!(posted, Ok((ThreadView { post: Post::Whole(_), .. }, _))), "{turn}");
                }
                Measured::Without(Layer::Form) | Measured::Alone(Layer::Counters) => assert_eq!(code(posted), "too_many"),
                _ => assert!(matches!(posted, Ok((ThreadView { post: Post::Held(..), .. }, _))), "{turn} {posted:?}"),
            }
        }
    }
}

#[test]
fn the_record_says_to_everybody_what_was_done_and_to_the_operator_by_whom_and_a_changed_row_is_found() {
    let stage = stage();
    stage.asked("Which water?");
    stage.prove("aoi");
    stage.claim("aoi", None, None, Reach::All).expect("claimed");
    set(&stage, Guard { slow: 1, hold_newcomers: false });
    let part = |caller: &Caller| match stage.ask(caller, Ask::Audit(get_audit::Request::default())) {
        Ok(Outcome::Audit(part)) => part,
        other => panic!("{other:?}"),
    };
    let (all, some) = (part(&operator()), part(&Caller::Visitor));
    assert_eq!((all.rows.len(), all.broken_at), (some.rows.len(), None));
    assert!(all.rows.iter().all(|row| row.actor.is_some() && row.object.is_some()));
    assert!(some.rows.iter().all(|row| row.actor.is_none()));
    let told = |what: &str| some.rows.iter().find(|row| row.what == what).and_then(|row| row.object.clone());
    assert!(told("claimed").is_some() && told("proof_requested").is_none());
    assert_eq!(code(stage.ask(&console("aoi"), Ask::Audit(get_audit::Request::default()))), "not_allowed");
    stage.sql_run("DROP TRIGGER audit_is_not_edited");
    stage.sql_run("UPDATE audit SET actor = 'm_somebody' WHERE what = 'claimed'");
    let at = all.rows.iter().find(|row| row.what == "claimed").map(|row| row.seq);
    assert_eq!(part(&operator()).broken_at, at);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn no_order_of_arrivals_lets_a_network_write_more_than_it_may(steps in prop::collection::vec((0_u8..3, 0_u64..120), 1..60)) {
        let stage = stage();
        let mut done: Vec<(u8, Timestamp)> = Vec::new();
        for (turn, (network, seconds)) in steps.into_iter().enumerate() {
            stage.pass(Span::seconds(seconds));
            arrive(&stage, Arrival { measured: Some(Measured::Without(Layer::Work)), ..from(network) });
            let now = stage.now.get();
            let lately = done.iter().filter(|(of, at)| *of == network && now.since(*at) < NETWORK[0].within).count();
            let posted = try_ask(&stage, &Caller::Visitor, &other(turn)).is_ok();
            prop_assert_eq!(posted, lately < NETWORK[0].most as usize);
            if posted {
                done.push((network, now));
            }
        }
    }
}
