//! The screens: a function of what is so, for each. [`app::App`] holds them together; [`state`] is what changes.

pub mod app;
pub mod failure;
pub mod list;
pub mod state;
pub mod thread;

pub mod ask;
pub mod posted;

mod moves;

#[cfg(feature = "ssr")]
pub mod directory;
#[cfg(feature = "ssr")]
pub mod rules;
