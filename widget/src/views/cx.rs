//! What a view is handed: what never changes, what does, and the ways to change it. Handlers are boxed here once, so that what
//! surrounds them is compiled once and not for each.

use super::state::{Change, Opened, State, Wrong};
use crate::client::{Call, Failure, decode};
use crate::draw::text;
use crate::locale::{Msg, Words};
use crate::scene::{Look, Scene};
use chie_domain::api::get_embed::Sign;
use chie_domain::api::view::ThreadRow;
use chie_domain::badge::Badge;
use chie_domain::brand::Place;
use chie_domain::claim::Stewardship;
use serde::de::DeserializeOwned;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::spawn_local;
use yew::{AttrValue, Callback, Event, Html, InputEvent, MouseEvent, NodeRef, SubmitEvent, TargetCast, UseReducerHandle};

/// Whether anything can follow what is drawn. Where the server draws, nothing does: what handlers and effects hold there is never run,
/// and is left out of the Worker by asking this first.
pub(super) const LIVE: bool = cfg!(not(feature = "ssr"));

/// What follows typing.
type OnTyping = Rc<dyn Fn(&Cx, String)>;

/// What follows a choice.
type OnChoice = Rc<dyn Fn(&Cx, &Event)>;

/// What follows an answer.
type OnAnswer = Box<dyn FnOnce(&Cx, Result<Vec<u8>, Failure>)>;

/// What a view reads and how it changes things.
#[derive(Clone)]
pub struct Cx {
    /// What never changes.
    pub scene: Rc<Scene>,
    /// What does.
    pub state: UseReducerHandle<State>,
    /// The root of what is drawn.
    pub root: NodeRef,
}

impl Cx {
    /// The words.
    pub fn words(&self) -> &Words {
        &self.scene.words
    }

    /// A sentence.
    pub fn text(&self, msg: Msg) -> AttrValue {
        self.scene.words.text(msg)
    }

    /// Changes the state.
    pub fn set(&self, change: impl FnOnce(&mut State) + 'static) {
        if LIVE {
            self.dispatch(Box::new(change));
        }
    }

    /// Does something with the state as it is at that moment, which may ask for more.
    pub fn set_and(&self, change: impl FnOnce(&Self, &mut State) + 'static) {
        if LIVE {
            let cx = self.clone();
            self.dispatch(Box::new(move |state| change(&cx, state)));
        }
    }

    #[inline(never)]
    fn dispatch(&self, change: Change) {
        self.state.dispatch(change);
    }

    /// What follows a click; a click that asks for a new tab is left to the browser.
    pub fn click(&self, then: impl Fn(&Self) + 'static) -> Callback<MouseEvent> {
        if LIVE { self.clicked(Rc::new(then)) } else { Callback::noop() }
    }

    // Each handler is boxed once here, so that what surrounds it is compiled once and not for each of them.
    #[inline(never)]
    fn clicked(&self, then: Rc<dyn Fn(&Self)>) -> Callback<MouseEvent> {
        let cx = self.clone();
        Callback::from(move |event: MouseEvent| {
            if !(event.meta_key() || event.ctrl_key() || event.shift_key() || event.alt_key() || event.button() != 0) {
                event.prevent_default();
                then(&cx);
            }
        })
    }

    /// What follows typing.
    pub fn typed(&self, then: impl Fn(&Self, String) + 'static) -> Callback<InputEvent> {
        if LIVE { self.entered(Rc::new(then)) } else { Callback::noop() }
    }

    #[inline(never)]
    fn entered(&self, then: OnTyping) -> Callback<InputEvent> {
        let cx = self.clone();
        Callback::from(move |event: InputEvent| {
            // Telephones compose every word of any script; only where what is composed is not yet the word itself does it wait.
            let unsettled = |data: String| data.chars().any(|c| c >= '\u{2e80}');
            cx.scene.composing.set(event.is_composing() && event.data().is_some_and(unsettled));
            let text = event
                .target_dyn_into::<web_sys::HtmlInputElement>()
                .map(|input| input.value())
                .or_else(|| event.target_dyn_into::<web_sys::HtmlTextAreaElement>().map(|area| area.value()));
            then(&cx, text.unwrap_or_default());
        })
    }

