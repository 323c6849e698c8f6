//! The views of Chie: the same components are drawn on the server (feature `ssr`, natively in tests and inside the Worker)
//! and live in the browser (program `embed`). Every word comes from a message table ([`locale`]), every node from a value
//! ([`views`], [`parts`]); nothing here makes a string of HTML, and only [`client`] talks to the network.

pub mod draw;
pub mod locale;
pub mod scene;

pub mod parts;
pub mod views;

pub mod client;
pub mod draft;
pub mod session;

#[cfg(feature = "ssr")]
pub mod letter;
#[cfg(feature = "ssr")]
pub mod render;
#[cfg(feature = "ssr")]
pub mod says;
#[cfg(feature = "ssr")]
pub mod style;

#[cfg(feature = "console")]
pub mod console;
