//! Webhooks, for owners: where the brand's own server hears of what happens, its secret for this once, what was sent and what came back.

mod add;
mod one;

use super::client;
use super::dialog::Sure;
use super::front::{Remote, use_front};
use super::loaded::use_loaded;
use super::locale::{Msg, Own};
use super::parts::{CopyLine, Mood, Note, Weight, waiting};
use add::Add;
use chie_domain::api::get_webhooks::{Response, WebhookView};
use chie_domain::api::make_webhook;
use chie_domain::api::route::Route;
use chie_domain::brand::BrandDomain;
use chie_domain::id::WebhookId;
use chie_domain::webhook::MOST_WEBHOOKS;
use one::One;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct WebhooksProps {
    pub(crate) brand: BrandDomain,
}

/// What is asked before it is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wish {
    /// A new secret.
    Rotate,
    /// The webhook goes.
    Remove,
}

/// They, and a form for another one.
#[component]
pub(crate) fn Webhooks(props: &WebhooksProps) -> Html {
    let front = use_front();
    let brand = &props.brand;
    let fresh = use_state(|| None::<(WebhookId, String)>);
    let asked = use_state(|| None::<(Wish, WebhookView)>);
    let busy = use_state(|| false);
    let (state, load) = use_loaded::<Response>(&front, Route::GetWebhooks(brand.clone()), true, &busy);
    let now = {
        let state = state.clone();
        Callback::from(move |webhooks: Vec<WebhookView>| state.set(Remote::Ready(Response { webhooks })))
    };
    let made = {
        let (fresh, now) = (fresh.clone(), now.clone());
        Callback::from(move |made: make_webhook::Response| {
            fresh.set(Some((made.id, made.secret)));
            now.emit(made.webhooks);
        })
    };
    let Remote::Ready(it) = &*state else {
        return waiting(&state, front.say(Msg::Loading), &load);
    };
    let leave = {
        let asked = asked.clone();
        Callback::from(move |()| asked.set(None))
    };
    let done = {
        let (front, brand, fresh, asked, busy) = (front.clone(), brand.clone(), fresh.clone(), asked.clone(), busy.clone());
        let (now, made) = (now.clone(), made.clone());
        Callback::from(move |()| {
            let Some((wish, webhook)) = (*asked).clone() else { return };
            let (told, asked, fresh, now, made) = (front.clone(), asked.clone(), fresh.clone(), now.clone(), made.clone());
            match wish {
                Wish::Rotate => {
                    let route = Route::RotateWebhook(brand.clone(), webhook.id);
                    front.run(&busy, async move { client::act::<make_webhook::Response>(&route).await }, move |outcome| {
                        asked.set(None);
                        match outcome {
                            Ok(new) => {
                                made.emit(new);
                                told.tell_own(Own::HookRotated);
                            }
                            Err(trouble) => told.tell_trouble(&trouble),
                        }
                    });
                }
                Wish::Remove => {
                    let route = Route::RemoveWebhook(brand.clone(), webhook.id.clone());
                    front.run(&busy, async move { client::act::<Response>(&route).await }, move |outcome| {
                        asked.set(None);
                        match outcome {
                            Ok(left) => {
                                // What was shown of it is worth nothing any more.
                                if fresh.as_ref().is_some_and(|(id, _)| *id == webhook.id) {
                                    fresh.set(None);
                                }
                                now.emit(left.webhooks);
                                told.tell_own(Own::HookRemoved);
                            }
                            Err(trouble) => told.tell_trouble(&trouble),
                        }
                    });
                }
            }
        })
    };
    let wish = {
        let asked = asked.clone();
        Callback::from(move |wish: (Wish, WebhookView)| asked.set(Some(wish)))
    };
    let more = u32::try_from(it.webhooks.len()).is_ok_and(|webhooks| webhooks < MOST_WEBHOOKS);
    let how = format!("{}/docs/{}#webhooks", front.home, if front.words.lang() == "ja" { "ja/" } else { "" });
    let (title, lead, label, weight) = match asked.as_ref().map(|(wish, _)| *wish) {
        Some(Wish::Rotate) => (Own::HookRotateTitle, Own::HookRotateLead, Own::HookRotate, Weight::Main),
        Some(Wish::Remove) | None => (Own::HookRemoveTitle, Own::HookRemoveLead, Own::HookRemove, Weight::Danger),
    };
    html! {
        <section class="care" id="webhooks">
            <h2>{ front.own(Own::HookTitle) }</h2>
            <p class="hint">{ front.own(Own::HookLead) }{ " " }<a href={how} target="_blank" rel="noopener">{ front.own(Own::HookHow) }</a></p>
            if let Some((_, secret)) = &*fresh {
                <Note mood={Mood::Care} title={front.own(Own::SignOnOnce)}>
                    <p>{ front.own(Own::HookOnceLead) }</p>
                    <ul class="copies"><CopyLine label={front.own(Own::SignOnSecret)} text={secret.clone()} /></ul>
                </Note>
            }
            { for it.webhooks.iter().map(|webhook| html! {
                <One key={webhook.id.as_str()} brand={brand.clone()} it={webhook.clone()} now={now.clone()} wish={wish.clone()} />
            }) }
            if more {
                <Add brand={brand.clone()} {made} />
            } else {
                <p class="hint">{ front.own(Own::HookMost) }</p>
            }
            <Sure id="webhook" title={front.own(title)} open={asked.is_some()}
                label={front.own(label)} {weight} busy={*busy} go={done} {leave}>
                <p>{ front.own(lead) }</p>
            </Sure>
        </section>
    }
}
