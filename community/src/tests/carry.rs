//! A community taken along and brought in again: the same, whole or not at all, with nothing private.

use std::collections::BTreeSet;

use chie_domain::api::{list_threads, mark_official_answer, remove_post, set_me_too, set_star};
use chie_domain::api::{post_official_reply, post_reply};
use chie_domain::claim::Reach;
use chie_domain::ground::Ground;
use chie_domain::id::PhotoId;
use chie_domain::photo::UNUSED_LIVES;
use chie_domain::text::Body;

use super::actors::{Stage, code, console, member, operator, question, stage, words};
use super::photos::{album, picture};
use crate::ask::{Ask, Caller, Others, Outcome, PhotoSeen, Piece};
use crate::carry::{KINDS, LEFT_OUT};
use crate::sql::{Sql, Value};

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

/// The line in which a picture stands, once its bytes were taken off.
fn stub(photo: &PhotoId) -> String {
    format!("{{\"picture\":{{\"photo\":\"{photo}\"}}}}\n")
}

/// The whole file, as the operator gets it; without the bytes of pictures.
fn taken(stage: &Stage) -> String {
    let mut text = String::new();
    let mut from = None;
    loop {
        match stage.ask(&operator(), Ask::Export(from)) {
            Ok(Outcome::Exported(pieces, next)) => {
                for piece in pieces {
                    match piece {
                        Piece::Lines(lines) => text.push_str(&lines),
                        Piece::Picture(photo) => text.push_str(&stub(&photo)),
                    }
                }
                let Some(next) = next else { return text };
                from = Some(next);
            }
            other => panic!("{other:?}"),
        }
    }
}

