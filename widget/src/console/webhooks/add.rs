//! The form for another webhook: its address and what it tells of.

use super::super::browser;
use super::super::client;
use super::super::front::use_front;
use super::super::locale::Own;
use super::super::parts::{Button, Field, Weight};
use super::super::sign_in::{submitted, typed_into};
use super::one::event_word;
use chie_domain::api::make_webhook::{Request, Response};
use chie_domain::api::route::Route;
use chie_domain::brand::BrandDomain;
use chie_domain::webhook::{HookAddress, HookEvent, HookEvents};
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct AddProps {
    pub(super) brand: BrandDomain,
    pub(super) made: Callback<Response>,
}

/// The form.
#[component]
pub(super) fn Add(props: &AddProps) -> Html {
    let front = use_front();
    let address = use_state(String::new);
    let chosen = use_state(|| vec![HookEvent::Asked, HookEvent::Replied]);
    let wrong = use_state(|| None::<Own>);
    let busy = use_state(|| false);
    let add = {
        let (front, address, chosen, wrong, busy) = (front.clone(), address.clone(), chosen.clone(), wrong.clone(), busy.clone());
        let (brand, made) = (props.brand.clone(), props.made.clone());
        Callback::from(move |()| {
            if *busy {
                return;
            }
            let Ok(to) = HookAddress::parse(&address) else {
                wrong.set(Some(Own::HookWrong));
                return browser::focus("#hook-address");
            };
            let Ok(events) = HookEvents::of(&chosen) else {
                wrong.set(Some(Own::HookNoEvent));
                return browser::focus("#hook-asked");
            };
            wrong.set(None);
            let route = Route::MakeWebhook(brand.clone());
            let work = async move { client::write::<_, Response>(&route, &Request { address: to, events }, "").await };
            let (told, address, wrong, made) = (front.clone(), address.clone(), wrong.clone(), made.clone());
            front.run(&busy, work, move |outcome| match outcome {
                Ok(new) => {
                    address.set(String::new());
                    made.emit(new);
                    told.tell_own(Own::HookMade);
                }
                Err(trouble) => {
                    let about = match trouble.code() {
                        "not_proven" => Some(Own::HookNotProven),
                        "private_address" => Some(Own::HookPrivateAddress),
                        _ if trouble.field() == "address" => Some(Own::HookWrong),
                        _ => None,
                    };
                    wrong.set(about);
                    match about {
                        Some(_) => browser::focus("#hook-address"),
                        None => told.tell_trouble(&trouble),
                    }
                }
            });
        })
    };
    let of_events = *wrong == Some(Own::HookNoEvent);
    let choice = |event: HookEvent| {
        let onchange = {
            let chosen = chosen.clone();
            Callback::from(move |input: Event| {
                let on = input.target_unchecked_into::<HtmlInputElement>().checked();
                let others = chosen.iter().copied().filter(|one| *one != event);
                chosen.set(others.chain(on.then_some(event)).collect());
            })
        };
        html! {
            <label><input type="checkbox" id={format!("hook-{}", event.code())} checked={chosen.contains(&event)} {onchange} /><span>{ front.own(event_word(event)) }</span></label>
        }
    };
    html! {
        <form class="hook" onsubmit={submitted(add)} novalidate=true>
            <h3>{ front.own(Own::HookAddTitle) }</h3>
            <Field id="hook-address" kind="url" inputmode="url" label={front.own(Own::HookAddress)}
                hint={front.own_of(Own::HookAddressHint, &[props.brand.as_str()])}
                wrong={wrong.filter(|_| !of_events).map(|word| front.own(word))} value={(*address).clone()} typed={typed_into(&address)} />
            <fieldset class="grounds" aria-describedby={of_events.then_some("hook-events-wrong")}>
                <legend>{ front.own(Own::HookEvents) }</legend>
                { for HookEvent::ALL.into_iter().filter(|event| event.is_chosen()).map(choice) }
            </fieldset>
            if of_events { <p class="wrong" id="hook-events-wrong">{ front.own(Own::HookNoEvent) }</p> }
            <p class="actions"><Button label={front.own(Own::HookAdd)} weight={Weight::Quiet} rest={*busy} /></p>
        </form>
    }
}
