//! The list: its title, one line to search or ask, filters, and the threads.

pub(super) mod fresh;
mod likely;
mod load;
mod row;
mod sign;

use super::cx::Cx;
use super::outbox;
use super::state::{Fetch, Filter, Search};
use crate::draw::{all, bdi, el};
use crate::locale::Msg;
use crate::parts::{icon, status};
use crate::scene::{Look, Setting};
use chie_domain::api::view::ProductStanding;
use chie_domain::tag::Tag;
use chie_domain::thread::Kind;
use yew::{AttrValue, Callback, Html, MouseEvent};

pub(super) use likely::{keep_line, look_for, marked};
pub(super) use load::{address_of, filtered, load_list, load_thread, open_thread, selector, show_tag, show_thread};
pub(super) use row::link;

/// The list.
pub(super) fn screen(cx: &Cx) -> Html {
    let list = &cx.state.list;
    let empty = list.page.rows.is_empty() && list.fetch == Fetch::Idle;
    let mut parts = vec![head(cx), likely::search_or_ask(cx), cx.bar()];
    if empty && list.filter == Filter::All && list.tag.is_none() {
        parts.push(if cx.is_closed() { Html::default() } else { invitation(cx) });
    } else {
        let group = || el("p", "ch-group").set("aria-hidden", "true").put(cx.say(Msg::GroupCommon)).into();
        parts.push(filters(cx));
        // A missing part keeps its place, so that no other is made anew.
        parts.push(match &list.tag {
            Some(tag) => with_tag(cx, tag),
            None if list.filter == Filter::All => group(),
            None => Html::default(),
        });
        parts.push(rows(cx));
        parts.push(help_others(cx));
    }
    parts.push(outbox::ended(cx));
    all(parts)
}

/// Which tag the list is about, and the way back to all.
fn with_tag(cx: &Cx, tag: &Tag) -> Html {
    let all = cx.click(|cx| show_tag(cx, None));
    let line = cx.words().nodes(Msg::TagShown, &[("tag", bdi(tag.as_str()))]);
    el("p", "ch-group").put(line).says(AttrValue::Static(" ")).put(button(cx, "ch-btn ch-bare", Msg::ShowAll, all)).into()
}

/// The way to the questions one may know.
fn help_others(cx: &Cx) -> Html {
    let waiting = cx.scene.product_page(&cx.state.product.key) + "&phase=open";
    let page = waiting.clone();
    let go = cx.click(move |cx| {
        cx.with_rest_or(page.clone(), |cx, rest| (rest.open_helping)(cx));
    });
    let link = el("a", "").attr("href", waiting).set("data-live", "").on_click(go).put(cx.say(Msg::HelpOthers));
    el("div", "ch-more").put(link).into()
}

fn head(cx: &Cx) -> Html {
    let product = &cx.state.product;
    let name = bdi(&product.name);
    let title = match cx.look_of_list() {
        Look::FanMade => cx.words().nodes(Msg::CustomersPlace, &[("product", name)]),
        Look::Pending | Look::Official(_) => name,
    };
    let head = el("div", "ch-head").put(heading(cx, title));
    if product.threads == 0 {
        return head.into();
    }
    let count = el("p", "").says(cx.words().count(Msg::Threads, product.threads));
    let unconfirmed = product.standing == ProductStanding::NotYetConfirmed;
    head.put(if unconfirmed { count.says(AttrValue::Static(" · ")).put(cx.say(Msg::Unconfirmed)) } else { count }).into()
}

/// The heading of a screen; the focus goes there when the screen comes.
pub(super) fn heading(cx: &Cx, title: Html) -> Html {
    let level = match cx.scene.setting {
        Setting::Embed => "h2",
        Setting::Page => "h1",
    };
    el(level, "ch-h").set("tabindex", "-1").set("data-ch-head", "").put(title).into()
}

fn filters(cx: &Cx) -> Html {
    let now = cx.state.list.filter;
    let kinds = [Kind::Problem, Kind::Question, Kind::Idea, Kind::Praise];
    let chosen = match now {
        Filter::Kind(kind) => status::kind_name(kind),
        Filter::All | Filter::Solved | Filter::Waiting | Filter::Other => Msg::FilterKind,
    };
    let menu = kinds
        .iter()
        .fold(el("div", "ch-menu-box"), |menu, kind| menu.put(tab(cx, Filter::Kind(*kind), status::kind_name(*kind), 0)));
    let product = AttrValue::from(cx.state.product.key.to_string());
    let menu = menu.put(
        el("a", "")
            .attr(
                "href",
                [&cx.scene.product_page(&cx.state.product.key), "&find=1&product=", cx.state.product.key.as_str()].concat(),
            )
            .set("data-live", "")
            .on_click(cx.click(move |cx| open_search(cx, Search::of_product(product.clone()))))
            .put(cx.say(Msg::MoreFilters)),
    );
    let menu = el("details", "")
        .classes(&["ch-menu", if matches!(now, Filter::Kind(_)) { "ch-on" } else { "" }])
        .put(el("summary", "").put(cx.say(chosen)))
        .put(menu);
    el("nav", "ch-tabs")
        .attr("aria-label", cx.text(Msg::Filters))
        .put(tab(cx, Filter::All, Msg::FilterAll, 0))
        .put(tab(cx, Filter::Solved, Msg::FilterSolved, 0))
        .put(tab(cx, Filter::Waiting, Msg::FilterWaiting, cx.state.product.waiting))
        .put(menu)
        .into()
}

