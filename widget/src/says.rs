//! What a brand says of when and where it answers, in sentences. They are made where a first view is drawn and travel as they are, so that
//! no visitor carries the names of days.

use crate::locale::when::Zone;
use crate::locale::{Locale, Page, Words};
use chie_domain::api::get_embed::{Open, Says, Sign};
use chie_domain::api::view::{CommunityView, ProductStanding, ProductView};
use chie_domain::hours::{Hours, Week};
use chie_domain::time::{Span, Timestamp};

/// The day is named alone so far ahead; then its date stands beside it.
const NAMED: u64 = 6;

/// What is said at a moment; `zone` is what the zone of the hours is called in this language.
pub fn says(
    words: &Words,
    locale: Locale,
    community: &CommunityView,
    product: &ProductView,
    hours: Option<&Hours>,
    zone: &str,
    now: Timestamp,
) -> Says {
    let name = community.name.clone().unwrap_or_else(|| community.brand.to_string());
    let voice = Voice { words, locale, name: &name };
    Says {
        hours: hours
            .filter(|hours| hours.week.days().iter().any(|shifts| !shifts.is_empty()))
            .map(|hours| voice.open(hours, zone, now)),
        sign: voice.sign(community, product, now),
    }
}

/// Days that follow one another, from and to, with the shifts that they share.
type Run<'a> = (usize, usize, &'a Vec<(u16, u16)>);

struct Voice<'a> {
    words: &'a Words,
    locale: Locale,
    name: &'a str,
}

impl Voice<'_> {
    /// Where the brand answers instead, where nothing new is asked.
    fn sign(&self, community: &CommunityView, product: &ProductView, now: Timestamp) -> Option<Sign> {
        let name = self.name;
        let date = |at| self.words.date(Zone::Utc, at);
        let (to, own) = match &community.help {
            Some(help) => (help.clone(), true),
            None => (format!("https://{}/", community.brand), false),
        };
        let way = self.locale.page_of(if own { Page::SignToHelp } else { Page::SignToSite }, &[("name", name)]);
        if let Some(from) = community.signpost {
            let closed = from <= now;
            let line = if closed { Page::SignSince } else { Page::SignFrom };
            let line = self.locale.page_of(line, &[("day", &date(from)), ("name", name)]);
            if closed || !matches!(product.standing, ProductStanding::Retired(_)) {
                return Some(Sign { line, to, way, closed });
            }
        }
        let ProductStanding::Retired(since) = product.standing else { return None };
        let line = self.locale.page_of(Page::SignRetired, &[("day", &date(since)), ("product", &product.name)]);
        Some(Sign { line, to, way, closed: true })
    }

    /// When somebody of the brand reads here, and whether somebody does now.
    fn open(&self, hours: &Hours, zone: &str, now: Timestamp) -> Open {
        let week = self.week(&hours.week);
        let next = hours.open_until(now).or_else(|| hours.next_open(now));
        let ahead = hours.clock.ahead_at(next.unwrap_or(now));
        let when = next.map(|next| self.when(hours, now, next));
        let line = match (hours.is_open(now), &when) {
            (true, Some(_)) => Page::OpenUntil,
            (false, Some(_)) => Page::ClosedUntil,
            (_, None) => Page::ClosedNow,
        };
        let gaps = [("name", self.name), ("week", &week), ("zone", zone), ("when", when.as_deref().unwrap_or_default())];
        Open { line: self.locale.page_of(line, &gaps), next, ahead, own: self.locale.page(Page::OwnTime).to_owned() }
    }

    fn times(&self, shifts: &[(u16, u16)]) -> String {
        let time = |minutes: u16| format!("{}:{:02}", minutes / 60, minutes % 60);
        let run = |(from, to): &(u16, u16)| self.locale.page_of(Page::TimeRun, &[("from", &time(*from)), ("to", &time(*to))]);
        shifts.iter().map(run).collect::<Vec<_>>().join(self.locale.page(Page::TimeNext))
    }

    /// What a day of the week is called; Monday is the first.
    fn day(&self, day: usize) -> &'static str {
        self.locale.page(Page::Days).split('|').nth(day).unwrap_or_default()
    }

    /// The week in words: days that follow one another and are alike stand together.
    fn week(&self, week: &Week) -> String {
        let mut runs: Vec<Run<'_>> = Vec::new();
        for (day, shifts) in week.days().iter().enumerate().filter(|(_, shifts)| !shifts.is_empty()) {
            match runs.last_mut() {
                Some((_, to, same)) if *to + 1 == day && *same == shifts => *to = day,
                _ => runs.push((day, day, shifts)),
            }
        }
        let run = |(from, to, shifts): &Run<'_>| {
            let ends = [("from", self.day(*from)), ("to", self.day(*to))];
            let days = match to - from {
                0 => self.day(*from).to_owned(),
                1 => self.locale.page_of(Page::DaysTwo, &ends),
                6 => self.locale.page(Page::DaysAll).to_owned(),
                _ => self.locale.page_of(Page::DaysRun, &ends),
            };
            self.locale.page_of(Page::DayTimes, &[("days", &days), ("times", &self.times(shifts))])
        };
        runs.iter().map(run).collect::<Vec<_>>().join(self.locale.page(Page::DayNext))
    }

    /// A moment by the brand's clock, as near as it can be told.
    fn when(&self, hours: &Hours, now: Timestamp, at: Timestamp) -> String {
        let (day, minute) = hours.shown(at);
        let time = format!("{}:{:02}", minute / 60, minute % 60);
        let named = self.day(day);
        match hours.days_between(now, at) {
            0 => time,
            1..=NAMED => format!("{named} {time}"),
            _ => {
                let shown = Span::minutes(u64::from(hours.clock.ahead_at(at).unsigned_abs()));
                let local = if hours.clock.ahead_at(at) < 0 {
                    Timestamp::from_millis(at.millis().saturating_sub(shown.millis()))
                } else {
                    at.after(shown)
                };
                format!("{} {time}", self.words.date(Zone::Utc, local))
            }
        }
    }
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test stops where it fails")]
mod tests {
    use super::*;
    use chie_domain::hours::{Clock, Holidays, ZoneName};

