//! What kind a text is, guessed from words that the locale names. A guess is shown and can be changed; where nothing
//! speaks for another kind it is a question.

use crate::locale::{Msg, Words};
use chie_domain::thread::Kind;
use chie_domain::within;

/// The kind that the words suggest.
pub(in crate::views) fn kind(words: &Words, text: &str) -> Kind {
    let text = text.to_ascii_lowercase();
    let speaks = |msg: Msg| words.text(msg).split('|').any(|sign| within::holds(&text, sign));
    if speaks(Msg::GuessIdea) {
        Kind::Idea
    } else if speaks(Msg::GuessProblem) {
        Kind::Problem
    } else if speaks(Msg::GuessPraise) && !speaks(Msg::GuessQuestion) {
        Kind::Praise
    } else {
        Kind::Question
    }
}

#[cfg(all(test, feature = "tables"))]
mod tests {
    use super::*;
    use crate::locale::Locale;

    #[test]
    fn words_suggest_a_kind() {
        for (locale, text, guessed) in [
            (Locale::En, "Whistle stopped working after descaling", Kind::Problem),
            (Locale::En, "Can it go on an induction hob?", Kind::Question),
            (Locale::En, "I wish the cap could be opened with one hand", Kind::Idea),
            (Locale::En, "Nine years of tea, thank you", Kind::Praise),
            (Locale::Ja, "笛が鳴らなくなりました", Kind::Problem),
            (Locale::Ja, "小さなIHでも使えますか", Kind::Question),
            (Locale::Ja, "片手で外せるふたがほしい", Kind::Idea),
            (Locale::Ja, "毎朝のお茶をありがとう", Kind::Praise),
        ] {
            assert_eq!(kind(&Words::of(locale), text), guessed, "{text}");
        }
    }
}
