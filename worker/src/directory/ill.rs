//! What tests make the directory suffer, to see that nothing else does. Nothing makes it ill but the test hooks, which production refuses.

use std::cell::Cell;
use std::time::Duration;
use worker::{Delay, Error, Result};

/// How it is ill.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Ill {
    /// It is well.
    #[default]
    No,
    /// It refuses.
    Fails,
    /// It takes longer than anybody waits.
    Slow,
    /// It writes, and then says that it did not.
    Forgets,
}

thread_local! {
    static NOW: Cell<Ill> = const { Cell::new(Ill::No) };
}

/// Longer than anything here waits for it.
const SLOW: Duration = Duration::from_secs(20);

/// From now on it is so.
pub(crate) fn set(how: Ill) {
    NOW.set(how);
}

/// What happens before it is asked.
pub(super) async fn before() -> Result<()> {
    match NOW.get() {
        Ill::No | Ill::Forgets => Ok(()),
        Ill::Fails => Err(refused()),
        Ill::Slow => {
            Delay::from(SLOW).await;
            Err(refused())
        }
    }
}

/// What happens after it wrote.
pub(super) fn after() -> Result<()> {
    if NOW.get() == Ill::Forgets { Err(refused()) } else { Ok(()) }
}

fn refused() -> Error {
    Error::RustError("a test made the directory ill".to_owned())
}
