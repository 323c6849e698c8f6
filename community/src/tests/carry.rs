//! A community taken along and brought in again: the same, whole or not at all, with nothing private.

use std::collections::BTreeSet;

use chie_domain::api::post_official_reply;
use chie_domain::api::{list_threads, mark_official_answer, remove_post, set_me_too, set_star};
use chie_domain::claim::Reach;
use chie_domain::ground::Ground;
use chie_domain::text::Body;

use super::actors::{Stage, code, console, member, operator, question, stage};
use crate::ask::{Ask, Caller, Others, Outcome};
use crate::carry::{KINDS, LEFT_OUT};

/// A community with everything in it that customers, brand and operator can do to a thread.
fn lively() -> Stage {
    let stage = stage();
    let (thread, asker) = stage.asked("The lid sticks");
    let (reply, helper) = stage.reply(&Caller::Visitor, &thread, "Turn the **gasket** round.");
    let (gone, _) = stage.reply(&Caller::Visitor, &thread, "Secret words of a removed reply");
    let helper = helper.expect("a guest");
    stage.ask(&member(&asker), Ask::SetStar(reply.id.clone(), set_star::Request { on: true })).expect("a star");
    stage
        .ask(&member(&asker), Ask::SetAccepted(reply.id.clone(), chie_domain::api::set_accepted::Request { on: true }))
        .expect("accepted");
    stage.ask(&member(&helper), Ask::SetMeToo(thread.clone(), set_me_too::Request { on: true })).expect("a me-too");
    stage
        .ask(
            &operator(),
            Ask::Remove(
                remove_post::Request { thread: thread.clone(), reply: Some(gone.id), ground: Ground::Hostility },
                Others::None,
            ),
        )
        .expect("removed");
    stage.prove("mika");
    stage.claim("mika", None, None, Reach::All).expect("a claim");
    let request = post_official_reply::Request {
        body: Body::parse("We changed the gasket.").expect("a body"),
        name: chie_domain::text::DisplayName::parse("Mika").expect("a name"),
        under: None,
    };
    let view = match stage.ask(&console("mika"), Ask::PostOfficialReply(thread.clone(), request)) {
        Ok(Outcome::Thread(view)) => view,
        other => panic!("{other:?}"),
    };
    let official = view.replies.last().expect("a reply").id.clone();
    stage
        .ask(&console("mika"), Ask::MarkOfficialAnswer(thread, mark_official_answer::Request { reply: Some(official) }))
        .expect("marked");
    stage.post(&Caller::Visitor, question("パッキンはどこで買えますか"));
    stage
}

/// The whole file, as the operator gets it.
fn taken(stage: &Stage) -> String {
    let mut text = String::new();
    let mut from = None;
    loop {
        match stage.ask(&operator(), Ask::Export(from)) {
            Ok(Outcome::Exported(lines, next)) => {
                text.push_str(&lines);
                let Some(next) = next else { return text };
                from = Some(next);
            }
            other => panic!("{other:?}"),
        }
    }
}

fn bring(stage: &Stage, text: &str) -> Result<u32, String> {
    // In two parts, cut where nobody would.
    let (first, second) = text.split_at(text.find('\n').map_or(0, |at| at + 1));
    for (number, part) in [first, second].into_iter().enumerate() {
        stage
            .ask(&operator(), Ask::ImportPart(u32::try_from(number).expect("a number"), part.to_owned()))
            .map_err(|trouble| trouble.to_string())?;
    }
    match stage.ask(&operator(), Ask::Import(2)) {
        Ok(Outcome::Imported(done)) => done.map_err(|error| error.message),
        other => panic!("{other:?}"),
    }
}

/// An empty place at the same moment, which mints other ids.
fn elsewhere(source: &Stage) -> Stage {
    let copy = stage();
    copy.now.set(source.now.get());
    copy.turn.set(1_000);
    copy
}

fn without_head(text: &str) -> Vec<&str> {
    text.lines().skip(1).collect()
}

#[test]
fn what_is_brought_in_is_what_was_taken_along() {
    let source = lively();
    let file = taken(&source);
    let copy = elsewhere(&source);
    assert_eq!(bring(&copy, &file), Ok(u32::try_from(file.lines().count()).expect("a count")));
    assert_eq!(without_head(&taken(&copy)), without_head(&file));
    let titles = |stage: &Stage| {
        stage
            .list(list_threads::Request::default())
            .rows
            .into_iter()
            .map(|row| (row.title, row.replies, row.me_too))
            .collect::<Vec<_>>()
    };
    assert_eq!(titles(&copy), titles(&source));
    copy.all_due();
    assert_eq!(copy.likely("lid sticks").len(), 1);
    assert_eq!(copy.count("SELECT count(*) FROM carried"), 0);
}

