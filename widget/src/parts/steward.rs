//! The strip that says who stands behind what is shown: three looks that differ in structure, so that one glance is enough.
//! The sentence of a fan-made place stands on every place but the brand's own.

use super::icon;
use crate::locale::when::Zone;
use crate::locale::Msg;
use crate::scene::{Look, Scene};
use chie_domain::badge::{Badge, Standing};
use chie_domain::proof::Method;
use chie_domain::time::Timestamp;
use yew::{Html, html};

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
    match look {
        Look::FanMade => {
            let brand = scene.brand_name();
            let bdi = html! { <bdi>{ brand }</bdi> };
            html! {
                <div class="ch-steward" role="note" aria-label={scene.text(Msg::StewardLabel)}>
                    { icon::icon(icon::PEOPLE) }
                    <div>
                        <b>{ scene.words.nodes(Msg::PlaceFan, &[("brand", bdi.clone())]) }</b>
                        <small><a href={scene.makers_site()} rel="noopener">{ scene.words.nodes(Msg::MakersSite, &[("brand", bdi)]) }</a></small>
                    </div>
                </div>
            }
        }
        Look::Pending => html! {
            <div class="ch-steward" role="note" aria-label={scene.text(Msg::StewardLabel)}>
                { icon::icon(icon::PEOPLE) }
                <div><b>{ scene.text(Msg::PlacePending) }</b></div>
            </div>
        },
        Look::Official(badge) => official(scene, badge, about),
    }
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
    html! {
        <div class="ch-steward" role="note" aria-label={scene.text(Msg::StewardLabel)}>
            { icon::seal() }
            <div>
                <b class="ch-domain">{ badge.domain.as_str() }</b>{ " " }<span>{ presence }</span>
                <small><span>{ method }</span><span>{ checked }</span>if let Some(since) = since { <span>{ since }</span> }</small>
            </div>
        </div>
    }
}
