//! Further domains of the brand, for an owner: name one, put its record up, have it looked at, take it back.

use super::browser;
use super::client;
use super::desk::Desk;
use super::front::{Remote, use_front};
use super::loaded::use_loaded;
use super::locale::{Msg, Work};
use super::parts::{Button, CopyLine, Field, Weight, waiting};
use super::sign_in::{submitted, typed_into};
use super::trouble::Trouble;
use chie_domain::api::get_aliases::{AliasView, Response};
use chie_domain::api::request_proof::Finding;
use chie_domain::api::route::Route;
use chie_domain::api::set_alias::Request;
use chie_domain::brand::{BrandDomain, DomainError};
use chie_domain::proof::{Method, ProofState};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(crate) struct AliasesProps {
    pub(crate) desk: Desk,
}

/// The list.
#[component]
pub(crate) fn Aliases(props: &AliasesProps) -> Html {
    let front = use_front();
    let brand = props.desk.brand().clone();
    let typed = use_state(String::new);
    let wrong = use_state(|| None::<AttrValue>);
    let busy = use_state(|| false);
    let (state, load) = use_loaded::<Response>(&front, Route::GetAliases(brand.clone()), true, &busy);
    let Remote::Ready(known) = &*state else {
        return waiting(&state, front.say(Msg::Loading), &load);
    };
    let set = {
        let (front, brand, state, wrong, busy) = (front.clone(), brand.clone(), state.clone(), wrong.clone(), busy.clone());
        Callback::from(move |(domain, on): (BrandDomain, bool)| {
            let route = Route::SetAlias(brand.clone(), domain);
            let (told, state, wrong) = (front.clone(), state.clone(), wrong.clone());
            let work = async move { client::write::<_, Response>(&route, &Request { on }, "").await };
            front.run(&busy, work, move |outcome| match outcome {
                Ok(now) => {
                    state.set(Remote::Ready(now));
                    told.tell_done(if on { Work::AliasNamed } else { Work::AliasGone });
                }
                Err(trouble) if trouble.code() == "own_domain" => {
                    wrong.set(Some(told.work(Work::AliasOwn)));
                    browser::focus("#alias");
                }
                Err(trouble) => told.tell_trouble(&trouble),
            });
        })
    };
    let check = {
        let (front, brand, state, busy) = (front.clone(), brand.clone(), state.clone(), busy.clone());
        Callback::from(move |domain: BrandDomain| {
            let route = Route::CheckAlias(brand.clone(), domain.clone());
            let (told, state) = (front.clone(), state.clone());
            front.run(&busy, async move { client::act::<Response>(&route).await }, move |outcome| match outcome {
                Ok(now) => {
                    let is = now.aliases.iter().any(|alias| alias.domain == domain && alias.state.is_valid());
                    if is {
                        told.tell_done(Work::AliasProven);
                    } else {
                        told.tell_wrong(Work::AliasNotYet);
                    }
                    state.set(Remote::Ready(now));
                }
                Err(trouble) => told.tell_trouble(&trouble),
            });
        })
    };
    let add = {
        let (front, set, typed, wrong) = (front.clone(), set.clone(), typed.clone(), wrong.clone());
        Callback::from(move |()| {
            let host = browser::host_of(&typed).ok_or(DomainError::Malformed);
            match host.and_then(|host| BrandDomain::parse(&host)) {
                Ok(domain) => {
                    wrong.set(None);
                    typed.set(String::new());
                    set.emit((domain, true));
                }
                Err(error) => {
                    wrong.set(Some(Trouble::from(error).say(front.locale)));
                    browser::focus("#alias");
                }
            }
        })
    };
    let one = |alias: &AliasView| {
        let domain = alias.domain.clone();
        let (taken, looked) = (domain.clone(), domain.clone());
        let standing = match alias.state {
            ProofState::Requested { .. } => front.work(Work::AliasAsked),
            ProofState::Confirmed { seen, .. } => front.work_of(Work::AliasSeen, &[&front.minute(seen)]),
            ProofState::Doubtful { seen, .. } => front.work_of(Work::AliasDoubtful, &[&front.minute(seen)]),
            ProofState::Lapsed { at, .. } => front.work_of(Work::AliasLapsed, &[&front.day(at)]),
        };
        html! {
            <li key={alias.domain.as_str()} class="alias">
                <div>
                    <b><bdi>{ alias.domain.as_str() }</bdi></b>
                    <div class="meta"><span>{ standing }</span></div>
                    if !matches!(alias.state, ProofState::Confirmed { .. }) {
                        <ul class="copies">
                            <CopyLine label={front.say(Msg::PlaceLabel(Method::Dns))} text={alias.placement.at.clone()} />
                            <CopyLine label={front.say(Msg::TextLabel(Method::Dns))} text={alias.placement.text.clone()} />
                        </ul>
                    }
                    if !alias.looks.iter().all(|look| look.finding == Finding::Found) {
                        <ul class="doubts">
                            { for alias.looks.iter().map(|look| html! {
                                <li><bdi>{ look.asked.clone() }</bdi>{ ": " }{ front.say(Msg::FindingWord(look.finding)) }{ " " }<code dir="ltr">{ look.answer.clone() }</code></li>
                            }) }
                        </ul>
                    }
                </div>
                <div class="acts">
                    <Button label={front.say(Msg::CheckNow)} spoken={front.work_of(Work::AliasCheck, &[domain.as_str()])} weight={Weight::Quiet}
                        rest={*busy} press={check.reform(move |()| looked.clone())} />
                    <Button label={front.work(Work::AliasTakeBack)} spoken={front.work_of(Work::AliasTakeBackWhich, &[domain.as_str()])}
                        weight={Weight::Text} rest={*busy} press={set.reform(move |()| (taken.clone(), false))} />
                </div>
            </li>
        }
    };
    html! {
        <section>
            <h2>{ front.work(Work::AliasesTitle) }</h2>
            <p class="hint">{ front.work(Work::AliasesLead) }</p>
            if !known.aliases.is_empty() { <ul class="lines people">{ for known.aliases.iter().map(one) }</ul> }
            <form class="care" onsubmit={submitted(add)} novalidate=true>
                <Field id="alias" label={front.work(Work::AliasLabel)} inputmode="url" wrong={(*wrong).clone()} value={(*typed).clone()} typed={typed_into(&typed)} />
                <p class="actions"><Button label={front.work(Work::AliasAdd)} weight={Weight::Quiet} rest={*busy} /></p>
            </form>
        </section>
    }
}
