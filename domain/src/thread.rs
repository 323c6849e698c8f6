//! Threads: their kinds and the status machine. A status that promises or refuses exists only inside
//! [`Status::Official`], and that can be made only together with a live [`Stewardship`]; so a fan-made thread that says
//! "planned" or "works as designed" cannot be written down.

use crate::claim::Stewardship;
use crate::text::Reason;
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// What an opening post is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Somebody wants to know.
    Question,
    /// Something does not work.
    Problem,
    /// Something could be better.
    Idea,
    /// Something is good.
    Praise,
    /// News from the brand; only a representative posts it.
    Update,
}

impl Kind {
    /// The kinds that anybody may post.
    pub const OPEN_TO_ALL: [Self; 4] = [Self::Question, Self::Problem, Self::Idea, Self::Praise];

    /// The kind's stable name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Question => "question",
            Self::Problem => "problem",
            Self::Idea => "idea",
            Self::Praise => "praise",
            Self::Update => "update",
        }
    }

    /// The kind of that name.
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Question, Self::Problem, Self::Idea, Self::Praise, Self::Update].into_iter().find(|kind| kind.code() == code)
    }
}

/// The four states that a machine filters by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// Nobody has taken it up.
    Open,
    /// Somebody is at work.
    Active,
    /// It came to a good end.
    Resolved,
    /// It came to an end that the asker may not like.
    Declined,
}

impl Phase {
    /// The state's stable name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Active => "active",
            Self::Resolved => "resolved",
            Self::Declined => "declined",
        }
    }
}

/// What everybody can see of a thread without a company: derived from stars and acceptance, never set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FanStatus {
    /// Waiting for an answer.
    Open,
    /// Readers' stars say that a reply helps.
    SeemsSolved,
    /// The asker accepted a reply.
    Solved,
}

/// What a representative may say of an official thread.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OfficialWord {
    /// A question is being looked into.
    LookingInto,
    /// A question is answered.
    Answered,
    /// A question is closed without an answer; refuses.
    Closed,
    /// A problem is being worked on; promises.
    InProgress,
    /// A problem is solved.
    Solved,
    /// A problem was ended by a change in the product; promises.
    Changed,
    /// The product is meant to be so; refuses.
    AsDesigned,
    /// The brand sees it differently; refuses.
    SeenDifferently,
    /// An idea is being considered; promises.
    UnderConsideration,
    /// An idea will be done; promises.
    Planned,
    /// An idea was done; promises.
    Shipped,
    /// An idea will not be done; refuses.
    NotPlanned,
    /// What an update tells of goes on.
    Ongoing,
    /// What an update tells of is over.
    Over,
}

impl OfficialWord {
    /// Every word, in the order of the glossary.
    pub const ALL: [Self; 14] = [
        Self::LookingInto,
        Self::Answered,
        Self::Closed,
        Self::InProgress,
        Self::Solved,
        Self::Changed,
        Self::AsDesigned,
        Self::SeenDifferently,
        Self::UnderConsideration,
        Self::Planned,
        Self::Shipped,
        Self::NotPlanned,
        Self::Ongoing,
        Self::Over,
    ];

    /// The kind of thread that this word belongs to.
    pub const fn kind(self) -> Kind {
        match self {
            Self::LookingInto | Self::Answered | Self::Closed => Kind::Question,
            Self::InProgress | Self::Solved | Self::Changed | Self::AsDesigned | Self::SeenDifferently => Kind::Problem,
            Self::UnderConsideration | Self::Planned | Self::Shipped | Self::NotPlanned => Kind::Idea,
            Self::Ongoing | Self::Over => Kind::Update,
        }
    }

    /// The machine state behind the word.
    pub const fn phase(self) -> Phase {
        match self {
            Self::LookingInto | Self::InProgress | Self::UnderConsideration | Self::Planned | Self::Ongoing => Phase::Active,
            Self::Answered | Self::Solved | Self::Changed | Self::Shipped | Self::Over => Phase::Resolved,
            Self::Closed | Self::AsDesigned | Self::SeenDifferently | Self::NotPlanned => Phase::Declined,
        }
    }

    /// Whether it tells of a change in the product, for which those who reported it are thanked.
    pub const fn changes_product(self) -> bool {
        matches!(self, Self::Changed | Self::Shipped)
    }

