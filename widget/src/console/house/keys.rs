//! The keys of the desk: single letters and digits, heard wherever the focus is, except where somebody types or answers a question.

use wasm_bindgen::prelude::*;
use web_sys::{Element, KeyboardEvent};
use yew::prelude::*;

/// What is heard until this value is dropped.
struct Listening {
    closure: Closure<dyn FnMut(KeyboardEvent)>,
}

impl Drop for Listening {
    fn drop(&mut self) {
        if let Some(window) = web_sys::window() {
            // A window that is gone has no listeners left to remove.
            let _gone = window.remove_event_listener_with_callback("keydown", self.closure.as_ref().unchecked_ref());
        }
    }
}

/// Whether a key is meant for something else: text, a question, the browser.
fn is_elsewhere(event: &KeyboardEvent) -> bool {
    let typing = event.target().and_then(|it| it.dyn_into::<Element>().ok()).is_some_and(|it| {
        matches!(it.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT") && it.get_attribute("type").as_deref() != Some("checkbox")
    });
    let asked = web_sys::window()
        .and_then(|it| it.document())
        .is_some_and(|it| it.query_selector("dialog[open]").is_ok_and(|found| found.is_some()));
    typing || asked || event.is_composing() || event.ctrl_key() || event.meta_key() || event.alt_key()
}

/// Hears keys, with what the last drawing knew.
#[hook]
pub(super) fn use_keys(heard: impl Fn(&str) + 'static) {
    use_effect(move || {
        let closure = Closure::<dyn FnMut(KeyboardEvent)>::new(move |event: KeyboardEvent| {
            if !is_elsewhere(&event) {
                heard(&event.key());
            }
        });
        let window = web_sys::window();
        let listening = window.and_then(|it| {
            it.add_event_listener_with_callback("keydown", closure.as_ref().unchecked_ref()).ok()?;
            Some(Listening { closure })
        });
        move || drop(listening)
    });
}
