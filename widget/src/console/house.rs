//! The operator's desk: everything that waits over all brands, the thing itself with its context and history, and the decision.
//! By keys alone as well as on a telephone, where the list and the thing are a screen each.

mod bulk;
mod decide;
mod find;
mod flag;
mod keys;
mod matter;
mod names;
mod queue;

pub(crate) use flag::FlagForBrand;

use super::client;
use super::dialog::Dialog;
use super::front::{Remote, use_front};
use super::locale::{House, Msg};
use super::parts::{Button, Mood, Note, Weight, waiting};
use super::screen::Screen;
use chie_domain::api::get_house::Response;
use chie_domain::api::judge_name::Judgement;
use chie_domain::api::route::Route;
use chie_domain::brand::BrandDomain;
use chie_domain::matter::{Matter, Verdict};
use yew::prelude::*;

/// What somebody chose for a decision about several.
type Picked = Vec<(BrandDomain, Matter)>;

#[derive(Properties, PartialEq)]
pub(crate) struct HouseProps {
    /// What is looked at.
    #[prop_or_default]
    pub(crate) open: Option<(BrandDomain, Matter)>,
    /// The brand whose name is looked at.
    #[prop_or_default]
    pub(crate) name: Option<BrandDomain>,
}

/// The operator's desk.
#[component]
pub(crate) fn HouseDesk(props: &HouseProps) -> Html {
    let front = use_front();
    let queue = use_state(|| Remote::<Response>::Loading);
    let (turn, picked, help) = (use_state(|| 0_u32), use_state(Picked::new), use_state(|| false));
    let deciding = use_state(|| None::<Verdict>);
    let again = use_callback(*turn, {
        let turn = turn.setter();
        move |(), before| turn.set(before.wrapping_add(1))
    });
    use_effect_with((*turn, front.epoch, front.is_operator()), {
        let queue = queue.setter();
        move |(.., may)| {
            if !may {
                return;
            }
            wasm_bindgen_futures::spawn_local(async move {
                queue.set(match client::read::<Response>(&Route::GetHouse, &[]).await {
                    Ok(found) => Remote::Ready(found),
                    Err(trouble) => Remote::Failed(trouble),
                });
            });
        }
    });
    let (judging, settled) = (use_state(|| None::<Judgement>), use_state(Vec::<BrandDomain>::new));
    let (lines, names) = match &*queue {
        // What was decided here a moment ago may stand in the directory still.
        Remote::Ready(found) => {
            let names = found.names.iter().filter(|it| !settled.contains(&it.brand)).cloned().collect::<Vec<_>>();
            (found.lines.clone(), names)
        }
        Remote::Loading | Remote::Failed(_) => (Vec::new(), Vec::new()),
    };
    let entries = queue::entries(&lines, &names);
    let here = match (&props.open, &props.name) {
        (Some(open), _) => Some(Screen::House(Some(open.clone()))),
        (None, Some(brand)) => Some(Screen::Name(brand.clone())),
        (None, None) => None,
    };
    let at = here.as_ref().and_then(|here| entries.iter().position(|entry| entry == here));
    keys::use_keys({
        let (open, deciding, help, picked) = (props.open.clone(), deciding.setter(), help.clone(), picked.clone());
        let (name, judging) = (props.name.clone(), judging.setter());
        move |key: &str| match key {
            "j" | "k" if !entries.is_empty() => {
                let last = entries.len() - 1;
                let to = match (at, key) {
                    (None, _) => 0,
                    (Some(at), "j") => (at + 1).min(last),
                    (Some(at), _) => at.saturating_sub(1),
                };
                if let Some(entry) = entries.get(to) {
                    entry.go();
                }
            }
            "x" => {
                if let Some(open) = &open {
                    picked.set(turned(&picked, open));
                }
            }
            "?" => help.set(!*help),
            digit if name.is_some() => {
                let place = digit.parse::<usize>().ok().and_then(|n| n.checked_sub(1));
                if let Some(what) = place.and_then(|place| names::JUDGEMENTS.get(place)) {
                    judging.set(Some(*what));
                }
            }
            digit if open.is_some() => {
                let place = digit.parse::<usize>().ok().and_then(|n| n.checked_sub(1));
                if let Some(verdict) = place.and_then(|place| Verdict::ALL.get(place)) {
                    deciding.set(Some(*verdict));
                }
            }
            _ => {}
        }
    });
    if !front.is_operator() {
        return html! { <><h1 tabindex="-1">{ front.house(House::Title) }</h1><Note mood={Mood::Care}><p>{ front.house(House::NotYours) }</p></Note></> };
    }
    let pick = {
        let picked = picked.clone();
        Callback::from(move |one: (BrandDomain, Matter)| picked.set(turned(&picked, &one)))
    };
    let done = {
        let (again, picked) = (again.clone(), picked.setter());
        Callback::from(move |()| {
            picked.set(Vec::new());
            again.emit(());
        })
    };
    let total = match &*queue {
        Remote::Ready(found) => {
            let all = usize::try_from(found.total).unwrap_or(usize::MAX).saturating_add(names.len());
            Some(front.house_of(House::Total, &[&all.to_string()]))
        }
        Remote::Loading | Remote::Failed(_) => None,
    };
    let show_help = {
        let help = help.clone();
        move |()| help.set(true)
    };
    let list = match &*queue {
        Remote::Ready(_) if lines.is_empty() && names.is_empty() => {
            html! { <Note mood={Mood::Good} title={front.house(House::Nothing)}></Note> }
        }
        Remote::Ready(_) => {
            html! { <queue::Queue {lines} names={names.clone()} here={here.clone()} picked={(*picked).clone()} {pick} /> }
        }
        other => waiting(other, front.say(Msg::Loading), &again),
    };
    html! {
        <div class={classes!("house", here.is_some().then_some("looking"))}>
            <div class="house-head">
                <h1 tabindex="-1">{ front.house(House::Title) }</h1>
                <p class="lead">{ front.house(House::Lead) }</p>
                <p class="meta">
                    if let Some(total) = total { <b>{ total }</b> }
                    <Button label={front.house(House::Keys)} weight={Weight::Text} press={show_help} />
                </p>
            </div>
            <div class="house-list">{ list }</div>
            <div class="house-one">
                if let Some((brand, about)) = &props.open {
                    <matter::One key={format!("{brand}/{about}")} brand={brand.clone()} about={about.clone()} deciding={*deciding}
                        decide={let deciding = deciding.clone(); move |verdict| deciding.set(verdict)} done={again.clone()} />
                } else if let Some(brand) = &props.name {
                    <names::Name key={brand.as_str()} brand={brand.clone()} matter={names.into_iter().find(|it| it.brand == *brand)}
                        chosen={*judging} choose={let judging = judging.clone(); move |what| judging.set(what)}
                        done={let settled = settled.clone(); move |brand| settled.set(settled.iter().cloned().chain([brand]).collect())} />
                } else {
                    <p class="hint">{ front.house(House::Choose) }</p>
                    <find::Find />
                }
            </div>
            <bulk::Bulk picked={(*picked).clone()} {done} unpick={let picked = picked.clone(); move |()| picked.set(Vec::new())} />
            <Dialog id="keys" title={front.house(House::KeysTitle)} open={*help} leave={let help = help.clone(); move |()| help.set(false)}>
                <dl class="keys">
                    <dt><kbd>{ "j" }</kbd></dt><dd>{ front.house(House::KeyNext) }</dd>
                    <dt><kbd>{ "k" }</kbd></dt><dd>{ front.house(House::KeyBefore) }</dd>
                    <dt><kbd>{ "x" }</kbd></dt><dd>{ front.house(House::KeyPick) }</dd>
                    <dt><kbd>{ "1" }</kbd>{ "–" }<kbd>{ "7" }</kbd></dt><dd>{ front.house(House::KeyDecide) }</dd>
                    <dt><kbd>{ "1" }</kbd>{ "–" }<kbd>{ "8" }</kbd></dt><dd>{ front.house(House::KeyGround) }</dd>
                    <dt><kbd>{ "?" }</kbd></dt><dd>{ front.house(House::KeyHelp) }</dd>
                </dl>
                <p class="actions"><Button label={front.say(Msg::Close)} weight={Weight::Quiet} press={let help = help.clone(); move |()| help.set(false)} /></p>
            </Dialog>
        </div>
    }
}

/// With this, or without it where it was among them.
fn turned(picked: &Picked, one: &(BrandDomain, Matter)) -> Picked {
    let mut all = picked.clone();
    if all.contains(one) {
        all.retain(|other| other != one);
    } else {
        all.push(one.clone());
    }
    all
}
