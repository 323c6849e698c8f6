//! Faces: how somebody feels, as a drawn sign with its word beside it.

use super::icon;
use crate::draw::el;
use crate::locale::{Msg, Words};
use chie_domain::mood::Face;
use yew::Html;

/// A face's name.
pub const fn name(face: Face) -> Msg {
    match face {
        Face::Cross => Msg::FaceCross,
        Face::Sad => Msg::FaceSad,
        Face::Puzzled => Msg::FacePuzzled,
        Face::Fine => Msg::FaceFine,
        Face::Glad => Msg::FaceGlad,
    }
}

/// The drawn sign.
pub fn sign(face: Face) -> Html {
    icon::icon(match face {
        Face::Cross => "M10 2a8 8 0 1 1 0 16 8 8 0 0 1 0-16M6 7l2.500 1.200M14 7l-2.500 1.200M7 14c1.500-2 4.500-2 6 0",
        Face::Sad => "M10 2a8 8 0 1 1 0 16 8 8 0 0 1 0-16M7.300 8v.1M12.700 8v.1M7 14c1.500-2 4.500-2 6 0",
        Face::Puzzled => "M10 2a8 8 0 1 1 0 16 8 8 0 0 1 0-16M7.300 8v.1M12.700 8v.1M7 13.500c1-1.500 2 1 3 0s2-1 3 0",
        Face::Fine => "M10 2a8 8 0 1 1 0 16 8 8 0 0 1 0-16M7.300 8v.1M12.700 8v.1M7 13h6",
        Face::Glad => "M10 2a8 8 0 1 1 0 16 8 8 0 0 1 0-16M7.300 8v.1M12.700 8v.1M6.500 12c1.500 2.600 5.500 2.600 7 0",
    })
}

/// The sign with its word.
pub fn face(words: &Words, face: Face) -> Html {
    el("span", "ch-mood-face").put(sign(face)).says(words.text(name(face))).into()
}
