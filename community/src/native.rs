//! An ordinary `SQLite` that behaves like the object's: every number is bound as a float, whole floats are read back as numbers,
//! more than a hundred parameters and numbers above 2^53 are refused, transactions nest as savepoints, and the alarm belongs
//! to the transaction it was set in. For tests and measurements.

use std::cell::{Cell, RefCell};

use chie_domain::time::Timestamp;
use rusqlite::Connection;
use rusqlite::limits::Limit;
use rusqlite::types::{Value as Stored, ValueRef};

use crate::sql::{Fault, Sql, Value};

/// A database in memory or in a file, with one alarm.
#[derive(Debug)]
pub struct Native {
    connection: Connection,
    depth: Cell<u32>,
    alarm: RefCell<Option<Timestamp>>,
}

/// The largest number that survives the object's binding.
const MOST: f64 = 9_007_199_254_740_992.0;

fn fault(error: &rusqlite::Error) -> Fault {
    Fault(format!("sqlite: {error}"))
}

/// What the objects' database allows, where it allows less than an ordinary one.
const LIMITS: [(Limit, i32); 4] = [
    (Limit::SQLITE_LIMIT_COMPOUND_SELECT, 5),
    (Limit::SQLITE_LIMIT_EXPR_DEPTH, 100),
    (Limit::SQLITE_LIMIT_FUNCTION_ARG, 32),
    (Limit::SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 50),
];

impl Native {
    /// An empty database in memory.
    pub fn in_memory() -> Result<Self, Fault> {
        Connection::open_in_memory().map_err(|error| fault(&error)).and_then(Self::on)
    }

    /// A database in a file.
    pub fn open(path: &std::path::Path) -> Result<Self, Fault> {
        Connection::open(path).map_err(|error| fault(&error)).and_then(Self::on)
    }

    fn on(connection: Connection) -> Result<Self, Fault> {
        connection.execute_batch("PRAGMA foreign_keys = ON").map_err(|error| fault(&error))?;
        connection.set_prepared_statement_cache_capacity(200);
        for (limit, most) in LIMITS {
            connection.set_limit(limit, most).map_err(|error| fault(&error))?;
        }
        Ok(Self { connection, depth: Cell::new(0), alarm: RefCell::new(None) })
    }

    /// When this community wants to be woken.
    pub fn alarm(&self) -> Option<Timestamp> {
        *self.alarm.borrow()
    }

    fn batch(&self, sql: &str) -> Result<(), Fault> {
        self.connection.execute_batch(sql).map_err(|error| fault(&error))
    }
}

fn bound(value: &Value) -> Result<Stored, Fault> {
    match value {
        Value::Null => Ok(Stored::Null),
        Value::Number(number) if number.abs() <= MOST => Ok(Stored::Real(*number)),
        Value::Number(_) => Err(Fault("a number above 2^53 was bound".to_owned())),
        Value::Text(text) => Ok(Stored::Text(text.clone())),
    }
}

#[expect(clippy::cast_precision_loss, reason = "larger numbers are refused, as the object would corrupt them")]
fn read(value: ValueRef<'_>) -> Result<Value, Fault> {
    match value {
        ValueRef::Null => Ok(Value::Null),
        ValueRef::Integer(number) if (number as f64).abs() <= MOST => Ok(Value::Number(number as f64)),
        ValueRef::Integer(_) => Err(Fault("a number above 2^53 was read".to_owned())),
        ValueRef::Real(number) => Ok(Value::Number(number)),
        ValueRef::Text(text) => {
            std::str::from_utf8(text).map(|text| Value::Text(text.to_owned())).map_err(|_| Fault("not text".to_owned()))
        }
        ValueRef::Blob(_) => Err(Fault("bytes are not read here".to_owned())),
    }
}

impl Sql for Native {
    fn rows(&self, sql: &str, args: &[Value]) -> Result<Vec<Vec<Value>>, Fault> {
        if args.len() > 100 {
            return Err(Fault("more than a hundred parameters".to_owned()));
        }
        let mut statement = self.connection.prepare_cached(sql).map_err(|error| fault(&error))?;
        let width = statement.column_count();
        let args = args.iter().map(bound).collect::<Result<Vec<_>, _>>()?;
        let mut found = statement.query(rusqlite::params_from_iter(args)).map_err(|error| fault(&error))?;
        let mut rows = Vec::new();
        while let Some(row) = found.next().map_err(|error| fault(&error))? {
            let cells = (0..width).map(|place| row.get_ref(place).map_err(|error| fault(&error)).and_then(read));
            rows.push(cells.collect::<Result<Vec<_>, _>>()?);
        }
        Ok(rows)
    }

    fn atomically<T, E: From<Fault>>(&self, work: impl FnOnce(&Self) -> Result<T, E>) -> Result<T, E> {
        let depth = self.depth.get();
        let alarm = *self.alarm.borrow();
        self.batch(&format!("SAVEPOINT s{depth}"))?;
        self.depth.set(depth + 1);
        let done = work(self);
        self.depth.set(depth);
        if done.is_ok() {
            self.batch(&format!("RELEASE s{depth}"))?;
        } else {
            self.batch(&format!("ROLLBACK TO s{depth}; RELEASE s{depth}"))?;
            *self.alarm.borrow_mut() = alarm;
        }
        done
    }

    fn wake_at(&self, at: Option<Timestamp>) -> Result<(), Fault> {
        *self.alarm.borrow_mut() = at;
        Ok(())
    }
}
