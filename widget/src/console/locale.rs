//! The console's own words. A [`Msg`] says what is meant, a table per locale says it; all tables are exhaustive matches, so
//! that a missing sentence does not compile. Words that the public reads as well (kinds, statuses, times, rules) come from
//! [`crate::locale`]: one word for one thing.

mod en;
mod ja;
mod msg;

pub(crate) use msg::{ClaimWhat, Msg};

use crate::locale::Locale;
use yew::AttrValue;

/// Says it in that language.
pub(crate) fn say(locale: Locale, msg: Msg<'_>) -> AttrValue {
    match locale {
        Locale::En => en::say(msg),
        Locale::Ja => ja::say(msg),
    }
}

/// A language's name in itself.
pub(crate) const fn own_name(locale: Locale) -> &'static str {
    match locale {
        Locale::En => "English",
        Locale::Ja => "日本語",
    }
}
