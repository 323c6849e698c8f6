//! Fetching lines and opening a thread.

use super::super::moves::reply_draft;
use super::super::state::{Cx, Fetch, Filter, Opened, Screen, Writing};
use crate::draft::Draft;
use chie_domain::api::route::Route;
use chie_domain::api::view::{ThreadPage, ThreadRow, ThreadView};
use chie_domain::id::ThreadId;
use std::rc::Rc;

/// Shows the threads of a filter.
pub(super) fn choose(cx: &Cx, filter: Filter) {
    if let Some(menu) = cx.root.cast::<web_sys::Element>().and_then(|root| root.query_selector("details[open]").ok().flatten()) {
        // The menu closes once something was chosen from it.
        let _ = menu.remove_attribute("open");
    }
    cx.set(move |state| {
        state.list.filter = filter;
        state.list.page.next = None;
    });
    load(cx, filter, None);
}

/// Shows the next lines.
pub(super) fn more(cx: &Cx) {
    load(cx, cx.state.list.filter, cx.state.list.page.next.clone());
}

/// Tries again what failed.
pub(super) fn again(cx: &Cx) {
    more(cx);
}

fn load(cx: &Cx, filter: Filter, cursor: Option<String>) {
    cx.set(|state| state.list.fetch = Fetch::Busy);
    cx.ask(|cx, client| async move {
        let route = Route::ListThreads(cx.scene.embed.community.brand.clone());
        let mut query = vec![("product", cx.scene.embed.product.key.as_str())];
        match filter {
            Filter::All => {}
            Filter::Solved => query.push(("phase", "resolved")),
            Filter::Waiting => query.push(("phase", "open")),
            Filter::Kind(kind) => query.push(("kind", kind.code())),
        }
        if let Some(cursor) = &cursor {
            query.push(("cursor", cursor));
        }
        let answer = client.get::<ThreadPage>(&route, &query).await;
        let following = cursor.is_some();
        cx.set(move |state| {
            let list = &mut state.list;
            // An answer about a filter that is no longer chosen is dropped.
            if list.filter != filter {
                return;
            }
            match answer {
                Ok(page) => {
                    list.fetch = Fetch::Idle;
                    let first = page.rows.first().map(|row| row.id.clone());
                    if following {
                        list.page.rows.extend(page.rows);
                    } else {
                        list.page.rows = page.rows;
                    }
                    list.page.next = page.next;
                    if let (true, Some(first)) = (following, first) {
                        state.focus_on(["[data-thread=\"", first.as_str(), "\"]"].concat());
                    }
                }
                Err(_) => list.fetch = Fetch::Failed,
            }
        });
    });
}

/// Opens a thread whose line is known.
pub(in super::super) fn open_thread(cx: &Cx, row: ThreadRow) {
    let id = row.id.clone();
    let draft = Draft::load(&reply_draft(cx, &id)).unwrap_or_default();
    cx.set(move |state| {
        state.opened = Some(Opened { id: row.id.clone(), row, view: None, fetch: Fetch::Busy });
        state.reply = Writing { draft, ..Writing::default() };
        state.show(Screen::Thread);
    });
    load_thread(cx, id);
}

/// Fetches the open thread.
pub(in super::super) fn load_thread(cx: &Cx, id: ThreadId) {
    cx.ask(|cx, client| async move {
        let route = Route::GetThread(cx.scene.embed.community.brand.clone(), id.clone());
        let answer = client.get::<ThreadView>(&route, &[]).await;
        cx.set(move |state| {
            state.with_thread(&id, |opened| match answer {
                Ok(view) => {
                    opened.row = view.row.clone();
                    opened.view = Some(Rc::new(view));
                    opened.fetch = Fetch::Idle;
                }
                Err(_) => opened.fetch = Fetch::Failed,
            });
        });
    });
}
