//! Claims: recorded acts that make fan-made threads official. A claim covers one thread, one product or the whole community,
//! optionally only what begins after it; it can be released; it deletes nothing. Whether a thread is official is worked out
//! at each reading from its most specific live claim and a valid proof, never stored.

use crate::id::{ClaimId, ThreadId};
use crate::text::{ProductKey, TextError};
use crate::time::{Span, Timestamp};
use serde::{Deserialize, Serialize};

/// Within this long after an act of claiming it can be undone, and nobody is mailed before.
pub const UNDO_WITHIN: Span = Span::minutes(10);
/// What was older than this when it was claimed goes to the arrival tray and is late for nobody.
pub const OLD_AFTER: Span = Span::days(30);

/// Some threads as they are sent: their ids with commas between, each once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ThreadIds(Vec<ThreadId>);

impl ThreadIds {
    /// So many fit into one request.
    pub const MOST: usize = 300;

    /// Reads them from outside text.
    pub fn parse(text: &str) -> Result<Self, TextError> {
        let mut ids = Vec::new();
        for part in text.split(',').map(str::trim).filter(|part| !part.is_empty()) {
            let id = ThreadId::parse(part).map_err(|_| TextError::Malformed("write the threads' names with commas between"))?;
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        match ids.len() {
            0 => Err(TextError::Empty),
            n if n > Self::MOST => Err(TextError::Malformed("at most 300 threads fit into one act; claim the product instead")),
            _ => Ok(Self(ids)),
        }
    }

    /// Makes a text of some, as it is sent.
    pub fn of(ids: &[ThreadId]) -> Result<Self, TextError> {
        Self::parse(&ids.iter().map(ThreadId::as_str).collect::<Vec<_>>().join(","))
    }

    /// Each of them.
    pub fn iter(&self) -> impl Iterator<Item = &ThreadId> {
        self.0.iter()
    }
}

impl TryFrom<String> for ThreadIds {
    type Error = TextError;
    fn try_from(text: String) -> Result<Self, TextError> {
        Self::parse(&text)
    }
}

impl From<ThreadIds> for String {
    fn from(ids: ThreadIds) -> Self {
        ids.0.iter().map(ThreadId::as_str).collect::<Vec<_>>().join(",")
    }
}

/// What a claim covers.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// Every thread of the brand.
    Community,
    /// Every thread of one product.
    Product(ProductKey),
    /// One thread.
    Thread(ThreadId),
}

/// Which threads within the scope, by age.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reach {
    /// Those that exist and those to come.
    All,
    /// Only those that begin after the claim.
    FromNowOn,
}

/// Whether a claim counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClaimState {
    /// It counts while a proof is valid.
    Live,
    /// It was given back.
    Released {
        /// When.
        at: Timestamp,
    },
}

/// One claim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// Which claim.
    pub id: ClaimId,
    /// What it covers.
    pub scope: Scope,
    /// From which age on.
    pub reach: Reach,
    /// When it was made.
    pub since: Timestamp,
    /// Whether it counts.
    pub state: ClaimState,
}

/// Who stands behind a thread, as worked out at a reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stewardship {
    /// Customers.
    FanMade,
    /// The brand is present.
    Official {
        /// Since when.
        since: Timestamp,
    },
}

/// What of a thread decides which claims cover it.
#[derive(Debug, Clone, Copy)]
pub struct Claimable<'a> {
    /// Which thread.
    pub thread: &'a ThreadId,
    /// Of which product.
    pub product: &'a ProductKey,
    /// Since when.
    pub began: Timestamp,
}

impl Claim {
    /// Whether this claim covers the thread now.
    pub fn covers(&self, it: Claimable<'_>) -> bool {
        let inside = match &self.scope {
            Scope::Community => true,
            Scope::Product(key) => key == it.product,
            Scope::Thread(id) => id == it.thread,
        };
        let aged = match self.reach {
            Reach::All => true,
            Reach::FromNowOn => it.began >= self.since,
        };
        inside && aged && self.state == ClaimState::Live
    }

    const fn specificity(&self) -> u8 {
        match self.scope {
            Scope::Community => 0,
            Scope::Product(_) => 1,
            Scope::Thread(_) => 2,
        }
    }
}

