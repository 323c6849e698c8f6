//! What the console asks of the browser besides fetching: the clock, timers, the address, storage, copying, focus. Storage
//! holds the language, the name, and drafts; never a credential, which lives in a cookie that no script can read.

use chie_domain::time::Timestamp;
use wasm_bindgen::prelude::*;
use web_sys::{HtmlElement, Window};

fn window() -> Option<Window> {
    web_sys::window()
}

/// The one clock of the console.
pub(crate) fn now() -> Timestamp {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a browser's clock is a positive whole number")]
    Timestamp::from_millis(js_sys::Date::now() as u64)
}

/// Something that is heard until this value is dropped.
pub(crate) struct Listening {
    target: web_sys::EventTarget,
    name: &'static str,
    closure: Closure<dyn FnMut()>,
}

impl Drop for Listening {
    fn drop(&mut self) {
        // A target that is gone has no listeners left to remove.
        let _gone = self.target.remove_event_listener_with_callback(self.name, self.closure.as_ref().unchecked_ref());
    }
}

fn listen(target: web_sys::EventTarget, name: &'static str, heard: impl FnMut() + 'static) -> Option<Listening> {
    let closure = Closure::<dyn FnMut()>::new(heard);
    target.add_event_listener_with_callback(name, closure.as_ref().unchecked_ref()).ok()?;
    Some(Listening { target, name, closure })
}

/// Hears when the part of the address after `#` changes.
pub(crate) fn on_hash_change(heard: impl FnMut() + 'static) -> Option<Listening> {
    listen(window()?.into(), "hashchange", heard)
}

/// Hears when the tab is shown or hidden.
pub(crate) fn on_visibility_change(heard: impl FnMut() + 'static) -> Option<Listening> {
    listen(window()?.document()?.into(), "visibilitychange", heard)
}

/// Whether somebody can see the tab.
pub(crate) fn is_visible() -> bool {
    window().and_then(|it| it.document()).is_some_and(|it| !it.hidden())
}

/// Something that happens again and again until this value is dropped.
pub(crate) struct Ticking {
    id: i32,
    _closure: Closure<dyn FnMut()>,
}

impl Drop for Ticking {
    fn drop(&mut self) {
        if let Some(window) = window() {
            window.clear_interval_with_handle(self.id);
        }
    }
}

/// Does something every so many milliseconds.
pub(crate) fn every(millis: i32, tick: impl FnMut() + 'static) -> Option<Ticking> {
    let closure = Closure::<dyn FnMut()>::new(tick);
    let id = window()?.set_interval_with_callback_and_timeout_and_arguments_0(closure.as_ref().unchecked_ref(), millis).ok()?;
    Some(Ticking { id, _closure: closure })
}

/// Does something after what is being drawn now.
pub(crate) fn soon(work: impl FnOnce() + 'static) {
    let closure = Closure::once_into_js(work);
    if let Some(window) = window() {
        // A page that is closing runs nothing any more, and needs nothing.
        let _closing = window.set_timeout_with_callback(closure.unchecked_ref());
    }
}

/// The part of the address after `#`.
pub(crate) fn hash() -> String {
    window().and_then(|it| it.location().hash().ok()).unwrap_or_default()
}

/// Goes to another screen; with the back key, people return.
pub(crate) fn go_to(hash: &str) {
    if let Some(window) = window() {
        let _refused = window.location().set_hash(hash);
    }
}

/// Goes to another screen in place of this one.
pub(crate) fn go_instead(hash: &str) {
    if let Some(window) = window() {
        let _refused = window.location().replace(hash);
    }
}

/// A value out of the address's query.
pub(crate) fn query(name: &str) -> Option<String> {
    let search = window()?.location().search().ok()?;
    web_sys::UrlSearchParams::new_with_str(&search).ok()?.get(name)
}

/// The host of what somebody typed or pasted: `https://Www.Acme.example/help` gives `www.acme.example`, other scripts their
/// ASCII form.
pub(crate) fn host_of(typed: &str) -> Option<String> {
    let typed = typed.trim();
    let address = if typed.contains("://") { typed.to_owned() } else { format!("https://{typed}") };
    web_sys::Url::new(&address).ok().map(|url| url.hostname()).filter(|host| !host.is_empty())
}

/// Chie's public origin: the console lives at `console.` in front of it.
pub(crate) fn home() -> String {
    let Some(location) = window().map(|it| it.location()) else { return String::new() };
    let (protocol, host) = (location.protocol().unwrap_or_default(), location.host().unwrap_or_default());
    format!("{protocol}//{}", host.strip_prefix("console.").unwrap_or(&host))
}

/// The language that the browser is set to.
pub(crate) fn language() -> String {
    window().and_then(|it| it.navigator().language()).unwrap_or_default()
}

/// Tells the page's language and title to the browser and to screen readers.
pub(crate) fn entitle(lang: &str, title: &str) {
    let Some(document) = window().and_then(|it| it.document()) else { return };
    document.set_title(title);
    if let Some(root) = document.document_element() {
        let _refused = root.set_attribute("lang", lang);
    }
}

/// Puts the focus on the first element that fits.
pub(crate) fn focus(selector: &str) {
    let found = window().and_then(|it| it.document()).and_then(|it| it.query_selector(selector).ok().flatten());
    if let Some(element) = found.and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
        let _refused = element.focus();
    }
}

/// Selects the text of an element, so that a key can copy it.
pub(crate) fn select(element: &web_sys::Node) {
    if let Some(selection) = window().and_then(|it| it.get_selection().ok().flatten()) {
        let _refused = selection.select_all_children(element);
    }
}

/// Copies a text; says whether the browser let it.
pub(crate) async fn copy(text: String) -> bool {
    let Some(window) = window() else { return false };
    let clipboard = window.navigator().clipboard();
    if clipboard.is_undefined() {
        return false;
    }
    wasm_bindgen_futures::JsFuture::from(clipboard.write_text(&text)).await.is_ok()
}

/// A key under which a write is the same write however often it is sent.
pub(crate) fn fresh_key() -> String {
    let mut bytes = [0_u8; 16];
    if let Some(crypto) = window().and_then(|it| it.crypto().ok()) {
        let _refused = crypto.get_random_values_with_u8_array(&mut bytes);
    }
    format!("{:032x}", u128::from_be_bytes(bytes))
}

const OURS: &str = "chie.console.";

/// Reads what was kept under a name.
pub(crate) fn kept(name: &str) -> Option<String> {
    window()?.local_storage().ok()??.get_item(&format!("{OURS}{name}")).ok()?
}

/// Keeps a text under a name; an empty one is forgotten. A browser that keeps nothing loses only comfort.
pub(crate) fn keep(name: &str, text: &str) {
    let Some(Ok(Some(storage))) = window().map(|it| it.local_storage()) else { return };
    let name = format!("{OURS}{name}");
    let _full = if text.is_empty() { storage.remove_item(&name) } else { storage.set_item(&name, text) };
}

/// The name under which the language is kept.
pub(crate) const LANGUAGE: &str = "language";

/// Forgets everything but the language: on a computer that others use too, signing out leaves nothing.
pub(crate) fn forget() {
    let Some(Ok(Some(storage))) = window().map(|it| it.local_storage()) else { return };
    let names = (0..storage.length().unwrap_or(0)).filter_map(|index| storage.key(index).ok().flatten());
    let ours = names.filter(|name| name.strip_prefix(OURS).is_some_and(|name| name != LANGUAGE)).collect::<Vec<_>>();
    for name in ours {
        let _gone = storage.remove_item(&name);
    }
}
