//! What is claimed, and giving it back.

use super::super::client;
use super::super::desk::Desk;
use super::super::dialog::Sure;
use super::super::front::{Front, use_front};
use super::super::locale::Msg;
use super::super::parts::{Button, Weight};
use super::super::row;
use chie_domain::api::release_claim::Response;
use chie_domain::api::route::Route;
use chie_domain::claim::{Claim, ClaimState, Reach, Scope};
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub(super) struct ClaimsProps {
    pub(super) desk: Desk,
}

/// What is claimed.
#[component]
pub(super) fn Claims(props: &ClaimsProps) -> Html {
    let front = use_front();
    let desk = &props.desk;
    let asked = use_state(|| None::<Claim>);
    let busy = use_state(|| false);
    let (live, over): (Vec<&Claim>, Vec<&Claim>) = desk.data.claims.iter().partition(|claim| claim.state == ClaimState::Live);
    let leave = {
        let asked = asked.clone();
        Callback::from(move |()| asked.set(None))
    };
    let release = {
        let (front, asked, busy) = (front.clone(), asked.clone(), busy.clone());
        let (brand, reload) = (desk.brand().clone(), desk.reload.clone());
        Callback::from(move |()| {
            let Some(claim) = (*asked).clone() else { return };
            let route = Route::ReleaseClaim(brand.clone(), claim.id);
            let (told, asked, reload) = (front.clone(), asked.clone(), reload.clone());
            front.run(&busy, async move { client::act::<Response>(&route).await }, move |outcome| {
                asked.set(None);
                match outcome {
                    Ok(_) => told.tell(Msg::Released),
                    Err(trouble) => told.tell_trouble(&trouble),
                }
                reload.emit(());
            });
        })
    };
    html! {
        <section class="claims">
            <h2>{ front.say(Msg::YourClaims) }</h2>
            if live.is_empty() {
                <p class="hint">{ front.say(Msg::NoClaims) }</p>
            } else {
                <ul class="lines">
                    { for live.into_iter().map(|claim| {
                        let press = { let (asked, claim) = (asked.clone(), claim.clone()); move |()| asked.set(Some(claim.clone())) };
                        html! {
                            <li key={claim.id.as_str()}>
                                <div><b>{ scope(&front, desk, claim) }</b><div class="meta">{ reach(&front, claim).map(|it| html! { <span>{ it }</span> }) }<span>{ front.say(Msg::Since(&front.day(claim.since))) }</span></div></div>
                                <Button label={front.say(Msg::Release)} spoken={front.say(Msg::ReleaseWhat(&scope_text(&front, desk, claim)))} weight={Weight::Quiet} {press} />
                            </li>
                        }
                    }) }
                </ul>
            }
            if !over.is_empty() {
                <details>
                    <summary>{ front.say(Msg::ReleasedClaims(over.len())) }</summary>
                    <ul class="lines">
                        { for over.into_iter().map(|claim| html! {
                            <li key={claim.id.as_str()}><div>{ scope(&front, desk, claim) }<div class="meta"><span>{ front.say(Msg::Since(&front.day(claim.since))) }</span>
                                if let ClaimState::Released { at } = claim.state { <span>{ front.say(Msg::ReleasedOn(&front.day(at))) }</span> }
                            </div></div></li>
                        }) }
                    </ul>
                </details>
            }
            <Sure id="release" title={front.say(Msg::ReleaseAsk)} open={asked.is_some()}
                label={front.say(Msg::ReleaseIt)} busy={*busy} go={release} {leave}>
                <p><b>{ asked.as_ref().map(|claim| scope_text(&front, desk, claim)) }</b></p>
                <ul>
                    <li>{ front.say(Msg::ReleaseDoes) }</li>
                    <li>{ front.say(Msg::ReleaseDated) }</li>
                    <li>{ front.say(Msg::ReleaseKeeps) }</li>
                </ul>
            </Sure>
        </section>
    }
}

fn reach(front: &Front, claim: &Claim) -> Option<AttrValue> {
    match (&claim.scope, claim.reach) {
        // A single thread has nothing to come.
        (Scope::Thread(_), _) => None,
        (_, Reach::All) => Some(front.say(Msg::ReachAll)),
        (_, Reach::FromNowOn) => Some(front.say(Msg::ReachFromNowOn)),
    }
}

fn scope_text(front: &Front, desk: &Desk, claim: &Claim) -> AttrValue {
    match &claim.scope {
        Scope::Community => front.say(Msg::ScopeEverything),
        Scope::Product(key) => front.say(Msg::ScopeProduct(desk.product(key).map_or(key.as_str(), |it| it.name.as_str()))),
        Scope::Thread(id) => match desk.data.threads.rows.iter().find(|row| row.id == *id) {
            Some(row) => front.say(Msg::ScopeThread(&row.title)),
            None => front.say(Msg::ScopeSomeThread),
        },
    }
}

fn scope(front: &Front, desk: &Desk, claim: &Claim) -> Html {
    let text = scope_text(front, desk, claim);
    match &claim.scope {
        Scope::Thread(id) => html! { <a href={row::in_console(desk.brand(), id)}>{ text }</a> },
        Scope::Community | Scope::Product(_) => html! { { text } },
    }
}
