//! A database that dies in the middle: whatever statement it dies at, the write is as if it had not been, and the next one does everything.

use std::cell::Cell;

use chie_domain::time::Timestamp;

use super::actors::{Stage, question, stage};
use crate::ask::{Ask, Caller, Outcome};
use crate::native::Native;
use crate::schema::MIGRATIONS;
use crate::sql::{Fault, Sql, Value};
use crate::{answer, audit};

/// Whether what was begun is rolled back, as a database does, or stays, as one would without transactions: the control.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    RollsBack,
    Tears,
}

/// A database that fails from a statement on.
struct Cut<'a> {
    inner: &'a Native,
    left: Cell<u32>,
    kind: Kind,
}

impl Sql for Cut<'_> {
    fn rows(&self, sql: &str, args: &[Value]) -> Result<Vec<Vec<Value>>, Fault> {
        let left = self.left.get().checked_sub(1).ok_or_else(|| Fault("cut".to_owned()))?;
        self.left.set(left);
        self.inner.rows(sql, args)
    }

    fn atomically<T, E: From<Fault>>(&self, work: impl FnOnce(&Self) -> Result<T, E>) -> Result<T, E> {
        match self.kind {
            Kind::RollsBack => self.inner.atomically(|_| work(self)),
            Kind::Tears => work(self),
        }
    }

    fn wake_at(&self, at: Option<Timestamp>) -> Result<(), Fault> {
        self.inner.wake_at(at)
    }
}

/// Asks, and dies after so many statements; says whether it was answered.
fn dies_after(stage: &Stage, statements: u32, kind: Kind) -> bool {
    let cut = Cut { inner: &stage.sql, left: Cell::new(statements), kind };
    answer(&cut, &stage.brand, &stage.moment(), &Caller::Visitor, None, Ask::PostThread(question("Which water?"))).is_ok()
}

fn tables(stage: &Stage) -> u32 {
    stage.count("SELECT count(*) FROM sqlite_master")
}

fn ran(stage: &Stage) -> u32 {
    stage.count("SELECT count(*) FROM migration")
}

#[test]
fn a_first_write_that_dies_at_any_statement_leaves_nothing_and_the_next_one_does_everything() {
    let stage = stage();
    let mut statements = 0;
    while !dies_after(&stage, statements, Kind::RollsBack) {
        assert_eq!(tables(&stage), 0, "after {statements} statements");
        statements += 7;
    }
    assert!(statements > 200, "it died often enough: {statements}");
    assert_eq!((stage.community().threads, ran(&stage)), (1, u32::try_from(MIGRATIONS.len()).expect("a count")));
}

#[test]
fn a_migration_that_dies_half_way_has_not_begun_and_is_done_by_the_next_ask() {
    for kept in [7, MIGRATIONS.len() - 2, MIGRATIONS.len() - 1] {
        let stage = stage();
        stage.sql_run("CREATE TABLE migration (n INTEGER PRIMARY KEY, at INTEGER NOT NULL)");
        for (n, migration) in MIGRATIONS.iter().take(kept) {
            for statement in migration.split("\n\n").map(str::trim).filter(|statement| !statement.is_empty()) {
                stage.sql_run(statement);
            }
            stage.sql_run(&format!("INSERT INTO migration (n, at) VALUES ({n}, 0)"));
        }
        let (before, mut statements) = (tables(&stage), 3);
        while !dies_after(&stage, statements, Kind::RollsBack) {
            // Either the schema is as it was, or all of it is there and the post is not.
            let done = usize::try_from(ran(&stage)).expect("a count");
            assert!(done == kept && tables(&stage) == before || done == MIGRATIONS.len(), "after {statements} statements");
            assert_eq!(stage.count("SELECT count(*) FROM thread"), 0);
            statements += 3;
        }
        assert_eq!(stage.community().threads, 1);
        assert!(matches!(stage.ask(&Caller::Visitor, Ask::PostThread(question("And the lid?"))), Ok(Outcome::PostedThread(..))));
        assert_eq!(audit::verify(&stage.sql), Ok(None));
    }
}

#[test]
fn without_transactions_the_same_death_would_leave_half_of_it_behind() {
    let stage = stage();
    assert!(!dies_after(&stage, 40, Kind::Tears));
    assert!(tables(&stage) > 0, "the control: something stays");
    assert!(!dies_after(&stage, 10_000, Kind::Tears), "and the next write trips over it");
}
