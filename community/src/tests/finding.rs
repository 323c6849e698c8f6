//! Lists and their positions, search, and that SQL and the rules agree on who sees what and what is official.

use chie_domain::api::list_threads::{Order, Request};
use chie_domain::api::{get_thread, post_thread, set_accepted, set_me_too};
use chie_domain::claim::Reach;
use chie_domain::ground::Ground;
use chie_domain::id::{MemberId, PostId, ThreadId};
use chie_domain::policy::{Representative, Role, Sight, Viewer, Visibility, can_see};
use chie_domain::proof::ProofState;
use chie_domain::text::{Body, ProductName, Reason};
use chie_domain::thread::{Kind, OfficialWord, Phase};
use chie_domain::time::Span;
use proptest::prelude::*;

use super::actors::{Stage, T0, code, console, member, product, question, stage};
use crate::ask::{Ask, Caller, Outcome};
use crate::row::Statement;
use crate::sql::{Sql, Value};
use crate::visibility::{Want, condition};

fn titles(stage: &Stage, request: &Request) -> Vec<String> {
    let (mut titles, mut cursor) = (Vec::new(), None);
    loop {
        let page = stage.list(Request { cursor, ..request.clone() });
        titles.extend(page.rows.into_iter().map(|row| row.title));
        cursor = page.next;
        if cursor.is_none() {
            return titles;
        }
    }
}

fn accept_one(stage: &Stage, thread: &ThreadId, asker: &MemberId) {
    let (reply, _) = stage.reply(&Caller::Visitor, thread, "This helps.");
    stage.ask(&member(asker), Ask::SetAccepted(reply.id, set_accepted::Request { on: true })).expect("accepted");
}

#[test]
fn solved_ones_that_most_share_come_first() {
    let stage = stage();
    let mut threads = Vec::new();
    for n in 0..7 {
        stage.pass(Span::minutes(1));
        threads.push(stage.asked(&format!("Thread {n}")));
    }
    for (n, shares) in [(2, 3), (4, 0), (5, 1)] {
        let (thread, asker) = &threads[n];
        for _ in 0..shares {
            stage.ask(&Caller::Visitor, Ask::SetMeToo(thread.clone(), set_me_too::Request { on: true })).expect("counted");
        }
        accept_one(&stage, thread, asker);
    }
    stage.pass(Span::minutes(1));
    stage.reply(&Caller::Visitor, &threads[0].0, "Any news?");
    for limit in [1, 3, 50] {
        let of = |order| Request { order, limit: Some(limit), product: Some(product("kettle")), ..Request::default() };
        let common = titles(&stage, &of(Order::Common));
        assert_eq!(common, ["Thread 2", "Thread 5", "Thread 4", "Thread 0", "Thread 6", "Thread 3", "Thread 1"]);
        assert_eq!(titles(&stage, &of(Order::Active))[0], "Thread 0");
        let waiting = titles(&stage, &of(Order::Waiting));
        assert_eq!(waiting, ["Thread 0", "Thread 1", "Thread 3", "Thread 6", "Thread 2", "Thread 4", "Thread 5"]);
        let open = Request { phase: Some(Phase::Open), ..of(Order::Waiting) };
        assert_eq!(titles(&stage, &open), ["Thread 0", "Thread 1", "Thread 3", "Thread 6"]);
    }
    assert!(stage.list(Request { product: Some(product("lamp")), ..Request::default() }).rows.is_empty());
    assert!(stage.list(Request { kind: Some(Kind::Idea), ..Request::default() }).rows.is_empty());
}

#[test]
fn lists_are_served_from_an_index() {
    let stage = stage();
    stage.asked("The lid sticks");
    for (order, index) in [
        ("t.weight DESC, t.active DESC, t.n DESC", "thread_product_common"),
        ("t.active DESC, t.n DESC", "thread_product_active"),
        ("t.waits DESC, t.at, t.n", "thread_product_waiting"),
    ] {
        let sql = format!(
            "EXPLAIN QUERY PLAN SELECT t.title FROM thread t WHERE (0 OR t.visibility = 'public') AND t.product = 'kettle' \
             ORDER BY {order} LIMIT 20"
        );
        let plan = format!("{:?}", stage.sql.rows(&sql, &[]).expect("a plan"));
        assert!(plan.contains(index) && !plan.contains("TEMP B-TREE"), "{plan}");
    }
}

