//! Reads Markdown into the tree, once, when a post is written. Raw HTML becomes text, an unsafe link becomes its words, a
//! bare web address becomes a link, and every line break that somebody typed is kept. The tree is built on a stack of our own,
//! never by recursion, and is at most [`MAX_DEPTH`] containers deep, so that no nesting bomb reaches whoever walks, sends or
//! drops it. Tables, footnotes and whatever else Markdown grew are text.

use super::{Block, Inline, MAX_BYTES, MAX_DEPTH, Markup, SafeUrl};
use crate::text::Body;
use pulldown_cmark::{CodeBlockKind, Event, LinkType, Options, Parser, Tag};
use std::borrow::Cow;
use std::ops::Range;
use thiserror::Error;

/// The tree would hold more than [`MAX_BYTES`] of text and addresses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("too_long: this is more than a post can hold; shorten it")]
pub struct TooLarge;

/// Reads a body into its tree.
///
/// # Errors
/// [`TooLarge`] where text and addresses together pass [`MAX_BYTES`].
pub fn parse(body: &Body) -> Result<Markup, TooLarge> {
    let source = seen_definitions(body.as_str());
    let mut tree = Tree::default();
    for (event, range) in Parser::new_ext(&source, Options::ENABLE_STRIKETHROUGH).into_offset_iter() {
        tree.take(event, source.get(range).unwrap_or_default());
        if tree.bytes > MAX_BYTES {
            return Err(TooLarge);
        }
    }
    let blocks = tree.finish();
    if tree.bytes > MAX_BYTES { Err(TooLarge) } else { Ok(Markup(blocks)) }
}

/// A character that no text contains. Between `]` and `:` it keeps a line from being read as a link's definition.
const APART: char = '\u{fdd0}';

/// Markdown swallows a line such as `[note]: look below` as the definition of a link. Only definitions of safe addresses that
/// the post does use stay definitions; all others stay words, because nothing that was typed may vanish.
fn seen_definitions(typed: &str) -> Cow<'_, str> {
    let source = plain(typed);
    if !source.contains("]:") {
        return source;
    }
    let mut events = Parser::new_ext(&source, Options::ENABLE_STRIKETHROUGH);
    let mut used: Vec<String> = Vec::new();
    for event in &mut events {
        if let Event::Start(Tag::Link { link_type, id, .. } | Tag::Image { link_type, id, .. }) = event
            && matches!(link_type, LinkType::Reference | LinkType::Collapsed | LinkType::Shortcut)
        {
            used.push(id.into_string());
        }
    }
    let definitions = events.reference_definitions();
    let kept: Vec<Range<usize>> = used
        .iter()
        .filter_map(|id| definitions.get(id))
        .filter(|it| SafeUrl::parse(&it.dest).is_ok())
        .map(|it| it.span.clone())
        .collect();
    let mut text = String::with_capacity(source.len() + 64);
    let mut rest_at = 0;
    for (at, _) in source.match_indices("]:") {
        text.push_str(source.get(rest_at..=at).unwrap_or_default());
        if !kept.iter().any(|span| span.contains(&at)) {
            text.push(APART);
        }
        rest_at = at + 1;
    }
    text.push_str(source.get(rest_at..).unwrap_or_default());
    Cow::Owned(text)
}

fn plain(text: &str) -> Cow<'_, str> {
    if text.contains(APART) { Cow::Owned(text.replace(APART, "")) } else { Cow::Borrowed(text) }
}

/// What is being filled.
#[derive(Debug, Default)]
enum Shape {
    #[default]
    Root,
    Quote,
    Bullets,
    Numbers(u32),
    Item,
    Paragraph,
    /// A paragraph that the source does not mark: the words of a tight list's entry, or of a container that was flattened.
    Loose,
    Heading,
    /// What stands behind its opening fence comes with it.
    Code(String),
    Emphasis,
    Strong,
    Strike,
    Link(SafeUrl),
}

