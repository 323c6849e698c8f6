//! The strip that says who stands behind what is shown: three looks that differ in structure, so that one glance is enough.
//! The sentence of a fan-made place stands on every place but the brand's own.

use super::icon;
use crate::draw::{bdi, el};
use crate::locale::Msg;
use crate::locale::when::Zone;
use crate::scene::{Look, Scene};
use chie_domain::badge::{Badge, Standing};
use chie_domain::brand::Place;
use chie_domain::proof::Method;
use chie_domain::time::Timestamp;
use yew::{AttrValue, Html};

/// What an official strip is about.
#[derive(Debug, Clone, Copy)]
pub enum About {
    /// A whole list.
    List,
    /// One thread, official since then.
    Thread(Timestamp),
}

/// The strip.
pub fn strip(scene: &Scene, look: &Look, about: About) -> Html {
    let strip = el("div", "ch-steward").set("role", "note").attr("aria-label", scene.text(Msg::StewardLabel));
    match look {
        Look::FanMade => {
            let brand = bdi(&scene.brand_name());
            let denial = scene.words.nodes(Msg::PlaceFan, &[("brand", brand.clone())]);
            let site = el("a", "").attr("href", scene.makers_site()).set("rel", "noopener");
            let site = site.put(scene.words.nodes(Msg::MakersSite, &[("brand", brand)]));
            let inner = el("div", "").put(el("b", "").put(denial)).put(el("small", "").put(site));
            strip.put(icon::icon(icon::PEOPLE)).put(inner).into()
        }
        Look::Pending => {
            let inner = el("div", "").put(el("b", "").says(scene.text(pending(scene))));
            strip.put(icon::icon(icon::PEOPLE)).put(inner).into()
        }
        Look::Official(badge) => strip.put(icon::seal()).put(official(scene, badge, about)).into(),
    }
}

/// What a plain strip says: where things are only tried out, that.
pub fn pending(scene: &Scene) -> Msg {
    if scene.embed.place == Place::Test { Msg::PlaceTest } else { Msg::PlacePending }
}

fn official(scene: &Scene, badge: &Badge, about: About) -> Html {
    let words = &scene.words;
    // A badge's dates are days: the same day for everybody, so that nothing moves when the visitor's zone is known.
    let date = |at| words.date(Zone::Utc, at);
    let presence = match (about, &badge.name) {
        (About::Thread(since), _) => words.fill(Msg::InThreadSince, &[("date", &date(since))]),
        (About::List, Some(name)) => words.fill(Msg::OfficialName, &[("name", name)]),
        (About::List, None) => words.text(Msg::OfficialWord),
    };
    let method = words.text(match badge.method {
        Method::Dns => Msg::ProvenDns,
        Method::File => Msg::ProvenFile,
        Method::Meta => Msg::ProvenMeta,
    });
    let checked = match badge.standing {
        Standing::Fresh => words.fill(Msg::LastChecked, &[("date", &date(badge.checked))]),
        Standing::Doubtful => words.text(Msg::InDoubt),
    };
    let since = match about {
        About::List => Some(words.fill(Msg::HereSince, &[("date", &date(badge.since))])),
        About::Thread(_) => None,
    };
    let span = |words: AttrValue| el("span", "").says(words);
    let proof = el("small", "").put(span(method)).put(span(checked)).put_if(since.map(|since| span(since).into()));
    let domain = el("b", "ch-domain").says(badge.domain.to_string());
    el("div", "").put(domain).says(AttrValue::Static(" ")).put(span(presence)).put(proof).into()
}
