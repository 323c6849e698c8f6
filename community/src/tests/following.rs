//! Who is told what, how often, and what becomes of a letter that cannot be sent; private links of guests.

use chie_domain::api::{get_thread, set_accepted, set_follow, set_me_too};
use chie_domain::id::{MemberId, ReplyId, ThreadId};
use chie_domain::letter::{Stop, Subject};
use chie_domain::time::Span;

use super::actors::{Stage, code, member, question, stage};
use crate::ask::{Ask, Caller, Letter, Outcome};

/// What waits to be sent, and to whom; taken as sent.
fn sent(stage: &Stage) -> Vec<(Subject, MemberId)> {
    let letters = stage.all_due().letters;
    for letter in &letters {
        stage.ask(&Caller::Visitor, Ask::LetterSent(letter.seq)).expect("noted");
    }
    letters.into_iter().map(|letter: Letter| (letter.subject, letter.member)).collect()
}

fn follow(stage: &Stage, who: &Caller, thread: &ThreadId, on: bool) -> Option<MemberId> {
    match stage.ask(who, Ask::SetFollow(thread.clone(), set_follow::Request { on })) {
        Ok(Outcome::Followed(now, guest)) => {
            assert_eq!(now, on);
            guest
        }
        other => panic!("{other:?}"),
    }
}

fn accept(stage: &Stage, who: &MemberId, reply: &ReplyId, on: bool) {
    stage.ask(&member(who), Ask::SetAccepted(reply.clone(), set_accepted::Request { on })).expect("accepted");
}

fn visit(stage: &Stage, who: &MemberId, thread: &ThreadId) {
    stage.ask(&member(who), Ask::Thread(thread.clone(), get_thread::Request::default())).expect("a thread");
}

/// A member who asked, with an address.
fn asker(stage: &Stage) -> (ThreadId, MemberId) {
    let (thread, guest) = stage.asked("Why does it whistle?");
    (thread, stage.join(&member(&guest), "ada"))
}

#[test]
fn one_letter_for_each_visit_or_day() {
    let stage = stage();
    let (thread, ada) = asker(&stage);
    let (_, helper) = stage.reply(&Caller::Visitor, &thread, "It boils.");
    let helper = helper.expect("a guest");
    assert_eq!(sent(&stage), [(Subject::Answered, ada.clone())]);
    stage.pass(Span::minutes(1));
    stage.reply(&member(&helper), &thread, "And one more thing.");
    assert_eq!(sent(&stage), [], "they were told and have not come back");
    stage.reply(&member(&ada), &thread, "Thank you.");
    assert_eq!(sent(&stage), [], "one's own reply is no news");
    stage.pass(Span::minutes(1));
    stage.reply(&member(&helper), &thread, "Gladly.");
    assert_eq!(sent(&stage), [(Subject::Answered, ada.clone())], "who writes has come back");
    stage.pass(Span::minutes(1));
    visit(&stage, &ada, &thread);
    stage.reply(&member(&helper), &thread, "By the way.");
    assert_eq!(sent(&stage), [(Subject::Answered, ada.clone())], "who reads has come back");
    stage.pass(Span::days(1));
    stage.reply(&member(&helper), &thread, "Another day.");
    assert_eq!(sent(&stage), [(Subject::Answered, ada)]);
}

#[test]
fn who_has_it_too_gets_one_letter_when_it_is_solved_and_none_else() {
    let stage = stage();
    let (thread, ada) = asker(&stage);
    let ben = stage.join(&Caller::Visitor, "ben");
    stage.ask(&member(&ben), Ask::SetMeToo(thread.clone(), set_me_too::Request { on: true })).expect("me too");
    let (reply, helper) = stage.reply(&Caller::Visitor, &thread, "Descale it.");
    let cyd = stage.join(&member(&helper.expect("a guest")), "cyd");
    assert_eq!(sent(&stage), [(Subject::Answered, ada.clone())]);
    accept(&stage, &ada, &reply.id, true);
    assert_eq!(sent(&stage), [(Subject::Solved, ben.clone()), (Subject::Thanks, cyd)]);
    accept(&stage, &ada, &reply.id, false);
    accept(&stage, &ada, &reply.id, true);
    stage.pass(Span::days(2));
    stage.reply(&Caller::Visitor, &thread, "Late.");
    assert_eq!(sent(&stage), [(Subject::Answered, ada)], "nothing twice");
    stage.ask(&member(&ben), Ask::SetMeToo(thread.clone(), set_me_too::Request { on: false })).expect("not any more");
    assert_eq!(stage.count("SELECT count(*) FROM follow WHERE why = 'same'"), 0);
}

#[test]
fn what_is_not_so_any_more_is_not_told() {
    let stage = stage();
    let (thread, ada) = asker(&stage);
    let (reply, _) = stage.reply(&Caller::Visitor, &thread, "Spam.");
    stage.sql_run("UPDATE reply SET visibility = 'removed', ground = 'spam'");
    assert_eq!(sent(&stage), [], "{}", reply.id);
    let ben = stage.join(&Caller::Visitor, "ben");
    follow(&stage, &member(&ben), &thread, true);
    stage.pass(Span::days(1));
    let (reply, _) = stage.reply(&Caller::Visitor, &thread, "Descale it.");
    follow(&stage, &member(&ben), &thread, false);
    assert_eq!(sent(&stage), [(Subject::Answered, ada.clone())], "who stopped following hears nothing");
    follow(&stage, &member(&ben), &thread, true);
    accept(&stage, &ada, &reply.id, true);
    accept(&stage, &ada, &reply.id, false);
    assert_eq!(sent(&stage), [], "not solved after all");
}

