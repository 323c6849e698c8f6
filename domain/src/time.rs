//! Moments and spans in milliseconds of UTC. Nothing here reads a clock: each crate that has one hands its time in.

use serde::{Deserialize, Serialize};

/// A moment: milliseconds since 1970-01-01T00:00:00Z. Moments before that do not occur here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Timestamp(u64);

/// A length of time in milliseconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span(u64);

impl Timestamp {
    /// The moment that many milliseconds after the epoch.
    pub const fn from_millis(millis: u64) -> Self {
        Self(millis)
    }

    /// Milliseconds since the epoch.
    pub const fn millis(self) -> u64 {
        self.0
    }

    /// The moment a span later.
    #[must_use]
    pub const fn after(self, span: Span) -> Self {
        Self(self.0.saturating_add(span.0))
    }

    /// The moment a span earlier; 1970 where that would be before it.
    #[must_use]
    pub const fn before(self, span: Span) -> Self {
        Self(self.0.saturating_sub(span.0))
    }

    /// How long ago `earlier` was; nothing if it lies ahead (clocks jump).
    pub const fn since(self, earlier: Self) -> Span {
        Span(self.0.saturating_sub(earlier.0))
    }
}

impl Span {
    /// That many milliseconds.
    pub const fn from_millis(n: u64) -> Self {
        Self(n)
    }

    /// That many seconds.
    pub const fn seconds(n: u64) -> Self {
        Self(n * 1_000)
    }

    /// That many minutes.
    pub const fn minutes(n: u64) -> Self {
        Self(n * 60_000)
    }

    /// That many hours.
    pub const fn hours(n: u64) -> Self {
        Self(n * 3_600_000)
    }

    /// That many days of 24 hours.
    pub const fn days(n: u64) -> Self {
        Self(n * 86_400_000)
    }

    /// Its length in milliseconds.
    pub const fn millis(self) -> u64 {
        self.0
    }
}

/// The moment for machines, in ISO 8601.
pub fn iso(at: Timestamp) -> String {
    let seconds = at.millis() / 1_000;
    let (year, month, day) = civil(seconds / 86_400);
    let mut text = String::with_capacity(20);
    for (value, width, after) in [
        (year, 4, '-'),
        (month, 2, '-'),
        (day, 2, 'T'),
        (seconds / 3_600 % 24, 2, ':'),
        (seconds / 60 % 60, 2, ':'),
        (seconds % 60, 2, 'Z'),
    ] {
        let digits = value.to_string();
        text.extend(std::iter::repeat_n('0', usize::saturating_sub(width, digits.len())));
        text.push_str(&digits);
        text.push(after);
    }
    text
}

/// Year, month and day of a number of days since 1970-01-01 in the Gregorian calendar.
pub const fn civil(days: u64) -> (u64, u64, u64) {
    // Years are counted from March, so that a leap day is the last of its year.
    let z = days + 719_468;
    let era = z / 146_097;
    let of_era = z % 146_097;
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (year + era * 400 + if month <= 2 { 1 } else { 0 }, month, day)
}

/// The moment in a text of [`iso`], wherever in another text it stands.
pub fn read_iso(text: &str) -> Option<Timestamp> {
    text.split(|c: char| c.is_whitespace() || c == ',').find_map(|word| moment(word.trim_end_matches('.')))
}

fn moment(word: &str) -> Option<Timestamp> {
    let (day, time) = word.strip_suffix('Z')?.split_once('T')?;
    let three = |text: &str, mark: char| {
        let mut parts = text.split(mark).map(|part| part.parse::<u64>().ok());
        let three = (parts.next()??, parts.next()??, parts.next()??);
        parts.next().is_none().then_some(three)
    };
    let ((year, month, day), (hour, minute, second)) = (three(day, '-')?, three(time, ':')?);
    if !(1970..=9999).contains(&year)
        || !(1..=12).contains(&month)
        || !(1..=31).contains(&day)
        || hour > 23
        || minute > 59
        || second > 59
    {
        return None;
    }
    // Years are counted from March, as in `civil`.
    let (year, month) = if month <= 2 { (year - 1, month + 9) } else { (year, month - 3) };
    let days =
        (year / 400) * 146_097 + (year % 400) * 365 + (year % 400) / 4 - (year % 400) / 100 + (153 * month + 2) / 5 + day - 1;
    Some(Timestamp::from_millis((((days - 719_468) * 24 + hour) * 60 + minute) * 60_000 + second * 1_000))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_that_jumps_back_gives_no_negative_span() {
        let noon = Timestamp::from_millis(1_000);
        assert_eq!(noon.since(noon.after(Span::hours(1))), Span::seconds(0));
        assert_eq!(noon.after(Span::days(8)).since(noon), Span::days(8));
    }

    #[test]
    fn a_moment_is_read_as_it_was_written() {
        for millis in [0, 951_782_400_000, 1_709_210_096_000, 1_798_761_599_000, 4_102_444_800_000] {
            let at = Timestamp::from_millis(millis);
            assert_eq!(read_iso(&format!("It goes on at {}.", iso(at))), Some(at), "{}", iso(at));
        }
        for text in ["", "2024-13-01T00:00:00Z", "2024-01-01", "T00:00:00Z", "2024-01-01T24:00:00Z", "0001-01-01T00:00:00Z"] {
            assert_eq!(read_iso(text), None, "{text}");
        }
    }
}
