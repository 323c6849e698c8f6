//! Reads Markdown into the tree, once, when a post is written. Raw HTML becomes text, an unsafe link becomes its words, a
//! bare web address becomes a link, and every line break that somebody typed is kept. The tree is built on a stack of our own,
//! never by recursion, and is at most [`MAX_DEPTH`] containers deep, so that no nesting bomb reaches whoever walks, sends or
//! drops it. Tables, footnotes and whatever else Markdown grew are text.

mod address;
mod definition;

use self::address::split_addresses;
use self::definition::{plain, seen_definitions};
use super::{Block, Inline, MAX_BYTES, MAX_DEPTH, Markup, SafeUrl};
use crate::text::Body;
use pulldown_cmark::{CodeBlockKind, Event, LinkType, Options, Parser, Tag};
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
