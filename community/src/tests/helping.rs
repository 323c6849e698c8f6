//! Questions that somebody may know, hearing of those that wait, the ladder they climb, and the words of their situation.

use chie_domain::api::{get_helping, post_thread, set_accepted, set_follow, set_helping, set_me_too, set_tags};
use chie_domain::claim::Reach;
use chie_domain::id::{MemberId, ThreadId};
use chie_domain::ladder::{MOST_A_DAY, MOST_HELPERS};
use chie_domain::letter::Subject;
use chie_domain::policy::Role;
use chie_domain::tag::Tags;
use chie_domain::text::Body;
use chie_domain::time::Span;
use proptest::prelude::*;

use super::actors::{Stage, account, code, console, contact, member, product, question, stage};
use crate::ask::{Ask, Caller, Outcome, PeopleAsk, Trouble};

/// What waits to be sent; taken as sent. A step that is taken writes letters, which go out with the next errand.
fn sent(stage: &Stage) -> Vec<(Subject, MemberId)> {
    let mut sent = Vec::new();
    for _ in 0..3 {
        for letter in stage.all_due().letters {
            stage.ask(&Caller::Visitor, Ask::LetterSent(letter.seq)).expect("noted");
            sent.push((letter.subject, letter.member));
        }
    }
    sent
}

fn hear(stage: &Stage, who: &Caller, of: &str, on: bool) -> Result<Outcome, Trouble> {
    stage.ask(who, Ask::SetHelping(set_helping::Request { product: product(of), on }))
}

fn helping(stage: &Stage, who: &Caller, of: Option<&str>) -> get_helping::Response {
    match stage.ask(who, Ask::Helping(get_helping::Request { product: of.map(product) })) {
        Ok(Outcome::HelpingView(view)) => view,
        other => panic!("{other:?}"),
    }
}

fn asks_of(stage: &Stage, of: &str, title: &str) -> (ThreadId, MemberId) {
    let (view, guest) = stage.post(&Caller::Visitor, post_thread::Request { product: product(of), ..question(title) });
    (view.row.id, guest.expect("a guest"))
}

#[test]
fn unanswered_questions_of_ones_own_products_come_first_and_ones_own_never() {
    let stage = stage();
    let (lamp, _) = asks_of(&stage, "lamp", "Which bulb?");
    stage.pass(Span::minutes(1));
    let (kettle, _) = asks_of(&stage, "kettle", "Which gas?");
    let (answered, _) = asks_of(&stage, "kettle", "Which lid?");
    stage.reply(&Caller::Visitor, &answered, "The small one.");
    let ids = |view: get_helping::Response| view.questions.into_iter().map(|row| row.id).collect::<Vec<_>>();
    assert_eq!(ids(helping(&stage, &Caller::Visitor, None)), [lamp.clone(), kettle.clone(), answered.clone()]);
    let (own, me) = asks_of(&stage, "kettle", "Which cord?");
    assert_eq!(ids(helping(&stage, &member(&me), None)), [kettle.clone(), lamp.clone(), answered.clone()]);
    assert_eq!(ids(helping(&stage, &Caller::Visitor, Some("lamp"))), [lamp]);
    stage.reply(&member(&me), &kettle, "Any gas.");
    assert_eq!(ids(helping(&stage, &member(&me), Some("kettle"))), [answered], "what one has answered is done");
    assert!(ids(helping(&stage, &Caller::Visitor, None)).contains(&own));
}

#[test]
fn only_an_address_hears_of_questions_and_only_of_products_that_are_there() {
    let stage = stage();
    let (_, guest) = stage.asked("Which gas?");
    for nobody in [Caller::Visitor, member(&guest)] {
        assert_eq!(code(hear(&stage, &nobody, "kettle", true)), "address_needed");
    }
    let ben = stage.join(&member(&guest), "ben");
    assert_eq!(code(hear(&stage, &member(&ben), "toaster", true)), "unknown_product");
    for on in [true, true, false, true] {
        assert!(matches!(hear(&stage, &member(&ben), "kettle", on), Ok(Outcome::Helping(now)) if now == on));
        assert_eq!(helping(&stage, &member(&ben), None).hears_of.len(), usize::from(on));
    }
}

