//! The style sheets that the Worker sends: the widget's inside the embed body, the pages' inside documents.

use std::sync::LazyLock;

/// Tokens and the rules of what the first part of the widget draws, for a constructed sheet in a shadow root.
pub const WIDGET: &str = concat!(include_str!("../../www/style/tokens.css"), include_str!("../../www/style/widget.css"));

/// The rules of what its second part draws; they come after the first ones.
pub const WIDGET_REST: &str = include_str!("../../www/style/widget-rest.css");

/// The frame around them on a page of its own.
pub const PAGE: &str = include_str!("../../www/style/pages.css");

/// [`WIDGET`] as it travels: without comments, line ends and the spaces that only people read.
pub static TRAVELLING: LazyLock<String> = LazyLock::new(|| shortened(WIDGET));

/// [`WIDGET`] and [`WIDGET_REST`] as they travel where a thread is shown from the beginning.
pub static TRAVELLING_WHOLE: LazyLock<String> = LazyLock::new(|| [&TRAVELLING, shortened(WIDGET_REST).as_str()].concat());

fn shortened(css: &str) -> String {
    let mut short = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(next) = rest.chars().next() {
        let (from, end) = match next {
            '/' if rest.starts_with("/*") => (rest, rest.find("*/").map_or(rest.len(), |at| at + 2)),
            '"' | '\'' => (rest, rest.get(1..).and_then(|inside| inside.find(next)).map_or(rest.len(), |at| at + 2)),
            _ => (rest, next.len_utf8()),
        };
        let (piece, after) = from.split_at_checked(end).unwrap_or((from, ""));
        rest = after;
        if piece.starts_with("/*") {
            continue;
        }
        if piece.chars().all(char::is_whitespace) {
            // A space stands between two words, and nowhere beside these signs.
            if !short.is_empty()
                && !short.ends_with([' ', '{', '}', ';', ',', ':'])
                && !rest.starts_with(['{', '}', ';', ' ', '\n'])
            {
                short.push(' ');
            }
            continue;
        }
        if piece == "}" && short.ends_with(';') {
            short.pop();
        }
        short.push_str(piece);
    }
    short
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn a_sheet_loses_only_what_people_read() {
        for (css, short) in [
            ("/* why */\n.a, .b > c {\n  color: red;\n  margin: 0 1px;\n}\n", ".a,.b > c{color:red;margin:0 1px}"),
            (".a :focus { content: \"; }  \" ; }", ".a :focus{content:\"; }  \"}"),
            ("@media (width < 600px) { a { inset: calc(1px + 2px) } }", "@media (width < 600px){a{inset:calc(1px + 2px)}}"),
            (".a { x: 'it' \"s\"; }", ".a{x:'it' \"s\"}"),
        ] {
            assert_eq!(shortened(css), short);
        }
    }
}
