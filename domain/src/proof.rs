//! Proof of control over a brand's domain: requested → confirmed → doubtful → lapsed. A request is bound to the member who
//! made it, lives thirty days and changes nothing for anybody else. A confirmed proof is looked at again every day; what was
//! confirmed stays in the record whatever happens later.

#[cfg(feature = "parse")]
pub mod address;
#[cfg(feature = "parse")]
pub mod page;

use crate::brand::{BrandDomain, Host};
use crate::time::{Span, Timestamp};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// How long a request for proof can be fulfilled.
pub const REQUEST_LIVES: Span = Span::days(30);
/// How often a confirmed proof is looked at again.
pub const RECHECK_EVERY: Span = Span::hours(24);
/// After this long without seeing the evidence a proof is in doubt.
pub const DOUBT_AFTER: Span = Span::days(3);
/// After this long without seeing the evidence a proof has lapsed.
pub const LAPSE_AFTER: Span = Span::days(10);
/// A token as text: 26 characters of base 32, 130 bits of chance.
pub const TOKEN_LENGTH: usize = 26;

/// What we call ourselves to other people's servers.
pub const USER_AGENT: &str = "Chie-Proof/1 (looks for a proof of control; see the console of this installation)";

/// How control is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// A TXT record at `_chie-challenge.<domain>`: the whole domain.
    Dns,
    /// A file under `/.well-known/chie/` on the front host.
    File,
    /// A meta tag in the front page.
    Meta,
}

impl Method {
    /// The method's stable name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Dns => "dns",
            Self::File => "file",
            Self::Meta => "meta",
        }
    }

    /// The method of that name.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Dns, Self::File, Self::Meta].into_iter().find(|method| method.code() == code)
    }
}

/// What exactly to put where; the text a person copies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Placement {
    /// Where: a record's name, a file's address, or a page's address.
    pub at: String,
    /// What: the record's value, the file's whole content, or the tag.
    pub text: String,
}

/// Says where the evidence of a method belongs.
pub fn placement(method: Method, brand: &BrandDomain, host: &Host, token: &str) -> Placement {
    match method {
        Method::Dns => Placement { at: format!("_chie-challenge.{brand}"), text: format!("token={token}") },
        Method::File => Placement { at: format!("https://{host}/.well-known/chie/{token}"), text: format!("chie={token}") },
        Method::Meta => {
            Placement { at: format!("https://{host}/"), text: format!(r#"<meta name="chie-proof" content="{token}">"#) }
        }
    }
}

/// Where a proof stands. Each state owns what belongs to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProofState {
    /// Asked for; freezes and reveals nothing.
    Requested {
        /// When.
        at: Timestamp,
    },
    /// The evidence was seen, and lately.
    Confirmed {
        /// When first.
        since: Timestamp,
        /// When last.
        seen: Timestamp,
    },
    /// The evidence has not been seen for some days: no new official posts.
    Doubtful {
        /// When it was first confirmed.
        since: Timestamp,
        /// When the evidence was last seen.
        seen: Timestamp,
    },
    /// Over: threads are fan-made again.
    Lapsed {
        /// When it was first confirmed.
        since: Timestamp,
        /// When it ended.
        at: Timestamp,
    },
}

/// What a check found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sighting {
    /// The exact evidence.
    Seen,
    /// Something else, nothing, or no answer.
    Missed,
}

/// Why a check cannot change a proof.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum ProofError {
    /// The request is older than thirty days.
    #[error("request_expired: this request is over; ask for a new text")]
    RequestExpired,
    /// The evidence is not there yet.
    #[error("evidence_missing: the text was not found where it should be")]
    EvidenceMissing,
}

impl ProofState {
    /// What a first check makes of a request. A missed check keeps the request as it was.
    pub fn confirm(self, sighting: Sighting, now: Timestamp) -> Result<Self, ProofError> {
        match (self, sighting) {
            (Self::Requested { at }, _) if now.since(at) > REQUEST_LIVES => Err(ProofError::RequestExpired),
            (Self::Requested { .. }, Sighting::Missed) => Err(ProofError::EvidenceMissing),
            (Self::Requested { .. }, Sighting::Seen) => Ok(Self::Confirmed { since: now, seen: now }),
            (other @ (Self::Confirmed { .. } | Self::Doubtful { .. } | Self::Lapsed { .. }), sighting) => {
                Ok(other.recheck(sighting, now))
            }
        }
    }

