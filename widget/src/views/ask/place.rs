//! The place of a printed code: whoever opened a product's own page by one has the place in its address (`?at=`). It goes along
//! with what is asked, is shown before anything is sent, and is struck out by a tap. It all belongs to the second part.

use super::super::address::own;
use super::super::cx::Cx;
use super::super::list::button;
use super::super::wave::trap;
use super::more::facts::strike;
use crate::draw::{all, bdi, el};
use crate::locale::Msg;
use chie_domain::device::{Fact, FactName, place};
use std::cell::RefCell;
use yew::Html;

thread_local! {
    /// The place, once it was read: the address changes while one looks around.
    static PLACE: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Notes the place for what is asked next.
pub(in super::super) fn note(cx: &Cx) {
    if let Some(value) = own(cx).and_then(|(_, location)| of(&location.pathname().ok()?, &location.search().ok()?, decoded)) {
        PLACE.set(value);
    }
    let value = PLACE.with_borrow(Clone::clone);
    if value.is_empty() {
        return;
    }
    let fact = Fact { name: FactName::Place, value };
    cx.set(move |state| {
        if state.facts.iter().all(|(fact, _)| fact.name != FactName::Place) {
            state.facts.insert(0, (fact, false));
        }
    });
}

/// The place in the address of a product; a thread's says something else by the same name.
fn of(path: &str, query: &str, decode: fn(&str) -> Option<String>) -> Option<String> {
    if path.trim_matches('/').split('/').count() != 3 {
        return None;
    }
    let text = query.trim_start_matches('?').split('&').find_map(|part| part.strip_prefix("at="))?;
    let value = place(&decode(&text.replace('+', " "))?);
    (!value.is_empty()).then_some(value)
}

fn decoded(text: &str) -> Option<String> {
    js_sys::decode_uri_component(text).ok().map(String::from)
}

/// The place, where it goes along, and the field that only programs fill in.
pub(in super::super) fn beside(cx: &Cx) -> Html {
    let line = cx.state.facts.iter().enumerate().find(|(_, (fact, _))| fact.name == FactName::Place);
    let line = line.map(|(nth, (fact, struck))| {
        let value = el(if *struck { "s" } else { "span" }, "").put(bdi(&fact.value));
        let words = el("span", "").put(el("b", "").put(cx.say(Msg::FactPlace))).says(" ").put(value);
        let label = if *struck { Msg::FactBack } else { Msg::FactStrike };
        let hint = el("p", "ch-hint").put(cx.say(Msg::PlaceHint));
        let strike = button(cx, "ch-btn ch-bare", label, strike(cx, nth));
        el("div", "ch-place").put(el("p", "").put(words)).put(hint).put(strike).into()
    });
    all(vec![line.unwrap_or_default(), trap()])
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn only_the_address_of_a_product_carries_a_place() {
        let plain = |text: &str| Some(text.to_owned());
        for (path, query, place) in [
            ("/c/acme.example/kettle", "?at=Kyoto+shop", Some("Kyoto shop")),
            ("/c/acme.example/kettle", "?lang=ja&at=2F&q=1", Some("2F")),
            ("/c/acme.example/kettle", "?at=", None),
            ("/c/acme.example/kettle", "?that=2F", None),
            ("/c/acme.example/kettle/t_1", "?at=r_1", None),
            ("/c/acme.example", "?at=2F", None),
        ] {
            assert_eq!(of(path, query, plain).as_deref(), place, "{path}{query}");
        }
        assert_eq!(of("/c/acme.example/kettle", "?at=%", |_| None), None);
    }
}
