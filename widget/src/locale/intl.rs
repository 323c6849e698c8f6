//! What the platform knows about languages: plural forms, numbers, dates, times ago. A browser and the Worker ask the same
//! `Intl`, so that both draw the same; natively, where tests draw views, rules for the languages of this tree stand in.

#[cfg(target_arch = "wasm32")]
mod platform {
    use wasm_bindgen::prelude::wasm_bindgen;

    #[wasm_bindgen(module = "/src/locale/intl.js")]
    extern "C" {
        pub(in crate::locale) fn plural(lang: &str, n: u32) -> String;
        pub(in crate::locale) fn number(lang: &str, n: u32) -> String;
        pub(in crate::locale) fn ago(lang: &str, style: &str, n: u32, unit: &str) -> String;
        pub(in crate::locale) fn date(lang: &str, at: f64, minute: bool, utc: bool) -> String;
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod platform {
    use chie_domain::time::civil;

    const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sept", "Oct", "Nov", "Dec"];

    pub(in crate::locale) fn plural(lang: &str, n: u32) -> String {
        if lang != "ja" && n == 1 { "one".to_owned() } else { "other".to_owned() }
    }

    pub(in crate::locale) fn number(_: &str, n: u32) -> String {
        let digits = n.to_string();
        let mut grouped = String::new();
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                grouped.push(',');
            }
            grouped.push(digit);
        }
        grouped
    }

    pub(in crate::locale) fn ago(lang: &str, _: &str, n: u32, unit: &str) -> String {
        if lang == "ja" {
            let unit = match unit {
                "minute" => "分",
                "hour" => "時間",
                "day" => "日",
                _ => "週間",
            };
            return format!("{n}{unit}前");
        }
        format!("{n} {unit}{} ago", if n == 1 { "" } else { "s" })
    }

    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "moments are whole milliseconds after 1970")]
    pub(in crate::locale) fn date(lang: &str, at: f64, minute: bool, _: bool) -> String {
        let at = at as u64;
        let (year, month, day) = civil(at / 86_400_000);
        let name = usize::try_from(month).ok().and_then(|month| MONTHS.get(month - 1)).copied().unwrap_or_default();
        let date = if lang == "ja" { format!("{year}年{month}月{day}日") } else { format!("{day} {name} {year}") };
        if minute { format!("{date}, {:02}:{:02} UTC", at / 3_600_000 % 24, at / 60_000 % 60) } else { date }
    }
}

pub(super) use platform::{ago, date, number, plural};
