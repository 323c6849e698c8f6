//! Definitions of links (`[1]: https://acme.example/`), which Markdown takes out of the text.

use crate::markup::SafeUrl;
use pulldown_cmark::{Event, LinkType, Options, Parser, Tag};
use std::borrow::Cow;
use std::ops::Range;

/// A character that no text contains. Between `]` and `:` it keeps a line from being read as a link's definition.
const APART: char = '\u{fdd0}';

/// Markdown swallows a line such as `[note]: look below` as the definition of a link. Only definitions of safe addresses that
/// the post does use stay definitions; all others stay words, because nothing that was typed may vanish.
pub(super) fn seen_definitions(typed: &str) -> Cow<'_, str> {
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

/// The text without the mark.
pub(super) fn plain(text: &str) -> Cow<'_, str> {
    if text.contains(APART) { Cow::Owned(text.replace(APART, "")) } else { Cow::Borrowed(text) }
}
