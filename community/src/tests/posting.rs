//! Comments, changing and deleting what one wrote, long threads in parts, private facts.

use chie_domain::api::view::{CommentView, Post, ReplyView};
use chie_domain::api::{delete_post::Left, edit_post, get_thread, get_versions, post_comment, set_accepted, set_star};
use chie_domain::id::{MemberId, PostId, ReplyId, ThreadId};
use chie_domain::text::{Body, Title};
use chie_domain::time::Span;
use proptest::prelude::*;

use super::actors::{Stage, code, console, member, operator, question, stage, words};
use super::finding::LINES_THAT_LIE;
use crate::ask::{Ask, Caller, Outcome, Trouble};

fn comment_request(text: &str) -> post_comment::Request {
    post_comment::Request { body: Body::parse(text).expect("a body"), name: None, personal_data_ok: false }
}

fn comment(stage: &Stage, caller: &Caller, reply: &ReplyId, text: &str) -> (CommentView, Option<MemberId>) {
    match stage.ask(caller, Ask::PostComment(reply.clone(), comment_request(text))) {
        Ok(Outcome::PostedComment(view, guest)) => (view, guest),
        other => panic!("{other:?}"),
    }
}

fn edit(stage: &Stage, caller: &Caller, post: PostId, title: Option<&str>, body: Option<&str>) -> Result<Outcome, Trouble> {
    let title = title.map(|title| Title::parse(title).expect("a title"));
    let body = body.map(|body| Body::parse(body).expect("a body"));
    stage.ask(caller, Ask::EditPost(post, edit_post::Request { title, body, personal_data_ok: false }))
}

fn delete(stage: &Stage, caller: &Caller, post: PostId) -> Result<Left, Trouble> {
    match stage.ask(caller, Ask::DeletePost(post))? {
        Outcome::Deleted(left) => Ok(left),
        other => panic!("{other:?}"),
    }
}

fn versions(stage: &Stage, caller: &Caller, post: PostId) -> Result<get_versions::Response, Trouble> {
    match stage.ask(caller, Ask::Versions(post))? {
        Outcome::Versions(versions) => Ok(versions),
        other => panic!("{other:?}"),
    }
}

fn said(post: &Post) -> String {
    match post {
        Post::Whole(markup) | Post::Held(markup, _) => markup.words(),
        Post::Removed(_) => "removed".to_owned(),
        Post::Deleted => "deleted".to_owned(),
    }
}

fn opening(id: &ThreadId) -> PostId {
    PostId::Opening(id.clone())
}

fn of(reply: &ReplyView) -> PostId {
    PostId::Reply(reply.id.clone())
}

#[test]
fn a_comment_hangs_on_its_reply_and_is_no_reply() {
    let stage = stage();
    let (thread, asker) = stage.asked("The lid sticks");
    let (reply, helper) = stage.reply(&Caller::Visitor, &thread, "Warm it first.");
    let helper = member(&helper.expect("a guest"));
    let (remark, guest) = comment(&stage, &Caller::Visitor, &reply.id, "With a **towel**");
    assert!(guest.is_some());
    comment(&stage, &member(&asker), &reply.id, "That worked");
    let view = stage.thread(&thread);
    assert_eq!((view.replies.len(), view.row.replies), (1, 1), "comments are not counted among replies");
    let remarks: Vec<String> = view.replies[0].comments.iter().map(|remark| said(&remark.post)).collect();
    assert_eq!(remarks, ["With a towel", "That worked"]);
    // A comment can be found, and neither starred, accepted nor remarked on.
    assert_eq!(stage.likely("towel").len(), 1);
    let star = Ask::SetStar(remark.id.clone(), set_star::Request { on: true });
    assert_eq!(code(stage.ask(&helper, star)), "not_found");
    let accept = Ask::SetAccepted(remark.id.clone(), set_accepted::Request { on: true });
    assert_eq!(code(stage.ask(&member(&asker), accept)), "not_found");
    assert_eq!(code(stage.ask(&helper, Ask::PostComment(remark.id, comment_request("Deeper")))), "not_found");
    for caller in [console("aoi"), operator()] {
        assert_eq!(code(stage.ask(&caller, Ask::PostComment(reply.id.clone(), comment_request("Hello")))), "not_allowed");
    }
}

