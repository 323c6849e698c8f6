//! Leaving: what goes, what others rely on and what stays of the person in it, which is nothing; and what is taken along before.

use chie_domain::api::view::{AuthorName, Post};
use chie_domain::api::{erase_me, export_me, post_comment, post_reply, set_accepted, set_me_too, set_star};
use chie_domain::device::DeviceFacts;
use chie_domain::id::{MemberId, PostId, ThreadId};
use chie_domain::mood::Face;
use chie_domain::text::{Body, DisplayName, MoodWords};
use chie_domain::time::Span;

use super::actors::{Stage, code, member, question, stage, words};
use crate::ask::{Ask, Caller, Outcome, Trouble};
use crate::sql::{Sql, Value};

fn erase(stage: &Stage, who: &MemberId) -> Result<erase_me::Response, Trouble> {
    match stage.ask(&member(who), Ask::EraseMe)? {
        Outcome::Erased(erased) => Ok(erased),
        other => panic!("{other:?}"),
    }
}

fn export(stage: &Stage, who: &MemberId, cursor: Option<String>) -> export_me::Response {
    match stage.ask(&member(who), Ask::ExportMe(export_me::Request { cursor })) {
        Ok(Outcome::TakenAlong(part, _)) => *part,
        other => panic!("{other:?}"),
    }
}

/// Every place of every table, the words of the search index among them, in which a text stands.
fn places(stage: &Stage, text: &str) -> Vec<String> {
    let rows = |sql: &str| stage.sql.rows(sql, &[]).expect("rows");
    stage.sql.rows("CREATE VIRTUAL TABLE IF NOT EXISTS vocabulary USING fts5vocab('found', 'row')", &[]).expect("a table");
    let mut places = Vec::new();
    for row in rows("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'found%'") {
        let [Value::Text(table)] = row.as_slice() else { panic!("{row:?}") };
        for row in rows(&format!("SELECT * FROM {table}")) {
            let found = |value: &Value| matches!(value, Value::Text(it) if it.to_lowercase().contains(&text.to_lowercase()));
            if row.iter().any(found) {
                places.push(format!("{table}: {row:?}"));
            }
        }
    }
    places
}

fn named(text: &str, name: &str) -> post_reply::Request {
    post_reply::Request { name: DisplayName::parse(name).ok(), ..words(text) }
}

/// Somebody whose words are their own: what they left, with an answer that helped and one that did not.
fn marigold(stage: &Stage) -> (MemberId, ThreadId, ThreadId) {
    let request = chie_domain::api::post_thread::Request {
        facts: DeviceFacts::parse("browser=Marigoldfox 141").ok(),
        mood: Some(Face::Cross),
        mood_words: MoodWords::parse("marigoldmood").ok(),
        name: DisplayName::parse("Marigold").ok(),
        ..question("Answered by others")
    };
    let (view, guest) = stage.post(&Caller::Visitor, request);
    let (kept, guest) = (view.row.id, guest.expect("a guest"));
    let me = stage.join(&member(&guest), "marigold");
    stage.reply(&Caller::Visitor, &kept, "I rely on this question.");
    let (lonely, _) = stage.post(&member(&me), question("Marigoldquestion"));
    (me, kept, lonely.row.id)
}

