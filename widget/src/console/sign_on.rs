//! The keys of brand sign-on, for owners: what a token must say, making a key (its secret is shown once), revoking one.

use super::client;
use super::dialog::Sure;
use super::front::{Remote, use_front};
use super::loaded::use_loaded;
use super::locale::{Msg, Own};
use super::parts::{Button, CopyLine, Mood, Note, Weight, waiting};
use chie_domain::api::get_sign_on::{Response, SignOnKeyView};
use chie_domain::api::make_sign_on_key;
use chie_domain::api::route::Route;
use chie_domain::brand::BrandDomain;
use chie_domain::id::SignOnKeyId;
use chie_domain::sign_on::MOST_KEYS;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct SignOnProps {
    pub(crate) brand: BrandDomain,
}

/// The keys.
#[component]
pub(crate) fn SignOn(props: &SignOnProps) -> Html {
    let front = use_front();
    let brand = &props.brand;
    let fresh = use_state(|| None::<(SignOnKeyId, String)>);
    let asked = use_state(|| None::<SignOnKeyView>);
    let busy = use_state(|| false);
    let (state, load) = use_loaded::<Response>(&front, Route::GetSignOn(brand.clone()), true, &busy);
    let Remote::Ready(it) = &*state else {
        return waiting(&state, front.say(Msg::Loading), &load);
    };
    let make = {
        let (front, brand, state, fresh, busy) = (front.clone(), brand.clone(), state.clone(), fresh.clone(), busy.clone());
        Callback::from(move |()| {
            let (route, told, state, fresh) = (Route::MakeSignOnKey(brand.clone()), front.clone(), state.clone(), fresh.clone());
            front.run(
                &busy,
                async move { client::act::<make_sign_on_key::Response>(&route).await },
                move |outcome| match outcome {
                    Ok(made) => {
                        fresh.set(Some((made.id, made.secret)));
                        state.set(Remote::Ready(made.sign_on));
                        told.tell_own(Own::SignOnMade);
                    }
                    Err(trouble) => told.tell_trouble(&trouble),
                },
            );
        })
    };
    let leave = {
        let asked = asked.clone();
        Callback::from(move |()| asked.set(None))
    };
    let revoke = {
        let (front, brand, state, fresh, asked, busy) =
            (front.clone(), brand.clone(), state.clone(), fresh.clone(), asked.clone(), busy.clone());
        Callback::from(move |()| {
            let Some(key) = asked.as_ref().map(|key| key.id.clone()) else { return };
            let route = Route::RevokeSignOnKey(brand.clone(), key.clone());
            let (told, state, fresh, asked) = (front.clone(), state.clone(), fresh.clone(), asked.clone());
            front.run(&busy, async move { client::act::<Response>(&route).await }, move |outcome| {
                asked.set(None);
                match outcome {
                    Ok(now) => {
                        // What was shown of it is worth nothing any more.
                        if fresh.as_ref().is_some_and(|(id, _)| *id == key) {
                            fresh.set(None);
                        }
                        state.set(Remote::Ready(now));
                        told.tell_own(Own::SignOnRevoked);
                    }
                    Err(trouble) => told.tell_trouble(&trouble),
                }
            });
        })
    };
    let row = |key: &SignOnKeyView| {
        let made = front.day(key.made);
        let press = {
            let (asked, key) = (asked.clone(), key.clone());
            move |()| asked.set(Some(key.clone()))
        };
        let used = key.used.map_or_else(|| front.own(Own::SignOnUnused), |at| front.own_of(Own::SignOnUsed, &[&front.minute(at)]));
        html! {
            <li key={key.id.as_str()}>
                <div>
                    <code dir="ltr" translate="no">{ key.id.as_str() }</code>
                    <p class="hint">{ front.own_of(Own::SignOnKey, &[&made, key.by.as_deref().unwrap_or("…")]) }{ " · " }{ used }</p>
                </div>
                <Button label={front.own(Own::SignOnRevoke)} spoken={front.own_of(Own::SignOnRevokeWhich, &[&made])} weight={Weight::Quiet} {press} />
            </li>
        }
    };
    let more = u32::try_from(it.keys.len()).is_ok_and(|keys| keys < MOST_KEYS);
    let how = format!("{}/docs/{}#sign-on", front.home, if front.words.lang() == "ja" { "ja/" } else { "" });
    html! {
        <section class="care" id="sign-on">
            <h2>{ front.own(Own::SignOnTitle) }</h2>
            <p class="hint">{ front.own(Own::SignOnLead) }{ " " }<a href={how} target="_blank" rel="noopener">{ front.own(Own::SignOnHow) }</a></p>
            <ul class="copies">
                <CopyLine label="aud" text={it.audience.clone()} />
                <CopyLine label="iss" text={it.issuer.clone()} />
            </ul>
            if let Some((id, secret)) = &*fresh {
                <Note mood={Mood::Care} title={front.own(Own::SignOnOnce)}>
                    <p>{ front.own(Own::SignOnOnceLead) }</p>
                    <ul class="copies">
                        <CopyLine label="kid" text={id.to_string()} />
                        <CopyLine label={front.own(Own::SignOnSecret)} text={secret.clone()} />
                    </ul>
                </Note>
            }
            <h3>{ front.own(Own::SignOnKeys) }</h3>
            if it.keys.is_empty() {
                <p>{ front.own(Own::SignOnNone) }</p>
            } else {
                <ul class="lines people">{ for it.keys.iter().map(row) }</ul>
            }
            if more {
                <p class="actions"><Button label={front.own(Own::SignOnMake)} weight={Weight::Quiet} rest={*busy} press={make} /></p>
            } else {
                <p class="hint">{ front.own(Own::SignOnTwo) }</p>
            }
            <Sure id="revoke" title={front.own(Own::SignOnRevokeTitle)} open={asked.is_some()}
                label={front.own(Own::SignOnRevoke)} busy={*busy} go={revoke} {leave}>
                <p>{ front.own(Own::SignOnRevokeLead) }</p>
            </Sure>
        </section>
    }
}
