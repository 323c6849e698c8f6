//! One line of the list: what it is, its title, where it stands, how many replied and how many have it too.

use super::super::cx::Cx;
use super::{fresh, open_thread};
use crate::draw::{El, bdi, el, written};
use crate::locale::Msg;
use crate::parts::status::{self, Around};
use crate::parts::{icon, time};
use crate::scene::Look;
use chie_domain::api::view::ThreadRow;
use chie_domain::claim::Stewardship;
use yew::{AttrValue, Html};

/// One line.
pub(super) fn row(cx: &Cx, row: &ThreadRow) -> Html {
    let around = match cx.look_of_list() {
        Look::Official(_) => Around::Official,
        Look::FanMade | Look::Pending => Around::FanMade,
    };
    // Among fan-made threads an official one stands out; where all are official none needs to.
    let stands_out = around == Around::FanMade && matches!(row.steward, Stewardship::Official { .. });
    let mine = cx.state.mine.asked.contains(&row.id);
    let words = cx.words();
    let here = stands_out
        .then(|| el("span", "ch-here").put(words.nodes(Msg::BrandIsHere, &[("brand", bdi(&cx.scene.brand_name()))])).into());
    let count = |msg: Msg, n: u32| (n > 0).then(|| Html::from(el("span", "").says(words.count(msg, n))));
    let meta = el("p", "ch-meta")
        .put(el("span", "ch-sr").put(cx.say(status::kind_name(row.kind))).says(AttrValue::Static(" ")))
        .put(status::status(words, row, around))
        .put_if(status::danger(cx.words(), row))
        .put_if(here)
        .put_if(count(Msg::Replies, row.replies))
        .put_if(count(status::same_count(row.kind), row.me_too))
        .put(time::ago(words, cx.state.clock, row.active))
        .put_if(fresh::is_unread(cx, row).then(|| el("span", "ch-tag ch-unread").put(cx.say(Msg::Unread)).into()))
        .put_if(mine.then(|| el("span", "ch-tag").put(cx.say(Msg::Yours)).into()));
    el("li", "")
        .key(row.id.as_str())
        .classes(&["ch-row", if stands_out { "ch-off" } else { "" }, if mine { "ch-mine" } else { "" }])
        .put(icon::kind(row.kind))
        .put(el("h3", "").put(link(cx, row).put(written(&row.title, words.lang()))))
        .put(meta)
        .into()
}

/// A link that opens a thread: here where the widget lives, on its own page elsewhere.
pub(in super::super) fn link(cx: &Cx, row: &ThreadRow) -> El {
    let opened = row.clone();
    el("a", "")
        .attr("href", cx.scene.thread_page(&row.product, &row.id))
        .attr("data-thread", row.id.to_string())
        .set("data-live", "")
        .on_click(cx.click(move |cx| open_thread(cx, opened.clone())))
}
