//! Products by all their names: renamed, called otherwise, merged and retired, without losing a thread or an address.

mod setting_up;

use std::collections::BTreeMap;

use chie_domain::api::get_history::What::{Confirmed, Renamed, Reopened, Retired};
use chie_domain::api::view::{ProductStanding, ProductView, ThreadRow};
use chie_domain::api::{change_set_up, get_history, get_products, list_threads, search_threads, set_product};
use chie_domain::claim::{Reach, Stewardship};
use chie_domain::id::ThreadId;
use chie_domain::policy::Role;
use chie_domain::set_up::Aliases;
use chie_domain::text::{ProductName, Sought};
use chie_domain::time::Span;

use super::actors::{Stage, account, code, console, contact, member, product, question, stage};
use crate::ask::{Ask, Caller, EmbedParts, Outcome, PeopleAsk, Trouble};

fn about(key: &str, title: &str) -> chie_domain::api::post_thread::Request {
    let mut request = question(title);
    request.product = product(key);
    request
}

fn products(stage: &Stage, who: &str) -> Vec<get_products::ProductLine> {
    match stage.ask(&console(who), Ask::Products) {
        Ok(Outcome::Products(all)) => all.products,
        other => panic!("{other:?}"),
    }
}

fn said(name: &str, aliases: &str, retired: bool) -> set_product::Request {
    let (name, aliases) = (ProductName::parse(name).expect("a name"), Aliases::parse(aliases).expect("names"));
    set_product::Request { name, aliases, retired }
}

fn set(stage: &Stage, key: &str, request: set_product::Request) -> Result<Outcome, Trouble> {
    stage.ask(&console("aoi"), Ask::SetProduct(product(key), request))
}

fn merge(stage: &Stage, from: &str, into: &str) -> Result<Outcome, Trouble> {
    stage.ask(&console("aoi"), Ask::MergeProduct(product(from), product(into)))
}

fn embed(stage: &Stage, key: &str) -> EmbedParts {
    match stage.ask(&Caller::Visitor, Ask::Embed { product: product(key), name: None, thread: None }) {
        Ok(Outcome::Embed(parts)) => parts,
        other => panic!("{other:?}"),
    }
}

fn of(stage: &Stage, key: &str) -> ProductView {
    embed(stage, key).product
}

fn rows(stage: &Stage, key: &str) -> Vec<ThreadRow> {
    stage.list(list_threads::Request { product: Some(product(key)), limit: Some(50), ..Default::default() }).rows
}

fn found(stage: &Stage, words: &str, key: Option<&str>) -> Vec<ThreadId> {
    let q = Some(Sought::parse(words).expect("words"));
    let request = search_threads::Request { q, product: key.map(product), ..Default::default() };
    match stage.ask(&Caller::Visitor, Ask::Search(request)) {
        Ok(Outcome::Search(found)) => found.matches.into_iter().map(|it| it.row.id).collect(),
        other => panic!("{other:?}"),
    }
}

