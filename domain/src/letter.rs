//! What Chie writes mail about.

use serde::{Deserialize, Serialize};

/// The subject of a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// To a follower: somebody answered.
    Answered,
    /// To a follower: it is solved.
    Solved,
    /// To a follower: its kind or its official status changed.
    Changed,
    /// To a follower: it goes on in another thread.
    Duplicate,
    /// To a helper: the asker accepted their answer.
    Thanks,
    /// To a helper who wants to hear of it: a question waits for a day.
    Waiting,
    /// To the asker of a question that waits for three days: the maker's own help, with their text.
    OwnHelp,
    /// To a representative: a question in an official thread waits.
    Called,
    /// To a representative: a post in an official thread speaks of danger.
    Danger,
}

impl Subject {
    /// All of them.
    pub const ALL: [Self; 9] = [
        Self::Answered,
        Self::Solved,
        Self::Changed,
        Self::Duplicate,
        Self::Thanks,
        Self::Waiting,
        Self::OwnHelp,
        Self::Called,
        Self::Danger,
    ];

    /// Its stable name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Answered => "answered",
            Self::Solved => "solved",
            Self::Changed => "changed",
            Self::Duplicate => "duplicate",
            Self::Thanks => "thanks",
            Self::Waiting => "waiting",
            Self::OwnHelp => "own_help",
            Self::Called => "called",
            Self::Danger => "danger",
        }
    }

    /// The one of that name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|subject| subject.code() == code)
    }

    /// Whether it shows a reply; the others show the opening post.
    pub const fn is_about_a_reply(self) -> bool {
        matches!(self, Self::Answered | Self::Thanks)
    }

    /// What its one-click stop ends.
    pub const fn stops(self) -> Stop {
        match self {
            Self::Answered | Self::Solved | Self::Changed | Self::Duplicate | Self::OwnHelp => Stop::Thread,
            Self::Thanks => Stop::Thanks,
            Self::Waiting => Stop::Helping,
            Self::Called | Self::Danger => Stop::Calls,
        }
    }
}

/// A subject line that ends no header, whatever somebody called themselves: one line, 200 characters at most.
pub fn subject_line(text: &str) -> String {
    let line = text.split(char::is_control).flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ");
    if line.chars().count() <= 200 { line } else { line.chars().take(199).chain(['…']).collect() }
}

/// What a one-click stop ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stop {
    /// Following this thread.
    Thread,
    /// Lines of thanks.
    Thanks,
    /// Hearing of questions of this product that wait.
    Helping,
    /// Being called to official threads that wait.
    Calls,
    /// All mail of the community but codes.
    Everything,
}

impl Stop {
    /// Its stable name.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Thread => "thread",
            Self::Thanks => "thanks",
            Self::Helping => "helping",
            Self::Calls => "calls",
            Self::Everything => "everything",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subject_line_is_one_line() {
        assert_eq!(subject_line("Ada\r\nBcc: x@y.example\u{85}\0z"), "Ada Bcc: x@y.example z");
        assert_eq!(subject_line(&"あ".repeat(300)).chars().count(), 200);
    }

    #[test]
    fn subjects_keep_their_names() {
        for subject in Subject::ALL {
            assert_eq!(Subject::from_code(subject.code()), Some(subject));
        }
    }
}