    /// The words a representative may choose for a thread of this kind.
    pub fn for_kind(kind: Kind) -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().filter(move |word| word.kind() == kind)
    }

    /// The word's stable name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::LookingInto => "looking_into",
            Self::Answered => "answered",
            Self::Closed => "closed",
            Self::InProgress => "in_progress",
            Self::Solved => "solved",
            Self::Changed => "changed",
            Self::AsDesigned => "as_designed",
            Self::SeenDifferently => "seen_differently",
            Self::UnderConsideration => "under_consideration",
            Self::Planned => "planned",
            Self::Shipped => "shipped",
            Self::NotPlanned => "not_planned",
            Self::Ongoing => "ongoing",
            Self::Over => "over",
        }
    }

    /// The word of that name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|word| word.code() == code)
    }
}

/// A status that a representative set, with its reason where it refuses.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficialStatus {
    word: OfficialWord,
    reason: Option<Reason>,
}

/// Why a status cannot be set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum StatusError {
    /// The word belongs to another kind of thread.
    #[error("wrong_kind: this status belongs to another kind of thread")]
    WrongKind,
    /// A refusal needs a reason.
    #[error("reason_needed: say why, in words that the asker will read")]
    ReasonNeeded,
}

impl OfficialStatus {
    /// Makes a status for a thread of this kind; whether the thread is official is asked by [`Status::of`] at each reading.
    pub fn new(kind: Kind, word: OfficialWord, reason: Option<Reason>) -> Result<Self, StatusError> {
        if word.kind() != kind {
            return Err(StatusError::WrongKind);
        }
        if word.phase() == Phase::Declined && reason.is_none() {
            return Err(StatusError::ReasonNeeded);
        }
        Ok(Self { word, reason })
    }

    /// What was said.
    pub const fn word(&self) -> OfficialWord {
        self.word
    }

    /// Why, where a reason was given.
    pub const fn reason(&self) -> Option<&Reason> {
        self.reason.as_ref()
    }
}

/// The status of a thread as it is shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Praise has none.
    None,
    /// Derived from what customers did.
    FanMade(FanStatus),
    /// Said by a representative on a thread that is official now.
    Official(OfficialStatus),
}

impl Status {
    /// The status to show: what a representative said counts only while the thread is official; otherwise, or where nothing
    /// was said, what customers did.
    pub fn of(kind: Kind, steward: &Stewardship, said: Option<OfficialStatus>, by_customers: FanStatus) -> Self {
        match (kind, steward, said) {
            (Kind::Praise, _, _) => Self::None,
            (_, Stewardship::Official { .. }, Some(status)) if status.word.kind() == kind => Self::Official(status),
            (Kind::Update, _, _) => Self::None,
            (Kind::Question | Kind::Problem | Kind::Idea, _, _) => Self::FanMade(by_customers),
        }
    }

    /// The machine state, where there is a status.
    pub const fn phase(&self) -> Option<Phase> {
        match self {
            Self::None => None,
            Self::FanMade(FanStatus::Open) => Some(Phase::Open),
            Self::FanMade(FanStatus::SeemsSolved | FanStatus::Solved) => Some(Phase::Resolved),
            Self::Official(status) => Some(status.word.phase()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::Timestamp;

    fn official() -> Stewardship {
        Stewardship::Official { since: Timestamp::from_millis(1) }
    }

    #[test]
    fn what_was_said_falls_back_when_the_thread_is_no_longer_official() {
        for word in OfficialWord::ALL {
            let reason = Reason::parse("Because.").ok();
            let said = OfficialStatus::new(word.kind(), word, reason).expect("a status");
            let shown = |steward: &Stewardship| Status::of(word.kind(), steward, Some(said.clone()), FanStatus::Open);
            assert_eq!(shown(&official()), Status::Official(said.clone()));
            assert!(!matches!(shown(&Stewardship::FanMade), Status::Official(_)));
        }
    }

    #[test]
    fn every_refusal_needs_a_reason_and_every_word_its_kind() {
        for word in OfficialWord::ALL {
            let bare = OfficialStatus::new(word.kind(), word, None);
            assert_eq!(bare.is_err(), word.phase() == Phase::Declined, "{word:?}");
            assert_eq!(OfficialStatus::new(Kind::Praise, word, None), Err(StatusError::WrongKind));
            assert_eq!(OfficialWord::from_code(word.code()), Some(word));
        }
        assert_eq!(OfficialWord::for_kind(Kind::Praise).count(), 0);
    }

    #[test]
    fn praise_has_no_status() {
        assert_eq!(Status::of(Kind::Praise, &official(), None, FanStatus::Solved), Status::None);
    }
}
