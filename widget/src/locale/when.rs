//! Times in words: how long ago something was, and its exact date. The server and the first drawing in a browser count from
//! the same moment and in UTC, so that both read the same; the visitor's own zone comes with the first tick.

use super::{Msg, Words, intl};
use chie_domain::time::Timestamp;
use yew::AttrValue;

pub use chie_domain::time::iso;

/// From when and in which zone times are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock {
    /// The moment that counts as now.
    pub now: Timestamp,
    /// Whose days and hours.
    pub zone: Zone,
    /// Whose exact times: they stand one pause away, so that they may be the visitor's from the beginning.
    pub exact: Zone,
}

/// Whose days and hours dates are told in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Zone {
    /// The same for everybody.
    Utc,
    /// The visitor's.
    Local,
}

const MINUTE: u64 = 60_000;
const HOUR: u64 = 60 * MINUTE;
const DAY: u64 = 24 * HOUR;
const WEEK: u64 = 7 * DAY;

impl Words {
    /// How long ago it was; a date once weeks no longer say much.
    pub fn ago(&self, clock: Clock, at: Timestamp) -> AttrValue {
        let past = clock.now.since(at).millis();
        let ago = |unit: u64, name| {
            let n = u32::try_from(past / unit).unwrap_or(u32::MAX);
            intl::ago(self.lang(), &self.text(Msg::AgoStyle), n, name).into()
        };
        match past {
            0..MINUTE => self.text(Msg::JustNow),
            MINUTE..HOUR => ago(MINUTE, "minute"),
            HOUR..DAY => ago(HOUR, "hour"),
            DAY..WEEK => ago(DAY, "day"),
            _ if past < 5 * WEEK => ago(WEEK, "week"),
            _ => self.date(clock.zone, at),
        }
    }

    /// The day, written out.
    pub fn date(&self, zone: Zone, at: Timestamp) -> AttrValue {
        self.told(zone, at, false)
    }

    /// The day and the minute, written out.
    pub fn exact(&self, zone: Zone, at: Timestamp) -> AttrValue {
        self.told(zone, at, true)
    }

    #[expect(clippy::cast_precision_loss, reason = "milliseconds of this age fit into 53 bits")]
    fn told(&self, zone: Zone, at: Timestamp, minute: bool) -> AttrValue {
        intl::date(self.lang(), at.millis() as f64, minute, zone == Zone::Utc).into()
    }
}

#[cfg(all(test, feature = "tables"))]
mod tests {
    use super::*;
    use crate::locale::Locale;
    use chie_domain::time::Span;

    #[test]
    fn times_read_as_people_say_them() {
        let now = Timestamp::from_millis(1_795_000_000_000);
        let at = |span: Span| Timestamp::from_millis(now.millis() - span.millis());
        let (en, ja) = (Words::of(Locale::En), Words::of(Locale::Ja));
        let clock = Clock { now, zone: Zone::Utc, exact: Zone::Utc };
        for (span, english, japanese) in [
            (Span::seconds(12), "just now", "たった今"),
            (Span::minutes(40), "40 minutes ago", "40分前"),
            (Span::hours(1), "1 hour ago", "1時間前"),
            (Span::days(2), "2 days ago", "2日前"),
            (Span::days(21), "3 weeks ago", "3週間前"),
        ] {
            assert_eq!(en.ago(clock, at(span)).as_str(), english);
            assert_eq!(ja.ago(clock, at(span)).as_str(), japanese);
        }
        assert_eq!(iso(Timestamp::from_millis(1_709_210_096_000)), "2024-02-29T12:34:56Z");
        assert_eq!(ja.date(Zone::Utc, Timestamp::from_millis(1_709_210_096_000)).as_str(), "2024年2月29日");
    }
}
