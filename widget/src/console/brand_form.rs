//! A brand's domain as somebody types or pastes it, and the way on with it.

use super::browser;
use super::front::use_front;
use super::parts::{Button, Field, Weight};
use super::sign_in::{submitted, typed_into};
use super::trouble::Trouble;
use chie_domain::brand::{BrandDomain, DomainError};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct BrandFormProps {
    pub(crate) id: AttrValue,
    pub(crate) label: AttrValue,
    pub(crate) hint: AttrValue,
    /// What its button says.
    pub(crate) go: AttrValue,
    #[prop_or_default]
    pub(crate) weight: Weight,
    /// What stands in it at first.
    #[prop_or_default]
    pub(crate) begins: String,
    pub(crate) chosen: Callback<BrandDomain>,
}

/// A field for a brand's domain, with its button.
#[component]
pub(crate) fn BrandForm(props: &BrandFormProps) -> Html {
    let front = use_front();
    let typed = use_state(|| props.begins.clone());
    let wrong = use_state(|| None::<Trouble>);
    let go = {
        let (typed, wrong, id, chosen) = (typed.clone(), wrong.clone(), props.id.clone(), props.chosen.clone());
        Callback::from(move |()| {
            let host = browser::host_of(&typed).ok_or(DomainError::Malformed);
            match host.and_then(|host| BrandDomain::parse(&host)) {
                Ok(brand) => chosen.emit(brand),
                Err(error) => {
                    wrong.set(Some(error.into()));
                    browser::focus(&format!("#{id}"));
                }
            }
        })
    };
    html! {
        <form class="narrow" onsubmit={submitted(go)} novalidate=true>
            <Field id={props.id.clone()} label={props.label.clone()} hint={props.hint.clone()} inputmode="url" autocomplete="off"
                wrong={wrong.as_ref().map(|it| it.say(front.locale))} value={(*typed).clone()} typed={typed_into(&typed)} />
            <p class="actions"><Button label={props.go.clone()} weight={props.weight} /></p>
        </form>
    }
}
