//! One switch against waves: newcomers write as always, once in a while, or what they write waits. It says who turned it, when, and when
//! it ends by itself. The operator has all of it, an owner of the brand the pace.

use super::client;
use super::front::{Front, Remote, use_front};
use super::locale::{House, Msg};
use super::parts::{Button, Mood, Note, Weight, waiting};
use super::sign_in::submitted;
use chie_domain::api::get_guard::{Response, Setting};
use chie_domain::api::route::Route;
use chie_domain::api::set_guard::Request;
use chie_domain::brand::BrandDomain;
use chie_domain::guard::{Guard, SetBy};
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// The pauses to choose from, in minutes.
const PAUSES: [u16; 4] = [2, 10, 30, 120];
/// For how many hours it can count.
const HOURS: [u16; 4] = [1, 6, Guard::USUAL, Guard::LONGEST];

/// Where the switch stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Turn {
    /// Nobody is asked for anything.
    Off,
    /// Newcomers post once in a while.
    Slow,
    /// What newcomers write waits.
    Hold,
}

impl Turn {
    const fn of(guard: Guard) -> Self {
        match guard {
            Guard { hold_newcomers: true, .. } => Self::Hold,
            Guard { slow: 0, .. } => Self::Off,
            Guard { .. } => Self::Slow,
        }
    }

    const fn word(self) -> House {
        match self {
            Self::Off => House::GuardOff,
            Self::Slow => House::GuardSlow,
            Self::Hold => House::GuardHold,
        }
    }
}

#[derive(Properties, PartialEq)]
pub(crate) struct SwitchProps {
    pub(crate) brand: BrandDomain,
}

/// The switch.
#[component]
pub(crate) fn GuardSwitch(props: &SwitchProps) -> Html {
    let front = use_front();
    let state = use_state(|| Remote::<Response>::Loading);
    let busy = use_state(|| false);
    let (turn, pause, hours) = (use_state(|| Turn::Off), use_state(|| PAUSES[1]), use_state(|| Guard::USUAL));
    let take = {
        let (state, turn, pause) = (state.setter(), turn.setter(), pause.setter());
        Callback::from(move |now: Response| {
            turn.set(Turn::of(now.guard));
            if PAUSES.contains(&now.guard.slow) {
                pause.set(now.guard.slow);
            }
            state.set(Remote::Ready(now));
        })
    };
    let load = {
        let (front, brand, busy, take, state) = (front.clone(), props.brand.clone(), busy.clone(), take.clone(), state.setter());
        Callback::from(move |()| {
            let (route, take, state) = (Route::GetGuard(brand.clone()), take.clone(), state.clone());
            front.run(&busy, async move { client::read::<Response>(&route, &[]).await }, move |outcome| match outcome {
                Ok(now) => take.emit(now),
                Err(trouble) => state.set(Remote::Failed(trouble)),
            });
        })
    };
    use_effect_with((props.brand.clone(), front.epoch), {
        let load = load.clone();
        move |_| load.emit(())
    });
    let title = html! { <h2>{ front.house(House::GuardTitle) }</h2> };
    let Remote::Ready(now) = &*state else {
        return html! { <section class="guard" id="guard">{ title }{ waiting(&state, front.say(Msg::Loading), &load) }</section> };
    };
    let set = {
        let (front, brand, busy, take) = (front.clone(), props.brand.clone(), busy.clone(), take.clone());
        let (turn, pause, hours) = (*turn, *pause, *hours);
        Callback::from(move |()| {
            let slow = if turn == Turn::Slow { pause } else { 0 };
            let asked = Request { slow, hold_newcomers: turn == Turn::Hold, hours: (turn != Turn::Off).then_some(hours) };
            let (route, told, take) = (Route::SetGuard(brand.clone()), front.clone(), take.clone());
            front.run(&busy, async move { client::write::<_, Response>(&route, &asked, "").await }, move |outcome| match outcome {
                Ok(now) => {
                    take.emit(now);
                    told.tell_house(House::GuardDone);
                }
                Err(trouble) => told.tell_trouble(&trouble),
            });
        })
    };
    let theirs = now.set.as_ref().is_some_and(|set| set.by == SetBy::Operator) && !front.is_operator();
    let turns: &[Turn] = if front.is_operator() { &[Turn::Off, Turn::Slow, Turn::Hold] } else { &[Turn::Off, Turn::Slow] };
    html! {
        <section class="guard" id="guard">
            { title }
            <p class="hint">{ front.house(if front.is_operator() { House::GuardLead } else { House::GuardLeadBrand }) }</p>
            { stands(&front, now) }
            <p class="meta">
                <span>{ front.house_of(House::GuardLately, &[&now.lately.to_string()]) }</span>
                <span>{ front.house_of(House::GuardToday, &[&now.today.to_string()]) }</span>
                <span>{ front.house_of(House::GuardWaiting, &[&now.held.to_string()]) }</span>
                if now.busy { <b class="late">{ front.house(House::GuardBusy) }</b> }
            </p>
            if theirs {
                <p class="hint">{ front.house(House::GuardTheirs) }</p>
            } else {
                <form onsubmit={submitted(set)}>
                    <fieldset class="grounds">
                        <legend>{ front.house(House::GuardChoose) }</legend>
                        { for turns.iter().map(|one| {
                            let (turn, one) = (turn.clone(), *one);
                            let checked = *turn == one;
                            let onchange = move |_: Event| turn.set(one);
                            html! { <label><input type="radio" name="guard" {checked} {onchange} /><span>{ front.house(one.word()) }</span></label> }
                        }) }
                    </fieldset>
                    if *turn == Turn::Slow { { choice(&front, "guard-pause", House::GuardPause, &PAUSES, &pause, House::GuardMinutes) } }
                    if *turn != Turn::Off { { choice(&front, "guard-hours", House::GuardFor, &HOURS, &hours, House::GuardHours) } }
                    <p class="actions"><Button label={front.house(House::GuardSet)} weight={Weight::Quiet} rest={*busy} /></p>
                </form>
            }
        </section>
    }
}

