//! What is kept and how: the schema, the outbox and the alarm, the audit record, removal, and joining.

use chie_domain::api::view::Post;
use chie_domain::api::{list_threads, remove_post, request_proof, set_me_too, set_star};
use chie_domain::claim::Reach;
use chie_domain::ground::Ground;
use chie_domain::id::{MemberId, ReplyId, ThreadId};
use chie_domain::proof::Method;
use chie_domain::time::Span;

use super::actors::{Stage, account, code, console, contact, key, member, operator, question, stage};
use crate::ask::{Ask, Caller, Due, Others, Outcome, Outside, Trouble};
use crate::native::Native;
use crate::sql::{Fault, Sql, Value};

fn due(stage: &Stage) -> Due {
    match stage.ask(&Caller::Visitor, Ask::Due) {
        Ok(Outcome::Due(due)) => due,
        other => panic!("{other:?}"),
    }
}

fn remove(stage: &Stage, thread: &ThreadId, reply: Option<&ReplyId>) -> String {
    let request = remove_post::Request { thread: thread.clone(), reply: reply.cloned(), ground: Ground::Hostility };
    match stage.ask(&operator(), Ask::Remove(request, Others::None)) {
        Ok(Outcome::Removed(ground)) => ground.code().to_owned(),
        other => code(other),
    }
}