#[derive(Debug, Default)]
struct Frame {
    shape: Shape,
    blocks: Vec<Block>,
    items: Vec<Vec<Block>>,
    inlines: Vec<Inline>,
}

/// What an end in the source ends in the tree.
#[derive(Debug, Clone, Copy)]
enum Mark {
    /// A frame.
    Frame,
    /// Nothing: a block that was flattened into what surrounds it.
    FlatBlock,
    /// Nothing: a span that was flattened into what surrounds it.
    FlatSpan,
    /// A pair of single tildes: text.
    Tildes,
}

#[derive(Debug, Default)]
struct Tree {
    top: Frame,
    below: Vec<Frame>,
    marks: Vec<Mark>,
    depth: usize,
    links: usize,
    bytes: usize,
}

impl Tree {
    fn take(&mut self, event: Event<'_>, source: &str) {
        match event {
            Event::Start(tag) => self.start(tag, source),
            Event::End(_) => self.end(),
            Event::Code(code) => {
                self.bytes += code.len();
                self.inline(Inline::Code(plain(&code).into_owned()));
            }
            Event::Html(text) => self.lines(&text),
            Event::Text(text) | Event::InlineHtml(text) | Event::InlineMath(text) | Event::DisplayMath(text) => self.text(&text),
            Event::FootnoteReference(label) => self.text(&label),
            Event::SoftBreak | Event::HardBreak => self.inline(Inline::Break),
            Event::Rule => {
                self.settle();
                self.bytes += 1;
                self.top.blocks.push(Block::Rule);
            }
            Event::TaskListMarker(done) => self.text(if done { "[x] " } else { "[ ] " }),
        }
    }