#[test]
fn a_reply_holds_so_many_comments_and_no_more() {
    let stage = stage();
    let (thread, _) = stage.asked("The lid sticks");
    let (reply, _) = stage.reply(&Caller::Visitor, &thread, "Warm it first.");
    for turn in 0..post_comment::MOST {
        comment(&stage, &Caller::Visitor, &reply.id, &format!("Remark {turn}"));
    }
    assert_eq!(code(stage.ask(&Caller::Visitor, Ask::PostComment(reply.id, comment_request("One more")))), "full");
}

#[test]
fn what_one_wrote_is_changed_by_oneself_and_what_stood_there_stays_readable() {
    let stage = stage();
    let (thread, asker) = stage.asked("The lid stiks");
    let (reply, helper) = stage.reply(&Caller::Visitor, &thread, "Warm it furst.");
    let (asker, helper) = (member(&asker), member(&helper.expect("a guest")));
    stage.pass(Span::minutes(5));
    let Ok(Outcome::Edited(title, _, edited)) =
        edit(&stage, &asker, opening(&thread), Some("The lid sticks"), Some("Since *Monday*"))
    else {
        panic!("not edited")
    };
    assert_eq!((title.as_deref(), edited), (Some("The lid sticks"), Some(stage.now.get())));
    assert!(edit(&stage, &helper, of(&reply), None, Some("Warm it first.")).is_ok());
    let view = stage.thread(&thread);
    assert_eq!((view.row.title.as_str(), said(&view.post).as_str()), ("The lid sticks", "Since Monday"));
    assert_eq!((view.edited, view.replies[0].edited), (Some(stage.now.get()), Some(stage.now.get())));
    // The index follows.
    assert_eq!((stage.likely("monday").len(), stage.likely("stiks").len(), stage.likely("furst").len()), (1, 0, 0));
    let all = versions(&stage, &Caller::Visitor, opening(&thread)).expect("versions");
    let titles: Vec<_> = all.versions.iter().map(|version| version.title.clone().unwrap_or_default()).collect();
    assert_eq!(titles, ["The lid stiks", "The lid sticks"]);
    assert_eq!(all.source, None, "only the author is given the text as it was typed");
    let own = versions(&stage, &asker, opening(&thread)).expect("versions");
    assert_eq!(own.source.as_deref(), Some("Since *Monday*"));
    // The same words again are no change.
    stage.pass(Span::minutes(5));
    let again = edit(&stage, &asker, opening(&thread), Some("The lid sticks"), Some("Since *Monday*"));
    assert!(matches!(again, Ok(Outcome::Edited(_, _, at)) if at == view.edited));
    assert_eq!(stage.count("SELECT count(*) FROM version"), 2);
}

#[test]
fn nobody_changes_or_deletes_what_another_wrote() {
    let stage = stage();
    let (thread, asker) = stage.asked("The lid sticks");
    let (reply, helper) = stage.reply(&Caller::Visitor, &thread, "Warm it first.");
    let helper = member(&helper.expect("a guest"));
    let before = stage.thread(&thread);
    for caller in [Caller::Visitor, helper.clone()] {
        assert_eq!(code(edit(&stage, &caller, opening(&thread), Some("Other words"), None)), "not_allowed");
        assert_eq!(code(delete(&stage, &caller, opening(&thread))), "not_allowed");
    }
    assert_eq!(code(edit(&stage, &member(&asker), of(&reply), None, Some("Other words"))), "not_allowed");
    assert_eq!(code(delete(&stage, &member(&asker), of(&reply))), "not_allowed");
    for caller in [console("aoi"), operator()] {
        assert_eq!(code(edit(&stage, &caller, of(&reply), None, Some("Other words"))), "not_allowed");
        assert_eq!(code(delete(&stage, &caller, opening(&thread))), "not_allowed");
    }
    assert_eq!(stage.thread(&thread), before);
    // Forms that a post does not have.
    assert_eq!(code(edit(&stage, &helper, of(&reply), Some("A title"), Some("Words"))), "unknown_field");
    assert_eq!(code(edit(&stage, &helper, of(&reply), None, None)), "empty");
    assert_eq!(code(edit(&stage, &member(&asker), opening(&thread), None, Some("Words"))), "empty");
}

