//! The search, the words that widen it, and how many left with an answer.

use chie_domain::api::search_threads::{Answered, Request, Response, Sort, Steward, Within};
use chie_domain::api::{count_reading, get_figures, get_search_words, post_thread, set_accepted, set_search_words};
use chie_domain::claim::Reach;
use chie_domain::id::ReadingId;
use chie_domain::text::{Body, Sought, WordLines};
use chie_domain::thread::{Kind, Phase};
use chie_domain::time::Span;
use proptest::prelude::*;

use super::actors::{Stage, code, console, member, product, question, stage};
use crate::ask::{Ask, Caller, Outcome, Trouble};

fn search(stage: &Stage, request: Request) -> Response {
    match stage.ask(&Caller::Visitor, Ask::Search(request)) {
        Ok(Outcome::Search(found)) => found,
        other => panic!("{other:?}"),
    }
}

fn sought(text: &str) -> Request {
    Request { q: Some(Sought::parse(text).expect("words")), ..Request::default() }
}

fn titles(found: &Response) -> Vec<String> {
    let mut titles: Vec<String> = found.matches.iter().map(|one| one.title.concat()).collect();
    titles.sort();
    titles
}

/// Sets the lists, as a representative or as nobody.
fn set(stage: &Stage, who: &Caller, synonyms: &str, aliases: &str) -> Result<get_search_words::Response, Trouble> {
    let list = |text: &str| WordLines::parse(text).ok();
    let request = set_search_words::Request { synonyms: list(synonyms), aliases: list(aliases), shipped: false };
    match stage.ask(who, Ask::SetSearchWords(request))? {
        Outcome::SearchWords(lists) => Ok(lists),
        other => panic!("{other:?}"),
    }
}

#[test]
fn words_phrases_and_exclusion_lead_to_threads() {
    let stage = stage();
    for title in ["The red lid sticks", "The lid is red hot", "The handle is loose", "蓋が開きません"] {
        stage.asked(title);
    }
    for (text, found) in [
        ("red lid", &["The lid is red hot", "The red lid sticks"][..]),
        ("\"red lid\"", &["The red lid sticks"]),
        ("lid -hot", &["The red lid sticks"]),
        ("蓋", &["蓋が開きません"]),
        ("zebra", &[]),
    ] {
        assert_eq!(titles(&search(&stage, sought(text))), found, "{text}");
    }
    assert_eq!(search(&stage, Request::default()).threads, 4, "no words: all of them");
    assert_eq!(search(&stage, sought("red lid")).matches[0].title.len() % 2, 1, "plain and marked in turn");
    let part = Request { limit: Some(1), ..sought("lid") };
    let first = search(&stage, part.clone());
    let second = search(&stage, Request { cursor: first.next.clone(), ..part.clone() });
    assert_ne!(titles(&first), titles(&second));
    let other = Request { cursor: first.next, limit: Some(1), ..sought("handle") };
    assert_eq!(code(stage.ask(&Caller::Visitor, Ask::Search(other))), "cursor_invalid");
}

#[test]
fn a_brands_own_words_widen_the_search_from_then_on() {
    let stage = stage();
    stage.asked("The spout drips");
    assert!(titles(&search(&stage, sought("nozzle"))).is_empty());
    for nobody in [Caller::Visitor, console("mallory")] {
        assert_eq!(code(stage.ask(&nobody, Ask::SearchWords)), "not_allowed");
        assert_eq!(code(set(&stage, &nobody, "spout, nozzle", "")), "not_allowed");
    }
    stage.prove("aoi");
    let lists = set(&stage, &console("aoi"), "spout, nozzle", "kettle: K-12").expect("taken");
    assert_eq!((lists.synonyms.as_str(), lists.aliases.as_str(), lists.shipped), ("spout, nozzle", "kettle: K-12", false));
    assert!(matches!(stage.ask(&console("aoi"), Ask::SearchWords), Ok(Outcome::SearchWords(again)) if again == lists));
    assert_eq!(titles(&search(&stage, sought("nozzle"))), ["The spout drips"]);
    assert_eq!(titles(&search(&stage, sought("K-12"))), ["The spout drips"]);
    for (synonyms, aliases, refused) in
        [("alone", "", "synonym_line"), ("", "kettle", "alias_line"), ("", "toaster: T-1", "unknown_product")]
    {
        assert_eq!(code(set(&stage, &console("aoi"), synonyms, aliases)), refused);
        assert_eq!(titles(&search(&stage, sought("nozzle"))), ["The spout drips"], "a refusal changes nothing");
    }
    set(&stage, &console("aoi"), "", "").expect("emptied");
    assert!(titles(&search(&stage, sought("nozzle"))).is_empty());
}

#[test]
fn who_read_and_did_not_ask_for_seven_days_left_with_an_answer() {
    let stage = stage();
    let read = |asked_after: Option<ReadingId>| match stage
        .ask(&Caller::Visitor, Ask::CountReading(count_reading::Request { asked_after }))
    {
        Ok(Outcome::Reading(response)) => response.receipt,
        other => panic!("{other:?}"),
    };
    let figures = || match stage.ask(&Caller::Visitor, Ask::Figures) {
        Ok(Outcome::Figures(figures)) => (figures.left_with_answer, figures.left_with_answer_ever, figures.still_open),
        other => panic!("{other:?}"),
    };
    assert_eq!(figures(), (0, 0, 0), "of a community that nobody opened");
    stage.asked("The lid sticks");
    let receipt = read(None).expect("a receipt");
    read(None).expect("another");
    assert_eq!(figures(), (0, 0, 2));
    assert_eq!(read(Some(receipt.clone())), None);
    assert_eq!(read(Some(receipt)), None, "twice is once");
    assert_eq!(figures(), (0, 0, 1));
    stage.pass(Span::days(9));
    assert_eq!(figures(), (1, 1, 0), "counted before anything is written");
    read(None);
    assert_eq!(figures(), (1, 1, 1), "and the same once it was added up");
    assert_eq!(stage.count("SELECT count(*) FROM reading"), 1, "the receipts are forgotten");
    stage.pass(Span::days(60));
    assert_eq!(figures(), (0, 2, 0), "what is shown is of the last thirty days");
    assert!(get_figures::METHOD.contains("seven days"));
}

