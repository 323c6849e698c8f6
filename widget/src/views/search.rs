//! The search: everything that words lead to in the whole brand, with filters that say how much each value would leave. In a
//! brand's page its filters live in the widget; on a page of its own they live in the address, and forms and links do the work.

mod load;

use super::ask;
use super::cx::Cx;
use super::list::{button, failed, heading, keep_line, link, marked};
use super::state::{Fetch, Search};
use crate::draw::{all, bdi, el, text};
use crate::locale::Msg;
use crate::parts::status::{self, Around};
use crate::parts::{icon, time};
use crate::scene::Setting;
use chie_domain::api::search_threads::{Answered, Count, Match, Response, Sort, Steward, Within};
use chie_domain::thread::Phase;
use wasm_bindgen::JsCast;
use yew::{AttrValue, Html};

pub(super) use load::{open, page};

/// The names of the filters and of the order, as they stand in addresses and in [`Search::chosen`].
pub const NAMES: [&str; 7] = ["product", "kind", "phase", "answered", "steward", "within", "order"];

/// A value that can be chosen: its code, its name, and how many threads it would leave where that is known.
struct Choice {
    code: AttrValue,
    name: AttrValue,
    threads: Option<u32>,
}

/// The search.
pub(super) fn screen(cx: &Cx, search: &Search) -> Html {
    let back = el("a", "ch-back")
        .attr("href", cx.scene.product_page(&cx.state.product.key))
        .set("data-live", "")
        .on_click(cx.click(load::leave))
        .put(icon::icon(icon::BACK))
        .put(el("span", "").put(cx.words().nodes(Msg::BackToList, &[("product", bdi(&cx.state.product.name))])));
    let head = el("div", "ch-head").put(back).put(heading(cx, cx.say(Msg::SearchTitle)));
    all(vec![head.into(), form(cx, search), results(cx, search)])
}

fn form(cx: &Cx, search: &Search) -> Html {
    let line = if cx.scene.client.is_some() { cx.state.line.clone() } else { search.q.clone() };
    let input = el("input", "")
        .set("id", "ch-find")
        .set("name", "q")
        .set("type", "text")
        .set("enterkeyhint", "search")
        .set("autocomplete", "off")
        .set("dir", "auto")
        .attr("aria-label", cx.text(Msg::AskField))
        .attr("placeholder", cx.text(Msg::AskField))
        .value(line)
        .on_input(cx.typed(|cx, line| {
            keep_line(cx, &line);
            cx.set(move |state| state.line = line.into());
        }));
    let hidden = |name: &'static str, value: AttrValue| {
        Html::from(el("input", "").set("type", "hidden").set("name", name).attr("value", value))
    };
    el("form", "ch-ask ch-search")
        .set("role", "search")
        .set("method", "get")
        .attr("action", cx.scene.product_page(&cx.state.product.key))
        .on_submit(cx.sent(load::again))
        .put(el("div", "ch-ask-line").put(icon::icon(icon::FIND)).put(input))
        .put(hidden("find", AttrValue::Static("1")))
        .put(hidden("lang", cx.words().lang().clone()))
        .put(el("div", "ch-picks").put(picks(cx, search)))
        .put(el("button", "ch-btn").set("type", "submit").put(cx.say(Msg::SearchTitle)))
        .into()
}

