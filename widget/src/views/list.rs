//! The list: its title, one line to search or ask, filters, and the threads.

mod likely;
mod load;
mod row;

use super::state::{Cx, Fetch, Filter};
use crate::locale::Msg;
use crate::parts::{icon, status};
use crate::scene::{Look, Setting};
use chie_domain::api::view::ProductStanding;
use chie_domain::thread::Kind;
use yew::{AttrValue, Html, classes, html};

pub(super) use load::{load_thread, open_thread};

/// The list.
pub(super) fn screen(cx: &Cx) -> Html {
    let list = &cx.state.list;
    let empty = list.page.rows.is_empty() && list.fetch == Fetch::Idle;
    let nothing_yet = empty && list.filter == Filter::All;
    html! {
        <>
            { head(cx) }
            { likely::search_or_ask(cx) }
            if nothing_yet {
                { invitation(cx) }
            } else {
                { filters(cx) }
                if list.filter == Filter::All && !empty {
                    <p class="ch-group" aria-hidden="true">{ cx.text(Msg::GroupCommon) }</p>
                }
                { rows(cx) }
            }
        </>
    }
}

fn head(cx: &Cx) -> Html {
    let product = html! { <bdi>{ cx.state.product.name.as_str() }</bdi> };
    let title = match cx.look_of_list() {
        Look::FanMade => cx.words().nodes(Msg::CustomersPlace, &[("product", product)]),
        Look::Pending | Look::Official(_) => product,
    };
    html! {
        <div class="ch-head">
            { heading(cx, title) }
            if cx.state.product.threads > 0 {
                <p>
                    { cx.words().count(Msg::Threads, cx.state.product.threads) }
                    if cx.state.product.standing == ProductStanding::NotYetConfirmed {
                        { " · " }{ cx.text(Msg::Unconfirmed) }
                    }
                </p>
            }
        </div>
    }
}

/// The heading of a screen; the focus goes there when the screen comes.
pub(super) fn heading(cx: &Cx, title: Html) -> Html {
    let level = match cx.scene.setting {
        Setting::Embed => "h2",
        Setting::Page => "h1",
    };
    html! { <@{level} class="ch-h" tabindex="-1" data-ch-head="">{ title }</@> }
}

fn filters(cx: &Cx) -> Html {
    let now = cx.state.list.filter;
    let page = cx.scene.product_page(&cx.state.product.key);
    let tab = |filter: Filter, name: AttrValue, count: u32| {
        html! {
            <a href={[&page, query(filter)].concat()} aria-current={(filter == now).then_some("true")} data-live=""
                onclick={cx.click(move |cx| load::choose(cx, filter))}>
                { name }if count > 0 { { " " }<span class="ch-num">{ count }</span> }
            </a>
        }
    };
    let kinds = [Kind::Problem, Kind::Question, Kind::Idea, Kind::Praise];
    let chosen = match now {
        Filter::Kind(kind) => status::kind_name(kind),
        Filter::All | Filter::Solved | Filter::Waiting => Msg::FilterKind,
    };
    html! {
        <nav class="ch-tabs" aria-label={cx.text(Msg::Filters)}>
            { tab(Filter::All, cx.text(Msg::FilterAll), 0) }
            { tab(Filter::Solved, cx.text(Msg::FilterSolved), 0) }
            { tab(Filter::Waiting, cx.text(Msg::FilterWaiting), cx.state.product.waiting) }
            <details class={classes!("ch-menu", matches!(now, Filter::Kind(_)).then_some("ch-on"))}>
                <summary>{ cx.text(chosen) }</summary>
                <div class="ch-menu-box">
                    { for kinds.map(|kind| tab(Filter::Kind(kind), cx.text(status::kind_name(kind)), 0)) }
                </div>
            </details>
        </nav>
    }
}

/// The filter in the address of the public page.
const fn query(filter: Filter) -> &'static str {
    match filter {
        Filter::All => "",
        Filter::Solved => "?phase=resolved",
        Filter::Waiting => "?phase=open",
        Filter::Kind(Kind::Question) => "?kind=question",
        Filter::Kind(Kind::Problem) => "?kind=problem",
        Filter::Kind(Kind::Idea) => "?kind=idea",
        Filter::Kind(Kind::Praise) => "?kind=praise",
        Filter::Kind(Kind::Update) => "?kind=update",
    }
}

fn rows(cx: &Cx) -> Html {
    let list = &cx.state.list;
    let busy = list.fetch == Fetch::Busy;
    html! {
        <>
            if list.page.rows.is_empty() {
                <div class="ch-none">
                    if busy {
                        <p class="ch-late">{ cx.text(Msg::Loading) }</p>
                    } else if list.fetch == Fetch::Idle {
                        <p>{ cx.text(Msg::EmptyFilter) }</p>
                        <button type="button" class="ch-btn ch-quiet" onclick={cx.click(|cx| load::choose(cx, Filter::All))}>{ cx.text(Msg::ShowAll) }</button>
                    }
                </div>
            } else {
                <ul class="ch-rows" aria-label={cx.text(Msg::ThreadList)} aria-busy={busy.then_some("true")}>
                    { for list.page.rows.iter().map(|line| row::row(cx, line)) }
                </ul>
            }
            if list.fetch == Fetch::Failed {
                { failed(cx, cx.click(load::again)) }
            } else if list.page.next.is_some() {
                <div class="ch-more"><button type="button" class="ch-btn ch-quiet" onclick={cx.click(load::more)}>{ cx.text(Msg::More) }</button></div>
            }
        </>
    }
}

/// Nothing came; a calm line and a way to try again.
pub(super) fn failed(cx: &Cx, again: yew::Callback<yew::MouseEvent>) -> Html {
    html! {
        <div class="ch-none" role="alert">
            <p>{ cx.text(Msg::LoadFailed) }</p>
            <button type="button" class="ch-btn ch-quiet" onclick={again}>{ cx.text(Msg::Retry) }</button>
        </div>
    }
}

fn invitation(cx: &Cx) -> Html {
    let product = html! { <bdi>{ cx.state.product.name.as_str() }</bdi> };
    html! {
        <div class="ch-invite">
            <span class="ch-invite-art" aria-hidden="true">{ icon::kind(Kind::Question) }{ icon::kind(Kind::Idea) }{ icon::kind(Kind::Praise) }</span>
            <p class="ch-h3">{ cx.words().nodes(Msg::EmptyTitle, &[("product", product)]) }</p>
            <p class="ch-hint">{ cx.text(Msg::EmptyText) }</p>
        </div>
    }
}