    /// What a daily check makes of a proof. A request and a lapsed proof stay what they are: a lapsed one is proven anew, even
    /// if nobody wrote down that it lapsed.
    #[must_use]
    pub fn recheck(self, sighting: Sighting, now: Timestamp) -> Self {
        match (self.at(now), sighting) {
            (Self::Confirmed { since, .. } | Self::Doubtful { since, .. }, Sighting::Seen) => Self::Confirmed { since, seen: now },
            (it, Sighting::Seen | Sighting::Missed) => it,
        }
    }

    /// The state that time alone has made of it: a proof nobody could look at grows old just the same.
    #[must_use]
    pub fn at(self, now: Timestamp) -> Self {
        match self {
            Self::Confirmed { since, seen } | Self::Doubtful { since, seen } => {
                let unseen = now.since(seen);
                if unseen > LAPSE_AFTER {
                    Self::Lapsed { since, at: seen.after(LAPSE_AFTER) }
                } else if unseen > DOUBT_AFTER {
                    Self::Doubtful { since, seen }
                } else {
                    Self::Confirmed { since, seen }
                }
            }
            Self::Requested { .. } | Self::Lapsed { .. } => self,
        }
    }

    /// Whether threads may be official on it: confirmed, or in doubt but not over.
    pub const fn is_valid(self) -> bool {
        matches!(self, Self::Confirmed { .. } | Self::Doubtful { .. })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const T0: Timestamp = Timestamp::from_millis(1_000_000_000_000);

    #[test]
    fn the_life_of_a_proof() {
        let asked = ProofState::Requested { at: T0 };
        assert_eq!(asked.confirm(Sighting::Missed, T0), Err(ProofError::EvidenceMissing));
        assert_eq!(asked.confirm(Sighting::Seen, T0.after(Span::days(31))), Err(ProofError::RequestExpired));
        let confirmed = asked.confirm(Sighting::Seen, T0).expect("confirmed");
        let doubtful = confirmed.recheck(Sighting::Missed, T0.after(Span::days(4)));
        assert!(matches!(doubtful, ProofState::Doubtful { .. }));
        assert!(
            matches!(doubtful.recheck(Sighting::Seen, T0.after(Span::days(5))), ProofState::Confirmed { since, .. } if since == T0)
        );
        let lapsed = doubtful.recheck(Sighting::Missed, T0.after(Span::days(11)));
        assert!(matches!(lapsed, ProofState::Lapsed { .. }));
        assert_eq!(lapsed.recheck(Sighting::Seen, T0.after(Span::days(12))), lapsed);
    }

    #[test]
    fn a_proof_that_lapsed_unnoticed_does_not_come_back() {
        let confirmed = ProofState::Confirmed { since: T0, seen: T0 };
        let late = confirmed.recheck(Sighting::Seen, T0.after(Span::days(11)));
        assert!(matches!(late, ProofState::Lapsed { .. }));
    }

    #[test]
    fn one_missed_day_changes_nothing() {
        let confirmed = ProofState::Confirmed { since: T0, seen: T0 };
        assert_eq!(confirmed.recheck(Sighting::Missed, T0.after(Span::days(1))), confirmed);
    }

    proptest! {
        #[test]
        fn nothing_is_valid_without_a_sighting(steps in proptest::collection::vec((0_u64..20, any::<bool>()), 0..40)) {
            let mut state = ProofState::Requested { at: T0 };
            let (mut now, mut seen_at) = (T0, None);
            for (days, seen) in steps {
                now = now.after(Span::days(days));
                let sighting = if seen { Sighting::Seen } else { Sighting::Missed };
                if let Ok(next) = state.confirm(sighting, now) {
                    state = next;
                    if seen && state.is_valid() { seen_at = Some(now); }
                }
                if state.at(now).is_valid() {
                    prop_assert!(seen_at.is_some_and(|at| now.since(at) <= LAPSE_AFTER));
                }
            }
        }
    }
}
