//! What is the visitor's: which posts are theirs, what they follow, what they have earned. Only who has a session has any.

use super::ask::{note_place, restore_facts};
use super::cx::Cx;
use super::list::load_thread;
use super::outbox::signed_out;
use super::photos;
use super::state::{Fetch, Opened, Screen};
use super::thread::look_for_private;
use crate::client::{Call, Failure};
use chie_domain::api::route::Route;
use chie_domain::api::view::MineView;
use std::rc::Rc;

/// Fetches what is the visitor's, notes the place of a code that led here, and takes up what was told of the device before.
pub(super) fn load(cx: &Cx) {
    note_place(cx);
    restore_facts(cx);
    if cx.scene.client.as_ref().is_none_or(|client| client.session.token().is_none()) {
        return;
    }
    let route = Route::GetMine(cx.scene.embed.community.brand.clone());
    cx.ask::<MineView>(Call::new(route), |cx, answer| {
        // Without it the view stands as everybody sees it.
        let mine = match answer {
            Ok(mine) => mine,
            Err(Failure::SignedOut) => return signed_out(cx),
            Err(_) => return,
        };
        know(cx, &mine);
        let opened = cx.state.opened.as_ref().filter(|opened| opened.fetch == Fetch::Idle);
        let own = |opened: &&Opened| opened.view.as_ref().is_some_and(|view| photos::hides_own(view, mine.me.as_ref()));
        if let Some(opened) = opened.filter(|opened| !mine.held.is_empty() || own(opened)) {
            // What waits to be looked at is seen by its author: the public drawing left it out.
            load_thread(cx, opened.id.clone());
        }
        cx.set(move |state| state.mine = Rc::new(mine));
        look_for_private(cx);
    });
}

/// Whoever was here is nobody any more.
pub(super) fn nobody(cx: &Cx) {
    cx.set(|state| {
        state.mine = Rc::default();
        state.helping.renaming = None;
        state.private = None;
        if state.screen != Screen::Thread {
            // It may hold what only its author sees.
            state.opened = None;
        }
    });
    if let (Screen::Thread, Some(opened)) = (cx.state.screen, &cx.state.opened) {
        load_thread(cx, opened.id.clone());
    }
}

/// Remembers under which address the visitor's posts are kept.
pub(super) fn know(cx: &Cx, mine: &MineView) {
    if let (Some(client), Some(address)) = (&cx.scene.client, &mine.address) {
        client.session.know(address);
    }
}