/// The spans over which claims covered a thread, whatever proof stood behind them: from when on, and until when unless one still
/// counts. Spans that touch are one.
pub fn presence(claims: &[Claim], it: Claimable<'_>) -> Vec<(Timestamp, Option<Timestamp>)> {
    let mut spans: Vec<(Timestamp, Option<Timestamp>)> = claims
        .iter()
        .filter_map(|claim| {
            let until = match claim.state {
                ClaimState::Live => None,
                ClaimState::Released { at } => Some(at),
            };
            let was = Claim { state: ClaimState::Live, ..claim.clone() };
            let since = claim.since.max(it.began);
            (was.covers(it) && until.is_none_or(|until| until > since)).then_some((since, until))
        })
        .collect();
    spans.sort_by_key(|(since, _)| *since);
    let mut joined: Vec<(Timestamp, Option<Timestamp>)> = Vec::new();
    for (since, until) in spans {
        match joined.last_mut() {
            Some((_, end)) if end.is_none_or(|end| since <= end) => {
                *end = end.zip(until).map(|(end, until)| end.max(until));
            }
            _ => joined.push((since, until)),
        }
    }
    joined
}

/// Works out who stands behind a thread. `proven` says whether the tenancy that made the claims has a valid proof now.
pub fn steward<'a>(claims: impl IntoIterator<Item = &'a Claim>, it: Claimable<'_>, proven: bool) -> Stewardship {
    if !proven {
        return Stewardship::FanMade;
    }
    claims
        .into_iter()
        .filter(|claim| claim.covers(it))
        .max_by_key(|claim| (claim.specificity(), std::cmp::Reverse(claim.since)))
        .map_or(Stewardship::FanMade, |claim| Stewardship::Official { since: claim.since.max(it.began) })
}

#[cfg(test)]
mod tests {
    use super::*;

    const T0: Timestamp = Timestamp::from_millis(1_000);

    fn claim(scope: Scope, reach: Reach, state: ClaimState) -> Claim {
        Claim { id: ClaimId::mint(T0, [1; 10]), scope, reach, since: T0, state }
    }

    #[test]
    fn coverage_and_release() {
        let thread = ThreadId::mint(T0, [2; 10]);
        let (kettle, lamp) = (ProductKey::parse("kettle").expect("key"), ProductKey::parse("lamp").expect("key"));
        let old = Claimable { thread: &thread, product: &kettle, began: Timestamp::from_millis(1) };
        let official = |claim: &Claim| steward([claim], old, true) != Stewardship::FanMade;
        assert!(official(&claim(Scope::Community, Reach::All, ClaimState::Live)));
        assert!(official(&claim(Scope::Product(kettle.clone()), Reach::All, ClaimState::Live)));
        assert!(official(&claim(Scope::Thread(thread.clone()), Reach::All, ClaimState::Live)));
        assert!(!official(&claim(Scope::Product(lamp), Reach::All, ClaimState::Live)));
        assert!(!official(&claim(Scope::Community, Reach::FromNowOn, ClaimState::Live)));
        assert!(!official(&claim(Scope::Community, Reach::All, ClaimState::Released { at: T0 })));
        assert_eq!(steward([&claim(Scope::Community, Reach::All, ClaimState::Live)], old, false), Stewardship::FanMade);
    }

    #[test]
    fn spans_of_presence_are_joined() {
        let (thread, kettle) = (ThreadId::mint(T0, [2; 10]), ProductKey::parse("kettle").expect("key"));
        let it = Claimable { thread: &thread, product: &kettle, began: Timestamp::from_millis(500) };
        let at = Timestamp::from_millis;
        let span = |since: u64, until: Option<u64>| {
            let state = until.map_or(ClaimState::Live, |until| ClaimState::Released { at: at(until) });
            Claim { since: at(since), ..claim(Scope::Community, Reach::All, state) }
        };
        let later = Claim { since: at(900), ..claim(Scope::Community, Reach::FromNowOn, ClaimState::Live) };
        for (claims, spans) in [
            (vec![], vec![]),
            (vec![span(100, None)], vec![(at(500), None)]),
            (vec![span(100, Some(400))], vec![]),
            (vec![span(600, Some(800)), span(700, Some(750)), span(900, None)], vec![(at(600), Some(at(800))), (at(900), None)]),
            (vec![span(600, Some(800)), span(800, None), span(850, Some(860))], vec![(at(600), None)]),
            (vec![later], vec![]),
        ] {
            assert_eq!(presence(&claims, it), spans);
        }
    }
}
