//! The list of what waits.

use super::super::front::{Front, use_front};
use super::super::locale::{House, waits_word};
use super::super::screen::Screen;
use super::{Picked, is};
use crate::parts::markup::ground_text;
use crate::parts::time;
use chie_domain::api::get_house::Line;
use chie_domain::brand::BrandDomain;
use chie_domain::id::PostId;
use chie_domain::matter::Matter;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct QueueProps {
    pub(super) lines: Vec<Line>,
    pub(super) open: Option<(BrandDomain, Matter)>,
    pub(super) picked: Picked,
    pub(super) pick: Callback<(BrandDomain, Matter)>,
}

/// What kind of thing it is.
pub(super) fn kind(front: &Front, about: &Matter) -> AttrValue {
    front.house(match about {
        Matter::Post(PostId::Opening(_)) => House::AnOpening,
        Matter::Post(PostId::Reply(_)) => House::AReply,
        Matter::Photo(_) => House::APhoto,
        Matter::Name(_) => House::AName,
        Matter::Badge => House::ABadge,
        Matter::Community => House::ACommunity,
    })
}

/// The list.
#[component]
pub(super) fn Queue(props: &QueueProps) -> Html {
    let front = use_front();
    let one = |line: &Line| {
        let key = (line.brand.clone(), line.about.clone());
        let here = props.open.as_ref().is_some_and(|open| is(line, open));
        let chosen = props.picked.contains(&key);
        let href = Screen::House(Some(key.clone())).href();
        let onchange = props.pick.reform(move |_: Event| key.clone());
        let label = front.house_of(House::Pick, &[&format!("{} · {}", kind(&front, &line.about), line.brand)]);
        html! {
            <li key={format!("{}/{}", line.brand, line.about)} class={classes!(here.then_some("here"))}>
                <label class="pick"><input type="checkbox" checked={chosen} {onchange} aria-label={label} /></label>
                <a {href} aria-current={here.then_some("true")}>
                    <span class="what"><b>{ kind(&front, &line.about) }</b>{ " · " }<bdi>{ line.brand.as_str() }</bdi></span>
                    <span class={classes!("rule", line.ground.hides_at_once().then_some("harms"))}>{ ground_text(&front.words, line.ground) }</span>
                    <span class="meta">
                        <b>{ front.house(waits_word(line.waits)) }</b>
                        if line.hidden { <span>{ front.house(House::HiddenNow) }</span> }
                        if line.weight > 0 { <span>{ front.house_of(House::Weight, &[&line.weight.to_string()]) }</span> }
                        { time::ago(&front.words, front.clock(), line.since) }
                    </span>
                </a>
            </li>
        }
    };
    html! { <ol class="waits">{ for props.lines.iter().map(one) }</ol> }
}
