//! Listening to the window for as long as a widget stands in its page, and no longer: a page may mount and unmount widgets all day.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use yew::Event;

/// Listening to these names, until this value is dropped.
pub(super) struct Listening {
    names: &'static [&'static str],
    heard: Closure<dyn FnMut(Event)>,
}

impl Listening {
    /// Begins to listen.
    pub(super) fn to(names: &'static [&'static str], heard: Closure<dyn FnMut(Event)>) -> Self {
        if let Some(window) = web_sys::window() {
            for name in names {
                // A window that refuses has gone away.
                let _ = window.add_event_listener_with_callback(name, heard.as_ref().unchecked_ref());
            }
        }
        Self { names, heard }
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        let Some(window) = web_sys::window() else { return };
        for name in self.names {
            // What is not listened to needs no end.
            let _ = window.remove_event_listener_with_callback(name, self.heard.as_ref().unchecked_ref());
        }
    }
}
