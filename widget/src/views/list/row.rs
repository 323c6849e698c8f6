//! One line of the list: what it is, its title, where it stands, how many replied and how many have it too.

use super::super::state::Cx;
use super::open_thread;
use crate::locale::Msg;
use crate::parts::status::{self, Around};
use crate::parts::{icon, time};
use crate::scene::Look;
use chie_domain::api::view::ThreadRow;
use chie_domain::claim::Stewardship;
use yew::{Html, classes, html};

/// One line.
pub(super) fn row(cx: &Cx, row: &ThreadRow) -> Html {
    let around = match cx.look_of_list() {
        Look::Official(_) => Around::Official,
        Look::FanMade | Look::Pending => Around::FanMade,
    };
    // Among fan-made threads an official one stands out; where all are official none needs to.
    let stands_out = around == Around::FanMade && matches!(row.steward, Stewardship::Official { .. });
    let mine = cx.state.mine.asked.contains(&row.id);
    let link = {
        let row = row.clone();
        cx.click(move |cx| open_thread(cx, row.clone()))
    };
    let brand = html! { <bdi>{ cx.scene.brand_name() }</bdi> };
    html! {
        <li key={row.id.as_str()} class={classes!("ch-row", stands_out.then_some("ch-off"), mine.then_some("ch-mine"))}>
            { icon::kind(row.kind) }
            <h3><a href={cx.scene.thread_page(&row.product, &row.id)} data-thread={row.id.as_str().to_owned()} data-live="" onclick={link}><bdi>{ row.title.as_str() }</bdi></a></h3>
            <p class="ch-meta">
                <span class="ch-sr">{ cx.text(status::kind_name(row.kind)) }{ " " }</span>
                { status::status(cx.words(), row, around) }
                if stands_out { <span>{ cx.words().nodes(Msg::BrandIsHere, &[("brand", brand)]) }</span> }
                if row.replies > 0 { <span>{ cx.words().count(Msg::Replies, row.replies) }</span> }
                if row.me_too > 0 { <span>{ cx.words().count(status::same_count(row.kind), row.me_too) }</span> }
                { time::ago(cx.words(), cx.state.clock, row.active) }
                if mine { <span class="ch-tag">{ cx.text(Msg::Yours) }</span> }
            </p>
        </li>
    }
}
