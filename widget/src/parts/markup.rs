//! A post as nodes, built from its tree: no text of a visitor is ever read as HTML.

use super::icon;
use crate::locale::{Msg, Words};
use chie_domain::api::view::Post;
use chie_domain::ground::Ground;
use chie_domain::markup::{Block, Inline, Markup};
use yew::{AttrValue, Html, html};

/// A post, what is left of it, or what its author sees while it waits.
pub fn post(words: &Words, post: &Post) -> Html {
    match post {
        Post::Whole(markup) => whole(words, markup),
        Post::Held(markup, ground) => html! {
            <>
                <p class="ch-note">{ icon::icon(icon::LOCK) }<span>{ words.fill(Msg::Held, &[("ground", &ground_text(words, *ground))]) }</span></p>
                { whole(words, markup) }
            </>
        },
        Post::Removed(ground) => html! {
            <p class="ch-gone">{ words.fill(Msg::Removed, &[("ground", &ground_text(words, *ground))]) }</p>
        },
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

fn whole(words: &Words, markup: &Markup) -> Html {
    html! { <div class="ch-text">{ blocks(words, &markup.0) }</div> }
}

fn blocks(words: &Words, all: &[Block]) -> Html {
    html! { {for all.iter().map(|one| block(words, one))} }
}

fn block(words: &Words, block: &Block) -> Html {
    let items = |items: &[Vec<Block>]| html! { {for items.iter().map(|item| html! { <li dir="auto">{ blocks(words, item) }</li> })} };
    match block {
        Block::Paragraph(line) => html! { <p dir="auto">{ inlines(words, line) }</p> },
        Block::Heading(line) => html! { <p class="ch-text-head" dir="auto"><b>{ inlines(words, line) }</b></p> },
        Block::Bullets(all) => html! { <ul>{ items(all) }</ul> },
        Block::Numbers(first, all) => html! { <ol start={first.to_string()}>{ items(all) }</ol> },
        Block::Quote(inner) => html! { <blockquote>{ blocks(words, inner) }</blockquote> },
        Block::Code(code) => html! { <pre dir="ltr" tabindex="0"><code>{ code.as_str() }</code></pre> },
        Block::Rule => html! { <hr /> },
    }
}

fn inlines(words: &Words, all: &[Inline]) -> Html {
    html! { {for all.iter().map(|one| inline(words, one))} }
}

fn inline(words: &Words, inline: &Inline) -> Html {
    match inline {
        Inline::Text(text) => html! { { text.as_str() } },
        Inline::Code(code) => html! { <code dir="ltr">{ code.as_str() }</code> },
        Inline::Emphasis(inner) => html! { <em>{ inlines(words, inner) }</em> },
        Inline::Strong(inner) => html! { <strong>{ inlines(words, inner) }</strong> },
        Inline::Strike(inner) => html! { <del>{ inlines(words, inner) }</del> },
        Inline::Link(url, inner) => html! {
            <a href={url.as_str().to_owned()} target="_blank" rel="nofollow ugc noopener">{ inlines(words, inner) }</a>
        },
        Inline::Break => html! { <br /> },
    }
}
