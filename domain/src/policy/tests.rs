//! Who may do and see what, by a matrix of cases, and that a proof in doubt is never worth more than one that is not.

use super::*;
use crate::level::{Level, can_open_photo};
use crate::time::Span;
use proptest::prelude::*;

const T0: Timestamp = Timestamp::from_millis(1_000_000_000_000);

fn member(byte: u8) -> MemberId {
    MemberId::mint(T0, [byte; 10])
}

fn representative(role: Role, days: u64) -> Option<Viewer> {
    let proof = ProofState::Confirmed { since: T0, seen: T0 };
    Representative::on(proof, member(9), role, T0.after(Span::days(days))).map(Viewer::Representative)
}

#[test]
fn authority_needs_a_valid_proof() {
    assert!(representative(Role::Owner, 1).is_some());
    assert!(representative(Role::Owner, 11).is_none());
    assert_eq!(Representative::on(ProofState::Requested { at: T0 }, member(9), Role::Owner, T0), None);
}

#[test]
fn who_may_do_what() {
    let (asker, other) = (member(1), member(2));
    let owner = representative(Role::Owner, 1).expect("an owner");
    let doubtful = representative(Role::Owner, 5).expect("an owner in doubt");
    let observer = representative(Role::Observer, 1).expect("an observer");
    let speaker = representative(Role::Representative, 1).expect("a representative");
    let accept = Act::Accept { asker: &asker };
    for (viewer, act, may) in [
        (Viewer::Visitor, &Act::TakePart, true),
        (Viewer::Member(asker.clone()), &accept, true),
        (Viewer::Member(other.clone()), &accept, false),
        (owner.clone(), &accept, false),
        (owner.clone(), &Act::AnswerOfficially, true),
        (doubtful.clone(), &Act::Leave, false),
        (doubtful.clone(), &Act::ManagePeople, true),
        (doubtful.clone(), &Act::MakeKeys, false),
        (doubtful.clone(), &Act::SetUp, false),
        (doubtful.clone(), &Act::AnswerOfficially, false),
        (speaker.clone(), &Act::SetUp, true),
        (speaker, &Act::Leave, false),
        (owner.clone(), &Act::Leave, true),
        (observer.clone(), &Act::SetUp, false),
        (observer.clone(), &Act::SetStatus, false),
        (observer.clone(), &Act::SeeDesk, true),
        (Viewer::Member(other.clone()), &Act::Rewrite { author: &asker }, false),
        (owner.clone(), &Act::Rewrite { author: &asker }, false),
        (owner.clone(), &Act::Warn, true),
        (Viewer::Member(other.clone()), &Act::Claim, false),
        (owner.clone(), &Act::Remove, false),
        (owner.clone(), &Act::Decide, false),
        (owner.clone(), &Act::FlagForBrand, true),
        (Viewer::Operator, &Act::Decide, true),
        (Viewer::Operator, &Act::Remove, true),
        (Viewer::Operator, &Act::Claim, false),
        (Viewer::Operator, &Act::Warn, true),
        (Viewer::Operator, &Act::Rewrite { author: &asker }, false),
        (Viewer::Member(asker.clone()), &Act::Rewrite { author: &asker }, true),
        (Viewer::Member(asker.clone()), &Act::Warn, false),
        (Viewer::Member(asker.clone()), &Act::SeePrivately { asker: &asker }, true),
        (Viewer::Member(other.clone()), &Act::SeePrivately { asker: &asker }, false),
        (Viewer::Visitor, &Act::SeePrivately { asker: &asker }, false),
        (Viewer::Operator, &Act::SeePrivately { asker: &asker }, false),
        (observer.clone(), &Act::SeePrivately { asker: &asker }, true),
        (doubtful.clone(), &Act::SeePrivately { asker: &asker }, true),
        (observer, &Act::AskPrivately, false),
        (doubtful, &Act::AskPrivately, false),
        (owner.clone(), &Act::AskPrivately, true),
        (owner.clone(), &Act::AnswerPrivately { asker: &asker }, false),
        (Viewer::Member(other.clone()), &Act::AnswerPrivately { asker: &asker }, false),
        (Viewer::Member(asker.clone()), &Act::AnswerPrivately { asker: &asker }, true),
    ] {
        assert_eq!(can_act(&viewer, act), may, "{viewer:?} {act:?}");
    }
}

