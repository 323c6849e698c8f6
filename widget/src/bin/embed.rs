//! The visitor's widget in a browser. The loader's second half hands over a fresh element, the body that the first drawing
//! came with, and where it came from; the same view is drawn into the element, live.

use chie_domain::api::get_embed::{Embed, split};
use chie_widget::client::Client;
use chie_widget::locale::Words;
use chie_widget::scene::{Scene, Setting};
use chie_widget::session::Session;
use chie_widget::views::app::{App, AppProps};
use std::rc::Rc;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;

fn main() {}

/// Draws the widget into `root`; says whether it could.
#[wasm_bindgen]
pub fn mount(root: Element, body: &[u8], origin: String) -> bool {
    let Some(scene) = scene(body, origin) else { return false };
    yew::Renderer::<App>::with_root_and_props(root, AppProps { scene: Rc::new(scene) }).render();
    true
}

fn scene(body: &[u8], origin: String) -> Option<Scene> {
    let [_, _, words, data] = split(body)?;
    let (lang, table): (String, Vec<String>) = postcard::from_bytes(words).ok()?;
    let embed: Embed = postcard::from_bytes(data).ok()?;
    let client = Client::new(origin, Session::open(&embed.community.brand));
    Some(Scene::new(embed, Words::from_table(lang, table)?, Setting::Embed, Some(client)))
}
