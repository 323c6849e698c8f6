//! Photos under a post: small ones of one shape, so that nothing moves when they arrive, each a link to itself. In the place of
//! one that nobody has opened yet stand twelve blurred colours and a sentence.

use super::icon;
use crate::draw::{El, el};
use crate::locale::{Msg, Words, script};
use chie_domain::api::view::{PhotoView, Veil};
use yew::{AttrValue, Html};

/// The photos of a post; `below` is what can be done with one.
pub fn album(words: &Words, home: &str, photos: &[PhotoView], below: &dyn Fn(&PhotoView) -> Option<Html>) -> Option<Html> {
    let one = |list: El, photo: &PhotoView| {
        let item = el("li", "").key(photo.id.as_str());
        let item = match &photo.veil {
            Veil::Lifted => item.put(picture(words, home, photo, "")),
            Veil::ByKey(key) => item.put(picture(words, home, photo, key)).put(hint(words, Msg::PhotoOwn)),
            Veil::Down(colours) => {
                let mosaic = el("svg", "").set("viewBox", "0 0 4 3").set("preserveAspectRatio", "none").set("aria-hidden", "true");
                let mosaic = colours.each().enumerate().fold(mosaic, |mosaic, (n, colour)| {
                    let at = |n: usize| AttrValue::Static(["0", "1", "2", "3"].get(n).copied().unwrap_or("0"));
                    let cell = el("rect", "").set("width", "1.1").set("height", "1.1").attr("fill", colour);
                    mosaic.put(cell.attr("x", at(n % 4)).attr("y", at(n / 4)))
                });
                item.put(el("div", "ch-photo ch-veil").put(mosaic).put(icon::icon(icon::LOCK))).put(hint(words, Msg::PhotoVeiled))
            }
        };
        list.put(item.put_if(below(photo)))
    };
    (!photos.is_empty()).then(|| photos.iter().fold(el("ul", "ch-photos"), one).into())
}

fn hint(words: &Words, msg: Msg) -> Html {
    el("p", "ch-hint").says(words.text(msg)).into()
}

fn picture(words: &Words, home: &str, photo: &PhotoView, key: &str) -> Html {
    let mut address = [home, "/p/", photo.id.as_str()].concat();
    if !key.is_empty() {
        address = [&address, "?key=", key].concat();
    }
    let alt = photo.alt.clone().map_or_else(|| words.text(Msg::Photo), AttrValue::from);
    let image = el("img", "")
        .attr("src", address.clone())
        .attr_if("lang", script::guess(&alt, words.lang()).map(AttrValue::Static))
        .attr("alt", alt)
        .attr("width", photo.width.to_string())
        .attr("height", photo.height.to_string())
        .set("loading", "lazy")
        .set("decoding", "async");
    let link = el("a", "ch-photo").attr("href", address).set("target", "_blank").set("rel", "noopener");
    link.attr("data-photo", words.text(Msg::PhotoClose)).put(image).into()
}