#[test]
fn a_question_that_waits_climbs_each_step_once() {
    let stage = stage();
    let (_, guest) = stage.asked("Which gas?");
    let asker = stage.join(&member(&guest), "asker");
    hear(&stage, &member(&asker), "kettle", true).expect("on");
    let helpers: Vec<MemberId> = (0..=MOST_HELPERS).map(|n| stage.join(&Caller::Visitor, &format!("helper-{n}"))).collect();
    for helper in &helpers {
        stage.pass(Span::seconds(1));
        hear(&stage, &member(helper), "kettle", true).expect("on");
    }
    stage.pass(Span::hours(23));
    assert_eq!(sent(&stage), []);
    stage.pass(Span::hours(1));
    let told = sent(&stage);
    let waiting: Vec<_> = told.iter().filter(|(what, _)| *what == Subject::Waiting).map(|(_, who)| who.clone()).collect();
    assert_eq!(waiting, helpers[..helpers.len() - 1], "five at most, who waited longest first, and not the asker");
    assert_eq!(sent(&stage), []);
    stage.pass(Span::hours(48));
    let told = sent(&stage);
    assert!(told.contains(&(Subject::OwnHelp, asker)), "{told:?}");
    assert!(told.iter().all(|(what, _)| *what != Subject::Waiting));
    stage.pass(Span::days(30));
    assert_eq!(sent(&stage), [], "nothing twice");
}

#[test]
fn an_answer_ends_the_climb_and_nobody_hears_of_too_much() {
    let stage = stage();
    let (first, _) = stage.asked("Which gas?");
    let ben = stage.join(&Caller::Visitor, "ben");
    hear(&stage, &member(&ben), "kettle", true).expect("on");
    stage.reply(&Caller::Visitor, &first, "Any gas.");
    for n in 0..=MOST_A_DAY {
        stage.asked(&format!("Which gas, {n}?"));
    }
    stage.pass(Span::hours(24));
    let told = sent(&stage);
    assert_eq!(told.len(), usize::try_from(MOST_A_DAY).expect("few"));
    assert!(told.iter().all(|one| *one == (Subject::Waiting, ben.clone())));
    hear(&stage, &member(&ben), "kettle", false).expect("off");
    stage.asked("And this?");
    stage.pass(Span::hours(24));
    assert_eq!(sent(&stage), [], "who wants no more hears no more");
}

/// Who was called about what waits.
fn called(stage: &Stage) -> Vec<MemberId> {
    those_called(&sent(stage))
}

fn those_called(sent: &[(Subject, MemberId)]) -> Vec<MemberId> {
    let mut called: Vec<_> = sent.iter().filter(|(what, _)| *what == Subject::Called).map(|(_, who)| who.clone()).collect();
    called.sort_by(|one, other| one.as_str().cmp(other.as_str()));
    called
}

/// A brand with an owner, a representative, a trainee and an observer who can all be written to; the first two of them.
fn desk(stage: &Stage) -> Vec<MemberId> {
    stage.prove("owner");
    let reached = Ask::Contact { address: "o…@mail.example".to_owned(), contact: contact("owner") };
    stage.ask(&console("owner"), reached).expect("reached");
    for (who, role) in [("mika", Role::Representative), ("nao", Role::Trainee), ("rin", Role::Observer)] {
        let address = format!("{who}@mail.example");
        let invite = PeopleAsk::Invite { account: account(who), address, contact: contact(who), role };
        stage.ask(&console("owner"), Ask::People(invite)).expect("invited");
    }
    let ids = stage.rows("SELECT member, role FROM seat WHERE role IN ('owner', 'representative') ORDER BY member");
    ids.into_iter().map(|(id, _)| MemberId::parse(&id).expect("a member")).collect()
}

#[test]
fn on_an_official_thread_the_brands_desk_is_called_after_a_day_and_after_three() {
    let stage = stage();
    asks_of(&stage, "lamp", "Which bulb? Nobody claimed this");
    let (answered, _) = asks_of(&stage, "kettle", "Which lid?");
    let (_, guest) = asks_of(&stage, "kettle", "Which gas?");
    let asker = stage.join(&member(&guest), "asker");
    let desk = desk(&stage);
    assert_eq!(desk.len(), 2);
    stage.claim("owner", None, Some("kettle"), Reach::All).expect("a claim");
    stage.reply(&Caller::Visitor, &answered, "The small one.");
    stage.pass(Span::minutes(24 * 60 - 1));
    assert_eq!(called(&stage), []);
    stage.pass(Span::minutes(1));
    assert_eq!(called(&stage), desk, "whoever may answer, about the one question that nobody answered");
    stage.pass(Span::hours(47));
    assert_eq!(called(&stage), []);
    stage.pass(Span::hours(1));
    let told = sent(&stage);
    assert_eq!(those_called(&told), desk);
    assert!(told.contains(&(Subject::OwnHelp, asker)), "{told:?}");
    stage.pass(Span::days(20));
    assert_eq!(called(&stage), [], "nothing twice");
}

