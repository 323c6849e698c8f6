//! The screens: a function of what is so, for each. [`app::App`] holds them together; [`state`] is what changes, [`cx`] what each
//! of them is handed.

pub mod app;
pub mod cx;
pub mod failure;
pub mod follow;
pub mod helping;
pub mod leave;
mod list;
pub(crate) mod reading;
pub mod rest;
pub mod search;
pub mod state;
pub mod thread;

pub mod ask;
pub mod posted;

mod account;
mod address;
mod listening;
mod mine;
mod moves;
mod other_tab;
mod outbox;
mod own_time;
mod photos;
mod sign_on;
mod undo;
mod warn;
mod wave;

#[cfg(feature = "ssr")]
pub mod directory;
#[cfg(feature = "ssr")]
pub mod mail;
#[cfg(feature = "ssr")]
pub mod plain;
#[cfg(feature = "ssr")]
pub mod rules;
