//! A clock: how far it is ahead of universal time, and the moments at which that changes. What a zone's clocks show is known to whoever
//! has a table of zones; here the changes of some years are handed in.

use super::{minute, moment};
use crate::text::TextError;
use crate::time::{Span, Timestamp};
use serde::{Deserialize, Serialize};

/// The name of a zone, such as `Europe/Berlin`. Only its form is looked at here; whether there is such a zone says whoever knows them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ZoneName(String);

impl ZoneName {
    /// Reads a name.
    pub fn parse(text: &str) -> Result<Self, TextError> {
        let text = text.trim();
        let part = |part: &str| {
            part.starts_with(|c: char| c.is_ascii_alphabetic())
                && part.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '+'))
        };
        let parts = text.split('/').count();
        if text.is_empty() {
            Err(TextError::Empty)
        } else if text.len() <= 64 && parts <= 3 && text.split('/').all(part) {
            Ok(Self(text.to_owned()))
        } else {
            Err(TextError::Malformed("write a zone such as Europe/Berlin or Asia/Tokyo"))
        }
    }

    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for ZoneName {
    type Error = TextError;
    fn try_from(text: String) -> Result<Self, TextError> {
        Self::parse(&text)
    }
}

impl From<ZoneName> for String {
    fn from(zone: ZoneName) -> Self {
        zone.0
    }
}

/// What a clock shows.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Clock {
    /// Minutes that it is ahead of universal time, before the first change.
    ahead: i16,
    /// From when on it is so many minutes ahead, in order.
    changes: Vec<(Timestamp, i16)>,
}

/// No clock is further ahead or behind, in minutes.
const FURTHEST: std::ops::RangeInclusive<i16> = -12 * 60..=14 * 60;

impl Clock {
    /// A clock that never changes.
    pub const fn fixed(ahead: i16) -> Self {
        Self { ahead, changes: Vec::new() }
    }

    /// A clock with its changes; nothing where they are not in order, or where no clock is so far ahead or behind.
    pub fn new(ahead: i16, changes: Vec<(Timestamp, i16)>) -> Option<Self> {
        let ordered = changes.iter().zip(changes.iter().skip(1)).all(|((one, _), (next, _))| one < next);
        let near = std::iter::once(&ahead).chain(changes.iter().map(|(_, ahead)| ahead)).all(|it| FURTHEST.contains(it));
        (ordered && near).then_some(Self { ahead, changes })
    }

    /// How many minutes it is ahead at a moment.
    pub fn ahead_at(&self, at: Timestamp) -> i16 {
        let past = self.changes.partition_point(|(from, _)| *from <= at);
        past.checked_sub(1).and_then(|last| self.changes.get(last)).map_or(self.ahead, |(_, ahead)| *ahead)
    }

    /// What it shows at a minute of universal time: minutes since 1970.
    pub(super) fn shown(&self, at: u64) -> u64 {
        at.saturating_add_signed(i64::from(self.ahead_at(moment(at))))
    }

    /// The first minute of universal time at which it shows this; where it jumps over it, the minute of the jump.
    pub(super) fn begins(&self, shown: u64) -> u64 {
        match self.at(shown) {
            Shows::Never(jump) => jump,
            Shows::Between(first, _) => first,
        }
    }

    /// The minute of universal time that follows the last one at which it shows what is just before this.
    pub(super) fn ends(&self, shown: u64) -> u64 {
        match self.at(shown.saturating_sub(1)) {
            Shows::Never(jump) => jump,
            Shows::Between(_, last) => last + 1,
        }
    }

    /// When it shows this. A clock changes at most once within two days, and by less than one.
    fn at(&self, shown: u64) -> Shows {
        let around = |at: u64| Timestamp::from_millis(at);
        let near = moment(shown).millis();
        let (yesterday, tomorrow) = (near.saturating_sub(DAY), near.saturating_add(DAY));
        let (before, after) = (self.ahead_at(around(yesterday)), self.ahead_at(around(tomorrow)));
        let with = |ahead: i16| shown.saturating_add_signed(-i64::from(ahead));
        let (early, late) = (with(before), with(after));
        let change = self.changes.iter().map(|(from, _)| *from).find(|from| from.millis() > yesterday).map(minute);
        match change {
            Some(change) if before != after => match (early < change, late >= change) {
                (true, true) => Shows::Between(early, late),
                (true, false) => Shows::Between(early, early),
                (false, true) => Shows::Between(late, late),
                (false, false) => Shows::Never(change),
            },
            _ => Shows::Between(early, early),
        }
    }
}

/// When a clock shows something, in minutes of universal time.
enum Shows {
    /// Once, or twice where it is put back.
    Between(u64, u64),
    /// It jumps over it, here.
    Never(u64),
}

const DAY: u64 = Span::days(1).millis();

#[cfg(test)]
mod tests {
    use super::super::{Holidays, Hours, Week};
    use super::*;
    use proptest::prelude::*;

    /// 2027-03-28T01:00:00Z and 2027-10-31T01:00:00Z: the clocks of Berlin change.
    const SPRING: u64 = 1_806_195_600_000;
    const AUTUMN: u64 = 1_824_944_400_000;

