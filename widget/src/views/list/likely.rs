//! The line to search or ask, and beneath it the threads that may already answer it. An answer about an older line is
//! dropped; choosing a thread loses no letter; the Enter that confirms a composition does nothing here.

use super::super::ask;
use super::super::state::Cx;
use super::open_thread;
use crate::client::sleep;
use crate::locale::Msg;
use crate::parts::status::{self, Around};
use crate::parts::icon;
use chie_domain::api::route::Route;
use chie_domain::api::suggest_threads::{Likely, Response};
use std::rc::Rc;
use yew::{AttrValue, Callback, Html, KeyboardEvent, SubmitEvent, html};

/// Milliseconds without a further letter before it is looked for.
const PAUSE: i32 = 120;

/// The line and what is beneath it.
pub(super) fn search_or_ask(cx: &Cx) -> Html {
    let typed = cx.typed(|cx, line| {
        let line = AttrValue::from(line);
        look_for(cx, line.clone());
        cx.set(move |state| {
            if !is_enough(&line) {
                state.likely = None;
            }
            state.line = line;
        });
    });
    let submit = {
        let cx = cx.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            go_on(&cx);
        })
    };
    let confirms = Callback::from(|event: KeyboardEvent| {
        // While an input method composes, and in the very key that ends it (229), Enter chooses a word.
        if event.key() == "Enter" && (event.is_composing() || event.key_code() == 229) {
            event.prevent_default();
        }
    });
    let page = cx.scene.product_page(&cx.state.product.key);
    html! {
        <form class="ch-ask" role="search" method="get" action={page} onsubmit={submit}>
            <div class="ch-ask-line">
                { icon::icon(icon::FIND) }
                <input id="ch-line" name="q" type="text" enterkeyhint="search" autocomplete="off" maxlength="200" dir="auto"
                    aria-label={cx.text(Msg::AskField)} placeholder={cx.text(Msg::AskField)} value={cx.state.line.clone()}
                    oninput={typed} onkeydown={confirms} />
            </div>
            { beneath(cx) }
        </form>
    }
}

fn beneath(cx: &Cx) -> Html {
    let Some(found) = cx.state.likely.as_ref().filter(|_| is_enough(&cx.state.line)) else { return Html::default() };
    let label = if found.is_empty() { Msg::LikelyNothing } else { Msg::LikelyTitle };
    let go = if found.is_empty() { Msg::AskThis } else { Msg::NoneOfThese };
    html! {
        <div class="ch-like" role="group" aria-label={cx.text(label)}>
            if found.is_empty() { <p class="ch-like-none">{ cx.text(Msg::LikelyNothing) }</p> }
            if !found.is_empty() { <ul>{ for found.iter().map(|likely| one(cx, likely)) }</ul> }
            <button type="button" class="ch-like-ask" onclick={cx.click(ask::begin)}>{ cx.text(go) }</button>
        </div>
    }
}

fn one(cx: &Cx, likely: &Likely) -> Html {
    let row = &likely.row;
    let link = {
        let row = row.clone();
        cx.click(move |cx| open_thread(cx, row.clone()))
    };
    html! {
        <li>
            <a href={cx.scene.thread_page(&row.product, &row.id)} data-thread={row.id.as_str().to_owned()} data-live="" onclick={link}>
                <span class="ch-like-title"><bdi>{ marked(&row.title, &cx.state.line) }</bdi></span>
                <span class="ch-like-more">
                    { status::status(cx.words(), row, Around::FanMade) }
                    if row.product != cx.state.product.key { <span><bdi>{ likely.product_name.as_str() }</bdi></span> }
                    if let Some(answer) = &likely.answer { <span class="ch-like-answer"><bdi>{ answer.as_str() }</bdi></span> }
                </span>
            </a>
        </li>
    }
}

/// A title with the typed words marked in it.
fn marked(title: &str, line: &str) -> Html {
    let lower = title.to_lowercase();
    // Lower case of another length would shift the places.
    if lower.len() != title.len() {
        return title.into();
    }
    let mut spans: Vec<(usize, usize)> = line
        .to_lowercase()
        .split_whitespace()
        .filter(|word| is_enough(word))
        .filter_map(|word| lower.find(word).map(|from| (from, from + word.len())))
        .collect();
    spans.sort_unstable();
    let mut nodes = Vec::new();
    let mut done = 0;
    for (from, to) in spans {
        if let (Some(before), Some(hit)) = (title.get(done..from), title.get(from..to)) {
            nodes.push(html! { { before } });
            nodes.push(html! { <mark>{ hit }</mark> });
            done = to;
        }
    }
    nodes.push(html! { { title.get(done..).unwrap_or_default() } });
    html! { {for nodes} }
}

/// Whether a line says enough to look for: three letters, or one character of a script that writes words in few.
fn is_enough(line: &str) -> bool {
    let dense = |c: char| matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}');
    line.chars().any(dense) || line.chars().filter(|c| !c.is_whitespace()).count() >= 3
}

fn look_for(cx: &Cx, line: AttrValue) {
    let turn = cx.scene.typed.get().wrapping_add(1);
    cx.scene.typed.set(turn);
    if !is_enough(&line) {
        return;
    }
    cx.ask(|cx, client| async move {
        sleep(PAUSE).await;
        if cx.scene.typed.get() != turn {
            return;
        }
        let embed = &cx.scene.embed;
        let route = Route::SuggestThreads(embed.community.brand.clone());
        let query = [("q", line.trim()), ("product", embed.product.key.as_str())];
        // Without an answer the way to asking is open just the same.
        let found = client.get::<Response>(&route, &query).await.map_or_else(|_| Vec::new(), |answer| answer.likely);
        if cx.scene.typed.get() == turn {
            let count = u32::try_from(found.len()).unwrap_or(u32::MAX);
            let said = if count == 0 { cx.text(Msg::LikelyNothing) } else { cx.words().count(Msg::LikelyFound, count) };
            cx.set(move |state| {
                state.likely = Some(Rc::new(found));
                state.said = said;
            });
        }
    });
}

/// Enter: to the first of the likely threads where there are some, else on to asking.
fn go_on(cx: &Cx) {
    match &cx.state.likely {
        Some(found) if !found.is_empty() => cx.set(|state| state.focus_on(".ch-like a")),
        _ if cx.state.line.trim().is_empty() => {}
        _ => ask::begin(cx),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_says_enough_from_three_letters_or_one_character() {
        for (line, enough) in [("", false), ("wh", false), ("w h", false), ("whi", true), ("笛", true), ("ふ", true), ("  ", false)] {
            assert_eq!(is_enough(line), enough, "{line:?}");
        }
    }
}
