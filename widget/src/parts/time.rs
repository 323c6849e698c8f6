//! A moment: how long ago, with the exact time one pause away.

use crate::locale::Words;
use crate::locale::when::{Clock, iso};
use chie_domain::time::Timestamp;
use yew::{Html, html};

/// How long ago it was.
pub fn ago(words: &Words, clock: Clock, at: Timestamp) -> Html {
    html! { <time datetime={iso(at)} title={words.exact(clock.zone, at)}>{ words.ago(clock, at) }</time> }
}
