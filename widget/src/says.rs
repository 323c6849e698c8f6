//! What a brand says of when and where it answers, in sentences. They are made where a first view is drawn and travel as they are, so that
//! no visitor carries the names of days. What has no sentences in a language is said in English.

use crate::locale::when::Zone;
use crate::locale::{Locale, Words};
use chie_domain::api::get_embed::{Open, Says, Sign};
use chie_domain::api::view::{CommunityView, ProductStanding, ProductView};
use chie_domain::hours::{Hours, Week};
use chie_domain::time::{Span, Timestamp};

const DAYS_EN: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const DAYS_JA: [&str; 7] = ["月曜", "火曜", "水曜", "木曜", "金曜", "土曜", "日曜"];
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
    let voice = Voice { words, ja: locale == Locale::Ja, name: &name };
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
    ja: bool,
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
        let way = match (self.ja, own) {
            (true, true) => format!("{name}のサポートへ"),
            (true, false) => format!("{name}のサイトへ"),
            (false, true) => format!("To {name}’s own help"),
            (false, false) => format!("To {name}’s own site"),
        };
        if let Some(from) = community.signpost {
            let (day, closed) = (date(from), from <= now);
            let line = match (self.ja, closed) {
                (true, true) => format!(
                    "{day}から、{name}は自社のサポートでお答えしています。ここでは新しい質問を受け付けていません。これまでの質問と答えは、このまま読めます。"
                ),
                (true, false) => format!(
                    "{day}から、{name}は自社のサポートでお答えします。その日からは、ここで新しい質問を受け付けません。これまでの質問と答えは、このまま読めます。"
                ),
                (false, true) => format!(
                    "Since {day} {name} answers in its own help, and no new questions are taken here. What was answered stays here to read."
                ),
                (false, false) => format!(
                    "From {day} on {name} answers in its own help, and no new questions are taken here then. What was answered stays here to read."
                ),
            };
            if closed || !matches!(product.standing, ProductStanding::Retired(_)) {
                return Some(Sign { line, to, way, closed });
            }
        }
        let ProductStanding::Retired(since) = product.standing else { return None };
        let (day, it) = (date(since), &product.name);
        let line = if self.ja {
            format!("{day}から、「{it}」についての新しい質問は受け付けていません。これまでの質問と答えは、このまま読めます。")
        } else {
            format!("Since {day} no new questions are taken about {it}. What was answered stays here to read.")
        };
        Some(Sign { line, to, way, closed: true })
    }

    /// When somebody of the brand reads here, and whether somebody does now.
    fn open(&self, hours: &Hours, zone: &str, now: Timestamp) -> Open {
        let (name, week) = (self.name, self.week(&hours.week));
        let next = hours.open_until(now).or_else(|| hours.next_open(now));
        let ahead = hours.clock.ahead_at(next.unwrap_or(now));
        let when = next.map(|next| self.when(hours, now, next));
        let line = match (self.ja, hours.is_open(now), when) {
            (true, true, Some(when)) => format!("{name}は{week}({zone})にここを読んでいます。ただいま受付中です({when}まで)。"),
            (true, _, Some(when)) => format!("{name}は{week}({zone})にここを読んでいます。ただいま時間外で、次は{when}からです。"),
            (true, _, None) => format!("{name}は{week}({zone})にここを読んでいます。ただいまお休みです。"),
            (false, true, Some(when)) => format!("{name} reads here {week} ({zone}). It is open now, until {when}."),
            (false, _, Some(when)) => format!("{name} reads here {week} ({zone}). It is closed now, until {when}."),
            (false, _, None) => format!("{name} reads here {week} ({zone}). It is closed now."),
        };
        let own = if self.ja { "お使いの地域の時刻では{time}です。" } else { "For you that is {time}." }.to_owned();
        Open { line, next, ahead, own }
    }

    fn times(&self, shifts: &[(u16, u16)]) -> String {
        let time = |minutes: u16| format!("{}:{:02}", minutes / 60, minutes % 60);
        let dash = if self.ja { "〜" } else { "–" };
        let all: Vec<String> = shifts.iter().map(|(from, to)| [time(*from), time(*to)].join(dash)).collect();
        all.join(if self.ja { "と" } else { " and " })
    }

    /// The week in words: days that follow one another and are alike stand together.
    fn week(&self, week: &Week) -> String {
        let days = if self.ja { DAYS_JA } else { DAYS_EN };
        let mut runs: Vec<Run<'_>> = Vec::new();
        for (day, shifts) in week.days().iter().enumerate().filter(|(_, shifts)| !shifts.is_empty()) {
            match runs.last_mut() {
                Some((_, to, same)) if *to + 1 == day && *same == shifts => *to = day,
                _ => runs.push((day, day, shifts)),
            }
        }
        let named = |day: usize| days.get(day).copied().unwrap_or_default();
        let run = |(from, to, shifts): &Run<'_>| {
            let days = match (to - from, self.ja) {
                (0, _) => named(*from).to_owned(),
                (1, false) => format!("{} and {}", named(*from), named(*to)),
                (1, true) => format!("{}・{}", named(*from), named(*to)),
                (6, false) => "every day".to_owned(),
                (6, true) => "毎日".to_owned(),
                (_, false) => format!("{} to {}", named(*from), named(*to)),
                (_, true) => format!("{}〜{}", named(*from), named(*to)),
            };
            format!("{days}{}{}", if self.ja { " " } else { ", " }, self.times(shifts))
        };
        runs.iter().map(run).collect::<Vec<_>>().join(if self.ja { "、" } else { "; " })
    }

    /// A moment by the brand's clock, as near as it can be told.
    fn when(&self, hours: &Hours, now: Timestamp, at: Timestamp) -> String {
        let (day, minute) = hours.shown(at);
        let time = format!("{}:{:02}", minute / 60, minute % 60);
        let days = if self.ja { DAYS_JA } else { DAYS_EN };
        let named = days.get(day).copied().unwrap_or_default();
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
        Voice { words: &words, ja: locale == Locale::Ja, name: "Acme" }.open(hours, "Japan Time", now).line
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
