//! Words, figures and threads that are the same, in English.

use super::super::Insight;
use yew::AttrValue;

#[expect(clippy::match_same_arms, reason = "two things that read the same here may be told apart in another language")]
pub(super) fn say(insight: Insight<'_>) -> AttrValue {
    let fixed: &'static str = match insight {
        Insight::NavWords => "Words",
        Insight::NavFigures => "Figures",
        Insight::WordsTitle => "Words that people search with",
        Insight::WordsLead => {
            "Customers call things by other names than you do. What you write here counts from the next search on, in old threads too."
        }
        Insight::SynonymsLabel => "Words that mean the same",
        Insight::SynonymsHint => "One group a line, with commas between the words. For example: lid, cover, cap",
        Insight::ShippedLabel => "Use the groups that come with Chie, too",
        Insight::ShippedShow(n) => return format!("See these {n} groups").into(),
        Insight::AliasesLabel => "Other names of products",
        Insight::AliasesHint(keys) => {
            return format!(
                "One product a line: its key, a colon, its other names. For example: kettle: KT-1200, whistler. Your keys: {keys}"
            )
            .into();
        }
        Insight::WordsSave => "Save",
        Insight::WordsDone => "Saved. It counts from the next search on.",
        Insight::SynonymLine(n) => {
            return format!("Line {n} needs two to eight words or short phrases with commas between them.").into();
        }
        Insight::AliasLine(n) => {
            return format!("Line {n} needs a product’s key, a colon and up to eight names with commas between them.").into();
        }
        Insight::UnknownProduct(n) => {
            return format!("Line {n} names a product that is not here. Write its key before the colon.").into();
        }
        Insight::TooManyLines => "At most 200 lines fit here.",
        Insight::TryTitle => "Try it",
        Insight::TryLabel => "What a customer would type",
        Insight::TryButton => "Search",
        Insight::Tried(1) => "1 thread is found.",
        Insight::Tried(n) => return format!("{n} threads are found.").into(),
        Insight::TriedNone => "Nothing is found with these words.",
        Insight::FiguresTitle => "Figures",
        Insight::FiguresLead => "Everybody may read these. Each says how it is counted, and none ranks people.",
        Insight::LeftTitle => "Left with an answer",
        Insight::LeftLately => "In the last 30 counted days",
        Insight::LeftEver => "Since counting began",
        Insight::LeftOpen => "Readings that are not counted yet",
        Insight::LeftMethod => {
            "Counted low on purpose: visits in which somebody read a thread with an official, accepted or starred answer for at least ten seconds, and asked nothing on that device within the next seven days. One a device in seven days at most. Devices that keep no data are not counted, and nothing says who read."
        }
        Insight::AnsweredTitle => "Threads and their answers",
        Insight::ThreadsAll => "Threads",
        Insight::ThreadsAnswered => "With an answer of any kind",
        Insight::ThreadsAccepted => "Where the asker says that it is solved",
        Insight::ThreadsOfficial => "With your official answer",
        Insight::AnsweredMethod => {
            "All public threads, as they stand now. Any kind means official, accepted by the asker, or starred by several readers; a thread can stand in more than one line."
        }
        Insight::CarryTitle => "Take it along",
        Insight::CarryLead => {
            "Everything that stands here in public, as one file: products, threads, replies, stars, me-toos, statuses, claims. No address is in it and nothing that is private. Another installation of Chie brings it in at the same addresses; you prove your domain anew there."
        }
        Insight::CarryButton => "Download everything",
        Insight::Where => "Where it stands",
        Insight::AsAnswer => "As an answer of its own",
        Insight::Under(reply) => return format!("As a remark under {reply}").into(),
        Insight::KindTitle => "What kind it is",
        Insight::KindLabel => "Kind",
        Insight::KindSet => "Set kind",
        Insight::KindDone => "The kind is public now; a status of the former kind is gone.",
        Insight::SameTitle => "Asked elsewhere?",
        Insight::SameLead => "If it goes on in another thread, those who follow this one are told and follow that one.",
        Insight::SameNone => "No other thread looks like this one.",
        Insight::SameThis => "The same as this",
        Insight::SameAs(title) => return format!("The same as “{title}”").into(),
        Insight::SameSaid { who, day } => return format!("{who} said on {day} that it is the same as:").into(),
        Insight::NotSame => "It is not the same",
        Insight::SameDone => "It goes on in the other thread; followers are told.",
        Insight::SameUndone => "The mark is taken off.",
    };
    AttrValue::Static(fixed)
}
