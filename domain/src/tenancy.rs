//! A tenancy is what one company holds in a community: it lives while any of its proofs is valid, and for thirty days after
//! the last one lapsed, so that a broken record costs nobody their people and notes. After that a newcomer begins a new one
//! and inherits nothing.

use crate::proof::ProofState;
use crate::time::{Span, Timestamp};

/// How long a tenancy outlives its last proof.
pub const OUTLIVES: Span = Span::days(30);
/// How long somebody who proves the domain inside a living tenancy waits before joining it, while the sitting are told.
pub const JOIN_NOTICE: Span = Span::hours(72);

/// Whether a company holds a place here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tenancy {
    /// No proof was ever confirmed.
    None,
    /// At least one proof is valid.
    Living {
        /// Since when the earliest of the valid ones is.
        since: Timestamp,
    },
    /// The last proof lapsed, not long ago: people and notes are kept, nothing is official.
    Resting {
        /// When it will end if nothing is proven again.
        until: Timestamp,
    },
    /// Over. The next proof begins another tenancy.
    Ended,
}

/// What a set of proofs gives at a moment.
pub fn of_proofs(proofs: impl IntoIterator<Item = ProofState>, now: Timestamp) -> Tenancy {
    proofs.into_iter().fold(Tenancy::None, |held, proof| match (held, proof.at(now)) {
        (Tenancy::Living { since: a }, ProofState::Confirmed { since: b, .. } | ProofState::Doubtful { since: b, .. }) => {
            Tenancy::Living { since: a.min(b) }
        }
        (_, ProofState::Confirmed { since, .. } | ProofState::Doubtful { since, .. }) | (Tenancy::Living { since }, _) => {
            Tenancy::Living { since }
        }
        (held, ProofState::Requested { .. }) => held,
        (held, ProofState::Lapsed { at, .. }) => {
            let until = at.after(OUTLIVES);
            match held {
                _ if until < now => {
                    if held == Tenancy::None {
                        Tenancy::Ended
                    } else {
                        held
                    }
                }
                Tenancy::Resting { until: other } => Tenancy::Resting { until: other.max(until) },
                Tenancy::None | Tenancy::Ended | Tenancy::Living { .. } => Tenancy::Resting { until },
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const T0: Timestamp = Timestamp::from_millis(1_000_000_000_000);

    #[test]
    fn a_request_gives_nothing_and_a_proof_gives_a_place() {
        assert_eq!(of_proofs([ProofState::Requested { at: T0 }], T0), Tenancy::None);
        let proven = ProofState::Confirmed { since: T0, seen: T0 };
        assert_eq!(of_proofs([proven], T0), Tenancy::Living { since: T0 });
    }

    #[test]
    fn it_rests_for_thirty_days_and_then_ends() {
        let proof = ProofState::Confirmed { since: T0, seen: T0 };
        let after = |days| of_proofs([proof], T0.after(Span::days(days)));
        assert!(matches!(after(9), Tenancy::Living { .. }));
        assert!(matches!(after(11), Tenancy::Resting { .. }));
        assert!(matches!(after(39), Tenancy::Resting { .. }));
        assert_eq!(after(41), Tenancy::Ended);
    }

    #[test]
    fn one_live_proof_among_lapsed_ones_is_enough() {
        let old = ProofState::Lapsed { since: T0, at: T0 };
        let now = T0.after(Span::days(100));
        let live = ProofState::Confirmed { since: now, seen: now };
        for order in [[old, live], [live, old]] {
            assert!(matches!(of_proofs(order, now), Tenancy::Living { .. }));
        }
    }
}
