//! `GET /embed/{brand}/{product}?lang=&at=&name=&thread=`: what the loader shows. The answer is one binary body: four
//! little-endian `u32` lengths, then style text, HTML drawn by the widget's own views, the locale's message table, and
//! the data it was drawn from ([`Embed`]) as postcard. Everything that changes it is in its address.

use super::view::{CommunityView, ProductView, ThreadPage, ThreadView};
use crate::brand::Place;
use crate::id::ThreadId;
use crate::text::ProductName;
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};

/// What the tag says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    /// The language asked for, as a BCP 47 tag; the nearest one that exists is given.
    #[serde(default)]
    pub lang: Option<String>,
    /// Whether the loader stands on a host of the brand's; the Worker checks it against the request's origin.
    #[serde(default)]
    pub at: Option<Place>,
    /// The product's name on that page, for a product nobody has made yet.
    #[serde(default)]
    pub name: Option<ProductName>,
    /// Begin with this thread.
    #[serde(default)]
    pub thread: Option<ThreadId>,
    /// Begin with this view, where no thread is named.
    #[serde(default)]
    pub view: Option<First>,
    /// Which version of the body the loader reads.
    #[serde(default)]
    pub v: Option<u32>,
}

/// The version of the body that is spoken here.
pub const VERSION: u32 = 1;

/// What the widget begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum First {
    /// The list of threads.
    List,
    /// The fields of a new thread.
    Ask,
}

/// The data that the first view is drawn from, on the server and in the browser. The thread comes last: a browser reads
/// `Embed<()>`, which ends before it, and leaves the rest to the part of the program that shows threads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Embed<Thread = ThreadView> {
    /// When it was drawn; relative times count from here until the first tick.
    pub now: Timestamp,
    /// Where the widget stands.
    pub place: Place,
    /// The locale that was chosen.
    pub lang: String,
    /// The community.
    pub community: CommunityView,
    /// The product; unmade where nobody has asked yet.
    pub product: ProductView,
    /// Its first lines.
    pub threads: ThreadPage,
    /// Chie's public origin, for links that work without any script.
    pub home: String,
    /// The console's origin, for "is this your company?".
    pub console: String,
    /// What to begin with, where there is no thread.
    pub first: First,
    /// What the brand says of when and where it answers.
    pub says: Says,
    /// The thread to begin with.
    pub thread: Option<Thread>,
}

/// What the brand says, in sentences of the chosen language: they are made on the server, so that no visitor carries what it takes to make them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Says {
    /// When somebody of the brand reads here, where it stands behind the product.
    pub hours: Option<Open>,
    /// Where it answers instead, where nothing new is asked here, or will not be soon.
    pub sign: Option<Sign>,
}

/// When somebody of the brand reads here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Open {
    /// The sentence, by the brand's own clock.
    pub line: String,
    /// When it opens or closes next.
    pub next: Option<Timestamp>,
    /// How many minutes the brand's clock is ahead of universal time then: whoever's clock shows the same need not be told twice.
    pub ahead: i16,
    /// The same for whoever's clock shows something else, with a gap for their own time.
    pub own: String,
}

/// A sign at a place that leads elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sign {
    /// What it says.
    pub line: String,
    /// Where it leads: an address.
    pub to: String,
    /// What the way is called.
    pub way: String,
    /// Whether nothing new is asked here now.
    pub closed: bool,
}

impl Embed {
    /// The thread, and what is left without it.
    pub fn apart(self) -> (Embed<()>, Option<ThreadView>) {
        let Self { now, place, lang, community, product, threads, home, console, first, says, thread } = self;
        let told = thread.as_ref().map(|_| ());
        (Embed { now, place, lang, community, product, threads, home, console, first, says, thread: told }, thread)
    }
}

/// The parts of the body, in this order.
pub const PARTS: usize = 4;

/// Puts the parts of the body together.
pub fn join(parts: [&[u8]; PARTS]) -> Vec<u8> {
    let lengths = parts.iter().flat_map(|part| u32::try_from(part.len()).unwrap_or(u32::MAX).to_le_bytes());
    lengths.chain(parts.iter().flat_map(|part| part.iter().copied())).collect()
}

/// Takes the body apart; nothing if it is cut short.
pub fn split(body: &[u8]) -> Option<[&[u8]; PARTS]> {
    let (head, mut rest) = body.split_at_checked(4 * PARTS)?;
    let mut parts = [&[] as &[u8]; PARTS];
    for (part, length) in parts.iter_mut().zip(head.chunks_exact(4)) {
        let length = u32::from_le_bytes(length.try_into().ok()?);
        (*part, rest) = rest.split_at_checked(usize::try_from(length).ok()?)?;
    }
    Some(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_comes_apart_as_it_was_put_together() {
        let parts: [&[u8]; PARTS] = [b"css", b"", b"words", &[0, 255]];
        let body = join(parts);
        assert_eq!(split(&body), Some(parts));
        assert_eq!(split(body.get(..body.len() - 1).expect("shorter")), None);
    }
}