    fn start(&mut self, tag: Tag<'_>, source: &str) {
        let in_list = matches!(self.top.shape, Shape::Bullets | Shape::Numbers(_));
        match tag {
            Tag::Heading { .. } => self.open_block(Shape::Heading),
            Tag::CodeBlock(CodeBlockKind::Fenced(info)) => self.open_block(Shape::Code(plain(&info).into_owned())),
            Tag::CodeBlock(CodeBlockKind::Indented) => self.open_block(Shape::Code(String::new())),
            Tag::BlockQuote(_) => self.open_container(Shape::Quote),
            Tag::List(None) => self.open_container(Shape::Bullets),
            Tag::List(Some(first)) => self.open_container(Shape::Numbers(u32::try_from(first).unwrap_or(u32::MAX))),
            Tag::Item if in_list => self.open_block(Shape::Item),
            Tag::Paragraph | Tag::HtmlBlock => self.open_block(Shape::Paragraph),
            Tag::Emphasis => self.open_span(Shape::Emphasis),
            Tag::Strong => self.open_span(Shape::Strong),
            // A single tilde stands for "from … to" ("1~2 days"), so only two strike out.
            Tag::Strikethrough if source.starts_with("~~") => self.open_span(Shape::Strike),
            Tag::Strikethrough => {
                self.text("~");
                self.marks.push(Mark::Tildes);
            }
            Tag::Link { link_type: LinkType::Email, dest_url, .. } => self.open_link(&format!("mailto:{dest_url}")),
            Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. } => self.open_link(&dest_url),
            Tag::Superscript | Tag::Subscript => self.marks.push(Mark::FlatSpan),
            Tag::Item
            | Tag::FootnoteDefinition(_)
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::Table(_)
            | Tag::TableHead
            | Tag::TableRow
            | Tag::TableCell
            | Tag::MetadataBlock(_) => {
                self.settle();
                self.marks.push(Mark::FlatBlock);
            }
        }
    }

    fn end(&mut self) {
        match self.marks.pop() {
            Some(Mark::Frame) => {
                self.settle();
                self.close();
            }
            Some(Mark::FlatBlock) => self.settle(),
            Some(Mark::Tildes) => self.text("~"),
            Some(Mark::FlatSpan) | None => {}
        }
    }

    fn open(&mut self, shape: Shape) {
        let frame = Frame { shape, ..Frame::default() };
        self.below.push(std::mem::replace(&mut self.top, frame));
    }

    fn open_block(&mut self, shape: Shape) {
        self.settle();
        self.open(shape);
        self.marks.push(Mark::Frame);
    }

    fn open_container(&mut self, shape: Shape) {
        self.settle();
        if self.depth < MAX_DEPTH {
            self.depth += 1;
            self.open(shape);
            self.marks.push(Mark::Frame);
        } else {
            self.marks.push(Mark::FlatBlock);
        }
    }

    fn open_span(&mut self, shape: Shape) {
        self.words_begin();
        if self.depth < MAX_DEPTH {
            self.depth += 1;
            self.open(shape);
            self.marks.push(Mark::Frame);
        } else {
            self.marks.push(Mark::FlatSpan);
        }
    }

    fn open_link(&mut self, address: &str) {
        match SafeUrl::parse(&plain(address)) {
            // No link stands inside another: browsers would tear them apart.
            Ok(url) if self.links == 0 && self.depth < MAX_DEPTH => {
                self.bytes += url.as_str().len();
                self.links += 1;
                self.open_span(Shape::Link(url));
            }
            Ok(_) | Err(_) => {
                self.words_begin();
                self.marks.push(Mark::FlatSpan);
            }
        }
    }

    /// Makes sure that words can be put down here.
    fn words_begin(&mut self) {
        if matches!(self.top.shape, Shape::Root | Shape::Quote | Shape::Item | Shape::Bullets | Shape::Numbers(_)) {
            self.open(Shape::Loose);
        }
    }

    /// Ends an unmarked paragraph before a block begins or ends.
    fn settle(&mut self) {
        if matches!(self.top.shape, Shape::Loose) {
            self.close();
        }
    }

    fn text(&mut self, text: &str) {
        self.words_begin();
        let text = plain(text);
        self.bytes += text.len();
        match self.top.inlines.last_mut() {
            Some(Inline::Text(before)) => before.push_str(&text),
            _ if text.is_empty() => {}
            _ => self.top.inlines.push(Inline::Text(text.into_owned())),
        }
    }

    fn lines(&mut self, text: &str) {
        for line in text.split_inclusive('\n') {
            self.text(line.trim_end_matches('\n'));
            if line.ends_with('\n') {
                self.inline(Inline::Break);
            }
        }
    }

    fn inline(&mut self, inline: Inline) {
        self.words_begin();
        self.bytes += 1;
        self.top.inlines.push(inline);
    }

    fn close(&mut self) {
        let Some(parent) = self.below.pop() else { return };
        let Frame { shape, blocks, items, inlines } = std::mem::replace(&mut self.top, parent);
        if matches!(shape, Shape::Quote | Shape::Bullets | Shape::Numbers(_)) {
            self.depth = self.depth.saturating_sub(1);
        }
        match shape {
            Shape::Quote if blocks.is_empty() => {}
            Shape::Quote => self.top.blocks.push(Block::Quote(blocks)),
            Shape::Bullets => self.top.blocks.push(Block::Bullets(items)),
            Shape::Numbers(first) => self.top.blocks.push(Block::Numbers(first, items)),
            Shape::Item => {
                self.bytes += 1;
                self.top.items.push(blocks);
            }
            Shape::Paragraph | Shape::Loose => {
                let inlines = trimmed(self.linked(inlines));
                if !inlines.is_empty() {
                    self.top.blocks.push(Block::Paragraph(inlines));
                }
            }
            Shape::Heading => {
                let inlines = trimmed(self.linked(inlines));
                if !inlines.is_empty() {
                    self.top.blocks.push(Block::Heading(inlines));
                }
            }
            Shape::Code(info) => {
                let code: String = inlines.into_iter().filter_map(letters).collect();
                let code = code.strip_suffix('\n').unwrap_or(&code).to_owned();
                // One word beside code names its language; anything else was meant to be read.
                let is_read = !info.is_empty() && (code.trim().is_empty() || info.contains(char::is_whitespace));
                self.bytes += if is_read { info.len() } else { 0 };
                let code = if is_read { format!("{info}\n{code}").trim_end().to_owned() } else { code };
                if !code.trim().is_empty() {
                    self.top.blocks.push(Block::Code(code));
                }
            }
            Shape::Emphasis => self.close_span(inlines, Inline::Emphasis),
            Shape::Strong => self.close_span(inlines, Inline::Strong),
            Shape::Strike => self.close_span(inlines, Inline::Strike),
            Shape::Link(url) => {
                self.depth = self.depth.saturating_sub(1);
                self.links = self.links.saturating_sub(1);
                // A link that shows nothing could be neither seen nor pressed: it shows its address.
                let bare = inlines.iter().all(|it| matches!(it, Inline::Text(text) if text.trim().is_empty()));
                let shown = if bare { vec![Inline::Text(url.as_str().to_owned())] } else { inlines };
                self.bytes += if bare { url.as_str().len() } else { 0 };
                self.top.inlines.push(Inline::Link(url, shown));
            }
            Shape::Root => self.top.blocks.extend(blocks),
        }
    }

    fn close_span(&mut self, inlines: Vec<Inline>, wrap: impl FnOnce(Vec<Inline>) -> Inline) {
        let inlines = self.linked(inlines);
        self.depth = self.depth.saturating_sub(1);
        if !inlines.is_empty() {
            self.bytes += 1;
            self.top.inlines.push(wrap(inlines));
        }
    }

    /// Turns bare web addresses in text into links, except inside a link and where the tree is as deep as it may be.
    fn linked(&mut self, inlines: Vec<Inline>) -> Vec<Inline> {
        if self.links > 0 || self.depth >= MAX_DEPTH {
            return inlines;
        }
        let mut pieces = Vec::with_capacity(inlines.len());
        for inline in inlines {
            match inline {
                Inline::Text(text) => self.bytes += split_addresses(&text, &mut pieces),
                other => pieces.push(other),
            }
        }
        pieces
    }

    fn finish(&mut self) -> Vec<Block> {
        while !self.below.is_empty() {
            self.close();
        }
        std::mem::take(&mut self.top.blocks)
    }
}

