//! Posts as a small tree. Markdown is read once, when a post is written (`parse`), and never becomes a string of HTML:
//! views build their nodes from this tree in browser and server alike. Raw HTML is text, links go through [`SafeUrl`].

use serde::{Deserialize, Serialize};
use thiserror::Error;

#[cfg(feature = "parse")]
pub mod parse;
mod plain;

/// How deep quotes and lists may nest; what lies deeper is flattened.
pub const MAX_DEPTH: usize = 16;
/// How large a tree may grow, in bytes of text.
pub const MAX_BYTES: usize = 30 * 1024;

/// A post as a tree of blocks.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Markup(pub Vec<Block>);

/// A block of a post.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Block {
    /// Running text.
    Paragraph(Vec<Inline>),
    /// A heading inside a post; all levels look alike.
    Heading(Vec<Inline>),
    /// A list with dots.
    Bullets(Vec<Vec<Block>>),
    /// A numbered list that starts at a number.
    Numbers(u32, Vec<Vec<Block>>),
    /// Words of somebody else.
    Quote(Vec<Block>),
    /// Text to be shown letter by letter.
    Code(String),
    /// A line between parts.
    Rule,
}

/// A piece of running text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Inline {
    /// Plain text.
    Text(String),
    /// Code within a line.
    Code(String),
    /// Stressed.
    Emphasis(Vec<Inline>),
    /// Strongly stressed.
    Strong(Vec<Inline>),
    /// Struck out.
    Strike(Vec<Inline>),
    /// A link to a safe address.
    Link(SafeUrl, Vec<Inline>),
    /// A new line.
    Break,
}

/// An address that a link may lead to: http, https or mailto, decided after controls and entities were taken away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct SafeUrl(String);

/// The address may not be linked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("unsafe_link: links lead to http, https or mailto addresses")]
pub struct UnsafeUrl;

impl SafeUrl {
    /// Reads an address. Relative and protocol-relative addresses would lead somewhere else on every page and are refused.
    pub fn parse(text: &str) -> Result<Self, UnsafeUrl> {
        let mut plain = String::with_capacity(text.len());
        for c in text.trim().chars().filter(|c| !c.is_control()) {
            // Browsers drop tabs and line breaks wherever they stand, and escape other spaces.
            if c.is_whitespace() {
                plain.extend(c.encode_utf8(&mut [0; 4]).bytes().map(|byte| format!("%{byte:02X}")));
            } else {
                plain.push(c);
            }
        }
        let scheme = plain.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase()).ok_or(UnsafeUrl)?;
        let whole = match scheme.as_str() {
            "http" | "https" => {
                let host = plain.get(scheme.len()..).and_then(|rest| rest.strip_prefix("://")).ok_or(UnsafeUrl)?;
                host.chars().next().is_some_and(|c| !c.is_ascii() || c.is_ascii_alphanumeric() || c == '[')
            }
            "mailto" => plain.contains('@'),
            _ => false,
        };
        if whole && plain.len() <= 2_048 { Ok(Self(plain)) } else { Err(UnsafeUrl) }
    }

    /// The address as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for SafeUrl {
    type Error = UnsafeUrl;
    fn try_from(text: String) -> Result<Self, UnsafeUrl> {
        Self::parse(&text)
    }
}

impl From<SafeUrl> for String {
    fn from(url: SafeUrl) -> String {
        url.0
    }
}

impl Markup {
    /// The words of the post in one line, cut after at most `max` characters with an ellipsis: for rows and search.
    pub fn excerpt(&self, max: usize) -> String {
        let words = self.words();
        if words.chars().count() <= max {
            return words;
        }
        let cut: String = words.chars().take(max.saturating_sub(1)).collect();
        format!("{}…", cut.trim_end())
    }

    /// How many links the post has, however they were written.
    pub fn links(&self) -> usize {
        links_in_blocks(&self.0)
    }

    /// The same with links as text, but for those that `keeps` says may stay: the address stands behind the words, to be read and copied.
    #[must_use]
    pub fn with_links_as_text(self, keeps: &dyn Fn(&SafeUrl) -> bool) -> Self {
        Self(plain_blocks(self.0, keeps))
    }

