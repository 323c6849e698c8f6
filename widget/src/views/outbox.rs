//! What the connection and other tabs do to texts: a post that nobody answered waits and goes out once when there is somebody;
//! that one is offline is said; a draft that another tab changed is followed here. What waits is the very request, written
//! down with the name of its wish: after a reload or a crash, or from a second tab, it is the same wish and makes one post.

use super::ask;
use super::cx::{Cx, LIVE};
use super::list::button;
use super::listening::Listening;
use super::moves::ask_draft;
use super::sign_on;
use super::state::{Screen, State, Writing};
use super::undo::Posted;
use crate::client::{Call, Failure, is_online, new_key};
use crate::draft::{Draft, forget, keep, kept, names};
use crate::draw::el;
use crate::locale::Msg;
use crate::session::storage_name;
use chie_domain::api::route::Route;
use chie_domain::id::{ReplyId, ThreadId};
use chie_domain::within::holds;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, StorageEvent};
use yew::{Html, hook, use_effect_with};

/// Milliseconds until a post that nobody answered is sent again; then twice as many, up to the most.
const SOON: i32 = 3_000;
const LATE: i32 = 60_000;

/// What the name of a request that waits ends with.
const WAITS: &str = ":waits";

/// What is in the names of what each tab keeps for itself.
const ALONE: [&str; 4] = [":line:", ":facts:", ":photos:", ":seen"];

/// What is listened to.
const NAMES: &[&str] = &["online", "offline", "storage"];

thread_local! {
    /// The names of what is on its way: a text is sent once at a time, however many widgets show it.
    static SENDING: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
    static PAUSE: Cell<i32> = const { Cell::new(SOON) };
}

/// Follows the connection and other tabs for as long as the widget stands here.
#[hook]
pub(super) fn use_outside(cx: &Cx) {
    let cx = cx.clone();
    use_effect_with((), move |()| {
        let hearing = (LIVE && cx.scene.client.is_some()).then(|| listen(cx));
        move || drop(hearing)
    });
}

fn listen(cx: Cx) -> Listening {
    resend(&cx);
    let heard = Closure::<dyn FnMut(Event)>::new(move |event: Event| match event.dyn_ref::<StorageEvent>() {
        // Whatever else a site keeps is its own, and not all of ours is of use to another tab.
        Some(event) if event.key().is_some_and(|name| name.starts_with("chie:") && !ALONE.iter().any(|one| holds(&name, one))) => {
            let event = event.clone();
            cx.with_rest(move |cx, rest| {
                if let Some(rest) = rest {
                    (rest.follow)(cx, &event);
                }
            });
        }
        Some(_) => {}
        None => resend(&cx),
    });
    Listening::to(NAMES, heard)
}

/// The name under which a request waits that was made from a draft.
fn slot(name: &str) -> String {
    [name, WAITS].concat()
}

/// Sends a text that somebody wrote. An answer ends the wish; without one the request waits.
pub(super) fn send(cx: &Cx, name: String, draft: Draft, call: Call) {
    let written = [&draft.key, "\n", &call.body().unwrap_or_default()].concat();
    go(cx, name, draft, call, written, Turn::First);
}

/// Whether a request goes out because somebody pressed a button, or by itself.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Turn {
    First,
    Again,
    /// After the work that a wave asks for.
    Worked,
}

