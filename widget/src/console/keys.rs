//! Keys of programs: those of a brand, for its owners, and one's own. Making one (it is shown once) and revoking one.

mod make;

use super::client;
use super::dialog::Sure;
use super::front::{Remote, use_front};
use super::loaded::use_loaded;
use super::locale::{Msg, Own};
use super::parts::{Button, CopyLine, Mood, Note, Weight, waiting};
use chie_domain::api::get_brand_keys::{ApiKeyView, Response};
use chie_domain::api::route::Route;
use chie_domain::api_key::{KeyScope, MOST_KEYS};
use chie_domain::brand::BrandDomain;
use make::Make;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct KeysProps {
    /// Whose keys: this brand's, or one's own.
    #[prop_or_default]
    pub(crate) brand: Option<BrandDomain>,
}

/// What a scope lets a key do.
const fn scope_word(scope: KeyScope) -> Own {
    match scope {
        KeyScope::Read => Own::KeyRead,
        KeyScope::Answer => Own::KeyAnswer,
        KeyScope::Export => Own::KeyExport,
    }
}

/// The keys.
#[component]
pub(crate) fn Keys(props: &KeysProps) -> Html {
    let front = use_front();
    let brand = &props.brand;
    let fresh = use_state(|| None::<String>);
    let asked = use_state(|| None::<ApiKeyView>);
    let busy = use_state(|| false);
    let route = brand.clone().map_or(Route::GetKeys, Route::GetBrandKeys);
    let (state, load) = use_loaded::<Response>(&front, route, true, &busy);
    let made = {
        let (front, state, fresh) = (front.clone(), state.clone(), fresh.clone());
        Callback::from(move |(key, now): (String, Response)| {
            fresh.set(Some(key));
            state.set(Remote::Ready(now));
            front.tell_own(Own::KeyMade);
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
            let Some(key) = (*asked).clone() else { return };
            let route = match &brand {
                Some(brand) => Route::RevokeBrandKey(brand.clone(), key.id.clone()),
                None => Route::RevokeKey(key.id.clone()),
            };
            let (told, state, fresh, asked) = (front.clone(), state.clone(), fresh.clone(), asked.clone());
            front.run(&busy, async move { client::act::<Response>(&route).await }, move |outcome| {
                asked.set(None);
                match outcome {
                    Ok(now) => {
                        // What was shown of it is worth nothing any more.
                        if fresh.as_ref().is_some_and(|fresh| fresh.starts_with(&key.shown)) {
                            fresh.set(None);
                        }
                        state.set(Remote::Ready(now));
                        told.tell_own(Own::KeyRevoked);
                    }
                    Err(trouble) => told.tell_trouble(&trouble),
                }
            });
        })
    };
    let Remote::Ready(it) = &*state else {
        return waiting(&state, front.say(Msg::Loading), &load);
    };
    let row = |key: &ApiKeyView| {
        let press = {
            let (asked, key) = (asked.clone(), key.clone());
            move |()| asked.set(Some(key.clone()))
        };
        let scopes = key.scopes.iter().map(|scope| front.own(scope_word(*scope)).to_string()).collect::<Vec<_>>();
        let by = key.by.as_ref().map(|by| front.own_of(Own::KeyBy, &[&front.day(key.made), by]));
        let used = key.used.map_or_else(|| front.own(Own::KeyUnused), |at| front.own_of(Own::KeyUsed, &[&front.day(at)]));
        html! {
            <li key={key.id.as_str()}>
                <div>
                    <b><bdi>{ key.name.as_str() }</bdi></b>
                    <div><code dir="ltr" translate="no">{ &key.shown }{ "…" }</code></div>
                    if !scopes.is_empty() { <p class="hint">{ scopes.join(front.own(Own::KeyAnd).as_str()) }</p> }
                    <p class="hint">
                        { by.unwrap_or_else(|| front.own_of(Own::KeySince, &[&front.day(key.made)])) }{ " · " }{ used }{ " · " }
                        { front.own_of(Own::KeyUntil, &[&front.day(key.until)]) }
                    </p>
                </div>
                <Button label={front.own(Own::KeyRevoke)} spoken={front.own_of(Own::KeyRevokeWhich, &[key.name.as_str()])} weight={Weight::Quiet} {press} />
            </li>
        }
    };
    let of_brand = brand.is_some();
    let how = format!("{}/docs/{}api/#keys", front.home, if front.words.lang() == "ja" { "ja/" } else { "" });
    html! {
        <section class="care" id="keys">
            if of_brand { <h2>{ front.own(Own::KeysTitle) }</h2> }
            <p class="hint">{ front.own(if of_brand { Own::KeysLead } else { Own::KeysOwnLead }) }{ " " }<a href={how} target="_blank" rel="noopener">{ front.own(Own::KeysHow) }</a></p>
            if let Some(key) = &*fresh {
                <Note mood={Mood::Care} title={front.own(Own::SignOnOnce)}>
                    <p>{ front.own(Own::KeyOnceLead) }</p>
                    <ul class="copies"><CopyLine label={front.own(Own::KeyLabel)} text={key.clone()} /></ul>
                </Note>
            }
            if it.keys.is_empty() {
                <p>{ front.own(Own::KeysNone) }</p>
            } else {
                <ul class="lines people">{ for it.keys.iter().map(row) }</ul>
            }
            if u32::try_from(it.keys.len()).is_ok_and(|keys| keys < MOST_KEYS) {
                <Make brand={brand.clone()} {made} />
            } else {
                <p class="hint">{ front.own(Own::KeysFull) }</p>
            }
            <Sure id="revoke-key" title={front.own(Own::KeyRevokeTitle)} open={asked.is_some()}
                label={front.own(Own::KeyRevoke)} busy={*busy} go={revoke} {leave}>
                <p>{ front.own(Own::KeyRevokeLead) }</p>
            </Sure>
        </section>
    }
}