#[test]
fn nobody_is_called_once_a_thread_is_fan_made_again() {
    let stage = stage();
    asks_of(&stage, "kettle", "Which gas?");
    let desk = desk(&stage);
    let claim = stage.claim("owner", None, None, Reach::All).expect("a claim");
    stage.pass(Span::hours(24));
    assert_eq!(called(&stage), desk);
    stage.ask(&console("mika"), Ask::Release(claim.id)).expect("released");
    stage.pass(Span::hours(48));
    assert_eq!(called(&stage), []);
}

#[test]
fn tags_are_offered_from_the_words_and_chosen_by_the_asker() {
    let stage = stage();
    let body = Body::parse("We cook with gas, and the water is hard here.").ok();
    let (view, guest) = stage.post(&Caller::Visitor, post_thread::Request { body, ..question("A gift that whistles") });
    let (thread, guest) = (view.row.id, guest.expect("a guest"));
    let tags = |who: &Caller| match stage.ask(who, Ask::Tags(thread.clone())) {
        Ok(Outcome::Tags(tags)) => tags,
        other => panic!("{other:?}"),
    };
    assert!(tags(&member(&guest)).tags.is_empty());
    assert!(tags(&member(&guest)).offered.iter().any(|tag| tag.as_str() == "gas"), "{:?}", tags(&member(&guest)).offered);
    let set = |who: &Caller, text: &str| {
        stage.ask(who, Ask::SetTags(thread.clone(), set_tags::Request { tags: Tags::parse(text).expect("tags") }))
    };
    assert_eq!(code(set(&Caller::Visitor, "gas")), "not_allowed");
    set(&member(&guest), "gas, gift").expect("chosen");
    assert_eq!(tags(&Caller::Visitor).tags.iter().map(|tag| tag.as_str().to_owned()).collect::<Vec<_>>(), ["gas", "gift"]);
    let nothing = ThreadId::mint(super::actors::T0, [7; 10]);
    assert_eq!(code(stage.ask(&Caller::Visitor, Ask::Tags(nothing))), "unknown_thread");
}

#[derive(Debug, Clone, Copy)]
enum Turn {
    Accept(usize, bool),
    Follow(usize, bool),
    Same(usize, bool),
    Due,
    Pass,
}

fn turns() -> impl Strategy<Value = Vec<Turn>> {
    let turn = prop_oneof![
        (0_usize..2, any::<bool>()).prop_map(|(reply, on)| Turn::Accept(reply, on)),
        (0_usize..3, any::<bool>()).prop_map(|(who, on)| Turn::Follow(who, on)),
        (0_usize..3, any::<bool>()).prop_map(|(who, on)| Turn::Same(who, on)),
        Just(Turn::Due),
        Just(Turn::Pass),
    ];
    prop::collection::vec(turn, 1..24)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Whatever happens in which order, and however often mail goes out in between, nobody is told twice that a thread is solved;
    /// whoever follows it from then on was told once.
    #[test]
    fn each_follower_is_told_once_whatever_the_order(turns in turns()) {
        let stage = stage();
        let (thread, guest) = stage.asked("Which gas?");
        let asker = stage.join(&member(&guest), "asker");
        let people: Vec<MemberId> = (0..3).map(|n| stage.join(&Caller::Visitor, &format!("follower-{n}"))).collect();
        let replies: Vec<_> = (0..2).map(|n| stage.reply(&Caller::Visitor, &thread, &format!("Answer {n}.")).0.id).collect();
        let mut told = sent(&stage);
        told.clear();
        for turn in turns {
            let (who, ask) = match turn {
                Turn::Accept(n, on) => (&asker, Ask::SetAccepted(replies[n].clone(), set_accepted::Request { on })),
                Turn::Follow(n, on) => (&people[n], Ask::SetFollow(thread.clone(), set_follow::Request { on })),
                Turn::Same(n, on) => (&people[n], Ask::SetMeToo(thread.clone(), set_me_too::Request { on })),
                Turn::Due => { told.extend(sent(&stage)); continue }
                Turn::Pass => { stage.pass(Span::hours(7)); continue }
            };
            stage.ask(&member(who), ask).expect("done");
        }
        // In the end all follow, and it is solved for good.
        for who in &people {
            stage.ask(&member(who), Ask::SetFollow(thread.clone(), set_follow::Request { on: true })).expect("followed");
        }
        for on in [false, true] {
            stage.ask(&member(&asker), Ask::SetAccepted(replies[0].clone(), set_accepted::Request { on })).expect("accepted");
        }
        stage.pass(Span::hours(1));
        told.extend(sent(&stage));
        told.extend(sent(&stage));
        for who in &people {
            let times = told.iter().filter(|one| **one == (Subject::Solved, who.clone())).count();
            prop_assert_eq!(times, 1, "{} of {:?}", who, told);
        }
    }
}
