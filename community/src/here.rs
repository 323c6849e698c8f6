//! Where a request stands: the database, the brand, the moment, the caller. Commands and queries take it whole.

use chie_domain::api::error::{ApiError, Refusal};
use chie_domain::brand::BrandDomain;
use chie_domain::time::Timestamp;

use crate::ask::{Arrival, Caller, IdempotencyKey, Trouble};
use crate::mint::Mint;
use crate::row::{Row, Statement};
use crate::sql::{Fault, Sql, Value};

/// Everything that a command or query works with.
pub(crate) struct Here<'a, S> {
    pub(crate) sql: &'a S,
    pub(crate) brand: &'a BrandDomain,
    pub(crate) now: Timestamp,
    pub(crate) arrival: Arrival,
    pub(crate) mint: &'a Mint,
    pub(crate) caller: &'a Caller,
    pub(crate) key: Option<&'a IdempotencyKey>,
}

impl<S: Sql> Here<'_, S> {
    /// All rows of a statement.
    pub(crate) fn rows(&self, sql: &str, args: &[Value]) -> Result<Vec<Row>, Fault> {
        Ok(self.sql.rows(sql, args)?.into_iter().map(Row).collect())
    }

    /// All rows of a statement that was put together.
    pub(crate) fn all(&self, statement: &Statement) -> Result<Vec<Row>, Fault> {
        self.rows(&statement.text, &statement.args)
    }

    /// The first row of a statement, if there is one.
    pub(crate) fn row(&self, sql: &str, args: &[Value]) -> Result<Option<Row>, Fault> {
        Ok(self.rows(sql, args)?.into_iter().next())
    }

    /// Runs a statement for what it does.
    pub(crate) fn run(&self, sql: &str, args: &[Value]) -> Result<(), Fault> {
        self.sql.rows(sql, args).map(|_| ())
    }

    /// Does all of it or, on any refusal or fault, nothing.
    pub(crate) fn whole<T>(&self, work: impl FnOnce(&Here<'_, S>) -> Result<T, Trouble>) -> Result<T, Trouble> {
        self.sql.atomically(|sql| {
            let Here { brand, now, arrival, mint, caller, key, .. } = *self;
            work(&Here { sql, brand, now, arrival, mint, caller, key })
        })
    }
}

/// A refusal out of an endpoint's own list.
#[expect(clippy::needless_pass_by_value, reason = "refusals are small and made where they are passed")]
pub(crate) fn refuse(refusal: impl Refusal) -> Trouble {
    Trouble::Refused(refusal.to_error())
}

/// The refusal that many endpoints share.
pub(crate) fn not_allowed(why: &str) -> Trouble {
    Trouble::Refused(ApiError::new("not_allowed", why))
}
