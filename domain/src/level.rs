//! Levels: what a member has earned in a product by helping others there. The thresholds are data; people are counted, not
//! marks, nobody counts for themselves, and misuse takes a level away again. A level gives small powers and no authority: it
//! never makes anything official.

use crate::policy::{Act, Viewer, can_act};
use crate::time::Span;
use serde::{Deserialize, Serialize};

/// What somebody has earned in a product.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Nothing yet.
    #[default]
    New,
    /// Known: has helped a few.
    Known,
    /// Trusted: has helped many.
    Trusted,
}

/// What a level is worked out from.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Merit {
    /// People who accepted an answer of theirs.
    pub solved_for: u32,
    /// People who accepted or starred an answer of theirs.
    pub helped: u32,
    /// Of these, people with a confirmed address: guests are made too easily to count alone.
    pub confirmed: u32,
    /// Posts of theirs that were removed, and acts of theirs that were reverted, within [`MISUSE_COUNTS`].
    pub misused: u32,
}

/// What a level takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Threshold {
    /// Which level.
    pub level: Level,
    /// So many accepted an answer.
    pub solved_for: u32,
    /// So many were helped.
    pub helped: u32,
    /// So many of them have a confirmed address.
    pub confirmed: u32,
    /// Misuse that is forgiven.
    pub forgiven: u32,
}

/// What each level takes, the highest first.
pub const THRESHOLDS: [Threshold; 2] = [
    Threshold { level: Level::Trusted, solved_for: 5, helped: 12, confirmed: 4, forgiven: 0 },
    Threshold { level: Level::Known, solved_for: 1, helped: 3, confirmed: 1, forgiven: 1 },
];

/// For how long misuse is remembered.
pub const MISUSE_COUNTS: Span = Span::days(180);

/// A small power that a level gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Power {
    /// Choose the tags of others' threads.
    Retag,
    /// Say of which kind others' threads are.
    ChangeKind,
    /// Look at a blurred photo, which shows it to everybody.
    OpenPhoto,
    /// Say that a thread is the same as another one.
    MarkDuplicate,
}

impl Level {
    /// All of them, the lowest first.
    pub const ALL: [Self; 3] = [Self::New, Self::Known, Self::Trusted];

    /// What somebody has earned. Without a confirmed address of one's own there is nothing to earn: a level must be lost with
    /// the person and not with a cookie.
    pub fn of(merit: Merit, has_address: bool) -> Self {
        let reached = |it: &&Threshold| {
            merit.solved_for >= it.solved_for
                && merit.helped >= it.helped
                && merit.confirmed >= it.confirmed
                && merit.misused <= it.forgiven
        };
        THRESHOLDS.iter().find(reached).filter(|_| has_address).map_or(Self::New, |it| it.level)
    }

    /// Whether it gives a power.
    pub fn may(self, power: Power) -> bool {
        match power {
            Power::Retag | Power::ChangeKind | Power::OpenPhoto => self >= Self::Known,
            Power::MarkDuplicate => self >= Self::Trusted,
        }
    }
}

/// Whether a viewer may open a blurred photo: whoever runs the place, speaks for the brand, or is known in the product.
pub fn can_open_photo(viewer: &Viewer, level: Level) -> bool {
    match viewer {
        Viewer::Operator | Viewer::Representative(_) => can_act(viewer, &Act::JudgePhoto),
        Viewer::Member(_) => level.may(Power::OpenPhoto),
        Viewer::Visitor => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::MemberId;
    use crate::time::Timestamp;
    use proptest::prelude::*;

    const KNOWN: Merit = Merit { solved_for: 1, helped: 3, confirmed: 1, misused: 0 };
    const TRUSTED: Merit = Merit { solved_for: 5, helped: 12, confirmed: 4, misused: 0 };

    #[test]
    fn levels_are_earned_and_lost() {
        for (merit, level) in [
            (Merit::default(), Level::New),
            (KNOWN, Level::Known),
            (Merit { solved_for: 0, ..KNOWN }, Level::New),
            (Merit { helped: 2, ..KNOWN }, Level::New),
            (Merit { confirmed: 0, helped: 90, ..KNOWN }, Level::New),
            (Merit { misused: 1, ..KNOWN }, Level::Known),
            (Merit { misused: 2, ..KNOWN }, Level::New),
            (TRUSTED, Level::Trusted),
            (Merit { confirmed: 3, ..TRUSTED }, Level::Known),
            (Merit { misused: 1, ..TRUSTED }, Level::Known),
            (Merit { misused: 2, ..TRUSTED }, Level::New),
        ] {
            assert_eq!(Level::of(merit, true), level, "{merit:?}");
            assert_eq!(Level::of(merit, false), Level::New, "a guest: {merit:?}");
        }
    }

    proptest! {
        #[test]
        fn more_help_never_takes_a_level_and_more_misuse_never_gives_one(
            merit in (0_u32..20, 0_u32..40, 0_u32..12, 0_u32..5),
            more in (0_u32..5, 0_u32..5, 0_u32..5, 0_u32..3),
        ) {
            let of = |(solved_for, helped, confirmed, misused): (u32, u32, u32, u32)| Merit { solved_for, helped, confirmed, misused };
            let (a, b, c, d) = merit;
            let level = Level::of(of(merit), true);
            prop_assert!(Level::of(of((a + more.0, b + more.1, c + more.2, d)), true) >= level);
            prop_assert!(Level::of(of((a, b, c, d + more.3)), true) <= level);
            prop_assert_eq!(Level::of(of(merit), false), Level::New);
            for power in [Power::Retag, Power::ChangeKind, Power::OpenPhoto, Power::MarkDuplicate] {
                prop_assert!(!Level::New.may(power));
                prop_assert!(!level.may(power) || Level::Trusted.may(power));
            }
        }
    }

    #[test]
    fn powers_are_small_and_grow() {
        let powers =
            |level: Level| [Power::Retag, Power::ChangeKind, Power::OpenPhoto, Power::MarkDuplicate].map(|power| level.may(power));
        assert_eq!(powers(Level::New), [false; 4]);
        assert_eq!(powers(Level::Known), [true, true, true, false]);
        assert_eq!(powers(Level::Trusted), [true; 4]);
        let member = Viewer::Member(MemberId::mint(Timestamp::from_millis(1), [1; 10]));
        assert!(can_open_photo(&Viewer::Operator, Level::New) && can_open_photo(&member, Level::Known));
        assert!(!can_open_photo(&member, Level::New) && !can_open_photo(&Viewer::Visitor, Level::Trusted));
    }
}
