//! What the brand is called: an owner says it, and reads why everybody is shown this name or the domain.

use super::browser;
use super::client;
use super::desk::Desk;
use super::front::{Remote, use_front};
use super::locale::{Msg, Work};
use super::parts::{Button, Field, Weight, waiting};
use super::sign_in::{submitted, typed_into};
use chie_domain::api::get_naming::Response;
use chie_domain::api::route::Route;
use chie_domain::api::set_name::Request;
use chie_domain::naming::Naming;
use chie_domain::text::BrandName;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct NameProps {
    pub(crate) desk: Desk,
}

/// Why this name is shown, or none.
pub(crate) const fn reason(naming: Naming) -> Work {
    match naming {
        Naming::Said => Work::NamingSaid,
        Naming::Held => Work::NamingHeld,
        Naming::ByOwner => Work::NamingByOwner,
        Naming::ByOperator => Work::NamingByOperator,
        Naming::Refused => Work::NamingRefused,
    }
}

/// The name, for an owner.
#[component]
pub(crate) fn Name(props: &NameProps) -> Html {
    let front = use_front();
    let brand = props.desk.brand().clone();
    let known = use_state(|| Remote::<Response>::Loading);
    let typed = use_state(String::new);
    let wrong = use_state(|| None::<AttrValue>);
    let busy = use_state(|| false);
    let load = {
        let (front, brand, known, typed, busy) = (front.clone(), brand.clone(), known.clone(), typed.clone(), busy.clone());
        Callback::from(move |()| {
            let route = Route::GetNaming(brand.clone());
            let (known, typed) = (known.clone(), typed.clone());
            let work = async move { client::read::<Response>(&route, &[]).await };
            front.run(&busy, work, move |outcome| {
                if let Ok(naming) = &outcome {
                    typed.set(naming.given.clone().unwrap_or_default());
                }
                known.set(outcome.map_or_else(Remote::Failed, Remote::Ready));
            });
        })
    };
    use_effect_with(brand.clone(), {
        let load = load.clone();
        move |_| load.emit(())
    });
    let Remote::Ready(naming) = &*known else {
        return waiting(&known, front.say(Msg::Loading), &load);
    };
    let set = {
        let (front, known, typed, wrong, busy) = (front.clone(), known.clone(), typed.clone(), wrong.clone(), busy.clone());
        Callback::from(move |()| {
            if *busy {
                return;
            }
            let name = match typed.trim() {
                "" => None,
                text => {
                    let Ok(name) = BrandName::parse(text) else {
                        wrong.set(Some(front.work(Work::NameWrong)));
                        return browser::focus("#brand-name");
                    };
                    Some(name)
                }
            };
            wrong.set(None);
            let route = Route::SetName(brand.clone());
            let work = async move { client::write::<_, Response>(&route, &Request { name }, "").await };
            let (told, known, wrong) = (front.clone(), known.clone(), wrong.clone());
            front.run(&busy, work, move |outcome| match outcome {
                Ok(naming) => {
                    told.tell_done(if naming.naming == Naming::Held { Work::NameWaits } else { Work::NameSet });
                    known.set(Remote::Ready(naming));
                }
                Err(trouble) => {
                    let word = match trouble.code() {
                        "brand_name_reserved" => Work::NameReserved,
                        "dns_proof_needed" => Work::NameDnsNeeded,
                        _ => return told.tell_trouble(&trouble),
                    };
                    wrong.set(Some(told.work(word)));
                    browser::focus("#brand-name");
                }
            });
        })
    };
    let shown = match &naming.shown {
        Some(name) => front.work_of(Work::NameShown, &[name]),
        None => front.work_of(Work::NameNotShown, &[props.desk.brand().as_str()]),
    };
    html! {
        <form class="care" onsubmit={submitted(set)} novalidate=true>
            <h2>{ front.work(Work::NameTitle) }</h2>
            <p>{ shown }{ " " }{ front.work(reason(naming.naming)) }</p>
            <Field id="brand-name" label={front.work(Work::NameLabel)} hint={front.work(Work::NameHint)}
                wrong={(*wrong).clone()} value={(*typed).clone()} typed={typed_into(&typed)} />
            <p class="actions"><Button label={front.work(Work::NameSave)} weight={Weight::Quiet} rest={*busy} /></p>
        </form>
    }
}