#[inline(never)]
fn go(cx: &Cx, name: String, draft: Draft, call: Call, written: String, turn: Turn) {
    let fresh = SENDING.with_borrow_mut(|all| {
        let fresh = !all.contains(&name);
        if fresh {
            all.push(name.clone());
        }
        fresh
    });
    if !fresh {
        return;
    }
    let arrived = move |cx: &Cx, answer: Result<Vec<u8>, Failure>| {
        SENDING.with_borrow_mut(|all| all.retain(|one| *one != name));
        match &answer {
            Err(failure) if failure.is_silence() => {
                // What was changed or taken back meanwhile waits no more.
                let still = match turn {
                    Turn::First | Turn::Worked => Draft::load(&name).is_some_and(|now| now.says(&draft)),
                    Turn::Again => kept(&slot(&name)).is_some(),
                };
                if still {
                    return wait(cx, &name, written);
                }
                if turn == Turn::Again {
                    return;
                }
            }
            Err(Failure::Refused(error)) if error.code == "work_needed" && turn != Turn::Worked => {
                return cx.with_rest(move |cx, rest| match rest {
                    Some(rest) => (rest.work)(cx, name, draft, written),
                    None => wait(cx, &name, written),
                });
            }
            Err(Failure::SignedOut) => signed_out(cx),
            Err(_) => {}
            Ok(_) => {
                PAUSE.set(SOON);
                settle(&name, &draft);
            }
        }
        forget(&slot(&name));
        match becomes(cx, &name) {
            None | Some(Posted::Thread) => ask::sent(cx, &draft, answer),
            Some(it) => cx.with_rest(move |cx, rest| {
                if let Some(rest) = rest {
                    (rest.sent)(cx, it, &draft, answer);
                }
            }),
        }
        count(cx);
    };
    let call = match cx.rest() {
        Some(rest) => (rest.marks)(cx, call),
        None => call,
    };
    cx.ask_for_bytes(call, Box::new(arrived));
}

/// Sends a wish again, as it was written, after the work that a wave asks for.
pub(super) fn send_worked(cx: &Cx, name: String, draft: Draft, written: String, form: String) {
    if let Some(call) = call_of(cx, &name, &written) {
        go(cx, name, draft, call.form(form), written, Turn::Worked);
    }
}

/// What was sent is a post now; what was typed while it was on its way is a draft of its own.
fn settle(name: &str, sent: &Draft) {
    match Draft::load(name).filter(|draft| !draft.says(sent)) {
        Some(draft) => {
            let _ = Draft { key: new_key(), ..draft }.save(name);
        }
        None => forget(name),
    }
}

/// Writes a request down until there is a connection.
fn wait(cx: &Cx, name: &str, written: String) {
    keep(&slot(name), written);
    let (ask, name) = (*name == ask_draft(cx), name.to_owned());
    cx.set(move |state| {
        if let Some(writing) = writing(state, ask, &name) {
            writing.sending = false;
        } else if name.ends_with(state.desk.post.as_str()) {
            state.desk.writing.sending = false;
        }
    });
    count(cx);
    later(cx);
}

/// Tries again after a while, where there is a connection: that it is back is heard.
fn later(cx: &Cx) {
    if is_online() {
        let pause = PAUSE.get();
        PAUSE.set((pause * 2).min(LATE));
        cx.later(pause, Box::new(resend));
    }
}

/// A draft that is changed waits no more.
pub(super) fn hold(state: &mut State, name: &str) {
    if state.waiting > 0 && kept(&slot(name)).is_some() {
        forget(&slot(name));
        state.waiting -= 1;
    }
}

/// What the draft of a name becomes; nothing for what cannot be sent from here.
fn becomes(cx: &Cx, name: &str) -> Option<Posted> {
    if *name == ask_draft(cx) {
        return Some(Posted::Thread);
    }
    let (what, id) = name.strip_prefix(&storage_name(&cx.scene.embed, ""))?.split_once(':')?;
    match what {
        "reply" => ThreadId::parse(id).ok().map(Posted::Reply),
        "comment" => ReplyId::parse(id).ok().map(Posted::Comment),
        _ => None,
    }
}

/// What is being written under a name, if it is in sight.
fn writing<'a>(state: &'a mut State, ask: bool, name: &str) -> Option<&'a mut Writing> {
    if ask {
        return Some(&mut state.ask);
    }
    let open = state.opened.as_ref().is_some_and(|opened| name.ends_with(opened.id.as_str()));
    open.then_some(&mut state.reply)
}

/// Where a session is over: the form in which one shows one's address again.
pub(super) fn ended(cx: &Cx) -> Html {
    match cx.rest() {
        Some(rest) if cx.state.ended => (rest.keep)(cx),
        _ => Html::default(),
    }
}

/// Who showed an address is nobody here until they show it again.
pub(super) fn signed_out(cx: &Cx) {
    cx.with_rest(|_, _| {});
    cx.set(|state| {
        state.ended = true;
        state.mine = Rc::default();
    });
}

