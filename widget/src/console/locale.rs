//! The console's own words. A [`Msg`] says what is meant, a table per locale says it; all tables are exhaustive matches, so
//! that a missing sentence does not compile. Words that the public reads as well (kinds, statuses, times, rules) come from
//! [`crate::locale`]: one word for one thing.

mod en;
mod house;
mod insight;
mod ja;
mod msg;
mod own;
mod work;

pub(crate) use house::{House, asked as asked_word, say as say_house, verdict as verdict_words, waits as waits_word};
pub(crate) use insight::Insight;
pub(crate) use msg::{ClaimWhat, Msg};
pub(crate) use own::{Own, say as say_own};
pub(crate) use work::{Work, say as say_work};

use crate::locale::Locale;
use yew::AttrValue;

/// Says it in that language.
pub(crate) fn say(locale: Locale, msg: Msg<'_>) -> AttrValue {
    match locale {
        Locale::Ja => ja::say(msg),
        Locale::Further(_) => {
            let table = FURTHER.iter().find(|(code, _)| *code == locale.code());
            table.and_then(|(_, say)| say(msg)).unwrap_or_else(|| en::say(msg))
        }
        Locale::En | Locale::Accented | Locale::Mirrored => en::say(msg),
    }
}

/// What says something in a further language, as far as it has words.
type Say = fn(Msg<'_>) -> Option<AttrValue>;

// What a further language's file here says (found by the build script); what it misses falls back to English one by one.
include!(concat!(env!("OUT_DIR"), "/console_languages.rs"));