/// One menu for each filter, and one for the order.
fn picks(cx: &Cx, search: &Search) -> Html {
    let counts = search.found.as_ref().map(|found| &found.counts);
    let choice = |code: &str, name: AttrValue, threads: Option<u32>| Choice { code: code.to_owned().into(), name, threads };
    let products = counts.map(|counts| &counts.product[..]).unwrap_or_default();
    let products = products.iter().map(|it| choice(it.key.as_str(), it.name.clone().into(), Some(it.threads))).collect();
    let kinds = counts.map(|counts| &counts.kind[..]).unwrap_or_default();
    let kinds = kinds.iter().map(|it| choice(it.value.code(), cx.text(status::kind_name(it.value)), Some(it.threads))).collect();
    let phases = [
        (Phase::Open, Msg::FilterWaiting),
        (Phase::Active, Msg::StatusInProgress),
        (Phase::Resolved, Msg::FilterSolved),
        (Phase::Declined, Msg::StatusClosed),
    ];
    let answers =
        [(Answered::Official, Msg::AnswerOfficial), (Answered::Accepted, Msg::AnswerAccepted), (Answered::Any, Msg::AnswerAny)];
    let stewards = [(Steward::FanMade, Msg::ByCustomers), (Steward::Official, Msg::ByBrand)];
    let ages = [(Within::Day, 1), (Within::Week, 7), (Within::Month, 30), (Within::Year, 365)];
    let orders = [
        (Sort::Relevance, Msg::OrderBest),
        (Sort::Active, Msg::OrderActive),
        (Sort::MeToo, Msg::OrderShared),
        (Sort::Waiting, Msg::OrderWaiting),
    ];
    let phases = phases.map(|(it, msg)| choice(it.code(), cx.text(msg), counted(counts.map(|all| &all.phase[..]), &it))).into();
    let answers =
        answers.map(|(it, msg)| choice(it.code(), cx.text(msg), counted(counts.map(|all| &all.answered[..]), &it))).into();
    let stewards =
        stewards.map(|(it, msg)| choice(it.code(), cx.text(msg), counted(counts.map(|all| &all.steward[..]), &it))).into();
    let days = |days: u32| cx.words().count(Msg::PastDays, days);
    let ages = ages.map(|(it, n)| choice(it.code(), days(n), counted(counts.map(|all| &all.within[..]), &it))).into();
    let orders = orders.map(|(it, msg)| choice(if it == Sort::Relevance { "" } else { it.code() }, cx.text(msg), None)).into();
    let names = [
        Msg::FilterProduct,
        Msg::FilterKind,
        Msg::FilterStatus,
        Msg::FilterAnswer,
        Msg::FilterSteward,
        Msg::FilterDate,
        Msg::FilterOrder,
    ];
    let all_choices: [Vec<Choice>; 7] = [products, kinds, phases, answers, stewards, ages, orders];
    all(names
        .into_iter()
        .zip(all_choices)
        .enumerate()
        .map(|(place, (name, choices))| pick(cx, search, place, name, choices))
        .collect())
}

/// How many threads a value would leave: nothing where the filter was not counted, none where nobody has it.
fn counted<T: PartialEq>(counts: Option<&[Count<T>]>, value: &T) -> Option<u32> {
    let counts = counts.filter(|counts| !counts.is_empty())?;
    Some(counts.iter().find(|count| count.value == *value).map_or(0, |count| count.threads))
}

/// A menu. Values that would leave nothing are left out, except the chosen one.
fn pick(cx: &Cx, search: &Search, place: usize, name: Msg, choices: Vec<Choice>) -> Html {
    let chosen = search.chosen.get(place).cloned().unwrap_or_default();
    let is_order = place + 1 == NAMES.len();
    let chooses = cx.chosen(move |cx, event| {
        let select = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlSelectElement>().ok());
        if let Some(select) = select {
            load::choose(cx, place, select.value().into());
        }
    });
    let option = |code: AttrValue, words: Html| {
        let on = code == chosen;
        Html::from(el("option", "").attr("value", code).set_if(on, "selected", "").put(words))
    };
    let mut options = Vec::new();
    if !is_order {
        options.push(option(AttrValue::default(), cx.say(Msg::AnyValue)));
    }
    let mut has_chosen = chosen.is_empty();
    for choice in choices.into_iter().filter(|choice| choice.threads != Some(0) || choice.code == chosen) {
        has_chosen |= choice.code == chosen;
        let mut words = choice.name.to_string();
        if let Some(threads) = choice.threads {
            words.push_str(&[" (", &threads.to_string(), ")"].concat());
        }
        options.push(option(choice.code, text(words.into())));
    }
    if !has_chosen {
        // What leaves nothing is still what was chosen.
        let words = text([chosen.as_str(), " (0)"].concat().into());
        options.push(option(chosen.clone(), words));
    }
    let select = el("select", "")
        // The menus are made anew when all filters are taken away: a browser keeps what somebody chose.
        .key(&[NAMES.get(place).copied().unwrap_or_default(), &search.round.to_string()].concat())
        .attr("name", NAMES.get(place).copied().unwrap_or_default())
        .classes(&[if chosen.is_empty() { "" } else { "ch-on" }])
        .on_change(chooses)
        .put(all(options));
    el("label", "ch-pick").put(el("span", "").put(cx.say(name))).put(select).into()
}

