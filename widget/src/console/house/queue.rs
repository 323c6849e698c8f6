//! The list of what waits.

use super::super::front::{Front, use_front};
use super::super::locale::{House, waits_word};
use super::super::screen::Screen;
use super::Picked;
use crate::parts::markup::ground_text;
use crate::parts::time;
use chie_domain::api::get_house::{Line, NameMatter};
use chie_domain::brand::BrandDomain;
use chie_domain::id::PostId;
use chie_domain::matter::Matter;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct QueueProps {
    pub(super) lines: Vec<Line>,
    pub(super) names: Vec<NameMatter>,
    /// Where somebody is.
    pub(super) here: Option<Screen>,
    pub(super) picked: Picked,
    pub(super) pick: Callback<(BrandDomain, Matter)>,
}

/// From this urgency on a line stands before the names: it does harm while it is read, or somebody asked about it.
const BEFORE_NAMES: u32 = 1_000;

/// How many lines stand before the names.
fn pressing(lines: &[Line]) -> usize {
    lines.iter().take_while(|line| line.urgency() >= BEFORE_NAMES).count()
}

fn place_of(line: &Line) -> Screen {
    Screen::House(Some((line.brand.clone(), line.about.clone())))
}

/// All that stands in the queue, in its order.
pub(super) fn entries(lines: &[Line], names: &[NameMatter]) -> Vec<Screen> {
    let (first, rest) = lines.split_at_checked(pressing(lines)).unwrap_or((lines, &[]));
    let names = names.iter().map(|it| Screen::Name(it.brand.clone()));
    first.iter().map(place_of).chain(names).chain(rest.iter().map(place_of)).collect()
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
        let screen = place_of(line);
        let here = props.here.as_ref() == Some(&screen);
        let chosen = props.picked.contains(&key);
        let href = screen.href();
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
    let name = |it: &NameMatter| {
        let screen = Screen::Name(it.brand.clone());
        let (href, here) = (screen.href(), props.here.as_ref() == Some(&screen));
        html! {
            <li key={format!("{}/name", it.brand)} class={classes!("named", here.then_some("here"))}>
                <a {href} aria-current={here.then_some("true")}>
                    <span class="what"><b>{ front.house(House::ABrandName) }</b>{ " · " }<bdi>{ it.brand.as_str() }</bdi></span>
                    if let Some(held) = &it.held { <span class="rule"><bdi>{ front.house_of(House::NameHeld, &[held]) }</bdi></span> }
                    <span class="meta">
                        <b>{ front.house(if it.held.is_some() { House::WaitsHeld } else { House::WaitsFlagged }) }</b>
                        if it.doubts > 0 { <span>{ front.house_of(House::NameDoubted, &[&it.doubts.to_string()]) }</span> }
                        if !it.like.is_empty() { <span><bdi>{ it.like.iter().map(BrandDomain::as_str).collect::<Vec<_>>().join(", ") }</bdi></span> }
                    </span>
                </a>
            </li>
        }
    };
    let (first, rest) = props.lines.split_at_checked(pressing(&props.lines)).unwrap_or((&props.lines, &[]));
    html! { <ol class="waits">{ for first.iter().map(one) }{ for props.names.iter().map(name) }{ for rest.iter().map(one) }</ol> }
}
