//! The Worker's one clock and one source of randomness. Everything further in is handed its moment.

use chie_community::ask::{Arrival, Moment};
use chie_domain::time::Timestamp;

/// The time now, as the runtime tells it.
pub(crate) fn now() -> Timestamp {
    Timestamp::from_millis(worker::Date::now().as_millis())
}

/// Random bytes. The runtime has no way to fail here; if it ever did, the error goes to the caller as a fault.
pub(crate) fn random<const N: usize>() -> Result<[u8; N], getrandom::Error> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes)?;
    Ok(bytes)
}

/// A moment at `now` with fresh randomness.
pub(crate) fn moment(now: Timestamp) -> Result<Moment, getrandom::Error> {
    Ok(Moment { now, seed: random()?, arrival: Arrival::default() })
}