#[test]
fn official_words_come_along_and_count_only_where_the_brand_proves_itself() {
    let copy = stage();
    copy.pass(chie_domain::time::Span::days(1));
    bring(&copy, &taken(&lively())).expect("brought in");
    let rows = copy.list(list_threads::Request::default()).rows;
    assert!(rows.iter().all(|row| row.steward == chie_domain::claim::Stewardship::FanMade), "{rows:?}");
}

#[test]
fn nothing_private_travels() {
    let source = lively();
    let helper = source.asked("Held").1;
    source.join(&member(&helper), "ada");
    let file = taken(&source);
    for secret in ["Secret words", "mail.example", "account", "sealed"] {
        assert!(!file.contains(secret), "{secret}");
    }
    assert!(file.contains(r#""ground":"hostility""#));
}

#[test]
fn who_may_take_along_and_bring() {
    let source = lively();
    assert!(source.ask(&console("mika"), Ask::Export(None)).is_ok());
    assert_eq!(code(source.ask(&console("stranger"), Ask::Export(None))), "not_allowed");
    assert_eq!(code(source.ask(&Caller::Visitor, Ask::Export(None))), "not_allowed");
    let copy = stage();
    assert_eq!(code(copy.ask(&console("mika"), Ask::ImportPart(0, String::new()))), "not_allowed");
    assert_eq!(code(source.ask(&operator(), Ask::ImportPart(0, String::new()))), "not_empty");
}

#[test]
fn a_damaged_or_hostile_file_is_told_and_leaves_nothing() {
    let source = lively();
    let file = taken(&source);
    let lines: Vec<&str> = file.lines().collect();
    let thread = lines.iter().position(|line| line.starts_with(r#"{"thread""#)).expect("a thread");
    let with = |place: usize, line: &str| {
        let mut all = lines.clone();
        all[place] = line;
        all.join("\n") + "\n"
    };
    let changed = |from: &str, to: &str| file.replacen(from, to, 1);
    let cases = [
        (lines[..lines.len() - 1].join("\n") + "\n", "the file is not whole"),
        (lines[..lines.len() - 3].join("\n") + "\n" + lines[lines.len() - 1] + "\n", "lines come before it"),
        (changed(r#""brand":"acme.example""#, r#""brand":"kettle.example""#), "not of acme.example"),
        (changed(r#""format":1"#, r#""format":2"#), "version 1"),
        (with(thread, "not json"), "is no JSON object"),
        (with(thread, r#"{"thread":{"id":"x"}}"#), "`thread.id` has a value"),
        (with(thread, r#"{"grudge":{}}"#), "no kind `grudge`"),
        (changed(r#""kind":"question""#, r#""kind":"rant""#), "`thread.kind`"),
        (changed(r#""kind":"question""#, r#""kind":"question","admin":true"#), "no field `admin`"),
        (changed(r#""visibility":"public""#, r#""visibility":"held""#), "`thread.visibility`"),
        (changed("The lid sticks", &"x".repeat(141)), "`thread.title`"),
        (with(thread + 1, lines[thread]), "is there twice"),
        (with(thread, ""), "is no JSON object"),
        (changed(r#"{"tenancy":{"began":"#, r#"{"tenancy":{"began":9"#), "`tenancy.began`"),
    ];
    for (text, wrong) in cases {
        let copy = elsewhere(&source);
        let said = bring(&copy, &text).expect_err(wrong);
        assert!(said.contains(wrong) && said.starts_with("Nothing was brought in. "), "{wrong}: {said}");
        assert_eq!(copy.community().opened, None);
        for table in ["thread", "member", "product", "tenancy", "carried", "audit"] {
            assert_eq!(copy.count(&format!("SELECT count(*) FROM {table}")), 0, "{wrong}: {table}");
        }
        // The place is as empty as before: the right file can follow.
        bring(&copy, &file).expect("brought in");
    }
}

#[test]
fn every_column_travels_or_is_known_not_to() {
    let stage = lively();
    let rows = stage.rows("SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'found%' AND m.name NOT LIKE 'sqlite_%'");
    let stays: BTreeSet<&str> = LEFT_OUT.iter().map(|(name, _)| *name).collect();
    let missing: Vec<String> = rows
        .into_iter()
        .filter(|(table, column)| {
            let travels = KINDS.iter().any(|kind| kind.table == table && kind.fields.iter().any(|field| field.name == column));
            !travels && !stays.contains(table.as_str()) && !stays.contains(format!("{table}.{column}").as_str())
        })
        .map(|(table, column)| format!("{table}.{column}"))
        .collect();
    assert_eq!(missing, Vec::<String>::new(), "carry these in carry/shape.rs, or say there why not");
}
