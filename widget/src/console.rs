//! The company's console: a program of its own on a host of its own. Its screens show what the contract in
//! [`chie_domain::api`] gives and ask for what it allows; every rule is decided by the server. It never runs inside a
//! brand's page, and its session is a cookie that no script can read.

mod aliases;
mod app;
mod brand_form;
mod brand_room;
mod browser;
mod care;
mod changes;
mod claim;
mod client;
mod desk;
mod dialog;
mod figures;
mod front;
mod guard;
mod house;
mod keys;
mod loaded;
mod locale;
mod naming;
mod parts;
mod people;
mod products;
mod proof;
mod row;
mod screen;
mod set_up;
mod shell;
mod sign_in;
mod sign_on;
mod sites;
mod start;
mod thread;
mod threads;
mod triage;
mod trouble;
mod webhooks;
mod words;
mod work;

/// Draws the console in place of the shell's waiting line.
pub fn start() {
    let root = web_sys::window().and_then(|it| it.document()).and_then(|it| it.get_element_by_id("console"));
    if let Some(root) = root {
        root.set_text_content(None);
        yew::Renderer::<app::App>::with_root(root).render();
    }
}