#[test]
fn an_accepted_answer_that_was_changed_stays_accepted_and_says_when() {
    let stage = stage();
    let (thread, asker) = stage.asked("The lid sticks");
    let (reply, helper) = stage.reply(&Caller::Visitor, &thread, "Warm it first.");
    let accept = Ask::SetAccepted(reply.id.clone(), set_accepted::Request { on: true });
    stage.ask(&member(&asker), accept).expect("accepted");
    stage.pass(Span::hours(1));
    edit(&stage, &member(&helper.expect("a guest")), of(&reply), None, Some("Warm it slowly.")).expect("edited");
    let seen = stage.thread(&thread).replies[0].clone();
    assert!(seen.accepted.is_some() && seen.edited > seen.accepted, "{seen:?}");
    assert_eq!(stage.thread(&thread).answers[0].excerpt, "Warm it slowly.");
}

#[test]
fn links_that_come_in_by_a_change_make_a_guests_post_wait() {
    let stage = stage();
    let (thread, _) = stage.asked("The lid sticks");
    let (reply, helper) = stage.reply(&Caller::Visitor, &thread, "Warm it first.");
    let helper = member(&helper.expect("a guest"));
    let spam = "[a](https://a.example) [b](https://b.example) [c](https://c.example)";
    let Ok(Outcome::Edited(_, post, _)) = edit(&stage, &helper, of(&reply), None, Some(spam)) else { panic!("not edited") };
    assert!(matches!(post, Post::Held(..)));
    let view = stage.thread(&thread);
    assert_eq!((view.replies.len(), view.row.replies), (0, 0));
    assert!(versions(&stage, &Caller::Visitor, of(&reply)).is_err(), "nor does anybody else read what it said before");
    assert!(versions(&stage, &helper, of(&reply)).is_ok());
}

#[test]
fn where_others_answered_a_stone_stays() {
    let stage = stage();
    let (view, asker) = stage.post(
        &Caller::Visitor,
        chie_domain::api::post_thread::Request { body: Body::parse("A canary sang").ok(), ..question("The lid sticks") },
    );
    let (thread, asker) = (view.row.id, member(&asker.expect("a guest")));
    let (reply, helper) = stage.reply(&Caller::Visitor, &thread, "A parrot spoke");
    let helper = member(&helper.expect("a guest"));
    edit(&stage, &helper, of(&reply), None, Some("A parrot spoke twice")).expect("edited");
    comment(&stage, &asker, &reply.id, "Thanks");
    assert_eq!(delete(&stage, &asker, opening(&thread)).ok(), Some(Left::Stone));
    assert_eq!(delete(&stage, &helper, of(&reply)).ok(), Some(Left::Stone));
    assert_eq!(delete(&stage, &helper, of(&reply)).ok(), Some(Left::Stone), "twice is once");
    let view = stage.thread(&thread);
    assert_eq!((view.row.title.as_str(), said(&view.post).as_str()), ("The lid sticks", "deleted"));
    assert_eq!((said(&view.replies[0].post).as_str(), view.row.replies), ("deleted", 0));
    assert_eq!(said(&view.replies[0].comments[0].post), "Thanks");
    assert!(stage.likely("canary").is_empty() && stage.likely("parrot").is_empty());
    assert_eq!(stage.likely("lid").len(), 1, "what others wrote is still found by the title");
    assert_eq!(stage.count("SELECT count(*) FROM version"), 0, "earlier versions went with it");
    let everywhere = "SELECT count(*) FROM reply WHERE body LIKE '%parrot%' OR source LIKE '%parrot%'";
    assert_eq!(stage.count(everywhere), 0);
    assert_eq!(code(edit(&stage, &helper, of(&reply), None, Some("Back again"))), "not_found");
    assert!(versions(&stage, &helper, of(&reply)).is_err());
    assert_eq!(code(stage.ask(&Caller::Visitor, Ask::PostComment(reply.id, comment_request("Hello")))), "not_found");
    // When the last thing that hung on the stones is gone, they go too.
    let last = view.replies[0].comments[0].id.clone();
    assert_eq!(delete(&stage, &asker, PostId::Reply(last)).ok(), Some(Left::Nothing));
    assert_eq!(code(stage.thread_as(&Caller::Visitor, &thread)), "unknown_thread");
}

