//! Choosing a brand: the one that a link brought along, one typed, or one from before.

use super::brand_form::BrandForm;
use super::browser;
use super::client;
use super::front::use_front;
use super::keys::Keys;
use super::locale::{House, Msg, Own};
use super::screen::{Room, Screen};
use chie_domain::api::confirm_code::SignedIn;
use chie_domain::api::route::Route;
use chie_domain::brand::BrandDomain;
use yew::prelude::*;

/// Choosing a brand.
#[component]
pub(crate) fn Start() -> Html {
    let front = use_front();
    // A brand that was asked about since signing in belongs into the list too.
    use_effect_with((), {
        let front = front.clone();
        move |()| {
            wasm_bindgen_futures::spawn_local(async move {
                if let Ok(who) = client::read::<SignedIn>(&Route::GetSession, &[]).await
                    && front.who.as_deref() != Some(&who)
                {
                    front.signed_in.emit(who);
                }
            });
        }
    });
    let chosen = |brand: BrandDomain| Screen::Brand(brand, Room::Next).go();
    let brands = front.who.as_ref().map(|who| who.brands.clone()).unwrap_or_default();
    html! {
        <>
            if front.is_operator() {
                <p class="to-house"><a class="btn quiet" href={Screen::House(None).href()}>{ front.house(House::Title) }</a></p>
            }
            <h1 tabindex="-1">{ front.say(Msg::WhichBrand) }</h1>
            <p class="lead">{ front.say(Msg::WhichBrandLead) }</p>
            <BrandForm id="brand" label={front.say(Msg::Domain)} hint={front.say(Msg::DomainHint)} go={front.say(Msg::Continue)}
                begins={browser::query("brand").unwrap_or_default()} {chosen} />
            <h2>{ front.say(Msg::YourBrands) }</h2>
            if brands.is_empty() {
                <p class="hint">{ front.say(Msg::FormerBrandsEmpty) }</p>
            } else {
                <ul class="brands">
                    { for brands.into_iter().map(|brand| html! {
                        <li><a href={Screen::Brand(brand.clone(), Room::Next).href()}><bdi>{ brand.as_str() }</bdi></a></li>
                    }) }
                </ul>
            }
            <details class="own-keys">
                <summary>{ front.own(Own::KeysOwnTitle) }</summary>
                <Keys />
            </details>
        </>
    }
}
