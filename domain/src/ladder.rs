//! The ladder of a question that nobody answers: it is never silently forgotten. After a day a few who wanted to hear of such
//! questions are told, fairly in turn, and after three the asker is led to the maker's own help, with their text ready to copy; each
//! time those who act for the brand are called on official threads.

use crate::time::{Span, Timestamp};

/// After so long helpers hear of it, and representatives where it is official.
pub const HELPERS_AFTER: Span = Span::hours(24);
/// After so long the asker is led to the maker's own help, and representatives are called again.
pub const OWN_HELP_AFTER: Span = Span::hours(72);
/// So many helpers hear of one question at most.
pub const MOST_HELPERS: u32 = 5;
/// So many questions one helper hears of within a day at most.
pub const MOST_A_DAY: u32 = 3;

/// A step of the ladder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Helpers and representatives are told.
    Helpers,
    /// The asker is led to the maker's own help; representatives are called again.
    OwnHelp,
}

impl Step {
    /// The steps in their order.
    pub const ALL: [Self; 2] = [Self::Helpers, Self::OwnHelp];

    /// When it is taken, for a question asked at that moment.
    pub const fn at(self, asked: Timestamp) -> Timestamp {
        match self {
            Self::Helpers => asked.after(HELPERS_AFTER),
            Self::OwnHelp => asked.after(OWN_HELP_AFTER),
        }
    }

    /// The steps to take now of a question for which `taken` were taken, and when the next one is due. After a long silence of
    /// the clock several are taken at once.
    pub fn due(asked: Timestamp, taken: usize, now: Timestamp) -> (Vec<Self>, Option<Timestamp>) {
        let rest = Self::ALL.into_iter().skip(taken);
        let (ready, later): (Vec<Self>, Vec<Self>) = rest.partition(|step| step.at(asked) <= now);
        (ready, later.first().map(|step| step.at(asked)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_step_is_taken_once_and_in_time() {
        let asked = Timestamp::from_millis(1_000_000_000_000);
        let after = |hours| asked.after(Span::hours(hours));
        for (taken, hours, steps, next) in [
            (0, 23, vec![], Some(24)),
            (0, 24, vec![Step::Helpers], Some(72)),
            (1, 30, vec![], Some(72)),
            (1, 72, vec![Step::OwnHelp], None),
            (0, 400, vec![Step::Helpers, Step::OwnHelp], None),
            (2, 400, vec![], None),
        ] {
            assert_eq!(Step::due(asked, taken, after(hours)), (steps, next.map(after)), "{taken} {hours}");
        }
    }
}