#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "each is drawn by itself")]
struct Asked {
    lamp: bool,
    kind: usize,
    answered: bool,
    claimed: bool,
    age: u64,
    says: bool,
}

fn asked() -> impl Strategy<Value = Asked> {
    (any::<bool>(), 0_usize..4, any::<bool>(), any::<bool>(), 0_u64..4, any::<bool>())
        .prop_map(|(lamp, kind, answered, claimed, age, says)| Asked { lamp, kind, answered, claimed, age, says })
}

const KINDS: [Kind; 4] = [Kind::Question, Kind::Problem, Kind::Idea, Kind::Praise];
const PHASES: [Phase; 4] = [Phase::Open, Phase::Active, Phase::Resolved, Phase::Declined];

fn filters() -> impl Strategy<Value = Request> {
    let one = |n: usize| prop::option::weighted(0.4, 0..n);
    (any::<bool>(), prop::option::weighted(0.4, any::<bool>()), one(4), one(4), one(3), one(2), one(4), 0_usize..4).prop_map(
        |(words, lamp, kind, phase, answered, steward, within, order)| Request {
            q: words.then(|| Sought::parse("whistle").expect("a word")),
            product: lamp.map(|lamp| product(if lamp { "lamp" } else { "kettle" })),
            kind: kind.map(|n| KINDS[n]),
            phase: phase.map(|n| PHASES[n]),
            answered: answered.map(|n| Answered::ALL[n]),
            steward: steward.map(|n| Steward::ALL[n]),
            within: within.map(|n| Within::ALL[n]),
            order: Sort::ALL[order],
            cursor: None,
            limit: Some(50),
        },
    )
}

/// A community of such threads, the oldest first.
fn filled(threads: &[Asked]) -> Stage {
    let stage = stage();
    let mut sorted = threads.to_vec();
    sorted.sort_by_key(|one| std::cmp::Reverse(one.age));
    let mut claims = Vec::new();
    let mut age = 4;
    for (n, one) in sorted.iter().enumerate() {
        while age > one.age {
            stage.pass(Span::days([2, 10, 100, 400][usize::try_from(age - 1).expect("small")]));
            age -= 1;
        }
        let title = format!("{} {n}", if one.says { "The whistle" } else { "The handle" });
        let of = product(if one.lamp { "lamp" } else { "kettle" });
        let request =
            post_thread::Request { product: of, kind: KINDS[one.kind], body: Body::parse("It is so.").ok(), ..question(&title) };
        let (view, guest) = stage.post(&Caller::Visitor, request);
        if one.answered {
            let (reply, _) = stage.reply(&Caller::Visitor, &view.row.id, "Like this.");
            let accept = Ask::SetAccepted(reply.id, set_accepted::Request { on: true });
            stage.ask(&member(&guest.expect("a guest")), accept).expect("accepted");
        }
        if one.claimed {
            claims.push(view.row.id);
        }
    }
    for _ in 0..age {
        stage.pass(Span::days(2));
    }
    stage.prove("aoi");
    for thread in &claims {
        stage.claim("aoi", Some(thread), None, Reach::All).expect("a claim");
    }
    stage
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    /// What a filter's value says it would leave is what it leaves, whatever else is chosen; and the total is what comes.
    #[test]
    fn the_counts_of_filters_match_what_they_find(threads in prop::collection::vec(asked(), 1..10), request in filters()) {
        let stage = filled(&threads);
        let found = search(&stage, request.clone());
        prop_assert_eq!(found.matches.len(), usize::try_from(found.threads).expect("few"));
        let leaves = |request: Request| search(&stage, request).threads;
        for count in &found.counts.product {
            prop_assert_eq!(leaves(Request { product: Some(count.key.clone()), ..request.clone() }), count.threads, "{}", count.key);
        }
        let counted = |counts: &[(u32, Request)]| counts.iter().map(|(n, request)| (*n, leaves(request.clone()))).collect::<Vec<_>>();
        let all = found.counts.kind.iter().map(|it| (it.threads, Request { kind: Some(it.value), ..request.clone() }))
            .chain(found.counts.phase.iter().map(|it| (it.threads, Request { phase: Some(it.value), ..request.clone() })))
            .chain(found.counts.answered.iter().map(|it| (it.threads, Request { answered: Some(it.value), ..request.clone() })))
            .chain(found.counts.steward.iter().map(|it| (it.threads, Request { steward: Some(it.value), ..request.clone() })))
            .chain(found.counts.within.iter().map(|it| (it.threads, Request { within: Some(it.value), ..request.clone() })))
            .collect::<Vec<_>>();
        for (said, left) in counted(&all) {
            prop_assert_eq!(said, left, "{:?}", found.counts);
        }
    }
}
