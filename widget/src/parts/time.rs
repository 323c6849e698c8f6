//! A moment: how long ago, with the exact time one pause away.

use crate::draw::el;
use crate::locale::Words;
use crate::locale::when::{Clock, iso};
use chie_domain::time::Timestamp;
use yew::Html;

/// How long ago it was.
pub fn ago(words: &Words, clock: Clock, at: Timestamp) -> Html {
    el("time", "").attr("datetime", iso(at)).attr("title", words.exact(clock.exact, at)).says(words.ago(clock, at)).into()
}