fn join(stage: &Stage, caller: &Caller, name: &str) -> MemberId {
    let address = format!("{}…@mail.example", &name[..1]);
    match stage.ask(caller, Ask::Join { account: account(name), address: address.clone(), contact: contact(name) }) {
        Ok(Outcome::Joined(member, mine)) => {
            assert_eq!(mine.address.as_deref(), Some(address.as_str()));
            member
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn migrations_run_once() {
    let stage = stage();
    stage.asked("The lid sticks");
    let tables = stage.count("SELECT count(*) FROM sqlite_master");
    stage.asked("The handle is hot");
    assert_eq!(stage.count("SELECT count(*) FROM sqlite_master"), tables);
    assert_eq!(stage.count("SELECT count(*) FROM migration"), u32::try_from(crate::schema::MIGRATIONS.len()).expect("a count"));
}

#[test]
fn what_a_later_version_wrote_is_read_and_left_alone() {
    let stage = stage();
    let (thread, _) = stage.asked("The lid sticks");
    stage.sql_run("INSERT INTO migration (n, at) VALUES (9999, 0)");
    let refused = stage.ask(&Caller::Visitor, Ask::PostThread(question("The handle is hot")));
    assert!(matches!(refused, Err(Trouble::Fault(_))), "{refused:?}");
    assert!(matches!(
        stage.ask(&Caller::Visitor, Ask::Thread(thread, chie_domain::api::get_thread::Request::default())),
        Ok(Outcome::Thread(_))
    ));
    assert_eq!(stage.count("SELECT count(*) FROM thread"), 1);
}

#[test]
fn the_native_database_behaves_like_the_objects() {
    let sql = Native::in_memory().expect("a database");
    let one = |text: &str, args: &[Value]| sql.rows(text, args).map(|rows| rows[0][0].clone());
    assert_eq!(one("SELECT ? / 2", &[Value::Number(5.0)]), Ok(Value::Number(2.5)));
    assert_eq!(one("SELECT 2.0", &[]), Ok(Value::Number(2.0)));
    assert!(sql.rows("SELECT ?", &[Value::Number(9_007_199_254_740_994.0)]).is_err());
    assert!(sql.rows(&format!("SELECT 1 WHERE 0 IN ({})", vec!["?"; 101].join(",")), &vec![Value::Null; 101]).is_err());
    assert!(sql.rows(&["SELECT 1"; 6].join(" UNION "), &[]).is_err());
    sql.rows("CREATE TABLE a (x)", &[]).expect("a table");
    let outer: Result<(), Fault> = sql.atomically(|sql| {
        sql.rows("INSERT INTO a VALUES (1)", &[])?;
        let inner: Result<(), Fault> = sql.atomically(|sql| {
            sql.rows("INSERT INTO a VALUES (2)", &[])?;
            sql.wake_at(Some(super::actors::T0))?;
            Err(Fault("no".to_owned()))
        });
        assert!(inner.is_err());
        Ok(())
    });
    assert_eq!((outer, sql.alarm()), (Ok(()), None));
    assert_eq!(one("SELECT sum(x) FROM a", &[]), Ok(Value::Number(1.0)));
}

#[test]
fn the_outbox_tells_the_directory_at_least_once() {
    let stage = stage();
    stage.asked("The lid sticks");
    stage.asked("The handle is hot");
    assert_eq!(stage.sql.alarm(), Some(stage.now.get()));
    let told = due(&stage).outbox;
    let [row] = told.as_slice() else { panic!("{told:?}") };
    let Outside::Directory(entry) = &row.what else { panic!("{row:?}") };
    assert_eq!((entry.entry.threads, entry.entry.products.len(), entry.entry.official), (2, 1, None));
    assert!(due(&stage).outbox.is_empty(), "handed out");
    assert!(stage.sql.alarm() > Some(stage.now.get()), "and comes back if nobody reports");
    let mut waits = Vec::new();
    for _ in 0..10 {
        stage.ask(&Caller::Visitor, Ask::OutboxFailed).expect("put off");
        waits.push(stage.sql.alarm().expect("an alarm").since(stage.now.get()).millis());
    }
    assert!(waits.windows(2).all(|pair| pair[0] <= pair[1]) && waits[9] == Span::hours(1).millis(), "{waits:?}");
    stage.pass(Span::hours(1));
    assert_eq!(due(&stage).outbox.len(), 1);
    stage.asked("Which pad fits?");
    stage.ask(&Caller::Visitor, Ask::OutboxDone(row.seq)).expect("done");
    let later = due(&stage).outbox;
    assert!(later.iter().all(|later| later.seq > row.seq) && later.len() == 1);
    stage.ask(&Caller::Visitor, Ask::OutboxDone(later[0].seq)).expect("done");
    let outbox = "SELECT count(*) FROM due WHERE what = 'outbox'";
    assert_eq!(stage.count(outbox), 0);
    let thread = stage.list(list_threads::Request::default()).rows[0].id.clone();
    stage.reply(&Caller::Visitor, &thread, "A reply is no news to the directory.");
    assert_eq!(stage.count(outbox), 0);
}

#[test]
fn a_refused_write_leaves_neither_rows_nor_an_alarm() {
    let stage = stage();
    let (thread, guest) = stage.asked("The lid sticks");
    let told = due(&stage).outbox;
    stage.ask(&Caller::Visitor, Ask::OutboxDone(told[0].seq)).expect("done");
    let before = stage.count("SELECT (SELECT count(*) FROM member) + (SELECT count(*) FROM idempotency)");
    let alarm = stage.sql.alarm();
    let own = Ask::SetMeToo(thread, set_me_too::Request { on: true });
    assert_eq!(code(stage.ask_once(&member(&guest), &key("0123456789abcdef", "h"), own)), "own_thread");
    assert_eq!(stage.count("SELECT (SELECT count(*) FROM member) + (SELECT count(*) FROM idempotency)"), before);
    assert_eq!(stage.sql.alarm(), alarm);
}

#[test]
fn the_record_can_only_grow() {
    let stage = stage();
    stage.asked("The lid sticks");
    stage.prove("aoi");
    stage.claim("aoi", None, None, Reach::All).expect("a claim");
    assert!(stage.count("SELECT count(*) FROM audit") >= 4);
    assert!(stage.sql.rows("UPDATE audit SET actor = 'm_x'", &[]).is_err());
    assert!(stage.sql.rows("DELETE FROM audit", &[]).is_err());
    assert_eq!(crate::verify_audit(&stage.sql), Ok(None));
    stage.sql.rows("DROP TRIGGER audit_is_not_edited", &[]).expect("somebody with the file in hand");
    stage.sql.rows("UPDATE audit SET actor = 'm_x' WHERE seq = 2", &[]).expect("edited");
    assert_eq!(crate::verify_audit(&stage.sql), Ok(Some(2)));
    let words = "SELECT count(*) FROM audit WHERE object LIKE '%lid%' OR actor LIKE '%@%'";
    assert_eq!(stage.count(words), 0);
}

#[test]
fn a_removed_post_leaves_a_stone_and_is_found_nowhere() {
    let stage = stage();
    let (thread, guest) = stage.asked("The canary lid");
    let (reply, _) = stage.reply(&Caller::Visitor, &thread, "A parrot sits on it");
    assert_eq!(stage.likely("parrot").len(), 1);
    assert_eq!(remove(&stage, &thread, Some(&reply.id)), "hostility");
    assert!(matches!(stage.thread(&thread).replies[0].post, Post::Removed(Ground::Hostility)));
    assert_eq!(stage.thread(&thread).row.replies, 0);
    assert!(stage.likely("parrot").is_empty());
    assert_eq!(remove(&stage, &thread, None), "hostility");
    let view = stage.thread(&thread);
    assert!(matches!(view.post, Post::Removed(Ground::Hostility)));
    assert_eq!(view.row.title, "");
    assert!(stage.likely("canary").is_empty());
    assert!(stage.list(list_threads::Request::default()).rows.is_empty());
    assert_eq!((stage.community().threads, stage.community().products[0].waiting), (0, 0));
    assert_eq!(remove(&stage, &ThreadId::mint(stage.now.get(), [1; 10]), None), "not_found");
    let again = Ask::PostReply(thread, super::actors::words("More"));
    assert_eq!(code(stage.ask(&member(&guest), again)), "unknown_thread");
}

#[test]
fn a_guest_becomes_a_member_and_keeps_everything() {
    let stage = stage();
    let (thread, guest) = stage.asked("The lid sticks");
    let name = stage.thread(&thread).author.name;
    let joined = join(&stage, &member(&guest), "aoi");
    assert_eq!(join(&stage, &member(&guest), "aoi"), joined, "twice is once");
    assert_eq!(stage.thread(&thread).author.name, name, "others know them by the same colour");
    assert_eq!(stage.thread(&thread).author.voice, chie_domain::api::view::Voice::Member);
    assert_eq!(join(&stage, &Caller::Visitor, "aoi"), joined, "and from another device");
    let other = join(&stage, &Caller::Visitor, "ben");
    assert_ne!(other, joined);
    assert_eq!(join(&stage, &member(&other), "aoi"), joined, "a member of another account only signs in");
    assert_eq!(stage.thread(&thread).author.member, joined);
    let console =
        stage.ask(&console("aoi"), Ask::Join { account: account("aoi"), address: String::new(), contact: contact("aoi") });
    assert_eq!(code(console), "not_allowed");
}

#[test]
fn a_key_of_a_request_for_proof_is_for_one_request() {
    let stage = stage();
    let request = |method| Ask::RequestProof(request_proof::Request { method, host: None, fresh: false });
    let once = |hash: &str, method| stage.ask_once(&console("aoi"), &key("0123456789abcdef", hash), request(method));
    let first = once("h", Method::Dns).expect("asked");
    assert_eq!(once("h", Method::Dns), Ok(first));
    assert_eq!(code(once("g", Method::File)), "idempotency_key_reused");
}

#[test]
fn links_are_counted_however_they_are_written() {
    let stage = stage();
    let (thread, _) = stage.asked("The lid sticks");
    let (spam, _) =
        stage.reply(&Caller::Visitor, &thread, "[a](https&#58;//a.example) [b](https&#58;//b.example) [c](mailto:info@c.example)");
    assert!(matches!(spam.post, Post::Held(_, Ground::Spam)));
    let (code, _) = stage.reply(&Caller::Visitor, &thread, "`http://a` `http://b` `http://c`");
    assert!(matches!(code.post, Post::Whole(_)));
}

#[test]
fn whoever_holds_the_guests_session_holds_nothing_after_joining() {
    let stage = stage();
    let (thread, planted) = stage.asked("The lid sticks");
    let joined = join(&stage, &member(&planted), "aoi");
    assert_ne!(joined, planted);
    assert_eq!(code(stage.ask(&member(&planted), Ask::PostThread(question("As Aoi")))), "token_invalid");
    let Ok(Outcome::Mine(mine)) = stage.ask(&member(&planted), Ask::Mine) else { panic!("not answered") };
    assert_eq!(mine, chie_domain::api::view::MineView::default());
    let Ok(Outcome::Mine(mine)) = stage.ask(&member(&joined), Ask::Mine) else { panic!("not answered") };
    assert_eq!(mine.asked, [thread]);
}

#[test]
fn an_old_key_gives_no_session_of_a_member() {
    let stage = stage();
    let once = key("0123456789abcdef", "h");
    let post = || match stage.ask_once(&Caller::Visitor, &once, Ask::PostThread(question("The lid sticks"))) {
        Ok(Outcome::PostedThread(view, guest, _)) => (view.row.id, guest),
        other => panic!("{other:?}"),
    };
    let (thread, guest) = post();
    let guest = guest.expect("a guest");
    assert_eq!(post(), (thread.clone(), Some(guest.clone())));
    join(&stage, &member(&guest), "aoi");
    assert_eq!(post(), (thread, None));
}

#[test]
fn what_a_guest_wrote_moves_to_the_member_they_are() {
    let stage = stage();
    let (own, aoi) = stage.asked("The lid sticks");
    let (mine, _) = stage.reply(&member(&aoi), &own, "I found out.");
    let aoi = join(&stage, &member(&aoi), "aoi");
    let (asked, guest) = stage.asked("The handle is hot");
    let guest = member(&guest);
    let (replied, _) = stage.reply(&guest, &own, "Same here.");
    let (liked, _) = stage.reply(&Caller::Visitor, &asked, "Use a cloth.");
    stage.ask(&guest, Ask::SetMeToo(own.clone(), set_me_too::Request { on: true })).expect("me too");
    for reply in [&mine.id, &liked.id] {
        stage.ask(&guest, Ask::SetStar(reply.clone(), set_star::Request { on: true })).expect("starred");
    }
    stage.ask(&member(&aoi), Ask::SetStar(liked.id.clone(), set_star::Request { on: true })).expect("starred");
    assert_eq!(stage.thread(&own).row.me_too, 1);
    assert_eq!(join(&stage, &guest, "aoi"), aoi);
    assert_eq!(stage.thread(&asked).author.member, aoi);
    let view = stage.thread(&own);
    assert_eq!(view.row.me_too, 0, "nobody shares their own");
    assert_eq!(view.replies.iter().find(|reply| reply.id == mine.id).expect("a reply").stars, 0, "nobody stars their own");
    assert_eq!(view.replies.iter().find(|reply| reply.id == replied.id).expect("a reply").author.member, aoi);
    assert_eq!(stage.thread(&asked).replies[0].stars, 1, "starred by both is starred once");
    let Caller::Member(dead) = &guest else { panic!("a guest") };
    assert_eq!(code(stage.ask(&member(dead), Ask::PostThread(question("Again")))), "token_invalid");
    assert_eq!(join(&stage, &guest, "aoi"), aoi, "a repeated join is the same join");
    assert_eq!(crate::verify_audit(&stage.sql), Ok(None));
}