    /// All words of the post, with single spaces between them.
    pub fn words(&self) -> String {
        let mut text = String::new();
        blocks_into(&self.0, &mut text);
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

fn plain_blocks(blocks: Vec<Block>, keeps: &dyn Fn(&SafeUrl) -> bool) -> Vec<Block> {
    let items = |items: Vec<Vec<Block>>| items.into_iter().map(|item| plain_blocks(item, keeps)).collect();
    let of = |block| match block {
        Block::Paragraph(inlines) => Block::Paragraph(plain_inlines(inlines, keeps)),
        Block::Heading(inlines) => Block::Heading(plain_inlines(inlines, keeps)),
        Block::Bullets(all) => Block::Bullets(items(all)),
        Block::Numbers(from, all) => Block::Numbers(from, items(all)),
        Block::Quote(inner) => Block::Quote(plain_blocks(inner, keeps)),
        Block::Code(_) | Block::Rule => block,
    };
    blocks.into_iter().map(of).collect()
}

fn plain_inlines(inlines: Vec<Inline>, keeps: &dyn Fn(&SafeUrl) -> bool) -> Vec<Inline> {
    let of = |inline| match inline {
        Inline::Link(url, inner) if keeps(&url) => vec![Inline::Link(url, inner)],
        Inline::Link(url, inner) => {
            let mut words = String::new();
            inlines_into(&inner, &mut words);
            let address = url.as_str().strip_prefix("mailto:").unwrap_or(url.as_str());
            let mut plain = plain_inlines(inner, keeps);
            if !address.contains(words.trim()) || words.trim().is_empty() {
                plain.push(Inline::Text(format!(" ({address})")));
            }
            plain
        }
        Inline::Emphasis(inner) => vec![Inline::Emphasis(plain_inlines(inner, keeps))],
        Inline::Strong(inner) => vec![Inline::Strong(plain_inlines(inner, keeps))],
        Inline::Strike(inner) => vec![Inline::Strike(plain_inlines(inner, keeps))],
        Inline::Text(_) | Inline::Code(_) | Inline::Break => vec![inline],
    };
    inlines.into_iter().flat_map(of).collect()
}

fn links_in_blocks(blocks: &[Block]) -> usize {
    let of = |block: &Block| match block {
        Block::Paragraph(inlines) | Block::Heading(inlines) => links_in(inlines),
        Block::Bullets(items) | Block::Numbers(_, items) => items.iter().map(|item| links_in_blocks(item)).sum(),
        Block::Quote(inner) => links_in_blocks(inner),
        Block::Code(_) | Block::Rule => 0,
    };
    blocks.iter().map(of).sum()
}

fn links_in(inlines: &[Inline]) -> usize {
    let of = |inline: &Inline| match inline {
        Inline::Link(..) => 1,
        Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Strike(inner) => links_in(inner),
        Inline::Text(_) | Inline::Code(_) | Inline::Break => 0,
    };
    inlines.iter().map(of).sum()
}

fn blocks_into(blocks: &[Block], text: &mut String) {
    for block in blocks {
        match block {
            Block::Paragraph(inlines) | Block::Heading(inlines) => inlines_into(inlines, text),
            Block::Bullets(items) | Block::Numbers(_, items) => items.iter().for_each(|item| blocks_into(item, text)),
            Block::Quote(inner) => blocks_into(inner, text),
            Block::Code(code) => text.push_str(code),
            Block::Rule => {}
        }
        text.push(' ');
    }
}

fn inlines_into(inlines: &[Inline], text: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(words) | Inline::Code(words) => text.push_str(words),
            Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Strike(inner) | Inline::Link(_, inner) => {
                inlines_into(inner, text);
            }
            Inline::Break => text.push(' '),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_become_text_that_can_be_copied() {
        let link =
            |url: &str, words: &str| Inline::Link(SafeUrl::parse(url).expect("a link"), vec![Inline::Text(words.to_owned())]);
        let tree = Markup(vec![Block::Quote(vec![Block::Paragraph(vec![
            Inline::Strong(vec![link("https://evil.example/a", "Acme")]),
            link("https://b.example", "https://b.example"),
            link("https://acme.example/manual", "the manual"),
        ])])]);
        let plain = tree.with_links_as_text(&|url| url.as_str().starts_with("https://acme.example/"));
        assert_eq!(plain.links(), 1);
        assert_eq!(plain.words(), "Acme (https://evil.example/a)https://b.examplethe manual");
    }

    #[test]
    fn only_three_kinds_of_address_are_links() {
        for fine in ["https://acme.example/a?b#c", "http://a.example", "mailto:aoi@acme.example", "HTTPS://A.example"] {
            assert!(SafeUrl::parse(fine).is_ok(), "{fine}");
        }
        assert_eq!(SafeUrl::parse("https://a.example/b c").map(String::from), Ok("https://a.example/b%20c".to_owned()));
        for wrong in [
            "javascript:alert(1)",
            "java\tscript:alert(1)",
            " data:text/html,x",
            "//evil.example",
            "/path",
            "https:evil",
            "vbscript:x",
            "https:///x",
            "",
        ] {
            assert_eq!(SafeUrl::parse(wrong), Err(UnsafeUrl), "{wrong:?}");
        }
    }
}
