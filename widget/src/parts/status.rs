//! Where a thread stands, in the words of its kind, with a hollow, half or filled mark: never by colour alone.

use super::icon;
use crate::draw::el;
use crate::locale::{Msg, Words};
use chie_domain::api::view::ThreadRow;
use chie_domain::thread::{FanStatus, Kind, OfficialWord, Phase, Status};
use yew::{AttrValue, Html};

/// Whether an official word says in itself that it is official.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Around {
    /// Everything around it is official: the word alone is enough.
    Official,
    /// It stands among fan-made threads.
    FanMade,
}

/// A kind's name.
pub const fn kind_name(kind: Kind) -> Msg {
    match kind {
        Kind::Question => Msg::KindQuestion,
        Kind::Problem => Msg::KindProblem,
        Kind::Idea => Msg::KindIdea,
        Kind::Praise => Msg::KindPraise,
        Kind::Update => Msg::KindUpdate,
    }
}

/// How many have it too, in the kind's words.
pub const fn same_count(kind: Kind) -> Msg {
    match kind {
        Kind::Question => Msg::SameQuestion,
        Kind::Problem => Msg::SameProblem,
        Kind::Idea => Msg::SameIdea,
        Kind::Praise | Kind::Update => Msg::SamePraise,
    }
}

/// "I have this too", in the kind's words.
pub const fn me_too(kind: Kind) -> Msg {
    match kind {
        Kind::Question => Msg::MeTooQuestion,
        Kind::Problem => Msg::MeTooProblem,
        Kind::Idea => Msg::MeTooIdea,
        Kind::Praise | Kind::Update => Msg::MeTooPraise,
    }
}

/// The name of what a representative says.
pub const fn word_name(word: OfficialWord) -> Msg {
    match word {
        OfficialWord::LookingInto => Msg::StatusLookingInto,
        OfficialWord::Answered => Msg::StatusAnswered,
        OfficialWord::Closed => Msg::StatusClosed,
        OfficialWord::InProgress => Msg::StatusInProgress,
        OfficialWord::Solved => Msg::StatusSolved,
        OfficialWord::Changed => Msg::StatusChanged,
        OfficialWord::AsDesigned => Msg::StatusAsDesigned,
        OfficialWord::SeenDifferently => Msg::StatusSeenDifferently,
        OfficialWord::UnderConsideration => Msg::StatusConsidered,
        OfficialWord::Planned => Msg::StatusPlanned,
        OfficialWord::Shipped => Msg::StatusShipped,
        OfficialWord::NotPlanned => Msg::StatusNotPlanned,
        OfficialWord::Ongoing => Msg::StatusOngoing,
        OfficialWord::Over => Msg::StatusOver,
    }
}

const fn fan_name(kind: Kind, status: FanStatus) -> Msg {
    match (status, kind) {
        (FanStatus::Open, Kind::Problem) => Msg::StatusReported,
        (FanStatus::Open, Kind::Idea) => Msg::StatusSuggested,
        (FanStatus::Open, _) => Msg::StatusNeedsAnswer,
        (FanStatus::SeemsSolved, _) => Msg::StatusSeemsSolved,
        (FanStatus::Solved, Kind::Question) => Msg::StatusAnswered,
        (FanStatus::Solved, _) => Msg::StatusSolved,
    }
}

/// The status in words, if the thread has one.
pub fn status_text(words: &Words, row: &ThreadRow, around: Around) -> Option<AttrValue> {
    match &row.status {
        Status::None => None,
        Status::FanMade(status) => Some(words.text(fan_name(row.kind, *status))),
        Status::Official(status) => {
            let name = words.text(word_name(status.word()));
            Some(match around {
                Around::Official => name,
                Around::FanMade => words.fill(Msg::OfficialStatus, &[("status", &name)]),
            })
        }
    }
}

/// The status with its mark.
pub fn status(words: &Words, row: &ThreadRow, around: Around) -> Html {
    let Some(text) = status_text(words, row, around) else { return Html::default() };
    let mark = match row.status.phase() {
        Some(Phase::Resolved) => "ch-ok",
        Some(Phase::Active) => "ch-go",
        Some(Phase::Declined) => "ch-no",
        Some(Phase::Open) | None => "ch-wait",
    };
    el("span", "").classes(&["ch-st", mark]).put(el("i", "").set("aria-hidden", "true")).says(text).into()
}

/// The sign of danger.
pub fn danger_sign() -> Html {
    icon::kind(Kind::Problem)
}

/// The mark of a thread that speaks of danger.
pub fn danger(words: &Words, row: &ThreadRow) -> Option<Html> {
    row.danger.map(|_| el("span", "ch-tag ch-danger").put(danger_sign()).says(words.text(Msg::DangerTag)).into())
}