#[test]
fn a_held_post_is_told_to_nobody() {
    let stage = stage();
    let (thread, _) = asker(&stage);
    let links = "[a](https://a.example) [b](https://b.example) [c](https://c.example)";
    stage.reply(&Caller::Visitor, &thread, links);
    assert_eq!(stage.count("SELECT count(*) FROM reply WHERE visibility = 'held'"), 1);
    assert_eq!(sent(&stage), []);
}

#[test]
fn a_letter_is_neither_lost_nor_sent_twice() {
    let stage = stage();
    let (thread, _) = asker(&stage);
    stage.reply(&Caller::Visitor, &thread, "It boils.");
    let first = stage.all_due().letters;
    assert_eq!(first.len(), 1);
    assert_eq!(stage.all_due().letters, [], "it is under way");
    stage.ask(&Caller::Visitor, Ask::LetterFailed(first[0].seq)).expect("noted");
    assert_eq!(stage.all_due().letters, []);
    stage.pass(Span::seconds(30));
    assert_eq!(stage.all_due().letters[0].seq, first[0].seq, "the same letter has the same number");
    stage.pass(Span::minutes(2));
    assert_eq!(stage.all_due().letters.len(), 1, "nobody reported: it comes back");
    stage.ask(&Caller::Visitor, Ask::LetterFailed(first[0].seq)).expect("noted");
    stage.pass(Span::seconds(59));
    assert_eq!(stage.all_due().letters, [], "patience grows");
    stage.pass(Span::seconds(1));
    assert_eq!(sent(&stage).len(), 1);
    stage.pass(Span::days(1));
    assert_eq!(stage.all_due().letters, []);
}

#[test]
fn the_link_in_a_letter_stops_what_it_says() {
    let stage = stage();
    let (thread, ada) = asker(&stage);
    let stop = |what| stage.ask(&Caller::Visitor, Ask::Stop(ada.clone(), thread.clone(), what)).expect("stopped");
    stop(Stop::Thread);
    stop(Stop::Thread);
    stage.reply(&Caller::Visitor, &thread, "It boils.");
    assert_eq!(sent(&stage), []);
    follow(&stage, &member(&ada), &thread, true);
    stop(Stop::Everything);
    stage.reply(&Caller::Visitor, &thread, "It boils still.");
    assert_eq!(sent(&stage), []);
    let back = stage.join(&Caller::Visitor, "ada");
    assert_eq!(back, ada);
}

#[test]
fn joining_keeps_what_a_guest_follows() {
    let stage = stage();
    let (thread, _) = stage.asked("Why does it whistle?");
    let ben = follow(&stage, &Caller::Visitor, &thread, true).expect("a guest");
    let (own, _) = stage.post(&member(&ben), question("And why so loud?"));
    let ben = stage.join(&member(&ben), "ben");
    match stage.ask(&member(&ben), Ask::Mine) {
        Ok(Outcome::Mine(mine)) => assert_eq!(mine.following, [own.row.id, thread.clone()]),
        other => panic!("{other:?}"),
    }
    stage.reply(&Caller::Visitor, &thread, "It boils.");
    assert_eq!(sent(&stage), [(Subject::Answered, ben)]);
}

#[test]
fn a_private_link_opens_until_it_is_renewed_taken_back_or_joined() {
    let stage = stage();
    let (thread, ada) = stage.asked("Why does it whistle?");
    let make = |hash: &str| stage.ask(&member(&ada), Ask::MakeKeepLink(thread.clone(), hash.to_owned()));
    let open = |hash: &str| stage.ask(&Caller::Visitor, Ask::ComeBack(hash.to_owned()));
    make("one").expect("a link");
    for _ in 0..2 {
        assert!(matches!(open("one"), Ok(Outcome::Returned(who, _, of, _)) if who == ada && of == thread));
    }
    make("two").expect("a newer link");
    assert_eq!(code(open("one")), "link_over");
    stage.ask(&member(&ada), Ask::RevokeKeepLink(thread.clone())).expect("taken back");
    assert_eq!(code(open("two")), "link_over");
    make("three").expect("a link");
    let joined = stage.join(&member(&ada), "ada");
    assert_eq!(code(open("three")), "link_over", "joining ends it");
    let of_member = stage.ask(&member(&joined), Ask::MakeKeepLink(thread.clone(), "four".to_owned()));
    assert_eq!(code(of_member), "has_address");
    let (_, other) = stage.asked("Another");
    for who in [&Caller::Visitor, &member(&other)] {
        assert_eq!(code(stage.ask(who, Ask::MakeKeepLink(thread.clone(), "five".to_owned()))), "not_allowed");
        assert_eq!(code(stage.ask(who, Ask::RevokeKeepLink(thread.clone()))), "not_allowed");
    }
}

#[test]
fn the_wait_for_a_first_answer_is_honest() {
    let stage = stage();
    let wait = || match stage.ask(&Caller::Visitor, Ask::PostThread(question("How long?"))) {
        Ok(Outcome::PostedThread(_, _, wait)) => wait,
        other => panic!("{other:?}"),
    };
    assert_eq!(wait(), None, "nothing is known yet");
    for n in 0..5 {
        let (thread, guest) = stage.asked("Why?");
        stage.reply(&member(&guest.clone()), &thread, "Asking again.");
        stage.pass(Span::minutes(10 * (n + 1)));
        stage.reply(&Caller::Visitor, &thread, "Because.");
    }
    assert_eq!(wait(), Some(30), "one's own reply is no answer");
    for _ in 0..6 {
        stage.asked("Nobody knows?");
    }
    stage.pass(Span::days(2));
    assert_eq!(wait(), None, "more than half wait for ever");
}
