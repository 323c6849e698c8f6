//! Choosing a brand: the one that a link brought along, one typed, or one from before.

use super::browser;
use super::client;
use super::front::use_front;
use super::locale::{House, Msg};
use super::parts::{Button, Field};
use super::screen::{Room, Screen};
use super::sign_in::{submitted, typed_into};
use super::trouble::Trouble;
use chie_domain::api::confirm_code::SignedIn;
use chie_domain::api::route::Route;
use chie_domain::brand::{BrandDomain, DomainError};
use yew::prelude::*;

/// Choosing a brand.
#[component]
pub(crate) fn Start() -> Html {
    let front = use_front();
    let typed = use_state(|| browser::query("brand").unwrap_or_default());
    let wrong = use_state(|| None::<Trouble>);
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
    let go = {
        let (typed, wrong) = (typed.clone(), wrong.clone());
        Callback::from(move |()| {
            let host = browser::host_of(&typed).ok_or(DomainError::Malformed);
            match host.and_then(|host| BrandDomain::parse(&host)) {
                Ok(brand) => Screen::Brand(brand, Room::Next).go(),
                Err(error) => {
                    wrong.set(Some(error.into()));
                    browser::focus("#brand");
                }
            }
        })
    };
    let brands = front.who.as_ref().map(|who| who.brands.clone()).unwrap_or_default();
    html! {
        <>
            if front.is_operator() {
                <p class="to-house"><a class="btn quiet" href={Screen::House(None).href()}>{ front.house(House::Title) }</a></p>
            }
            <h1 tabindex="-1">{ front.say(Msg::WhichBrand) }</h1>
            <p class="lead">{ front.say(Msg::WhichBrandLead) }</p>
            <form class="narrow" onsubmit={submitted(go)} novalidate=true>
                <Field id="brand" label={front.say(Msg::Domain)} hint={front.say(Msg::DomainHint)} inputmode="url" autocomplete="off"
                    wrong={wrong.as_ref().map(|it| it.say(front.locale))} value={(*typed).clone()} typed={typed_into(&typed)} />
                <p class="actions"><Button label={front.say(Msg::Continue)} /></p>
            </form>
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
        </>
    }
}