/// The names of the drafts that wait and can be sent from here: this product's question, replies and remarks.
fn waiting(cx: &Cx) -> Vec<String> {
    let names = names().into_iter().filter_map(|name| name.strip_suffix(WAITS).map(str::to_owned));
    names.filter(|name| becomes(cx, name).is_some()).collect()
}

fn count(cx: &Cx) {
    let now = u32::try_from(waiting(cx).len()).unwrap_or(u32::MAX);
    let said = cx.words().count(Msg::Waits, now);
    cx.set(move |state| {
        if now > state.waiting {
            state.tell(said);
        }
        state.waiting = now;
    });
}

/// The connection changed, or it is time to try again.
fn resend(cx: &Cx) {
    let (online, said) = (is_online(), cx.text(Msg::OfflineNow));
    cx.set(move |state| {
        if !online && !state.offline {
            state.tell(said);
        }
        state.offline = !online;
    });
    count(cx);
    // Nobody sends from a widget that was taken off its page.
    if !online || cx.root.get().is_none() || waiting(cx).is_empty() {
        return;
    }
    cx.with_rest(|cx, rest| match rest {
        Some(rest) => (rest.resend)(cx),
        // What sends could not be had itself: later, as if it had been sent.
        None => later(cx),
    });
}

/// A wish as it was written down.
fn call_of(cx: &Cx, name: &str, written: &str) -> Option<Call> {
    let brand = &cx.scene.embed.community.brand;
    let (key, body) = written.split_once('\n')?;
    let route = match becomes(cx, name) {
        Some(Posted::Reply(thread)) => Route::PostReply(brand.clone(), thread),
        Some(Posted::Comment(reply)) => Route::PostComment(brand.clone(), reply),
        Some(Posted::Thread) | None => Route::PostThread(brand.clone()),
    };
    Some(Call::new(route).key(key).again(body.to_owned()))
}

/// Sends what waits.
pub(super) fn send_waiting(cx: &Cx) {
    for name in waiting(cx) {
        let Some(written) = kept(&slot(&name)) else { continue };
        let Some(call) = call_of(cx, &name, &written) else { continue };
        let draft = Draft::load(&name).unwrap_or_default();
        go(cx, name, draft, call, written, Turn::Again);
    }
}

/// Another tab wrote, sent or took back a draft: the newer text stands here too, and what stood here is one step away.
pub(super) fn follow(cx: &Cx, event: &StorageEvent) {
    let Some(name) = event.key() else { return };
    if sign_on::hear(cx, &name) {
        return;
    }
    if name.ends_with(WAITS) {
        return count(cx);
    }
    let new = event.new_value().and_then(|text| Draft::read(&text));
    let ask = name == ask_draft(cx);
    cx.set(move |state| {
        let Some(writing) = writing(state, ask, &name).filter(|writing| !writing.sending) else { return };
        let gone = new.is_none();
        let old = std::mem::replace(&mut writing.draft, new.unwrap_or_default());
        if gone {
            *writing = Writing::default();
        } else if writing.other.is_none() && !old.is_empty() && !old.says(&writing.draft) {
            writing.other = Some(old.clone());
        }
        if ask && (state.line.is_empty() || state.line == old.title) {
            state.line = state.ask.draft.title.clone().into();
        }
        if ask && gone && state.screen == Screen::Ask {
            state.screen = Screen::List;
        }
    });
    count(cx);
}

/// At the foot of every screen: that one is offline, and what waits.
pub(super) fn bar(cx: &Cx) -> Option<Html> {
    let waiting = cx.state.waiting;
    let (words, back) = match (waiting, cx.state.offline) {
        (0, false) => return None,
        (0, true) => (cx.text(Msg::OfflineNow), None),
        _ => (cx.words().count(Msg::Waits, waiting), Some(button(cx, "ch-btn ch-quiet", Msg::TakeBack, cx.click(take_back)))),
    };
    Some(el("div", "ch-bar").put(el("span", "").says(words)).put_if(back).into())
}

/// Nothing waits any more; the texts stay drafts.
fn take_back(cx: &Cx) {
    for name in waiting(cx) {
        forget(&slot(&name));
    }
    cx.set(|state| {
        state.waiting = 0;
        state.focus_on("[data-ch-head]");
    });
}