/// The photos whose pictures a file holds.
fn pictures(text: &str) -> Vec<PhotoId> {
    let photo = |line: &str| PhotoId::parse(line.strip_prefix(r#"{"picture":{"photo":""#)?.strip_suffix(r#""}}"#)?).ok();
    text.lines().filter_map(photo).collect()
}

/// Brings in a file with its pictures.
fn bring(stage: &Stage, text: &str) -> Result<u32, String> {
    for photo in pictures(text) {
        stage.ask(&operator(), Ask::ImportPicture(photo, picture())).map_err(|trouble| trouble.to_string())?;
    }
    bring_lines(stage, text)
}

fn bring_lines(stage: &Stage, text: &str) -> Result<u32, String> {
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

/// A guest's thread with a photo that stands veiled, and a reply with one that was opened.
fn pictured(stage: &Stage) -> [PhotoId; 2] {
    let (thread, first, _) = stage.showed();
    let (second, guest) = stage.photo(&Caller::Visitor);
    let request = post_reply::Request { photos: album(&[&second]), ..words("Like this") };
    stage.ask(&member(&guest.expect("a guest")), Ask::PostReply(thread, request)).expect("a reply");
    stage.judge(&operator(), &second, true).expect("open");
    [first, second]
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
fn photos_come_along_with_their_pictures_veiled_or_open_as_they_were() {
    let source = stage();
    let [veiled, open] = pictured(&source);
    let file = taken(&source);
    assert_eq!(pictures(&file), [veiled.clone(), open.clone()]);
    let copy = elsewhere(&source);
    bring(&copy, &file).expect("brought in");
    assert_eq!(without_head(&taken(&copy)), without_head(&file));
    assert_eq!(copy.seen(&open), PhotoSeen::ByAll);
    let (PhotoSeen::ByKey(here), PhotoSeen::ByKey(there)) = (source.seen(&veiled), copy.seen(&veiled)) else {
        panic!("veiled in both places")
    };
    assert_ne!(here, there, "a key opens in one place only");
    let shown = |stage: &Stage| {
        let rows = stage.list(list_threads::Request::default()).rows;
        let view = stage.thread(&rows.first().expect("a thread").id);
        let all = view.photos.into_iter().chain(view.replies.into_iter().flat_map(|reply| reply.photos));
        all.map(|photo| (photo.id, photo.width, photo.height, photo.alt, photo.veil)).collect::<Vec<_>>()
    };
    assert_eq!(shown(&copy), shown(&source));
    // What came in is no longer on its way.
    copy.pass(UNUSED_LIVES);
    assert_eq!((copy.due(), copy.count("SELECT count(*) FROM carried_photo")), (vec![], 0));
}

#[test]
fn what_nobody_sees_of_photos_stays_behind() {
    let source = stage();
    let [veiled, open] = pictured(&source);
    let (unused, _) = source.photo(&Caller::Visitor);
    source.sql.rows("UPDATE photo SET hidden = 'personal_data' WHERE id = ?", &[Value::Text(open.to_string())]).expect("hidden");
    let file = taken(&source);
    assert_eq!(pictures(&file), std::slice::from_ref(&veiled));
    assert!(!file.contains(open.as_str()) && !file.contains(unused.as_str()));
    let thread = source.list(list_threads::Request::default()).rows.remove(0).id;
    let request = remove_post::Request { thread, reply: None, ground: Ground::PersonalData };
    source.ask(&operator(), Ask::Remove(request, Others::None)).expect("removed");
    assert_eq!(pictures(&taken(&source)), []);
}

#[test]
fn a_picture_that_is_missing_is_told_and_one_that_was_gone_stays_behind() {
    let source = stage();
    let [veiled, open] = pictured(&source);
    let file = taken(&source);
    let copy = elsewhere(&source);
    let said = bring(&copy, &file.replace(&stub(&veiled), "")).expect_err("not whole");
    assert!(said.contains("lines come before it"), "{said}");
    let end = |less: usize| format!(r#"{{"end":{{"lines":{}}}}}"#, file.lines().count() - less - 1);
    let said = bring(&copy, &file.replace(&stub(&veiled), "").replace(&end(0), &end(1))).expect_err("no picture");
    assert!(said.contains(&format!("the picture of the photo {veiled} is missing")), "{said}");
    let twice = file.replace(&stub(&veiled), &stub(&veiled).repeat(2));
    assert!(bring(&copy, &twice).expect_err("twice").contains("is the picture of no photo that stands further up"));
    let inside = file.replace(&stub(&veiled), &stub(&veiled).replace("\"}}", "\",\"data\":\"\"}}"));
    assert!(bring_lines(&copy, &inside).expect_err("data").contains("`picture` has no field `data`"));
    // The same file brings everything in but the photo whose picture did not come.
    let brought = Ask::ImportPicture(open.clone(), picture());
    copy.sql.rows("DELETE FROM carried_photo", &[]).expect("nothing");
    copy.ask(&operator(), brought).expect("noted");
    bring_lines(&copy, &file).expect("brought in");
    assert_eq!((copy.seen(&open), copy.seen(&veiled)), (PhotoSeen::ByAll, PhotoSeen::ByNobody));
}

#[test]
fn pictures_of_a_file_that_was_refused_are_deleted_within_a_day() {
    let source = stage();
    let photos = pictured(&source);
    let copy = elsewhere(&source);
    bring(&copy, &taken(&source).replace("\"end\"", "\"ends\"")).expect_err("refused");
    assert_eq!(copy.sql.alarm(), Some(copy.now.get().after(UNUSED_LIVES)));
    assert_eq!(copy.due(), vec![]);
    copy.pass(UNUSED_LIVES);
    let due = copy.due();
    assert_eq!(due.iter().collect::<BTreeSet<_>>(), photos.iter().collect());
    copy.ask(&Caller::Visitor, Ask::PhotosDeleted(due)).expect("deleted");
    assert_eq!((copy.due(), copy.count("SELECT count(*) FROM carried_photo")), (vec![], 0));
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
    let photo = PhotoId::mint(copy.now.get(), [1; 10]);
    assert_eq!(code(copy.ask(&console("mika"), Ask::ImportPicture(photo.clone(), picture()))), "not_allowed");
    assert_eq!(code(source.ask(&operator(), Ask::ImportPicture(photo, picture()))), "not_empty");
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
