//! The question before two products become one.

use super::super::client;
use super::super::dialog::Dialog;
use super::super::front::use_front;
use super::super::locale::{Msg, Work};
use super::super::parts::{Button, Weight};
use super::super::trouble::Trouble;
use chie_domain::api::get_products::{ProductLine, Response};
use chie_domain::api::merge_product::Request;
use chie_domain::api::route::Route;
use chie_domain::brand::BrandDomain;
use chie_domain::text::ProductKey;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct MergeProps {
    pub(super) brand: BrandDomain,
    /// What is merged; nothing keeps the dialog closed.
    pub(super) line: Option<ProductLine>,
    pub(super) all: Vec<ProductLine>,
    pub(super) changed: Callback<Vec<ProductLine>>,
    pub(super) leave: Callback<()>,
}

/// The question before two products become one.
#[component]
pub(super) fn Merge(props: &MergeProps) -> Html {
    let front = use_front();
    let MergeProps { brand, line, all, changed, leave } = props;
    let into = use_state(|| None::<ProductKey>);
    let wrong = use_state(|| None::<Trouble>);
    let busy = use_state(|| false);
    let others: Vec<&ProductLine> =
        all.iter().filter(|it| line.as_ref().is_none_or(|line| line.product.key != it.product.key)).collect();
    let chosen = (*into).clone().filter(|key| others.iter().any(|it| it.product.key == *key));
    let chosen = chosen.or_else(|| others.first().map(|it| it.product.key.clone()));
    let go = {
        let (front, brand, line, chosen) = (front.clone(), brand.clone(), line.clone(), chosen.clone());
        let (changed, wrong, busy) = (changed.clone(), wrong.clone(), busy.clone());
        Callback::from(move |()| {
            let (Some(line), Some(into)) = (line.clone(), chosen.clone()) else { return };
            wrong.set(None);
            let route = Route::MergeProduct(brand.clone(), line.product.key);
            let (told, changed, wrong) = (front.clone(), changed.clone(), wrong.clone());
            let work = async move { client::write::<_, Response>(&route, &Request { into }, "").await };
            front.run(&busy, work, move |outcome| match outcome {
                Ok(all) => {
                    changed.emit(all.products);
                    told.tell_done(Work::ProductMerged);
                }
                Err(trouble) => wrong.set(Some(trouble)),
            });
        })
    };
    let escape = {
        let (leave, wrong) = (leave.clone(), wrong.clone());
        Callback::from(move |()| {
            wrong.set(None);
            leave.emit(());
        })
    };
    let onchange = {
        let into = into.clone();
        Callback::from(move |event: Event| {
            into.set(ProductKey::parse(&event.target_unchecked_into::<HtmlSelectElement>().value()).ok());
        })
    };
    let say =
        |it: &Trouble| if it.code() == "claims_differ" { front.work(Work::ProductClaimsDiffer) } else { it.say(front.locale) };
    let name = line.as_ref().map(|line| line.product.name.clone()).unwrap_or_default();
    let threads = line.as_ref().map_or(0, |line| line.product.threads).to_string();
    html! {
        <Dialog id="merge" title={front.work_of(Work::ProductMergeAsk, &[&name])} open={line.is_some()} leave={escape.clone()}>
            <div class="entry">
                <label for="into">{ front.work(Work::ProductMergeInto) }</label>
                <select id="into" class="field" {onchange}>
                    { for others.iter().map(|it| html! {
                        <option value={it.product.key.to_string()} selected={chosen.as_ref() == Some(&it.product.key)}>{ it.product.name.clone() }</option>
                    }) }
                </select>
            </div>
            <ul>
                <li>{ front.work_of(Work::ProductMergeThreads, &[&threads]) }</li>
                <li>{ front.work(Work::ProductMergeAddresses) }</li>
                <li>{ front.work(Work::ProductMergeStays) }</li>
                <li><b>{ front.work(Work::ProductMergeFinal) }</b></li>
            </ul>
            if let Some(trouble) = &*wrong { <p class="wrong" role="alert">{ say(trouble) }</p> }
            <p class="actions">
                <Button label={front.work(Work::ProductMergeIt)} weight={Weight::Danger} rest={*busy} press={go} />
                <Button label={front.say(Msg::Cancel)} weight={Weight::Quiet} press={escape} />
            </p>
        </Dialog>
    }
}
