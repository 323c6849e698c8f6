//! Making a key: what it is called, what it may do, for how long.

use super::super::browser;
use super::super::client;
use super::super::front::use_front;
use super::super::locale::Own;
use super::super::parts::{Button, Field, Weight};
use super::super::sign_in::{submitted, typed_into};
use super::super::trouble::Trouble;
use super::scope_word;
use chie_domain::api::get_brand_keys;
use chie_domain::api::make_brand_key::{self, Response};
use chie_domain::api::make_key;
use chie_domain::api::route::Route;
use chie_domain::api_key::{KeyScope, KeyScopes};
use chie_domain::brand::BrandDomain;
use chie_domain::text::DisplayName;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

/// For how many days a key may be made here; the first is what is offered.
const DAYS: [(u16, Own); 3] = [(90, Own::KeyDays90), (30, Own::KeyDays30), (365, Own::KeyDays365)];

#[derive(Properties, PartialEq)]
pub(super) struct MakeProps {
    pub(super) brand: Option<BrandDomain>,
    /// It was made: the key, and all as they are now.
    pub(super) made: Callback<(String, get_brand_keys::Response)>,
}

/// Making a key.
#[component]
pub(super) fn Make(props: &MakeProps) -> Html {
    let front = use_front();
    let name = use_state(String::new);
    let scopes = use_state(|| vec![KeyScope::Read]);
    let days = use_state(|| 90_u16);
    let wrong = use_state(|| None::<Trouble>);
    let bare = use_state(|| false);
    let busy = use_state(|| false);
    let make = {
        let (front, brand, made) = (front.clone(), props.brand.clone(), props.made.clone());
        let (name, scopes, days, wrong, bare, busy) =
            (name.clone(), scopes.clone(), days.clone(), wrong.clone(), bare.clone(), busy.clone());
        Callback::from(move |()| {
            if *busy {
                return;
            }
            let called = match DisplayName::parse(&name) {
                Ok(called) => called,
                Err(error) => {
                    wrong.set(Some(error.into()));
                    return browser::focus("#key-name");
                }
            };
            wrong.set(None);
            let of_brand = brand.clone().map(|brand| (brand, KeyScopes::of(&scopes)));
            bare.set(matches!(of_brand, Some((_, None))));
            let days = *days;
            let (name_of_key, asked) = match of_brand {
                Some((_, None)) => return browser::focus("#key-scopes input"),
                Some((brand, Some(scopes))) => (called, Some((brand, scopes))),
                None => (called, None),
            };
            let work = async move {
                match asked {
                    Some((brand, scopes)) => {
                        let asked = make_brand_key::Request { name: name_of_key, scopes, days };
                        client::write::<_, Response>(&Route::MakeBrandKey(brand), &asked, "").await
                    }
                    None => client::write::<_, Response>(&Route::MakeKey, &make_key::Request { name: name_of_key, days }, "").await,
                }
            };
            let (told, made, name) = (front.clone(), made.clone(), name.clone());
            front.run(&busy, work, move |outcome| match outcome {
                Ok(Response { key, keys }) => {
                    name.set(String::new());
                    made.emit((key, keys));
                }
                Err(trouble) => told.tell_trouble(&trouble),
            });
        })
    };
    let onchange = {
        let days = days.clone();
        Callback::from(move |event: Event| {
            if let Ok(chosen) = event.target_unchecked_into::<HtmlSelectElement>().value().parse() {
                days.set(chosen);
            }
        })
    };
    let choice = |scope: KeyScope| {
        let toggle = {
            let scopes = scopes.clone();
            Callback::from(move |event: Event| {
                let on = event.target_unchecked_into::<HtmlInputElement>().checked();
                let kept = scopes.iter().copied().filter(|one| *one != scope);
                scopes.set(kept.chain(on.then_some(scope)).collect());
            })
        };
        html! {
            <label><input type="checkbox" checked={scopes.contains(&scope)} onchange={toggle} aria-describedby={bare.then_some("key-scopes-wrong")} />
                <span>{ front.own(scope_word(scope)) }</span></label>
        }
    };
    html! {
        <form class="narrow" onsubmit={submitted(make)} novalidate=true>
            <h3>{ front.own(Own::KeyNew) }</h3>
            <Field id="key-name" label={front.own(Own::KeyName)} hint={front.own(Own::KeyNameHint)} autocomplete="off"
                wrong={wrong.as_ref().map(|it| it.say(front.locale))} value={(*name).clone()} typed={typed_into(&name)} />
            if props.brand.is_some() {
                <fieldset class="grounds" id="key-scopes">
                    <legend>{ front.own(Own::KeyScopes) }</legend>
                    { for KeyScope::ALL.into_iter().map(choice) }
                    if *bare { <p class="wrong" id="key-scopes-wrong">{ front.own(Own::KeyScopeNeeded) }</p> }
                </fieldset>
            }
            <div class="entry">
                <label for="key-days">{ front.own(Own::KeyDays) }</label>
                <select id="key-days" class="field" {onchange}>
                    { for DAYS.into_iter().map(|(many, word)| html! { <option value={many.to_string()} selected={*days == many}>{ front.own(word) }</option> }) }
                </select>
            </div>
            <p class="actions"><Button label={front.own(Own::KeyMake)} weight={Weight::Quiet} rest={*busy} /></p>
        </form>
    }
}
