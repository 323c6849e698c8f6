//! The HTML beside a mail's text: one column that reads at 320 pixels, no pictures and nothing from elsewhere, light or dark as the reader's
//! program is. What people wrote is text in it, never markup.

/// What mail programs keep of it is enough; what they drop costs looks only.
const STYLE: &str = ":root{color-scheme:light dark;supported-color-schemes:light dark}\
    body{font:16px/1.6 system-ui,-apple-system,'Segoe UI','Hiragino Sans','Noto Sans JP',sans-serif;color:#1c2420;background:#fff;\
    max-width:36em;margin:0 auto;padding:24px 16px;overflow-wrap:anywhere;word-break:break-word}\
    p{margin:0 0 14px}blockquote{margin:16px 0;padding:0 0 0 16px;border-left:3px solid #c8d1cc}\
    .text{padding:12px 16px;border:1px solid #c8d1cc;border-radius:8px}.code{font-size:30px;font-weight:700;letter-spacing:.08em}\
    .open a{display:inline-block;font-weight:700;color:#fff;background:#16201d;text-decoration:none;border-radius:8px;padding:10px 18px}\
    h2{font-size:17px;margin:20px 0 4px}pre{white-space:pre-wrap}a{color:#0b5c4c}\
    footer{margin-top:28px;padding-top:12px;border-top:1px solid #dde3e0;color:#55625e;font-size:14px}\
    @media (prefers-color-scheme:dark){body{color:#e8eeeb;background:#0d1211}a{color:#7fd8c2}blockquote,.text{border-color:#46524d}\
    .open a{color:#0d1211;background:#e8eeeb}footer{color:#a5b4af;border-color:#2c3532}}";

/// A whole document around a body that was drawn by views or escaped.
pub(super) fn document(lang: &str, body: &str) -> String {
    format!(
        "<!doctype html><html lang=\"{lang}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">\
         <meta name=\"color-scheme\" content=\"light dark\"><title>Chie</title><style>{STYLE}</style></head><body>{body}</body></html>"
    )
}

/// Text as it may stand in HTML.
fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// A text's paragraphs; a line that is an address and nothing else is a link to it, and what follows the signature's line is the foot.
pub(crate) fn of_text(lang: &str, text: &str) -> String {
    let (above, below) = text.split_once("\n-- \n").unwrap_or((text, ""));
    let mut body = String::from("<main>");
    body.push_str(&paragraphs(above));
    if !below.trim().is_empty() {
        body.push_str("<footer>");
        body.push_str(&paragraphs(below));
        body.push_str("</footer>");
    }
    body.push_str("</main>");
    document(lang, &body)
}

fn paragraphs(text: &str) -> String {
    let mut made = String::new();
    for part in text.split("\n\n").map(str::trim).filter(|part| !part.is_empty()) {
        let lines: Vec<String> = part.lines().map(line).collect();
        made.push_str("<p dir=\"auto\">");
        made.push_str(&lines.join("<br>"));
        made.push_str("</p>");
    }
    made
}

fn line(line: &str) -> String {
    let bare = line.trim();
    let is_address = (bare.starts_with("https://") || bare.starts_with("http://")) && !bare.contains(char::is_whitespace);
    let safe = escape(bare);
    if !is_address {
        return safe;
    }
    // A signed address is longer than anybody reads.
    let shown: String = if bare.chars().count() > 60 { bare.chars().take(48).chain(['…']).collect() } else { bare.to_owned() };
    format!("<a href=\"{safe}\">{}</a>", escape(&shown))
}
