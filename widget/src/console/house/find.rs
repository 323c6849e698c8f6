//! The way to a whole community, whether something of it waits or not.

use super::super::browser;
use super::super::front::use_front;
use super::super::locale::House;
use super::super::parts::{Button, Field, Weight};
use super::super::screen::Screen;
use super::super::sign_in::{submitted, typed_into};
use super::super::trouble::Trouble;
use chie_domain::brand::{BrandDomain, DomainError};
use chie_domain::matter::Matter;
use yew::prelude::*;

/// A brand's domain, and its community.
#[component]
pub(super) fn Find() -> Html {
    let front = use_front();
    let (typed, wrong) = (use_state(String::new), use_state(|| None::<Trouble>));
    let go = {
        let (typed, wrong) = (typed.clone(), wrong.clone());
        Callback::from(move |()| {
            let host = browser::host_of(&typed).ok_or(DomainError::Malformed);
            match host.and_then(|host| BrandDomain::parse(&host)) {
                Ok(brand) => Screen::House(Some((brand, Matter::Community))).go(),
                Err(error) => {
                    wrong.set(Some(error.into()));
                    browser::focus("#house-brand");
                }
            }
        })
    };
    html! {
        <form class="narrow" onsubmit={submitted(go)} novalidate=true>
            <Field id="house-brand" label={front.house(House::FindLabel)} hint={front.house(House::FindHint)} inputmode="url" autocomplete="off"
                wrong={wrong.as_ref().map(|it| it.say(front.locale))} value={(*typed).clone()} typed={typed_into(&typed)} />
            <p class="actions"><Button label={front.house(House::Find)} weight={Weight::Quiet} /></p>
        </form>
    }
}
