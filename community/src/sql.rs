//! The whole of what the engine needs from a database. Two implementors exist: the object's SQL in the Worker and `rusqlite`
//! in native tests; one contract list runs on both, because the object binds every number as a float and knows neither
//! booleans nor integers above 2^53.

use chie_domain::time::Timestamp;
use thiserror::Error;

/// The database or what is in it failed us; nobody's input is to blame.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("{0}")]
pub struct Fault(pub String);

/// A value as both databases know it.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// Nothing.
    Null,
    /// A number; whole numbers up to 2^53 survive.
    Number(f64),
    /// Text.
    Text(String),
}

/// A database with transactions and one alarm.
pub trait Sql {
    /// Runs one statement and gives all its rows.
    fn rows(&self, sql: &str, args: &[Value]) -> Result<Vec<Vec<Value>>, Fault>;

    /// Runs `work` in a transaction (nested ones are savepoints): on any `Err` nothing has changed.
    fn atomically<T, E: From<Fault>>(&self, work: impl FnOnce(&Self) -> Result<T, E>) -> Result<T, E>;

    /// Asks to be woken at that moment, or earlier if an earlier one was asked for; belongs to the transaction it is called in.
    /// `None` means that nothing is due.
    fn wake_at(&self, at: Option<Timestamp>) -> Result<(), Fault>;
}