fn results(cx: &Cx, search: &Search) -> Html {
    let busy = search.fetch == Fetch::Busy;
    let mut parts = Vec::new();
    match &search.found {
        Some(found) if !found.matches.is_empty() => {
            parts.push(el("p", "ch-group").set("role", "status").says(total(cx, found)).into());
            let lines = all(found.matches.iter().map(|found| one(cx, found)).collect());
            let lines =
                el("ul", "ch-rows").attr("aria-label", cx.text(Msg::ThreadList)).set_if(busy, "aria-busy", "true").put(lines);
            parts.push(lines.into());
            if search.fetch != Fetch::Failed && found.next.is_some() {
                parts.push(more(cx, search, found));
            }
        }
        Some(_) if !busy => parts.push(nothing(cx, search)),
        _ if busy => parts.push(el("div", "ch-none").put(el("p", "ch-late").put(cx.say(Msg::Loading))).into()),
        _ => {}
    }
    if search.fetch == Fetch::Failed {
        parts.push(failed(cx, cx.click(load::again)));
    }
    all(parts)
}

fn total(cx: &Cx, found: &Response) -> AttrValue {
    let count = cx.words().count(Msg::Threads, found.threads);
    if found.at_least { cx.words().fill(Msg::AtLeast, &[("count", &count)]) } else { count }
}

fn more(cx: &Cx, search: &Search, found: &Response) -> Html {
    let next = found.next.clone().unwrap_or_default();
    let inside = match cx.scene.setting {
        Setting::Embed => button(cx, "ch-btn ch-quiet", Msg::More, cx.click(load::more)),
        Setting::Page => {
            let address = [&page(cx, search), "&cursor=", &next].concat();
            el("a", "ch-btn ch-quiet").attr("href", address).put(cx.say(Msg::More)).into()
        }
    };
    el("div", "ch-more").put(inside).into()
}

/// Nothing fits: what can be done about it, and that one may ask.
fn nothing(cx: &Cx, search: &Search) -> Html {
    let filtered = search.chosen.iter().take(NAMES.len() - 1).any(|chosen| !chosen.is_empty());
    let q = el("bdi", "").says(search.q.clone()).into();
    let title = if search.q.is_empty() { cx.say(Msg::EmptyFilter) } else { cx.words().nodes(Msg::NothingFor, &[("q", q)]) };
    let clear = filtered.then(|| {
        let bare = Search { q: search.q.clone(), ..Search::default() };
        el("a", "ch-btn ch-quiet")
            .attr("href", page(cx, &bare))
            .set("data-live", "")
            .on_click(cx.click(load::clear))
            .put(cx.say(Msg::NoFilters))
            .into()
    });
    let asks = match cx.scene.setting {
        Setting::Embed => button(cx, "ch-btn", Msg::AskThis, cx.click(ask::begin)),
        Setting::Page => {
            let address = [&cx.scene.ask_page(&cx.state.product.key), "&title=", &load::escaped(&search.q)].concat();
            el("a", "ch-btn").attr("href", address).put(cx.say(Msg::AskThis)).into()
        }
    };
    let asks = (!cx.is_closed()).then_some(asks);
    el("div", "ch-none").set("role", "status").put(el("p", "").put(title)).put_if(clear).put_if(asks).into()
}

fn one(cx: &Cx, found: &Match) -> Html {
    let (row, words) = (&found.row, cx.words());
    let count = |msg: Msg, n: u32| (n > 0).then(|| Html::from(el("span", "").says(words.count(msg, n))));
    let other = (row.product != cx.state.product.key).then(|| el("span", "").put(bdi(&found.product_name)).into());
    let meta = el("p", "ch-meta")
        .put(el("span", "ch-sr").put(cx.say(status::kind_name(row.kind))).says(AttrValue::Static(" ")))
        .put(status::status(words, row, Around::FanMade))
        .put_if(other)
        .put_if(count(Msg::Replies, row.replies))
        .put_if(count(status::same_count(row.kind), row.me_too))
        .put(time::ago(words, cx.state.clock, row.active));
    let excerpt = (!found.excerpt.is_empty()).then(|| el("p", "ch-excerpt").put(marked(cx, &found.excerpt)).into());
    el("li", "ch-row ch-found")
        .key(row.id.as_str())
        .put(icon::kind(row.kind))
        .put(el("h3", "").put(link(cx, row).put(marked(cx, &found.title))))
        .put_if(excerpt)
        .put(meta)
        .into()
}
