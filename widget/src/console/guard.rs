//! What the operator sets while a community is beset: newcomers are slowed, or what they write waits. One box with what is going on beside it.

use super::client;
use super::front::{Remote, use_front};
use super::locale::Work;
use super::parts::{Button, Weight, waiting};
use super::sign_in::submitted;
use chie_domain::api::route::Route;
use chie_domain::api::set_guard::{Request, Response};
use chie_domain::brand::BrandDomain;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

/// The pauses that can be chosen, in minutes.
const PACES: [u16; 5] = [0, 1, 5, 15, 60];

#[derive(Properties, PartialEq)]
pub(crate) struct GuardProps {
    pub(crate) brand: BrandDomain,
}

/// The box.
#[component]
pub(crate) fn Guard(props: &GuardProps) -> Html {
    let front = use_front();
    let brand = props.brand.clone();
    let state = use_state(|| Remote::<Response>::Loading);
    let busy = use_state(|| false);
    let load = {
        let (front, brand, state, busy) = (front.clone(), brand.clone(), state.clone(), busy.clone());
        Callback::from(move |()| {
            let route = Route::GetGuard(brand.clone());
            let state = state.clone();
            let work = async move { client::read::<Response>(&route, &[]).await };
            front.run(&busy, work, move |outcome| {
                state.set(match outcome {
                    Ok(now) => Remote::Ready(now),
                    Err(trouble) => Remote::Failed(trouble),
                });
            });
        })
    };
    use_effect_with(brand.clone(), {
        let load = load.clone();
        move |_| load.emit(())
    });
    let Remote::Ready(now) = &*state else {
        return waiting(&state, front.say(super::locale::Msg::Loading), &load);
    };
    let change = {
        let (state, now) = (state.clone(), now.clone());
        move |guard| state.set(Remote::Ready(Response { guard, ..now.clone() }))
    };
    let slow = {
        let (change, guard) = (change.clone(), now.guard);
        Callback::from(move |event: Event| {
            let chosen = event.target_dyn_into::<HtmlSelectElement>().and_then(|select| select.value().parse().ok());
            change(chie_domain::guard::Guard { slow: chosen.unwrap_or_default(), ..guard });
        })
    };
    let hold = {
        let guard = now.guard;
        Callback::from(move |event: Event| {
            let hold_newcomers = event.target_dyn_into::<HtmlInputElement>().is_some_and(|input| input.checked());
            change(chie_domain::guard::Guard { hold_newcomers, ..guard });
        })
    };
    let set = {
        let (front, state, busy, guard) = (front.clone(), state.clone(), busy.clone(), now.guard);
        Callback::from(move |()| {
            if *busy {
                return;
            }
            let route = Route::SetGuard(brand.clone());
            let request = Request { slow: guard.slow, hold_newcomers: guard.hold_newcomers };
            let work = async move { client::write::<_, Response>(&route, &request, "").await };
            let (told, state) = (front.clone(), state.clone());
            front.run(&busy, work, move |outcome| match outcome {
                Ok(now) => {
                    state.set(Remote::Ready(now));
                    told.tell_done(Work::GuardDone);
                }
                Err(trouble) => told.tell_trouble(&trouble),
            });
        })
    };
    let going_on = [now.lately.to_string(), now.today.to_string(), now.held.to_string()];
    let going_on: Vec<&str> = going_on.iter().map(String::as_str).collect();
    let pace = |minutes: &u16| {
        let words =
            if *minutes == 0 { front.work(Work::GuardAtOnce) } else { front.work_of(Work::GuardEvery, &[&minutes.to_string()]) };
        html! { <option value={minutes.to_string()} selected={*minutes == now.guard.slow}>{ words }</option> }
    };
    html! {
        <form class="care" onsubmit={submitted(set)} novalidate=true>
            <h2>{ front.work(Work::GuardTitle) }</h2>
            <p>{ front.work_of(Work::GuardNow, &going_on) }</p>
            if now.busy { <p><b>{ front.work(Work::GuardBusy) }</b></p> }
            <p class="field">
                <label for="guard-slow">{ front.work(Work::GuardSlow) }</label>
                <select id="guard-slow" onchange={slow}>{ for PACES.iter().map(pace) }</select>
            </p>
            <p><label class="check"><input type="checkbox" id="guard-hold" checked={now.guard.hold_newcomers} onchange={hold} />
                { front.work(Work::GuardHold) }</label></p>
            <p class="hint">{ front.work(Work::GuardHint) }</p>
            <p class="actions"><Button label={front.work(Work::GuardSet)} weight={Weight::Quiet} rest={*busy} /></p>
        </form>
    }
}
