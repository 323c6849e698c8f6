//! The brand's products: names, model numbers, which are one and the same, and which take no new questions any more.

mod edit;
mod merge;

use super::brand_room::{RoomProps, gate};
use super::client;
use super::desk::Standing;
use super::front::{Front, Remote, use_front};
use super::locale::{Msg, Work};
use super::parts::{Button, Mood, Note, Weight, waiting};
use chie_domain::api::get_products::{ProductLine, Response};
use chie_domain::api::route::Route;
use chie_domain::api::set_product::Request;
use chie_domain::api::view::ProductStanding;
use chie_domain::text::{ProductKey, ProductName};
use edit::Edit;
use merge::Merge;
use yew::prelude::*;

/// The products of a brand.
#[component]
pub(crate) fn Products(props: &RoomProps) -> Html {
    let front = use_front();
    let desk = &props.desk;
    let acts = desk.standing == Standing::Acts;
    let sees = gate(&front, desk).is_none() || desk.standing == Standing::Reads;
    let state = use_state(|| Remote::<Vec<ProductLine>>::Loading);
    let busy = use_state(|| false);
    let editing = use_state(|| None::<ProductKey>);
    let merging = use_state(|| None::<ProductLine>);
    let load = {
        let (front, state, busy, brand) = (front.clone(), state.clone(), busy.clone(), desk.brand().clone());
        Callback::from(move |()| {
            let route = Route::GetProducts(brand.clone());
            let state = state.clone();
            front.run(&busy, async move { client::read::<Response>(&route, &[]).await }, move |outcome| {
                state.set(outcome.map_or_else(Remote::Failed, |all| Remote::Ready(all.products)));
            });
        })
    };
    use_effect_with((desk.brand().clone(), front.epoch, sees), {
        let load = load.clone();
        move |(_, _, sees)| {
            if *sees {
                load.emit(());
            }
        }
    });
    let changed = {
        let (state, editing, merging, reload) = (state.clone(), editing.clone(), merging.clone(), desk.reload.clone());
        Callback::from(move |all: Vec<ProductLine>| {
            state.set(Remote::Ready(all));
            editing.set(None);
            merging.set(None);
            reload.emit(());
        })
    };
    let title = html! { <h1 tabindex="-1">{ front.work_of(Work::ProductsTitle, &[desk.name()]) }</h1> };
    if !sees {
        return html! { <>{ title }{ gate(&front, desk) }</> };
    }
    let Remote::Ready(products) = &*state else {
        return html! { <>{ title }{ waiting(&state, front.say(Msg::Loading), &load) }</> };
    };
    let unconfirmed = products.iter().filter(|it| it.product.standing == ProductStanding::NotYetConfirmed).count();
    let confirm = {
        let (front, busy, brand, changed) = (front.clone(), busy.clone(), desk.brand().clone(), changed.clone());
        Callback::from(move |line: ProductLine| {
            let Ok(name) = ProductName::parse(&line.product.name) else { return };
            let route = Route::SetProduct(brand.clone(), line.product.key.clone());
            let asked = Request { name, aliases: line.aliases, retired: false };
            let (told, changed, name) = (front.clone(), changed.clone(), line.product.name);
            let work = async move { client::write::<_, Response>(&route, &asked, "").await };
            front.run(&busy, work, move |outcome| match outcome {
                Ok(all) => {
                    changed.emit(all.products);
                    told.tell_done_of(Work::ProductSaved, &[&name]);
                }
                Err(trouble) => told.tell_trouble(&trouble),
            });
        })
    };
    let one = |line: &ProductLine| {
        let key = &line.product.key;
        let edit = {
            let (editing, key) = (editing.clone(), key.clone());
            Callback::from(move |()| editing.set(if editing.as_ref() == Some(&key) { None } else { Some(key.clone()) }))
        };
        let merge = {
            let (merging, line) = (merging.clone(), line.clone());
            Callback::from(move |()| merging.set(Some(line.clone())))
        };
        let confirm = {
            let line = line.clone();
            confirm.reform(move |()| line.clone())
        };
        let open = editing.as_ref() == Some(key);
        let name = line.product.name.as_str();
        let loose = line.product.standing == ProductStanding::NotYetConfirmed;
        html! {
            <li key={key.as_str()} class="product">
                <div class="product-line">
                    <div><b><bdi>{ name }</bdi></b>{ meta(&front, desk.brand().as_str(), line) }</div>
                    if acts {
                        <div class="actions">
                            if loose {
                                <Button label={front.work(Work::ProductConfirm)} spoken={front.work_of(Work::ProductConfirmWhat, &[name])} rest={*busy} press={confirm} />
                            }
                            <Button label={front.work(Work::ProductEdit)} spoken={front.work_of(Work::ProductEditWhat, &[name])} weight={Weight::Quiet}
                                pressed={open} press={edit} />
                            if products.len() > 1 {
                                <Button label={front.work(Work::ProductMerge)} spoken={front.work_of(Work::ProductMergeWhat, &[name])} weight={Weight::Text} press={merge} />
                            }
                        </div>
                    }
                </div>
                if open { <Edit brand={desk.brand().clone()} line={line.clone()} changed={changed.clone()} /> }
            </li>
        }
    };
    let leave = {
        let merging = merging.clone();
        Callback::from(move |()| merging.set(None))
    };
    html! {
        <>
            { title }
            <p class="lead">{ front.work(Work::ProductsLead) }</p>
            if unconfirmed > 0 && acts {
                <Note mood={Mood::Plain}><p>{ front.work_of(Work::ProductUnconfirmedLead, &[&unconfirmed.to_string()]) }</p></Note>
            }
            if products.is_empty() {
                <p class="hint">{ front.work(Work::ProductsNone) }</p>
            } else {
                <ul class="products">{ for products.iter().map(one) }</ul>
            }
            <Merge brand={desk.brand().clone()} line={(*merging).clone()} all={products.clone()} {changed} {leave} />
        </>
    }
}

fn meta(front: &Front, brand: &str, line: &ProductLine) -> Html {
    let product = &line.product;
    let standing = match product.standing {
        ProductStanding::NotYetConfirmed | ProductStanding::Unmade => Some(front.work(Work::ProductUnconfirmed)),
        ProductStanding::Retired(since) => Some(front.work_of(Work::ProductRetiredSince, &[&front.day(since)])),
        ProductStanding::Made => None,
    };
    let names = line.aliases.names().iter().map(ProductName::as_str).collect::<Vec<_>>().join(", ");
    let keys = line.merged.iter().map(ProductKey::as_str).collect::<Vec<_>>().join(", ");
    html! {
        <>
            <div class="meta">
                if let Some(standing) = standing { <b class="plain">{ standing }</b> }
                <span>{ front.work_of(Work::ProductThreads, &[&product.threads.to_string()]) }</span>
                <code dir="ltr" translate="no">{ product.key.as_str() }</code>
                <a href={format!("{}/c/{brand}/{}", front.home, product.key)} target="_blank" rel="noopener">{ front.work(Work::ProductPage) }</a>
                <a href={format!("{}/c/{brand}/{}/code?lang={}", front.home, product.key, front.locale.code())} target="_blank" rel="noopener">{ front.work(Work::ProductCode) }</a>
            </div>
            if !names.is_empty() { <p class="hint">{ front.work_of(Work::ProductAlso, &[&names]) }</p> }
            if !keys.is_empty() { <p class="hint">{ front.work_of(Work::ProductMergedKeys, &[&keys]) }</p> }
        </>
    }
}