fn history(stage: &Stage) -> Vec<get_history::What> {
    match stage.ask(&Caller::Visitor, Ask::History) {
        Ok(Outcome::History(history)) => history.lines.into_iter().map(|line| line.what).collect(),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_product_that_a_tag_made_is_confirmed_named_and_called_otherwise() {
    let stage = stage();
    let (view, _) = stage.post(&Caller::Visitor, about("kettle", "Loud"));
    stage.prove("aoi");
    assert_eq!(of(&stage, "kettle").standing, ProductStanding::NotYetConfirmed);
    set(&stage, "kettle", said("Stove-top Kettle", "KT-1200, やかん", false)).expect("said");
    let line = products(&stage, "aoi").remove(0);
    assert_eq!((line.product.name.as_str(), line.product.standing), ("Stove-top Kettle", ProductStanding::Made));
    assert_eq!(String::from(line.aliases), "KT-1200, やかん, kettle");
    // A tag that names the model leads to the product, and so does whatever is asked there.
    for key in ["kettle", "kt-1200"] {
        assert_eq!(of(&stage, key).key, product("kettle"), "{key}");
        assert_eq!(rows(&stage, key).len(), 1, "{key}");
    }
    let (asked, _) = stage.post(&Caller::Visitor, about("kt-1200", "Loud again"));
    assert_eq!(asked.row.product, product("kettle"));
    assert_eq!(found(&stage, "loud", Some("kt-1200")).len(), 2);
    assert!(found(&stage, "KT-1200", None).contains(&view.row.id));
    assert_eq!(stage.count("SELECT count(*) FROM product"), 1);
    assert_eq!(
        history(&stage)[..2],
        [Renamed("kettle".to_owned(), "Stove-top Kettle".to_owned()), Confirmed("Stove-top Kettle".to_owned()),]
    );
    // The same again is no news.
    let before = history(&stage).len();
    set(&stage, "kettle", said("Stove-top Kettle", "KT-1200", false)).expect("said");
    assert_eq!(history(&stage).len(), before);
}

#[test]
fn a_name_that_is_a_product_is_no_other_name() {
    let stage = stage();
    for key in ["kettle", "kt-1200", "lamp"] {
        stage.post(&Caller::Visitor, about(key, "Loud"));
    }
    stage.prove("aoi");
    assert_eq!(code(set(&stage, "kettle", said("Kettle", "KT-1200", false))), "name_taken");
    set(&stage, "lamp", said("Lamp", "LM-1", false)).expect("said");
    assert_eq!(code(set(&stage, "kettle", said("Kettle", "lm 1", false))), "name_taken");
    assert_eq!(code(set(&stage, "nothing", said("Kettle", "", false))), "unknown_product");
    assert_eq!(of(&stage, "kettle").standing, ProductStanding::NotYetConfirmed);
    // A product that comes later under an alias's key is led to the one that is called so.
    stage.post(&Caller::Visitor, about("lm-1", "Dim"));
    assert_eq!(rows(&stage, "lamp").len(), 2);
}

#[test]
fn merging_loses_no_thread_and_no_address() {
    let stage = stage();
    let (old, asker) = stage.post(&Caller::Visitor, about("kettle-1", "The whistle is loud"));
    let (new, _) = stage.post(&Caller::Visitor, about("kettle", "The lid is loose"));
    let (reply, helper) = stage.reply(&Caller::Visitor, &old.row.id, "Press it.");
    let on = chie_domain::api::set_accepted::Request { on: true };
    stage.ask(&member(&asker.expect("a guest")), Ask::SetAccepted(reply.id, on)).expect("accepted");
    stage.prove("aoi");
    assert_eq!(code(merge(&stage, "kettle-1", "kettle-1")), "same_product");
    assert_eq!(code(merge(&stage, "kettle-1", "nothing")), "unknown_product");
    merge(&stage, "kettle-1", "kettle").expect("merged");
    let both = [old.row.id.clone(), new.row.id.clone()];
    for key in ["kettle", "kettle-1"] {
        let view = of(&stage, key);
        assert_eq!((view.key, view.threads, view.waiting), (product("kettle"), 2, 1), "{key}");
        let ids: Vec<_> = rows(&stage, key).into_iter().map(|row| row.id).collect();
        assert!(both.iter().all(|id| ids.contains(id)), "{key}");
        assert_eq!(found(&stage, "whistle", Some(key)), std::slice::from_ref(&old.row.id), "{key}");
    }
    assert_eq!(stage.thread(&old.row.id).row.product, product("kettle"));
    assert_eq!(stage.thread(&old.row.id).replies[0].author.solved, 1);
    let _ = helper;
    let lines = products(&stage, "aoi");
    assert_eq!((lines.len(), &lines[0].merged[..]), (1, &[product("kettle-1")][..]));
    // Merged again, the first address still leads on.
    stage.post(&Caller::Visitor, about("pot", "Rust"));
    merge(&stage, "kettle", "pot").expect("merged");
    for key in ["kettle", "kettle-1", "pot"] {
        assert_eq!(of(&stage, key).key, product("pot"), "{key}");
    }
    assert_eq!(of(&stage, "pot").threads, 3);
    assert_eq!(code(merge(&stage, "kettle", "pot")), "unknown_product");
    assert_eq!(code(set(&stage, "kettle", said("Kettle", "", false))), "unknown_product");
    assert!(matches!(&history(&stage)[0], get_history::What::Merged(from, into) if from == "kettle" && into == "pot"));
    assert_eq!(stage.count("SELECT count(*) FROM tally WHERE product IN ('kettle', 'kettle-1') AND threads > 0"), 0);
}

#[test]
fn merging_never_changes_who_stands_behind_a_thread() {
    let stage = stage();
    let (old, _) = stage.post(&Caller::Visitor, about("kettle-1", "Old"));
    stage.post(&Caller::Visitor, about("kettle", "New"));
    stage.prove("aoi");
    stage.claim("aoi", None, Some("kettle-1"), Reach::All).expect("a claim");
    let since = stage.thread(&old.row.id).row.steward;
    assert_eq!(code(merge(&stage, "kettle-1", "kettle")), "claims_differ");
    assert_eq!(code(merge(&stage, "kettle", "kettle-1")), "claims_differ");
    assert_eq!(rows(&stage, "kettle").len(), 1, "a refusal changes nothing");
    stage.pass(Span::days(1));
    stage.claim("aoi", None, Some("kettle"), Reach::All).expect("a claim");
    merge(&stage, "kettle-1", "kettle").expect("merged");
    assert_eq!(stage.thread(&old.row.id).row.steward, since, "since when it was");
    assert!(rows(&stage, "kettle").iter().all(|row| row.steward != Stewardship::FanMade));
}

/// Chance that can be repeated.
fn dice(state: &mut u64, below: u64) -> u64 {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    (*state >> 33) % below
}

#[test]
fn whatever_is_arranged_every_thread_is_in_one_product_and_every_key_leads_to_it() {
    for walk in 1..12 {
        let stage = stage();
        let mut chance = walk;
        let keys = ["a", "b", "c", "d", "e"];
        // What the walk knows by itself: under which key each thread was asked, and where each key leads.
        let mut leads: BTreeMap<&str, &str> = keys.iter().map(|key| (*key, *key)).collect();
        let mut asked: Vec<(ThreadId, &str)> = Vec::new();
        for key in keys {
            asked.push((stage.post(&Caller::Visitor, about(key, "Something loud")).0.row.id, key));
        }
        stage.prove("aoi");
        let pick = |from: &mut u64| keys[usize::try_from(dice(from, 5)).expect("small")];
        for _ in 0..25 {
            let (one, other) = (pick(&mut chance), pick(&mut chance));
            stage.pass(Span::minutes(1));
            match dice(&mut chance, 4) {
                0 => {
                    let merged = merge(&stage, one, other).is_ok();
                    let possible = leads[one] == one && leads[other] == other && one != other;
                    assert_eq!(merged, possible, "{one} into {other}");
                    if merged {
                        leads.values_mut().filter(|to| **to == one).for_each(|to| *to = other);
                    }
                }
                1 => drop(set(&stage, one, said(&format!("Name {}", dice(&mut chance, 9)), "", false))),
                _ => asked.push((stage.post(&Caller::Visitor, about(one, "Something loud")).0.row.id, one)),
            }
            for (id, key) in &asked {
                assert_eq!(stage.thread(id).row.product, product(leads[key]));
            }
            for key in keys {
                let expected = asked.iter().filter(|(_, of)| leads[of] == leads[key]).count();
                let view = of(&stage, key);
                assert_eq!((view.key, usize::try_from(view.threads).expect("few")), (product(leads[key]), expected), "{key}");
                assert_eq!(rows(&stage, key).len(), expected.min(50), "{key}");
            }
        }
        let all = found(&stage, "loud", Some(leads["a"]));
        assert!(!all.is_empty());
        assert_eq!(crate::verify_audit(&stage.sql).expect("readable"), None);
    }
}

#[test]
fn what_is_retired_stays_readable_and_takes_nothing_new() {
    let stage = stage();
    let (view, _) = stage.post(&Caller::Visitor, about("kettle", "Loud"));
    stage.prove("aoi");
    set(&stage, "kettle", said("Kettle", "KT-1", true)).expect("said");
    assert_eq!(of(&stage, "kt-1").standing, ProductStanding::Retired(stage.now.get()));
    for key in ["kettle", "kt-1"] {
        assert_eq!(code(stage.ask(&Caller::Visitor, Ask::PostThread(about(key, "New")))), "product_retired");
    }
    assert_eq!(rows(&stage, "kettle").len(), 1);
    stage.reply(&Caller::Visitor, &view.row.id, "Still true.");
    stage.pass(Span::days(1));
    set(&stage, "kettle", said("Kettle", "KT-1", true)).expect("said");
    assert!(matches!(of(&stage, "kettle").standing, ProductStanding::Retired(at) if at < stage.now.get()), "since when it was");
    set(&stage, "kettle", said("Kettle", "KT-1", false)).expect("said");
    stage.post(&Caller::Visitor, about("kettle", "New"));
    assert_eq!(history(&stage)[..2], [Reopened("Kettle".to_owned()), Retired("Kettle".to_owned())]);
}

#[test]
fn only_those_who_speak_for_the_brand_arrange() {
    let stage = stage();
    stage.post(&Caller::Visitor, about("kettle", "Loud"));
    stage.post(&Caller::Visitor, about("pot", "Loud"));
    stage.prove("aoi");
    for (who, role) in [("ben", Role::Representative), ("cho", Role::Observer)] {
        let invite =
            PeopleAsk::Invite { account: account(who), address: format!("{who}@acme.example"), contact: contact(who), role };
        stage.ask(&console("aoi"), Ask::People(invite)).expect("invited");
    }
    let everything = || {
        [
            Ask::SetProduct(product("kettle"), said("Kettle", "", false)),
            Ask::MergeProduct(product("kettle"), product("pot")),
            Ask::ChangeSetUp(change_set_up::Request::default()),
        ]
    };
    for who in ["cho", "eve"] {
        for ask in everything() {
            assert_eq!(code(stage.ask(&console(who), ask)), "not_allowed", "{who}");
        }
    }
    for ask in everything() {
        stage.ask(&console("ben"), ask).expect("a representative may");
    }
    assert_eq!(code(stage.ask(&console("ben"), Ask::SetSignpost(None))), "not_allowed");
    assert!(stage.ask(&console("cho"), Ask::SetUp).is_ok() && stage.ask(&console("cho"), Ask::Products).is_ok());
    for ask in [Ask::SetUp, Ask::Products, Ask::Context(ThreadId::mint(stage.now.get(), [1; 10]))] {
        assert_eq!(code(stage.ask(&console("eve"), ask.clone())), "not_allowed");
        assert_eq!(code(stage.ask(&Caller::Visitor, ask)), "not_allowed");
    }
}
