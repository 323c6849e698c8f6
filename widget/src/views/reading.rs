//! Counts who left with an answer, by nothing that names them: a device that showed an answered match for ten seconds tells
//! so once in seven days, and takes it back if somebody asks on it after all. The receipt is a random name that lies in the
//! site's storage for those seven days; where storage is denied nothing is told. The method stands in the figures themselves.

use super::cx::Cx;
use super::list::fresh::note_seen;
use super::moves::now_millis;
use crate::client::Call;
use crate::session::{storage, storage_name};
use chie_domain::api::count_reading::{DAYS, Response};
use chie_domain::api::route::Route;
use chie_domain::api::view::ThreadView;
use chie_domain::thread::Phase;

/// How long an answer is read at least, in milliseconds.
const READ: i32 = 10_000;
/// Milliseconds of a day.
const DAY: u64 = 86_400_000;

fn name(cx: &Cx) -> String {
    storage_name(&cx.scene.embed, "reading")
}

/// The receipt that lies here, with whether its seven days are over.
fn kept(cx: &Cx) -> Option<(String, bool)> {
    let text = storage()?.get_item(&name(cx)).ok().flatten()?;
    let (receipt, at) = text.split_once(' ')?;
    let at: u64 = at.parse().ok()?;
    let over = now_millis().saturating_sub(at) > DAYS * DAY;
    Some((receipt.to_owned(), over))
}

/// A receipt whose seven days are over is of no use to anybody: it goes when the widget next looks about.
pub(super) fn purge(cx: &Cx) {
    if kept(cx).is_some_and(|(_, over)| over) {
        let _ = storage().map(|storage| storage.remove_item(&name(cx)));
    }
}

/// A thread arrived that somebody opened while looking for something.
pub(super) fn opened(cx: &Cx, view: &ThreadView) {
    purge(cx);
    let turn = cx.scene.reading.get().wrapping_add(1);
    cx.scene.reading.set(turn);
    let is_answered = view.row.status.phase() == Some(Phase::Resolved) || !view.answers.is_empty();
    if !is_answered || cx.state.line.trim().is_empty() || storage().is_none() || kept(cx).is_some_and(|(_, over)| !over) {
        return;
    }
    cx.later(
        READ,
        Box::new(move |cx| {
            if cx.scene.reading.get() == turn {
                tell(cx);
            }
        }),
    );
}

/// Somebody leaves a thread.
pub(super) fn left(cx: &Cx) {
    if let Some(view) = cx.state.opened.as_ref().and_then(|opened| opened.view.as_ref()) {
        note_seen(cx, view);
    }
    cx.scene.reading.set(cx.scene.reading.get().wrapping_add(1));
}

fn tell(cx: &Cx) {
    let call = Call::new(Route::CountReading(cx.scene.embed.community.brand.clone())).empty();
    cx.ask::<Response>(call, |cx, answer| {
        let Some(receipt) = answer.ok().and_then(|answer| answer.receipt) else { return };
        let now = now_millis().to_string();
        // Without a place to keep it the reading could not be taken back; the check before makes that rare.
        let _ = storage().map(|storage| storage.set_item(&name(cx), &[receipt.as_str(), " ", &now].concat()));
    });
}

/// Somebody asked: what they read was no answer.
pub(super) fn asked(cx: &Cx) {
    left(cx);
    let Some((receipt, over)) = kept(cx) else { return };
    let _ = storage().map(|storage| storage.remove_item(&name(cx)));
    if !over {
        let call = Call::new(Route::CountReading(cx.scene.embed.community.brand.clone())).text("asked_after", &receipt);
        cx.ask::<Response>(call, |_, _| {});
    }
}
