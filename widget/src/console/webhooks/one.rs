//! One webhook: how it is, what can be done with it, and what was sent there.

use super::super::client;
use super::super::front::{Front, use_front};
use super::super::locale::Own;
use super::super::parts::{Button, Mood, Note, Weight};
use super::Wish;
use chie_domain::api::get_webhooks::{DeliveryView, Response, WebhookView};
use chie_domain::api::route::Route;
use chie_domain::brand::BrandDomain;
use chie_domain::id::DeliveryId;
use chie_domain::webhook::{HookAnswer, HookEvent};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct OneProps {
    pub(super) brand: BrandDomain,
    pub(super) it: WebhookView,
    /// All of them, as they are now.
    pub(super) now: Callback<Vec<WebhookView>>,
    /// Something that is asked before it is done.
    pub(super) wish: Callback<(Wish, WebhookView)>,
}

/// It.
#[component]
pub(super) fn One(props: &OneProps) -> Html {
    let front = use_front();
    let it = &props.it;
    let busy = use_state(|| false);
    let open = use_state(|| false);
    // Tries it out, or sends something again: what came back is told, and stands in the list.
    let send = {
        let (front, brand, id, now, busy, open) =
            (front.clone(), props.brand.clone(), it.id.clone(), props.now.clone(), busy.clone(), open.setter());
        Callback::from(move |again: Option<DeliveryId>| {
            let route = match &again {
                Some(delivery) => Route::SendAgain(brand.clone(), id.clone(), delivery.clone()),
                None => Route::TestWebhook(brand.clone(), id.clone()),
            };
            let (told, now, id, open) = (front.clone(), now.clone(), id.clone(), open.clone());
            front.run(&busy, async move { client::act::<Response>(&route).await }, move |outcome| match outcome {
                Ok(all) => {
                    let deliveries = all.webhooks.iter().filter(|one| one.id == id).flat_map(|one| &one.deliveries);
                    let sent = deliveries.into_iter().find(|one| again.as_ref().is_none_or(|again| one.id == *again));
                    let took = sent.and_then(|one| one.answer).is_some_and(HookAnswer::took);
                    told.tell_own(if took { Own::HookArrived } else { Own::HookNotArrived });
                    open.set(true);
                    now.emit(all.webhooks);
                }
                Err(trouble) => told.tell_trouble(&trouble),
            });
        })
    };
    let wished = |wish: Wish| {
        props.wish.reform({
            let it = it.clone();
            move |()| (wish, it.clone())
        })
    };
    let address = it.address.as_str();
    let events: Vec<AttrValue> = it.events.all().iter().map(|event| front.own(event_word(*event))).collect();
    let toggled = {
        let open = open.clone();
        Callback::from(move |event: Event| {
            let shown = event.target_dyn_into::<web_sys::Element>().is_some_and(|it| it.has_attribute("open"));
            open.set(shown);
        })
    };
    html! {
        <article class="hook">
            <h3><code dir="ltr" translate="no">{ address.to_owned() }</code></h3>
            <p class="hint">{ events.join(front.own(Own::HookAnd).as_str()) }</p>
            <p class="hint">{ front.own_of(Own::SignOnKey, &[&front.day(it.made), it.by.as_deref().unwrap_or("…")]) }</p>
            if let Some(until) = it.old_signs_until { <p class="hint">{ front.own_of(Own::HookOldSigns, &[&front.minute(until)]) }</p> }
            if let Some(since) = it.paused {
                <Note mood={Mood::Care}><p>{ front.own_of(Own::HookPaused, &[&front.minute(since)]) }</p></Note>
            } else if let Some(since) = it.failing {
                <Note mood={Mood::Plain}><p>{ front.own_of(Own::HookFailing, &[&front.minute(since)]) }</p></Note>
            }
            <p class="actions">
                <Button label={front.own(Own::HookTest)} spoken={front.own_of(Own::HookTestTo, &[address])} weight={Weight::Quiet} rest={*busy}
                    press={send.reform(|()| None)} />
                <Button label={front.own(Own::HookRotate)} spoken={front.own_of(Own::HookRotateOf, &[address])} weight={Weight::Quiet}
                    press={wished(Wish::Rotate)} />
                <Button label={front.own(Own::HookRemove)} spoken={front.own_of(Own::HookRemoveOf, &[address])} weight={Weight::Quiet}
                    press={wished(Wish::Remove)} />
            </p>
            <details open={*open} ontoggle={toggled}>
                <summary>{ front.own(Own::HookSent) }</summary>
                if it.deliveries.is_empty() {
                    <p class="hint">{ front.own(Own::HookNothing) }</p>
                } else {
                    <ul class="lines">{ for it.deliveries.iter().map(|one| line(&front, one, *busy, &send)) }</ul>
                }
            </details>
        </article>
    }
}

/// One thing that was sent, or waits.
fn line(front: &Front, one: &DeliveryView, busy: bool, send: &Callback<Option<DeliveryId>>) -> Html {
    let at = front.minute(one.at);
    let event = front.own(event_word(one.event));
    let came = match one.answer {
        None => front.own(Own::HookWaits),
        Some(HookAnswer::Status(status)) => {
            let word = if HookAnswer::Status(status).took() { Own::HookTook } else { Own::HookStatus };
            front.own_of(word, &[&status.to_string()])
        }
        Some(HookAnswer::TimedOut) => front.own(Own::HookTimedOut),
        Some(HookAnswer::Unreachable) => front.own(Own::HookUnreachable),
        Some(HookAnswer::PrivateAddress) => front.own(Own::HookPrivate),
    };
    let tries = front.own_of(Own::HookTries, &[&one.tries.to_string()]);
    let next = one.next.filter(|_| one.tries > 0).map(|at| front.own_of(Own::HookNext, &[&front.minute(at)]));
    let press = {
        let id = one.id.clone();
        send.reform(move |()| Some(id.clone()))
    };
    html! {
        <li key={one.id.as_str()}>
            <div>
                <p>{ event.clone() }{ " · " }{ came }</p>
                <p class="hint">{ at.clone() }{ " · " }{ tries }if let Some(next) = next { { " · " }{ next } }</p>
            </div>
            <Button label={front.own(Own::HookAgain)} spoken={front.own_of(Own::HookAgainWhich, &[&event, &at])} weight={Weight::Quiet}
                rest={busy} {press} />
        </li>
    }
}

/// What an event is called.
pub(super) const fn event_word(event: HookEvent) -> Own {
    match event {
        HookEvent::Asked => Own::HookAsked,
        HookEvent::Replied => Own::HookReplied,
        HookEvent::OfficialAnswer => Own::HookOfficialAnswer,
        HookEvent::Solved => Own::HookSolved,
        HookEvent::StatusChanged => Own::HookStatusChanged,
        HookEvent::Danger => Own::HookDanger,
        HookEvent::Claimed => Own::HookClaimed,
        HookEvent::Released => Own::HookReleased,
        HookEvent::Test => Own::HookTestEvent,
    }
}