#[test]
fn a_held_post_is_seen_by_its_author_and_a_removed_one_leaves_a_stone() {
    let author = member(1);
    let held = Visibility::Held { author: author.clone(), ground: Ground::Spam };
    let gone = Visibility::Removed { author: author.clone(), ground: Ground::Threat };
    assert_eq!(can_see(&Viewer::Member(author), &held), Sight::Whole);
    assert_eq!(can_see(&Viewer::Visitor, &held), Sight::Nothing);
    assert_eq!(can_see(&Viewer::Visitor, &gone), Sight::Tombstone);
    assert_eq!(can_see(&representative(Role::Owner, 1).expect("an owner"), &held), Sight::Nothing);
    assert_eq!(can_see(&Viewer::Operator, &gone), Sight::Whole);
    assert_eq!(can_see(&Viewer::Operator, &Visibility::Gone), Sight::Nothing);
}

/// Every act, about somebody.
fn acts(who: &MemberId) -> Vec<Act<'_>> {
    vec![
        Act::TakePart,
        Act::Accept { asker: who },
        Act::SeeDesk,
        Act::Claim,
        Act::AnswerOfficially,
        Act::SetStatus,
        Act::Remove,
        Act::Rewrite { author: who },
        Act::Describe { asker: who },
        Act::Warn,
        Act::SetDesk,
        Act::ManagePeople,
        Act::TakeAlong,
        Act::Bring,
        Act::SetSites,
        Act::MakeKeys,
        Act::Work,
        Act::SetHours,
        Act::JudgePhoto,
        Act::SlowNewcomers,
        Act::HoldNewcomers,
        Act::Note,
        Act::FlagForBrand,
        Act::Decide,
        Act::SetUp,
        Act::Leave,
        Act::SeePrivately { asker: who },
        Act::AskPrivately,
        Act::AnswerPrivately { asker: who },
    ]
}

#[test]
fn whoever_learns_or_looks_on_changes_nothing_that_visitors_read() {
    let who = member(9);
    for (role, may) in [
        (Role::Observer, vec![Act::SeeDesk, Act::Note, Act::SeePrivately { asker: &who }]),
        (Role::Trainee, vec![Act::SeeDesk, Act::Work, Act::Note, Act::FlagForBrand, Act::SeePrivately { asker: &who }]),
    ] {
        let viewer = representative(role, 1).expect("one of the company");
        let allowed: Vec<Act<'_>> = acts(&who).into_iter().filter(|act| can_act(&viewer, act)).collect();
        assert_eq!(allowed, may, "{role:?}");
        assert!(!can_open_photo(&viewer, Level::Trusted), "{role:?} opens no photo, whatever they have earned");
    }
}

proptest! {
    #[test]
    fn a_higher_role_may_no_less_and_doubt_gives_nothing(byte in 1_u8..12, days in 0_u64..9) {
        let who = member(byte);
        let roles = [Role::Observer, Role::Trainee, Role::Representative, Role::Owner];
        let ranks: Vec<Viewer> = roles.into_iter().filter_map(|role| representative(role, days)).collect();
        for act in acts(&who) {
            let may: Vec<bool> = ranks.iter().map(|viewer| can_act(viewer, &act)).collect();
            prop_assert!(may.is_sorted(), "{act:?}: {may:?}");
            for (role, now) in roles.into_iter().zip(&may) {
                let fresh = representative(role, 0).expect("one of the company");
                prop_assert!(!now || can_act(&fresh, &act), "{role:?} {act:?} only in doubt");
            }
        }
        // Whoever acts for the brand is nobody's author and nobody's asker, and decides about nobody's words.
        for viewer in &ranks {
            for act in [Act::Rewrite { author: &who }, Act::Accept { asker: &who }, Act::Remove, Act::Decide, Act::HoldNewcomers] {
                prop_assert!(!can_act(viewer, &act), "{act:?}");
            }
        }
    }
}