#[test]
fn what_others_rely_on_stays_without_a_name_and_the_rest_goes() {
    let stage = stage();
    let (me, kept, lonely) = marigold(&stage);
    let (other, asker) = stage.asked("Why does it whistle?");
    let reply = |text: &str, name: &str| match stage.ask(&member(&me), Ask::PostReply(other.clone(), named(text, name))) {
        Ok(Outcome::PostedReply(view, _)) => view.id,
        other => panic!("{other:?}"),
    };
    let (helpful, starred, remarked, lost) = (
        reply("It boils.", "Marigold"),
        reply("It is hot, as any marigold knows.", "Marigold"),
        reply("Steam.", "Marigold"),
        reply("marigoldreply", "Marigold"),
    );
    stage.ask(&member(&asker), Ask::SetAccepted(helpful.clone(), set_accepted::Request { on: true })).expect("accepted");
    stage.ask(&Caller::Visitor, Ask::SetStar(starred.clone(), set_star::Request { on: true })).expect("starred");
    let remark = || post_comment::Request { body: Body::parse("True.").expect("words"), name: None, personal_data_ok: false };
    stage.ask(&Caller::Visitor, Ask::PostComment(remarked.clone(), remark())).expect("a remark");
    stage.ask(&member(&me), Ask::PostComment(helpful.clone(), remark())).expect("a remark of one's own");
    stage.ask(&member(&me), Ask::SetMeToo(other.clone(), set_me_too::Request { on: true })).expect("a me-too");
    stage.pass(Span::minutes(1));
    let edit =
        chie_domain::api::edit_post::Request { title: None, body: Body::parse("It is hot now.").ok(), personal_data_ok: false };
    stage.ask(&member(&me), Ask::EditPost(PostId::Reply(starred.clone()), edit)).expect("changed");
    assert!(places(&stage, "marigold").len() > 5);

    assert_eq!(erase(&stage, &me).expect("erased"), erase_me::Response { removed: 3, kept: 4 });
    assert_eq!(places(&stage, "marigold"), [] as [String; 0]);
    assert_eq!(stage.count("SELECT count(*) FROM vocabulary WHERE term LIKE 'marigold%'"), 0);
    let view = stage.thread(&other);
    let there: Vec<_> = view.replies.iter().map(|it| (it.id.clone(), it.author.name.clone(), it.stars)).collect();
    assert_eq!(
        there,
        [(helpful, AuthorName::Former, 0), (starred, AuthorName::Former, 1), (remarked, AuthorName::Former, 0)],
        "not {lost}"
    );
    assert!(view.replies.iter().all(|it| matches!(it.post, Post::Whole(_)) && it.edited.is_none() == (it.stars == 0)));
    assert_eq!(view.row.me_too, 0);
    let view = stage.thread(&kept);
    assert_eq!((view.author.name, view.facts.len(), view.mood), (AuthorName::Former, 0, None));
    assert!(stage.thread_as(&Caller::Visitor, &lonely).is_err());
}

#[test]
fn whoever_is_gone_is_nobody_here_and_somebody_new_afterwards() {
    let stage = stage();
    let (me, kept, _) = marigold(&stage);
    stage.reply(&Caller::Visitor, &kept, "One more.");
    erase(&stage, &me).expect("erased");
    assert_eq!(code(erase(&stage, &me)), "token_invalid");
    assert_eq!(code(stage.ask(&member(&me), Ask::PostReply(kept.clone(), words("Back?")))), "token_invalid");
    assert_eq!(stage.count("SELECT count(*) FROM follow WHERE member IN (SELECT id FROM member WHERE erased IS NOT NULL)"), 0);
    assert!(stage.all_due().letters.is_empty(), "nobody is written to");
    let again = stage.join(&Caller::Visitor, "marigold");
    assert_ne!(again, me);
    assert!(export(&stage, &again, None).posts.is_empty());
    assert_eq!(code(stage.ask(&Caller::Visitor, Ask::EraseMe)), "not_found");
}

#[test]
fn whoever_acts_for_the_brand_gives_that_up_first() {
    let stage = stage();
    stage.asked("The lid sticks");
    stage.prove("aoi");
    let me = stage.join(&Caller::Visitor, "aoi");
    assert_eq!(code(erase(&stage, &me)), "still_seated");
}

#[test]
fn everything_is_taken_along_in_parts_that_meet() {
    let stage = stage();
    let (me, kept, _) = marigold(&stage);
    for n in 0..export_me::PART + 30 {
        stage.pass(Span::minutes(1));
        stage.ask(&member(&me), Ask::PostReply(kept.clone(), words(&format!("Reply *{n}*")))).expect("a reply");
    }
    let first = export(&stage, &me, None);
    assert_eq!(first.person.name.as_deref(), Some("Marigold"));
    assert_eq!((first.following.len(), first.posts.len()), (2, 200));
    assert_eq!((first.posts[0].mood.clone(), first.posts[0].facts.len()), (vec![Face::Cross], 1));
    let second = export(&stage, &me, first.next.clone());
    assert_eq!((second.posts.len(), second.next.clone(), second.following.len()), (32, None, 0));
    let texts: Vec<String> = first.posts.iter().chain(&second.posts).skip(2).map(|post| post.text.clone()).collect();
    let wanted: Vec<String> = (0..export_me::PART + 30).map(|n| format!("Reply *{n}*")).collect();
    assert_eq!(texts, wanted, "as it was typed, each once");
    for wrong in ["x~1", "t~", "r~-1", "t~1~2"] {
        let asked = Ask::ExportMe(export_me::Request { cursor: Some(wrong.to_owned()) });
        assert_eq!(code(stage.ask(&member(&me), asked)), "cursor_invalid", "{wrong}");
    }
}
