//! Facts about the visitor's device: looked up when they ask for it, each line shown in full and struck out by a tap.

use super::super::super::cx::Cx;
use super::super::super::list::button;
use super::super::super::moves::facts_draft;
use super::super::super::state::State;
use crate::draft;
use crate::draw::{bdi, el};
use crate::locale::Msg;
use crate::parts::fact;
use chie_domain::device::{Fact, FactName, without_query};
use yew::{Callback, Html, MouseEvent};

/// What stands before the facts that are struck out where the device is told of at all.
const DEVICE: char = '+';

/// Looks the facts up.
pub(in super::super::super) fn add(cx: &Cx) {
    let (facts, name) = (look(), facts_draft(cx));
    cx.set(move |state| {
        // The place of a code stays as it is.
        state.facts.retain(|(fact, _)| fact.name == FactName::Place);
        state.facts.extend(facts.into_iter().map(|fact| (fact, false)));
        keep(state, &name);
        state.focus_on(".ch-my-facts");
    });
}

/// Which facts are told and which of them are struck out is a part of the draft, and comes back with it; the facts themselves are
/// looked up anew, and the place has been noted before.
pub(in super::super::super) fn restore(cx: &Cx) {
    let Some(kept) = draft::kept(&facts_draft(cx)) else { return };
    let facts = if kept.starts_with(DEVICE) { look() } else { Vec::new() };
    cx.set(move |state| {
        // What stands here was kept at each change.
        if state.facts.iter().any(|(fact, _)| fact.name != FactName::Place) {
            return;
        }
        state.facts.extend(facts.into_iter().map(|fact| (fact, false)));
        for (fact, struck) in &mut state.facts {
            *struck = kept.trim_start_matches(DEVICE).split(',').any(|code| code == fact.name.code());
        }
    });
}

fn keep(state: &State, name: &str) {
    let device = state.facts.iter().any(|(fact, _)| fact.name != FactName::Place);
    let struck: Vec<_> = state.facts.iter().filter(|(_, struck)| *struck).map(|(fact, _)| fact.name.code()).collect();
    if !device && struck.is_empty() {
        return draft::forget(name);
    }
    let mut kept = struck.join(",");
    if device {
        kept.insert(0, DEVICE);
    }
    draft::keep(name, kept);
}

/// Nothing of the device is told any more, or it was told.
pub(in super::super::super) fn forget(cx: &Cx) {
    draft::forget(&facts_draft(cx));
}

/// Every line.
pub(in super::super::super) fn facts(cx: &Cx) -> Html {
    let lines = cx.state.facts.iter().enumerate().fold(el("ul", ""), |lines, (place, (fact, struck))| {
        let struck = *struck;
        let value = el(if struck { "s" } else { "span" }, "").put(bdi(&fact.value));
        let line = el("p", "").put(el("b", "").put(cx.say(fact::name(fact.name)))).says(" ").put(value);
        let label = if struck { Msg::FactBack } else { Msg::FactStrike };
        lines.put(el("li", "").put(line).put(button(cx, "ch-btn ch-bare", label, strike(cx, place))))
    });
    let none = cx.click(|cx| {
        forget(cx);
        cx.set(|state| {
            state.facts.clear();
            state.focus_on(".ch-add-facts");
        });
    });
    // With only the place of a code there, the device can still be told of.
    let more = cx.state.facts.iter().all(|(fact, _)| fact.name == FactName::Place);
    let more = more.then(|| button(cx, "ch-btn ch-bare ch-add-facts", Msg::FactsAdd, cx.click(add)));
    el("section", "ch-my-facts")
        .set("tabindex", "-1")
        .attr("aria-label", cx.text(Msg::FactsAdd))
        .put(el("p", "ch-hint").put(cx.say(Msg::FactsHint)))
        .put(lines)
        .put_if(more)
        .put(button(cx, "ch-btn ch-bare", Msg::FactsNone, none))
        .into()
}

/// Strikes a line out, or puts it back.
pub(in super::super) fn strike(cx: &Cx, place: usize) -> Callback<MouseEvent> {
    cx.click(move |cx| {
        let name = facts_draft(cx);
        cx.set(move |state| {
            if let Some((_, struck)) = state.facts.get_mut(place) {
                *struck = !*struck;
            }
            keep(state, &name);
        });
    })
}

/// Looks at the device.
fn look() -> Vec<Fact> {
    let Some(window) = web_sys::window() else { return Vec::new() };
    let agent = window.navigator().user_agent().unwrap_or_default();
    let size = |side: Result<wasm_bindgen::JsValue, _>| side.ok().and_then(|side| side.as_f64()).unwrap_or_default();
    let (wide, high) = (size(window.inner_width()), size(window.inner_height()));
    let screen = [js_sys::Number::from(wide).to_string_with_radix(10), js_sys::Number::from(high).to_string_with_radix(10)];
    let screen = screen.into_iter().filter_map(|side| side.ok().map(String::from)).collect::<Vec<_>>().join(" × ");
    let page = window.document().and_then(|document| document.url().ok()).unwrap_or_default();
    [
        (FactName::Browser, browser(&agent)),
        (FactName::System, system(&agent)),
        (FactName::Screen, screen),
        (FactName::Page, without_query(&page)),
    ]
    .into_iter()
    .filter(|(_, value)| !value.is_empty())
    .map(|(name, value)| Fact { name, value })
    .collect()
}

/// The browser and its main version, out of what it calls itself.
fn browser(agent: &str) -> String {
    let names = [
        ("Edg/", "Edge"),
        ("OPR/", "Opera"),
        ("SamsungBrowser/", "Samsung Internet"),
        ("Firefox/", "Firefox"),
        ("FxiOS/", "Firefox"),
        ("CriOS/", "Chrome"),
        ("Chrome/", "Chrome"),
        ("Version/", "Safari"),
    ];
    let found = names.iter().find_map(|(sign, name)| {
        let version = agent.split_once(sign)?.1;
        let major = version.split(|c: char| !c.is_ascii_digit()).next()?;
        Some([name, " ", major].concat())
    });
    found.unwrap_or_default()
}

/// The system, out of what the browser calls itself.
fn system(agent: &str) -> String {
    let names = [
        ("Android", "Android"),
        ("iPhone", "iOS"),
        ("iPad", "iPadOS"),
        ("Windows", "Windows"),
        ("Mac OS X", "macOS"),
        ("CrOS", "ChromeOS"),
        ("Linux", "Linux"),
    ];
    let Some((sign, name)) = names.iter().find(|(sign, _)| agent.contains(sign)) else { return String::new() };
    // Only the main version: the rest says more about a person than about a fault.
    let after = agent.split_once(sign).map_or("", |(_, after)| after);
    let digits: String = after.trim_start_matches([' ', ';']).chars().take_while(char::is_ascii_digit).collect();
    if *sign == "Android" && !digits.is_empty() { [name, " ", &digits].concat() } else { (*name).to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn browsers_and_systems_are_told_apart() {
        for (agent, is, on) in [
            ("Mozilla/5.0 (X11; Linux x86_64; rv:141.0) Gecko/20100101 Firefox/141.0", "Firefox 141", "Linux"),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.1",
                "Edge 142",
                "Windows",
            ),
            (
                "Mozilla/5.0 (Linux; Android 14; Pixel 7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36",
                "Chrome 142",
                "Android 14",
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1",
                "Safari 18",
                "iOS",
            ),
            ("curl/8", "", ""),
        ] {
            assert_eq!((browser(agent).as_str(), system(agent).as_str()), (is, on), "{agent}");
        }
    }
}
