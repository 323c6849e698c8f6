//! The drawn signs. None of them speaks alone: the word stands beside it, so they are hidden from readers.

use crate::draw::el;
use chie_domain::thread::Kind;
use yew::Html;

/// A line drawing in a square of twenty.
pub fn icon(path: &'static str) -> Html {
    el("svg", "ch-icon").set("viewBox", "0 0 20 20").set("aria-hidden", "true").put(el("path", "").set("d", path)).into()
}

/// The sign of a kind.
pub fn kind(kind: Kind) -> Html {
    icon(match kind {
        Kind::Question => "M10 2a8 8 0 1 1 0 16 8 8 0 0 1 0-16M7.8 7.7a2.3 2.3 0 1 1 3.3 2.1c-.8.4-1.1.9-1.1 1.7M10 14.3v.1",
        Kind::Problem => "M10 2.8 18 16.5H2zM10 8v4M10 14.3v.1",
        Kind::Idea => "M7.5 14.5c0-2-2.3-2.9-2.3-6a4.8 4.8 0 1 1 9.6 0c0 3.1-2.3 4-2.3 6zM8 17.5h4",
        Kind::Praise => "M10 17S2.5 12.6 2.5 7.4A3.9 3.9 0 0 1 10 5.9a3.9 3.9 0 0 1 7.5 1.5C17.5 12.6 10 17 10 17z",
        Kind::Update => "M3 8.5v3h2.5L13 16V4L5.5 8.5zM16 7.5c1.3 1.3 1.3 3.7 0 5",
    })
}

/// Looking for something.
pub const FIND: &str = "M9 3.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11m4.5 10 4 4";
/// Several people.
pub const PEOPLE: &str = "M7 4.2a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 0 1 0-5.6M14 6.4a2.1 2.1 0 1 1 0 4.2 2.1 2.1 0 0 1 0-4.2M1.8 17c.3-3.3 2.4-5 5.2-5s4.9 1.7 5.2 5M13.5 13.2c2.3 0 4.2 1.3 4.7 3.8";
/// Somebody reads.
pub const EYE: &str =
    "M1.5 10S4.5 4.5 10 4.5 18.5 10 18.5 10 15.5 15.5 10 15.5 1.5 10 1.5 10zM10 7.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5";
/// It is done.
pub const TICK: &str = "M10 2a8 8 0 1 1 0 16 8 8 0 0 1 0-16M6.5 10.3l2.4 2.4 4.8-5";
/// Back.
pub const BACK: &str = "M12 4.5 6.5 10l5.5 5.5";
/// A photo.
pub const PHOTO: &str = "M2.5 6h3.5l1.5-2h5l1.5 2h3.5v10.5h-15zM10 8a3 3 0 1 1 0 6 3 3 0 0 1 0-6";
/// Something waits or is closed to others.
pub const LOCK: &str = "M5 9h10v8H5zM7 9V6.5a3 3 0 0 1 6 0V9";

/// The seal: one colour and one shape for every brand.
pub fn seal() -> Html {
    let circle = |class, radius| el("circle", class).set("cx", "10").set("cy", "10").set("r", radius);
    el("svg", "ch-seal-mark")
        .set("viewBox", "0 0 20 20")
        .set("aria-hidden", "true")
        .put(circle("ch-seal-ground", "9"))
        .put(circle("ch-seal-ring", "6.9"))
        .put(el("path", "ch-seal-tick").set("d", "m7.2 10.2 2 2 3.7-4"))
        .into()
}