#[test]
fn positions_that_were_not_given_out_are_refused() {
    let stage = stage();
    for n in 0..3 {
        stage.asked(&format!("Thread {n}"));
    }
    let first = Request { limit: Some(1), ..Request::default() };
    let given = stage.list(first.clone()).next.expect("a position");
    for wrong in [
        String::new(),
        "x".to_owned(),
        format!("{given}~1"),
        format!("{given}x"),
        given.replace("common", "active"),
        given.replace('~', "~0"),
        given.trim_end_matches(|c: char| c.is_ascii_digit()).to_owned(),
        format!("{given}'; --"),
        given.replace("l~common~", "l~common~kettle"),
    ] {
        let request = Request { cursor: Some(wrong.clone()), ..first.clone() };
        assert_eq!(code(stage.ask(&Caller::Visitor, Ask::List(request))), "cursor_invalid", "{wrong}");
    }
    let other = Request { cursor: Some(given), product: Some(product("kettle")), ..first };
    assert_eq!(code(stage.ask(&Caller::Visitor, Ask::List(other))), "cursor_invalid", "given for another list");
}

#[test]
fn long_conversations_come_in_parts() {
    let stage = stage();
    let (thread, _) = stage.asked("The lid sticks");
    let (other, _) = stage.asked("The handle is hot");
    for n in 0..120 {
        stage.reply(&Caller::Visitor, &thread, &format!("Reply {n}"));
    }
    let part = |thread: &ThreadId, cursor: Option<String>| {
        stage.ask(&Caller::Visitor, Ask::Thread(thread.clone(), get_thread::Request { cursor, around: None }))
    };
    let (mut cursor, mut sizes) = (None, Vec::new());
    loop {
        let Ok(crate::ask::Outcome::Thread(view)) = part(&thread, cursor) else { panic!("no thread") };
        sizes.push(view.replies.len());
        cursor = view.next;
        if cursor.is_none() {
            break;
        }
    }
    assert_eq!(sizes, [50, 50, 20]);
    let given = stage.thread(&thread).next.expect("a position");
    for wrong in ["", "r~1", &format!("{given}a"), &given.replace(thread.as_str(), other.as_str())] {
        assert_eq!(code(part(&thread, Some(wrong.to_owned()))), "cursor_invalid", "{wrong}");
    }
    assert_eq!(code(part(&ThreadId::mint(T0, [5; 10]), None)), "unknown_thread");
}

#[test]
fn words_are_found_in_every_script() {
    let stage = stage();
    let ask = |title: &str, body: &str, of: &str| {
        let request = post_thread::Request { product: product(of), body: Body::parse(body).ok(), ..question(title) };
        stage.post(&Caller::Visitor, request).0.row.id
    };
    let kettle = ask("笛が鳴りません", "お湯が沸いても音がしない", "kettle");
    let leak = ask("注ぎ口から水漏れします", "蓋を閉めても漏れる", "kettle");
    let lamp = ask("ライトがちらつく", "", "lamp");
    let lid = ask("The lid sticks", "after boiling for ten minutes", "kettle");
    let found = |text: &str| stage.likely(text).into_iter().map(|likely| likely.row.id).collect::<Vec<_>>();
    assert_eq!(found("笛"), std::slice::from_ref(&kettle), "one kanji");
    assert_eq!(found("漏れ"), std::slice::from_ref(&leak), "two characters");
    assert_eq!(found("水漏れ"), std::slice::from_ref(&leak));
    assert_eq!(found("ﾗｲﾄ"), std::slice::from_ref(&lamp), "half-width");
    assert_eq!(found("らいと"), [lamp], "hiragana finds katakana");
    assert_eq!(found("LID boil"), std::slice::from_ref(&lid), "the last word is still being typed");
    assert_eq!(found("my lid is stuck"), std::slice::from_ref(&lid), "any of the rare words");
    assert_eq!(found("音"), [kettle]);
    stage.reply(&Caller::Visitor, &leak, "パッキンを替えました");
    assert_eq!(found("パッキン"), [leak], "replies are found too");
    assert!(found("\" OR * NEAR(").is_empty() && found("zebra").is_empty());
}

#[test]
fn shared_endings_alone_offer_nothing() {
    let stage = stage();
    let (kettle, _) = stage.post(&Caller::Visitor, question("笛が鳴りません"));
    let found = |text: &str| stage.likely(text).into_iter().map(|likely| likely.row.id).collect::<Vec<_>>();
    assert!(found("ジャムが固まりません").is_empty(), "only its ending occurs here");
    assert_eq!(found("笛が鳴らなくなった"), std::slice::from_ref(&kettle.row.id));
    assert_eq!(found("ません"), [kettle.row.id], "asked for by itself it is found");
}