fn letters(inline: Inline) -> Option<String> {
    match inline {
        Inline::Text(text) | Inline::Code(text) => Some(text),
        Inline::Break => Some("\n".to_owned()),
        Inline::Emphasis(_) | Inline::Strong(_) | Inline::Strike(_) | Inline::Link(..) => None,
    }
}

fn trimmed(mut inlines: Vec<Inline>) -> Vec<Inline> {
    let is_empty = |it: &Inline| match it {
        Inline::Break => true,
        Inline::Text(text) => text.trim().is_empty(),
        Inline::Code(_) | Inline::Emphasis(_) | Inline::Strong(_) | Inline::Strike(_) | Inline::Link(..) => false,
    };
    while inlines.last().is_some_and(is_empty) {
        inlines.pop();
    }
    let before = inlines.iter().take_while(|it| is_empty(it)).count();
    inlines.drain(..before);
    inlines
}

/// Puts the text down with its web addresses as links, and says how many bytes of addresses that added.
fn split_addresses(text: &str, pieces: &mut Vec<Inline>) -> usize {
    let mut added = 0;
    let mut rest = text;
    while let Some((before, address, after)) = next_address(rest) {
        let Ok(url) = SafeUrl::parse(address) else { break };
        if !before.is_empty() {
            pieces.push(Inline::Text(before.to_owned()));
        }
        added += address.len();
        pieces.push(Inline::Link(url, vec![Inline::Text(address.to_owned())]));
        rest = after;
    }
    if !rest.is_empty() {
        pieces.push(Inline::Text(rest.to_owned()));
    }
    added
}