    /// 2026-11-28T03:00:00Z, a Saturday: noon in Tokyo.
    const NOW: Timestamp = Timestamp::from_millis(1_795_834_800_000);

    fn hours(week: &str, days: &str) -> Hours {
        Hours {
            zone: ZoneName::parse("Asia/Tokyo").ok(),
            clock: Clock::fixed(540),
            week: Week::parse(week).expect("a week"),
            holidays: Holidays::parse(days).expect("days"),
            goal: 60,
        }
    }

    fn line(locale: Locale, hours: &Hours, now: Timestamp) -> String {
        let words = Words::of(locale);
        Voice { words: &words, locale, name: "Acme" }.open(hours, "Japan Time", now).line
    }

    #[test]
    fn hours_are_told_in_both_languages() {
        for (week, days, en, ja) in [
            (
                "mon-fri 9-17",
                "",
                "Acme reads here Monday to Friday, 9:00–17:00 (Japan Time). It is closed now, until Monday 9:00.",
                "Acmeは月曜〜金曜 9:00〜17:00(Japan Time)にここを読んでいます。ただいま時間外で、次は月曜 9:00からです。",
            ),
            (
                "sat 9-12 13-17; sun 9-12",
                "",
                "Acme reads here Saturday, 9:00–12:00 and 13:00–17:00; Sunday, 9:00–12:00 (Japan Time). It is closed now, until 13:00.",
                "Acmeは土曜 9:00〜12:00と13:00〜17:00、日曜 9:00〜12:00(Japan Time)にここを読んでいます。ただいま時間外で、次は13:00からです。",
            ),
            (
                "mon-sun 9-17",
                "",
                "Acme reads here every day, 9:00–17:00 (Japan Time). It is open now, until 17:00.",
                "Acmeは毎日 9:00〜17:00(Japan Time)にここを読んでいます。ただいま受付中です(17:00まで)。",
            ),
            (
                "mon-tue 9-17",
                "2026-11-30 2026-12-01",
                "Acme reads here Monday and Tuesday, 9:00–17:00 (Japan Time). It is closed now, until 7 Dec 2026 9:00.",
                "Acmeは月曜・火曜 9:00〜17:00(Japan Time)にここを読んでいます。ただいま時間外で、次は2026年12月7日 9:00からです。",
            ),
        ] {
            let hours = hours(week, days);
            assert_eq!(line(Locale::En, &hours, NOW), en);
            assert_eq!(line(Locale::Ja, &hours, NOW), ja);
        }
    }
}
