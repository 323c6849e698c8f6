//! Properties of values over any input: nothing panics, what was read once reads the same again, and nothing official grows out
//! of what customers do.
#![expect(clippy::expect_used, reason = "a test that cannot go on stops")]

use chie_domain::brand::{BrandDomain, Host};
use chie_domain::claim::{Claim, ClaimState, Claimable, Reach, Scope, Stewardship, steward};
use chie_domain::id::{ClaimId, MemberId, ReplyId, ThreadId};
use chie_domain::markup::SafeUrl;
use chie_domain::proof::{ProofState, Sighting};
use chie_domain::text::{Body, BrandName, DisplayName, EmailAddress, ProductKey, ProductName, Reason, SearchText, Title};
use chie_domain::thread::{FanStatus, Kind, OfficialStatus, OfficialWord, Phase, Status};
use chie_domain::time::{self, Span, Timestamp};
use proptest::prelude::*;

const T0: Timestamp = Timestamp::from_millis(1_795_219_200_000);

/// Host names, and what people type where one is asked for.
fn hostlike() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-zA-Z0-9-]{1,12}(\\.[a-zA-Z0-9-]{1,8}){0,4}\\.?",
        "(www\\.|xn--|shop\\.)?[a-z知恵é]{1,8}\\.(example|co\\.uk|github\\.io|com|jp|co\\.jp)",
        "[0-9a-fx.:\\[\\]]{0,20}",
        "\\PC{0,40}",
        any::<String>(),
    ]
}

/// Letters of several scripts, marks, spaces, controls and what is never seen.
fn typed() -> impl Strategy<Value = String> {
    prop_oneof![
        "[ -~\\n\\t\\r]{0,60}",
        "[あア漢é\\u{300}\\u{200b}\\u{202e}\\u{fe0f}\\u{3000}a \\u{0}\\u{7}]{0,40}",
        "\\PC{0,200}",
        any::<String>()
    ]
}

fn unseen(text: &str) -> bool {
    text.chars().any(|c| {
        c.is_control() || matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    })
}

/// Reads twice and gives back what was read, in a type that can be read again.
macro_rules! reads_the_same_again {
    ($($type:ident)*, $typed:expr) => {$(
        if let Ok(once) = $type::parse($typed) {
            prop_assert_eq!($type::parse(once.as_str()), Ok(once.clone()));
            prop_assert!(once.as_str().chars().count() <= $type::MAX && !once.as_str().is_empty());
            let json = serde_json::to_string(&once).expect("json");
            prop_assert_eq!(serde_json::from_str::<$type>(&json).ok(), Some(once));
        }
    )*};
}

proptest! {
    #[test]
    fn a_moment_in_a_sentence_is_read_and_nothing_else_breaks_it(millis in 0_u64..4_102_444_800, text in typed()) {
        let at = Timestamp::from_millis(millis * 1_000);
        prop_assert_eq!(time::read_iso(&format!("goes on after {}.", time::iso(at))), Some(at));
        if let Some(read) = time::read_iso(&text) {
            prop_assert!(text.contains(&time::iso(read)[..4]));
        }
    }

    #[test]
    fn a_host_reads_the_same_again(text in hostlike()) {
        if let Ok(host) = Host::parse(&text) {
            prop_assert_eq!(Host::parse(host.as_str()), Ok(host.clone()));
            prop_assert!(host.as_str().bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'.'));
            prop_assert!(host.as_str().len() <= 253);
        }
    }

    #[test]
    fn a_brand_reads_the_same_again(text in hostlike()) {
        if let Ok(brand) = BrandDomain::parse(&text) {
            prop_assert_eq!(BrandDomain::parse(brand.as_str()), Ok(brand.clone()));
            let host = Host::parse(&text).expect("a brand is read from a host");
            prop_assert!(host.is_inside(&brand));
            prop_assert!(!brand.own_label().is_empty() && brand.as_str().contains('.'));
            let attacker = Host::parse(&format!("attacker-{brand}"));
            prop_assert!(attacker.is_ok_and(|host| !host.is_inside(&brand)) || brand.as_str().len() > 200 || brand.own_label().len() > 54);
            let below_another = Host::parse(&format!("{brand}.evil.example"));
            prop_assert!(!below_another.is_ok_and(|host| host.is_inside(&brand)));
        }
    }

    #[test]
    fn a_safe_address_has_a_safe_scheme(text in prop_oneof![
        "(https?|HTTPS|mailto|javascript|data|vbscript|file|java\tscript|)[: \\t\\n]{0,2}/{0,3}[ -~\\t\\n\\u{0}あ]{0,30}",
        any::<String>(),
    ]) {
        if let Ok(url) = SafeUrl::parse(&text) {
            prop_assert_eq!(SafeUrl::parse(url.as_str()), Ok(url.clone()));
            let lower = url.as_str().to_ascii_lowercase();
            prop_assert!(["http://", "https://", "mailto:"].iter().any(|scheme| lower.starts_with(scheme)));
            prop_assert!(!url.as_str().chars().any(|c| c.is_control() || c.is_whitespace()));
        }
    }

    #[test]
    fn texts_read_the_same_again(text in typed()) {
        reads_the_same_again!(Title Body DisplayName ProductName BrandName Reason SearchText ProductKey EmailAddress, &text);
        for name in [DisplayName::parse(&text).map(String::from), BrandName::parse(&text).map(String::from)].into_iter().flatten() {
            prop_assert!(!unseen(&name));
        }
        if let Ok(title) = Title::parse(&text) {
            prop_assert!(!unseen(title.as_str()) && title.as_str().trim() == title.as_str());
        }
    }

    #[test]
    fn ids_read_back_sort_by_time_and_keep_their_kind(early in 0_u64..1 << 47, later in 1_u64..1 << 40, a: [u8; 10], b: [u8; 10]) {
        let first = ThreadId::mint(Timestamp::from_millis(early), a);
        let second = ThreadId::mint(Timestamp::from_millis(early + later), b);
        prop_assert_eq!(ThreadId::parse(first.as_str()), Ok(first.clone()));
        prop_assert!(first < second);
        prop_assert!(ReplyId::parse(first.as_str()).is_err() && MemberId::parse(first.as_str()).is_err());
        prop_assert_eq!(a == b, ThreadId::mint(T0, a) == ThreadId::mint(T0, b));
    }

    #[test]
    fn any_text_is_an_id_or_none(text in prop_oneof!["[tr]_[0-9a-z]{24,28}", any::<String>()]) {
        if let Ok(id) = ThreadId::parse(&text) {
            prop_assert_eq!(id.as_str(), text);
        }
    }
}