/// Finds the first web address. It consists of ASCII only, because Japanese goes on without a space after it, and does not
/// include the punctuation of the sentence around it.
fn next_address(text: &str) -> Option<(&str, &str, &str)> {
    text.match_indices("://").find_map(|(colon, _)| {
        let before_colon = text.get(..colon)?.as_bytes();
        let scheme = ["https", "http"].into_iter().find(|scheme| {
            before_colon
                .len()
                .checked_sub(scheme.len())
                .and_then(|at| before_colon.get(at..))
                .is_some_and(|it| it.eq_ignore_ascii_case(scheme.as_bytes()))
        })?;
        let start = colon - scheme.len();
        if before_colon.get(..start)?.last().is_some_and(u8::is_ascii_alphanumeric) {
            return None;
        }
        let tail = text.get(start..)?;
        let is_part = |c: char| c.is_ascii_graphic() && !matches!(c, '<' | '>' | '"' | '`' | '\\' | '^' | '{' | '|' | '}');
        let length = tail.find(|c| !is_part(c)).unwrap_or(tail.len());
        let address = without_punctuation(tail.get(..length)?);
        SafeUrl::parse(address).ok()?;
        Some((text.get(..start)?, address, tail.get(address.len()..)?))
    })
}

fn without_punctuation(mut address: &str) -> &str {
    loop {
        let closes =
            |open: char, close: char| address.ends_with(close) && address.matches(close).count() > address.matches(open).count();
        if address.ends_with(['.', ',', ':', ';', '!', '?', '\'', '*', '_', '~']) || closes('(', ')') || closes('[', ']') {
            address = address.get(..address.len() - 1).unwrap_or_default();
        } else {
            return address;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn tree(source: &str) -> Vec<Block> {
        parse(&Body::parse(source).expect("a body")).expect("fits").0
    }

    fn text(words: &str) -> Inline {
        Inline::Text(words.to_owned())
    }

    fn words(words: &str) -> Block {
        Block::Paragraph(vec![text(words)])
    }

    fn link(url: &str, shown: &str) -> Inline {
        Inline::Link(SafeUrl::parse(url).expect("safe"), vec![text(shown)])
    }

    #[test]
    fn what_people_write_becomes_a_tree() {
        for (source, blocks) in [
            ("one\ntwo\n\nthree", vec![Block::Paragraph(vec![text("one"), Inline::Break, text("two")]), words("three")]),
            ("# Lid\n\ntext", vec![Block::Heading(vec![text("Lid")]), words("text")]),
            ("- a\n- b", vec![Block::Bullets(vec![vec![words("a")], vec![words("b")]])]),
            ("3. a\n4. b", vec![Block::Numbers(3, vec![vec![words("a")], vec![words("b")]])]),
            ("- a\n  - b", vec![Block::Bullets(vec![vec![words("a"), Block::Bullets(vec![vec![words("b")]])]])]),
            ("> so\n> it is", vec![Block::Quote(vec![Block::Paragraph(vec![text("so"), Inline::Break, text("it is")])])]),
            ("```rust\nlet a = \"<b>\";\n```", vec![Block::Code("let a = \"<b>\";".to_owned())]),
            ("```what I saw\nE4\n```", vec![Block::Code("what I saw\nE4".to_owned())]),
            ("```E4", vec![Block::Code("E4".to_owned())]),
            ("a\n\n---\n\nb", vec![words("a"), Block::Rule, words("b")]),
            (
                "*a* **b** ~~c~~ `d`",
                vec![Block::Paragraph(vec![
                    Inline::Emphasis(vec![text("a")]),
                    text(" "),
                    Inline::Strong(vec![text("b")]),
                    text(" "),
                    Inline::Strike(vec![text("c")]),
                    text(" "),
                    Inline::Code("d".to_owned()),
                ])],
            ),
            ("1~2 days, 3~4 days", vec![words("1~2 days, 3~4 days")]),
            ("AT&amp;T &lt;b&gt; a_b_c", vec![words("AT&T <b> a_b_c")]),
            ("| a | b |\n|---|---|", vec![Block::Paragraph(vec![text("| a | b |"), Inline::Break, text("|---|---|")])]),
            ("see[^1]\n\n[^1]: below", vec![words("see[^1]"), words("[^1]: below")]),
        ] {
            assert_eq!(tree(source), blocks, "{source:?}");
        }
    }

    #[test]
    fn raw_html_stays_text() {
        for source in [
            "<script>alert(1)</script>",
            "a <img src=x onerror=alert(1)> b",
            "<div onclick=x>*a*</div>",
            "<!-- hidden -->",
            "<a href=\"javascript:alert(1)\">x</a>",
            "<svg/onload=alert(1)>",
            "</textarea><style>*{all:unset}</style>",
            "<![CDATA[x]]>",
            "<?php x ?>",
        ] {
            assert_eq!(Markup(tree(source)).words(), source, "{source:?}");
        }
        assert_eq!(
            tree("<div>\nx\n</div>"),
            vec![Block::Paragraph(vec![text("<div>"), Inline::Break, text("x"), Inline::Break, text("</div>")])]
        );
    }

    #[test]
    fn a_safe_link_leads_and_an_unsafe_one_is_its_words() {
        for (source, shown) in [
            ("[a](https://b.example/c)", vec![link("https://b.example/c", "a")]),
            ("<https://b.example/c>", vec![link("https://b.example/c", "https://b.example/c")]),
            ("<aoi@b.example>", vec![link("mailto:aoi@b.example", "aoi@b.example")]),
            ("![the lid](https://b.example/lid.png)", vec![link("https://b.example/lid.png", "the lid")]),
            ("![](https://b.example/lid.png)", vec![link("https://b.example/lid.png", "https://b.example/lid.png")]),
            ("[![a](https://c.example/)](https://b.example/)", vec![link("https://b.example/", "a")]),
            ("[a][1]\n\n[1]: https://b.example/ \"t\"", vec![link("https://b.example/", "a")]),
            ("[a](javascript:alert(1))", vec![text("a")]),
            ("[a](java&#09;script:alert(1))", vec![text("a")]),
            ("[a](&#x6A;avascript:alert(1))", vec![text("a")]),
            ("[a](JaVaScRiPt&colon;alert(1))", vec![text("a")]),
            ("[a](<java\tscript:alert(1)>)", vec![text("a")]),
            ("[a](data:text/html;base64,x)", vec![text("a")]),
            ("[a](vbscript:x)", vec![text("a")]),
            ("[a](//evil.example)", vec![text("a")]),
            ("[a](/path)", vec![text("a")]),
            ("[a](https:evil.example)", vec![text("a")]),
            ("![a](data:image/svg+xml,x)", vec![text("a")]),
            ("<javascript:alert(1)>", vec![text("javascript:alert(1)")]),
        ] {
            assert_eq!(tree(source), vec![Block::Paragraph(shown)], "{source:?}");
        }
    }

    #[test]
    fn a_definition_that_is_no_link_stays_words() {
        for (source, shown) in [
            ("[a]\n\n[a]: javascript:alert(1)", "[a] [a]: javascript:alert(1)"),
            ("[a]\n\n[a]: <data:text/html,x>", "[a] [a]: data:text/html,x"),
            ("[note]: below", "[note]: below"),
            ("[a]: https://b.example/\n[a]: https://c.example/\n\n[a]", "a: https://c.example/ a"),
            ("`x[0]: y`", "x[0]: y"),
            ("x\u{fdd0}]\u{fdd0}: y", "x]: y"),
        ] {
            assert_eq!(Markup(tree(source)).words(), shown, "{source:?}");
        }
    }

    #[test]
    fn a_bare_address_becomes_a_link() {
        for (source, shown) in [
            ("see https://b.example/c_d.", vec![text("see "), link("https://b.example/c_d", "https://b.example/c_d"), text(".")]),
            ("(http://b.example/a(1))", vec![text("("), link("http://b.example/a(1)", "http://b.example/a(1)"), text(")")]),
            (
                "説明はhttps://b.example/cを見て",
                vec![text("説明は"), link("https://b.example/c", "https://b.example/c"), text("を見て")],
            ),
            ("https://b.example/?a=1&b=2", vec![link("https://b.example/?a=1&b=2", "https://b.example/?a=1&b=2")]),
            ("HTTPS://b.example", vec![link("HTTPS://b.example", "HTTPS://b.example")]),
            ("xhttps://b.example", vec![text("xhttps://b.example")]),
            ("https:// b", vec![text("https:// b")]),
            ("ftp://b.example javascript://b.example", vec![text("ftp://b.example javascript://b.example")]),
            ("`https://b.example`", vec![Inline::Code("https://b.example".to_owned())]),
        ] {
            assert_eq!(tree(source), vec![Block::Paragraph(shown)], "{source:?}");
        }
    }

    fn depth_of_blocks(blocks: &[Block]) -> usize {
        blocks
            .iter()
            .map(|block| match block {
                Block::Paragraph(inlines) | Block::Heading(inlines) => depth_of_inlines(inlines),
                Block::Bullets(items) | Block::Numbers(_, items) => {
                    1 + items.iter().map(|item| depth_of_blocks(item)).max().unwrap_or(0)
                }
                Block::Quote(inner) => 1 + depth_of_blocks(inner),
                Block::Code(_) | Block::Rule => 0,
            })
            .max()
            .unwrap_or(0)
    }

    fn depth_of_inlines(inlines: &[Inline]) -> usize {
        inlines
            .iter()
            .map(|inline| match inline {
                Inline::Text(_) | Inline::Code(_) | Inline::Break => 0,
                Inline::Emphasis(inner) | Inline::Strong(inner) | Inline::Strike(inner) | Inline::Link(_, inner) => {
                    1 + depth_of_inlines(inner)
                }
            })
            .max()
            .unwrap_or(0)
    }

    fn has_neighbouring_texts(inlines: &[Inline]) -> bool {
        inlines.windows(2).any(|pair| matches!(pair, [Inline::Text(_), Inline::Text(_)]))
    }

    fn bombs() -> Vec<String> {
        let stairs = (0..100).map(|step| format!("{}- x\n", " ".repeat(step))).collect();
        let quotes = (1..98).map(|step| format!("{}x\n\n", "> ".repeat(step))).collect();
        vec![
            format!("{}end", "> ".repeat(4_998)),
            format!("{}end", "- ".repeat(4_998)),
            format!("{}end", "1. ".repeat(3_332)),
            format!("{}end", ">- ".repeat(3_332)),
            format!("{}end{}", "*".repeat(4_998), "*".repeat(4_998)),
            format!("{}end{}", "*a _".repeat(1_200), "_ b*".repeat(1_200)),
            format!("{}end{}", "[".repeat(4_000), "](https://a.example)".repeat(290)),
            format!("{}end", "![".repeat(4_998)),
            format!("{}end", "[a](".repeat(2_490)),
            format!("{}end", "<".repeat(9_000)),
            format!("{}end", "`".repeat(9_000)),
            format!("{}end", "a `b``".repeat(1_500)),
            format!("{}end", "[a]: x\n".repeat(1_400)),
            format!("{}end", "[a][a]\n\n[a]: https://a.example\n".repeat(300)),
            format!("{}end", "&amp;".repeat(1_900)),
            format!("{}end", "~~a".repeat(3_000)),
            format!("{}end", "https://a.example/((".repeat(450)),
            format!("{}end", "://".repeat(3_000)),
            stairs,
            quotes,
        ]
    }

    #[test]
    fn nesting_bombs_are_flat_fast_and_whole() {
        for bomb in bombs() {
            let head: String = bomb.chars().take(12).collect();
            // Twenty bombs on a stack of 256 KiB: whatever went deeper would overflow it.
            let body = Body::parse(&bomb).expect("a body");
            let thread = std::thread::Builder::new().stack_size(256 * 1024).spawn(move || {
                let Ok(markup) = parse(&body) else { return (0, true) };
                let json = serde_json::to_string(&markup).expect("json");
                let bytes = postcard::to_allocvec(&markup).expect("postcard");
                assert_eq!(serde_json::from_str::<Markup>(&json).expect("json"), markup);
                assert_eq!(postcard::from_bytes::<Markup>(&bytes).expect("postcard"), markup);
                (depth_of_blocks(&markup.0), markup.words().contains('x') || markup.words().contains("end"))
            });
            let (depth, has_words) = thread.expect("a thread").join().expect("no overflow");
            assert!(depth <= MAX_DEPTH && has_words, "{head:?} is {depth} deep");
        }
    }

    #[test]
    fn what_lies_too_deep_is_flattened_and_kept_apart() {
        let deep = tree(&format!("{}one\n\n{}two", "> ".repeat(30), "> ".repeat(31)));
        assert_eq!(depth_of_blocks(&deep), MAX_DEPTH);
        assert_eq!(Markup(deep).words(), "one two");
        let list = tree(&(0..30).map(|step| format!("{}- w{step}\n", "  ".repeat(step))).collect::<String>());
        assert_eq!(Markup(list).words(), (0..30).map(|step| format!("w{step}")).collect::<Vec<_>>().join(" "));
    }

    #[test]
    fn a_tree_has_a_largest_size() {
        assert!(parse(&Body::parse(&"あ".repeat(10_000)).expect("a body")).is_ok());
        assert_eq!(parse(&Body::parse(&"😀".repeat(10_000)).expect("a body")), Err(TooLarge));
        let many = format!("{}\n\n[a]: https://a.example/{}", "[a]".repeat(2_500), "b".repeat(2_000));
        assert_eq!(parse(&Body::parse(&many).expect("a body")), Err(TooLarge));
    }

    fn paragraphs_of(blocks: &[Block]) -> Vec<&[Inline]> {
        blocks
            .iter()
            .flat_map(|block| match block {
                Block::Paragraph(inlines) | Block::Heading(inlines) => vec![inlines.as_slice()],
                Block::Bullets(items) | Block::Numbers(_, items) => items.iter().flat_map(|item| paragraphs_of(item)).collect(),
                Block::Quote(inner) => paragraphs_of(inner),
                Block::Code(_) | Block::Rule => Vec::new(),
            })
            .collect()
    }

    proptest! {
        #[test]
        fn any_body_parses(source in "(?s)[ -~\n\tあ漢😀\u{fdd0}]{1,400}") {
            if let Ok(body) = Body::parse(&source) {
                let markup = parse(&body).expect("fits");
                prop_assert!(depth_of_blocks(&markup.0) <= MAX_DEPTH);
                prop_assert!(!paragraphs_of(&markup.0).into_iter().any(has_neighbouring_texts));
            }
        }

        #[test]
        fn any_heap_of_marks_parses(source in "([>*_~`#<!\\[\\]():\n -]|- |> |1\\. |\n\n|    |https://a\\.b|[a]: |~~|a){1,300}") {
            if let Ok(body) = Body::parse(&source) {
                let markup = parse(&body).expect("fits");
                prop_assert!(depth_of_blocks(&markup.0) <= MAX_DEPTH);
                prop_assert!(!paragraphs_of(&markup.0).into_iter().any(has_neighbouring_texts));
            }
        }

        #[test]
        fn words_survive(source in "([a-z]{1,6}|[>*_~#<\n-]| |\n\n|- |> |あ|\\[x\\]: ){1,120}") {
            if let Ok(body) = Body::parse(&source) {
                let kept = parse(&body).expect("fits").words();
                let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
                prop_assert_eq!(letters(&kept), letters(&source));
            }
        }
    }
}