#[test]
fn own_product_and_answered_ones_come_first_with_their_answer() {
    let stage = stage();
    let of = |title: &str, of: &str| {
        let name = ProductName::parse("Desk Lamp Arc").ok().filter(|_| of == "lamp");
        let request = post_thread::Request { product: product(of), product_name: name, ..question(title) };
        let (view, guest) = stage.post(&Caller::Visitor, request);
        (view.row.id, guest.expect("a guest"))
    };
    let (lamp, asker) = of("The switch sticks", "lamp");
    accept_one(&stage, &lamp, &asker);
    let (open, _) = of("The switch is loose", "kettle");
    let (solved, asker) = of("Where is the switch", "kettle");
    accept_one(&stage, &solved, &asker);
    let found = stage.likely("switch");
    assert_eq!(found.iter().map(|likely| likely.row.id.clone()).collect::<Vec<_>>(), [solved, open, lamp.clone()]);
    assert_eq!(found[0].answer.concat(), "This helps.");
    assert!(found[1].answer.is_empty());
    assert_eq!(found[2].product_name, "Desk Lamp Arc");
    assert_eq!(stage.likely("arc lamp")[0].row.id, lamp, "by the product's name");
}

#[test]
fn the_filter_by_phase_agrees_with_what_each_line_says() {
    let stage = stage();
    let (mut threads, kinds) = (Vec::new(), [Kind::Question, Kind::Problem, Kind::Idea, Kind::Praise]);
    for n in 0..24 {
        let request = post_thread::Request {
            kind: kinds[n % 4],
            product: product(if n % 3 == 0 { "lamp" } else { "kettle" }),
            ..question(&format!("Thread {n}"))
        };
        let (view, guest) = stage.post(&Caller::Visitor, request);
        if n % 5 == 0 {
            accept_one(&stage, &view.row.id, &guest.expect("a guest"));
        }
        threads.push(view.row);
    }
    stage.prove("aoi");
    let wide = stage.claim("aoi", None, None, Reach::All).expect("a claim");
    for (n, row) in threads.iter().enumerate() {
        let words: Vec<_> = OfficialWord::for_kind(row.kind).collect();
        if let Some(word) = words.get(n % 6).copied() {
            let request =
                chie_domain::api::set_status::Request { word: Some(word), reason: Reason::parse("Because.").ok(), version: None };
            stage.ask(&console("aoi"), Ask::SetStatus(row.id.clone(), request)).expect("said");
        }
    }
    let agree = |when: &str| {
        let all = stage.list(Request { limit: Some(50), ..Request::default() }).rows;
        assert_eq!(all.len(), 24);
        for phase in [Phase::Open, Phase::Active, Phase::Resolved, Phase::Declined] {
            let mut said: Vec<_> = all.iter().filter(|row| row.status.phase() == Some(phase)).map(|row| &row.id).collect();
            let filtered = stage.list(Request { phase: Some(phase), limit: Some(50), ..Request::default() }).rows;
            let mut filtered: Vec<_> = filtered.iter().map(|row| &row.id).collect();
            said.sort();
            filtered.sort();
            assert_eq!(said, filtered, "{phase:?} {when}");
        }
        for view in stage.community().products {
            let waiting = all.iter().filter(|row| row.product == view.key && row.status.phase() == Some(Phase::Open)).count();
            assert_eq!(usize::try_from(view.waiting), Ok(waiting), "{} {when}", view.key);
        }
    };
    agree("claimed");
    stage.ask(&console("aoi"), Ask::Release(wide.id)).expect("released");
    agree("released");
    stage.claim("aoi", None, Some("lamp"), Reach::All).expect("a claim");
    stage.claim("aoi", Some(&threads[1].id), None, Reach::All).expect("a claim");
    stage.claim("aoi", None, None, Reach::FromNowOn).expect("a claim");
    agree("claimed in part");
    stage.pass(Span::days(11));
    agree("lapsed, and nobody woke");
    stage.ask(&Caller::Visitor, Ask::Due).expect("due");
    agree("lapsed");
}

fn viewers() -> impl Strategy<Value = Viewer> {
    let roles = [Role::Owner, Role::Representative, Role::Trainee, Role::Observer];
    (0_u8..4, 1_u8..4, proptest::sample::select(roles.to_vec())).prop_map(|(kind, who, role)| {
        let who = MemberId::mint(T0, [who; 10]);
        let proof = ProofState::Confirmed { since: T0, seen: T0 };
        match kind {
            0 => Viewer::Visitor,
            1 => Viewer::Member(who),
            2 => Representative::on(proof, who, role, T0).map_or(Viewer::Visitor, Viewer::Representative),
            _ => Viewer::Operator,
        }
    })
}