#[test]
fn where_nobody_answered_nothing_is_left() {
    let stage = stage();
    let (thread, asker) = stage.asked("The canary lid");
    let asker = member(&asker);
    let (own, _) = stage.reply(&asker, &thread, "Nobody there?");
    stage
        .ask(&Caller::Visitor, Ask::SetMeToo(thread.clone(), chie_domain::api::set_me_too::Request { on: true }))
        .expect("counted");
    assert_eq!(delete(&stage, &asker, opening(&thread)).ok(), Some(Left::Nothing));
    assert_eq!(delete(&stage, &asker, opening(&thread)).ok(), Some(Left::Nothing), "twice is once");
    for caller in [Caller::Visitor, asker.clone(), operator()] {
        assert_eq!(code(stage.thread_as(&caller, &thread)), "unknown_thread");
        assert!(versions(&stage, &caller, of(&own)).is_err());
    }
    assert_eq!(code(delete(&stage, &Caller::Visitor, opening(&thread))), "not_found");
    assert_eq!(stage.community().threads, 0);
    assert!(stage.likely("canary").is_empty());
    let Ok(Outcome::Mine(mine)) = stage.ask(&asker, Ask::Mine) else { panic!("no answer") };
    assert!(mine.asked.is_empty());
    assert_eq!(stage.count("SELECT count(*) FROM thread WHERE title <> '' OR body <> '[]'"), 0);
}

#[test]
fn a_deleted_reply_takes_its_marks_with_it() {
    let stage = stage();
    let (thread, asker) = stage.asked("The lid sticks");
    let (reply, helper) = stage.reply(&Caller::Visitor, &thread, "Warm it first.");
    stage.ask(&member(&asker), Ask::SetAccepted(reply.id.clone(), set_accepted::Request { on: true })).expect("accepted");
    stage.ask(&Caller::Visitor, Ask::SetStar(reply.id.clone(), set_star::Request { on: true })).expect("starred");
    assert_eq!(stage.thread(&thread).events.len(), 1);
    assert_eq!(delete(&stage, &member(&helper.expect("a guest")), of(&reply)).ok(), Some(Left::Nothing));
    let view = stage.thread(&thread);
    assert!(view.replies.is_empty() && view.answers.is_empty() && view.events.is_empty());
    assert_eq!(view.row.status.phase(), Some(chie_domain::thread::Phase::Open));
    assert_eq!(stage.community().products[0].waiting, 1);
}

