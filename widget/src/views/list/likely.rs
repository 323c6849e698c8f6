//! The line to search or ask, and beneath it the threads that may already answer it. An answer about an older line is
//! dropped; choosing a thread loses no letter; the Enter that confirms a composition does nothing here.

use super::super::ask;
use super::super::cx::Cx;
use super::super::moves::line_draft;
use super::super::state::{Found, Search};
use super::row::link;
use super::{button, open_search};
use crate::client::{Call, Failure};
use crate::draft::{forget, keep};
use crate::draw::{all, bdi, el, text};
use crate::locale::{Msg, script};
use crate::parts::icon;
use crate::parts::status::{self, Around};
use chie_domain::api::route::Route;
use chie_domain::api::suggest_threads::{Likely, Response};
use std::rc::Rc;
use yew::{AttrValue, Callback, Html, KeyboardEvent};

/// Milliseconds without a further letter before it is looked for.
const PAUSE: i32 = 120;

/// The line and what is beneath it.
pub(super) fn search_or_ask(cx: &Cx) -> Html {
    let field = if cx.is_closed() { Msg::SearchTitle } else { Msg::AskField };
    let typed = cx.typed(|cx, line| {
        let line = AttrValue::from(line);
        look_for(cx, line.clone());
        keep_line(cx, &line);
        cx.set(move |state| {
            if !is_enough(&line) {
                state.likely = None;
            }
            state.line = line;
        });
    });
    let confirms = Callback::from(|event: KeyboardEvent| {
        // While an input method composes, and in the very key that ends it (229), Enter chooses a word.
        if event.key() == "Enter" && (event.is_composing() || event.key_code() == 229) {
            event.prevent_default();
        }
    });
    let input = el("input", "")
        .set("id", "ch-line")
        .set("name", "q")
        .set("type", "text")
        .set("enterkeyhint", "search")
        .set("autocomplete", "off")
        .set("maxlength", "200")
        .set("dir", "auto")
        .attr("aria-label", cx.text(field))
        .attr("placeholder", cx.text(field))
        .value(cx.state.line.clone())
        .on_input(typed)
        .on_key(confirms);
    el("form", "ch-ask")
        .set("role", "search")
        .set("method", "get")
        .attr("action", cx.scene.product_page(&cx.state.product.key))
        .on_submit(cx.sent(go_on))
        // A form drops the query of its address: the language goes along as a field.
        .put(el("input", "").set("type", "hidden").set("name", "lang").attr("value", cx.words().lang().clone()))
        .put(el("div", "ch-ask-line").put(icon::icon(icon::FIND)).put(input))
        .put_if(beneath(cx))
        .into()
}

fn beneath(cx: &Cx) -> Option<Html> {
    let found = cx.state.likely.as_ref().filter(|_| is_enough(&cx.state.line))?;
    let (label, go) = match found.as_ref() {
        Found::Some(_) => (Msg::LikelyTitle, Msg::NoneOfThese),
        Found::None => (Msg::LikelyNothing, Msg::AskThis),
        Found::Unknown => (Msg::AskHeading, Msg::AskThis),
        Found::Draft => (Msg::AskHeading, Msg::GoOn),
    };
    let group = el("div", "ch-like").set("role", "group").attr("aria-label", cx.text(label));
    let group = match found.as_ref() {
        Found::Some(likely) => group.put(likely.iter().fold(el("ul", ""), |list, likely| list.put(one(cx, likely)))),
        Found::None => group.put(el("p", "ch-like-none").put(cx.say(Msg::LikelyNothing))),
        Found::Unknown | Found::Draft => group,
    };
    let everything = matches!(found.as_ref(), Found::Some(_) | Found::Unknown);
    let everything = everything.then(|| button(cx, "ch-like-all", Msg::SearchAll, cx.click(search_all)));
    let go = (!cx.is_closed()).then(|| button(cx, "ch-like-ask", go, cx.click(ask::begin)));
    Some(group.put_if(go).put_if(everything).into())
}