    /// What follows sending a form.
    pub fn sent(&self, then: impl Fn(&Self) + 'static) -> Callback<SubmitEvent> {
        if LIVE { self.submitted(Rc::new(then)) } else { Callback::noop() }
    }

    #[inline(never)]
    fn submitted(&self, then: Rc<dyn Fn(&Self)>) -> Callback<SubmitEvent> {
        let cx = self.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            then(&cx);
        })
    }

    /// What follows a choice.
    pub fn chosen(&self, then: impl Fn(&Self, &Event) + 'static) -> Callback<Event> {
        if LIVE { self.chose(Rc::new(then)) } else { Callback::noop() }
    }

    #[inline(never)]
    fn chose(&self, then: OnChoice) -> Callback<Event> {
        let cx = self.clone();
        Callback::from(move |event: Event| then(&cx, &event))
    }

    /// Asks the server, where there is a way to it; `then` hears what came of it.
    pub fn ask<T: DeserializeOwned + 'static>(&self, call: Call, then: impl FnOnce(&Self, Result<T, Failure>) + 'static) {
        if LIVE {
            self.ask_for_bytes(call, Box::new(move |cx, answer| then(cx, answer.and_then(|bytes| decode(&bytes)))));
        }
    }

    /// Asks the server; `then` hears the answer as it came.
    #[inline(never)]
    pub fn ask_for_bytes(&self, call: Call, then: OnAnswer) {
        let Some(client) = self.scene.client.clone() else { return };
        let cx = self.clone();
        spawn_local(async move {
            let answer = client.ask(&call).await;
            then(&cx, answer);
        });
    }

    /// Does something later, where there is a visitor to see it.
    #[inline(never)]
    pub fn later(&self, millis: i32, then: Box<dyn FnOnce(&Self)>) {
        let (Some(window), true) = (web_sys::window(), self.scene.client.is_some()) else { return };
        let cx = self.clone();
        let then = Closure::once_into_js(move || then(&cx));
        // A window that refuses a timer has gone away.
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(then.unchecked_ref(), millis);
    }

    /// Tells the page around the widget what the visitor did in a thread.
    #[inline(never)]
    pub fn tell(&self, what: &str, row: &ThreadRow) {
        if let Some(tell) = &self.scene.tell {
            // What the page does with it is the page's.
            let _ = tell.call3(
                &self.scene.embed.home.as_str().into(),
                &what.into(),
                &row.product.as_str().into(),
                &row.id.as_str().into(),
            );
        }
    }

    /// Keeps the session that an answer gave.
    pub fn keep(&self, session: Option<String>) {
        if let Some(client) = &self.scene.client {
            client.session.keep(session);
        }
    }

    /// Where the brand answers instead.
    pub fn sign(&self) -> Option<&Sign> {
        match &self.state.hung {
            Some(hung) => hung.sign.as_ref(),
            None => self.scene.embed.says.sign.as_ref(),
        }
    }

    /// Whether nothing new is asked here.
    pub fn is_closed(&self) -> bool {
        self.sign().is_some_and(|sign| sign.closed)
    }

    /// What stands between two sentences.
    pub fn between(&self) -> AttrValue {
        self.text(Msg::Between)
    }

    /// A sentence as a node.
    #[inline(never)]
    pub fn say(&self, msg: Msg) -> Html {
        text(self.text(msg))
    }

    /// What went wrong, in the visitor's language, with the field it is about.
    pub fn explain(&self, failure: &Failure) -> Wrong {
        vec![super::failure::explain(self.words(), failure, self.rest())]
    }

    /// Who stands behind the list.
    pub fn look_of_list(&self) -> Look {
        self.look(self.state.product.steward, self.scene.embed.community.badge.as_ref())
    }

    /// Who stands behind a thread.
    pub fn look_of_thread(&self, opened: &Opened) -> Look {
        let badge = match &opened.view {
            Some(view) => view.badge.as_ref(),
            None => self.scene.embed.community.badge.as_ref(),
        };
        self.look(opened.row.steward, badge)
    }

    fn look(&self, steward: Stewardship, badge: Option<&Badge>) -> Look {
        match (steward, badge, self.scene.embed.place) {
            (Stewardship::Official { .. }, Some(badge), _) => Look::Official(badge.clone()),
            (_, _, Place::Own | Place::Test) => Look::Pending,
            (_, _, Place::Elsewhere) => Look::FanMade,
        }
    }
}
