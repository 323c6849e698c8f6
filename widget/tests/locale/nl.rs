//! Dutch, as far as somebody has come who began yesterday. Only this crate's tests know it: it is what adding a language looks
//! like, and whatever it misses is said in English, one by one.

use crate::locale::{Msg, Page};

pub(super) const NAME: &str = "Nederlands";

pub(super) const fn text(msg: Msg) -> Option<&'static str> {
    Some(match msg {
        Msg::Direction => "ltr",
        Msg::Retry => "Probeer het opnieuw",
        Msg::Replies => "one={n} antwoord|other={n} antwoorden",
        Msg::LetterAnswered => "{name} heeft geantwoord: {title}",
        Msg::FlagTitle => "Welke regel wordt overtreden?",
        _ => return None,
    })
}

pub(super) const fn page(page: Page) -> Option<&'static str> {
    Some(match page {
        Page::Widget => "Vragen en antwoorden",
        Page::CodeSubject => "Uw code van Chie: {code}",
        Page::NewsJoined => "{who} is nu eigenaar",
        Page::Days => "maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag",
        Page::DaysRun => "{from} tot en met {to}",
        _ => return None,
    })
}
