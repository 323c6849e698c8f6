//! A community for trying things out tells nobody anything, and wipes itself a week after somebody last wrote.

use chie_community::ask::{Ask, Due, Outcome, Told};
use chie_community::sql::{Fault, Sql, Value};
use chie_domain::brand::BrandDomain;
use chie_domain::time::{Span, Timestamp};

use super::super::storage::ObjectSql;
use super::{AFTER_A_FAULT, Community};
use crate::bucket;

/// For how long what was tried out stays after somebody last wrote.
pub(super) const TEST_LIVES: Span = Span::days(7);

impl Community {
    /// When what was tried out here is wiped, unless somebody writes; never, for a real community.
    pub(super) fn wiped_at(&self) -> std::result::Result<Option<Timestamp>, Fault> {
        let sql = ObjectSql::of(&self.state);
        if sql.rows("SELECT name FROM sqlite_master WHERE name = 'test_write'", &[])?.is_empty() {
            return Ok(None);
        }
        let rows = sql.rows("SELECT at FROM test_write", &[])?;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it was a moment when it was written")]
        let at = rows.into_iter().flatten().find_map(|value| match value {
            Value::Number(at) => Some(Timestamp::from_millis(at as u64)),
            Value::Null | Value::Text(_) => None,
        });
        Ok(at.map(|at| at.after(TEST_LIVES)))
    }

    /// Wipes what was tried out, pictures first: once the rows are gone, nobody knows of them.
    async fn wipe(&self, brand: &BrandDomain, now: Timestamp) {
        let photos = match self.ask_self(brand, now, Ask::AllPhotos) {
            Some(Outcome::Photos(photos)) => photos,
            _ => Vec::new(),
        };
        let gone = photos.is_empty() || bucket::delete(&self.env, &photos).await;
        let sql = ObjectSql::of(&self.state);
        let done = if gone { sql.wipe().await } else { sql.wake_at(Some(now.after(AFTER_A_FAULT))) };
        if let Err(fault) = done {
            worker::console_error!("what was tried out at {brand} could not be wiped: {fault}");
        }
    }

    /// What is due where things are tried out: whatever would be told to the outside counts as told.
    pub(super) async fn run_due_in_test(&self, brand: &BrandDomain, now: Timestamp) {
        if self.wiped_at().is_ok_and(|at| at.is_some_and(|at| at <= now)) {
            return self.wipe(brand, now).await;
        }
        let Some(Outcome::Due(Due { outbox, proofs: _, aliases: _, alarms, photos, letters, tidings, zone, hooks: _ })) =
            self.ask_self(brand, now, Ask::Due)
        else {
            return self.try_later(now);
        };
        let told = outbox.last().map(|row| Ask::OutboxDone(row.seq)).into_iter();
        let told = told.chain(alarms.into_iter().map(|alarm| Ask::AlarmTold(alarm.thread, Told::Yes)));
        let told = told.chain(letters.iter().map(|letter| Ask::LetterSent(letter.seq)));
        for done in told.chain(tidings.iter().map(|tiding| Ask::TidingSent(tiding.seq))) {
            self.ask_self(brand, now, done);
        }
        self.see_zone(brand, now, zone);
        self.delete_photos(brand, now, photos).await;
    }
}

/// Remembers when somebody last wrote where things are tried out.
pub(super) fn remember_write(sql: &ObjectSql, now: Timestamp) -> std::result::Result<(), Fault> {
    sql.rows("CREATE TABLE IF NOT EXISTS test_write (one REAL PRIMARY KEY, at REAL NOT NULL)", &[])?;
    #[expect(clippy::cast_precision_loss, reason = "milliseconds stay below 2^53 for the next 280,000 years")]
    let at = Value::Number(now.millis() as f64);
    sql.rows("INSERT INTO test_write (one, at) VALUES (1, ?) ON CONFLICT (one) DO UPDATE SET at = max(at, excluded.at)", &[at])?;
    Ok(())
}