fn one(cx: &Cx, likely: &Likely) -> Html {
    let row = &likely.row;
    let span = |class, text: &str| Html::from(el("span", class).put(bdi(text)));
    let other = (row.product != cx.state.product.key).then(|| span("", &likely.product_name));
    let answer = (!likely.answer.is_empty()).then(|| Html::from(el("span", "ch-like-answer").put(marked(cx, &likely.answer))));
    let title = el("span", "ch-like-title").put(marked(cx, &likely.title));
    let more = el("span", "ch-like-more").put(status::status(cx.words(), row, Around::FanMade)).put_if(other).put_if(answer);
    el("li", "").put(link(cx, row).put(title).put(more)).into()
}

/// A text whose pieces are plain and marked in turn, as the server found them: in its own direction and language.
#[inline(never)]
pub(in super::super) fn marked(cx: &Cx, pieces: &[String]) -> Html {
    let nodes = pieces
        .iter()
        .enumerate()
        .map(|(place, piece)| if place % 2 == 0 { text(piece.clone().into()) } else { el("mark", "").says(piece.clone()).into() })
        .collect();
    let lang = script::guess(&pieces.concat(), cx.words().lang());
    el("bdi", "").attr_if("lang", lang.map(AttrValue::Static)).put(all(nodes)).into()
}

/// Opens the search with the line that was typed.
fn search_all(cx: &Cx) {
    open_search(cx, Search { q: cx.state.line.trim().to_owned().into(), ..Search::default() });
}

/// Whether a line says enough to look for: three letters, or one character of a script that writes words in few.
fn is_enough(line: &str) -> bool {
    let dense = |c: char| matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}' | '\u{ff66}'..='\u{ff9f}' | '\u{20000}'..='\u{3ffff}');
    line.chars().any(dense) || line.chars().filter(|c| !c.is_whitespace()).count() >= 3
}

/// Keeps a line for the next visit, from its first letter on.
pub(in crate::views) fn keep_line(cx: &Cx, line: &str) {
    let name = line_draft(cx);
    if line.is_empty() {
        return forget(&name);
    }
    keep(&name, line.to_owned());
}

/// Looks for what may answer a line, once nothing more is typed for a moment.
pub(in crate::views) fn look_for(cx: &Cx, line: AttrValue) {
    let turn = cx.scene.typed.get().wrapping_add(1);
    cx.scene.typed.set(turn);
    // What an input method composes is no word yet; its end comes as a letter of its own.
    if !is_enough(&line) || cx.scene.composing.get() {
        return;
    }
    cx.later(
        PAUSE,
        Box::new(move |cx| {
            if cx.scene.typed.get() != turn {
                return;
            }
            let embed = &cx.scene.embed;
            let call = Call::new(Route::SuggestThreads(embed.community.brand.clone()))
                .query("q", line.trim())
                .query("product", embed.product.key.as_str())
                .cancelled_by(cx.scene.renew_search());
            cx.ask::<Response>(call, move |cx, answer| {
                if cx.scene.typed.get() == turn {
                    show(cx, answer);
                }
            });
        }),
    );
}

fn show(cx: &Cx, answer: Result<Response, Failure>) {
    let (found, said) = match answer {
        Ok(answer) if answer.likely.is_empty() => (Found::None, cx.text(Msg::LikelyNothing)),
        Ok(answer) => {
            let count = u32::try_from(answer.likely.len()).unwrap_or(u32::MAX);
            (Found::Some(answer.likely), cx.words().count(Msg::LikelyFound, count))
        }
        // Without an answer the way to asking is open just the same.
        Err(_) => (Found::Unknown, AttrValue::default()),
    };
    cx.set(move |state| {
        state.likely = Some(Rc::new(found));
        state.said = said;
    });
}

/// Enter: to the first of the likely threads where there are some, else on to asking.
fn go_on(cx: &Cx) {
    match cx.state.likely.as_deref() {
        Some(Found::Some(_)) => cx.set(|state| state.focus_on(".ch-like a")),
        _ if cx.state.line.trim().is_empty() => {}
        _ => ask::begin(cx),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_says_enough_from_three_letters_or_one_character() {
        for (line, enough) in
            [("", false), ("wh", false), ("w h", false), ("whi", true), ("笛", true), ("ふ", true), ("ﾌ", true), ("  ", false)]
        {
            assert_eq!(is_enough(line), enough, "{line:?}");
        }
    }
}
