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
        Kind::Question => {
            "M10 2a8 8 0 1 1 0 16 8 8 0 0 1 0-16M7.8 7.700a2.300 2.300 0 1 1 3.300 2.100c-.8.4-1.100.9-1.100 1.700M10 14.300v.1"
        }
        Kind::Problem => "M10 2.800 18 16.500H2zM10 8v4M10 14.300v.1",
        Kind::Idea => "M7.500 14.500c0-2-2.300-2.900-2.300-6a4.800 4.800 0 1 1 9.600 0c0 3.100-2.300 4-2.300 6zM8 17.500h4",
        Kind::Praise => {
            "M10 17S2.500 12.600 2.500 7.400A3.900 3.900 0 0 1 10 5.900a3.900 3.900 0 0 1 7.500 1.500C17.500 12.600 10 17 10 17z"
        }
        Kind::Update => "M3 8.500v3h2.500L13 16V4L5.500 8.500zM16 7.500c1.300 1.300 1.300 3.700 0 5",
    })
}

/// Looking for something.
pub const FIND: &str = "M9 3.500a5.500 5.500 0 1 1 0 11 5.500 5.500 0 0 1 0-11m4.500 10 4 4";
/// Several people.
pub const PEOPLE: &str = "M7 4.200a2.800 2.800 0 1 1 0 5.600 2.800 2.800 0 0 1 0-5.600M14 6.400a2.100 2.100 0 1 1 0 4.200 2.100 2.100 0 0 1 0-4.200M1.800 17c.3-3.300 2.400-5 5.200-5s4.900 1.700 5.200 5M13.500 13.200c2.300 0 4.200 1.300 4.700 3.800";
/// Somebody reads.
pub const EYE: &str = "M1.500 10S4.500 4.500 10 4.500 18.500 10 18.500 10 15.500 15.500 10 15.500 1.500 10 1.500 10zM10 7.500a2.500 2.500 0 1 1 0 5 2.500 2.500 0 0 1 0-5";
/// It is done.
pub const TICK: &str = "M10 2a8 8 0 1 1 0 16 8 8 0 0 1 0-16M6.500 10.300l2.400 2.400 4.800-5";
/// Back.
pub const BACK: &str = "M12 4.500 6.500 10l5.500 5.500";
/// A photo.
pub const PHOTO: &str = "M2.500 6h3.500l1.500-2h5l1.500 2h3.500v10.500h-15zM10 8a3 3 0 1 1 0 6 3 3 0 0 1 0-6";
/// Something waits or is closed to others.
pub const LOCK: &str = "M5 9h10v8H5zM7 9V6.500a3 3 0 0 1 6 0V9";

/// The seal: one colour and one shape for every brand.
pub fn seal() -> Html {
    let circle = |class, radius| el("circle", class).set("cx", "10").set("cy", "10").set("r", radius);
    el("svg", "ch-seal-mark")
        .set("viewBox", "0 0 20 20")
        .set("aria-hidden", "true")
        .put(circle("ch-seal-ground", "9"))
        .put(circle("ch-seal-ring", "6.9"))
        .put(el("path", "ch-seal-tick").set("d", "m7.200 10.200 2 2 3.700-4"))
        .into()
}
