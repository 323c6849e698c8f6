//! A thread: its heading, which its line in the list is enough for, and below it the whole of it, which is loaded on
//! demand: the opening post, the box with the three answers that stand side by side, the conversation, and a place to reply.

mod act;
mod answers;
mod change;
mod comments;
mod house;
mod private;
mod reply;
pub(super) mod tell;
mod told;
mod whole;

pub(super) use change::{forget_thread, gone, route};
pub(super) use private::{bar as private_bar, look as look_for_private, look_within as look_for_private_within};
pub(super) use whole::{arrived, left, read, whole};

use super::cx::Cx;
use super::list::{failed, heading, load_thread, selector};
use super::state::{Fetch, Opened, Screen};
use super::undo::Posted;
use crate::client::Failure;
use crate::draft::Draft;
use crate::draw::{all, bdi, el, written};
use crate::locale::Msg;
use crate::parts::icon;
use crate::parts::status::{self, Around};
use crate::scene::Look;
use chie_domain::api::view::ThreadRow;
use chie_domain::id::ThreadId;
use chie_domain::thread::Status;
use yew::Html;

/// The thread.
pub(super) fn screen(cx: &Cx, opened: &Opened) -> Html {
    let rest = match (&opened.view, cx.rest()) {
        (Some(view), Some(rest)) => (rest.thread)(cx, view, opened.fetch),
        _ if opened.fetch == Fetch::Failed => {
            let id = opened.id.clone();
            let page = cx.scene.thread_page(&opened.row.product, &opened.id);
            let page = el("a", "").attr("href", page).put(cx.say(Msg::OnItsPage));
            let failed = failed(cx, cx.click(move |cx| again(cx, id.clone())));
            all(vec![failed, el("p", "ch-more").put(page).into()])
        }
        _ => {
            let bones = el("div", "ch-body ch-late").set("aria-busy", "true").put(el("span", "ch-sr").put(cx.say(Msg::Loading)));
            bones.put(el("i", "ch-bone")).put(el("i", "ch-bone")).put(el("i", "ch-bone")).into()
        }
    };
    all(vec![head(cx, opened), cx.bar(), rest])
}

/// A reply or a remark was answered for.
pub(super) fn sent(cx: &Cx, it: Posted, draft: &Draft, answer: Result<Vec<u8>, Failure>) {
    match it {
        Posted::Thread => {}
        Posted::Reply(thread) => reply::sent(cx, thread, draft, answer),
        Posted::Comment(reply) => comments::sent(cx, reply, draft, answer),
    }
}

fn again(cx: &Cx, id: ThreadId) {
    let busy = id.clone();
    cx.set(move |state| state.with_thread(&busy, |opened| opened.fetch = Fetch::Busy));
    load_thread(cx, id);
}

fn head(cx: &Cx, opened: &Opened) -> Html {
    let row = &opened.row;
    let around = match cx.look_of_thread(opened) {
        Look::Official(_) => Around::Official,
        Look::FanMade | Look::Pending => Around::FanMade,
    };
    let id = row.id.clone();
    let back = el("a", "ch-back")
        .attr("href", cx.scene.product_page(&cx.state.product.key))
        .set("data-live", "")
        .on_click(cx.click(move |cx| back_to_list(cx, id.clone())))
        .put(icon::icon(icon::BACK))
        .put(el("span", "").put(if cx.state.came_from == Screen::List {
            cx.words().nodes(Msg::BackToList, &[("product", bdi(&cx.state.product.name))])
        } else {
            cx.say(Msg::Back)
        }));
    let other = opened.view.as_ref().filter(|view| view.row.product != cx.state.product.key);
    let same = (row.me_too > 0).then(|| el("span", "").says(cx.words().count(status::same_count(row.kind), row.me_too)).into());
    let meta = el("p", "ch-meta")
        .put(el("span", "ch-kind").put(icon::kind(row.kind)).put(cx.say(status::kind_name(row.kind))))
        .put(status::status(cx.words(), row, around))
        .put_if(status::danger(cx.words(), row))
        .put_if(same)
        .put_if(other.map(|view| el("span", "").put(bdi(&view.product_name)).into()));
    el("div", "ch-head").put(back).put(heading(cx, written(&row.title, cx.words().lang()))).put(meta).put_if(reason(cx, row)).into()
}

/// Back to where the visitor was: the thread's line, or the title where it is not in the list.
fn back_to_list(cx: &Cx, id: ThreadId) {
    if let Some(rest) = cx.rest() {
        (rest.left)(cx);
    }
    cx.set(move |state| {
        state.fresh = None;
        state.screen = state.came_from;
        let listed = state.screen != Screen::List || state.list.page.rows.iter().any(|row| row.id == id);
        state.focus_on(if listed { selector(&id) } else { "[data-ch-head]".to_owned() });
    });
}

fn reason(cx: &Cx, row: &ThreadRow) -> Option<Html> {
    let Status::Official(status) = &row.status else { return None };
    let reason = el("span", "").set("dir", "auto").says(status.reason()?.to_string()).into();
    let brand = el("b", "").put(bdi(&cx.scene.brand_name())).into();
    Some(el("p", "ch-reason").put(cx.words().nodes(Msg::StatusReason, &[("brand", brand), ("reason", reason)])).into())
}
