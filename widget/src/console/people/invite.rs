//! Inviting a colleague by their address.

use super::super::browser;
use super::super::client;
use super::super::front::use_front;
use super::super::locale::{Msg, Work};
use super::super::parts::{Button, Field, Weight};
use super::super::sign_in::{submitted, typed_into};
use super::super::trouble::Trouble;
use super::Table;
use chie_domain::api::error::ApiError;
use chie_domain::api::get_people::Response;
use chie_domain::api::invite_person::Request;
use chie_domain::api::route::Route;
use chie_domain::brand::BrandDomain;
use chie_domain::policy::Role;
use chie_domain::text::EmailAddress;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct InviteProps {
    pub(super) brand: BrandDomain,
    pub(super) table: Table,
}

/// Inviting a colleague.
#[component]
pub(super) fn Invite(props: &InviteProps) -> Html {
    let front = use_front();
    let email = use_state(String::new);
    let role = use_state(|| Role::Representative);
    let wrong = use_state(|| None::<Trouble>);
    let busy = use_state(|| false);
    let send = {
        let (front, brand, changed) = (front.clone(), props.brand.clone(), props.table.changed.clone());
        let (email, role, wrong, busy) = (email.clone(), role.clone(), wrong.clone(), busy.clone());
        Callback::from(move |()| {
            let address = match EmailAddress::parse(&email) {
                Ok(address) => address,
                Err(error) => {
                    wrong.set(Some(ApiError::from_value(&error, "email").into()));
                    return browser::focus("#invite-email");
                }
            };
            wrong.set(None);
            let route = Route::InvitePerson(brand.clone());
            let asked = Request { email: address, role: *role };
            let (told, changed, email, wrong) = (front.clone(), changed.clone(), email.clone(), wrong.clone());
            let work = async move { client::write::<_, Response>(&route, &asked, "").await };
            front.run(&busy, work, move |outcome| match outcome {
                Ok(people) => {
                    email.set(String::new());
                    changed.emit(people);
                    told.tell_done(Work::InvitedNow);
                }
                Err(trouble) if trouble.field() == "email" => wrong.set(Some(trouble)),
                Err(trouble) => told.tell_trouble(&trouble),
            });
        })
    };
    let onchange = {
        let role = role.clone();
        Callback::from(move |event: Event| {
            if let Some(one) = Role::from_code(&event.target_unchecked_into::<HtmlSelectElement>().value()) {
                role.set(one);
            }
        })
    };
    let option = |one: Role, word: Work| html! { <option value={one.code()} selected={*role == one}>{ front.work(word) }</option> };
    html! {
        <form class="narrow" onsubmit={submitted(send)} novalidate=true>
            <h2>{ front.work(Work::InviteTitle) }</h2>
            <p class="hint">{ front.work(Work::InviteLead) }</p>
            <Field id="invite-email" label={front.say(Msg::Email)} inputmode="email" autocomplete="off"
                wrong={wrong.as_ref().map(|it| it.say(front.locale))} value={(*email).clone()} typed={typed_into(&email)} />
            <div class="entry">
                <label for="invite-role">{ front.work(Work::InviteRole) }</label>
                <select id="invite-role" class="field" {onchange}>
                    { option(Role::Representative, Work::RoleRepresentativeNote) }
                    { option(Role::Observer, Work::RoleObserverNote) }
                </select>
            </div>
            <p class="actions"><Button label={front.work(Work::Invite)} weight={Weight::Quiet} rest={*busy} /></p>
        </form>
    }
}
