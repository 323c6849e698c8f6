//! What a product is called, and whether it takes new questions.

use super::super::browser;
use super::super::client;
use super::super::front::use_front;
use super::super::locale::Work;
use super::super::parts::{Button, Field, Weight};
use super::super::sign_in::{submitted, typed_into};
use super::super::trouble::Trouble;
use chie_domain::api::error::ApiError;
use chie_domain::api::get_products::{ProductLine, Response};
use chie_domain::api::route::Route;
use chie_domain::api::set_product::Request;
use chie_domain::api::view::ProductStanding;
use chie_domain::brand::BrandDomain;
use chie_domain::set_up::Aliases;
use chie_domain::text::ProductName;
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct EditProps {
    pub(super) brand: BrandDomain,
    pub(super) line: ProductLine,
    pub(super) changed: Callback<Vec<ProductLine>>,
}

/// The form of a product.
#[component]
pub(super) fn Edit(props: &EditProps) -> Html {
    let front = use_front();
    let EditProps { brand, line, changed } = props;
    let key = line.product.key.clone();
    let name = use_state(|| line.product.name.clone());
    let aliases = use_state(|| String::from(line.aliases.clone()));
    let retired = use_state(|| matches!(line.product.standing, ProductStanding::Retired(_)));
    let wrong = use_state(|| None::<Trouble>);
    let busy = use_state(|| false);
    let (name_id, aliases_id) = (format!("name-{key}"), format!("aliases-{key}"));
    let save = {
        let (front, brand, changed, busy, key) = (front.clone(), brand.clone(), changed.clone(), busy.clone(), key.clone());
        let (name, aliases, retired, wrong) = (name.clone(), aliases.clone(), retired.clone(), wrong.clone());
        let (at_name, at_aliases) = (format!("#name-{key}"), format!("#aliases-{key}"));
        Callback::from(move |()| {
            if *busy {
                return;
            }
            let (name, aliases) = match (ProductName::parse(&name), Aliases::parse(&aliases)) {
                (Ok(name), Ok(aliases)) => (name, aliases),
                (Err(error), _) => {
                    wrong.set(Some(ApiError::from_value(&error, "name").into()));
                    return browser::focus(&at_name);
                }
                (_, Err(error)) => {
                    wrong.set(Some(ApiError::from_value(&error, "aliases").into()));
                    return browser::focus(&at_aliases);
                }
            };
            wrong.set(None);
            let route = Route::SetProduct(brand.clone(), key.clone());
            let called = name.to_string();
            let asked = Request { name, aliases, retired: *retired };
            let (told, changed, wrong, at) = (front.clone(), changed.clone(), wrong.clone(), at_aliases.clone());
            let work = async move { client::write::<_, Response>(&route, &asked, "").await };
            front.run(&busy, work, move |outcome| match outcome {
                Ok(all) => {
                    changed.emit(all.products);
                    told.tell_done_of(Work::ProductSaved, &[&called]);
                }
                Err(trouble) if trouble.field() == "aliases" => {
                    wrong.set(Some(trouble));
                    browser::focus(&at);
                }
                Err(trouble) => told.tell_trouble(&trouble),
            });
        })
    };
    let say = |it: &Trouble| if it.code() == "name_taken" { front.work(Work::ProductTaken) } else { it.say(front.locale) };
    let at = |field: &str| wrong.as_ref().filter(|it| it.field() == field).map(say);
    let onchange = {
        let retired = retired.clone();
        Callback::from(move |event: Event| retired.set(event.target_unchecked_into::<HtmlInputElement>().checked()))
    };
    html! {
        <form class="narrow" onsubmit={submitted(save)} novalidate=true>
            <Field id={name_id} label={front.work(Work::ProductName)} wrong={at("name")} value={(*name).clone()} typed={typed_into(&name)} />
            <Field id={aliases_id} rows={2} label={front.work(Work::ProductAliases)} hint={front.work(Work::ProductAliasesHint)} wrong={at("aliases")}
                value={(*aliases).clone()} typed={typed_into(&aliases)} />
            <p class="check"><label><input type="checkbox" checked={*retired} {onchange} /><span>{ front.work(Work::ProductRetire) }</span></label></p>
            <p class="actions"><Button label={front.work(Work::ProductSave)} weight={Weight::Quiet} rest={*busy} /></p>
        </form>
    }
}
