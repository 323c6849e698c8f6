//! The two kinds of object. Each keeps only the platform's handles; everything it knows is in its own `SQLite`, and nothing awaits
//! between load and save.

pub(crate) mod account;
pub(crate) mod community;
mod keys;
mod sessions;
mod storage;