fn tab(cx: &Cx, filter: Filter, name: Msg, count: u32) -> Html {
    let page = cx.scene.product_page(&cx.state.product.key) + query(filter);
    let link = el("a", "")
        .attr("href", page)
        .set_if(filter == cx.state.list.filter, "aria-current", "true")
        .set("data-live", "")
        .on_click(cx.click(move |cx| load::choose(cx, filter)))
        .put(cx.say(name));
    if count == 0 {
        return link.into();
    }
    link.says(AttrValue::Static(" ")).put(el("span", "ch-num").says(cx.words().number(count))).into()
}

/// The filter in the address of the public page.
const fn query(filter: Filter) -> &'static str {
    match filter {
        Filter::All | Filter::Other => "",
        Filter::Solved => "&phase=resolved",
        Filter::Waiting => "&phase=open",
        Filter::Kind(Kind::Question) => "&kind=question",
        Filter::Kind(Kind::Problem) => "&kind=problem",
        Filter::Kind(Kind::Idea) => "&kind=idea",
        Filter::Kind(Kind::Praise) => "&kind=praise",
        Filter::Kind(Kind::Update) => "&kind=update",
    }
}

fn rows(cx: &Cx) -> Html {
    let list = &cx.state.list;
    let busy = list.fetch == Fetch::Busy;
    let mut parts = Vec::new();
    if !list.page.rows.is_empty() {
        let lines = all(list.page.rows.iter().map(|line| row::row(cx, line)).collect());
        let lines = el("ul", "ch-rows").attr("aria-label", cx.text(Msg::ThreadList)).set_if(busy, "aria-busy", "true").put(lines);
        parts.push(lines.into());
    } else if busy {
        parts.push(el("div", "ch-none").put(el("p", "ch-late").put(cx.say(Msg::Loading))).into());
    } else if list.fetch == Fetch::Idle {
        let show_all = button(cx, "ch-btn ch-quiet", Msg::ShowAll, cx.click(|cx| load::choose(cx, Filter::All)));
        parts.push(el("div", "ch-none").put(el("p", "").put(cx.say(Msg::EmptyFilter))).put(show_all).into());
    } else {
        parts.push(Html::default());
    }
    if list.fetch == Fetch::Failed {
        parts.push(failed(cx, cx.click(load::more)));
    } else if list.page.next.is_some() {
        let more = match cx.scene.setting {
            Setting::Embed => button(cx, "ch-btn ch-quiet", Msg::More, cx.click(load::more)),
            // Without a program the search goes on: its parts are pages.
            Setting::Page => {
                let (page, product) = (cx.scene.product_page(&cx.state.product.key), cx.state.product.key.as_str());
                let page = [&page, query(list.filter), "&find=1&product=", product].concat();
                el("a", "ch-btn ch-quiet").attr("href", page).put(cx.say(Msg::More)).into()
            }
        };
        parts.push(el("div", "ch-more").put(more).into());
    } else {
        parts.push(Html::default());
    }
    all(parts)
}

/// A button that does something here.
pub(super) fn button(cx: &Cx, class: &'static str, msg: Msg, then: Callback<MouseEvent>) -> Html {
    el("button", class).set("type", "button").on_click(then).put(cx.say(msg)).into()
}

/// Nothing came; a calm line and a way to try again.
pub(super) fn failed(cx: &Cx, again: Callback<MouseEvent>) -> Html {
    let again = button(cx, "ch-btn ch-quiet", Msg::Retry, again);
    el("div", "ch-none").set("role", "alert").put(el("p", "").put(cx.say(Msg::LoadFailed))).put(again).into()
}

fn invitation(cx: &Cx) -> Html {
    let art = [Kind::Question, Kind::Idea, Kind::Praise];
    let art = art.iter().fold(el("span", "ch-invite-art").set("aria-hidden", "true"), |art, kind| art.put(icon::kind(*kind)));
    let title = cx.words().nodes(Msg::EmptyTitle, &[("product", bdi(&cx.state.product.name))]);
    let hint = el("p", "ch-hint").put(cx.say(Msg::EmptyText));
    el("div", "ch-invite").put(art).put(el("p", "ch-h3").put(title)).put(hint).into()
}

/// Opens a search, as soon as what shows it is here.
fn open_search(cx: &Cx, search: Search) {
    let q = String::from(js_sys::encode_uri_component(&search.q));
    let page = cx.scene.product_page(&cx.state.product.key) + "&find=1&q=" + &q;
    cx.with_rest_or(page, move |cx, rest| (rest.open_search)(cx, search));
}