/// What counts now, who set it, and until when.
fn stands(front: &Front, now: &Response) -> Html {
    let Some(Setting { by, address, at, until }) = &now.set else {
        return html! { <p><b>{ front.house(House::GuardOff) }</b></p> };
    };
    let title = match Turn::of(now.guard) {
        Turn::Slow => front.house_of(House::GuardSlowNow, &[&now.guard.slow.to_string()]),
        Turn::Hold | Turn::Off => front.house(House::GuardHoldNow),
    };
    let who = match (address, by) {
        (Some(address), _) => AttrValue::from(address.clone()),
        (None, SetBy::Operator) => front.house(House::AskedOperator),
        (None, SetBy::Brand) => front.house(House::AskedBrand),
    };
    html! {
        <Note mood={Mood::Care} {title}>
            <p>{ front.house_of(House::GuardBy, &[&who, &front.minute(*at)]) }</p>
            <p><b>{ front.house_of(House::GuardUntil, &[&front.minute(*until)]) }</b></p>
        </Note>
    }
}

fn choice(front: &Front, id: &'static str, label: House, all: &[u16], chosen: &UseStateHandle<u16>, word: House) -> Html {
    let onchange = {
        let chosen = chosen.clone();
        move |event: Event| {
            if let Ok(n) = event.target_unchecked_into::<HtmlSelectElement>().value().parse() {
                chosen.set(n);
            }
        }
    };
    html! {
        <div class="entry">
            <label for={id}>{ front.house(label) }</label>
            <select {id} class="field" {onchange}>
                { for all.iter().map(|n| html! {
                    <option value={n.to_string()} selected={**chosen == *n}>{ front.house_of(word, &[&n.to_string()]) }</option>
                }) }
            </select>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_switch_stands_where_the_rules_say() {
        for (guard, turn) in [
            (Guard::default(), Turn::Off),
            (Guard { slow: 10, hold_newcomers: false }, Turn::Slow),
            (Guard { slow: 0, hold_newcomers: true }, Turn::Hold),
            (Guard { slow: 10, hold_newcomers: true }, Turn::Hold),
        ] {
            assert_eq!(Turn::of(guard), turn);
        }
        assert!(PAUSES.iter().all(|pause| *pause <= Guard::SLOWEST) && HOURS.iter().all(|hours| *hours <= Guard::LONGEST));
    }
}
