//! Newcomers and waves: how much somebody may write by what the community knows of them, and what else it wants while very many
//! newcomers write at once. Everything here is data and arithmetic; the counts are the engine's, and exact. Nobody is asked for anything in
//! quiet times, and whoever has shown an address or has been here for a day is no newcomer.

use crate::level::Level;
use crate::time::{Span, Timestamp};
use serde::{Deserialize, Serialize};

/// What the community knows of somebody who writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rank {
    /// Nobody has seen anything of theirs for a day, and they have shown no address.
    Newcomer,
    /// They have shown an address, or something of theirs has stood here for a day.
    Here,
    /// They have helped a few.
    Known,
    /// They have helped many.
    Trusted,
}

impl Rank {
    /// The rank of somebody with a level.
    pub const fn of(level: Level, settled: bool) -> Self {
        match level {
            Level::Trusted => Self::Trusted,
            Level::Known => Self::Known,
            Level::New if settled => Self::Here,
            Level::New => Self::Newcomer,
        }
    }

    /// How many posts one member may write, and within which time.
    pub const fn posts(self) -> [Limit; 2] {
        let (soon, a_day) = match self {
            Self::Newcomer | Self::Here => (20, 300),
            Self::Known => (40, 600),
            Self::Trusted => (60, 1_000),
        };
        [Limit { most: soon, within: SOON }, Limit { most: a_day, within: DAY }]
    }
}

/// So many within a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit {
    /// How many.
    pub most: u32,
    /// Within which time.
    pub within: Span,
}

impl Limit {
    /// When it goes on, for whoever did as much as this allows: what has to grow old enough is the `most`th before now.
    pub const fn goes_on(self, oldest: Timestamp) -> Timestamp {
        oldest.after(self.within)
    }
}

const SOON: Span = Span::minutes(10);
const DAY: Span = Span::days(1);

/// How much newcomers of one network may write in a community: a household, an office, a school.
pub const NETWORK: [Limit; 2] = [Limit { most: 10, within: SOON }, Limit { most: 60, within: DAY }];
/// How many newcomers one network may bring.
pub const GUESTS: [Limit; 2] = [Limit { most: 20, within: SOON }, Limit { most: 120, within: DAY }];
/// More posts of newcomers than this about one product are a wave, in which a newcomer's browser has to work before it posts.
pub const BUSY: Limit = Limit { most: 25, within: SOON };
/// While it lasts, a plain form, which cannot work, is only slowed: so many of one network …
pub const PLAIN: Limit = Limit { most: 1, within: Span::minutes(2) };
/// … and so many of all together.
pub const ALL_PLAIN: Limit = Limit { most: 10, within: SOON };
/// For how long what arrived is remembered.
pub const REMEMBERED: Span = DAY;
/// A form that is filled in faster than this was filled in by a program, where something else speaks for that too.
pub const QUICK: u32 = 2_000;
/// So many other newcomers may write nearly the same before it waits.
pub const ALIKE: u32 = 2;

/// What is set for a community while it is beset.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Guard {
    /// Newcomers post once in so many minutes; no more than [`Guard::SLOWEST`], and 0 for no limit of this kind.
    pub slow: u16,
    /// What newcomers write waits until somebody has looked at it.
    pub hold_newcomers: bool,
}

impl Guard {
    /// The longest pause between a newcomer's posts, in minutes.
    pub const SLOWEST: u16 = 240;
    /// For how many hours it counts at most; whoever needs it longer says so again.
    pub const LONGEST: u16 = 168;
    /// For how many hours it counts where nobody says for how long.
    pub const USUAL: u16 = 24;

    /// Whether it asks nothing of anybody.
    pub const fn is_off(self) -> bool {
        self.slow == 0 && !self.hold_newcomers
    }

    /// The limit that the pause comes to.
    pub fn pace(self) -> Option<Limit> {
        (self.slow > 0).then(|| Limit { most: 1, within: Span::minutes(u64::from(self.slow.min(Self::SLOWEST))) })
    }
}

/// On whose behalf it was set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SetBy {
    /// An owner of the brand.
    Brand,
    /// Whoever runs this installation.
    Operator,
}

impl SetBy {
    /// The stable name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Brand => "brand",
            Self::Operator => "operator",
        }
    }

    /// The one of that name.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Brand, Self::Operator].into_iter().find(|it| it.code() == code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_is_known_better_may_write_more() {
        let ranks =
            [Rank::of(Level::New, false), Rank::of(Level::New, true), Rank::of(Level::Known, true), Rank::of(Level::Trusted, true)];
        assert!(ranks.is_sorted());
        for pair in ranks.windows(2) {
            let [less, more] = pair else { panic!("two") };
            assert!(less.posts().iter().zip(more.posts()).all(|(less, more)| less.most <= more.most && less.within == more.within));
        }
    }

    #[test]
    fn a_pace_ends_with_its_longest() {
        assert_eq!(Guard::default().pace(), None);
        assert_eq!(Guard { slow: 5, hold_newcomers: false }.pace(), Some(Limit { most: 1, within: Span::minutes(5) }));
        assert_eq!(Guard { slow: u16::MAX, hold_newcomers: true }.pace().map(|it| it.within), Some(Span::minutes(240)));
    }
}
