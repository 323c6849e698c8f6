//! When somebody of the brand is there: shifts by the day of the week, holidays, and how long a first answer may take within them. Times are
//! the brand's own. How far its clocks are ahead, and when summer time changes that, is handed in: no table of zones is kept here.

mod clock;

pub use clock::{Clock, ZoneName};

use crate::text::TextError;
use crate::time::{Span, Timestamp};
use serde::{Deserialize, Serialize};

const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const DAYS_JA: [&str; 7] = ["月", "火", "水", "木", "金", "土", "日"];
const DAY: u64 = 24 * 60;
/// So many shifts fit into a day.
const SHIFTS: usize = 4;
/// So many holidays are kept.
const HOLIDAYS: usize = 60;
/// How far ahead the next opening is looked for, in days.
const AHEAD: u64 = 30;

/// A week: for each day its shifts, in minutes since midnight.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Week([Vec<(u16, u16)>; 7]);

/// Days on which nobody is there, as days since the beginning of 1970.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Holidays(Vec<u64>);

/// The hours of a brand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hours {
    /// The zone by whose clocks the hours are told; none where only a distance from universal time is known.
    pub zone: Option<ZoneName>,
    /// What those clocks show.
    pub clock: Clock,
    /// The shifts.
    pub week: Week,
    /// The days off.
    pub holidays: Holidays,
    /// Within how many minutes of these hours a first answer is meant to come.
    pub goal: u16,
}

fn clock(text: &str) -> Option<u16> {
    let (hour, minute) = text.split_once(':').unwrap_or((text, "0"));
    let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
    (minute < 60 && (hour < 24 || (hour == 24 && minute == 0))).then_some(hour * 60 + minute)
}

fn shift(text: &str) -> Option<(u16, u16)> {
    let (from, to) = text.split_once(['-', '–', '~', '〜'])?;
    let (from, to) = (clock(from)?, clock(to)?);
    (from < to).then_some((from, to))
}

/// The place of a day in the week, by the beginning of its name.
fn day(text: &str) -> Option<usize> {
    let text = text.to_lowercase();
    let named = |names: &[&str; 7]| names.iter().position(|name| text.starts_with(name));
    named(&DAYS).or_else(|| named(&DAYS_JA))
}

/// The days that a word names: one, several with commas between, or from one to another.
fn days(text: &str) -> Option<Vec<usize>> {
    let mut all = Vec::new();
    for part in text.split([',', '、', '・']) {
        match part.split_once(['-', '–', '~', '〜']) {
            Some((from, to)) => {
                let (from, to) = (day(from)?, day(to)?);
                all.extend((0..7).map(|n| (from + n) % 7).take((to + 7 - from) % 7 + 1));
            }
            None => all.push(day(part)?),
        }
    }
    Some(all)
}

impl Week {
    /// The shifts of each day, Monday first, in minutes since midnight.
    pub const fn days(&self) -> &[Vec<(u16, u16)>; 7] {
        &self.0
    }

    /// Reads lines such as `mon 9:00-12:00 13:00-17:30`, `mon-fri 9-17` or `月-金 9:00-17:00`; a day that is not named is off, and a later line counts.
    pub fn parse(text: &str) -> Result<Self, TextError> {
        let wrong = TextError::Malformed("write a line for each day, such as mon 9:00-12:00 13:00-17:30");
        let mut week = Self::default();
        for line in text.split(['\n', ';']).map(str::trim).filter(|line| !line.is_empty()) {
            let mut words = line.split_whitespace();
            let named = words.next().and_then(days).ok_or(wrong)?;
            let shifts = words.map(shift).collect::<Option<Vec<_>>>().ok_or(wrong)?;
            let apart = shifts.iter().zip(shifts.iter().skip(1)).all(|((_, end), (next, _))| end <= next);
            if !apart || shifts.len() > SHIFTS {
                return Err(wrong);
            }
            for (place, of) in week.0.iter_mut().enumerate() {
                if named.contains(&place) {
                    of.clone_from(&shifts);
                }
            }
        }
        Ok(week)
    }
}

impl TryFrom<String> for Week {
    type Error = TextError;
    fn try_from(text: String) -> Result<Self, TextError> {
        Self::parse(&text)
    }
}

impl From<Week> for String {
    fn from(week: Week) -> Self {
        let time = |minutes: u16| format!("{}:{:02}", minutes / 60, minutes % 60);
        let line = |(name, shifts): (&&str, &Vec<(u16, u16)>)| {
            let shifts: Vec<Self> = shifts.iter().map(|(from, to)| format!("{}-{}", time(*from), time(*to))).collect();
            (!shifts.is_empty()).then(|| format!("{name} {}", shifts.join(" ")))
        };
        DAYS.iter().zip(&week.0).filter_map(line).collect::<Vec<_>>().join("\n")
    }
}

