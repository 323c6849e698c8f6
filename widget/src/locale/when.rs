//! Times in words: how long ago something was, and its exact date. The server and the first drawing in a browser count from
//! the same moment and in UTC, so that both read the same; the visitor's own zone comes with the first tick.

use super::{Msg, Words};
use chie_domain::time::Timestamp;
use yew::AttrValue;

/// From when and in which zone times are told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clock {
    /// The moment that counts as now.
    pub now: Timestamp,
    /// Whose days and hours.
    pub zone: Zone,
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
        let count = |msg, unit: u64| self.count(msg, u32::try_from(past / unit).unwrap_or(u32::MAX));
        match past {
            0..MINUTE => self.text(Msg::JustNow),
            MINUTE..HOUR => count(Msg::MinutesAgo, MINUTE),
            HOUR..DAY => count(Msg::HoursAgo, HOUR),
            DAY..WEEK => count(Msg::DaysAgo, DAY),
            _ if past < 5 * WEEK => count(Msg::WeeksAgo, WEEK),
            _ => self.date(clock.zone, at),
        }
    }

    /// The day, written out.
    pub fn date(&self, zone: Zone, at: Timestamp) -> AttrValue {
        platform::format(self.lang(), zone, at, platform::Detail::Day).into()
    }

    /// The day and the minute, written out.
    pub fn exact(&self, zone: Zone, at: Timestamp) -> AttrValue {
        platform::format(self.lang(), zone, at, platform::Detail::Minute).into()
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
const fn civil(days: u64) -> (u64, u64, u64) {
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

#[cfg(target_arch = "wasm32")]
mod platform {
    use super::{Timestamp, Zone};
    use js_sys::{Date, Object, Reflect};
    use wasm_bindgen::JsValue;

    #[derive(Clone, Copy, PartialEq, Eq)]
    pub(super) enum Detail {
        Day,
        Minute,
    }

    #[expect(clippy::cast_precision_loss, reason = "milliseconds of this age fit into 53 bits")]
    pub(super) fn format(lang: &str, zone: Zone, at: Timestamp, detail: Detail) -> String {
        let options = Object::new();
        let set = |key: &str, value: &str| {
            // A plain object refuses nothing.
            let _ = Reflect::set(&options, &JsValue::from_str(key), &JsValue::from_str(value));
        };
        set("year", "numeric");
        set("month", if lang == "en" { "short" } else { "long" });
        set("day", "numeric");
        if zone == Zone::Utc {
            set("timeZone", "UTC");
        }
        if detail == Detail::Minute {
            set("hour", "2-digit");
            set("minute", "2-digit");
            if zone == Zone::Utc {
                set("timeZoneName", "short");
            }
        }
        // Day before month, as most of the world reads it.
        let lang = if lang == "en" { "en-GB" } else { lang };
        Date::new(&JsValue::from_f64(at.millis() as f64)).to_locale_string(lang, &options).into()
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod platform {
    use super::{Timestamp, Zone, civil};

    #[derive(Clone, Copy, PartialEq, Eq)]
    pub(super) enum Detail {
        Day,
        Minute,
    }

    const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"];

    pub(super) fn format(lang: &str, _: Zone, at: Timestamp, detail: Detail) -> String {
        let (year, month, day) = civil(at.millis() / 86_400_000);
        let name = usize::try_from(month).ok().and_then(|month| MONTHS.get(month - 1)).copied().unwrap_or_default();
        let date = if lang == "ja" { format!("{year}年{month}月{day}日") } else { format!("{day} {name} {year}") };
        let (hour, minute) = (at.millis() / 3_600_000 % 24, at.millis() / 60_000 % 60);
        match detail {
            Detail::Day => date,
            Detail::Minute => format!("{date}, {hour:02}:{minute:02} UTC"),
        }
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
        let clock = Clock { now, zone: Zone::Utc };
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
