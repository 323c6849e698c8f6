//! A post as plain text that keeps its lines: for mail, and for whoever takes their words elsewhere.

use super::{Block, Inline, Markup};

impl Markup {
    /// The post as plain text: blank lines between paragraphs, signs before items and quotes, addresses behind links.
    pub fn plain(&self) -> String {
        let mut lines = Vec::new();
        blocks(&self.0, "", &mut lines);
        while lines.last().is_some_and(|line: &String| line.trim().is_empty()) {
            lines.pop();
        }
        lines.join("\n")
    }
}

fn blocks(all: &[Block], before: &str, lines: &mut Vec<String>) {
    for block in all {
        match block {
            Block::Paragraph(words) | Block::Heading(words) => say(&inlines(words), before, lines),
            Block::Bullets(items) => items.iter().for_each(|one| item(one, "- ", before, lines)),
            Block::Numbers(first, items) => {
                for (one, n) in items.iter().zip(*first..) {
                    item(one, &format!("{n}. "), before, lines);
                }
            }
            Block::Quote(inner) => {
                let sign = format!("{before}> ");
                blocks(inner, &sign, lines);
                while lines.last().is_some_and(|line| line == sign.trim_end()) {
                    lines.pop();
                }
            }
            Block::Code(code) => say(code, &format!("{before}    "), lines),
            Block::Rule => say("---", before, lines),
        }
        lines.push(before.trim_end().to_owned());
    }
}

fn say(words: &str, before: &str, lines: &mut Vec<String>) {
    lines.extend(words.split('\n').map(|line| format!("{before}{line}").trim_end().to_owned()));
}

fn item(one: &[Block], sign: &str, before: &str, lines: &mut Vec<String>) {
    let mut inner = Vec::new();
    blocks(one, "", &mut inner);
    while inner.last().is_some_and(String::is_empty) {
        inner.pop();
    }
    let rest = " ".repeat(sign.len());
    for (line, place) in inner.iter().zip(0_usize..) {
        lines.push(format!("{before}{}{line}", if place == 0 { sign } else { &rest }).trim_end().to_owned());
    }
}

fn inlines(all: &[Inline]) -> String {
    all.iter()
        .map(|inline| match inline {
            Inline::Text(words) | Inline::Code(words) => words.clone(),
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Strike(inner) => inlines(inner),
            Inline::Link(url, inner) => {
                let words = inlines(inner);
                if words == url.as_str() { words } else { format!("{words} <{}>", url.as_str()) }
            }
            Inline::Break => "\n".to_owned(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::SafeUrl;
    use super::*;

    #[test]
    fn a_post_keeps_its_lines() {
        let text = |words: &str| Inline::Text(words.to_owned());
        let url = SafeUrl::parse("https://acme.example/a").expect("an address");
        let post = Markup(vec![
            Block::Paragraph(vec![text("First,"), Inline::Break, Inline::Strong(vec![text("then")])]),
            Block::Bullets(vec![vec![Block::Paragraph(vec![text("one")])], vec![Block::Paragraph(vec![text("two")])]]),
            Block::Quote(vec![Block::Paragraph(vec![Inline::Link(url, vec![text("see")])])]),
        ]);
        assert_eq!(post.plain(), "First,\nthen\n\n- one\n- two\n\n> see <https://acme.example/a>");
    }
}