/// Days since 1970 of a date, by the rules of the Gregorian calendar.
const fn day_number(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let of_era = year.rem_euclid(400);
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468
}

/// The date of a day since 1970.
const fn date_of(number: i64) -> (i64, i64, i64) {
    let z = number + 719_468;
    let era = z.div_euclid(146_097);
    let of_era = z.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let mp = (5 * of_year + 2) / 153;
    let day = of_year - (153 * mp + 2) / 5 + 1;
    let month = if mp < 10 { mp + 3 } else { mp - 9 };
    let year = year_of_era + era * 400 + if month <= 2 { 1 } else { 0 };
    (year, month, day)
}

impl Holidays {
    /// Reads dates such as `2026-12-31, 2027-01-01`.
    pub fn parse(text: &str) -> Result<Self, TextError> {
        let wrong = TextError::Malformed("write days off as 2026-12-31, with commas between");
        let mut days = Vec::new();
        for word in text.split([',', ' ', '\n', '、']).map(str::trim).filter(|word| !word.is_empty()) {
            let parts = word.split('-').map(|part| part.parse::<i64>().ok()).collect::<Option<Vec<_>>>().ok_or(wrong)?;
            let [year, month, day] = parts.as_slice() else { return Err(wrong) };
            let number = day_number(*year, *month, *day);
            let real = (1970..3000).contains(year) && (1..=12).contains(month) && date_of(number) == (*year, *month, *day);
            days.push(u64::try_from(number).ok().filter(|_| real).ok_or(wrong)?);
        }
        days.sort_unstable();
        days.dedup();
        if days.len() > HOLIDAYS { Err(TextError::Malformed("at most 60 days off fit here")) } else { Ok(Self(days)) }
    }
}

impl TryFrom<String> for Holidays {
    type Error = TextError;
    fn try_from(text: String) -> Result<Self, TextError> {
        Self::parse(&text)
    }
}

impl From<Holidays> for String {
    fn from(days: Holidays) -> Self {
        let written = |day: &u64| {
            let (year, month, day) = date_of(i64::try_from(*day).unwrap_or(0));
            format!("{year:04}-{month:02}-{day:02}")
        };
        days.0.iter().map(written).collect::<Vec<_>>().join(", ")
    }
}

impl Hours {
    /// The shifts of a day since 1970, as whole minutes of universal time.
    fn shifts(&self, day: u64) -> impl Iterator<Item = (u64, u64)> {
        // The first of January 1970 was a Thursday.
        let weekday = usize::try_from((day + 3) % 7).unwrap_or(0);
        let off = self.holidays.0.contains(&day);
        let shifts = self.week.0.get(weekday).filter(|_| !off).cloned().unwrap_or_default();
        // Where a clock shows an hour twice, whoever begins then is there the first time, and whoever ends then stays for the second.
        shifts
            .into_iter()
            .map(move |(from, to)| (self.clock.begins(day * DAY + u64::from(from)), self.clock.ends(day * DAY + u64::from(to))))
    }

    /// The shifts from one day of the brand's clock to another, in order and without overlap; those that touch are one.
    fn spans(&self, first: u64, last: u64) -> Vec<(u64, u64)> {
        let mut spans: Vec<(u64, u64)> = Vec::new();
        for (from, to) in (first..=last).flat_map(|day| self.shifts(day)).filter(|(from, to)| from < to) {
            match spans.last_mut() {
                Some((_, end)) if from <= *end => *end = to.max(*end),
                _ => spans.push((from, to)),
            }
        }
        spans
    }

    /// The day of the brand's clock at a minute of universal time.
    fn day(&self, minute: u64) -> u64 {
        self.clock.shown(minute) / DAY
    }

    /// The shift that goes on at a moment, or the next one, as minutes of universal time; nothing within a month is nothing.
    fn next(&self, now: u64) -> Option<(u64, u64)> {
        let today = self.day(now);
        self.spans(today.saturating_sub(1), today + AHEAD).into_iter().find(|(_, to)| *to > now)
    }

    /// Whether somebody is there at a moment.
    pub fn is_open(&self, at: Timestamp) -> bool {
        let now = minute(at);
        self.next(now).is_some_and(|(from, _)| from <= now)
    }

    /// When somebody is there next, where nobody is; nothing within a month is nothing.
    pub fn next_open(&self, at: Timestamp) -> Option<Timestamp> {
        let now = minute(at);
        self.next(now).map(|(from, _)| moment(from.max(now)))
    }

    /// Until when somebody is there, where somebody is.
    pub fn open_until(&self, at: Timestamp) -> Option<Timestamp> {
        let now = minute(at);
        self.next(now).filter(|(from, _)| *from <= now).map(|(_, to)| moment(to))
    }

    /// What the brand's clock shows at a moment: the day of the week, Monday first, and the minute since midnight.
    pub fn shown(&self, at: Timestamp) -> (usize, u16) {
        let shown = self.clock.shown(minute(at));
        (usize::try_from((shown / DAY + 3) % 7).unwrap_or(0), u16::try_from(shown % DAY).unwrap_or(0))
    }

