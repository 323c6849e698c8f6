//! Following: who is told what of a thread, and how often. Posting follows, sharing a problem follows, and anybody may follow
//! any thread; what each of them hears differs, because somebody who only said "me too" waits for the end and for nothing else.

use crate::time::{Span, Timestamp};

/// Why somebody follows a thread.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Why {
    /// They began it.
    Asked,
    /// They have it too: they wait for the solution.
    Same,
    /// They chose to.
    Chosen,
}

/// Something that followers may be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum News {
    /// Somebody answered.
    Answered,
    /// It is solved.
    Solved,
    /// Its kind or what the brand says of it changed.
    Changed,
    /// It is the same as another thread, where it goes on.
    Duplicate,
}

/// A follower who was told of an answer and has not come back is told of later ones again after this.
pub const AGAIN_AFTER: Span = Span::days(1);

impl Why {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Asked, Self::Same, Self::Chosen];

    /// Its stable name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Same => "same",
            Self::Chosen => "chosen",
        }
    }

    /// The one of that name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|why| why.code() == code)
    }

    /// Whether such a follower is told it. Who only has it too hears of its end, and of where it goes on.
    pub const fn hears(self, news: News) -> bool {
        match news {
            News::Solved | News::Duplicate => true,
            News::Answered | News::Changed => matches!(self, Self::Asked | Self::Chosen),
        }
    }
}

/// Whether a follower is told of one more answer: once for each visit, and once a day where they do not come back.
/// `told` is when they were last told, `seen` when they were last here.
pub fn tells_again(told: Option<Timestamp>, seen: Option<Timestamp>, now: Timestamp) -> bool {
    let Some(told) = told else { return true };
    seen.is_some_and(|seen| seen > told) || now.since(told) >= AGAIN_AFTER
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOON: Timestamp = Timestamp::from_millis(1_000_000_000_000);

    #[test]
    fn who_has_it_too_hears_of_the_end_only() {
        assert!(Why::Same.hears(News::Solved) && !Why::Same.hears(News::Answered) && !Why::Same.hears(News::Changed));
        for why in [Why::Asked, Why::Chosen] {
            assert!([News::Answered, News::Solved, News::Changed, News::Duplicate].into_iter().all(|news| why.hears(news)));
        }
        for why in Why::ALL {
            assert_eq!(Why::from_code(why.code()), Some(why));
        }
    }

    #[test]
    fn one_mail_for_each_visit_or_day() {
        let later = NOON.after(Span::hours(2));
        assert!(tells_again(None, None, NOON));
        assert!(!tells_again(Some(NOON), None, later));
        assert!(!tells_again(Some(NOON), Some(Timestamp::from_millis(1)), later));
        assert!(tells_again(Some(NOON), Some(NOON.after(Span::hours(1))), later));
        assert!(!tells_again(Some(NOON), None, NOON.after(Span::hours(23))));
        assert!(tells_again(Some(NOON), None, NOON.after(Span::days(1))));
    }
}
