//! The community engine: everything about one brand, on any SQLite. A request comes in as an [`ask::Ask`] with who asks and
//! the moment; commands load, let the domain decide and save within one transaction; queries read. No HTTP, no Cloudflare and
//! no clock live here: the Worker's object and the native tests bring their own [`sql::Sql`].
//!
//! Nothing is created before the first write: reading a community that nobody has opened answers with an empty one.

pub mod ask;
pub mod sql;