/// What can happen to a thread, in any order.
#[derive(Debug, Clone)]
enum Happening {
    Days(u64),
    Checked(Sighting),
    ProofAsked,
    Claimed(u8, Reach),
    Released(usize),
    Said(OfficialWord, Option<Reason>),
    Unsaid,
    Customers(FanStatus),
}

fn happening() -> impl Strategy<Value = Happening> {
    let word = proptest::sample::select(OfficialWord::ALL.to_vec());
    let reason = proptest::option::of(Just(Reason::parse("Because.").expect("a reason")));
    prop_oneof![
        (0_u64..15).prop_map(Happening::Days),
        prop_oneof![Just(Sighting::Seen), Just(Sighting::Missed)].prop_map(Happening::Checked),
        Just(Happening::ProofAsked),
        (0_u8..4, prop_oneof![Just(Reach::All), Just(Reach::FromNowOn)])
            .prop_map(|(scope, reach)| Happening::Claimed(scope, reach)),
        (0_usize..4).prop_map(Happening::Released),
        (word, reason).prop_map(|(word, reason)| Happening::Said(word, reason)),
        Just(Happening::Unsaid),
        proptest::sample::select(vec![FanStatus::Open, FanStatus::SeemsSolved, FanStatus::Solved]).prop_map(Happening::Customers),
    ]
}

fn any_kind() -> impl Strategy<Value = Kind> {
    proptest::sample::select(vec![Kind::Question, Kind::Problem, Kind::Idea, Kind::Praise, Kind::Update])
}

proptest! {
    #[test]
    fn no_sequence_makes_a_fan_made_thread_speak_officially(
        kind in any_kind(),
        steps in proptest::collection::vec(happening(), 0..60),
    ) {
        let (thread, other) = (ThreadId::mint(T0, [1; 10]), ThreadId::mint(T0, [2; 10]));
        let kettle = ProductKey::parse("kettle").expect("a key");
        let it = Claimable { thread: &thread, product: &kettle, began: T0.after(Span::days(20)) };
        let (mut now, mut proof, mut claims) = (T0, ProofState::Requested { at: T0 }, Vec::new());
        let (mut said, mut customers) = (None, FanStatus::Open);
        for step in steps {
            match step {
                Happening::Days(days) => now = now.after(Span::days(days)),
                Happening::Checked(sighting) => proof = proof.confirm(sighting, now).unwrap_or(proof),
                Happening::ProofAsked if !proof.at(now).is_valid() => proof = ProofState::Requested { at: now },
                Happening::ProofAsked => {}
                Happening::Claimed(scope, reach) => {
                    let scope = match scope {
                        0 => Scope::Community,
                        1 => Scope::Product(kettle.clone()),
                        2 => Scope::Thread(thread.clone()),
                        _ => Scope::Thread(other.clone()),
                    };
                    claims.push(Claim { id: ClaimId::mint(now, [0; 10]), scope, reach, since: now, state: ClaimState::Live });
                }
                Happening::Released(which) => {
                    if let Some(claim) = claims.get_mut(which) {
                        claim.state = ClaimState::Released { at: now };
                    }
                }
                Happening::Said(word, reason) => said = OfficialStatus::new(kind, word, reason).ok().or(said),
                Happening::Unsaid => said = None,
                Happening::Customers(made) => customers = made,
            }
            let proven = proof.at(now).is_valid();
            let stands = steward(&claims, it, proven);
            let status = Status::of(kind, &stands, said.clone(), customers);
            let claimed = claims.iter().any(|claim| claim.covers(it));
            prop_assert_eq!(stands != Stewardship::FanMade, proven && claimed);
            if let Status::Official(shown) = &status {
                prop_assert!(proven && claimed && shown.word().kind() == kind);
                prop_assert!(shown.word().phase() != Phase::Declined || shown.reason().is_some());
            } else {
                prop_assert!(!matches!(status.phase(), Some(Phase::Active | Phase::Declined)));
            }
        }
    }
}