    /// How many days of the brand's calendar lie between two moments.
    pub fn days_between(&self, from: Timestamp, to: Timestamp) -> u64 {
        self.day(minute(to)).saturating_sub(self.day(minute(from)))
    }

    /// How many minutes of these hours lie between two moments.
    pub fn minutes_between(&self, from: Timestamp, to: Timestamp) -> u32 {
        let (from, to) = (minute(from), minute(to));
        // Nobody has to know exactly how late something of last year is.
        let last = self.day(to);
        let first = self.day(from).saturating_sub(1).max(last.saturating_sub(400));
        let within = |(begins, ends): (u64, u64)| ends.min(to).saturating_sub(begins.max(from));
        let minutes: u64 = self.spans(first, last).into_iter().map(within).sum();
        u32::try_from(minutes).unwrap_or(u32::MAX)
    }
}

/// Whole minutes of universal time since 1970.
const fn minute(at: Timestamp) -> u64 {
    at.millis() / Span::minutes(1).millis()
}

const fn moment(minute: u64) -> Timestamp {
    Timestamp::from_millis(minute.saturating_mul(Span::minutes(1).millis()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hours(week: &str, holidays: &str) -> Hours {
        let (week, holidays) = (Week::parse(week).expect("a week"), Holidays::parse(holidays).expect("days"));
        Hours { zone: None, clock: Clock::fixed(9 * 60), week, holidays, goal: 240 }
    }

    /// A moment of the clock in Tokyo.
    fn at(day: &str, time: &str) -> Timestamp {
        let Holidays(days) = Holidays::parse(day).expect("a day");
        let minutes = days[0] * DAY + u64::from(clock(time).expect("a time")) - 9 * 60;
        Timestamp::from_millis(minutes * 60_000)
    }

    #[test]
    fn shifts_are_split_and_days_are_off() {
        // The 23rd of November 2026 is a Monday.
        let hours = hours("Mon 9:00-12:00 13:00-17:30\ntue 9-12", "2026-11-24");
        for (day, time, open) in [
            ("2026-11-23", "8:59", false),
            ("2026-11-23", "9:00", true),
            ("2026-11-23", "12:00", false),
            ("2026-11-23", "17:29", true),
            ("2026-11-24", "10:00", false),
            ("2026-11-25", "10:00", false),
            ("2026-12-01", "10:00", true),
        ] {
            assert_eq!(hours.is_open(at(day, time)), open, "{day} {time}");
        }
        assert_eq!(hours.next_open(at("2026-11-23", "12:30")), Some(at("2026-11-23", "13:00")));
        assert_eq!(hours.next_open(at("2026-11-23", "18:00")), Some(at("2026-11-30", "9:00")), "Tuesday is a holiday");
        assert_eq!(hours.minutes_between(at("2026-11-23", "11:00"), at("2026-11-23", "14:00")), 120);
        assert_eq!(hours.minutes_between(at("2026-11-23", "17:00"), at("2026-12-01", "9:30")), 30 + 450 + 30);
        assert_eq!(Hours { week: Week::default(), ..hours }.next_open(at("2026-11-23", "9:00")), None);
    }

    #[test]
    fn a_line_may_name_several_days() {
        let week = |text: &str| Week::parse(text).map(String::from);
        assert_eq!(week("sat-mon 9-12").as_deref(), Ok("mon 9:00-12:00\nsat 9:00-12:00\nsun 9:00-12:00"));
        assert_eq!(week("月、水 9-12"), week("mon,wed 9:00-12:00"));
        assert_eq!(week("月曜〜水曜 9-12"), week("mon-wed 9-12"));
        assert_eq!(week("mon-fri 9-17\nwed"), week("mon-tue 9-17; thu-fri 9-17"));
    }

    #[test]
    fn what_is_written_reads_as_it_was_typed() {
        let week = "mon 9:00-12:00 13:00-17:30\nsun 0:00-24:00";
        assert_eq!(Week::parse(week).map(String::from), Ok(week.to_owned()));
        assert_eq!(Holidays::parse("2028-02-29、2026-12-31").map(String::from), Ok("2026-12-31, 2028-02-29".to_owned()));
        for wrong in [
            "someday 9-12",
            "mon- 9-12",
            "mon-someday 9-12",
            "mon 12-9",
            "mon 9-12 11-13",
            "mon nine",
            "mon 9:60-10",
            "mon 25-26",
            "mon 1-2 3-4 5-6 7-8 9-10",
        ] {
            assert!(Week::parse(wrong).is_err(), "{wrong}");
        }
        for wrong in ["2026-02-29", "2026-13-01", "tomorrow", "2026-1"] {
            assert!(Holidays::parse(wrong).is_err(), "{wrong}");
        }
    }
}
