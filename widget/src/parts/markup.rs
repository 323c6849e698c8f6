//! A post as nodes, built from its tree: no text of a visitor is ever read as HTML.

use super::icon;
use crate::draw::{El, all, el, text};
use crate::locale::{Msg, Words, script};
use chie_domain::api::view::Post;
use chie_domain::ground::Ground;
use chie_domain::markup::{Block, Inline, Markup};
use yew::{AttrValue, Html};

/// A post, what is left of it, or what its author sees while it waits.
pub fn post(words: &Words, post: &Post) -> Html {
    match post {
        Post::Whole(markup) => whole(words, markup),
        Post::Held(markup, ground) => {
            let why = words.fill(Msg::Held, &[("ground", &ground_text(words, *ground))]);
            let note = el("p", "ch-note").put(icon::icon(icon::LOCK)).put(el("span", "").says(why));
            all(vec![note.into(), whole(words, markup)])
        }
        Post::Deleted => el("p", "ch-gone").says(words.text(Msg::DeletedByAuthor)).into(),
        Post::Removed(ground) => {
            el("p", "ch-gone").says(words.fill(Msg::Removed, &[("ground", &ground_text(words, *ground))])).into()
        }
    }
}

/// A published ground in words.
pub fn ground_text(words: &Words, ground: Ground) -> AttrValue {
    words.text(match ground {
        Ground::PersonalData => Msg::GroundPersonalData,
        Ground::Threat => Msg::GroundThreat,
        Ground::Danger => Msg::GroundDanger,
        Ground::PosingAsStaff => Msg::GroundPosingAsStaff,
        Ground::Spam => Msg::GroundSpam,
        Ground::Hostility => Msg::GroundHostility,
        Ground::OffTopic => Msg::GroundOffTopic,
        Ground::Unlawful => Msg::GroundUnlawful,
    })
}

/// All of a post.
pub fn whole(words: &Words, markup: &Markup) -> Html {
    blocks(el("div", "ch-text"), &markup.0, words.lang())
}

/// Blocks on a page in the language `page`.
fn blocks(into: El, all: &[Block], page: &str) -> Html {
    all.iter().fold(into, |into, one| into.put(block(one, page))).into()
}

fn block(block: &Block, page: &str) -> Html {
    let items = |list: El, items: &[Vec<Block>]| -> Html {
        items.iter().fold(list, |list, item| list.put(blocks(el("li", "").set("dir", "auto"), item, page))).into()
    };
    let line = |class, line: &[Inline]| {
        let lang = match line.first() {
            Some(Inline::Text(words)) => script::guess(words, page),
            _ => None,
        };
        inlines(el("p", class).set("dir", "auto").attr_if("lang", lang.map(AttrValue::Static)), line)
    };
    match block {
        Block::Paragraph(words) => line("", words),
        Block::Heading(words) => line("ch-text-head", words),
        Block::Bullets(all) => items(el("ul", ""), all),
        Block::Numbers(first, all) => items(el("ol", "").attr("start", first.to_string()), all),
        Block::Quote(inner) => blocks(el("blockquote", "").set("dir", "auto"), inner, page),
        // Wide code scrolls, and whatever scrolls must be reachable by keyboard.
        Block::Code(code) => el("pre", "").set("dir", "ltr").set("tabindex", "0").put(el("code", "").says(code.clone())).into(),
        Block::Rule => el("hr", "").into(),
    }
}

fn inlines(into: El, all: &[Inline]) -> Html {
    all.iter().fold(into, |into, one| into.put(inline(one))).into()
}

fn inline(inline: &Inline) -> Html {
    match inline {
        Inline::Text(words) => text(words.clone().into()),
        Inline::Code(code) => el("code", "").set("dir", "ltr").says(code.clone()).into(),
        Inline::Emphasis(inner) => inlines(el("em", ""), inner),
        Inline::Strong(inner) => inlines(el("strong", ""), inner),
        Inline::Strike(inner) => inlines(el("del", ""), inner),
        Inline::Link(url, inner) => {
            let link = el("a", "").attr("href", url.as_str().to_owned());
            inlines(link.set("target", "_blank").set("rel", "nofollow ugc noopener"), inner)
        }
        Inline::Break => el("br", "").into(),
    }
}