fn states() -> impl Strategy<Value = (MemberId, Visibility)> {
    (0_u8..4, 1_u8..4, 0_usize..8).prop_map(|(kind, author, ground)| {
        let (author, ground) = (MemberId::mint(T0, [author; 10]), Ground::ALL[ground]);
        let state = match kind {
            0 => Visibility::Public,
            1 => Visibility::Held { author: author.clone(), ground },
            2 => Visibility::Removed { author: author.clone(), ground },
            _ => Visibility::Gone,
        };
        (author, state)
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn no_cursor_breaks_anything(text in "(\\PC|[~0-9]){0,40}", turn in 0_usize..4) {
        let stage = stage();
        let (thread, guest) = stage.asked("Thread 0");
        stage.asked("Thread 1");
        let given = stage.list(Request { limit: Some(1), ..Request::default() }).next.expect("a position");
        let at = (0..=given.len()).filter(|at| given.is_char_boundary(*at)).nth(turn * 3).unwrap_or(0);
        for cursor in [text.clone(), format!("{given}{text}"), format!("{}{text}", &given[..at])] {
            let cursor = Some(cursor);
            for ask in [
                Ask::List(Request { cursor: cursor.clone(), ..Request::default() }),
                Ask::Thread(thread.clone(), get_thread::Request { cursor: cursor.clone(), around: None }),
                Ask::ExportMe(chie_domain::api::export_me::Request { cursor: cursor.clone() }),
            ] {
                let answered = stage.ask(&member(&guest), ask);
                prop_assert!(!matches!(answered, Err(crate::ask::Trouble::Fault(_))), "{cursor:?}: {answered:?}");
            }
        }
    }
}

proptest! {
    #[test]
    fn sql_and_the_rule_agree_on_who_sees_what(viewer in viewers(), posts in proptest::collection::vec(states(), 0..12)) {
        let sql = crate::native::Native::in_memory().expect("a database");
        sql.rows("CREATE TABLE post (n INTEGER PRIMARY KEY, author TEXT, visibility TEXT, ground TEXT)", &[]).expect("a table");
        for (author, state) in &posts {
            let (seen_by, ground) = crate::posts::columns(state);
            let args = [Value::from(author.as_str()), Value::from(seen_by), Value::from(ground)];
            sql.rows("INSERT INTO post (author, visibility, ground) VALUES (?, ?, ?)", &args).expect("a row");
        }
        for (want, least) in [(Want::Whole, Sight::Whole), (Want::Trace, Sight::Tombstone)] {
            let mut statement = Statement::of("SELECT p.n FROM post p WHERE ", &[]);
            statement.join(&condition(&viewer, "p", want));
            let seen = sql.rows(&statement.text, &statement.args).expect("rows").len();
            let may = posts.iter().filter(|(_, state)| {
                let sight = can_see(&viewer, state);
                sight == Sight::Whole || sight == least
            });
            prop_assert_eq!(seen, may.count());
        }
    }
}

#[test]
fn a_product_beyond_the_shown_ones_is_there_all_the_same() {
    let stage = stage();
    stage.asked("The lid sticks");
    stage
        .sql
        .rows(
            "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 600) \
         INSERT INTO product (key, name, standing, at, threads) SELECT 'a' || i, 'A' || i, 'made', 0, 2 FROM n",
            &[],
        )
        .expect("many products");
    let embed = Ask::Embed { product: super::actors::product("kettle"), name: None, thread: None };
    let Ok(Outcome::Embed(parts)) = stage.ask(&Caller::Visitor, embed) else { panic!("not drawn") };
    assert_eq!((parts.product.threads, parts.community.threads), (1, 1201));
    assert!(parts.community.products.len() <= 20, "a visitor does not carry them all");
}

/// What a search reads of a thread is what the thread says, and there is nothing to read of what is not public.
pub(super) const LINES_THAT_LIE: &str = "SELECT count(*) FROM thread t LEFT JOIN thread_line l ON l.n = t.n WHERE l.told IS NOT CASE t.visibility \
     WHEN 'public' THEN t.facet || ' ' || t.at || ' ' || t.active || ' ' || t.me_too || ' ' || t.waits || ' ' || t.product END";

#[test]
fn a_line_for_searches_comes_changes_and_goes_with_its_thread() {
    let stage = stage();
    let (thread, _) = stage.asked("The lid sticks");
    let (other, asker) = stage.asked("The lid rattles");
    assert_eq!((stage.count("SELECT count(*) FROM thread_line"), stage.count(LINES_THAT_LIE)), (2, 0));
    stage.reply(&Caller::Visitor, &thread, "Mine too");
    stage.ask(&Caller::Visitor, Ask::SetMeToo(thread, set_me_too::Request { on: true })).expect("a me-too");
    assert_eq!(stage.count(LINES_THAT_LIE), 0);
    stage.ask(&member(&asker), Ask::DeletePost(PostId::Opening(other))).expect("taken back");
    assert_eq!((stage.count("SELECT count(*) FROM thread_line"), stage.count(LINES_THAT_LIE)), (1, 0));
}
