//! Lines of threads on pages that only the server draws: the title as a link, and where it stands.

use chie_domain::api::view::ThreadRow;
use chie_widget::locale::Words;
use chie_widget::locale::when::{Zone, iso};
use chie_widget::parts::status::{Around, status_text};

use super::document::escape;

/// A list of threads; `place` says under which reply's mark each is entered.
pub(super) fn list<'a>(
    home: &str,
    brand: &str,
    lines: impl Iterator<Item = (&'a ThreadRow, Option<String>)>,
    around: Around,
    words: &Words,
    lang: &str,
) -> String {
    let rows: Vec<String> = lines
        .map(|(row, place)| {
            let status = status_text(words, row, around).map(|text| format!("{} · ", escape(&text))).unwrap_or_default();
            let place = place.map(|place| (format!("&at={place}"), format!("#{place}"))).unwrap_or_default();
            format!(
                r#"<li><a href="{home}/c/{brand}/{product}/{id}?lang={lang}{at}{mark}"><bdi>{title}</bdi></a><p class="page-soft">{status}<time datetime="{iso}">{when}</time></p></li>"#,
                product = row.product,
                id = row.id,
                at = escape(&place.0),
                mark = place.1,
                title = escape(&row.title),
                iso = iso(row.active),
                when = escape(&words.date(Zone::Utc, row.active)),
            )
        })
        .collect();
    format!(r#"<ul class="page-rows">{}</ul>"#, rows.concat())
}