    fn berlin() -> Clock {
        let changes = vec![(Timestamp::from_millis(SPRING), 120), (Timestamp::from_millis(AUTUMN), 60)];
        Clock::new(60, changes).expect("a clock")
    }

    fn hours(week: &str) -> Hours {
        let zone = ZoneName::parse("Europe/Berlin").ok();
        Hours { zone, clock: berlin(), week: Week::parse(week).expect("a week"), holidays: Holidays::default(), goal: 60 }
    }

    /// So many hours and minutes after a change.
    fn after(change: u64, hours: i64, minutes: i64) -> Timestamp {
        Timestamp::from_millis(change.saturating_add_signed((hours * 60 + minutes) * 60_000))
    }

    #[test]
    fn nine_is_nine_on_both_sides_of_a_change() {
        let hours = hours("mon-fri 9-17");
        // The Friday before and the Monday after, in spring: 9:00 is 8:00Z, then 7:00Z.
        assert!(!hours.is_open(after(SPRING, -42, 59)) && hours.is_open(after(SPRING, -41, 0)));
        assert!(!hours.is_open(after(SPRING, 29, 59)) && hours.is_open(after(SPRING, 30, 0)));
        assert_eq!(hours.next_open(after(SPRING, 0, 0)), Some(after(SPRING, 30, 0)));
        assert_eq!(hours.open_until(after(SPRING, 30, 30)), Some(after(SPRING, 38, 0)));
        // In autumn: 9:00 is 7:00Z on Friday, then 8:00Z on Monday.
        assert!(hours.is_open(after(AUTUMN, -42, 0)) && !hours.is_open(after(AUTUMN, -43, 59)));
        assert_eq!(hours.next_open(after(AUTUMN, 0, 0)), Some(after(AUTUMN, 31, 0)));
        for change in [SPRING, AUTUMN] {
            assert_eq!(hours.minutes_between(after(change, -72, 0), after(change, 72, 0)), 4 * 8 * 60);
        }
    }

    #[test]
    fn a_night_shift_is_an_hour_shorter_in_spring_and_longer_in_autumn() {
        let long = hours("sun 0:00-6:00");
        let night = |change| long.minutes_between(after(change, -10, 0), after(change, 10, 0));
        assert_eq!((night(SPRING), night(AUTUMN)), (5 * 60, 7 * 60));
        // An hour that the clock shows twice is open both times, one that it jumps over is none.
        let twice = hours("sun 2:00-3:00");
        assert!([-59, 0, 59].into_iter().all(|minutes| twice.is_open(after(AUTUMN, 0, minutes))));
        assert_eq!(twice.minutes_between(after(AUTUMN, -10, 0), after(AUTUMN, 10, 0)), 120);
        assert_eq!(twice.minutes_between(after(SPRING, -10, 0), after(SPRING, 10, 0)), 0);
        assert_eq!(twice.next_open(after(SPRING, -1, 0)), Some(after(SPRING, 7 * 24 - 1, 0)));
        // Two shifts that meet within the hour that comes twice are not counted twice.
        assert_eq!(hours("sun 1:00-2:30 2:30-4:00").minutes_between(after(AUTUMN, -10, 0), after(AUTUMN, 10, 0)), 4 * 60);
    }

    #[test]
    fn zones_have_a_form_and_clocks_an_order() {
        for fine in ["Asia/Tokyo", "America/Argentina/Buenos_Aires", "Etc/GMT+5", "UTC"] {
            assert!(ZoneName::parse(fine).is_ok(), "{fine}");
        }
        for wrong in ["", "+09:00", "Asia/", "/Tokyo", "a/b/c/d", "Asia/Tokyo; x", "東京", "../etc", &"a".repeat(65)] {
            assert!(ZoneName::parse(wrong).is_err(), "{wrong}");
        }
        let at = Timestamp::from_millis;
        assert!(Clock::new(0, vec![(at(2), 60), (at(1), 0)]).is_none());
        assert!(Clock::new(0, vec![(at(1), 15 * 60)]).is_none());
        assert!(Clock::new(14 * 60, Vec::new()).is_some() && Clock::new(-13 * 60, Vec::new()).is_none());
    }

    proptest! {
        /// Whatever the week: a minute counts if and only if somebody is there in it, by what the clock shows.
        #[test]
        fn minutes_are_counted_where_the_clock_says_so(
            from in 0_i64..10_000, length in 0_i64..3_000, autumn: bool,
            opens in 0_u16..23, lasts in 1_u16..24, day in 0_usize..7,
        ) {
            let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
            let closes = (opens + lasts).min(24);
            let hours = hours(&format!("{} {opens}-{closes}", names[day]));
            let change = if autumn { AUTUMN } else { SPRING };
            let (from, to) = (from - 5_000, from - 5_000 + length);
            let shows = |minute: i64| {
                let (weekday, shown) = hours.shown(after(change, 0, minute));
                weekday == day && (opens * 60..closes * 60).contains(&shown)
            };
            let counted = (from..to).filter(|minute| shows(*minute)).count();
            prop_assert_eq!(hours.minutes_between(after(change, 0, from), after(change, 0, to)), u32::try_from(counted).unwrap_or(0));
            for minute in (from..to).step_by(37) {
                prop_assert_eq!(hours.is_open(after(change, 0, minute)), shows(minute), "{}", minute);
            }
        }
    }
}