#[test]
fn a_long_thread_is_read_in_parts_in_both_directions() {
    let stage = stage();
    let (thread, _) = stage.asked("The lid sticks");
    let mut ids = Vec::new();
    for turn in 0..120 {
        stage.pass(Span::seconds(1));
        ids.push(stage.reply(&Caller::Visitor, &thread, &format!("Reply {turn}")).0.id);
    }
    let ask = |cursor: Option<String>, around: Option<&ReplyId>| {
        let request = get_thread::Request { cursor, around: around.cloned() };
        match stage.ask(&Caller::Visitor, Ask::Thread(thread.clone(), request)) {
            Ok(Outcome::Thread(view)) => view,
            other => panic!("{other:?}"),
        }
    };
    let place = |view: &chie_domain::api::view::ThreadView| {
        let first = view.replies.first().and_then(|reply| ids.iter().position(|id| *id == reply.id));
        (first.expect("a reply"), view.replies.len(), view.before.is_some(), view.next.is_some())
    };
    let first = ask(None, None);
    assert_eq!(place(&first), (0, 50, false, true));
    let second = ask(first.next.clone(), None);
    assert_eq!(place(&second), (50, 50, true, true));
    assert_eq!(place(&ask(second.next.clone(), None)), (100, 20, true, false));
    let around = ask(None, Some(&ids[90]));
    assert_eq!(place(&around), (86, 34, true, false));
    let before = ask(around.before, None);
    assert_eq!(place(&before), (36, 50, true, true));
    assert_eq!(before.next, ask(None, Some(&ids[90])).before.map(|it| it.replacen('b', "r", 1)));
    assert_eq!(place(&ask(before.before, None)), (0, 36, false, true));
    // Near the beginning the first part has it; of what is not there too.
    assert_eq!(place(&ask(None, Some(&ids[3]))), (0, 50, false, true));
    assert_eq!(place(&ask(None, Some(&ReplyId::mint(stage.now.get(), [9; 10])))), (0, 50, false, true));
    for wrong in ["", "r~", "x~t~1", "r~t_00000000000000000000000000~5", "b~~"] {
        let request = get_thread::Request { cursor: Some(wrong.to_owned()), around: None };
        assert_eq!(code(stage.ask(&Caller::Visitor, Ask::Thread(thread.clone(), request))), "cursor_invalid", "{wrong}");
    }
}

