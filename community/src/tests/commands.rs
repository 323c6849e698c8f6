//! Every command at once, whoever asks and in whatever order: what is refused has changed nothing, the same wish again is one wish, and
//! who may not, cannot. A new command fails here until it has a wish and its row says who may have it.

mod rows;
mod scene;
mod wishes;

use std::collections::{BTreeMap, BTreeSet};

use chie_domain::time::Span;
use proptest::prelude::*;

use self::rows::{ANEW, KEYED, MAY, NESTED, ON_A_PAGE, ON_THE_CONSOLE, ONCE, READINGS};
use self::scene::{Scene, Who, scene};
use self::wishes::wishes;
use super::actors::{Stage, key};
use crate::answer;
use crate::ask::{Ask, IdempotencyKey, Outcome, Trouble};
use crate::sql::{Fault, Sql, Value};

/// Which command an ask is.
fn name_of(ask: &Ask) -> String {
    let shown = format!("{ask:?}");
    let mut words = shown.split(|letter: char| !letter.is_alphanumeric());
    let first = words.next().unwrap_or_default();
    if NESTED.contains(&first) { format!("{first}.{}", words.next().unwrap_or_default()) } else { first.to_owned() }
}

/// The names of an enum's variants, out of its source.
fn variants(source: &str, of: &str) -> BTreeSet<String> {
    let (_, rest) = source.split_once(&format!("pub enum {of} {{\n")).expect("the enum");
    let (inside, _) = rest.split_once("\n}").expect("its end");
    let name = |line: &str| line.split(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default().to_owned();
    let lines = inside.lines().filter_map(|line| line.strip_prefix("    "));
    lines.filter(|line| line.starts_with(|letter: char| letter.is_ascii_uppercase())).map(name).collect()
}

/// What is not the matter itself: the record of deeds, what the directory is told of, how the index lies in its pieces, and when by chance
/// evidence is looked at again.
fn is_aside(line: &str) -> bool {
    let asides = ["audit|", "outbox|", "found_data|", "found_idx|", "due|'outbox'", "due|'proof:", "due|'alias:"];
    asides.iter().any(|aside| line.starts_with(aside))
}

/// All that is kept: each cell of each table, and when this community wants to be woken.
fn dump(stage: &Stage) -> Vec<String> {
    let text = |value: &Value| match value {
        Value::Text(text) => text.clone(),
        other => format!("{other:?}"),
    };
    let texts = |sql: &str| {
        let rows = stage.sql.rows(sql, &[]).expect("rows");
        rows.iter().map(|row| row.iter().map(text).collect::<Vec<_>>().join("|")).collect::<Vec<_>>()
    };
    let tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name";
    let mut all = vec![format!("{:?}", stage.sql.alarm())];
    for table in texts(tables) {
        // How many messages went to the directory is told by the messages.
        let columns = format!("SELECT 'quote(\"' || name || '\")' FROM pragma_table_info('{table}') WHERE name <> 'outbox_seq'");
        let columns = texts(&columns).join(", ");
        let mut rows = texts(&format!("SELECT '{table}', {columns} FROM \"{table}\""));
        rows.sort();
        all.append(&mut rows);
    }
    all
}

/// Whatever was tried is undone.
struct Undone;

impl From<Fault> for Undone {
    fn from(fault: Fault) -> Self {
        panic!("{fault}")
    }
}

fn ask(scene: &Scene, who: Who, key: Option<&IdempotencyKey>, ask: &Ask) -> Result<Outcome, Trouble> {
    let stage = &scene.stage;
    answer(&stage.sql, &stage.brand, &stage.moment(), &scene.caller(who), key, ask.clone())
}

/// What is different, to be read by whoever broke it.
fn difference(before: &[String], after: &[String]) -> Vec<String> {
    let gone = before.iter().filter(|line| !after.contains(line)).map(|line| format!("- {line}"));
    let came = after.iter().filter(|line| !before.contains(line)).map(|line| format!("+ {line}"));
    gone.chain(came).collect()
}

/// Asks, and says whether it was done. What is refused has changed nothing. What was done and is asked for again with its key gives the
/// same answer, or is refused by now; either way it is not done again.
fn is_done(scene: &Scene, who: Who, wish: &Ask, before: &[String], turn: usize, strictly: bool) -> bool {
    let (stage, at) = (&scene.stage, format!("{who:?}, turn {turn}: {wish:?}"));
    let of = key(&format!("a-key-of-the-wish-{turn}"), "one");
    let first = match ask(scene, who, Some(&of), wish) {
        Err(Trouble::Refused(_)) => {
            assert_eq!(difference(before, &dump(stage)), Vec::<String>::new(), "a refusal changed something: {at}");
            return false;
        }
        Err(Trouble::Fault(fault)) => panic!("{at}: {fault}"),
        Ok(outcome) => outcome,
    };
    let earliest = stage.sql.rows("SELECT min(at) FROM due", &[]).expect("rows");
    let alarm = stage.sql.alarm().map_or(Value::Null, Value::from);
    assert_eq!(earliest, [[alarm]], "the alarm is not at the earliest errand: {at}");
    if ANEW.contains(&name_of(wish).as_str()) {
        return true;
    }
    let once = dump(stage);
    let second = ask(scene, who, Some(&of), wish);
    let over = matches!(second, Err(Trouble::Refused(_)));
    let mut again = difference(&once, &dump(stage));
    if over {
        assert!(!strictly || ONCE.contains(&name_of(wish).as_str()), "asked for again, it was refused: {at}: {second:?}");
    } else {
        assert_eq!(second, Ok(first), "asked for again, it says something else: {at}");
        again.retain(|line| !is_aside(&line[2..]));
    }
    assert_eq!(again, Vec::<String>::new(), "asked for again, it was done again: {at}");
    let before = dump(stage);
    let other = ask(scene, who, Some(&key(&of.key, "another")), wish);
    let reused = matches!(&other, Err(Trouble::Refused(error)) if error.code == "idempotency_key_reused");
    assert_eq!(reused, KEYED.contains(&name_of(wish).as_str()), "with another wish's key: {at}: {other:?}");
    assert!(!reused || dump(stage) == before, "with another wish's key something was done: {at}");
    true
}

#[test]
fn each_command_has_a_wish_and_says_who_may_have_it() {
    let asks = variants(include_str!("../ask.rs"), "Ask");
    let matters = include_str!("../ask/matter.rs");
    let inner = |of: &str| {
        let inside = variants(matters, &format!("{of}Ask"));
        inside.into_iter().map(|name| format!("{of}.{name}")).collect::<BTreeSet<_>>()
    };
    let mut all: BTreeSet<String> = asks.into_iter().filter(|name| !NESTED.contains(&name.as_str())).collect();
    all.extend(NESTED.iter().flat_map(|of| inner(of)));
    let wished: BTreeSet<String> = wishes(&scene(), 0).iter().map(name_of).collect();
    let read: BTreeSet<String> = READINGS.iter().map(|&name| name.to_owned()).collect();
    let rows: BTreeSet<String> = MAY.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(wished, rows, "each wish has its row");
    assert_eq!(wished.intersection(&read).next(), None, "what only reads has no wish");
    assert_eq!(wished.union(&read).cloned().collect::<BTreeSet<_>>(), all, "each ask of the engine is here");
}

#[test]
fn who_may_can_and_nobody_else_and_a_refusal_changes_nothing() {
    let scene = scene();
    let before = dump(&scene.stage);
    let mut did: BTreeMap<String, Vec<Who>> = BTreeMap::new();
    for wish in wishes(&scene, 0) {
        assert!(wish.writes(), "{wish:?} only reads");
        let doers = did.entry(name_of(&wish)).or_default();
        for who in Who::ALL {
            let tried: Result<(), Undone> = scene.stage.sql.atomically(|_| {
                if is_done(&scene, who, &wish, &before, 0, true) {
                    doers.push(who);
                }
                Err(Undone)
            });
            assert!(tried.is_err());
        }
    }
    assert_eq!(dump(&scene.stage), before, "all of it was undone");
    let may: BTreeMap<String, Vec<Who>> = MAY.iter().map(|(name, who)| ((*name).to_owned(), who.to_vec())).collect();
    let wrong: Vec<_> = may.iter().filter(|(name, who)| did.get(*name) != Some(who)).collect();
    let really: Vec<_> = wrong.iter().map(|(name, _)| (name, did.get(*name))).collect();
    assert!(wrong.is_empty(), "expected {wrong:#?}\nbut it was {really:#?}");
}

/// Steps: who, which wish, which turn, and how long nothing happens before.
fn steps() -> impl Strategy<Value = Vec<(usize, usize, usize, u64)>> {
    let minutes = prop_oneof![4 => Just(0_u64), 2 => Just(12_u64), 1 => Just(60 * 25)];
    prop::collection::vec((0..Who::ALL.len(), 0..MAY.len(), 0..12_usize, minutes), 1..40)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    /// In whatever order people do whatever they can, the laws hold at each step, and the record is whole.
    #[test]
    fn the_laws_hold_in_whatever_order(steps in steps()) {
        let scene = scene();
        for (n, (who, which, turn, minutes)) in steps.into_iter().enumerate() {
            scene.stage.pass(Span::minutes(minutes));
            let wish = wishes(&scene, turn).swap_remove(which);
            let before = dump(&scene.stage);
            let who = Who::ALL[who];
            if is_done(&scene, who, &wish, &before, n, false) {
                // Whatever becomes of people, a page does nothing that belongs to the console, and the console takes no part in the page.
                let (_, may) = MAY.iter().find(|(name, _)| *name == name_of(&wish)).expect("a row");
                for side in [ON_A_PAGE, ON_THE_CONSOLE] {
                    prop_assert!(may.iter().any(|who| !side.contains(who)) || may.is_empty() || side.contains(&who), "{:?}: {:?}", who, wish);
                }
            }
        }
        prop_assert_eq!(crate::verify_audit(&scene.stage.sql), Ok(None));
    }
}
