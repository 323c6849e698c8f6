//! The visitor's widget in a browser. The loader's second half hands over the body that the first drawing came
//! with, and gets an element in which the same view lives.
//!
//! Yew never takes its listeners off an application's root, so that a root that is thrown away stays in memory with all that
//! it knew. Widgets come and go in pages that build themselves; therefore a root that was left is used again.

// What the standard library does before and after `main` has nothing to do here, and would be downloaded.
#![no_main]

use chie_domain::api::get_embed::{Embed, split};
use chie_widget::client::Client;
use chie_widget::locale::Words;
use chie_widget::scene::{Scene, Setting};
use chie_widget::session::Session;
use chie_widget::views::app::{App, AppProps, Wish};
use chie_widget::views::rest::Rest;
use js_sys::Function;
use std::cell::RefCell;
use std::rc::Rc;
#[cfg(target_family = "wasm")]
use talc::cell::TalcSyncCell;
#[cfg(target_family = "wasm")]
use talc::wasm::{WasmBinning, WasmGrowAndClaim};
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::Element;
use yew::virtual_dom::{Key, VChild};
use yew::{AppHandle, Html, Properties, function_component};

/// A third of the size of the one that comes with the standard library. There is one thread; a new piece of memory is never
/// joined with the one before it, which costs a visitor nothing and would cost all of them its code.
#[cfg(target_family = "wasm")]
#[global_allocator]
static MEMORY: TalcSyncCell<WasmGrowAndClaim, WasmBinning> = TalcSyncCell::new_wasm(WasmGrowAndClaim);

/// A root, and what lives in it.
struct Root {
    element: Element,
    app: AppHandle<Stage>,
    now: StageProps,
}

thread_local! {
    static ROOTS: RefCell<Vec<Root>> = const { RefCell::new(Vec::new()) };
}

/// One widget, or none; each widget is another one to Yew, whatever stood here before.
#[derive(Clone, PartialEq, Properties)]
struct StageProps {
    turn: u32,
    app: Option<AppProps>,
}

#[function_component]
fn Stage(props: &StageProps) -> Html {
    let Some(AppProps { scene, wish }) = props.app.clone() else { return Html::default() };
    VChild::<App>::new(AppProps { scene, wish }, Some(Key::from(props.turn))).into()
}

/// Draws the widget; gives the element in which it lives, if it could be drawn. `tell` hears of what the visitor did; `load`
/// puts the rest of the program beside this part and gives a promise; whether it stands there already is `loaded`: a body that
/// begins with a thread needs it from the beginning. The page's address may carry a place if it is `placed`.
#[wasm_bindgen]
pub fn mount(body: &[u8], tell: Function, load: Function, loaded: bool, placed: bool) -> Option<Element> {
    let mut scene = scene(body, Rest::new(load, loaded))?;
    scene.tell = Some(tell);
    scene.placed = placed;
    let app = Some(AppProps { scene: Rc::new(scene), wish: None });
    ROOTS.with_borrow_mut(|roots| {
        if let Some(root) = roots.iter_mut().find(|root| root.now.app.is_none()) {
            root.show(app);
            return Some(root.element.clone());
        }
        let element = web_sys::window()?.document()?.create_element("div").ok()?;
        let now = StageProps { turn: 0, app };
        let app = yew::Renderer::<Stage>::with_root_and_props(element.clone(), now.clone()).render();
        roots.push(Root { element: element.clone(), app, now });
        Some(element)
    })
}

/// Ends the widget that lives in an element.
#[wasm_bindgen]
pub fn unmount(element: &Element) {
    with_root(element, |root| root.show(None));
}

/// Puts a text into the line to search or ask, as if the visitor had typed it.
#[wasm_bindgen]
pub fn ask(element: &Element, text: String) {
    with_root(element, |root| {
        let Some(AppProps { scene, wish }) = root.now.app.clone() else { return };
        let turn = wish.map_or(1, |wish| wish.turn.wrapping_add(1));
        root.now.app = Some(AppProps { scene, wish: Some(Wish { turn, text: text.into() }) });
        root.app.update(root.now.clone());
    });
}

fn with_root(element: &Element, then: impl FnOnce(&mut Root)) {
    ROOTS.with_borrow_mut(|roots| {
        if let Some(root) = roots.iter_mut().find(|root| root.element == *element) {
            then(root);
        }
    });
}

impl Root {
    fn show(&mut self, app: Option<AppProps>) {
        self.now = StageProps { turn: self.now.turn.wrapping_add(1), app };
        self.app.update(self.now.clone());
    }
}

fn scene(body: &[u8], rest: Rest) -> Option<Scene> {
    let [_, _, words, data] = split(body)?;
    let (embed, thread): (Embed<()>, _) = postcard::take_from_bytes(data).ok()?;
    let thread = match embed.thread {
        Some(()) => Some(Rc::new((rest.get()?.read_thread)(thread)?)),
        None => None,
    };
    // In test mode everything is found under addresses of its own.
    let client = Client::new(embed.home.clone(), Session::open(&embed));
    let scene = Scene::new(embed, Words::arrived(words)?, Setting::Embed, rest);
    Some(Scene { client: Some(client), thread, ..scene })
}