#[test]
fn private_facts_are_published_only_by_those_who_say_so() {
    let stage = stage();
    let (thread, asker) = stage.asked("The lid sticks");
    let (reply, helper) = stage.reply(&Caller::Visitor, &thread, "Warm it first.");
    let told = "Call me at 090-1234-5678";
    let mut private = words(told);
    let refused = stage.ask(&Caller::Visitor, Ask::PostReply(thread.clone(), private.clone()));
    match &refused {
        Err(Trouble::Refused(error)) => {
            assert_eq!((error.code.as_str(), error.field.as_str()), ("personal_data", "body"));
            assert!(error.message.contains("(090-1234-5678)"), "{}", error.message);
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(code(stage.ask(&Caller::Visitor, Ask::PostComment(reply.id.clone(), comment_request(told)))), "personal_data");
    let titled = chie_domain::api::post_thread::Request { title: Title::parse(told).expect("a title"), ..question("Hello") };
    assert_eq!(code(stage.ask(&Caller::Visitor, Ask::PostThread(titled))), "personal_data");
    assert_eq!(code(edit(&stage, &member(&helper.expect("a guest")), of(&reply), None, Some(told))), "personal_data");
    assert_eq!(code(edit(&stage, &member(&asker), opening(&thread), Some(told), None)), "personal_data");
    assert_eq!(stage.count("SELECT count(*) FROM reply"), 1);
    private.personal_data_ok = true;
    assert!(stage.ask(&Caller::Visitor, Ask::PostReply(thread, private)).is_ok());
}

/// What people do to posts, in any order.
#[derive(Debug, Clone, Copy)]
enum Move {
    Reply(usize),
    Comment(usize, usize),
    Edit(usize, usize),
    Delete(usize, usize),
    Accept(usize),
    Star(usize, usize),
}

fn moves() -> impl Strategy<Value = Move> {
    let (who, which) = (0_usize..3, 0_usize..6);
    prop_oneof![
        who.clone().prop_map(Move::Reply),
        (who.clone(), which.clone()).prop_map(|(who, which)| Move::Comment(who, which)),
        (who.clone(), which.clone()).prop_map(|(who, which)| Move::Edit(who, which)),
        (who.clone(), which.clone()).prop_map(|(who, which)| Move::Delete(who, which)),
        which.clone().prop_map(Move::Accept),
        (who, which).prop_map(|(who, which)| Move::Star(who, which)),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]
    #[test]
    fn counts_and_marks_stay_true_whatever_people_do(moves in proptest::collection::vec(moves(), 1..30)) {
        let stage = stage();
        let (thread, asker) = stage.asked("The lid sticks");
        let (first, second) = (stage.reply(&Caller::Visitor, &thread, "One"), stage.reply(&Caller::Visitor, &thread, "Two"));
        let people = [member(&asker), member(&first.1.expect("a guest")), member(&second.1.expect("a guest"))];
        let mut posts = vec![first.0.id, second.0.id];
        for (turn, it) in moves.into_iter().enumerate() {
            stage.pass(Span::minutes(1));
            let text = format!("Words {turn}");
            let ask = match it {
                Move::Reply(who) => (who, Ask::PostReply(thread.clone(), words(&text))),
                Move::Comment(who, which) => (who, Ask::PostComment(posts[which % posts.len()].clone(), comment_request(&text))),
                Move::Edit(who, which) => {
                    let request = edit_post::Request { title: None, body: Body::parse(&text).ok(), personal_data_ok: false };
                    (who, Ask::EditPost(PostId::Reply(posts[which % posts.len()].clone()), request))
                }
                Move::Delete(who, which) => (who, Ask::DeletePost(PostId::Reply(posts[which % posts.len()].clone()))),
                Move::Accept(which) => {
                    (0, Ask::SetAccepted(posts[which % posts.len()].clone(), set_accepted::Request { on: true }))
                }
                Move::Star(who, which) => (who, Ask::SetStar(posts[which % posts.len()].clone(), set_star::Request { on: true })),
            };
            match stage.ask(&people[ask.0], ask.1) {
                Ok(Outcome::PostedReply(view, _)) => posts.push(view.id),
                Ok(Outcome::PostedComment(view, _)) => posts.push(view.id),
                Ok(_) | Err(Trouble::Refused(_)) => {}
                Err(fault) => prop_assert!(false, "{fault:?}"),
            }
            let view = stage.thread(&thread);
            let whole = view.replies.iter().filter(|reply| matches!(reply.post, Post::Whole(_))).count();
            prop_assert_eq!(usize::try_from(view.row.replies).unwrap_or(0), whole);
            for answer in &view.answers {
                let there = view.replies.iter().find(|reply| reply.id == answer.reply);
                prop_assert!(there.is_some_and(|reply| matches!(reply.post, Post::Whole(_))));
            }
            for stone in view.replies.iter().filter(|reply| matches!(reply.post, Post::Deleted)) {
                prop_assert!(!stone.comments.is_empty() && stone.stars == 0 && stone.accepted.is_none());
            }
            let accepted = view.replies.iter().any(|reply| reply.accepted.is_some());
            prop_assert_eq!(view.row.status.phase() == Some(chie_domain::thread::Phase::Resolved), accepted);
            prop_assert_eq!(view.events.len(), view.replies.iter().filter(|reply| reply.accepted.is_some()).count());
            prop_assert_eq!(stage.count(LINES_THAT_LIE), 0);
            prop_assert_eq!(stage.count("SELECT count(*) FROM doc d JOIN thread t ON t.n = CAST(d.n / 4096 AS INTEGER) WHERE t.visibility <> 'public'"), 0);
        }
    }
}
